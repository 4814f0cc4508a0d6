from __future__ import annotations

import pytest

from dossier.pictures.text_width import text_width


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
