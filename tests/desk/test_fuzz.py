"""A few hundred damaged notebooks in each run of the tests; the benchmark does thousands."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

FUZZ = Path(__file__).parents[2] / "benchmarks" / "fuzz_desk.py"


@pytest.mark.parametrize("seed", [11, 12])
def test_damaged_notebooks_never_crash_hang_or_run(seed: int) -> None:
    # The limit of seconds is for the benchmark: a busy machine must not fail this test.
    done = subprocess.run(
        [sys.executable, str(FUZZ), "--count", "300", "--seed", str(seed), "--seconds", "600"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert "faults 0" in done.stdout


def test_the_watch_sees_what_must_never_happen() -> None:
    """The audit hook must be able to fail."""
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); import socket, subprocess, os;"
        "from pathlib import Path; from fuzz_desk import Watch; watch = Watch(Path('/nowhere'));"
        "watch.on = True; eval('1'); socket.socket().close(); subprocess.run(['true']);"
        "os.system('true'); open(os.path.expanduser(sys.argv[2]), 'w').close(); watch.on = False;"
        "print(' '.join(s.split()[0] for s in watch.seen))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(FUZZ.parent), "/dev/null"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    for event in ("compile", "exec", "socket.__new__", "subprocess.Popen", "os.system", "open"):
        assert event in done.stdout.split()
