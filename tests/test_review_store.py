"""The practice file under a crash, two notebooks at once, and damage."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from salescoach import review_store
from salescoach.errors import CoachError
from salescoach.habits import Review
from salescoach.review_store import ReviewStore

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
ROOT = Path(__file__).parents[1]

WRITER = """
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from salescoach.habits import Review
from salescoach.review_store import ReviewStore
folder, name, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
store = ReviewStore(folder)
for n in range(count):
    store.add([Review(datetime(2026, 3, 2, tzinfo=UTC) + timedelta(seconds=n), name, "good")])
    print(n, flush=True)
"""


def review(n: int, item: str = "signals/s001") -> Review:
    return Review(NOON + timedelta(minutes=n), item, "good")


def start(folder: Path, name: str, count: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(folder), name, str(count)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


def test_what_was_added_is_there_in_the_next_session(tmp_path: Path) -> None:
    folder = tmp_path / "not" / "yet"
    assert ReviewStore(folder).load().reviews == ()
    ReviewStore(folder).add([review(1), review(2)])
    assert ReviewStore(folder).add([review(3)]).reviews == (review(1), review(2), review(3))
    assert ReviewStore(folder).load().message == ""


def test_the_folder_is_the_one_of_the_operating_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(review_store, "user_data_path", lambda name, appauthor: tmp_path / name)
    assert ReviewStore().path == tmp_path / "salescoach" / review_store.FILE


def test_two_notebooks_at_once_lose_nothing(tmp_path: Path) -> None:
    writers = [start(tmp_path, name, 40) for name in ("signals/a", "signals/b", "signals/c")]
    assert [w.wait(timeout=60) for w in writers] == [0, 0, 0]
    items = [r.item for r in ReviewStore(tmp_path).load().reviews]
    assert {i: items.count(i) for i in items} == {
        "signals/a": 40, "signals/b": 40, "signals/c": 40,
    }  # fmt: skip


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_a_killed_notebook_leaves_a_sound_file(tmp_path: Path) -> None:
    for attempt in range(5):
        writer = start(tmp_path, f"signals/{attempt}", 100_000)
        assert writer.stdout is not None
        for _ in range(10):
            confirmed = int(writer.stdout.readline())
        time.sleep(0.003 * attempt)
        writer.send_signal(signal.SIGKILL)
        writer.wait(timeout=30)
        writer.stdout.close()
        stored = ReviewStore(tmp_path).load()
        assert stored.message == ""
        mine = [r for r in stored.reviews if r.item == f"signals/{attempt}"]
        assert len(mine) > confirmed


def test_a_crash_between_writing_and_replacing_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ReviewStore(tmp_path).add([review(1)])
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", lambda _: (_ for _ in ()).throw(OSError(28, "disk full")))
        with pytest.raises(CoachError, match="disk full"):
            ReviewStore(tmp_path).add([review(2)])
    assert ReviewStore(tmp_path).load().reviews == (review(1),)
    assert ReviewStore(tmp_path).add([review(3)]).reviews == (review(1), review(3))


def test_a_cut_off_file_is_moved_aside_and_what_can_be_read_is_kept(tmp_path: Path) -> None:
    store = ReviewStore(tmp_path)
    store.add([review(n) for n in range(5)])
    whole = store.path.read_bytes()
    store.path.write_bytes(whole[: len(whole) // 2])
    stored = ReviewStore(tmp_path).load()
    assert 1 <= len(stored.reviews) < 5
    assert f"{len(stored.reviews)} reviews could be read" in stored.message
    aside = tmp_path / "practice-reviews.damaged-1.json"
    assert aside.read_bytes() == whole[: len(whole) // 2]
    assert ReviewStore(tmp_path).load() == review_store.Stored(stored.reviews)


@pytest.mark.parametrize("data", [b"", b"\x00\xff\x80", b"[]", b'{"version": 1}', b"null", b"{"])
def test_any_damage_is_moved_aside_and_a_running_notebook_restores_its_reviews(
    tmp_path: Path, data: bytes
) -> None:
    store = ReviewStore(tmp_path)
    store.add([review(1)])
    store.path.write_bytes(data)
    stored = store.add([review(2)])
    assert "moved aside" in stored.message
    assert stored.reviews == (review(1), review(2))
    assert ReviewStore(tmp_path).load().reviews == (review(1), review(2))
    store.path.write_bytes(data)
    assert "damaged-2" in store.load().message


@pytest.mark.parametrize(
    "entry",
    [["2026-03-02T12:00:00", "signals/s001", "good"], ["then", "signals/s001", "good"],
     ["2026-03-02T12:00:00+00:00", "signals/s001", "great"], {"item": "signals/s001"}, 7],
)  # fmt: skip
def test_one_bad_entry_costs_only_itself(tmp_path: Path, entry: object) -> None:
    good = [review(1).at.isoformat(), "signals/s001", "good"]
    path = ReviewStore(tmp_path).path
    path.write_text(json.dumps({"version": 1, "reviews": [entry, good]}), "utf-8")
    stored = ReviewStore(tmp_path).load()
    assert stored.reviews == (review(1),)
    assert stored.message


def test_the_file_of_a_later_version_is_left_alone(tmp_path: Path) -> None:
    path = ReviewStore(tmp_path).path
    path.write_text('{"version": 2, "reviews": []}', "utf-8")
    with pytest.raises(CoachError, match="later version"):
        ReviewStore(tmp_path).load()
    assert path.read_text("utf-8") == '{"version": 2, "reviews": []}'


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CoachError, match="cannot be used"):
        ReviewStore(tmp_path / "file").load()


def test_a_lock_that_is_never_released_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(review_store, "LOCK_SECONDS", 0.05)
    store = ReviewStore(tmp_path)
    with (
        review_store.FileLock(store.path.with_suffix(".lock")),
        pytest.raises(CoachError, match="another notebook"),
    ):
        ReviewStore(tmp_path).add([review(1)])
