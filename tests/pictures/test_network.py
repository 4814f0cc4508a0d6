"""That no name of the network touches another and no line runs through one, in dossiers of any size."""

from __future__ import annotations

from itertools import combinations

import pytest

from dossier.corpus.corpus import Corpus
from dossier.corpus.relations import Connection, all_relations, connections_of
from dossier.corpus.standing import Standing
from dossier.load import load
from dossier.pictures.label_placement import Box
from dossier.pictures.line_routing import ends, meets
from dossier.pictures.network import BETWEEN, MOST, WIDTH, most_tied, network
from dossier.pictures.network_layout import ActorMark, NetworkDrawing
from tests.support.invented_ties import invented_ties
from tests.support.paths import ROOT


@pytest.fixture(scope="module")
def real() -> tuple[Corpus, list[Connection]]:
    corpus = load(ROOT)
    return corpus, connections_of(all_relations(corpus))


def faults(drawing: NetworkDrawing) -> list[str]:
    """What touches what, and what leaves the sheet."""
    sheet = Box(0, 0, drawing.width, drawing.height)
    named = [mark for mark in drawing.marks if mark.is_named]
    found = [f"{one.actor.id} leaves" for one in named if not one.name.within(sheet)]
    for one, two in combinations(drawing.marks, 2):
        if any(a.meets(b) for a in boxes(one) for b in boxes(two)):
            found.append(f"{one.actor.id} touches {two.actor.id}")
    for line in drawing.lines:
        found += [f"{'–'.join(ends(line))} crosses {one.actor.id}" for one in named if meets(line, one.name)]
    return found


def boxes(mark: ActorMark) -> list[Box]:
    """What others may not touch."""
    return [mark.rim, mark.name] if mark.is_named else [mark.rim]


def test_in_the_real_dossier_every_actor_is_named_and_no_name_is_touched(real: tuple[Corpus, list[Connection]]) -> None:
    drawing = network(*real)
    assert faults(drawing) == []
    assert all(mark.is_named for mark in drawing.marks)
    assert drawing.apart > 0


@pytest.mark.parametrize(("number", "named"), [(1, 0), (2, 2), (10, 10), (30, 30), (100, 70)])
def test_no_name_touches_another_or_a_line(mini: Corpus, number: int, named: int) -> None:
    drawing = network(mini, invented_ties(mini, number))
    assert faults(drawing) == []
    names = [mark.name for mark in drawing.marks if mark.is_named]
    assert len(names) >= named
    for one, two in combinations(names, 2):
        assert not Box(one.left, one.top - BETWEEN, one.right, one.bottom + BETWEEN).meets(two)


def test_of_a_thousand_actors_those_with_most_ties_are_drawn(mini: Corpus) -> None:
    ties = invented_ties(mini, 1000)
    shown = most_tied(ties)
    assert len({actor.id for tie in shown for actor in (tie.start, tie.end)}) <= MOST
    assert faults(network(mini, shown)) == []


def test_the_same_ties_give_the_same_drawing(mini: Corpus) -> None:
    ties = invented_ties(mini, 30)
    assert network(mini, ties) == network(mini, list(ties))


def test_who_has_no_tie_to_the_largest_part_stands_apart_beneath_it(mini: Corpus) -> None:
    ties = invented_ties(mini, 10)
    pair = [tie for tie in invented_ties(mini, 12) if "actor-0011" in ends_of(tie)]
    alone = [
        Connection(pair[0].end, invented_ties(mini, 14)[-1].end, "hostile", Standing.ASSERTED, False, pair[0].relations)
    ]
    drawing = network(mini, [*ties, *alone])
    apart = {actor.id for tie in alone for actor in (tie.start, tie.end)}
    assert drawing.width == WIDTH
    for mark in drawing.marks:
        assert (mark.at.y > drawing.apart) is (mark.actor.id in apart)
    assert network(mini, ties).apart == 0


def ends_of(tie: Connection) -> tuple[str, str]:
    return tie.start.id, tie.end.id
