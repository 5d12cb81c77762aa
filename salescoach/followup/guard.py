"""Run somebody's own function, but not for ever."""

from __future__ import annotations

import ctypes
import threading
import time
from collections.abc import Callable
from typing import TypeVar

from salescoach.errors import CoachError

Result = TypeVar("Result")

GRACE = 3
"""How many times longer than asked a function may take on a busy machine."""


class OutOfTime(BaseException):
    """Thrown into a thread that must stop; no ``except Exception`` of the function catches it."""


def within_seconds(function: Callable[[], Result], seconds: float, what: str) -> Result:
    """Return what `function` returns, unless it takes too long.

    The function runs in a thread of its own (signals would not work on Windows or outside the
    main thread). If it is not done in time, the caller goes on at once and the thread is told
    to stop at its next Python instruction.

    Parameters
    ----------
    function : callable without arguments
    seconds : float
        How long to wait.
    what : str
        How the error message calls the function.

    Raises
    ------
    CoachError
        When time is up.
    """
    answer: list[Result] = []
    fault: list[BaseException] = []

    def work() -> None:
        try:
            answer.append(function())
        except BaseException as error:
            fault.append(error)

    begun = time.process_time()
    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    thread.join(seconds)
    # On a busy machine others had those seconds: wait until this process has had as many.
    for _ in range(GRACE):
        if not thread.is_alive() or time.process_time() - begun >= seconds:
            break
        thread.join(seconds)
    if thread.is_alive():
        stop(thread)
        raise CoachError(
            f"{what} was still running after {seconds:g} seconds and was stopped.",
            next_step="Look for a loop that never ends.",
        )
    if fault:
        raise fault[0]
    return answer[0]


def stop(thread: threading.Thread, attempts: int = 20) -> None:
    """Throw OutOfTime into a thread until it ends, for a fifth of a second at most."""
    for _ in range(attempts):
        if not thread.is_alive() or thread.ident is None:
            return
        ctypes.pythonapi.PyThreadState_SetAsyncExc(
            ctypes.c_ulong(thread.ident), ctypes.py_object(OutOfTime)
        )
        time.sleep(0.01)
