"""The command line: exit codes, words instead of tracebacks, the workbook put into a folder."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from typer.testing import CliRunner

from salescoach.catalog import workbook
from salescoach.cli import app
from salescoach.launcher import FIRST_LESSON, OWN_FOLDER, lab_command, place_workbook

ROOT = Path(__file__).parents[1]


def run(*arguments: str) -> tuple[int, str]:
    """Run the installed command as a user does."""
    command = [sys.executable, "-c", "from salescoach.cli import main; main()", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def commands() -> list[str]:
    alone = [c.name or c.callback.__name__ for c in app.registered_commands if c.callback]
    grouped = [
        f"{group.name} {command.name}"
        for group in app.registered_groups
        if group.typer_instance
        for command in group.typer_instance.registered_commands
    ]
    return alone + grouped


@pytest.mark.parametrize("command", commands())
def test_every_help_shows_an_example(command: str) -> None:
    done = CliRunner().invoke(app, [*command.split(), "--help"])
    assert done.exit_code == 0
    assert f"Example: salescoach {command}" in re.sub(r"\s+", " ", done.output)


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (["validate"], 0, "no fault"),
        (["validate", "nowhere"], 1, "There is no folder 'nowhere'."),
        (["grade", "nowhere.ipynb", "--out", "OUT"], 1, "There is no such file."),
        (["grade", "EMPTY", "--out", "OUT"], 1, "There is no notebook to grade here."),
        (["grade"], 2, "Missing argument"),
        (["grade", "x.ipynb"], 2, "Missing option '--out'"),
        (["grade", "--course", "EMPTY"], 1, "There is no course"),
        (["course", "check", "EMPTY"], 1, "course new"),
        (["course", "new"], 2, "Missing argument"),
        (["release"], 2, "Missing option '--course'"),
        (["regrade"], 2, "Missing option '--course'"),
        (["lab", "--port", "x"], 2, "--port"),
        (["nonsense"], 2, "No such command"),
    ],
)  # fmt: skip
def test_exit_status_and_words(
    tmp_path: Path, arguments: list[str], status: int, told: str
) -> None:
    (tmp_path / "empty").mkdir()
    places = {"OUT": str(tmp_path / "out"), "EMPTY": str(tmp_path / "empty")}
    code, output = run(*[places.get(a, a) for a in arguments])
    assert (code, "Traceback" in output) == (status, False)
    assert told in output


def test_a_course_from_its_folder_to_a_corrected_grade(tmp_path: Path) -> None:
    folder = tmp_path / "spring"
    assert run("course", "new", str(folder), "--title", "Spring")[0] == 0
    assert run("course", "new", str(folder))[0] == 1
    code, output = run("course", "check", str(folder))
    assert (code, "is in order: 2 trainees" in output) == (0, True)
    code, output = run("release", "--course", str(folder), "--for-each")
    assert (code, "Wrote 2 bundles" in output) == (0, True)
    bundle = next((folder / "release").glob("t01-*.zip"))
    shutil.copy(bundle, folder / "inbox")
    code, output = run("grade", "--course", str(folder))
    assert code == 0, output
    assert "blank" in output
    assert "Ana Example (t01)" in output
    assert (folder / "results" / "grades.csv").exists()
    name = "exercise-03-voicemail"
    decide = ["override", "T01", name, "voicemail-mend", "--course", str(folder), "--by", "Kim"]
    code, output = run(*decide, "99", "--why", "x")
    assert (code, "a number from 0 to 3" in output) == (1, True)
    code, output = run(*decide, "2", "--why", "answered by mail")
    assert (code, "2 of 3 points" in output) == (0, True)
    code, output = run(*[d if d != "T01" else "t09" for d in decide], "2", "--why", "x")
    assert (code, "has no answer" in output) == (1, True)
    code, output = run("grade", "--course", str(folder), "--json")
    cells = json.loads(output)["cells"]
    ana = next(c for c in cells if c["trainee"] == "t01" and c["exercise"] == name)
    assert (ana["status"], ana["score"]) == ("partly", 2)
    code, output = run("regrade", "--course", str(folder))
    assert (code, "0 change" in output) == (0, True)


def test_validate_prints_json_for_programs(tmp_path: Path) -> None:
    pack = shutil.copytree(workbook() / "data", tmp_path / "pack")
    path = pack / "items.csv"
    path.write_text(path.read_text("utf-8").replace(",voicemail,10,", ",voicemail,ten,"), "utf-8")
    code, output = run("validate", str(pack), "--json")
    assert code == 1
    assert {(f["file"], f["column"], f["value"]) for f in json.loads(output)} == {
        ("items.csv", "points", "ten")
    }


def test_an_empty_folder_gets_the_workbook_and_existing_work_stays(tmp_path: Path) -> None:
    folder, copied = place_workbook(tmp_path)
    assert folder == tmp_path
    assert tmp_path / FIRST_LESSON in copied
    mine = tmp_path / "exercises" / "exercise-03-voicemail.ipynb"
    mine.write_text("my work")
    (tmp_path / FIRST_LESSON).unlink()
    (tmp_path / FIRST_LESSON).write_text("my first page")
    assert place_workbook(tmp_path) == (tmp_path, [])
    assert mine.read_text() == "my work"


def test_a_folder_with_other_things_gets_the_workbook_in_a_folder_of_its_own(
    tmp_path: Path,
) -> None:
    (tmp_path / "taxes.xlsx").write_text("")
    folder, _ = place_workbook(tmp_path)
    assert folder == tmp_path / OWN_FOLDER
    assert (folder / FIRST_LESSON).exists()
    assert {p.name for p in tmp_path.iterdir()} == {"taxes.xlsx", OWN_FOLDER}


def test_a_checkout_is_opened_as_it_is() -> None:
    assert place_workbook(workbook()) == (workbook(), [])


def test_the_lab_is_started_on_the_first_lesson_with_the_app_exposed() -> None:
    command = lab_command(ROOT, browser=False, port=8899)
    assert f"--LabApp.default_url=/lab/tree/{FIRST_LESSON}" in command
    assert "--LabApp.expose_app_in_browser=True" in command
    assert {"--no-browser", "--ServerApp.port=8899"} <= set(command)


def test_the_wheel_brings_the_workbook_and_its_lab_starts(tmp_path: Path) -> None:
    """Installs the wheel into an empty environment and opens the lab in an empty folder."""
    bin_folder = tmp_path / "venv" / ("Scripts" if os.name == "nt" else "bin")
    uv = [sys.executable, "-m", "uv", "--quiet"]
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path / "dist")],
        cwd=ROOT, check=True, capture_output=True,
    )  # fmt: skip
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    subprocess.run([*uv, "venv", "--python", sys.executable, str(tmp_path / "venv")], check=True)
    install = [*uv, "pip", "install", "--python", str(bin_folder / "python")]
    subprocess.run(
        [*install, "--require-hashes", "-r", str(ROOT / "locks" / "lab.txt")], check=True
    )
    subprocess.run([*install, "--no-deps", str(wheel)], check=True)
    settings = tmp_path / "venv/etc/jupyter/labconfig/page_config.d/salescoach.json"
    assert json.loads(settings.read_text())["exposeAppInBrowser"] is True

    folder = tmp_path / "work"
    folder.mkdir()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("JUPYTER", "PYTHON"))}
    environment |= {"JUPYTER_CONFIG_DIR": str(tmp_path / "config"),
                    "JUPYTER_RUNTIME_DIR": str(tmp_path / "runtime"),
                    "JUPYTER_TOKEN": "tested"}  # fmt: skip
    log = (tmp_path / "log").open("w")
    lab = subprocess.Popen(
        [str(bin_folder / "salescoach"), "lab", "--no-browser", "--port", str(port)],
        cwd=folder, env=environment, stdout=log, stderr=log, start_new_session=True,
    )  # fmt: skip
    try:
        address = f"http://127.0.0.1:{port}/lab/tree/{FIRST_LESSON}?token=tested"
        for _ in range(300):
            try:
                with urllib.request.urlopen(address, timeout=5) as response:
                    page = response.read().decode()
                break
            except OSError:
                time.sleep(0.1)
        assert '"exposeAppInBrowser": true' in page
        assert (folder / FIRST_LESSON).exists()
        assert (folder / "exercises" / "exercise-03-voicemail.ipynb").exists()
    finally:
        if hasattr(os, "killpg"):
            os.killpg(lab.pid, 15)
        lab.terminate()
        lab.wait(20)
        log.close()
    done = subprocess.run(
        [str(bin_folder / "salescoach"), "validate"],
        cwd=folder, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, "no fault" in done.stdout) == (0, True)
