"""Reading the data package, and the faults that a check of a pack names."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import frictionless
import pytest

from salescoach.catalog import Catalog, open_catalog, workbook
from salescoach.errors import CoachError
from salescoach.items import IDENTITY, ITEM_ID_PATTERN, KINDS, SHARED
from salescoach.keys import choice_keys
from salescoach.pack_faults import Fault
from salescoach.validation import check_pack

DATA = workbook() / "data"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A copy of the built-in pack, to be broken."""
    return Path(shutil.copytree(DATA, tmp_path / "pack"))


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def faults(pack: Path) -> list[Fault]:
    return check_pack(Catalog(pack, fallback=DATA)).faults


def test_the_built_in_pack_has_no_fault() -> None:
    report = check_pack(Catalog(DATA))
    assert report.faults == []
    assert report.ignored == []


def test_the_descriptor_is_a_data_package_and_names_every_table() -> None:
    package = frictionless.Package(str(DATA / "datapackage.json"))
    tables = {r.path for r in package.resources if r.type == "table" and r.format == "csv"}
    assert tables == {p.relative_to(DATA).as_posix() for p in DATA.rglob("*.csv")}
    for resource in package.resources:
        if resource.type == "table":
            for field in resource.schema.fields:
                assert field.description, f"{resource.name}.{field.name} is not described"


def test_the_prose_names_every_table() -> None:
    prose = (DATA / "README.md").read_text("utf-8")
    for resource in Catalog(DATA).descriptor["resources"]:
        assert f"`{resource['path']}`" in prose, resource["path"]


def test_the_schema_lists_the_kinds_of_item_that_the_code_knows() -> None:
    fields = Catalog(DATA).resource("items")["schema"]["fields"]
    kind = next(f for f in fields if f["name"] == "kind")
    shared = {item.kind for item in SHARED.values()}
    assert set(kind["constraints"]["enum"]) == set(KINDS) - shared
    item_id = next(f for f in fields if f["name"] == "id")
    assert item_id["constraints"]["pattern"] == ITEM_ID_PATTERN


def test_items_hold_no_key_and_choice_items_have_exactly_one_best_option_or_all() -> None:
    catalog = open_catalog()
    keys = choice_keys(catalog)
    for item in catalog.items.values():
        if item.kind == "choice":
            assert set(keys[item.id]) == {option.id for option in item.options}
            full = [key for key in keys[item.id].values() if key.credit == 1]
            assert len(full) in (1, len(keys[item.id])), item.id
            assert item.points == 0 or len(full) == 1, item.id


def test_every_exercise_asks_who_hands_in() -> None:
    catalog = open_catalog()
    for notebook in catalog.notebooks.values():
        if notebook.kind == "exercise":
            assert catalog.items_of(notebook.id)[0] == IDENTITY


# The row of the first voicemail item that earns points, as a spreadsheet counts.
FIRST_GRADED = 1 + next(
    n for n, line in enumerate((DATA / "items.csv").read_text("utf-8").splitlines())
    if ",voicemail,10," in line
)  # fmt: skip

Break = Callable[[Path], None]


@pytest.mark.parametrize(
    ("break_it", "told"),
    [
        (lambda p: change(p / "items.csv", ",voicemail,10,", ",voicemale,10,"),
         f"items.csv, row {FIRST_GRADED}, column 'kind': This value is not allowed. "
         "(found 'voicemale') "
         "Allowed: one of voicemail,"),
        (lambda p: change(p / "items.csv", ",voicemail,10,", ",voicemail,ten,"),
         f"items.csv, row {FIRST_GRADED}, column 'points': This is not a number. (found 'ten') "
         "Allowed: a number, from 0 to 100."),
        (lambda p: change(p / "items.csv", "first-choice,00-start-here", "first-choice,00-start"),
         "items.csv, row 3, column 'notebook': Nothing of that name exists. (found '00-start') "
         "Allowed: what stands in the table 'notebooks'."),
        (lambda p: change(p / "keys/choices.csv", "voicemail-mend,c,1,", "voicemail-mend,c,1.5,"),
         "(found '1.5') Allowed: a number, from 0 to 1."),
        (lambda p: change(p / "keys/choices.csv", "voicemail-mend,c,1,", "voicemail-mend,b,1,"),
         "keys/choices.csv, row 28, column 'item, option': This stands in another row already."),
        (lambda p: change(p / "options.csv", "item,option,text", "item;option;text"),
         "options.csv, row 1: The columns are separated by semicolons."),
        (lambda p: change(p / "options.csv", "item,option,text", "item,letter,text"),
         "options.csv, row 1, column 'option': The header is not the one of this table. "
         "(found 'letter') Allowed: the columns item, option, text."),
        (lambda p: (p / "options.csv").write_text(""), "options.csv: The file is empty."),
        (lambda p: (p / "options.csv").write_bytes(b"item,option,text\nq,a,caf\xe9\n"),
         "options.csv: Line 2 is not UTF-8 text."),
        (lambda p: change(p / "options.csv", "\n", "\n,,\n"),
         "options.csv, row 2: The row is empty."),
        (lambda p: change(p / "options.csv", "voicemail-mend,d", "voicemail-mend,e,No\nvoicemail-mend,d"),  # noqa: E501
         "options.csv, row 29, column 'option': This option has no key."),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_file_row_column_value_and_what_is_allowed(
    pack: Path, break_it: Break, told: str
) -> None:
    break_it(pack)
    assert told in "\n".join(map(str, faults(pack)))


def test_every_fault_is_listed_not_only_the_first(pack: Path) -> None:
    change(pack / "items.csv", ",voicemail,10,", ",voicemale,ten,")
    change(pack / "notebooks.csv", ",lesson,", ",lessen,")
    change(pack / "options.csv", "first-choice,a,", "first-choice,z,")
    places = {(f.file, f.column) for f in faults(pack)}
    assert {("items.csv", "kind"), ("items.csv", "points"), ("notebooks.csv", "kind"),
            ("options.csv", "option")} <= places  # fmt: skip


def test_a_table_saved_by_excel_with_its_mark_is_read(pack: Path) -> None:
    path = pack / "options.csv"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert faults(pack) == []
    assert Catalog(pack).item("voicemail-mend").options[0].text.startswith("Add the awards")


def test_an_own_pack_may_have_one_table_and_borrows_the_others(tmp_path: Path) -> None:
    shutil.copy(DATA / "examples.csv", tmp_path)
    change(tmp_path / "examples.csv", "A message about the caller", "A message that I wrote")
    (tmp_path / "notes.csv").write_text("a,b\n")
    report = check_pack(Catalog(tmp_path, fallback=DATA))
    assert (report.checked, report.ignored, report.faults) == (["examples.csv"], ["notes.csv"], [])
    own = open_catalog(tmp_path)
    assert own.example("self-centred").title == "A message that I wrote"
    assert own.item("voicemail-cold").points == 10


def test_a_faulty_pack_is_not_opened(pack: Path) -> None:
    change(pack / "items.csv", ",voicemail,10,", ",voicemale,10,")
    with pytest.raises(CoachError, match="salescoach validate"):
        open_catalog(pack)


def test_a_built_in_table_that_cannot_be_read_is_told_with_its_place(pack: Path) -> None:
    change(pack / "items.csv", ",voicemail,10,", ",voicemail,ten,")
    with pytest.raises(CoachError, match=f"row {FIRST_GRADED}, column 'points'"):
        _ = Catalog(pack).items


@pytest.mark.parametrize("folder", ["nowhere", "empty"])
def test_a_folder_without_tables_is_told(tmp_path: Path, folder: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(CoachError, match="folder"):
        check_pack(Catalog(tmp_path / folder, fallback=DATA))


@pytest.mark.parametrize("ask", ["item", "example", "notebook"])
def test_an_unknown_name_is_answered_with_the_known_ones(ask: str) -> None:
    with pytest.raises(CoachError, match=r"Allowed: .+, "):
        getattr(open_catalog(), ask)("nonsense")


def test_the_first_widget_loads_neither_pandas_nor_matplotlib() -> None:
    code = (
        "import sys; from salescoach import lesson; coach = lesson.open('exercise-03-voicemail');"
        "coach.answer('voicemail-cold', 'Hi Tomasz'); coach.answer('voicemail-which');"
        "print([m for m in ('pandas', 'matplotlib', 'numpy', 'numba', 'frictionless', 'nbformat')"
        " if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_notebooks_come_in_the_order_of_the_course() -> None:
    names = list(open_catalog().notebooks)
    assert names[:3] == ["00-start-here", "01-the-fear-of-no", "exercise-01-fear-of-no"]
    assert names[-1] == "10-make-it-a-habit"
    assert names == sorted(names, key=lambda n: (n.removeprefix("exercise-")[:2], n[0] == "e"))
