"""Spreads work over processes: the results come in order, and never pile up."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from typing import Any, Final, TypeVar

from salescoach.errors import CoachError

A = TypeVar("A")
B = TypeVar("B")

_CHUNK: Final = 16
_AHEAD: Final = 3

_work: Callable[[Any], Any] | None = None  # what this helper process does; set as it starts


def spread(work: Callable[[A], B], things: Iterable[A], workers: int = 1) -> Iterator[B]:
    """Apply `work` to each thing, in `workers` processes.

    Parameters
    ----------
    work : callable
        A function of one thing that can be pickled; it is sent to each process once.
    things : iterable
        What to work on; only so many are taken as are under way.
    workers : int
        With 1, everything is done here.

    Raises
    ------
    CoachError
        If a process is ended from outside.
    """
    if workers <= 1:
        yield from map(work, things)
        return
    waiting = iter(things)
    under_way: deque[Future[list[B]]] = deque()
    # Fresh processes: a copy of this one could hold locks of threads that it does not have.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, context, _start, (work,)) as pool:
        try:
            while True:
                while len(under_way) < workers * _AHEAD and (
                    chunk := list(islice(waiting, _CHUNK))
                ):
                    under_way.append(pool.submit(_do, chunk))
                if not under_way:
                    return
                yield from under_way.popleft().result()
        except BrokenProcessPool:
            raise CoachError(
                "A helper process was ended from outside, perhaps for want of memory.",
                next_step="Run the command again with one worker.",
            ) from None
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _start(work: Callable[[Any], Any]) -> None:
    global _work
    _work = work


def _do(chunk: Sequence[Any]) -> list[Any]:
    assert _work is not None
    return [_work(thing) for thing in chunk]
