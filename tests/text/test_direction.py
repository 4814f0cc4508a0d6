from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.text.direction import direction, is_latin


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Niqābat al-Maṣābīḥ 1", True), ("Lamp نقابة", False), ("Гильдия", False), ("1903", True), ("", True)],
)
def test_latin_is_only_what_has_no_other_letter(text: str, expected: bool) -> None:
    assert is_latin(text) is expected


@given(st.text())
def test_every_text_has_a_direction(text: str) -> None:
    assert direction(text) in ("ltr", "rtl")
