from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.names import direction, fold, is_latin


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


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Niqābat al-Maṣābīḥ", "niqabat al masabih"),
        ("Qur’an", "Quran"),
        ("Sa'id", "Saʿid"),
        ("STRASSE", "straße"),
        ("  Lamp\n Guild. ", "lamp guild"),
        ("مَصابيح", "مصابيح"),
        ("A_b", "a b"),
    ],
)
def test_spellings_that_differ_in_marks_alone_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_different_names_stay_apart() -> None:
    assert fold("Lamp Guild") != fold("Lamp Guilds")
    assert fold("نقابة") not in ("", fold("مصابيح"))


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_every_text_has_a_direction(text: str) -> None:
    assert direction(text) in ("ltr", "rtl")
