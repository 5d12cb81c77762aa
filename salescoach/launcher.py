"""Starts JupyterLab on the workbook, with settings that suit people who do not program."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from salescoach.catalog import workbook

FIRST_LESSON = "notebooks/00-start-here.ipynb"
FOLDERS = ("notebooks", "exercises")
OWN_FOLDER = "persist-or-walk-away"


def place_workbook(folder: Path) -> tuple[Path, list[Path]]:
    """Make sure that a folder holds the workbook; what is there already stays as it is.

    Parameters
    ----------
    folder : Path
        Where the user wants to work.

    Returns
    -------
    tuple of Path and list of Path
        The folder to open, and the files that were copied. A folder that holds other things
        but no workbook is not filled up: the workbook gets a folder of its own in it.
    """
    source = workbook()
    if folder.resolve() == source.resolve():
        return folder, []
    foreign = [p for p in folder.iterdir() if not p.name.startswith(".")]
    if foreign and not (folder / FIRST_LESSON).exists():
        folder = folder / OWN_FOLDER
        folder.mkdir(exist_ok=True)
    copied = []
    for name in FOLDERS:
        for original in sorted((source / name).rglob("*")):
            target = folder / original.relative_to(source)
            if original.is_dir() or ".ipynb_checkpoints" in original.parts or target.exists():
                continue
            target.parent.mkdir(parents=True, exist_ok=True)
            partial = target.with_name(f".{target.name}.partial")
            shutil.copyfile(original, partial)
            partial.replace(target)
            copied.append(target)
    return folder, copied


def has_display() -> bool:
    """Tell whether a browser window can be opened here."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def lab_command(folder: Path, *, browser: bool, port: int | None) -> list[str]:
    """Put together the command that starts JupyterLab.

    Parameters
    ----------
    folder : Path
        The folder that JupyterLab shows.
    browser : bool
        Whether to open a browser window.
    port : int, optional
        The port; by default the first free one from 8888.
    """
    command = [
        sys.executable,
        "-m",
        "jupyterlab",
        f"--ServerApp.root_dir={folder.resolve()}",
        f"--LabApp.default_url=/lab/tree/{FIRST_LESSON}",
        "--LabApp.expose_app_in_browser=True",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
        "--LabApp.news_url=",
    ]
    if not browser:
        command.append("--no-browser")
    if port is not None:
        # A port that was asked for is used or refused: another one would surprise.
        command += [f"--ServerApp.port={port}", "--ServerApp.port_retries=0"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        command.append("--allow-root")  # usual in containers; Jupyter refuses otherwise
    return command


def start_lab(folder: Path, *, browser: bool, port: int | None) -> int:
    """Run JupyterLab until it is stopped, and return its exit status."""
    process = subprocess.Popen(lab_command(folder, browser=browser, port=port))
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:
            continue  # JupyterLab got the Ctrl-C too and asks whether to stop
