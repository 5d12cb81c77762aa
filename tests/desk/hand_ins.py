"""Hand-ins of exercise 03 for the desk's tests, whole and damaged."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from salescoach.answers import format_cell
from salescoach.catalog import open_catalog, workbook

CATALOG = open_catalog()
EXERCISE = "exercise-03-voicemail"
RELEASED = json.loads((workbook() / "exercises" / f"{EXERCISE}.ipynb").read_text("utf-8"))
SCRIPT = (
    "Hi Tomasz, Ines Duarte from Gearline. I sent you an email on Monday. You are about to run a "
    "third shift; two shops like yours told us that machines stood still at night for want of a "
    "part, and with parts on the shelf they cut that by half. If that is worth a chat, I'm on "
    "0113 496 0122. If not, just say so, that's fine. Otherwise I'll ring again on Thursday."
)
WEAK = "Hi, it's Ines. We are the best supplier of parts. Call me back today."
ANSWERS = {
    "me": 'name = "Ana Lima"',
    "voicemail-cold": SCRIPT,
    "voicemail-again": WEAK,
    "voicemail-which": 'choice = "b"',
    "voicemail-mend": 'choice = "c"',
}


def notebook(answers: dict[str, str] | None = None) -> dict[str, Any]:
    """The released exercise with answers filled in, as a trainee hands it in."""
    answers = ANSWERS if answers is None else answers
    filled: dict[str, Any] = json.loads(json.dumps(RELEASED))
    for cell in filled["cells"]:
        first = "".join(cell["source"]).partition("\n")[0]
        item = first.removeprefix("%%answer ")
        if first.startswith("%%answer") and item in answers:
            cell["source"] = format_cell(item, answers[item]).splitlines(keepends=True)
    return filled


def hand_in(name: str = "Ana Lima", **answers: str) -> bytes:
    """The bytes of a full hand-in; give an answer under the item's id with _ for -."""
    changed = {item.replace("_", "-"): body for item, body in answers.items()}
    everything = ANSWERS | {"me": f"name = {json.dumps(name)}"} | changed
    return json.dumps(notebook(everything), indent=1).encode()


def save(path: Path, content: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def answer_cell(filled: dict[str, Any], item: str) -> dict[str, Any]:
    """Find the cell that answers an item."""
    for cell in filled["cells"]:
        if "".join(cell["source"]).startswith(f"%%answer {item}\n"):
            return cell  # type: ignore[no-any-return]
    raise KeyError(item)
