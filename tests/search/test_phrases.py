from __future__ import annotations

import pytest

from dossier.search.phrases import LONGEST_PHRASE, PHRASES, meant


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the guild came back", "the guild return"),
        ("can you tell me who led the guild", "who led the guild"),
        ("could the two work together", "could the two cooperate"),
        ("what year was it founded", "when was it founded"),
        ("what is it", "what is it"),
        ("tell me", "tell me"),
    ],
)
def test_a_phrase_stands_for_a_word_and_what_leads_up_to_a_question_for_none(words: str, expected: str) -> None:
    assert " ".join(meant(words.split())) == expected


def test_no_phrase_stands_for_two_words() -> None:
    phrases = [phrase for some in PHRASES.values() for phrase in some]
    assert sorted({one for one in phrases if phrases.count(one) > 1}) == []
    assert max(len(one.split()) for one in phrases) <= LONGEST_PHRASE
