"""A learner's folder of lessons, as the working directory."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def lessons(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "notebooks"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder
