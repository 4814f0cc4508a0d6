from __future__ import annotations

import pytest

from dossier.corpus.corpus import Corpus
from dossier.corpus.relations import Connection, all_relations, connections_of
from dossier.model.records import Actor
from dossier.pictures.clearing import NetworkPart, bent, cleared
from dossier.pictures.clusters import Cluster, set_down
from dossier.pictures.label_placement import Box
from dossier.pictures.line_routing import GENTLE, line_between, lines_between, meets
from dossier.pictures.network_layout import ActorMark, DrawnPoint, mark_of


@pytest.fixture
def connection(mini: Corpus) -> Connection:
    return connections_of(all_relations(mini))[0]


@pytest.fixture
def clusters(mini: Corpus, connection: Connection) -> list[Cluster]:
    """Two that are tied, and between them a third in the way of the line."""
    ends = connection.start, connection.end
    third = next(actor for actor in mini.of(Actor) if actor not in ends)
    at = ((ends[0], 60.0), (ends[1], 560.0), (third, 310.0))
    return [Cluster(mark_of(mini, actor, DrawnPoint(x, 100), 90)) for actor, x in at]


def crossed(marks: dict[str, ActorMark], connection: Connection, sheet: Box) -> bool:
    """Whether even a gently bent line between the first two runs through the third."""
    (line,) = lines_between(marks, [connection], 14, sheet, GENTLE)
    own = connection.start.id, connection.end.id
    return any(meets(line, box) for key, mark in marks.items() if key not in own for box in mark.obstacles)


def test_who_stands_in_the_way_of_a_line_moves_and_all_others_stay(
    connection: Connection, clusters: list[Cluster]
) -> None:
    # So low a sheet that a line cannot run around the third.
    sheet = Box(0, 92, 620, 180)
    heads = {clusters[0].key: [clusters[1].key], clusters[1].key: [clusters[0].key], clusters[2].key: []}
    ground = NetworkPart([connection], heads, sheet, 14)
    assert crossed(set_down(clusters), connection, sheet)
    found = cleared(clusters, ground)
    (line,) = lines_between(set_down(found), [connection], 14, sheet)
    assert not any(meets(line, box) for box in found[2].head.obstacles)
    assert found[:2] == clusters[:2] or found[2] == clusters[2]


def test_where_nothing_is_in_the_way_nothing_moves(connection: Connection, clusters: list[Cluster]) -> None:
    free = clusters[:2]
    heads = {free[0].key: [free[1].key], free[1].key: [free[0].key]}
    assert cleared(free, NetworkPart([connection], heads, Box(0, 0, 620, 300), 14)) == free


def test_how_far_a_line_is_bent_is_measured_at_its_middle(connection: Connection, clusters: list[Cluster]) -> None:
    one, two = clusters[0].head, clusters[1].head
    assert bent(line_between(one, two, connection, 0)) == pytest.approx(0, abs=0.6)
    assert bent(line_between(one, two, connection, 30)) == pytest.approx(30, abs=6)
