from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

from dossier.corpus.corpus import Corpus
from dossier.corpus.relations import all_relations, connections_of
from dossier.pictures.label_placement import Box
from dossier.pictures.line_routing import line_between
from dossier.pictures.network import network
from dossier.pictures.network_layout import ConnectionLine, DrawnPoint, mark_of
from dossier.pictures.sign_places import SIDE, with_signs_placed
from tests.support.invented_ties import invented_ties


def room(line: ConnectionLine) -> Box:
    return Box.about((line.middle.x, line.middle.y), SIDE, SIDE)


def test_signs_stand_halfway_unless_something_stands_there(mini: Corpus) -> None:
    connection = connections_of(all_relations(mini))[0]
    ends = (connection.start, 0.0), (connection.end, 300.0)
    one, two = (replace(mark_of(mini, actor, DrawnPoint(x, 0), 90), is_named=False) for actor, x in ends)
    line = line_between(one, two, connection, 0)
    marks = {connection.start.id: one, connection.end.id: two}
    (alone,) = with_signs_placed([line], marks)
    assert alone.middle == line.middle
    assert alone.angle == 0
    first, second = with_signs_placed([line, line], marks)
    assert first.middle == line.middle
    assert not room(first).meets(room(second))
    assert second.middle.y == pytest.approx(0)


def test_on_a_sheet_signs_keep_clear_of_names_and_of_each_other(mini: Corpus) -> None:
    drawing = network(mini, invented_ties(mini, 30))
    names = [mark.name for mark in drawing.marks if mark.is_named]
    rooms = [room(line) for line in drawing.lines]
    # Of a line that is as short as its signs, none has room for them.
    assert sum(one.meets(name) for one in rooms for name in names) <= 1
    assert sum(one.meets(two) for one, two in combinations(rooms, 2)) <= 3
