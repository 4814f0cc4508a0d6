from __future__ import annotations

from itertools import combinations

import pytest

from dossier.corpus.corpus import Corpus
from dossier.pictures.clusters import LONGEST, Cluster, clusters_of, set_down
from dossier.pictures.network_layout import ActorMark, DrawnPoint, mark_of
from tests.support.invented_ties import invented_ties


@pytest.fixture
def marks(mini: Corpus) -> list[ActorMark]:
    """Forty at one place."""
    ties = invented_ties(mini, 40)
    actors = {actor.id: actor for tie in ties for actor in (tie.start, tie.end)}
    return [mark_of(mini, actors[key], DrawnPoint(0, 0), 100) for key in sorted(actors)]


def test_who_is_tied_to_one_alone_stands_with_it(marks: list[ActorMark]) -> None:
    links = [(0, 1), (0, 2), (0, 3), (3, 4), (1, 4), (5, 6)]
    found = {one.key: [mark.actor.id for mark in one.others] for one in clusters_of(marks[:7], links)}
    assert found == {
        "actor-0000": ["actor-0002"],
        "actor-0001": [],
        "actor-0003": [],
        "actor-0004": [],
        "actor-0005": ["actor-0006"],
    }


@pytest.mark.parametrize("number", [1, 5, LONGEST, LONGEST + 1, 39])
def test_nothing_in_a_cluster_touches_anything_else(marks: list[ActorMark], number: int) -> None:
    cluster = Cluster(marks[0], tuple(marks[1 : number + 1])).turned([DrawnPoint(-300, 0)])
    boxes = [box for mark in cluster.marks for box in (mark.rim, mark.name)]
    assert [(one, two) for one, two in combinations(boxes, 2) if one.meets(two)] == []
    sides = {mark.side for mark in cluster.others}
    assert sides == ({"right"} if number <= LONGEST else {"right", "left"})
    for mark in cluster.others:
        assert (mark.at.x > cluster.head.at.x) is (mark.side == "right")
    room = cluster.room(3)
    assert all(box.within(room) for box in boxes)


def test_a_cluster_turns_its_column_away_from_those_to_whom_its_head_is_tied(marks: list[ActorMark]) -> None:
    cluster = Cluster(marks[0], tuple(marks[1:4]))
    assert {mark.side for mark in cluster.turned([DrawnPoint(300, 0)]).others} == {"left"}
    assert {mark.side for mark in cluster.turned([DrawnPoint(-300, 0)]).others} == {"right"}


def test_a_cluster_moves_as_one(marks: list[ActorMark]) -> None:
    cluster = Cluster(marks[0], tuple(marks[1:4])).turned([])
    moved = set_down([cluster.moved(10, -5)])
    for key, mark in set_down([cluster]).items():
        assert (moved[key].at.x, moved[key].at.y) == pytest.approx((mark.at.x + 10, mark.at.y - 5))
