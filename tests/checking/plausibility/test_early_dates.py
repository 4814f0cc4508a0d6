from __future__ import annotations

import pytest

from dossier.checking.plausibility.early_dates import first_usual
from tests.checking.plausibility.conftest import Noticed
from tests.support.changes import swapped


def test_a_slip_in_a_year(noticed: Noticed) -> None:
    found = noticed({"data/claims/quay-2002.yaml": swapped('as_of: "1903"', 'as_of: "1003"')})
    assert found == [
        "data/claims/quay-2002.yaml:9:42: notice[early-dates] value.as_of: 1003 is 895 years before all usual dates of "
        "this dossier; mend the year"
    ]


@pytest.mark.parametrize(
    ("years", "first"),
    [
        ([], 0),
        ([1903], 1903),
        ([1201, 2001, 2002, 2003, 2010], 2001),
        ([201, 1201, 2001, 2002, 2003, *[2010] * 20], 2001),  # both
        ([1961, 2001, 2002], 1961),  # forty years are no slip
        ([1800, 2001, 1900, 1950], 1800),  # the dossier spans as much
        ([1201, 1202, 1203, 2001, 2002], 1201),  # three of five are no slips
    ],
)
def test_where_the_usual_dates_begin(years: list[int], first: int) -> None:
    assert first_usual(years) == first


@pytest.mark.parametrize(
    ("date", "asked"),
    [
        (
            "1280-11-22",
            "if 1902-02-11 (by the solar Hijri calendar) is meant",
        ),
        ("1320", "if 1941/1942 (by the solar Hijri calendar) or 1902/1903 (by the lunar Hijri calendar) is meant"),
    ],
)
def test_a_year_of_another_calendar(noticed: Noticed, date: str, asked: str) -> None:
    found = noticed({"data/claims/quay-2002.yaml": swapped('as_of: "1903"', f'as_of: "{date}"')})
    assert len(found) == 1
    assert found[0].endswith(f"{asked}, write that")


def test_years_of_another_calendar_are_asked_about_where_they_are_many(noticed: Noticed) -> None:
    changes = swapped('as_of: "1903"', 'as_of: "1321"')
    events = swapped('"1901"', '"1319"')
    found = noticed({"data/claims/quay-2002.yaml": changes, "data/events/guild-founding.yaml": events})
    assert [one for one in found if "1321 is" in one and "early-dates" in one]
    assert [one for one in found if "1319 is" in one and "early-dates" in one]


def test_a_date_with_an_open_beginning_is_judged_by_its_end(noticed: Noticed) -> None:
    found = noticed({"data/claims/quay-2002.yaml": swapped('as_of: "1903"', 'as_of: "../1003"')})
    assert "../1003 is 895 years before" in found[0]
