from __future__ import annotations

from typing import get_args

import pytest
from pydantic import ValidationError

from dossier.model.types import GENERAL, ActorType, RelationTypeWords, Types
from dossier.pages.connections import SHAPES

OWN = Types.model_validate(
    {
        "actors": {
            "guild": {"one": "Guild", "many": "Guilds", "shape": "ring"},
            "person": {"one": "Soul", "many": "Souls"},
        },
        "families": {"trade": {"label": "Trade"}},
        "relations": {
            "feeds": {
                "family": "trade",
                "words": "feeds",
                "other": "fed by",
                "past": "fed",
                "other_past": "was fed by",
            }
        },
    }
)


def test_each_relation_of_every_dossier_is_of_a_family_and_each_family_has_some() -> None:
    assert {one.family for one in GENERAL.relations.values()} == set(GENERAL.families)
    assert [key for key, one in GENERAL.families.items() if one.is_hostile] == ["hostile"]


def test_there_is_an_outline_of_each_shape_and_each_type_of_actor_has_one_of_its_own() -> None:
    assert set(get_args(ActorType.model_fields["shape"].annotation)) == set(SHAPES)
    shapes = [one.shape for one in GENERAL.actors.values()]
    assert len(set(shapes)) == len(shapes)


def test_what_is_said_is_told_from_what_is_done() -> None:
    assert [key for key, one in GENERAL.roles.items() if one.is_speech] == ["claimed_by", "denied_by", "speaker"]
    assert [key for key, one in GENERAL.relations.items() if one.is_speech] == ["denies"]


@pytest.mark.parametrize(
    ("from_holder", "is_past", "words"),
    [(True, False, "feeds"), (False, False, "fed by"), (True, True, "fed"), (False, True, "was fed by")],
)
def test_a_relation_reads_from_both_ends_now_and_in_the_past(from_holder: bool, is_past: bool, words: str) -> None:
    assert OWN.relations["feeds"].read(from_holder=from_holder, is_past=is_past) == words


def test_what_has_no_direction_reads_alike_from_both_ends() -> None:
    for key, one in GENERAL.relations.items():
        alike = (one.words, one.past) == (one.other, one.other_past)
        assert alike is one.is_mutual, key


def test_the_types_of_a_dossier_stand_after_those_of_every_dossier_or_in_their_place() -> None:
    types = GENERAL.with_own(OWN)
    assert list(types.actors) == [*GENERAL.actors, "guild"]
    assert (types.actors["person"].one, GENERAL.actors["person"].one) == ("Soul", "Person")
    assert list(types.relations) == [*GENERAL.relations, "feeds"]
    assert types.families["trade"].label == "Trade"
    assert types.events == GENERAL.events
    assert GENERAL.with_own(Types()) == GENERAL


@pytest.mark.parametrize(
    "given",
    [
        {"actor": {}},
        {"actors": {"Guild": {"one": "Guild", "many": "Guilds"}}},
        {"actors": {"guild": {"one": "Guild"}}},
        {"actors": {"guild": {"one": "Guild", "many": "Guilds", "shape": "star"}}},
        {"events": {"sinking": {"one": "Sinking", "many": "Sinkings"}}},
        {"relations": {"feeds": {"family": "trade", "words": "feeds"}}},
    ],
)
def test_what_is_no_type_is_refused(given: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Types.model_validate(given)


def test_a_type_of_relation_has_a_direction_and_is_no_speech_unless_that_is_said() -> None:
    fields = RelationTypeWords.model_fields
    assert [fields[name].default for name in ("is_mutual", "is_speech")] == [False, False]
