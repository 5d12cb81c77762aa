"""A strategy as an answer cell records it: settings, and what its author says about it."""

from __future__ import annotations

from dataclasses import dataclass

from salescoach.answers import read_toml
from salescoach.errors import CoachError
from salescoach.followup.strategies import BOUNDS, Settings, Strategy, settings_from_dict

WORDS = ("scenario", "against", "reason", "fails_in", "because")
"""What stands beside the settings: where it was tried, and the author's own words."""


@dataclass(frozen=True)
class StrategyResponse:
    """What an answer says.

    Parameters
    ----------
    settings : Settings
        The settings; what is left out keeps its default.
    changed : tuple of str
        The settings that the answer names.
    scenario, against : str
        Scenario and rival chosen in the lab; empty if none.
    reason : str
        Why it should work.
    fails_in, because : str
        A scenario in which it fails, and why.
    """

    settings: Settings
    changed: tuple[str, ...] = ()
    scenario: str = ""
    against: str = ""
    reason: str = ""
    fails_in: str = ""
    because: str = ""

    @property
    def strategy(self) -> Strategy:
        """The settings as a strategy."""
        return Strategy("own", "Yours", "own", "", self.settings)


def read_strategy(body: str) -> StrategyResponse:
    r"""Read a strategy answer.

    Raises
    ------
    CoachError
        If the body is not TOML, names no known setting, or sets one out of its bounds.

    Examples
    --------
    >>> read_strategy('gap = 5\nreason = "They forget quickly."').settings.gap
    5.0
    """
    values = read_toml(body)
    unknown = [name for name in values if name not in BOUNDS and name not in WORDS]
    if unknown:
        raise CoachError(
            f"There is no setting {unknown[0]!r}.",
            allowed=", ".join([*BOUNDS, *WORDS]),
            next_step="Check the spelling; nothing was changed.",
        )
    words = {}
    for name in WORDS:
        text = values.get(name, "")
        if not isinstance(text, str):
            raise CoachError(
                f"{name} is {text!r}.",
                allowed=f'a text in quotation marks: {name} = "…"',
                next_step="Mend that line; nothing else was changed.",
            )
        words[name] = " ".join(text.split())
    given = {name: value for name, value in values.items() if name in BOUNDS}
    return StrategyResponse(settings_from_dict(given, "The answer"), tuple(given), **words)
