#!/bin/sh
# What the tests need from the system: Debian's Chromium for the browser tests, and a PostgreSQL
# server for the gradebook of a department. Installs it where that is possible; else says how.
set -eu

missing=""
found=no
for name in chromium chromium-browser google-chrome; do
    if command -v "$name" >/dev/null 2>&1; then found=yes; fi
done
[ "$found" = yes ] || missing="chromium fonts-dejavu-core"
if ! command -v initdb >/dev/null 2>&1 && ! ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; then
    missing="$missing postgresql"
fi
[ -n "$missing" ] || exit 0

as_root=""
if [ "$(id -u)" -ne 0 ]; then
    if command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then as_root="sudo -n"; else as_root="no"; fi
fi

if command -v apt-get >/dev/null 2>&1 && [ "$as_root" != "no" ]; then
    echo "Installing for the tests: $missing"
    $as_root apt-get update -qq
    # shellcheck disable=SC2086  # a list of packages
    DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends $missing >/dev/null
else
    echo "Some tests need what is not installed and will be skipped: $missing"
    echo "On Debian or Ubuntu: sudo apt-get install $missing"
fi
