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
