from __future__ import annotations

from datetime import date

import pytest

from dossier.checking.plausibility.given import Given
from tests.checking.plausibility.conftest import Noticed
from tests.support.changes import swapped

HINT = "is yet to come; mend the year"


@pytest.mark.parametrize(
    ("file", "old", "new", "line"),
    [
        (
            "data/sources/quay-2002.yaml",
            'issued: "2002-03-09"',
            'issued: "2202-03-09"',
            "8:9: notice[future-dates] issued: 2202-03-09",
        ),
        (
            "data/events/guild-founding.yaml",
            'date: "1901"',
            'date: "2901"',
            "5:12: notice[future-dates] dated.2.date: 2901",
        ),
        (
            "data/claims/quay-2002.yaml",
            'date: "1901"}',
            'date: "1901/2091"}',
            "19:17: notice[future-dates] value.date: 1901/2091",
        ),
        (
            "data/claims/quay-2002.yaml",
            'as_of: "1903"',
            'as_of: "3903"',
            "9:42: notice[future-dates] value.as_of: 3903",
        ),
        (
            "data/actors/lamp-guild.yaml",
            'period: "1903/.."',
            'period: "2903/.."',
            "13:49: notice[future-dates] relations.1.period: 2903/..",
        ),
    ],
)
def test_a_slip_in_a_year(noticed: Noticed, file: str, old: str, new: str, line: str) -> None:
    found = [one for one in noticed({file: swapped(old, new)}) if "future-dates" in one]
    assert found == [f"{file}:{line} {HINT}"]


@pytest.mark.parametrize(("today", "told"), [((2002, 3, 8), True), ((2002, 3, 9), False), ((2003, 1, 1), False)])
def test_today_is_passed_in(noticed: Noticed, today: tuple[int, int, int], told: bool) -> None:
    assert bool(noticed({}, Given(date(*today)))) == told


def test_the_rest_of_this_year_may_be_meant_by_a_year(noticed: Noticed) -> None:
    changes = {"data/sources/quay-2002.yaml": swapped('issued: "2002-03-09"', 'issued: "2026"')}
    assert noticed(changes, Given(date(2026, 2, 1))) == []
