from __future__ import annotations

import pytest
from pydantic import ValidationError

from dossier.checking.own_types import own_type_problems
from dossier.corpus.corpus import Corpus, Origin
from dossier.model.records import Actor, Event, Place
from dossier.model.types import GENERAL, Types
from dossier.reading.yaml_file import YamlNode


def test_the_general_types_fit_each_other_and_read_unlike_each_other() -> None:
    nowhere = Origin("types.yaml", YamlNode({}, 1, 1))
    assert list(own_type_problems(GENERAL, GENERAL, nowhere)) == []
    assert all(getattr(GENERAL, name) for name in Types.model_fields)


def test_a_mutual_relation_reads_alike_from_both_ends() -> None:
    for name, relation in GENERAL.relations.items():
        assert ((relation.words, relation.past) == (relation.other, relation.other_past)) == relation.is_mutual, name


def test_own_types_stand_after_the_general_ones_and_may_take_their_place() -> None:
    own = Types.model_validate(
        {
            "places": {"island": {"one": "Island", "many": "Islands"}, "site": {"one": "Spot", "many": "Spots"}},
            "events": {"sinking": {"one": "Sinking"}},
        }
    )
    all_types = GENERAL.with_own(own)
    assert list(all_types.places) == [*GENERAL.places, "island"]
    assert all_types.places["site"].one == "Spot"
    assert list(all_types.events) == [*GENERAL.events, "sinking"]
    assert all_types.actors == GENERAL.actors


def test_a_relation_is_read_from_both_ends_now_and_in_the_past() -> None:
    leads = GENERAL.relations["leads"]
    read = [leads.read(from_holder=holder, is_past=past) for holder in (True, False) for past in (False, True)]
    assert read == ["leads", "led", "led by", "was led by"]


@pytest.mark.parametrize("name", ["Nursery", "flower-shop", "1st", "", "a" * 41])
def test_a_type_has_a_plain_name(name: str) -> None:
    with pytest.raises(ValidationError):
        Types.model_validate({"actors": {name: {"one": "A", "many": "B"}}})


def test_the_invented_dossier_needs_no_types_of_its_own(mini: Corpus) -> None:
    assert mini.types == GENERAL
    assert {actor.type for actor in mini.of(Actor)} <= GENERAL.actors.keys()
    assert {event.type for event in mini.of(Event)} <= GENERAL.events.keys()
    assert {place.type for place in mini.of(Place)} <= GENERAL.places.keys()
