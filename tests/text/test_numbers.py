from __future__ import annotations

import pytest

from dossier.text.numbers import number_in


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("three", 3),
        ("All three", 3),
        ("12", 12),
        ("fifteen sources", 15),
        ("only the profile", 1),
        ("a single source", 1),
        ("both papers", 2),
        ("No source", 0),
        ("None", 0),
        ("only one paper", 1),
        ("both of the two", 2),
        ("Tarn alone", 1),
        ("only two", 2),
    ],
)
def test_the_number_that_words_say(words: str, number: int) -> None:
    assert number_in(words) == number


@pytest.mark.parametrize("words", ["", "some papers", "several", "someone", "two or three", "2 of 5"])
def test_words_that_say_no_number_or_several(words: str) -> None:
    assert number_in(words) is None
