from __future__ import annotations

import pytest

from dossier.captures.compare import anchor_fault
from dossier.desk.passages import passage, place_of
from dossier.model.claim import Anchor

TEXT = (
    "The guild met on the quay. The guild met on the hill, and “the wardens” left the guild. The guild met on the quay."
)


def selected(words: str, text: str = TEXT) -> tuple[int, int]:
    return text.index(words), text.index(words) + len(words)


def test_a_selection_grows_to_whole_words_without_blanks() -> None:
    found = passage(TEXT, TEXT.index("n the hill"), TEXT.index("hill,") + 2)
    assert found
    assert found.text == "on the hill,"
    assert (found.from_, found.to) == ("on the hill", "on the hill")


def test_three_words_find_a_passage_where_they_stand_once() -> None:
    found = passage(TEXT, *selected("the wardens” left the guild."))
    assert found
    assert (found.from_, found.to, found.told) == ("the wardens” left", "left the guild", "")


def test_more_words_are_taken_where_three_stand_twice() -> None:
    text = "Some of the lamps went out. Some of the keepers went home."
    found = passage(text, *selected("Some of the keepers went home.", text))
    assert found
    assert (found.from_, found.to) == ("Some of the keepers", "keepers went home")


def test_where_five_words_stand_twice_the_anchor_begins_at_others_and_says_so() -> None:
    found = passage(TEXT, *selected("The guild met on the hill, and “the wardens” left"))
    assert found
    assert found.from_ == "guild met on the hill"
    assert found.told == "Its first words stand twice here: the anchor begins at others."


def test_what_stands_twice_whole_is_told() -> None:
    text = "It burned. It burned."
    found = passage(text, 11, 21)
    assert found
    assert found.told
    assert anchor_fault(text, Anchor(**{"from": found.from_, "to": found.to})) == ""


def test_the_end_is_the_first_that_follows_where_the_passage_ends() -> None:
    text = "He saw the old lamp of the quay and the new lamp of the quay and went home."
    found = passage(text, *selected("He saw the old lamp of the quay and the new lamp of the quay", text))
    assert found
    assert found.to == "new lamp of the quay"


@pytest.mark.parametrize(("text", "part"), [("The guild", (0, 0)), ("The guild", (3, 4)), ("now – then", (4, 5))])
def test_where_no_word_is_selected_there_is_no_passage(text: str, part: tuple[int, int]) -> None:
    assert passage(text, *part) is None


def test_every_anchor_finds_its_passage() -> None:
    words = TEXT.split()
    for start in range(len(words)):
        for end in range(start + 4, len(words) + 1):
            begin = len(" ".join(words[:start])) + (1 if start else 0)
            found = passage(TEXT, begin, begin + len(" ".join(words[start:end])))
            assert found
            if not found.told:
                assert anchor_fault(TEXT, Anchor(**{"from": found.from_, "to": found.to})) == ""


def test_a_passage_is_found_however_quotes_and_dashes_are_drawn() -> None:
    text = "They said: a warden’s hand – and 1905 – 1907."
    assert place_of(text, "a warden's hand", "1905-1907") == (11, 44)
    assert place_of(text, "nobody", "said") is None
    assert place_of(text, "a warden's hand", "They said") is None
