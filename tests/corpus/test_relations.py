from __future__ import annotations

from typing import get_args

import pytest

from dossier.corpus.corpus import Corpus
from dossier.corpus.relations import (
    FAMILIES,
    FAMILY_OF,
    Connection,
    all_relations,
    by_family,
    connections_by_actor,
    connections_of,
    covering,
)
from dossier.load import load
from dossier.model.records import RelationType
from tests.conftest import Changed
from tests.support.changes import swapped


def told(connection: Connection) -> tuple[str, str, str, bool, bool]:
    return connection.start.id, connection.family, connection.end.id, connection.contested, connection.directed


def test_every_type_of_relation_is_of_one_family() -> None:
    types = [type_ for _, members in FAMILIES.values() for type_ in members]
    assert sorted(types) == sorted(get_args(RelationType))
    assert FAMILY_OF["leads"] == "belonging"


def test_relations_stand_by_family_then_by_names(mini: Corpus) -> None:
    assert [(one.holder.id, one.relation.type, one.to.id) for one in all_relations(mini)] == [
        ("ada-veyl", "leads", "lamp-guild"),
        ("harbour-board", "part_of", "brisa-state"),
        ("reed-wardens", "split_from", "lamp-guild"),
        ("reed-wardens", "allied_with", "harbour-board"),
        ("lamp-guild", "rival_of", "harbour-board"),
    ]
    labels = [label for label, _ in by_family(all_relations(mini))]
    assert labels == ["Belonging and leadership", "Origin", "Alliance and support", "Rivalry and attack"]
    assert by_family([]) == []


def test_a_connection_knows_its_family_its_direction_and_whether_it_is_denied(mini: Corpus) -> None:
    assert [told(connection) for connection in connections_of(all_relations(mini))] == [
        ("ada-veyl", "belonging", "lamp-guild", False, True),
        ("harbour-board", "belonging", "brisa-state", False, True),
        ("reed-wardens", "origin", "lamp-guild", True, True),
        ("reed-wardens", "friendly", "harbour-board", False, False),
        ("lamp-guild", "hostile", "harbour-board", False, False),
    ]


@pytest.mark.parametrize(
    ("added", "expected"),
    [
        ("{type: attacked, to: lamp-guild, claims: [tarn-1931-c03]}", [(2, False, False)]),
        (
            "{type: fights, to: lamp-guild, claims: [tarn-1931-c03], denied_by: [quay-2002-c03]}",
            [(1, True, True), (1, False, False)],
        ),
    ],
)
def test_relations_of_one_family_share_a_connection_unless_only_some_are_denied(
    changed: Changed, added: str, expected: list[tuple[int, bool, bool]]
) -> None:
    text = f"relations:\n  - {added}\n"
    corpus = load(changed({"data/actors/harbour-board.yaml": swapped("relations:\n", text)}))
    hostile = [connection for connection in connections_of(all_relations(corpus)) if connection.family == "hostile"]
    assert [
        (len(connection.relations), connection.contested, connection.directed) for connection in hostile
    ] == expected


def test_a_relation_to_oneself_is_no_connection(changed: Changed) -> None:
    own = swapped("relations:\n", "relations:\n  - {type: fights, to: harbour-board, claims: [tarn-1931-c03]}\n")
    corpus = load(changed({"data/actors/harbour-board.yaml": own}))
    assert len(all_relations(corpus)) == 6
    assert len(connections_of(all_relations(corpus))) == 5


def test_who_has_most_connections_stands_first_and_who_has_none_is_not_there(mini: Corpus) -> None:
    found = connections_by_actor(connections_of(all_relations(mini)))
    assert [(key, len(own)) for key, own in found.items()] == [
        ("harbour-board", 3),
        ("lamp-guild", 3),
        ("reed-wardens", 2),
        ("ada-veyl", 1),
        ("brisa-state", 1),
    ]
    assert found["ada-veyl"][0].other("ada-veyl").id == "lamp-guild"
    assert found["ada-veyl"][0].other("lamp-guild").id == "ada-veyl"


def test_every_connection_is_listed_under_one_of_few_actors(mini: Corpus) -> None:
    connections = connections_of(all_relations(mini))
    listed = list(covering(connections))
    assert [key for key, _ in listed] == ["harbour-board", "lamp-guild"]
    assert {told(one) for _, own in listed for one in own} == set(map(told, connections))


def test_connections_are_told_apart_by_what_they_say_and_not_by_which_object_they_are(mini: Corpus) -> None:
    connections, again = connections_of(all_relations(mini)), connections_of(all_relations(mini))
    assert [connection.key for connection in connections] == [connection.key for connection in again]
    assert len({connection.key for connection in connections}) == len(connections)
    assert [key for key, _ in covering([*connections, *again])] == [key for key, _ in covering(connections)]
