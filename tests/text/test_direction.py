from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.text.direction import direction, isolated, runs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lamp Guild", "ltr"),
        ("نقابة", "rtl"),
        ("1903 نقابة", "rtl"),
        ("(Lamp) نقابة", "ltr"),
        ("שלום", "rtl"),
        ("Гильдия", "ltr"),
        ("1903", "ltr"),
        ("", "ltr"),
    ],
)
def test_the_first_letter_gives_the_direction(text: str, expected: str) -> None:
    assert direction(text) == expected


@given(st.text())
def test_every_text_has_a_direction(text: str) -> None:
    assert direction(text) in ("ltr", "rtl")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lamp Guild", [("Lamp Guild", False)]),
        ("نقابة المصابيح", [("نقابة المصابيح", True)]),
        ("نقابة (عدا)", [("نقابة (عدا)", True)]),  # one name as a whole
        ("نقابة, عدا", [("نقابة", True), (", ", False), ("عدا", True)]),
        ("of نقابة and עדא.", [("of ", False), ("نقابة", True), (" and ", False), ("עדא", True), (".", False)]),
        ("", []),
    ],
)
def test_names_that_run_right_to_left_are_parts_of_their_own(text: str, expected: list[tuple[str, bool]]) -> None:
    assert list(runs(text)) == expected


@given(st.text())
def test_the_parts_of_a_text_are_the_text(text: str) -> None:
    assert "".join(part for part, _ in runs(text)) == text


def test_plain_words_are_kept_apart_by_signs() -> None:
    assert isolated("of نقابة, Lamp") == "of \u2068نقابة\u2069, Lamp"
    assert isolated("Lamp") == "Lamp"
