"""Rows as the text of a CSV file, in which no cell is run as a formula by the spreadsheet that opens it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

Cell = str | int | float | bool | None

# What makes a spreadsheet run a cell: one of the signs = + - @ at its beginning, in ASCII or in the full width of East
# Asia, after blanks or none. A number with its sign runs nothing.
RUN = re.compile(r"[\t\r\n]|\s*[=+\-@\uff1d\uff0b\uff0d\uff20]")
NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?", re.ASCII)
SHIELD = "'"


def csv_rows(header: Iterable[str], rows: Iterable[Iterable[Cell]]) -> str:
    """A row of column names and the rows below it (RFC 4180); a cell without a value is empty.

    A text that a spreadsheet would run has an apostrophe before it; numbers stay as they are.
    """
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([_written(value) for value in row] for row in rows)
    return written.getvalue()


def would_run(text: str) -> bool:
    """Whether a spreadsheet would take a text for a formula."""
    return RUN.match(text) is not None and NUMBER.fullmatch(text) is None


def _written(value: Cell) -> Cell:
    if isinstance(value, str):
        return SHIELD + value if would_run(value) else value
    return ("true" if value else "false") if isinstance(value, bool) else value
