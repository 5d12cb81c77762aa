"""A list of one's own: read in the usual encodings, or told what is wrong with it."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salescoach.companies.columns import guess_mapping, read_count, read_day
from salescoach.errors import CoachError
from salescoach.own_list import read_own_list
from salescoach.widgets.company_views import own_list_view

HUBSPOT = (
    "Record ID,Company name,Industry,Number of Employees,State/Region,Phone Number,Last Contacted\n"
    "1,Café Nord,Cafés,34,Yorkshire,0113 496 0101,2025-11-30 09:15\n"
    '2,"Holt, Daughters & Co",Bakeries,51-200,Midlands,,\n'
)
SALESFORCE = (
    "Account Name,Industry,Employees,Billing State/Province,Account Phone,Last Activity,Type\n"
    "Café Nord,Cafés,34,Yorkshire,0113 496 0101,30/11/2025,Prospect\n"
)
PIPEDRIVE = (
    "Organization - Name*,Organization - Industry,Organization - Number of employees,"
    "Organization - Labels,Organization - Last activity date,Person - Email - Work\n"
    "Café Nord,Cafés,34,Hot; North,2025-11-30,a@nord.example\n"
)


def write(folder: Path, content: str, encoding: str = "utf-8") -> Path:
    path = folder / "export.csv"
    path.write_bytes(content.encode(encoding))
    return path


@pytest.mark.parametrize(
    ("content", "product"),
    [(HUBSPOT, "HubSpot"), (SALESFORCE, "Salesforce"), (PIPEDRIVE, "Pipedrive")],
)
def test_an_export_of_each_product_is_recognised(
    tmp_path: Path, content: str, product: str
) -> None:
    own = read_own_list(write(tmp_path, content))
    assert own.product == product
    first = own.companies[0]
    assert (first.name, first.industry, first.employees) == ("Café Nord", "Cafés", 34)
    assert first.last_contact == date(2025, 11, 30)
    assert own.notes == ()


def test_the_api_names_of_salesforce_are_known_too() -> None:
    header = ["Id", "Name", "Industry", "NumberOfEmployees", "BillingState", "LastActivityDate"]
    assert guess_mapping(header) == {
        "name": "Name", "industry": "Industry", "employees": "NumberOfEmployees",
        "region": "BillingState", "last_contact": "LastActivityDate",
    }  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_encodings_and_separators(tmp_path: Path, encoding: str, separator: str) -> None:
    content = SALESFORCE.replace(",", separator).replace("\n", "\r\n")
    own = read_own_list(write(tmp_path, content, encoding))
    assert own.companies[0].name == "Café Nord"
    assert own.header[0] == "Account Name"


def test_a_mapping_can_be_changed(tmp_path: Path) -> None:
    path = write(tmp_path, "Firma,Branche,Ort\nNord,Cafés,Leeds\n")
    with pytest.raises(CoachError, match="looks like the names of companies"):
        read_own_list(path)
    own = read_own_list(path, {"name": "Firma", "industry": "Branche"})
    assert (own.companies[0].name, own.companies[0].industry) == ("Nord", "Cafés")
    assert read_own_list(write(tmp_path, HUBSPOT), {"region": ""}).companies[0].region == ""


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "export.csv is empty."),
        (b" , \n,", "empty but for separators"),
        (b"PK\x03\x04rest", "is an Excel workbook"),
        (b"\x00\x01\x02\xff", "is not text"),
        (b"Name,Name\na,b\n", "two columns of the name 'Name'"),
        (b"Company name,Industry\n", "no companies below it"),
        (b"Company name,Industry\na,b,c\n", "line 2 has 3 cells, but the first row has 2"),
        (b'Company name\n"a\n', "breaks off near line"),
    ],
)
def test_a_fault_is_told_with_its_place(tmp_path: Path, content: bytes, told: str) -> None:
    path = tmp_path / "export.csv"
    path.write_bytes(content)
    with pytest.raises(CoachError, match=re.escape(told)) as error:
        read_own_list(path)
    assert error.value.next_step


def test_a_missing_file_is_told_with_those_that_are_there(tmp_path: Path) -> None:
    write(tmp_path, HUBSPOT)
    with pytest.raises(CoachError, match=re.escape("Allowed: export.csv")):
        read_own_list(tmp_path / "exprot.csv")


def test_what_is_not_understood_is_counted_and_shown(tmp_path: Path) -> None:
    own = read_own_list(
        write(tmp_path, "Company name,Employees,Last Contacted\nA,many,soon\n,3,\nB,4,\n")
    )
    assert [c.name for c in own.companies] == ["A", "B"]
    assert own.notes == (
        "1 row left out for want of a name (first: line 3).",
        "Employees: 1 row not understood (like 'many').",
        "Last contact: 1 row not understood (like 'soon').",
    )


@pytest.mark.parametrize(
    ("text", "count"),
    [("34", 34), ("1,250", 1250), ("1.250", 1250), ("51-200", 51), ("10 001+", 10001),
     ("about 40", None), ("", None)],
)  # fmt: skip
def test_head_counts_as_people_write_them(text: str, count: int | None) -> None:
    assert read_count(text) == count


@pytest.mark.parametrize(
    "text",
    ["2025-11-30", "2025-11-30T09:15:00", "30/11/2025", "30.11.2025", "11/30/2025", "30 Nov 2025"],
)
def test_days_as_people_write_them(text: str) -> None:
    assert read_day(text) == date(2025, 11, 30)


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_told(tmp_path_factory: pytest.TempPathFactory, raw: bytes) -> None:
    path = tmp_path_factory.mktemp("own") / "export.csv"
    path.write_bytes(raw)
    try:
        header = read_own_list(path).header
    except CoachError as error:
        header = (error.problem,)
    assert header


def test_only_files_beside_the_notebook_are_read(tmp_path: Path) -> None:
    (tmp_path / "inside").mkdir()
    write(tmp_path, HUBSPOT)
    for file in ("../export.csv", str(tmp_path / "export.csv")):
        view = own_list_view(tmp_path / "inside", f"file = {file!r}", date(2026, 3, 2))
        assert "beside this notebook" in view["fault"]
    assert own_list_view(tmp_path, 'file = "export.csv"', date(2026, 3, 2))["fault"] == ""


def test_an_own_list_is_cut_like_the_sample(tmp_path: Path) -> None:
    write(tmp_path, HUBSPOT)
    body = 'file = "export.csv"\n[keep]\nemployees_from = 40'
    view = own_list_view(tmp_path, body, date(2026, 3, 2))
    assert (view["total"], view["count"]) == (2, 1)
    assert view["steps"][0]["who"] == [["Café Nord", "only 34 employees"]]
