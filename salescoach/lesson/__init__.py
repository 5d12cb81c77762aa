"""What a notebook imports: ``from salescoach import lesson``, then one `coach`.

Every cell after the start cell is one short line that asks the coach for something.
"""

from __future__ import annotations

from salescoach.catalog import open_catalog
from salescoach.lesson.coach import Coach

__all__ = ["Coach", "open"]


def open(name: str, data: str | None = None) -> Coach:
    """Open a lesson or an exercise and switch its answer cells on.

    Parameters
    ----------
    name : str
        The lesson or exercise, like ``"03-a-voicemail-that-gets-heard"``.
    data : str, optional
        The folder of an own data pack.

    Returns
    -------
    Coach
        Answers what the cells of the notebook ask.

    Raises
    ------
    CoachError
        If there is no such lesson; the message lists the lessons.

    Examples
    --------
    >>> open("exercise-03-voicemail")
    Coach of 'exercise-03-voicemail': 6 answers to give
    """
    from IPython.core.getipython import get_ipython

    shell = get_ipython()
    try:
        catalog = open_catalog(data)
        coach = Coach(catalog.notebook(name), catalog)
    finally:
        if shell is not None:
            from salescoach.widgets import answer_magic

            answer_magic.install(shell, lambda item, body: coach.answer(item, body))
    return coach
