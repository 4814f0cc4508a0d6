from __future__ import annotations

from itertools import combinations, pairwise

import pytest

from dossier.corpus.corpus import Corpus
from dossier.corpus.relations import all_relations, connections_of
from dossier.load import load
from dossier.pictures.upright_network import WIDTH, UprightDrawing, upright
from tests.support.full import unless_full
from tests.support.invented_ties import invented_ties
from tests.support.paths import ROOT


def checked(drawing: UprightDrawing) -> None:
    """Checks that names stand clear of each other and of all lines, and that no track lies on another."""
    for one, two in combinations(drawing.marks, 2):
        assert not one.name.meets(two.name), (one.actor.id, two.actor.id)
        assert not one.rim.meets(two.rim)
    for mark in drawing.marks:
        assert mark.name.left > mark.rim.right
        assert mark.name.right <= WIDTH
        assert 0 <= mark.name.top < mark.name.bottom <= drawing.height
    least = min(mark.name.left for mark in drawing.marks)
    assert all(branch.track < branch.end < least for branch in drawing.branches)
    for a, b in combinations(drawing.tracks, 2):
        assert a.x != b.x or a.bottom < b.top or b.bottom < a.top, (a.actor, b.actor)


def test_every_connection_turns_off_once_from_a_track_to_the_other_mark(mini: Corpus) -> None:
    ties = connections_of(all_relations(mini))
    drawing = upright(mini, ties)
    checked(drawing)
    assert sorted(map(str, (one.connection.key for one in drawing.branches))) == sorted(str(tie.key) for tie in ties)
    tracks = {track.x: track for track in drawing.tracks}
    at = {mark.actor.id: mark.at.y for mark in drawing.marks}
    for one in drawing.branches:
        track = tracks[one.track]
        other = one.connection.other(track.actor).id
        assert abs(at[other] - one.y) < 20
        assert track.top <= one.y <= track.bottom
        assert one.is_from_above is (one.y > at[track.actor])
        assert one.is_back is (one.connection.start.id == other)


def test_in_the_real_dossier_names_are_clear_of_lines() -> None:
    corpus = load(ROOT)
    drawing = upright(corpus, connections_of(all_relations(corpus)))
    checked(drawing)
    assert drawing.apart > 0
    assert not any(line.endswith("…") for mark in drawing.marks for line in mark.lines)


@pytest.mark.parametrize("number", unless_full([2, 10, 100], [2, 10, 100, 1000]))
def test_any_number_of_actors_has_rows_that_do_not_touch(mini: Corpus, number: int) -> None:
    ties = invented_ties(mini, number)
    drawing = upright(mini, ties)
    assert len(drawing.marks) == number
    names = [mark.name for mark in drawing.marks]
    assert all(one.bottom <= two.top for one, two in pairwise(names))
    if number <= 100:
        checked(drawing)
