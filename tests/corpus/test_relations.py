from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import pytest

from dossier.corpus.corpus import Corpus
from dossier.corpus.relations import (
    Connection,
    all_relations,
    by_family,
    connections_by_actor,
    connections_of,
    covering,
    rejected_relations,
    relations_of,
)
from dossier.corpus.standing import Standing
from dossier.load import load
from dossier.model.types import GENERAL
from tests.conftest import Change, Changed
from tests.support.changes import swapped


def told(connection: Connection) -> tuple[str, str, str, Standing, bool]:
    return connection.start.id, connection.family, connection.end.id, connection.standing, connection.directed


def test_every_type_of_relation_is_of_a_family() -> None:
    assert {one.family for one in GENERAL.relations.values()} == set(GENERAL.families)


def test_relations_stand_by_family_then_by_names(mini: Corpus) -> None:
    assert [(one.holder.id, one.relation.type, one.to.id) for one in all_relations(mini)] == [
        ("ada-veyl", "leads", "lamp-guild"),
        ("harbour-board", "part_of", "brisa-state"),
        ("reed-wardens", "split_from", "lamp-guild"),
        ("reed-wardens", "allied_with", "harbour-board"),
        ("lamp-guild", "rival_of", "harbour-board"),
    ]
    labels = [label for label, _ in by_family(mini, all_relations(mini))]
    assert labels == ["Belonging and leadership", "Origin", "Alliance and support", "Rivalry and attack"]
    assert by_family(mini, []) == []


def test_a_connection_knows_its_family_its_direction_and_how_it_stands(mini: Corpus) -> None:
    assert [told(connection) for connection in connections_of(all_relations(mini))] == [
        ("ada-veyl", "belonging", "lamp-guild", Standing.ASSERTED, True),
        ("harbour-board", "belonging", "brisa-state", Standing.ASSERTED, True),
        ("reed-wardens", "origin", "lamp-guild", Standing.CONTESTED, True),
        ("reed-wardens", "friendly", "harbour-board", Standing.REPORTED, False),
        ("lamp-guild", "hostile", "harbour-board", Standing.ASSERTED, False),
    ]


@pytest.mark.parametrize(
    ("added", "expected"),
    [
        ("{type: attacked, to: lamp-guild, claims: [tarn-1931-c03]}", [(2, Standing.ASSERTED, False)]),
        (
            "{type: fights, to: lamp-guild, claims: [tarn-1931-c03], denied_by: [quay-2002-c03]}",
            [(1, Standing.CONTESTED, True), (1, Standing.ASSERTED, False)],
        ),
    ],
)
def test_relations_of_one_family_share_a_connection_where_they_stand_alike(
    changed: Changed, added: str, expected: list[tuple[int, Standing, bool]]
) -> None:
    text = f"relations:\n  - {added}\n"
    corpus = load(changed({"data/actors/harbour-board.yaml": swapped("relations:\n", text)}))
    hostile = [connection for connection in connections_of(all_relations(corpus)) if connection.family == "hostile"]
    assert [(len(connection.relations), connection.standing, connection.directed) for connection in hostile] == expected


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


def test_what_every_source_rejects_is_no_relation_that_is_said(changed: Changed) -> None:
    own = swapped("relations:\n", "relations:\n  - {type: fights, to: harbour-board, claims: [tarn-1931-c06]}\n")
    corpus = load(changed({"data/actors/reed-wardens.yaml": own, **names_board("tarn-1931-c06")}))
    assert [one.key for one in rejected_relations(corpus)] == ["reed-wardens.0"]
    assert "reed-wardens.0" not in {one.key for one in all_relations(corpus)}
    assert relations_of(corpus, corpus.actor("reed-wardens"))[-1].standing == Standing.REJECTED


def names_board(claim: str) -> Mapping[str, Change]:
    """The claims of Tarn, of which this one is about the Harbour Board too."""
    return {"data/claims/tarn-1931.yaml": partial(with_board, claim)}


def with_board(claim: str, text: str) -> str:
    before, own = text.split(f"- id: {claim}")
    return f"{before}- id: {claim}" + own.replace("about: [", "about: [harbour-board, ", 1)


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ('period: "1899/1911", ', "led"),
        ('period: "1899/..", ', "leads"),
        ("", "leads"),
        ("past: true, ", "led"),
    ],
)
def test_what_is_past_is_told_as_past(changed: Changed, period: str, words: str) -> None:
    corpus = load(changed({"data/actors/ada-veyl.yaml": swapped('period: "1899/1911", ', period)}))
    (leads,) = relations_of(corpus, corpus.actor("ada-veyl"))
    assert leads.words_from("ada-veyl") == words
    assert leads.words_from("lamp-guild") == {"led": "was led by", "leads": "led by"}[words]
