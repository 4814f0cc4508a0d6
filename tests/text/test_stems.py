from __future__ import annotations

import pytest

from dossier.text.stems import stem


@pytest.mark.parametrize(
    "forms",
    [
        ("found", "founded", "founding"),
        ("attack", "attacks", "attacked", "attacking", "attacker"),
        ("recruit", "recruits", "recruitment", "recruiting"),
        ("withdraw", "withdraws"),
        ("ally", "allies", "allied"),
        ("cite", "cites", "cited", "citing"),
        ("organisation", "organisations"),
    ],
)
def test_forms_of_a_word_have_one_stem(forms: tuple[str, ...]) -> None:
    assert len({stem(form) for form in forms}) == 1


@pytest.mark.parametrize("word", ["us", "k", "2015", "lamp", "oil", "guild"])
def test_short_words_numbers_and_bare_words_stay(word: str) -> None:
    assert stem(word) == word
