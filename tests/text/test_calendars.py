from __future__ import annotations

from datetime import date

import pytest

from dossier.text.calendars import lunar_hijri, readings, solar_hijri
from dossier.text.edtf import parse

FIRST, LAST = date(1950, 1, 1), date(2025, 1, 1)


@pytest.mark.parametrize(
    ("given", "ours"),
    [
        ((1280, 1, 1), (1901, 3, 21)),
        ((1357, 11, 22), (1979, 2, 11)),
        ((1375, 12, 30), (1997, 3, 20)),
        ((1393, 11, 22), (2015, 2, 11)),
        ((1376, 1, 1), (1997, 3, 21)),
        ((1399, 12, 30), (2021, 3, 20)),
        ((1404, 1, 1), (2025, 3, 21)),
    ],
)
def test_days_of_the_solar_hijri_calendar(given: tuple[int, int, int], ours: tuple[int, int, int]) -> None:
    assert solar_hijri(*given) == date(*ours)


@pytest.mark.parametrize(
    ("given", "ours"), [((1435, 9, 1), (2014, 6, 29)), ((1436, 1, 1), (2014, 10, 25)), ((1445, 9, 1), (2024, 3, 11))]
)
def test_days_of_the_lunar_hijri_calendar(given: tuple[int, int, int], ours: tuple[int, int, int]) -> None:
    assert lunar_hijri(*given) == date(*ours)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("1393-11-22~", {"by the solar Hijri calendar": "2015-02-11~", "by the lunar Hijri calendar": "1973-12-17~"}),
        ("1436", {"by the lunar Hijri calendar": "2014/2015"}),
        ("1436-01", {"by the lunar Hijri calendar": "2014-10/2014-11"}),
        ("1436/1437", {"by the lunar Hijri calendar": "2014/2016"}),
        ("../1393", {"by the solar Hijri calendar": "../2015", "by the lunar Hijri calendar": "../1974"}),
        ("2558-02-11", {"by the Buddhist calendar": "2015-02-11"}),
        ("2535", {"by the imperial calendar of Iran": "1976/1977"}),
        ("5775", {"by the Hebrew calendar": "2014/2015"}),
        ("2104-05-01", {"with two digits in their places": "2014-05-01"}),
        ("2014/2105", {"with two digits in their places": "2014/2015"}),
        ("2104-24", {"with two digits in their places": "2014-24"}),
        ("2014", {}),
        ("139X", {}),
    ],
)
def test_what_a_date_may_mean(text: str, meant: dict[str, str]) -> None:
    found = {one.why: str(one.date) for one in readings(parse(text), FIRST, LAST)}
    assert {why: found.get(why) for why in meant} == meant
    assert bool(found) == bool(meant)
