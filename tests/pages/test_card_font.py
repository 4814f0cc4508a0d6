from __future__ import annotations

import pytest

from dossier.pages.card_font import card_letters, drawable, drawable_svg


def test_the_font_has_latin_greek_and_cyrillic_letters_and_no_others() -> None:
    letters = card_letters()
    assert letters.issuperset("aéŞʿḥẓ“–… яλ→")
    assert letters.isdisjoint("ولاية東שि")


@pytest.mark.parametrize(
    ("words", "drawn"),
    [
        ("Where it was", "Where it was"),
        ("The province (ولاية خراسان) on the map", "The province on the map"),
        ("“ولاية” – a word", "– a word"),
        ("ولاية خراسان!", ""),
    ],
)
def test_words_lose_what_cannot_be_drawn_with_its_brackets(words: str, drawn: str) -> None:
    assert drawable(words, card_letters()) == drawn


def test_a_drawing_keeps_its_marks() -> None:
    assert drawable_svg('<text x="1">a ولاية</text>', card_letters()) == '<text x="1">a </text>'
