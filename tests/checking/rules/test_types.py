from __future__ import annotations

import pytest

from tests.conftest import Broken
from tests.support.changes import swapped

ACTOR, EVENT, PLACE = "data/actors/reed-wardens.yaml", "data/events/great-lamp-fire.yaml", "data/places/brisa.yaml"


@pytest.mark.parametrize(
    ("file", "old", "new", "line"),
    [
        (
            ACTOR,
            "type: organisation",
            "type: organization",
            '2:7: {} type: "organization" {}; did you mean "organisation"?',
        ),
        (EVENT, "type: attack", "type: atack", '5:7: {} type: "atack" {}; did you mean "attack"?'),
        (PLACE, "type: region", "type: regoin", '2:7: {} type: "regoin" {}; did you mean "region"?'),
        (
            ACTOR,
            "type: split_from",
            "type: split_of",
            '7:12: {} relations.1.type: "split_of" {}; did you mean "split_from"?',
        ),
        (EVENT, "role: victim", "role: victims", '11:31: {} participants.3.role: "victims" {}; did you mean "victim"?'),
    ],
)
def test_a_type_that_is_not_of_the_vocabulary(broken: Broken, file: str, old: str, new: str, line: str) -> None:
    said = line.format("error[unknown-type]", "is no type of the vocabulary")
    assert broken({file: swapped(old, new)}) == [f"{file}:{said}"]


def test_a_type_like_none_is_told_all_there_are_and_where_to_add_one(broken: Broken) -> None:
    (line,) = broken({EVENT: swapped("type: attack", "type: xyz")})
    assert line.endswith("release, threat, publication, or add it to data/vocabulary.yaml")


def test_a_dossier_has_types_of_its_own(broken: Broken) -> None:
    own = "events:\n  sinking: {one: Sinking}\n"
    assert broken({EVENT: swapped("type: attack", "type: sinking"), "data/vocabulary.yaml": own}) == []


def test_types_of_a_vocabulary_that_cannot_be_read_are_not_called_unknown(broken: Broken) -> None:
    own = "events:\n  sinking: {one: Sinking, size: 3}\n"
    assert broken({EVENT: swapped("type: attack", "type: sinking"), "data/vocabulary.yaml": own}) == [
        "data/vocabulary.yaml:2:27: error[unknown-key] events.sinking.size: no such key; take it out"
    ]
