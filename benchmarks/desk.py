"""Measures the grading desk: against nbgrader, on a large course, and how its time grows.

1. Twelve hand-ins of the size of exercise 03 and a set of choices: ours against `nbgrader
   autograde` and `generate_feedback` on an equivalent assignment, one after the other in this run.
   The equivalent: the same texts and choices as Python strings, with test cells that check length,
   name and telephone number of a text and the letter of a choice. nbgrader runs from an
   environment of its own: python -m venv X && X/bin/pip install nbgrader ipykernel.
2. A thousand hand-ins with feedback pages: seconds and megabytes.
3. 100 to 10,000 hand-ins: seconds for each hand-in.
4. The same bytes whatever the order of the files and the number of workers.

Run: python benchmarks/desk.py --nbgrader X/bin/nbgrader
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from salescoach.answers import format_cell
from salescoach.catalog import workbook

EXERCISE = "exercise-03-voicemail"
OPENINGS = ("Hi Tomasz, Ines Duarte from Gearline.", "Tomasz, this is Ines at Gearline.",
            "Good morning, Ines from Gearline here.", "Hello, my name is Ines.")  # fmt: skip
MIDDLES = (
    "You are about to run a third shift.", "I sent you an email on Monday.",
    "Two shops like yours stood still at night for want of a part.",
    "With parts on the shelf they cut the idle hours by half.",
    "We are the best supplier in the north.", "Congratulations on the rail contract.",
    "Your night shift will start in March.", "A part worth twenty pounds stops a machine.",
    "Others told us that the first weeks are the hardest.", "Our catalogue has many parts.",
)  # fmt: skip
ENDINGS = ("I'm on 0113 496 0122.", "If not, just say so, that's fine.", "Call me back today.",
           "Otherwise I'll ring again on Thursday.", "I'll try you again on Friday.")  # fmt: skip


def script(luck: random.Random) -> str:
    """Put a message together that hardly anybody else has."""
    middles = luck.sample(MIDDLES, luck.randint(2, 6))
    endings = luck.sample(ENDINGS, luck.randint(1, 4))
    return " ".join([luck.choice(OPENINGS), *middles, *endings])


def answers_of(number: int) -> dict[str, str]:
    """Give what trainee `number` answers."""
    luck = random.Random(number)
    return {
        "me": f'name = "Trainee {number:05}"',
        "voicemail-cold": script(luck),
        "voicemail-again": script(luck),
        "voicemail-which": f'choice = "{luck.choice("abcd")}"',
        "voicemail-mend": f'choice = "{luck.choice("abcd")}"',
    }


def write_hand_ins(folder: Path, count: int) -> None:
    """Write the hand-ins of a class."""
    released = json.loads((workbook() / "exercises" / f"{EXERCISE}.ipynb").read_text("utf-8"))
    folder.mkdir(parents=True)
    for number in range(count):
        answers = answers_of(number)
        for cell in released["cells"]:
            first = "".join(cell["source"]).partition("\n")[0]
            item = first.removeprefix("%%answer ")
            if first.startswith("%%answer") and item in answers:
                cell["source"] = format_cell(item, answers[item]).splitlines(keepends=True)
        (folder / f"{number:05}.ipynb").write_text(json.dumps(released, indent=1))


MEASURE = """
import json, random, resource, sys, time
from pathlib import Path
start = time.perf_counter()
from salescoach.catalog import open_catalog
from salescoach.grading import grade
from salescoach.grading.output import write_results
inbox, out, workers, seed = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
if __name__ == "__main__":
    files = sorted(inbox.iterdir())
    if seed:
        random.Random(seed).shuffle(files)
    grades = grade(files, open_catalog(), workers=workers)
    graded = time.perf_counter() - start
    write_results(grades, out)
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    used += workers * resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss if workers > 1 else 0
    print(json.dumps([time.perf_counter() - start, graded, used / 1024, len(grades)]))
"""


def ours(inbox: Path, out: Path, workers: int = 1, seed: int = 0) -> tuple[float, float, float]:
    """Grade in a fresh process: seconds for all, seconds until graded, megabytes."""
    program = out.parent / "measure.py"
    program.write_text(MEASURE)
    done = subprocess.run(
        [sys.executable, str(program), str(inbox), str(out), str(workers), str(seed)],
        capture_output=True, text=True, check=True,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[1])},
    )  # fmt: skip
    seconds, graded, megabytes, _ = json.loads(done.stdout.splitlines()[-1])
    return seconds, graded, megabytes


def digest(folder: Path) -> str:
    """Hash names and bytes of all files in a folder."""
    total = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        total.update(str(path.relative_to(folder)).encode() + b"\0" + path.read_bytes())
    return total.hexdigest()[:16]


def peer_cell(kind: str, source: str, grade_id: str, points: int = 0) -> dict[str, Any]:
    """Write a cell as nbgrader wants it."""
    about = {
        "grade_id": grade_id,
        "schema_version": 3,
        "locked": kind == "test",
        "grade": kind == "test",
        "solution": kind == "solution",
        "task": False,
    }
    if kind == "test":
        about["points"] = points
    return {"cell_type": "code", "metadata": {"nbgrader": about}, "source": source, "outputs": [],
            "execution_count": None, "id": grade_id}  # fmt: skip


def peer_notebook(answers: dict[str, str] | None) -> str:
    """Write the same exercise for nbgrader: strings to fill in, and tests that give points."""
    cells = []
    for item in ("voicemail-cold", "voicemail-again", "voicemail-which", "voicemail-mend"):
        name = item.replace("-", "_")
        said = "" if answers is None else answers[item].removeprefix("choice = ").strip('"')
        if answers is None:
            body = f"### BEGIN SOLUTION\n{name} = ''\n### END SOLUTION"
        else:
            body = f"{name} = {said!r}"
        cells.append(peer_cell("solution", body, name))
        if "which" in item or "mend" in item:
            cells.append(peer_cell("test", f"assert {name} in ('b', 'c')", f"{name}_1", 3))
            continue
        tests = (f"assert 15 <= len({name}.split()) <= 100", f"assert 'Ines' in {name}",
                 f"import re\nassert re.search(r'0113 496 \\d{{4}}', {name})",
                 f"assert 'Tomasz' in {name}", f"assert 'best' not in {name}")  # fmt: skip
        cells += [peer_cell("test", test, f"{name}_{n}", 2) for n, test in enumerate(tests)]
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    notebook = {"nbformat": 4, "nbformat_minor": 5, "metadata": {"kernelspec": kernel},
                "cells": cells}  # fmt: skip
    return json.dumps(notebook)


def peer(nbgrader: str, folder: Path, count: int) -> tuple[float, float]:
    """Grade the same class with nbgrader: seconds for autograde, seconds for generate_feedback."""
    folder.mkdir()
    (folder / "nbgrader_config.py").write_text(
        'c = get_config()\nc.CourseDirectory.course_id = "x"'
    )
    source = folder / "source" / "ps1"
    source.mkdir(parents=True)
    (source / "ps1.ipynb").write_text(peer_notebook(None))
    binary = Path(nbgrader).absolute()
    environment = os.environ | {"PATH": f"{binary.parent}{os.pathsep}{os.environ['PATH']}"}
    environment.pop("PYTHONPATH", None)

    def run(*command: str) -> float:
        start = time.perf_counter()
        done = subprocess.run([str(binary), *command], cwd=folder, capture_output=True, text=True,
                              env=environment, check=False)  # fmt: skip
        if done.returncode:
            raise SystemExit(done.stderr[-3000:])
        return time.perf_counter() - start

    run("generate_assignment", "ps1", "--force")
    for number in range(count):
        place = folder / "submitted" / f"t{number:02}" / "ps1"
        place.mkdir(parents=True)
        released = json.loads((folder / "release" / "ps1" / "ps1.ipynb").read_text())
        filled = json.loads(peer_notebook(answers_of(number)))
        solved = {c["metadata"]["nbgrader"]["grade_id"]: c["source"] for c in filled["cells"]}
        for cell in released["cells"]:
            about = cell["metadata"]["nbgrader"]
            if about["solution"]:
                cell["source"] = solved[about["grade_id"]]
        (place / "ps1.ipynb").write_text(json.dumps(released))
    return run("autograde", "ps1"), run("generate_feedback", "ps1")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--nbgrader", help="the nbgrader command of another environment")
    parser.add_argument("--most", type=int, default=10_000, help="hand-ins of the largest class")
    arguments = parser.parse_args()
    faults = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_hand_ins(folder / "in12", 12)
        ours(folder / "in12", folder / "out12")  # the first run of all reads files from the disk
        seconds = min(ours(folder / "in12", folder / "out12")[0] for _ in range(3))
        print(f"12 hand-ins, start of Python included: {seconds:.2f} s")
        if arguments.nbgrader:
            autograde, feedback = peer(arguments.nbgrader, folder / "peer", 12)
            times = (autograde + feedback) / seconds
            print(f"nbgrader autograde {autograde:.1f} s + generate_feedback {feedback:.1f} s: "
                  f"{times:.0f} times as long")  # fmt: skip
            if times < 40:
                faults.append("less than 40 times as fast as nbgrader")
        each = {}
        for count in (100, 1000, 10_000):
            if count > arguments.most:
                continue
            write_hand_ins(folder / f"in{count}", count)
            seconds, graded, megabytes = ours(folder / f"in{count}", folder / "out")
            each[count] = seconds / count
            print(f"{count} hand-ins with pages: {seconds:.1f} s ({graded:.1f} s until graded), "
                  f"{1000 * seconds / count:.1f} ms each, {megabytes:.0f} MB")  # fmt: skip
            if count == 1000 and (seconds > 30 or megabytes > 300):
                faults.append("1,000 hand-ins take more than 30 s or 300 MB")
            if count < 10_000:
                first = digest(folder / "out")
                for workers, seed in ((1, 7), (2, 0), (2, 9)):
                    shutil.rmtree(folder / "out")
                    ours(folder / f"in{count}", folder / "out", workers, seed)
                    if digest(folder / "out") != first:
                        faults.append(f"other bytes with {workers} workers, order {seed}")
                print(f"  in another order, and with 2 workers: digest {first} each time")
            shutil.rmtree(folder / "out")
        if len(each) == 3 and each[10_000] > 1.5 * each[1000]:
            faults.append("the time grows faster than the number of hand-ins")
    for fault in faults:
        print(f"Fault: {fault}.")
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main())
