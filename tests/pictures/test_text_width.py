from __future__ import annotations

import pytest

from dossier.pictures.text_width import in_even_lines, text_width


def test_wide_letters_take_more_room_than_narrow_ones() -> None:
    assert text_width("illi", 10) < text_width("abba", 10) < text_width("WMWM", 10)
    assert text_width("abba", 10, is_bold=True) > text_width("abba", 10)
    assert text_width("abba", 20) == pytest.approx(2 * text_width("abba", 10))


@pytest.mark.parametrize(("word", "like"), [("Daşoguz", "Dasoguz"), ("Köl", "Kol")])
def test_a_mark_on_a_letter_takes_no_room(word: str, like: str) -> None:
    assert text_width(word, 10) == pytest.approx(text_width(like, 10))


def test_letters_of_any_script_have_a_width() -> None:
    assert text_width("Ташкент", 10) >= 7 * 7
    assert text_width("東京", 10) > 20
    assert text_width("", 10) == 0
    assert text_width("\u2068abba\u2069", 10) == text_width("abba", 10)


@pytest.mark.parametrize(
    "words", ["Attack on a wing of the old harbour", "W", "a-very-long-word-that-has-no-blank in it"]
)
def test_words_are_broken_into_lines_of_about_the_same_length(words: str) -> None:
    lines = in_even_lines(words, 10, 120)
    assert " ".join(lines) == words
    assert all(text_width(line, 10) <= 120 or " " not in line for line in lines)
    assert in_even_lines(words, 10, 10_000) == (words,)
