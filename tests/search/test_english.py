from __future__ import annotations

import pytest

from dossier.search.english import COMMON, common_stems, known_elsewhere
from dossier.text.stems import stem


@pytest.mark.parametrize("word", ["getting", "trying", "happened", "stronger", "biased", "whose", "really"])
def test_common_words_and_those_of_the_thesaurus_are_known_in_each_form(word: str) -> None:
    assert stem(word) in common_stems()


def test_words_are_listed_in_one_place_in_the_order_of_the_alphabet() -> None:
    assert COMMON.split() == sorted(set(COMMON.split()) - set(known_elsewhere()))


def test_stems_stand_once_in_the_order_of_the_alphabet() -> None:
    found = common_stems()
    assert list(found) == sorted(set(found))


def test_who_fights_is_not_what_is_done() -> None:
    assert stem("fighters") == stem("fighter") == stem("militants") != stem("fighting")
