"""The tables as one workbook for spreadsheets (Office Open XML): a sheet a table, and in front what they are."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import datetime

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from dossier.editions.state import Edition
from dossier.exports.csv_text import Cell, would_run
from dossier.exports.tables import Column, Table
from dossier.model.licence import ARTICLES, DATA_LICENCE

README, COLUMNS = "readme", "columns"
# A cell holds no more (ECMA-376, and so Excel).
LONGEST_CELL = 32_767
REST = " … (the rest stands in dossier.json)"
# What the file says of when it was made, where the edition has no day: the earliest that a ZIP file can hold.
NO_DAY = "1980-01-01"
NARROW, MIDDLE, WIDE = 12, 28, 80
WIDTHS = {"integer": NARROW, "number": NARROW, "boolean": NARROW, "date": NARROW}
# Columns of sentences are wide, those of ids and names of middle width.
PROSE = frozenset({"text", "heading", "summary", "perspective", "title", "label", "words", "changed", "why", "said"})
NOTES = (
    (
        "Sheets",
        "Each sheet after these two is a table: its first row names the columns, and ids lead from one to another.",
    ),
    (
        "Dates",
        "As the records have them (EDTF), such as 2014-09~ for about September 2014. Columns that end in _earliest and "
        "_latest have the first and the last day that each can mean.",
    ),
    ("Texts", "Nothing is a formula: a text that begins like one is a text."),
)


class _Styles:
    """How the cells of a workbook look."""

    def __init__(self, book: Workbook) -> None:
        self.title = book.add_format({"bold": True, "font_size": 16})
        self.head = book.add_format({"bold": True, "bottom": 1})
        self.top = book.add_format({"valign": "top"})
        self.wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        # So marked, a text stays one when somebody edits it.
        self.text = book.add_format({"quote_prefix": True})


def workbook(tables: Iterable[Table], *, base_url: str, site_name: str, edition: Edition) -> bytes:
    """The whole file. The same tables give the same bytes at any time."""
    tables, written = list(tables), io.BytesIO()
    book = Workbook(written, {"in_memory": True})
    day = datetime.fromisoformat(edition.date or NO_DAY)
    book.set_properties({"title": site_name, "comments": DATA_LICENCE.title, "created": day})
    styles = _Styles(book)
    _write_readme(book.add_worksheet(README), styles, tables, _about(base_url, site_name, edition))
    _write_columns(book.add_worksheet(COLUMNS), styles, tables)
    for table in tables:
        _write_table(book.add_worksheet(table.name), styles, table)
    book.close()
    return written.getvalue()


def _about(base_url: str, site_name: str, edition: Edition) -> list[tuple[str, str]]:
    """What the first sheet says of the whole, the title first."""
    told = [
        (site_name, ""),
        ("Edition", edition.name or "Not a published edition"),
        ("Date", edition.date),
        ("Address", base_url),
        ("Licence", f"{DATA_LICENCE.title} ({DATA_LICENCE.name}), {DATA_LICENCE.url}"),
        ("Articles", ARTICLES),
        *NOTES,
    ]
    return [told[0], *(one for one in told[1:] if one[1])]


def _write_readme(sheet: Worksheet, styles: _Styles, tables: Sequence[Table], about: Sequence[tuple[str, str]]) -> None:
    sheet.set_column(0, 0, MIDDLE)
    sheet.set_column(1, 1, NARROW)
    sheet.set_column(2, 2, WIDE)
    _write_row(sheet, 0, (about[0][0],), styles, styles.title)
    for row, (word, said) in enumerate(about[1:], 1):
        sheet.write_string(row, 0, word, styles.top)
        sheet.merge_range(row, 1, row, 2, "", styles.wrapped)
        sheet.write_string(row, 1, said, styles.wrapped)
    start = len(about) + 1
    _write_row(sheet, start, ("sheet", "rows", "what is in it"), styles, styles.head)
    for row, table in enumerate(tables, start + 1):
        sheet.write_url(row, 0, f"internal:'{table.name}'!A1", string=table.name)
        sheet.write_number(row, 1, len(table.rows))
        sheet.write_string(row, 2, table.description)


def _write_columns(sheet: Worksheet, styles: _Styles, tables: Sequence[Table]) -> None:
    header = ("sheet", "column", "type", "required", "allowed", "refers_to", "description")
    rows = [
        (table.name, one.name, one.type, one.required, " ".join(one.allowed), one.table, one.description)
        for table in tables
        for one in table.columns
    ]
    _write_rows(sheet, styles, header, rows)
    for number, width in enumerate((MIDDLE, MIDDLE, NARROW, NARROW, MIDDLE, MIDDLE, WIDE)):
        sheet.set_column(number, number, width)


def _write_table(sheet: Worksheet, styles: _Styles, table: Table) -> None:
    _write_rows(sheet, styles, [one.name for one in table.columns], table.rows)
    for number, column in enumerate(table.columns):
        sheet.set_column(number, number, _width(column))


def _width(column: Column) -> int:
    return WIDTHS.get(column.type) or (WIDE if column.name in PROSE else MIDDLE)


def _write_rows(sheet: Worksheet, styles: _Styles, header: Sequence[str], rows: Sequence[Sequence[Cell]]) -> None:
    """The rows below their header, which stays in sight and can be filtered by."""
    _write_row(sheet, 0, header, styles, styles.head)
    for number, row in enumerate(rows, 1):
        _write_row(sheet, number, row, styles)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(rows), len(header) - 1)


def _write_row(
    sheet: Worksheet, number: int, row: Sequence[Cell], styles: _Styles, style: Format | None = None
) -> None:
    for column, value in enumerate(row):
        if isinstance(value, str):
            if value:
                how = styles.text if style is None and would_run(value) else style
                sheet.write_string(number, column, _fitting(value), how)
        elif isinstance(value, bool):
            sheet.write_boolean(number, column, value)
        elif value is not None:
            sheet.write_number(number, column, value)


def _fitting(text: str) -> str:
    """A text that a cell has room for; of a longer one its beginning, and where the rest is."""
    return text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL - len(REST)] + REST
