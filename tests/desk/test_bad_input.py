"""Bad input: each file ends in the right status, with a sentence, and harms nobody else."""

from __future__ import annotations

import copy
import io
import json
import os
import stat
import subprocess
import sys
import tempfile
import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat
import pytest
from hand_ins import ANSWERS, CATALOG, EXERCISE, SCRIPT, answer_cell, hand_in, notebook, save

from salescoach.answers import format_cell
from salescoach.catalog import workbook
from salescoach.errors import CoachError
from salescoach.grading import grade
from salescoach.grading.desk import Grade
from salescoach.grading.output import write_results
from salescoach.grading.scoring import DESK_FAILED

GOOD = hand_in()


def one(path: Path) -> Grade:
    (only,) = grade([path], CATALOG)
    return only


def graded(tmp_path: Path, content: bytes | dict[str, Any]) -> Grade:
    if isinstance(content, dict):
        content = json.dumps(content).encode()
    return one(save(tmp_path / "x.ipynb", content))


def packed(*files: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in files:
            archive.writestr(name, content)
    return buffer.getvalue()


def score_of_the_good_one() -> float | None:
    with tempfile.TemporaryDirectory() as folder:
        return one(save(Path(folder) / "x.ipynb", GOOD)).score


SCORE = score_of_the_good_one()


# ---- one bad file of every sort, each beside two good ones ----


def changed(change: Callable[[dict[str, Any]], object]) -> bytes:
    filled = notebook()
    change(filled)
    return json.dumps(filled).encode()


def without(filled: dict[str, Any], key: str) -> None:
    del filled[key]


def link_entry() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        entry = zipfile.ZipInfo("link.ipynb")
        entry.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(entry, "/etc/passwd")
    return buffer.getvalue()


def locked() -> bytes:
    content = bytearray(packed(("a.ipynb", GOOD)))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(mark) + offset] |= 1
    return bytes(content)


def overlapping() -> bytes:
    """Ten entries of a zip that all point to the same bytes."""
    content = packed(*((f"{n}.ipynb", GOOD) for n in range(10)), method=zipfile.ZIP_STORED)
    first = content.index(b"PK\x01\x02")
    directory = bytearray(content[first:])
    start = 0
    while (start := directory.find(b"PK\x01\x02", start)) >= 0:
        directory[start + 42 : start + 46] = b"\0\0\0\0"
        start += 4
    end = directory.rfind(b"PK\x05\x06")
    kept = len(GOOD) + 40
    directory[end + 16 : end + 20] = kept.to_bytes(4, "little")
    return content[:kept] + bytes(directory)


BOMB = packed(("bomb.ipynb", b"0" * 50_000_000))
BAD: dict[str, tuple[str, bytes, str, str]] = {
    # what: name of the file, content, status, words of the note
    "empty": ("x.ipynb", b"", "unreadable", "is empty"),
    "blank": ("x.ipynb", b" \r\n\t", "unreadable", "is empty"),
    "only a BOM": ("x.ipynb", b"\xef\xbb\xbf", "unreadable", "no notebook"),
    "truncated": ("x.ipynb", GOOD[: len(GOOD) // 2], "unreadable", "cut off at line"),
    "binary": ("x.ipynb", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", "unreadable", "not text"),
    "root a list": ("x.ipynb", b"[]", "unreadable", "JSON, but no notebook"),
    "root a number": ("x.ipynb", b"NaN", "unreadable", "JSON, but no notebook"),
    "no cells": ("x.ipynb", b'{"nbformat": 4}', "unreadable", "no list of cells"),
    "cells a number": ("x.ipynb", b'{"cells": 3}', "unreadable", "no list of cells"),
    "format 99": ("x.ipynb", b'{"nbformat": 99, "cells": []}', "unsupported", "format 99"),
    "format 10^30": ("x.ipynb", b'{"nbformat": 1%s, "cells": []}' % (b"0" * 30),
                     "wrong-exercise", "answers no exercise"),
    "nested 100,000 deep": ("x.ipynb", b"[" * 100_000 + b"]" * 100_000, "unreadable", "too deeply"),
    "a zip with the name of a notebook": ("x.ipynb", BOMB, "unreadable", "is a zip"),
    "a notebook with the name of a zip": ("x.zip", GOOD, "unreadable", "damaged or cut off"),
    "empty zip": ("x.zip", packed(), "unreadable", "no notebook in this zip"),
    "zip without notebook": ("x.zip", packed(("a.txt", b"hi")), "unreadable", "no notebook"),
    "truncated zip": ("x.zip", packed(("a.ipynb", GOOD))[:-30], "unreadable", "cut off"),
    "zip bomb": ("x.zip", BOMB, "unsupported", "far more"),
    "nested zip bomb": ("x.zip", packed(("in.zip", BOMB)), "unsupported", "far more"),
    "zip with shared bytes": ("x.zip", overlapping(), "unsupported", "far more"),
    "zip in zip in zip": ("x.zip", packed(("a.zip", packed(("b.zip", packed(("c.ipynb", GOOD)))))),
                          "unsupported", "not opened"),
    "locked zip": ("x.zip", locked(), "unreadable", "password"),
    "zip with a link": ("x.zip", link_entry(), "unreadable", "link"),
    "zip with another method": ("x.zip", packed(("a.ipynb", GOOD), method=zipfile.ZIP_LZMA),
                                "unsupported", "does not read"),
    "no answers": ("x.ipynb", b'{"nbformat": 4, "cells": []}', "wrong-exercise", "no exercise"),
}  # fmt: skip


def bytes_of_others(folder: Path) -> dict[str, object]:
    """All that Ben and Cleo see, and their rows."""
    seen: dict[str, object] = {
        p.name: p.read_bytes() for p in (folder / "feedback").iterdir()
        if p.name.startswith(("ben", "cleo"))
    }  # fmt: skip
    for table in ("grades.csv", "items.csv"):
        lines = (folder / table).read_text("utf-8").splitlines()
        seen[table] = [line for line in lines if line.startswith(("Ben", "Cleo"))]
    return seen


@pytest.mark.parametrize("what", BAD)
def test_a_bad_file_has_a_status_and_a_sentence_and_harms_nobody(tmp_path: Path, what: str) -> None:
    name, content, status, words = BAD[what]
    inbox = tmp_path / "inbox"
    save(inbox / "ben.ipynb", hand_in("Ben Okoro", voicemail_cold=SCRIPT.replace("Monday", "May")))
    save(inbox / "cleo.ipynb", hand_in("Cleo Sand", voicemail_mend=""))
    write_results(grade([inbox], CATALOG), tmp_path / "before")
    save(inbox / name, content)
    results = grade([inbox], CATALOG)
    write_results(results, tmp_path / "after")
    (bad,) = [r for r in results if r.trainee not in ("Ben Okoro", "Cleo Sand")]
    assert bad.status == status
    assert words in bad.note
    assert bad.note.endswith(".")
    assert bad.score is None
    before, after = bytes_of_others(tmp_path / "before"), bytes_of_others(tmp_path / "after")
    assert len(before) == 4
    assert before == after


# ---- files that are unusual, but can be read: the same score ----

TEXT = json.dumps(notebook(ANSWERS | {"me": 'name = "Zoë"'}), ensure_ascii=False, indent=1)
TEXT = TEXT.encode("cp1252", "replace").decode("cp1252")  # what older editors can save
FINE: dict[str, bytes] = {
    "BOM": TEXT.encode("utf-8-sig"),
    "UTF-16": TEXT.encode("utf-16"),
    "UTF-16 without BOM": TEXT.encode("utf-16-le"),
    "UTF-32": TEXT.encode("utf-32"),
    "Latin-1": TEXT.encode("latin-1", "replace"),
    "Windows-1252": TEXT.encode("cp1252"),
    "CRLF": TEXT.replace("\n", "\r\n").encode(),
    "CRLF in the answers": TEXT.replace("\\n", "\\r\\n").encode(),
    "CR in the answers": TEXT.replace("\\n", "\\r").encode(),
    "no kernelspec": changed(lambda n: n["metadata"].clear()),
    "no metadata": changed(lambda n: without(n, "metadata")),
    "no format": changed(lambda n: without(n, "nbformat")),
    "format as text": changed(lambda n: n.update(nbformat="4")),
    "format true": changed(lambda n: n.update(nbformat=True)),
    "no cell types": changed(
        lambda n: [without(c, "cell_type") for c in n["cells"] if c["cell_type"] == "code"]
    ),
    "cells without id and metadata": changed(
        lambda n: n.update(cells=[{"cell_type": c["cell_type"], "source": c["source"]}
                                  for c in n["cells"]])
    ),
    "answers in raw cells": changed(
        lambda n: [c.update(cell_type="raw") for c in n["cells"] if "%%answer" in c["source"][0]]
    ),
    "answers in text cells": changed(
        lambda n: [c.update(cell_type="markdown") for c in n["cells"]
                   if "%%answer" in c["source"][0]]
    ),
    "an integer as source": changed(lambda n: n["cells"].insert(2, {"cell_type": "code",
                                                                    "source": 7})),
    "cells that are none": changed(lambda n: n["cells"].extend([None, 3, [], "x", {}])),
    "a huge number": TEXT.replace('"execution_count": 1', f'"execution_count": {"9" * 9000}')
    .encode(),
    "NaN and infinity": TEXT.replace('"execution_count": 1', '"execution_count": NaN')
    .replace('"execution_count": 2', '"execution_count": -Infinity').encode(),
    "a number that overflows": TEXT.replace('"execution_count": 1', '"execution_count": 1e999')
    .encode(),
    "cells in another order": changed(lambda n: n["cells"].reverse()),
    "an output nested too deeply": changed(lambda n: None).replace(
        b'"outputs": []', b'"outputs": [' + b"[" * 100_000 + b"]" * 100_000 + b"]", 1),
}  # fmt: skip


@pytest.mark.parametrize("what", FINE)
def test_what_is_unusual_but_readable_keeps_its_score(tmp_path: Path, what: str) -> None:
    result = graded(tmp_path, FINE[what])
    assert (result.status, result.score, result.exercise) == ("graded", SCORE, EXERCISE)
    assert result.trainee in ("Zoë", "Ana Lima")


@pytest.mark.parametrize("version", [1, 2, 3])
def test_an_old_notebook_is_read_and_scores_the_same(tmp_path: Path, version: int) -> None:
    new = nbformat.reads(json.dumps(notebook()), as_version=4)
    new.cells = [c for c in new.cells if version == 3 or c.cell_type == "code"]
    old: Any = nbformat.convert(copy.deepcopy(new), 3)
    if version < 3:
        sheets = old["worksheets"]
        old = {"nbformat": version, "worksheets": sheets}
        if version == 1:
            cells = [{"cell_type": "code", "code": c["input"]} for c in sheets[0]["cells"]]
            old = {"nbformat": 1, "cells": cells}
    assert graded(tmp_path, old).score == SCORE


def test_damaged_letters_in_a_good_file_are_noted_and_keep_the_rest(tmp_path: Path) -> None:
    content = (
        TEXT.replace("Zoë", "Zoë Ümit").encode().replace(b"an email on Monday", b"an e\xffmail")
    )
    result = graded(tmp_path, content)
    assert (result.status, result.trainee) == ("graded", "Zoë Ümit")
    assert "Some letters are damaged." in result.note


def test_two_hundred_megabytes_of_outputs_fit_into_memory(tmp_path: Path) -> None:
    path = tmp_path / "large.ipynb"
    head, tail = json.dumps(notebook()).split('"outputs": []', 1)
    line = json.dumps("a line that a cell printed, again and again, without an end\n") + ",\n   "
    with path.open("w") as file:
        file.write(head + '"outputs": [{"name": "stdout", "output_type": "stream", "text": [')
        for _ in range(200):
            file.write(line * (1_000_000 // len(line)))
        file.write('"end"]}]' + tail)
    assert path.stat().st_size > 199_000_000
    code = (
        "import resource, sys; from pathlib import Path;"
        "from salescoach.catalog import open_catalog; from salescoach.grading import grade;"
        "(g,) = grade([Path(sys.argv[1])], open_catalog());"
        "print(g.status, g.score, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True
    )
    status, score, megabytes = done.stdout.split()
    assert (status, float(score)) == ("graded", SCORE)
    if sys.platform == "linux":
        assert int(megabytes) < 500


def test_a_notebook_that_is_all_text_is_told_to_be_too_large(tmp_path: Path) -> None:
    filled = notebook()
    filled["cells"].append({"cell_type": "markdown", "source": "x" * 9_000_000})
    result = graded(tmp_path, filled)
    assert (result.status, result.score) == ("unsupported", None)
    assert "too large" in result.note


# ---- answer cells that were deleted, doubled, moved, split, mistyped ----


def test_a_deleted_answer_cell_is_missing_not_wrong(tmp_path: Path) -> None:
    filled = notebook()
    filled["cells"].remove(answer_cell(filled, "voicemail-again"))
    result = graded(tmp_path, filled)
    assert (result.status, result.items[1].status) == ("partly", "missing")
    assert "Without their cell: voicemail-again." in result.note


@pytest.mark.parametrize(
    ("second", "status"), [(SCRIPT, "graded"), (f"\n{SCRIPT}\n\n", "graded"), ("", "graded"),
                           ("Something else entirely.", "review")]
)  # fmt: skip
def test_a_doubled_answer_counts_once_or_is_for_review(
    tmp_path: Path, second: str, status: str
) -> None:
    filled = notebook()
    filled["cells"].append({"cell_type": "code", "source": f"%%answer voicemail-cold\n{second}"})
    result = graded(tmp_path, filled)
    assert result.status == status
    if status == "review":
        assert result.items[0].score is None
        assert SCRIPT in result.items[0].body
        assert second in result.items[0].body
    else:
        assert result.score == SCORE


def split_at(filled: dict[str, Any], item: str, keep: str, rest: str) -> None:
    cell = answer_cell(filled, item)
    cell["source"] = keep
    place = filled["cells"].index(cell)
    filled["cells"].insert(place + 1, {"cell_type": "code", "source": rest})


def test_a_split_script_is_for_review_with_both_parts(tmp_path: Path) -> None:
    filled = notebook()
    split_at(filled, "voicemail-cold", f"%%answer voicemail-cold\n{SCRIPT[:90]}", SCRIPT[90:])
    result = graded(tmp_path, filled)
    assert (result.status, result.items[0].score) == ("review", None)
    assert SCRIPT[:90] in result.items[0].body
    assert SCRIPT[90:] in result.items[0].body
    assert "split" in result.items[0].reason
    assert [r.status for r in result.items[1:]] == ["graded"] * 3


def test_an_answer_split_from_its_first_line_is_not_a_zero(tmp_path: Path) -> None:
    filled = notebook()
    split_at(filled, "voicemail-cold", "%%answer voicemail-cold\n", SCRIPT)
    split_at(filled, "voicemail-mend", "%%answer voicemail-mend\n", 'choice = "c"')
    result = graded(tmp_path, filled)
    assert [r.status for r in result.items] == ["review", "graded", "graded", "review"]


def test_an_answer_without_its_first_line_is_not_a_zero(tmp_path: Path) -> None:
    filled = notebook()
    answer_cell(filled, "voicemail-again")["source"] = SCRIPT
    result = graded(tmp_path, filled)
    assert [r.status for r in result.items] == ["graded", "review", "graded", "graded"]
    assert "first line is gone" in result.items[1].reason


@pytest.mark.parametrize(
    "code",
    ["1 + 1", "# my own note about this", "coach.example('x')", "import os; os.remove('x')",
     "print('one two three')"],
)  # fmt: skip
def test_scratch_cells_do_not_disturb(tmp_path: Path, code: str) -> None:
    filled = notebook()
    for cell in list(filled["cells"]):
        place = filled["cells"].index(cell)
        filled["cells"].insert(place + 1, {"cell_type": "code", "source": code})
    result = graded(tmp_path, filled)
    assert (result.status, result.score) == ("graded", SCORE)


@pytest.mark.parametrize(
    "first",
    ["%answer voicemail-cold", "%%Answer voicemail-cold", "  %%answer   voicemail-cold  ",
     "%%ANSWER VOICEMAIL-COLD", "%% answer voicemail-cold", "%%%answer voicemail-cold",
     "%%answers voicemail-cold", "%%answer: voicemail-cold", '%%answer "voicemail-cold"',
     "%%anwser voicemail-cold", "%%answr voicemail-cold", "%%answervoicemail-cold",
     "%%answer voicemail-clod", "%%answer voicemail_cold", "%%answer voicemailcold",
     "answer voicemail-cold", "\n\n%%answer voicemail-cold", "%%answer\tvoicemail-cold"],
)  # fmt: skip
def test_a_mistyped_first_line_is_recovered(tmp_path: Path, first: str) -> None:
    filled = notebook()
    answer_cell(filled, "voicemail-cold")["source"] = f"{first}\n{SCRIPT}"
    result = graded(tmp_path, filled)
    assert (result.status, result.score) == ("graded", SCORE)
    assert "mistyped" in result.note or first.split() == ["%%answer", "voicemail-cold"]


@pytest.mark.parametrize("first", ["%%answer voicemail", "%%answer", "%%answer x y z", "%%html"])
def test_an_ambiguous_first_line_is_not_guessed(tmp_path: Path, first: str) -> None:
    filled = notebook()
    answer_cell(filled, "voicemail-cold")["source"] = f"{first}\n{SCRIPT}"
    result = graded(tmp_path, filled)
    assert result.items[0].status in ("missing", "review")
    assert result.items[0].score != SCORE
    assert [r.status for r in result.items[1:]] == ["graded"] * 3


def test_two_names_are_pointed_out(tmp_path: Path) -> None:
    filled = notebook()
    filled["cells"].append({"cell_type": "code", "source": '%%answer me\nname = "Ben Okoro"'})
    assert "Two names are given, Ana Lima, Ben Okoro" in graded(tmp_path, filled).note


def test_answers_of_another_exercise_below_our_start_cell_are_told(tmp_path: Path) -> None:
    cells = [{"cell_type": "code", "source": f'coach = lesson.open("{EXERCISE}")'},
             {"cell_type": "code", "source": "%%answer opening-03\nHi Dana"}]  # fmt: skip
    result = graded(tmp_path, {"nbformat": 4, "cells": cells})
    assert (result.status, result.score) == ("blank", 0)
    assert "no such name here: opening-03" in result.note


# ---- values ----


@pytest.mark.parametrize(
    "value",
    ["nan", "inf", "-inf", "9" * 5000, "-1", "true", "0x10", "1e400", "[]", "{}", "{a={b={}}}",
     "[" * 3000 + "]" * 3000, "1979-05-27T07:32:00Z", '"e"', '"bb"', '"\\u0000"', '""" """',
     "9999-99-99"],
    ids=lambda v: v[:12].replace("\\", "_"),
)  # fmt: skip
def test_a_value_that_is_no_option_is_for_review(tmp_path: Path, value: str) -> None:
    filled = notebook()
    answer_cell(filled, "voicemail-which")["source"] = format_cell(
        "voicemail-which", f"choice = {value}"
    )
    result = graded(tmp_path, filled)
    item = result.items[2]
    assert (result.status, item.status, item.score) == ("review", "review", None)
    assert DESK_FAILED not in item.reason
    assert len(item.reason) < 400


def test_settings_nested_by_dots_are_for_review(tmp_path: Path) -> None:
    filled = notebook(ANSWERS | {"voicemail-which": "choice" + ".a" * 4000 + " = 1"})
    item = graded(tmp_path, filled).items[2]
    assert (item.status, DESK_FAILED in item.reason) == ("review", False)


@pytest.mark.parametrize("value", ["nan", "true", "9" * 5000, "[1]", '"" ', "=1"])
def test_a_name_that_is_no_name_is_told(tmp_path: Path, value: str) -> None:
    result = graded(tmp_path, notebook(ANSWERS | {"me": f"name = {value}"}))
    assert (result.status, result.score, result.trainee) == ("graded", SCORE, "x")
    assert "this is the name of the file" in result.note


def test_an_endless_answer_is_for_a_person(tmp_path: Path) -> None:
    result = graded(tmp_path, notebook(ANSWERS | {"voicemail-cold": "and on " * 200_000}))
    assert (result.status, result.items[0].score) == ("review", None)
    assert "too long" in result.items[0].reason
    write_results([result], tmp_path / "out")
    assert all(p.stat().st_size < 200_000 for p in (tmp_path / "out").rglob("*.html"))


@pytest.mark.parametrize("sign", ["\n", "-", " ", "a", ". ", "🙂"])
def test_an_answer_of_one_sign_over_and_over_is_for_a_person(tmp_path: Path, sign: str) -> None:
    body = f"Hi Tomasz {sign * 2500} bye"
    result = graded(tmp_path, notebook(ANSWERS | {"voicemail-cold": body}))
    assert (result.status, result.items[0].score) == ("review", None)
    assert "over and over" in result.items[0].reason


def test_a_first_line_of_a_million_blanks_does_not_hang(tmp_path: Path) -> None:
    filled = notebook()
    blanks = " " * 1_000_000
    for line in (f"%%answer{blanks}.", f"{blanks}%", f"%answer x{blanks}."):
        filled["cells"].append({"cell_type": "code", "source": f"{line}\nx"})
    assert graded(tmp_path, filled).score == SCORE


@pytest.mark.parametrize("text", ["Hi \ud800 Tomasz", "\udfff", "a\x00b", "\x1b[31m red", "\ufffe"])
def test_characters_that_are_none_go_through_to_the_pages(tmp_path: Path, text: str) -> None:
    filled = notebook(ANSWERS | {"voicemail-cold": SCRIPT.replace("Hi Tomasz", text)})
    result = graded(tmp_path, filled)
    assert result.status == "graded"
    result.items[0].body.encode("utf-8")
    write_results([result], tmp_path / "out")


# ---- files and names ----


def test_folders_pipes_links_and_devices_have_a_row_and_are_not_followed(tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    save(inbox / "ok.ipynb", GOOD)
    (inbox / "folder.ipynb").mkdir()
    secret = save(tmp_path / "elsewhere" / "secret.ipynb", hand_in("Somebody Else"))
    if hasattr(os, "mkfifo"):
        os.mkfifo(inbox / "pipe.ipynb")
        (inbox / "link.ipynb").symlink_to(secret)
        (inbox / "link.zip").symlink_to(secret)
        (inbox / "loop.ipynb").symlink_to(inbox / "loop.ipynb")
        (inbox / "device.ipynb").symlink_to("/dev/zero")
        (inbox / "folder-link").symlink_to(tmp_path / "elsewhere")
    results = {Path(r.file).name: r for r in grade([inbox], CATALOG)}
    assert results.pop("ok.ipynb").score == SCORE
    assert {r.status for r in results.values()} == {"unreadable"}
    assert len(results) == len(list(inbox.iterdir())) - 1 - ("pipe.ipynb" in results)
    assert all(r.note.endswith(".") for r in results.values())


def test_a_link_that_the_instructor_names_is_followed(tmp_path: Path) -> None:
    if not hasattr(os, "symlink"):
        pytest.skip("no links here")
    target = save(tmp_path / "a.ipynb", GOOD)
    (tmp_path / "b.ipynb").symlink_to(target)
    assert one(tmp_path / "b.ipynb").score == SCORE


def test_a_file_without_the_right_to_read_it_has_a_row(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = save(tmp_path / "a.ipynb", GOOD)

    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr("salescoach.grading.sources.os.open", refuse)
        result = one(path)
    assert (result.status, result.note) == (
        "unreadable", "The file cannot be opened: Permission denied.",
    )  # fmt: skip


NAMES = {
    "climbs": "../../../../etc/evil.ipynb",
    "absolute": "/etc/cron.d/evil.ipynb",
    "drive": "C:\\Windows\\evil.ipynb",
    "reserved": "CON.ipynb",
    "reserved folder": "aux/nul.ipynb",
    "long": "x" * 300 + ".ipynb",
    "right to left": "exercise\u202egnp.ipynb",
    "NFC": "é.ipynb",
    "NFD": "e\u0301.ipynb",
    "markup": "<img src=x onerror=alert(1)>.ipynb",
    "formula": "=cmd|'/c calc'!A0.ipynb",
    "new line": "a\nb\r.ipynb",
    "dots": "...ipynb",
    "nothing": ".ipynb",
    "a second of the same": "é.ipynb",
    "e-mail": "exercise-03.ipynb.txt",
    "browser": "exercise-03 (1).IPYNB",
}


def test_names_in_a_zip_decide_nothing(tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        content = packed(*((name, hand_in(f"T{n}")) for n, name in enumerate(NAMES.values())))
    path = save(tmp_path / "in" / "class.zip", content)
    before = set(tmp_path.rglob("*"))
    results = grade([path], CATALOG)
    assert set(tmp_path.rglob("*")) == before, "nothing is unpacked"
    assert sorted(r.trainee for r in results) == sorted(f"T{n}" for n in range(len(NAMES)))
    assert {(r.status, r.score) for r in results} == {("graded", SCORE)}
    assert len({r.file for r in results}) == len(NAMES)
    write_results(results, tmp_path / "out")
    written = [p for p in (tmp_path / "out").rglob("*") if p.is_file()]
    assert len(written) == len(NAMES) + 4
    assert all(len(p.name) < 90 and p.name.isascii() for p in written)
    report = (tmp_path / "out" / "report.html").read_text("utf-8")
    assert "\u202e" not in report
    assert "<img" not in report


@pytest.mark.skipif(sys.platform == "win32", reason="these names cannot exist there")
def test_names_in_a_folder_decide_nothing(tmp_path: Path) -> None:
    names = [n for n in NAMES.values() if "/" not in n and len(n) < 250]
    for name in set(names):
        save(tmp_path / "in" / name, GOOD)
    undecodable = os.fsdecode(b"caf\xe9.ipynb")
    save(tmp_path / "in" / undecodable, GOOD)
    results = grade([tmp_path / "in"], CATALOG)
    assert {(r.status, r.score) for r in results} == {("graded", SCORE)}
    assert len(results) == len({*names, undecodable})
    write_results(results, tmp_path / "out")
    assert len(list((tmp_path / "out" / "feedback").iterdir())) == len(results)


def test_one_name_in_two_forms_of_unicode_is_one_trainee(tmp_path: Path) -> None:
    for n, form in enumerate(("NFC", "NFD")):
        save(tmp_path / f"{n}.ipynb", hand_in(unicodedata.normalize(form, "José Lima")))
    assert {r.trainee for r in grade([tmp_path], CATALOG)} == {"José Lima"}


# ---- zips ----


def test_a_platforms_zip_is_graded_entry_by_entry(tmp_path: Path) -> None:
    inner = packed(("my work/x.ipynb", hand_in("Dee")), ("__MACOSX/my work/._x.ipynb", b"\0\5"))
    content = packed(
        ("Ana Lima_123_file_/x.ipynb", hand_in("Ana Lima")),
        ("Ben Okoro_124_file_/x.ipynb", hand_in("Ben Okoro")),
        ("Cleo_125_file_/x.ipynb", GOOD[:700]),
        ("Dee_126_file_/work.zip", inner),
        ("Eve_127_file_/bomb.zip", BOMB),
        (".ipynb_checkpoints/x-checkpoint.ipynb", GOOD),
        ("readme.txt", b"hello"),
    )
    results = grade([save(tmp_path / "class.zip", content)], CATALOG)
    assert sorted((r.trainee, r.status) for r in results) == [
        ("Ana Lima", "graded"), ("Ben Okoro", "graded"), ("Dee", "graded"),
        ("bomb", "unsupported"), ("x", "unreadable"),
    ]  # fmt: skip


def test_a_damaged_entry_costs_only_itself(tmp_path: Path) -> None:
    content = bytearray(packed(("a.ipynb", hand_in("A")), ("b.ipynb", hand_in("B"))))
    place = content.index(b"b.ipynb") + 200
    content[place : place + 40] = b"\xff" * 40
    results = grade([save(tmp_path / "class.zip", bytes(content))], CATALOG)
    assert sorted((r.trainee, r.status) for r in results) == [("A", "graded"), ("b", "unreadable")]
    assert "damaged inside the zip" in next(r.note for r in results if r.trainee == "b")


def test_a_zip_that_lies_about_its_table_of_contents_is_told(tmp_path: Path) -> None:
    content = bytearray(packed(("a.ipynb", GOOD)))
    end = content.rindex(b"PK\x05\x06")
    content[end + 12 : end + 16] = (4_000_000_000).to_bytes(4, "little")
    assert one(save(tmp_path / "a.zip", bytes(content))).status in ("unsupported", "unreadable")


# ---- output ----


def test_html_and_scripts_stay_text_everywhere(tmp_path: Path) -> None:
    evil = "</title></style></script><script>alert(1)</script><img src=x onerror=alert(2)>"
    content = hand_in(evil, voicemail_cold=SCRIPT + evil, voicemail_which=evil)
    write_results([one(save(tmp_path / "in" / "<b>x.ipynb", content))], tmp_path / "out")
    for page in (tmp_path / "out").rglob("*.html"):
        text = page.read_text("utf-8")
        assert "<script" not in text
        assert "<img" not in text
        assert text.count("<title>") == 1
        assert "default-src 'none'" in text


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r=", "\n=", " =", "＝", "＋"])
def test_formulas_stay_text_in_the_tables(tmp_path: Path, start: str) -> None:
    result = one(save(tmp_path / "x.ipynb", hand_in(f"{start}HYPERLINK(1);=2")))
    write_results([result], tmp_path / "out")
    for table in ("grades.csv", "items.csv"):
        text = (tmp_path / "out" / table).read_text("utf-8-sig")
        for line in text.split("\r\n")[1:]:
            for cell in line.replace(";", ",").split(","):
                assert not cell.strip('" \t\r\n').startswith(tuple("=+-@＝＋"))


def test_a_full_disk_is_told_and_leaves_the_earlier_results(tmp_path: Path) -> None:
    """A limit on the size of files stands for a full disk: the writes fail in the middle."""
    if sys.platform == "win32":
        pytest.skip("no limits there")
    path = save(tmp_path / "x.ipynb", GOOD)
    write_results([one(path)], tmp_path / "out")
    before = {p: p.read_bytes() for p in (tmp_path / "out").rglob("*") if p.is_file()}
    save(path, hand_in("Ana Lima", voicemail_cold=SCRIPT * 20))
    code = (
        "import resource, signal, sys; from pathlib import Path;"
        "from salescoach.cli import main;"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (9000, 9000));"
        "sys.argv = ['salescoach', 'grade', sys.argv[1], '--out', sys.argv[2]]; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(path), str(tmp_path / "out")],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert "cannot be written" in done.stderr
    assert "Traceback" not in done.stderr
    after = {p: p.read_bytes() for p in (tmp_path / "out").rglob("*") if p.is_file()}
    assert before == after


def test_a_disk_that_fills_up_while_writing_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    result = one(save(tmp_path / "x.ipynb", GOOD))

    def full(self: Path, data: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(CoachError, match="No space left on device"):
        write_results([result], tmp_path / "out")
    assert not [p for p in (tmp_path / "out").rglob("*") if p.is_file()]


def test_the_order_of_files_and_the_number_of_workers_leave_no_trace(tmp_path: Path) -> None:
    paths = []
    for n in range(40):
        content = hand_in(f"T{n % 7}", voicemail_cold=SCRIPT * (n % 3))
        paths.append(save(tmp_path / "in" / f"{n}.ipynb", content))
    save(tmp_path / "in" / "bad.ipynb", b"{")
    paths.append(tmp_path / "in" / "bad.ipynb")
    for out, given, workers in (
        ("a", paths, 1),
        ("b", paths[::-1], 1),
        ("c", paths[::2] + paths, 2),
    ):
        write_results(grade(given, CATALOG, workers=workers), tmp_path / out)
    first = {p.relative_to(tmp_path / "a"): p.read_bytes() for p in (tmp_path / "a").rglob("*.*")
             if p.is_file()}  # fmt: skip
    assert len(first) == 44
    for out in "bc":
        for name, content in first.items():
            assert (tmp_path / out / name).read_bytes() == content, (out, name)


def test_the_workbook_that_is_released_is_blank_by_the_desk(tmp_path: Path) -> None:
    released = (workbook() / "exercises" / f"{EXERCISE}.ipynb").read_bytes()
    result = graded(tmp_path, released)
    assert result.status == "blank"
    assert "mistyped" not in result.note
