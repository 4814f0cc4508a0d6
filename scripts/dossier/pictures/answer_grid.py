"""Marks of sources in columns, row by row: across in per cent of the sheet, and beside each other in pixels.

A row is as high as the page makes it; only what lies beside what is worked out here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dossier.pictures.text_width import broken

# In pixels: the narrowest sheet, the height of the letters in its heads, and a mark with the space around it.
NARROWEST = 340
HEAD_SIZE = 11
MARK = 17
MOST_COLUMNS = 6


@dataclass(frozen=True, slots=True)
class GridColumn:
    """The middle of a column in per cent, and its head in lines that fit between its sides."""

    x: float
    lines: tuple[str, ...]


def sheets_of(number: int) -> Iterator[range]:
    """The places of so many columns, shared out evenly among as few sheets as hold them."""
    sheets = -(-number // MOST_COLUMNS)
    for sheet in range(sheets):
        yield range(number * sheet // sheets, number * (sheet + 1) // sheets)


def grid_columns(labels: Sequence[str]) -> tuple[GridColumn, ...]:
    """A column for each label, all equally wide."""
    width = NARROWEST / len(labels) if labels else NARROWEST
    return tuple(
        GridColumn(round(100 * (place + 0.5) / len(labels), 2), broken(label, HEAD_SIZE, width))
        for place, label in enumerate(labels)
    )


def most_marks(columns: int) -> int:
    """How many marks there is room for in each cell of so many columns, at least one."""
    return max(1, int(NARROWEST / columns // MARK))


def mark_offsets(number: int) -> tuple[float, ...]:
    """How far from the middle of its cell each of so many marks lies, in pixels."""
    return tuple((place - (number - 1) / 2) * MARK for place in range(number))
