"""Makes names that others chose fit to be shown, stored and used in file names."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from typing import Final

_LONGEST: Final = 200
# Controls, direction overrides (they can make "gnp.ipynb" look like "bnypi.png"), surrogates,
# line separators and code points that no text may hold.
_UNFIT = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ufffe\uffff\ud800-\udfff]"
)


def plain(text: str, longest: int = _LONGEST) -> str:
    r"""Write what cannot be seen as an escape, and cut what is too long in the middle.

    Examples
    --------
    >>> plain("exercise\u202egnp.ipynb\n"), plain("x" * 300, longest=9)
    ('exercise\\u202egnp.ipynb\\n', 'xxxx…xxxx')
    """
    shown = _UNFIT.sub(lambda m: m[0].encode("unicode_escape").decode("ascii"), text)
    if len(shown) <= longest:
        return shown
    half = (longest - 1) // 2
    return f"{shown[:half]}…{shown[-half:]}"


def personal(name: str) -> str:
    """Bring a person's name into the one form in which it is shown and compared.

    Examples
    --------
    >>> personal("  Jose\u0301   Lima ") == "José Lima"
    True
    """
    return plain(unicodedata.normalize("NFC", " ".join(name.split())), longest=120)


def listed(names: Iterable[str], most: int = 6) -> str:
    """List names in a sentence; many are counted.

    Examples
    --------
    >>> listed(["a", "b"]), listed("abcdefgh")
    ('a, b', 'a, b, c, d, e, f and 2 more')
    """
    every = [plain(name, longest=60) for name in names]
    text = ", ".join(every[:most])
    return f"{text} and {len(every) - most} more" if len(every) > most else text


def file_stem(name: str, *identity: str) -> str:
    """Name a file after a person: readable, safe on every system, different for every identity.

    Examples
    --------
    >>> file_stem("Ana Łima", "a.ipynb").startswith("ana-ima-"), len(file_stem("", "x" * 300))
    (True, 24)
    """
    ascii_name = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", "-", ascii_name.lower())[:40].strip("-") or "trainee"
    digest = hashlib.sha256("\0".join(identity).encode("utf-8", "surrogatepass"))
    return f"{words}-{digest.hexdigest()[:16]}"
