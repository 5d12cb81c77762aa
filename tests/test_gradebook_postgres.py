"""The gradebook on a PostgreSQL server: the same course gives the same result as on a file."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from test_gradebook import ANSWERS, UNREADABLE, Desk, corrected

from salescoach.catalog import open_catalog
from salescoach.grading.gradebook.opening import URL_VARIABLE
from salescoach.grading.gradebook.tables import Base
from salescoach.grading.regrade import regrade
from salescoach.grading.review_queue import override, review_queue

# Debian keeps the server's own commands off the path.
PLACES = [os.environ.get("PATH", ""), *map(str, Path("/usr/lib/postgresql").glob("*/bin"))]
TOOLS = {name: shutil.which(name, path=os.pathsep.join(PLACES)) for name in ("initdb", "postgres")}


def cannot(why: str) -> None:
    """Skip with the reason; in CI that is a failure."""
    if os.environ.get("CI"):
        pytest.fail(f"{why}; in CI this test may not be skipped")
    pytest.skip(why)


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """A server of its own, reached by a socket in its own folder."""
    pytest.importorskip("psycopg")
    if not all(TOOLS.values()):
        cannot("PostgreSQL is not installed (Debian: apt-get install postgresql)")
    # It refuses to run as root; its socket needs a short path.
    user = "nobody" if os.geteuid() == 0 else None
    home = Path(tempfile.mkdtemp(prefix="sc-pg-", dir="/tmp"))
    if user:
        shutil.chown(home, user)
    data = home / "data"
    made = subprocess.run(
        [TOOLS["initdb"], "-D", data, "-U", "desk", "--auth=trust", "--no-sync"],
        user=user, capture_output=True, text=True, cwd=home, check=False,
    )  # fmt: skip
    if made.returncode:
        shutil.rmtree(home)
        cannot(f"initdb does not work here: {made.stderr[-300:]}")
    running = subprocess.Popen(
        [TOOLS["postgres"], "-D", data, "-k", home, "-c", "listen_addresses="],
        user=user, cwd=home, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        yield f"postgresql+psycopg://desk@/postgres?host={home}"
    finally:
        running.send_signal(signal.SIGINT)  # does not wait for pooled connections
        running.wait(20)
        shutil.rmtree(home)


@pytest.fixture
def url(server: str, monkeypatch: pytest.MonkeyPatch) -> str:
    import time

    import psycopg

    for _ in range(300):
        try:
            psycopg.connect(server.replace("+psycopg", "")).close()
            break
        except psycopg.OperationalError:
            time.sleep(0.1)
    monkeypatch.setenv(URL_VARIABLE, server)
    return server


def test_a_server_gives_the_same_result_as_a_file(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    results = []
    for name in ("server", "file"):
        if name == "file":
            monkeypatch.delenv(URL_VARIABLE)
        desk = Desk(tmp_path / name)
        (desk.folder / "secret.key").write_text("cd" * 32)
        desk.hand_in("a.ipynb", ANSWERS | UNREADABLE, 'id = "t01"')
        desk.hand_in("b.ipynb", ANSWERS | {"voicemail-mend": 'choice = "a"'}, 'id = "t02"')
        desk.grade()
        (first, *_) = review_queue(desk.course, open_catalog(), desk.book.snapshot())
        desk.book.decide(override(first, 2, "Kim", "why"))
        desk.catalog = corrected(tmp_path)
        desk.book.change(regrade(desk.course, desk.catalog, desk.book.snapshot()).changes)
        results.append([(c.trainee, c.status, c.score, c.note) for c in desk.grade().cells])
        assert (desk.folder / "gradebook.sqlite").exists() == (name == "file")
    assert results[0] == results[1]
    assert results[0][0][1:3] == ("graded", results[1][0][2])


def test_the_steps_make_the_tables_there_too(url: str, tmp_path: Path) -> None:
    with Desk(tmp_path / "x").book.engine.connect() as connection:
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, Base.metadata) == []
