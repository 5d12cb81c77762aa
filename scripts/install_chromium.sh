#!/bin/sh
# The browser tests drive Debian's Chromium. Install it where that is possible; else say how.
set -eu

for name in chromium chromium-browser google-chrome; do
    if command -v "$name" >/dev/null 2>&1; then exit 0; fi
done

as_root=""
if [ "$(id -u)" -ne 0 ]; then
    if command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then as_root="sudo -n"; else as_root="no"; fi
fi

if command -v apt-get >/dev/null 2>&1 && [ "$as_root" != "no" ]; then
    echo "Installing Chromium for the browser tests."
    $as_root apt-get update -qq
    DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core >/dev/null
else
    echo "The browser tests need Chromium and will be skipped. On Debian or Ubuntu install it with:"
    echo "    sudo apt-get install chromium"
    echo "Elsewhere install Chromium or Chrome so that 'chromium' or 'google-chrome' can be found."
fi
