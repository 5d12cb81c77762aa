"""Killed at any moment, a run loses nothing that it had stored and leaves nothing half."""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from test_gradebook import ANSWERS, NAME, SCRIPT, Desk

from salescoach.grading.course import open_course
from salescoach.grading.gradebook import open_gradebook
from salescoach.grading.gradebook.records import Snapshot

HAND_INS = 120
KILLS = int(os.environ.get("SALESCOACH_KILLS", "8"))  # more take longer and find more
ROSTER = "id,name,group\n" + "".join(f"t{n:03},Person {n},\n" for n in range(HAND_INS))

# Small steps, so that there are many moments at which the run can be hit.
GRADE = """
import sys
from pathlib import Path
from salescoach.catalog import open_catalog
from salescoach.grading import course_desk
from salescoach.grading.course import open_course
from salescoach.grading.gradebook import open_gradebook
course_desk.MOST_AT_ONCE = 3
course = open_course(Path(sys.argv[1]))
course_desk.grade_course(
    course, open_catalog(), open_gradebook(course),
    progress=lambda done, of: print(done, flush=True),
)
"""

DECIDE = """
import sys
from pathlib import Path
from salescoach.grading.course import open_course
from salescoach.grading.gradebook import Decision, open_gradebook
book = open_gradebook(open_course(Path(sys.argv[1])))
print("ready", flush=True)
for number in range(int(sys.argv[2]), 10**9):
    why = str(number) * 500
    book.decide(Decision("t001", "e", "i", "override", "h", 1.0, "Kim", why, str(number)))
    print(number, flush=True)
"""


def start(program: str, *arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", program, *map(str, arguments)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = Desk(tmp_path / "spring", roster=ROSTER)
    for n in range(HAND_INS):
        answers = ANSWERS | {"voicemail-cold": f"{SCRIPT} I have {n} friends."}
        made.hand_in(f"{n}.ipynb", answers, f'id = "t{n:03}"')
    return made


def stored(folder: Path) -> Snapshot:
    """Read the gradebook as the next run would, and make sure that nothing is half."""
    snapshot = open_gradebook(open_course(folder)).snapshot()
    with sqlite3.connect(folder / "gradebook.sqlite") as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    for hand_in in snapshot.hand_ins:
        assert [g.item for g in hand_in.grades] == list(ANSWERS)
        assert json.loads(hand_in.content)["answers"]
        assert hand_in.exercise == NAME
    assert len(snapshot.inputs) == len(snapshot.hand_ins)
    return snapshot


def test_grading_killed_at_random_moments_goes_on_and_comes_to_the_same_end(
    desk: Desk, tmp_path: Path
) -> None:
    chance = random.Random(6)
    before, kills = 0, 0
    for _ in range(20 * KILLS):
        run = start(GRADE, desk.folder)
        assert run.stdout
        if kills < KILLS:
            if chance.random() < 0.25:  # also before the first hand-in: while the tables are made
                time.sleep(chance.uniform(0.2, 1.2))
            else:
                for _ in range(chance.randint(1, 12)):
                    run.stdout.readline()
                time.sleep(chance.uniform(0, 0.02))
            run.send_signal(signal.SIGKILL)
            kills += run.wait() == -signal.SIGKILL
        else:
            _, errors = run.communicate(timeout=120)
            assert run.returncode == 0, errors
            break
        run.stdout.close()
        now = len(stored(desk.folder).hand_ins)
        assert now >= before
        before = now
    assert kills == KILLS
    end = stored(desk.folder)
    assert len(end.hand_ins) == HAND_INS
    assert not list(desk.folder.glob("*-journal"))

    whole = Desk(tmp_path / "whole", roster=ROSTER)
    (whole.folder / "secret.key").write_bytes((desk.folder / "secret.key").read_bytes())
    (whole.folder / "inbox").rmdir()
    (desk.folder / "inbox").rename(whole.folder / "inbox")
    whole.grade()
    values = [
        [(h.trainee, h.sha256, h.grades, h.received, h.note) for h in snapshot.hand_ins]
        for snapshot in (end, stored(whole.folder))
    ]
    assert values[0] == values[1]


def test_a_decision_that_was_reported_is_never_lost(desk: Desk) -> None:
    chance = random.Random(7)
    reported = -1
    for _ in range(KILLS):
        run = start(DECIDE, desk.folder, reported + 1)
        assert run.stdout
        assert run.stdout.readline() == "ready\n"
        done = [int(run.stdout.readline()) for _ in range(chance.randint(0, 8))]
        time.sleep(chance.uniform(0, 0.02))
        run.send_signal(signal.SIGKILL)
        said, _ = run.communicate()
        lines = said.splitlines(keepends=True)
        done += [int(line) for line in lines if line.endswith("\n")]
        found = open_gradebook(open_course(desk.folder)).snapshot().decisions
        assert all(d.why == d.when * 500 for d in found), "a decision is half"
        numbers = [int(d.when) for d in found]
        assert numbers == list(range(len(numbers)))
        reported = max([reported, *done])
        assert len(numbers) in (reported + 1, reported + 2), "one may be stored but not yet said"
        reported = len(numbers) - 1
    assert reported > KILLS


def test_ctrl_c_keeps_what_was_graded_and_the_next_run_continues(desk: Desk) -> None:
    command = "from salescoach.cli import main; main()"
    run = start(command, "grade", "--course", desk.folder, "--out", desk.folder / "out")
    journal = desk.folder / "gradebook.sqlite"
    while not (journal.exists() and journal.stat().st_size) and run.poll() is None:
        time.sleep(0.01)
    time.sleep(0.3)
    run.send_signal(signal.SIGINT)
    _, errors = run.communicate(timeout=60)
    if run.returncode == 0:
        pytest.skip("the run was faster than Ctrl-C")
    assert run.returncode == 130
    assert "goes on from there" in errors
    assert "Traceback" not in errors
    kept = len(stored(desk.folder).hand_ins)
    assert not (desk.folder / "out").exists(), "no half results"
    again = start(command, "grade", "--course", desk.folder, "--out", desk.folder / "out")
    said, errors = again.communicate(timeout=120)
    assert again.returncode == 0, errors
    assert len(stored(desk.folder).hand_ins) == HAND_INS >= kept
    assert f"{HAND_INS} graded" in said
