from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

import pytest

from dossier.model import vocabulary
from dossier.model.records import Claim, Coordinates, Kind, Model, Name, Question
from dossier.model.words import ENGLISH


def allowed(model: type[Model], field: str) -> set[str]:
    return set(get_args(model.model_fields[field].annotation))


@pytest.mark.parametrize(
    ("words", "model", "field"),
    [
        (vocabulary.PRECISIONS, Coordinates, "precision"),
        (vocabulary.NAME_KINDS, Name, "kind"),
        (vocabulary.CLAIM_KINDS, Claim, "kind"),
        (vocabulary.CERTAINTIES, Claim, "certainty"),
        (vocabulary.QUESTION_KINDS, Question, "kind"),
    ],
)
def test_every_value_of_a_closed_list_has_words_and_nothing_else_has(
    words: Mapping[str, Any], model: type[Model], field: str
) -> None:
    assert words.keys() == allowed(model, field)


def test_every_kind_of_record_has_words() -> None:
    assert vocabulary.KINDS.keys() == set(get_args(Kind))


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("ps", "Pashto"),
        ("ar-Latn", "Arabic in Latin letters"),
        ("fa", "Persian"),
        ("fa-AF", "Persian"),
        ("prs", "Dari"),
        ("prs-Latn", "Dari in Latin letters"),
        ("uz-Cyrl", "Uzbek"),
        ("de", "German"),
        ("xx", "xx"),
    ],
)
def test_a_language_in_english(tag: str, expected: str) -> None:
    assert vocabulary.language(ENGLISH, tag) == expected


@pytest.mark.parametrize(
    ("number", "words", "expected"),
    [
        (0, ("claim",), "0 claims"),
        (1, ("claim",), "1 claim"),
        (1234, ("claim",), "1,234 claims"),
        (2, ("person", "people"), "2 people"),
    ],
)
def test_numbers_with_their_noun(number: int, words: tuple[str, ...], expected: str) -> None:
    assert vocabulary.counted(number, *words) == expected
