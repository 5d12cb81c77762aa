"""What a course does with its secret: tickets that nobody can forge, draws that nobody can guess.

Everything is HMAC-SHA256 with the secret of the course; the first part of each message says what
it is for, so that a ticket can never serve as a draw.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Iterable

TICKET_LETTERS = 16


def digest(secret: bytes, purpose: str, *parts: str) -> bytes:
    """Compute 32 bytes that only the holder of the secret can compute.

    Parameters
    ----------
    secret : bytes
        The secret of the course.
    purpose : str
        What they are for.
    *parts : str
        What they belong to; each part counts with its length, so that no two lists are alike.
    """
    message = b"".join(
        len(raw).to_bytes(4, "big") + raw
        for raw in (part.encode("utf-8", "surrogatepass") for part in (purpose, *parts))
    )
    return hmac.new(secret, message, hashlib.sha256).digest()


def ranked(secret: bytes, things: Iterable[str], purpose: str, *parts: str) -> list[str]:
    """Put things into an order that looks random and is always the same."""
    return sorted(things, key=lambda thing: digest(secret, purpose, *parts, thing))


def ticket(secret: bytes, trainee: str, exercise: str, items: str = "") -> str:
    """Make the ticket that a released notebook carries.

    Parameters
    ----------
    secret : bytes
        The secret of the course.
    trainee : str
        Whose notebook it is, by id.
    exercise : str
        Which exercise it is.
    items : str
        The items that were drawn, as the notebook lists them.

    Returns
    -------
    str
        Two groups of 16 letters: one seals who and what, the other also the items.

    Examples
    --------
    >>> one, other = (ticket(b"s" * 32, "t01", "exercise-03", items) for items in ("s001", "s002"))
    >>> one[:16] == other[:16], one == other
    (True, False)
    """
    who = trainee.casefold()
    parts = (digest(secret, "ticket", who, exercise), digest(secret, "items", who, exercise, items))
    return "-".join(_letters(part) for part in parts)


def _letters(raw: bytes) -> str:
    return base64.b32encode(raw).decode().lower()[:TICKET_LETTERS]
