from __future__ import annotations

from itertools import pairwise

import pytest

from dossier.pictures.answer_grid import (
    HEAD_SIZE,
    MARK,
    MOST_COLUMNS,
    NARROWEST,
    grid_columns,
    mark_offsets,
    most_marks,
    sheets_of,
)
from dossier.pictures.text_width import text_width

LABELS = ["Harbour Board 1934", "Tarn 1931", "The Guild of Lamp Keepers of Saltmouth 1911", "Quay 2002", "A 1", "B 2"]


@pytest.mark.parametrize("number", [1, 2, 3, 5, 6])
def test_columns_share_the_sheet_and_heads_stay_within_them(number: int) -> None:
    columns = grid_columns(LABELS[:number])
    width = NARROWEST / number
    assert [round(one.x * number / 100 - 0.5, 2) for one in columns] == list(range(number))
    for label, column in zip(LABELS, columns, strict=False):
        assert " ".join(column.lines) == label
        assert all(text_width(line, HEAD_SIZE) <= width or " " not in line for line in column.lines)


def test_marks_of_a_cell_stand_apart_about_its_middle() -> None:
    assert mark_offsets(1) == (0,)
    assert mark_offsets(2) == (-MARK / 2, MARK / 2)
    for number in range(1, 7):
        offsets = mark_offsets(number)
        assert sum(offsets) == 0
        assert all(after - before == MARK for before, after in pairwise(offsets))


@pytest.mark.parametrize("columns", range(1, MOST_COLUMNS + 1))
def test_no_mark_leaves_its_cell(columns: int) -> None:
    half = NARROWEST / columns / 2
    assert most_marks(columns) >= 1
    assert max(mark_offsets(most_marks(columns))) + MARK / 2 <= half


def test_many_columns_are_shared_out_evenly() -> None:
    assert list(sheets_of(0)) == []
    assert list(sheets_of(6)) == [range(6)]
    assert list(sheets_of(7)) == [range(3), range(3, 7)]
    for number in range(1, 60):
        sheets = list(sheets_of(number))
        assert [place for sheet in sheets for place in sheet] == list(range(number))
        assert max(map(len, sheets)) <= MOST_COLUMNS
        assert max(map(len, sheets)) - min(map(len, sheets)) <= 1
