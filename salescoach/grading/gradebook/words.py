"""What a database says when it cannot go on, told in words an instructor can act on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from salescoach.errors import CoachError

_SAYINGS = (
    ("locked", "The gradebook is in use by another program.",
     "Close it there, or wait until the other run has finished, and try again."),
    ("disk is full", "The disk is full, so the gradebook could not be written.",
     "Make room and run the command again; it continues where it stopped."),
    ("disk i/o error", "The disk did not take what the gradebook wrote.",
     "Make sure that the disk has room and is well, and run the command again."),
    ("readonly", "The gradebook may only be read here.",
     "Ask for the right to write to the course folder, or copy the folder to your own place."),
    ("unable to open", "The file of the gradebook cannot be opened.",
     "Make sure that the course folder exists and that you may write to it."),
    ("not a database", "The file of the gradebook is not a gradebook.",
     "Put a copy of gradebook.sqlite back, or move it aside to begin anew."),
    ("malformed", "The file of the gradebook is damaged.",
     "Put a copy of gradebook.sqlite back, or move it aside to begin anew."),
)  # fmt: skip


@contextmanager
def told_in_words(url: str) -> Iterator[None]:
    """Turn what goes wrong with a database into a `CoachError`.

    Parameters
    ----------
    url : str
        The address of the database; its password is never shown.
    """
    try:
        yield
    except ImportError as error:
        raise CoachError(
            f"For this gradebook {error.name!r} is not installed.",
            next_step='Install it with: python -m pip install "salescoach[postgres]"',
        ) from None
    except SQLAlchemyError as error:
        said = str(getattr(error, "orig", None) or error)
        for sign, problem, next_step in _SAYINGS:
            if sign in said.lower():
                raise CoachError(
                    f"{problem} Nothing of this step was written.", next_step=next_step
                ) from None
        raise CoachError(
            f"The gradebook at {_shown(url)} cannot be used: {said.splitlines()[0][:300]}",
            next_step="Make sure that the database runs and that its address is right.",
        ) from None


def _shown(url: str) -> str:
    try:
        return make_url(url).render_as_string(hide_password=True)
    except ArgumentError:
        return "its address"
