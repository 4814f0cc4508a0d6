from __future__ import annotations

import pytest

from dossier.search.thesaurus import GROUPS, concepts, intent
from dossier.text.stems import stem


def test_no_word_stands_in_two_groups() -> None:
    words = [word for group in GROUPS for word in group]
    assert sorted({word for word in words if words.count(word) > 1}) == []


def test_words_of_a_group_have_its_concept() -> None:
    found = concepts()
    apart = [word for group in GROUPS for word in group if found[stem(word)] != stem(group[0])]
    assert apart == []


@pytest.mark.parametrize(
    ("question", "asks_for"),
    [
        ("when was the guild founded", "when"),
        ("founding date of the guild", "when"),
        ("how many keepers were there", "many"),
        ("who led the guild", "who"),
        ("whom did it fight", "who"),
        ("location of the quay", "where"),
        ("reasons for the fire", "why"),
        ("was the guild rich", "whether"),
        ("will the guild last", "will"),
        ("how to found a guild", "should"),
        ("lamp guild", ""),
    ],
)
def test_a_question_is_told_by_its_words(question: str, asks_for: str) -> None:
    assert intent(question.split()) == asks_for


def test_who_speaks_to_somebody_asks_for_the_site_unless_something_is_named() -> None:
    words = ["are", "you", "neutral"]
    assert (intent(words, is_named=False), intent(words, is_named=True)) == ("site", "whether")
    assert intent(["who", "made", "this", "site"]) == "site"


def test_what_follows_a_name_begins_no_question() -> None:
    assert intent(["is", "led", "by", "a", "warden"], name_begins=True) == ""
    assert intent(["was", "founded", "when"], name_begins=True) == "when"


def test_what_one_thing_is_asks_what_a_word_means() -> None:
    words = ["what", "is", "a", "lamp"]
    assert (intent(words, is_named=False), intent(words, is_named=True)) == ("meaning", "")
