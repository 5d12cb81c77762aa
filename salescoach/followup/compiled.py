"""The kernel compiled with Numba: the same file executed a second time, and its disk cache."""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
import sys
import threading
from collections.abc import Callable
from functools import cache
from types import ModuleType
from typing import Any

import numpy as np

from salescoach.errors import CoachError
from salescoach.followup import kernel, layout
from salescoach.followup.layout import World
from salescoach.followup.parameters import MODEL
from salescoach.followup.prospects import ARCHETYPE
from salescoach.followup.strategies import SETTINGS
from salescoach.followup.world import new_desk

Progress = Callable[[int, int], None]  # called with what is done and the total


@cache
def has_numba() -> bool:
    """Say whether the compiled engine can be had."""
    try:
        importlib.import_module("numba")
    except ImportError:
        return False
    return True


@cache
def compiled_kernel() -> ModuleType:
    """Execute the kernel's file a second time, with Numba's decorator as its `rule`."""
    import numba

    name = "salescoach.followup.kernel_compiled"
    spec = importlib.util.spec_from_file_location(name, kernel.__file__)
    if spec is None or spec.loader is None:
        raise CoachError("The kernel's file cannot be found.", next_step="Reinstall salescoach.")
    module = importlib.util.module_from_spec(spec)

    vars(module)["rule"] = numba.njit(nogil=True, error_model="numpy")
    vars(module)["inlined_rule"] = numba.njit(nogil=True, error_model="numpy", forceinline=True)
    vars(module)["uint64"] = np.uint64
    vars(module)["borrow"] = _borrow()
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def _borrow() -> Any:
    """Return an intrinsic that gives an array without its reference count."""
    from numba.core import cgutils
    from numba.extending import intrinsic
    from numba.np.arrayobj import make_array

    @intrinsic  # type: ignore[untyped-decorator]
    def borrow(typing_context: Any, array: Any) -> Any:
        def codegen(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
            view = make_array(array)(context, builder, value=arguments[0])
            view.meminfo = cgutils.get_null_value(view.meminfo.type)
            view.parent = cgutils.get_null_value(view.parent.type)
            return view._getvalue()

        return array(array), codegen

    return borrow


def source_version() -> int:
    """Return a hash of the model's source and of the records' fields."""
    loader: Any = kernel.__loader__
    text = str(loader.get_source(kernel.__name__))
    fields = repr([layout.PROSPECT, layout.YEAR, layout.LOG, layout.CELL])
    return int(hashlib.sha256((text + fields).encode()).hexdigest()[:15], 16)


@cache
def compiled_entry() -> Callable[..., int]:
    """Return the compiled entry point; it compiles, or loads its cache, when first called."""
    import numba

    entry: Callable[..., int] = numba.njit(nogil=True, cache=True, error_model="numpy")(
        compiled_kernel().entry(source_version())
    )
    return entry


_warm = threading.Event()
_warming = threading.Lock()


def warm_up(progress: Progress | None = None) -> None:
    """Compile the model, or load it from the disk cache; returns when it is ready.

    Parameters
    ----------
    progress : callable, optional
        Called with the number of rules compiled so far and their total.
    """
    with _warming:
        if _warm.is_set():
            return
        from numba.core import event

        total = sum(1 for f in vars(compiled_kernel()).values() if hasattr(f, "py_func")) + 1

        class Counter(event.Listener):  # type: ignore[misc]
            """Counts the rules that Numba has finished."""

            done = 0

            def on_start(self, event: Any) -> None:
                """Do nothing: only what is finished counts."""

            def on_end(self, event: Any) -> None:
                """Report one more rule."""
                self.done = min(self.done + 1, total)
                if progress:
                    progress(self.done, total)

        with event.install_listener("numba:compile", Counter()):
            compiled_entry()(*_smallest_run())
        _warm.set()
    if progress:
        progress(total, total)


def warm_up_in_background(progress: Progress | None = None) -> threading.Thread:
    """Start `warm_up` in a thread; until it is done, runs that choose "auto" are plain Python."""
    thread = threading.Thread(target=warm_up, args=(progress,), daemon=True)
    thread.start()
    return thread


def is_warm() -> bool:
    """Say whether the compiled engine is ready to run."""
    return _warm.is_set()


def _smallest_run() -> tuple[Any, ...]:
    """Return arguments for the entry point that make it do nothing, typed as in real runs."""
    zeros = np.zeros
    world = World(
        zeros(1, MODEL), zeros(1, SETTINGS), zeros(1, ARCHETYPE), zeros(1),
        zeros(0, layout.CELL), zeros(1, layout.TABLES), 1,
    )  # fmt: skip
    return (zeros(0, layout.YEAR), 0, 0, 0, world, new_desk(1), -1, zeros(0, layout.LOG))


def is_warming() -> bool:
    """Say whether the model is being compiled right now."""
    return _warming.locked()
