from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from dossier.pictures.time_axis import scale


def test_years_with_little_in_them_are_twelve_times_narrower() -> None:
    drawn = scale(1990, 2003, [2002, 2003])
    (narrow,) = drawn.narrow
    assert (f"{narrow.first} to {narrow.last}", narrow.x) == ("1990 to 2001", 0)
    assert narrow.width == pytest.approx(100 / 3)
    assert drawn.starts(date(2003, 1, 1)) == pytest.approx(200 / 3, abs=0.01)


def test_a_narrow_stretch_is_at_most_as_wide_as_three_years() -> None:
    assert scale(800, 2000, [2000]).narrow[0].width == pytest.approx(75)


@pytest.mark.parametrize(
    ("busy", "stretches"),
    [
        ([2000, 2004], [(2000, 2004, False)]),
        ([2000, 2005], [(2000, 2000, False), (2001, 2004, True), (2005, 2005, False)]),
        ([2004, 2005], [(2000, 2003, True), (2004, 2005, False)]),
        ([], [(2000, 2005, False)]),
    ],
)
def test_only_four_empty_years_or_more_are_narrow(busy: list[int], stretches: list[tuple[int, int, bool]]) -> None:
    drawn = scale(2000, max(busy, default=2005), busy)
    assert [(one.first, one.last, one.narrow) for one in drawn.stretches] == stretches
    assert sum(one.width for one in drawn.stretches) == pytest.approx(100)


def test_days_lie_where_they_are_in_their_year() -> None:
    drawn = scale(2000, 2001, [2000, 2001])
    assert (drawn.first, drawn.last) == (date(2000, 1, 1), date(2001, 12, 31))
    assert drawn.starts(date(2000, 1, 1)) == 0
    assert drawn.ends(date(2000, 12, 31)) == drawn.starts(date(2001, 1, 1)) == 50
    assert drawn.ends(date(2001, 12, 31)) == 100
    assert drawn.starts(date(2000, 7, 1)) == pytest.approx(100 * 182 / 366 / 2, abs=0.001)
    assert (drawn.starts(date(1999, 5, 1)), drawn.ends(date(2002, 5, 1))) == (0, 100)


@pytest.mark.parametrize(
    ("first", "last", "labels"),
    [
        (2000, 2000, "2000 Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"),
        (2000, 2001, "2000 Apr Jul Oct 2001 Apr Jul Oct"),
        (2000, 2004, "2000 2001 2002 2003 2004"),
        (2000, 2040, "2000 2005 2010 2015 2020 2025 2030 2035 2040"),
    ],
)
def test_the_fewer_the_years_the_finer_the_ticks(first: int, last: int, labels: str) -> None:
    assert " ".join(tick.label for tick in scale(first, last, range(first, last + 1)).ticks) == labels


def test_labels_do_not_touch_nor_leave_the_drawing_and_a_stretch_keeps_its_first() -> None:
    drawn = scale(1980, 2024, range(2014, 2025))
    for apart, shown in ((6.0, [t for t in drawn.ticks if t.labelled]), (9.5, [t for t in drawn.ticks if t.main])):
        places = [tick.x for tick in shown]
        assert all(later - earlier >= apart for earlier, later in pairwise(places))
        assert places[-1] + apart <= 100
        assert {"1980", "2014"} <= {tick.label for tick in shown}
    assert len([tick for tick in drawn.ticks if tick.main]) < len([tick for tick in drawn.ticks if tick.labelled])


def test_the_last_and_the_first_years_that_there_can_be() -> None:
    assert scale(9999, 9999, [9999]).ends(date.max) == 100
    assert scale(1, 1, [1]).starts(date.min) == 0
