from __future__ import annotations

import pytest

from dossier.desk.values import candidates


def values(text: str) -> list[dict[str, str | bool]]:
    return [dict(one.value) for one in candidates(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("9,000 soldiers", {"low": "9000", "high": "9000", "unit": "soldiers"}),
        ("at least forty keepers", {"low": "40", "unit": "keepers", "as_given": "at least forty"}),
        ("more than a hundred people", {"low": "100", "unit": "people", "as_given": "more than a hundred"}),
        ("up to 500 families", {"high": "500", "unit": "families", "as_given": "up to 500"}),
        ("between 1,500 and 2,200 lamps", {"low": "1500", "high": "2200", "unit": "lamps"}),
        ("1,500–2,200 lamps", {"low": "1500", "high": "2200", "unit": "lamps"}),
        ("two hundred and forty men", {"low": "240", "high": "240", "unit": "men"}),
        ("twenty-four lamps", {"low": "24", "high": "24", "unit": "lamps"}),
        ("forty-one passengers", {"low": "41", "high": "41", "unit": "passengers"}),
        ("1.2 million barrels", {"low": "1200000", "high": "1200000", "unit": "barrels"}),
        ("a 3.5% rise", {"low": "3.5", "high": "3.5", "unit": "percent"}),
        ("some ninety", {"low": "90", "high": "90", "approximate": True, "as_given": "some ninety"}),
        ("thousands of keepers", {"low": "1000", "unit": "keepers", "approximate": True, "as_given": "thousands"}),
    ],
)
def test_quantities(text: str, value: dict[str, str | bool]) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("on 26 August 2021", "2021-08-26"),
        ("June 5, 2024", "2024-06-05"),
        ("the 3rd of May 1904", "1904-05-03"),
        ("in September 2014", "2014-09"),
        ("in 1903", "1903"),
        ("since 1911", "1911/.."),
        ("from 1905 to 1907", "1905/1907"),
        ("1905–1907", "1905/1907"),
        ("around 1898", "1898~"),
        ("in the late 1990s", "199X"),
    ],
)
def test_dates(text: str, date: str) -> None:
    assert values(text) == [{"date": date}]


def test_a_part_of_a_year_keeps_its_words() -> None:
    assert values("in late 2014") == [{"date": "2014", "as_given": "late 2014"}]


def test_quantities_stand_before_dates_and_each_once() -> None:
    assert values("In 1903 it had 12 men and 30 women, and 12 men in 1903.") == [
        {"low": "12", "high": "12", "unit": "men"},
        {"low": "30", "high": "30", "unit": "women"},
        {"date": "1903"},
    ]


@pytest.mark.parametrize("text", ["May 18", "an F-16", "one of them", "In May they left", "the war.12 The end", ""])
def test_what_is_no_value(text: str) -> None:
    assert values(text) == []
