"""Words below a picture, as paragraphs: a notebook breaks plain text in the middle of a word."""

from __future__ import annotations

from html import escape


def as_paragraphs(text: str) -> str:
    """Give each line a paragraph of its own, in HTML.

    Examples
    --------
    >>> as_paragraphs("5 < 6.")
    '<div style="max-width: 60rem"><p style="margin: 0">5 &lt; 6.</p></div>'
    """
    lines = "".join(f'<p style="margin: 0">{escape(line)}</p>' for line in text.splitlines())
    return f'<div style="max-width: 60rem">{lines}</div>'
