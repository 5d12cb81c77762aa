"""A real JupyterLab or Notebook 7 on a free port, and a page object to drive it.

The server has its own configuration, so a developer's settings cannot leak in; ours come from
the environment into which salescoach is installed, as for every user.
"""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from playwright.sync_api import BrowserContext, Locator, Page, ViewportSize, sync_playwright
from playwright.sync_api import Error as PlaywrightError

_NAMES = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM = next((found for name in _NAMES if (found := shutil.which(name))), None)

VIEWPORT: ViewportSize = {"width": 1280, "height": 1000}
# No network of its own: its look-ups would only slow the tests down.
CHROMIUM_ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip


def _die_with_the_tests() -> None:
    """A test run that is killed must not leave a server behind (Linux)."""
    import ctypes

    ctypes.CDLL(None).prctl(1, signal.SIGTERM)


class JupyterServer:
    """JupyterLab or Notebook 7, started and stopped with the tests."""

    def __init__(self, root: Path, app: str = "lab") -> None:
        self.root = root
        self.app = app
        self.token = secrets.token_hex(16)

    def __enter__(self) -> JupyterServer:
        self.home = Path(tempfile.mkdtemp(prefix="salescoach-jupyter-"))
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        environment = {k: v for k, v in os.environ.items() if not k.startswith(("JUPYTER", "JPY_"))}
        environment |= {
            "JUPYTER_CONFIG_DIR": str(self.home / "config"),
            "JUPYTER_DATA_DIR": str(self.home / "data"),
            "JUPYTER_RUNTIME_DIR": str(self.home / "runtime"),
            "IPYTHONDIR": str(self.home / "ipython"),
            "XDG_DATA_HOME": str(self.home / "user-data"),  # no practice schedule of ours
            "JUPYTERLAB_SETTINGS_DIR": str(self.home / "settings"),
            "JUPYTERLAB_WORKSPACES_DIR": str(self.home / "workspaces"),
        }
        command = [
            sys.executable, "-m", "jupyter", self.app, "--no-browser", "--allow-root",
            "--ServerApp.ip=127.0.0.1", f"--ServerApp.port={self.port}",
            "--ServerApp.port_retries=0", f"--IdentityProvider.token={self.token}",
            f"--ServerApp.root_dir={self.root}",
        ]  # fmt: skip
        self.log = (self.home / "server.log").open("wb")
        self.process = subprocess.Popen(
            command, stdout=self.log, stderr=subprocess.STDOUT, env=environment, cwd=self.root,
            start_new_session=True,
            preexec_fn=_die_with_the_tests if sys.platform == "linux" else None,
        )  # fmt: skip
        deadline = time.monotonic() + 60
        while True:
            if self.process.poll() is not None:
                raise RuntimeError(
                    "Jupyter ended:\n" + (self.home / "server.log").read_text()[-4000:]
                )
            with contextlib.suppress(OSError):
                self.api("GET", "/api/status")
                return self
            if time.monotonic() > deadline:
                self.__exit__()
                raise TimeoutError("Jupyter did not start within a minute")
            time.sleep(0.1)

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            with contextlib.suppress(Exception):
                self.api("POST", "/api/shutdown", {})
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(self.process.pid, signal.SIGKILL)
                self.process.wait(5)
        self.log.close()
        shutil.rmtree(self.home, ignore_errors=True)

    def api(self, method: str, path: str, body: Any = None) -> Any:
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.port}{path}", method=method,
            headers={"Authorization": f"token {self.token}", "Content-Type": "application/json"},
            data=None if body is None else json.dumps(body).encode(),
        )  # fmt: skip
        with urllib.request.urlopen(request, timeout=5) as response:
            text = response.read()
        return json.loads(text) if text else None

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}/{path}?token={self.token}"


@contextlib.contextmanager
def chromium(**context: Any) -> Iterator[BrowserContext]:
    """Debian's Chromium, headless, with a fresh profile."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_ARGUMENTS)
        context.setdefault("viewport", VIEWPORT)
        opened = browser.new_context(**context)
        try:
            yield opened
        finally:
            opened.close()
            browser.close()


# Whether JupyterLab itself stands in the page; then a notebook is opened within it.
_IS_LAB = """(origin) => location.origin === origin && location.pathname.startsWith("/lab/")
  && !!window.jupyterapp"""

# Ends the kernels, closes everything without saving, and puts back what a test may have changed.
# False where that cannot be done, and after a reload, which may still be opening tabs of its own:
# the page is then thrown away.
_CLEAR = """async () => {
  const app = window.jupyterapp;
  if (!app || document.querySelector(".jp-Dialog")) return false;
  if (performance.getEntriesByType("navigation")[0].type === "reload") return false;
  for (const widget of [...app.shell.widgets("main")]) {
    const session = widget.sessionContext || (widget.context && widget.context.sessionContext);
    if (session && session.session) await session.shutdown();
    widget.dispose();
  }
  if (document.body.dataset.jpThemeLight !== "true")
    await app.commands.execute("apputils:change-theme", { theme: "JupyterLab Light" });
  if (app.shell.leftCollapsed) app.shell.expandLeft();
  document.activeElement.blur();
  // What was cut short complains now, and not in the next test.
  await new Promise((resolve) => setTimeout(resolve, 100));
  return true;
}"""


def cleared(page: Page) -> bool:
    """Close what a test left open in JupyterLab; False if the page is no good for another test."""
    if "/lab/" not in page.url:
        return False
    try:
        return bool(page.evaluate(_CLEAR))
    except PlaywrightError:  # the page went away, or asks whether to leave it
        return False


_READY = """async (path) => {
  const until = async (f) => {
    const start = performance.now();
    for (;;) {
      const value = f();
      if (value) return value;
      if (performance.now() - start > 60000) throw new Error("waited a minute for " + f);
      await new Promise((r) => setTimeout(r, 30));
    }
  };
  const app = await until(() => window.jupyterapp);
  await app.restored;
  const panel = await until(() => [...app.shell.widgets("main")].find(
    (w) => w.context && w.context.path === path && w.content && w.content.widgets));
  await panel.context.ready;
  await panel.sessionContext.ready;
  await until(() => panel.sessionContext.session?.kernel?.status === "idle");
  app.shell.activateById(panel.id);
}"""

_COMMAND = """([name, options]) => window.jupyterapp.commands.execute(name, options)
  .then((result) => (typeof result === "boolean" ? result : null))"""


class NotebookPage:
    """A notebook in the browser, driven by JupyterLab's commands; no pixel is guessed."""

    def __init__(self, page: Page, server: JupyterServer, path: str) -> None:
        self.page = page
        self.server = server
        self.path = path
        self.errors: list[str] = []
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        if server.app == "lab" and page.evaluate(_IS_LAB, f"http://127.0.0.1:{server.port}"):
            self.command("docmanager:open", path=path)
        elif server.app == "lab":
            workspace = secrets.token_hex(4)  # no tabs from earlier tests
            page.goto(server.url(f"lab/workspaces/{workspace}/tree/{quote(path)}"))
        else:
            page.goto(server.url(f"notebooks/{quote(path)}"))
        self.wait_until_ready()

    def wait_until_ready(self) -> None:
        self.page.evaluate(_READY, self.path)

    def command(self, name: str, **options: Any) -> Any:
        return self.page.evaluate(_COMMAND, [name, options])

    def run_all(self) -> None:
        """Run all cells; the promise is kept when the last one has finished."""
        self.command("notebook:run-all-cells")

    def restart_and_run_all(self) -> None:
        self.page.evaluate(
            "() => { window.restarting = window.jupyterapp.commands.execute("
            "'runmenu:restart-and-run-all'); }"
        )
        self.page.locator(".jp-Dialog button.jp-mod-accept").click()
        self.page.evaluate("() => window.restarting")
        self.wait_until_ready()

    def save(self) -> None:
        self.command("docmanager:save")

    def reload(self) -> None:
        self.page.reload()
        self.wait_until_ready()

    def cells_on_disk(self) -> list[str]:
        notebook = json.loads((self.server.root / self.path).read_text("utf-8"))
        return ["".join(cell["source"]) for cell in notebook["cells"]]

    def file(self) -> str:
        return (self.server.root / self.path).read_text("utf-8")

    def code_cell(self, index: int) -> Locator:
        return self.page.locator(".jp-NotebookPanel:visible .jp-CodeCell").nth(index)

    def type_in_cell(self, index: int, text: str) -> None:
        """Put the cursor at the end of a cell, with the keyboard, and type."""
        self.code_cell(index).locator(".cm-content").click()
        self.page.keyboard.press("Control+End")
        self.page.keyboard.type(text)

    def widget(self, item: str) -> Locator:
        return self.page.get_by_test_id(f"answer-{item}")
