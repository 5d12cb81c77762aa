"""Fixtures for the browser tests. Without Chromium they are skipped, except in CI."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import BrowserContext, Page, expect

from .lab import CHROMIUM, VIEWPORT, JupyterServer, NotebookPage, chromium, cleared

expect.set_options(timeout=15_000)  # two busy cores are slower than a trainee's machine


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session", autouse=True)
def _needs_chromium() -> None:
    if CHROMIUM is None:
        told = "Chromium is not installed (Debian: apt-get install chromium)"
        if os.environ.get("CI"):
            pytest.fail(f"{told}; in CI no browser test may be skipped")
        pytest.skip(told)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[JupyterServer]:
    with JupyterServer(tmp_path_factory.mktemp("workbook")) as running:
        yield running


@pytest.fixture(scope="session")
def context() -> Iterator[BrowserContext]:
    with chromium() as opened:
        yield opened


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """The page of the test before, with nothing left open: JupyterLab takes seconds to load."""
    opened = context.pages[0] if context.pages else context.new_page()
    opened.set_viewport_size(VIEWPORT)
    yield opened
    if not cleared(opened):
        opened.close()


def write_notebook(path: Path, *cells: str) -> None:
    """Write a notebook of code cells, as a trainee gets it."""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(c) for c in cells])
    notebook.metadata.kernelspec = {"name": "python3", "display_name": "Python 3"}
    nbformat.write(notebook, path)


START = 'from salescoach import lesson\ncoach = lesson.open("{}")'


@pytest.fixture
def open_cells(
    server: JupyterServer, page: Page, request: pytest.FixtureRequest
) -> Callable[..., NotebookPage]:
    """Open a notebook with a start cell and the given answer cells, and run it."""

    def opener(
        *cells: str, lesson: str = "exercise-03-voicemail", run: bool = True
    ) -> NotebookPage:
        name = f"{request.node.name.replace('[', '-').replace(']', '')}.ipynb"
        write_notebook(server.root / name, START.format(lesson), *cells)
        notebook = NotebookPage(page, server, name)
        if run:
            notebook.run_all()
        return notebook

    return opener
