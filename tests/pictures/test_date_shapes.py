from __future__ import annotations

from datetime import date

import pytest

from dossier.pictures.date_shapes import DateShape, date_shape
from dossier.text.edtf import parse

D = date
LEAST, MOST = D(2010, 1, 1), D(2019, 12, 31)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2015-03-04", DateShape(D(2015, 3, 4), D(2015, 3, 4), None, "exact", "exact")),
        ("2015-03", DateShape(D(2015, 3, 1), D(2015, 3, 31), None, "exact", "exact")),
        ("201X", DateShape(D(2010, 1, 1), D(2019, 12, 31), None, "exact", "exact")),
        ("2015-03-04?", DateShape(D(2015, 3, 4), D(2015, 3, 4), None, "about", "about")),
        ("2015%", DateShape(D(2015, 1, 1), D(2015, 12, 31), None, "about", "about")),
        (
            "2015-02-03/2015-02-09",
            DateShape(D(2015, 2, 3), D(2015, 2, 9), (D(2015, 2, 3), D(2015, 2, 9)), "exact", "exact"),
        ),
        (
            "2015/2017",
            DateShape(D(2015, 1, 1), D(2017, 12, 31), (D(2015, 12, 31), D(2017, 1, 1)), "exact", "exact"),
        ),
        (
            "2015~/2017-05?",
            DateShape(D(2015, 1, 1), D(2017, 5, 31), (D(2015, 12, 31), D(2017, 5, 1)), "about", "about"),
        ),
        ("2015-09~/2015-10~", DateShape(D(2015, 9, 1), D(2015, 10, 31), None, "about", "about")),
        ("2015~/2015-10", DateShape(D(2015, 1, 1), D(2015, 10, 31), None, "about", "exact")),
        ("2015/..", DateShape(D(2015, 1, 1), D(2019, 12, 31), (D(2015, 12, 31), D(2019, 12, 31)), "exact", "onward")),
        ("2015~/", DateShape(D(2015, 1, 1), D(2016, 12, 30), None, "about", "unknown")),
        ("../2015-05", DateShape(D(2010, 1, 1), D(2015, 5, 31), (D(2010, 1, 1), D(2015, 5, 1)), "onward", "exact")),
        ("/2015-05-02?", DateShape(D(2014, 5, 2), D(2015, 5, 2), None, "unknown", "about")),
    ],
)
def test_only_what_is_known_is_sure_and_only_known_ends_are_bounds(text: str, expected: DateShape) -> None:
    assert date_shape(parse(text), LEAST, MOST) == expected


def test_a_day_is_no_span_of_one_day() -> None:
    assert date_shape(parse("2015-03-04"), LEAST, MOST).is_day
    assert not date_shape(parse("2015-03-04/2015-03-05"), LEAST, MOST).is_day
    assert not date_shape(parse("2015-03"), LEAST, MOST).is_day
