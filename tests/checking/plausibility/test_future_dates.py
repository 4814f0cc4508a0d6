from __future__ import annotations

from datetime import date

import pytest

from dossier.checking.plausibility.given import Given
from tests.checking.plausibility.conftest import Noticed
from tests.support.changes import swapped


@pytest.mark.parametrize(
    ("file", "old", "new", "line"),
    [
        (
            "data/sources/quay-2002.yaml",
            'issued: "2002-03-09"',
            'issued: "2202-03-09"',
            "8:9: notice[future-dates] issued: 2202-03-09 is yet to come; if 2022-03-09 (with two digits in their "
            "places) is meant, write that",
        ),
        (
            "data/events/guild-founding.yaml",
            'date: "1901"',
            'date: "2901"',
            "5:12: notice[future-dates] dated.2.date: 2901 is yet to come; mend the year",
        ),
        (
            "data/claims/quay-2002.yaml",
            'date: "1901"}',
            'date: "1901/2091"}',
            "19:17: notice[future-dates] value.date: 1901/2091 is yet to come; if 1901/2019 (with two digits in their "
            "places) is meant, write that",
        ),
        (
            "data/claims/quay-2002.yaml",
            'as_of: "1903"',
            'as_of: "3903"',
            "9:42: notice[future-dates] value.as_of: 3903 is yet to come; mend the year",
        ),
        (
            "data/actors/lamp-guild.yaml",
            'period: "1903/.."',
            'period: "2903/.."',
            "13:49: notice[future-dates] relations.1.period: 2903/.. is yet to come; mend the year",
        ),
    ],
)
def test_a_slip_in_a_year(noticed: Noticed, file: str, old: str, new: str, line: str) -> None:
    found = [one for one in noticed({file: swapped(old, new)}) if "future-dates" in one]
    assert found == [f"{file}:{line}"]


@pytest.mark.parametrize(("today", "told"), [((2002, 3, 8), True), ((2002, 3, 9), False), ((2003, 1, 1), False)])
def test_today_is_passed_in(noticed: Noticed, today: tuple[int, int, int], told: bool) -> None:
    found = noticed({"data/corrections.yaml": "[]"}, Given(date(*today)))
    assert bool(found) == told


def test_the_rest_of_this_year_may_be_meant_by_a_year(noticed: Noticed) -> None:
    changes = {"data/sources/quay-2002.yaml": swapped('issued: "2002-03-09"', 'issued: "2026"')}
    assert noticed(changes, Given(date(2026, 2, 1))) == []


def test_the_winter_of_this_year_may_end_in_the_next(noticed: Noticed) -> None:
    changes = {"data/sources/quay-2002.yaml": swapped('issued: "2002-03-09"', 'issued: "2025-24"')}
    assert noticed(changes, Given(date(2026, 1, 10))) == []


@pytest.mark.parametrize(
    ("file", "text", "line"),
    [
        ("data/phases.yaml", '- {title: All, period: "1890/2104", claims: [tarn-1931-c01]}\n', "1:24"),
        (
            "data/corrections.yaml",
            '- {date: "2104-05-01", record: lamp-guild, changed: Moved it., why: Wrong.}\n',
            "1:10",
        ),
    ],
)
def test_dates_outside_records(noticed: Noticed, file: str, text: str, line: str) -> None:
    found = [one for one in noticed({file: text}) if "future-dates" in one]
    assert [one.partition(" notice")[0] for one in found] == [f"{file}:{line}:"]
    assert "2014" in found[0]
