"""The answer format: any text survives the way through cell, notebook file and back."""

from __future__ import annotations

import nbformat
import pytest
from hypothesis import given
from hypothesis import strategies as st

from salescoach.answers import Answer, format_cell, parse_cell, read_toml
from salescoach.errors import CoachError

ITEM_IDS = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}", fullmatch=True)


def as_kept(text: str) -> str:
    """What counts of a text: its line ends are unified, and blanks alone are no answer."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text if text.strip() else ""


@given(ITEM_IDS, st.text())
def test_any_text_survives_the_cell(item: str, text: str) -> None:
    assert parse_cell(format_cell(item, text)) == Answer(item, as_kept(text))


@given(ITEM_IDS, st.text())
def test_any_text_survives_the_notebook_file(
    tmp_path_factory: pytest.TempPathFactory, item: str, text: str
) -> None:
    path = tmp_path_factory.getbasetemp() / "round-trip.ipynb"
    cell = nbformat.v4.new_code_cell(format_cell(item, text))
    nbformat.write(nbformat.v4.new_notebook(cells=[cell]), path)
    again = nbformat.read(path, as_version=4).cells[0].source
    assert parse_cell(again) == Answer(item, as_kept(text))


@given(ITEM_IDS, st.text())
def test_writing_what_was_read_changes_nothing(item: str, text: str) -> None:
    cell = format_cell(item, text)
    answer = parse_cell(cell)
    assert answer is not None
    assert format_cell(answer.item, answer.body) == cell


@given(st.text())
def test_reading_a_cell_never_fails(source: str) -> None:
    parse_cell(source)


@pytest.mark.parametrize(
    "first",
    ["%answer vm-1", "%%Answer vm-1", "  %%answer  vm-1  ", "%%%answer vm-1", "%% answer VM-1",
     "%%answers vm-1", "%%answer: vm-1", "%%ANSWER 'vm-1'"],
)  # fmt: skip
def test_a_mistyped_first_line_is_read_with_goodwill(first: str) -> None:
    assert parse_cell(f"{first}\nHi") == Answer("vm-1", "Hi", mistyped=True)


@pytest.mark.parametrize("source", ["", "answer vm-1", "# %%answer vm-1", "x = 1\n%%answer vm-1",
                                    "%%answer", "%%time\nx"])  # fmt: skip
def test_other_cells_are_no_answers(source: str) -> None:
    assert parse_cell(source) is None


def test_empty_lines_above_and_windows_line_ends_do_not_matter() -> None:
    assert parse_cell("\n\r\n%%answer vm-1\r\nHi\r\nDana") == Answer("vm-1", "Hi\nDana")


def test_an_item_id_with_blanks_is_refused() -> None:
    with pytest.raises(CoachError, match="not an item id"):
        format_cell("voicemail 1", "Hi")


@pytest.mark.parametrize(
    ("body", "place"),
    [("choice = b", "Line 2, column 10"), ('a = "x"\n\nb = ', "Line 4, column 5"),
     ('a = "x', "Line 2, column 7"), ("a = 1\na = 2", "Line 3, column 6"),
     ("a = " + "[" * 5000, "nested|Line 2")],
)  # fmt: skip
def test_malformed_toml_is_told_with_line_and_column(body: str, place: str) -> None:
    with pytest.raises(CoachError, match=place):
        read_toml(body)
