from __future__ import annotations

import pytest

from dossier.text.sentences import Piece, gaps, sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One.", ["One."]),
        ("One. Two? Three!\nFour", ["One.", "Two?", "Three!", "Four"]),
        ("He said “so.” Then (he went.) “No,” he said.", ["He said “so.”", "Then (he went.)", "“No,” he said."]),
        ("Mr. Tarn of the U.S. Board. It met at No. 3.", ["Mr. Tarn of the U.S. Board.", "It met at No. 3."]),
        ("In 1,500.5 years. 40 came; e.g. Brisa.", ["In 1,500.5 years.", "40 came; e.g. Brisa."]),
        ("It burned. and went on.", ["It burned. and went on."]),
        ("*It* burned. **Then** no more.", ["It burned.", "Then no more."]),
    ],
)
def test_a_paragraph_is_divided_where_a_sentence_ends(text: str, expected: list[str]) -> None:
    assert [one.words for one in sentences(text)] == expected


def test_marks_stay_whole_and_what_is_linked_is_known() -> None:
    one, other = sentences("It is [[board|the Board. Of oil]] that met [@a-c01]. [[brisa]] paid [[count:q/p|twice]].")
    assert one.marked == "It is [[board|the Board. Of oil]] that met [@a-c01]."
    assert one.words == "It is the Board. Of oil that met ."
    assert one.linked == {"board"}
    assert other.marked == "[[brisa]] paid [[count:q/p|twice]]."
    assert other.linked == {"brisa", "q"}


def test_nothing_is_divided_within_a_whole_piece() -> None:
    text = "A lamp. A fire."
    assert list(gaps([Piece(text)])) == [(7, 8)]
    assert list(gaps([Piece(text, is_whole=True)])) == []
    beside = [Piece(text), Piece("", is_whole=True), Piece(" B lit it. C saw.", is_whole=True), Piece(" D went.")]
    assert list(gaps(beside)) == [(7, 8), (32, 33)]


def test_a_shortened_word_ends_no_sentence_wherever_it_stands() -> None:
    assert list(gaps([Piece("Dr. Odo met Prof. Tarn of St. Brisa. He left.")])) == [(36, 37)]
    assert list(gaps([Piece("They had asked for e.g. Tarn. A. Odo came.")])) == [(29, 30)]
