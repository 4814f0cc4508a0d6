from __future__ import annotations

from dataclasses import replace

import pytest

from dossier.corpus.corpus import Corpus
from dossier.corpus.relations import Connection, all_relations, connections_of
from dossier.model.records import Actor
from dossier.pictures.label_placement import Box
from dossier.pictures.line_routing import line_between, lines_between, meets
from dossier.pictures.network_layout import DrawnPoint, mark_of


@pytest.fixture
def connection(mini: Corpus) -> Connection:
    """One that points from Ada Veyl to the Lamp Guild."""
    return connections_of(all_relations(mini))[0]


def test_a_line_runs_from_rim_to_rim_and_knows_its_middle(mini: Corpus, connection: Connection) -> None:
    one, two = (
        mark_of(mini, connection.start, DrawnPoint(0, 50), 90),
        mark_of(mini, connection.end, DrawnPoint(200, 50), 90),
    )
    line = line_between(replace(one, radius=8), replace(two, radius=18), connection, 0)
    assert (line.start, line.end) == (DrawnPoint(10, 50), DrawnPoint(180, 50))
    assert (line.bend, line.middle, line.angle) == (DrawnPoint(100, 50), DrawnPoint(97.5, 50), 0)


def test_a_line_aside_keeps_that_distance_at_its_middle(mini: Corpus, connection: Connection) -> None:
    one, two = (
        mark_of(mini, connection.start, DrawnPoint(0, 0), 90),
        mark_of(mini, connection.end, DrawnPoint(0, 400), 90),
    )
    one, two = (replace(mark, radius=0, is_named=False) for mark in (one, two))
    line = line_between(one, two, connection, 10)
    assert line.middle.x == pytest.approx(10, abs=0.2)
    assert line.angle == 90


def test_marks_at_one_place_make_no_error(mini: Corpus, connection: Connection) -> None:
    one, two = (
        mark_of(mini, connection.start, DrawnPoint(5, 5), 90),
        mark_of(mini, connection.end, DrawnPoint(5, 5), 90),
    )
    assert line_between(one, two, connection, 0).bend == DrawnPoint(5, 5)


def test_lines_of_one_pair_lie_side_by_side_whichever_way_they_point(mini: Corpus, connection: Connection) -> None:
    back = replace(connection, start=connection.end, end=connection.start, family="hostile")
    marks = {
        connection.start.id: mark_of(mini, connection.start, DrawnPoint(0, 0), 90),
        connection.end.id: mark_of(mini, connection.end, DrawnPoint(300, 0), 90),
    }
    lines = lines_between(marks, [connection, back], 12)
    assert [line.connection for line in lines] == [connection, back]
    assert abs(lines[0].middle.y - lines[1].middle.y) == pytest.approx(12, abs=1.5)
    assert lines[0].middle.y * lines[1].middle.y < 0
    (alone,) = lines_between(marks, [connection], 12)
    assert alone.middle.y == 0


def test_a_line_bends_around_a_mark_in_its_way(mini: Corpus, connection: Connection) -> None:
    third = next(actor for actor in mini.of(Actor) if actor.id not in (connection.start.id, connection.end.id))
    in_the_way = mark_of(mini, third, DrawnPoint(150, 2), 90)
    marks = {
        connection.start.id: mark_of(mini, connection.start, DrawnPoint(0, 0), 90),
        connection.end.id: mark_of(mini, connection.end, DrawnPoint(300, 0), 90),
        third.id: in_the_way,
    }
    straight = line_between(marks[connection.start.id], marks[connection.end.id], connection, 0)
    assert meets(straight, in_the_way.rim)
    (line,) = lines_between(marks, [connection], 12)
    assert not any(meets(line, box) for box in in_the_way.obstacles)
    (free,) = lines_between(marks | {third.id: replace(in_the_way, at=DrawnPoint(150, 90))}, [connection], 12)
    assert free.middle.y == 0


def test_a_line_begins_behind_the_name_of_its_own_mark(mini: Corpus, connection: Connection) -> None:
    one = mark_of(mini, connection.start, DrawnPoint(100, 0), 90)
    two = mark_of(mini, connection.end, DrawnPoint(100, 200), 90)
    line = line_between(one, two, connection, 0)
    assert line.start.y == pytest.approx(one.name.bottom + 2, abs=0.1)
    assert not meets(line, one.name)
    assert line_between(replace(one, is_named=False), two, connection, 0).start.y < one.name.top
    assert line_between(replace(one, side="above"), two, connection, 0).start.y < one.name.top


def test_a_line_stays_on_the_sheet_where_it_can(mini: Corpus, connection: Connection) -> None:
    third = next(actor for actor in mini.of(Actor) if actor.id not in (connection.start.id, connection.end.id))
    ends = {
        connection.start.id: mark_of(mini, connection.start, DrawnPoint(10, 20), 90),
        connection.end.id: mark_of(mini, connection.end, DrawnPoint(400, 20), 90),
    }
    marks = ends | {third.id: mark_of(mini, third, DrawnPoint(200, 20), 90)}
    (free,) = lines_between(marks, [connection], 12)
    (held,) = lines_between(marks, [connection], 12, Box(0, 20 - abs(free.middle.y - 20) / 2, 410, 200))
    assert held.middle.y >= 20 - abs(free.middle.y - 20) / 2


@pytest.mark.parametrize(
    ("box", "is_met"),
    [
        (Box(90, -10, 110, 10), True),
        (Box(90, 5, 110, 20), False),
        (Box(99, -1, 101, 1), True),
    ],
)
def test_a_line_meets_what_it_enters(mini: Corpus, connection: Connection, box: Box, is_met: bool) -> None:
    one, two = (
        replace(mark_of(mini, actor, DrawnPoint(x, 0), 90), side="above")
        for actor, x in ((connection.start, 0), (connection.end, 200))
    )
    assert meets(line_between(one, two, connection, 0), box) is is_met
