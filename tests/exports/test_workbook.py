from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from dossier.editions.state import UNPUBLISHED, Edition
from dossier.exports.csv_text import Cell
from dossier.exports.tables import Table
from dossier.exports.workbook import LONGEST_CELL, REST, workbook
from dossier.model.licence import ARTICLES
from tests.exports.conftest import BASE
from tests.support.workbooks import Sheets, sheets_of

SEVERAL = ("=1+1", "+1-800", "-x", "@SUM(1)", "\t=1", "－1", "_x0041_", "a & b < c", "ننګرهار", "\u200fשלום")


def made(tables: list[Table], edition: Edition = UNPUBLISHED, site_name: str = "Lamp Dossier") -> bytes:
    return workbook(tables, base_url=BASE, site_name=site_name, edition=edition)


@pytest.fixture(scope="module")
def sheets(data: Path) -> Sheets:
    return sheets_of((data / "dossier.xlsx").read_bytes())


def test_a_sheet_a_table_with_every_cell_as_it_is(sheets: Sheets, tables: dict[str, Table]) -> None:
    assert list(sheets) == ["readme", "columns", *tables]
    for name, table in tables.items():
        head, *rows = sheets[name]
        assert head == [column.name for column in table.columns]
        assert rows == [_without_empty_end(row) for row in table.rows]


def _without_empty_end(row: tuple[Cell, ...]) -> list[Cell]:
    """A row as a workbook has it: without empty cells at its end, an empty text as no cell."""
    cells = [None if value == "" else value for value in row]
    while cells and cells[-1] is None:
        cells.pop()
    return cells


def test_the_first_sheet_says_what_it_is(sheets: Sheets, tables: dict[str, Table]) -> None:
    told = sheets["readme"]
    assert told[0] == ["Lamp Dossier"]
    words = {str(row[0]): row[1] for row in told[1:] if len(row) == 2}
    assert (words["Edition"], words["Date"], words["Address"]) == ("2024.1", "2024-03-01", BASE)
    assert "https://creativecommons.org/licenses/by/4.0/" in str(words["Licence"])
    assert words["Articles"] == ARTICLES
    assert [row for row in told if len(row) == 3][1:] == [
        [one.name, len(one.rows), one.description] for one in tables.values()
    ]
    assert sheets_of(made([]))["readme"][1] == ["Edition", "Not a published edition"]


def test_the_second_sheet_says_what_each_column_means(sheets: Sheets, tables: dict[str, Table]) -> None:
    expected = [(table.name, one.name, one.description) for table in tables.values() for one in table.columns]
    assert [(row[0], row[1], row[6]) for row in sheets["columns"][1:]] == expected


@pytest.mark.parametrize("text", SEVERAL)
def test_no_text_is_run_and_none_is_changed(tables: dict[str, Table], text: str) -> None:
    claims = replace(tables["claims"], rows=((text, *tables["claims"].rows[0][1:]),))
    sheets = sheets_of(made([claims], site_name=text))
    assert (sheets["claims"][1][0], sheets["readme"][0][0]) == (text, text)


def test_a_text_that_would_run_is_marked_as_text(tables: dict[str, Table]) -> None:
    claims = tables["claims"]
    content = made([replace(claims, rows=(("=1+1",), ("plain",), (-5,)))])
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert 'quotePrefix="1"' in archive.read("xl/styles.xml").decode()
        sheet = archive.read("xl/worksheets/sheet3.xml").decode()
    assert 'r="A2" s="' in sheet
    assert 'r="A3" s="' not in sheet
    assert '<c r="A4"><v>-5</v></c>' in sheet


def test_of_a_text_too_long_for_a_cell_the_beginning_stands_and_where_the_rest_is(tables: dict[str, Table]) -> None:
    long, fitting = "lamp " * 7000, "x" * LONGEST_CELL
    rows = sheets_of(made([replace(tables["claims"], rows=((long,), (fitting,)))]))["claims"][1:]
    assert rows == [[long[: LONGEST_CELL - len(REST)] + REST], [fitting]]


def test_the_same_tables_give_the_same_bytes_at_any_time(
    tables: dict[str, Table], monkeypatch: pytest.MonkeyPatch
) -> None:
    some, edition = list(tables.values())[:3], Edition("2024.1", "2024-03-01")
    first = made(some, edition)
    monkeypatch.setattr("time.time", lambda: 4e9)
    assert made(some, edition) == first
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert ">2024-03-01T00:00:00Z<" in archive.read("docProps/core.xml").decode()
