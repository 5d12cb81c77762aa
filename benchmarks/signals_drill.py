"""Measures the drill: how fast it opens with the whole bank, and how fast a key is answered.

Opens JupyterLab in Chromium, as a trainee does. A key press counts as answered when the frame is
painted that shows its effect; the time is taken in the browser, from the key event on.

Run: python -m benchmarks.signals_drill [--rounds 6]
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from pathlib import Path
from statistics import median, quantiles

import nbformat

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.browser.lab import JupyterServer, NotebookPage, chromium  # noqa: E402

START = """from salescoach import lesson
coach = lesson.open("05-read-the-signals")
coach.catalog.drill_sets = {}  # the whole bank: nothing is held back for an exercise
"""

# Listens before the drill does; two frames later the effect has been painted.
WATCH = """() => {
  window.keyTimes = [];
  window.addEventListener("keydown", (event) => {
    const start = event.timeStamp;
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => window.keyTimes.push(performance.now() - start);
      channel.port2.postMessage(null);
    });
  }, true);
}"""

# From the moment the widget asks for the situations until they stand on the page.
WATCH_OPENING = """() => {
  const original = WebSocket.prototype.send;
  window.opened = null;
  window.asked = null;
  const text = (data) => typeof data === "string" ? data : new TextDecoder().decode(data);
  WebSocket.prototype.send = function (data) {
    if (text(data).includes('"type":"open"')) window.asked = performance.now();
    return original.call(this, data);
  };
  new MutationObserver(() => {
    const shown = document.querySelector("[data-testid='practice-drill'] .sc-situation");
    if (window.asked !== null && window.opened === null && shown && shown.textContent) {
      window.opened = performance.now() - window.asked;
    }
  }).observe(document.body, { childList: true, subtree: true, characterData: true });
}"""


def p95(values: list[float]) -> float:
    return quantiles(values, n=20)[-1]


def catalog_times(runs: int = 20) -> tuple[float, int]:
    """Median milliseconds to read all situations with their keys from the tables."""
    from salescoach.catalog import open_catalog
    from salescoach.keys import signal_keys

    times, count = [], 0
    for _ in range(runs):
        start = time.perf_counter()
        catalog = open_catalog()
        count = len(catalog.signals)
        signal_keys(catalog)
        times.append((time.perf_counter() - start) * 1000)
    return median(times), count


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=6, help="rounds of ten situations")
    rounds = parser.parse_args().rounds
    read, count = catalog_times()
    print(f"Reading {count} situations with their keys: {read:.0f} ms (median of 20)")
    root = Path(tempfile.mkdtemp())
    cells = [nbformat.v4.new_code_cell(c) for c in (START, "coach.drill()")]
    written = nbformat.v4.new_notebook(cells=cells)
    written.metadata.kernelspec = {"name": "python3", "display_name": "Python 3"}
    nbformat.write(written, root / "drill.ipynb")
    try:
        with JupyterServer(root) as server, chromium() as context:
            page = context.new_page()
            notebook = NotebookPage(page, server, "drill.ipynb")
            page.evaluate(WATCH_OPENING)
            page.evaluate(WATCH)  # before the drill is made: it keeps its keys to itself
            openings = []
            for _ in range(5):
                page.evaluate("() => { window.opened = null; window.asked = null; }")
                notebook.run_all()
                page.wait_for_function("() => window.opened !== null")
                openings.append(page.evaluate("() => window.opened"))
            shown = page.evaluate(
                "() => document.querySelector(\"[data-testid='practice-drill']\").dataset.cards"
            )
            print(
                f"Opening the drill with {shown} situations, from asking the kernel to the page: "
                f"{median(openings):.0f} ms (median of 5, slowest {max(openings):.0f} ms)"
            )
            page.locator(".sc-stage").focus()
            for number in range(rounds):
                for place in range(10):
                    for key in (str(place % 9 + 1), "4", str((place + number) % 9 + 1), "Enter"):
                        page.keyboard.press(key)
                        page.wait_for_timeout(30)
                if number < rounds - 1:
                    page.get_by_test_id("more").click()
            page.wait_for_timeout(200)
            times = page.evaluate("() => window.keyTimes")
            print(
                f"{len(times)} key presses answered: median {median(times):.1f} ms, "
                f"p95 {p95(times):.1f} ms, slowest {max(times):.1f} ms"
            )
    finally:
        shutil.rmtree(root)


if __name__ == "__main__":
    main()
