from __future__ import annotations

from datetime import date

import pytest

from dossier.text.edtf import parse
from dossier.text.loose_dates import narrowed


@pytest.mark.parametrize(
    ("text", "as_given", "earliest", "latest"),
    [
        ("2014", "late 2014", (2014, 9, 1), (2014, 12, 31)),
        ("2014~", "Late in 2014", (2014, 9, 1), (2014, 12, 31)),
        ("2016", "early 2016", (2016, 1, 1), (2016, 4, 30)),
        ("2016", "mid-2016", (2016, 5, 1), (2016, 8, 31)),
        ("2016", "the middle of 2016", (2016, 5, 1), (2016, 8, 31)),
        ("2016", "the end of the year", (2016, 9, 1), (2016, 12, 31)),
    ],
)
def test_a_part_of_a_year_has_narrower_bounds(
    text: str, as_given: str, earliest: tuple[int, int, int], latest: tuple[int, int, int]
) -> None:
    found = narrowed(parse(text), as_given)
    assert (found.earliest, found.latest, found.text) == (date(*earliest), date(*latest), text)


@pytest.mark.parametrize(
    ("text", "as_given"),
    [
        ("2014", None),
        ("2014", "some time in 2014"),
        ("2014", "lately"),
        ("2014", "a few weeks after early September 2014"),
        ("2014-09", "late September 2014"),
        ("2014/2016", "late 2014 to 2016"),
        ("201X", "late in the decade"),
    ],
)
def test_any_other_date_stays_as_it_is(text: str, as_given: str | None) -> None:
    assert narrowed(parse(text), as_given) == parse(text)
