from __future__ import annotations

from dataclasses import replace

import pytest

from dossier.corpus.corpus import Corpus
from dossier.corpus.relations import Connection, all_relations, connections_of
from dossier.model.records import Actor
from dossier.pictures.network_layout import (
    LETTER,
    DrawnPoint,
    crossings,
    label,
    label_width,
    line_between,
    lines_between,
    mark_of,
    radius,
)


@pytest.fixture
def connection(mini: Corpus) -> Connection:
    """One that points from Ada Veyl to the Lamp Guild."""
    return connections_of(all_relations(mini))[0]


def test_the_area_of_a_mark_grows_with_claims_up_to_a_bound() -> None:
    assert radius(0) == 6
    assert radius(4) - radius(0) == pytest.approx(radius(16) - radius(4))
    assert radius(10**6) == radius(10**7) == 28


def test_a_name_is_broken_at_words_and_cut_after_its_last_line() -> None:
    assert label("Board of the Harbour", 12) == ("Board of the", "Harbour")
    assert label("Board of the Harbour of Brisa", 12, 2) == ("Board of the", "Harbour of…")
    assert label_width(("ab", "abcd")) == 4 * LETTER
    assert label_width(()) == 0


def test_a_mark_tells_of_its_actor(mini: Corpus) -> None:
    mark = mark_of(mini, mini.actor("lamp-guild"), DrawnPoint(1, 2), 5)
    assert (mark.at, mark.lines) == (DrawnPoint(1, 2), ("Lamp", "Guild"))
    assert mark.claims == len(mini.claims_about("lamp-guild")) > 0
    assert mark.radius == radius(mark.claims)


def test_a_line_runs_from_rim_to_rim_and_knows_its_middle(mini: Corpus, connection: Connection) -> None:
    one, two = (
        mark_of(mini, connection.start, DrawnPoint(0, 50), 9),
        mark_of(mini, connection.end, DrawnPoint(200, 50), 9),
    )
    line = line_between(replace(one, radius=8), replace(two, radius=18), connection, 0)
    assert (line.start, line.end) == (DrawnPoint(10, 50), DrawnPoint(180, 50))
    assert (line.bend, line.middle, line.angle) == (DrawnPoint(100, 50), DrawnPoint(97.5, 50), 0)


def test_a_line_aside_keeps_that_distance_at_its_middle(mini: Corpus, connection: Connection) -> None:
    one, two = (
        mark_of(mini, connection.start, DrawnPoint(0, 0), 9),
        mark_of(mini, connection.end, DrawnPoint(0, 400), 9),
    )
    line = line_between(replace(one, radius=0), replace(two, radius=0), connection, 10)
    assert line.middle.x == pytest.approx(10, abs=0.2)
    assert line.angle == 90


def test_marks_at_one_place_make_no_error(mini: Corpus, connection: Connection) -> None:
    one, two = mark_of(mini, connection.start, DrawnPoint(5, 5), 9), mark_of(mini, connection.end, DrawnPoint(5, 5), 9)
    assert line_between(one, two, connection, 0).bend == DrawnPoint(5, 5)


def test_lines_of_one_pair_lie_side_by_side_whichever_way_they_point(mini: Corpus, connection: Connection) -> None:
    back = replace(connection, start=connection.end, end=connection.start, family="hostile")
    marks = {
        connection.start.id: mark_of(mini, connection.start, DrawnPoint(0, 0), 9),
        connection.end.id: mark_of(mini, connection.end, DrawnPoint(300, 0), 9),
    }
    lines = lines_between(marks, [connection, back], 12)
    assert [line.connection for line in lines] == [connection, back]
    assert abs(lines[0].middle.y - lines[1].middle.y) == pytest.approx(12, abs=1.5)
    assert lines[0].middle.y * lines[1].middle.y < 0
    (alone,) = lines_between(marks, [connection], 12)
    assert alone.middle.y == 0


def test_a_line_bends_around_a_mark_in_its_way(mini: Corpus, connection: Connection) -> None:
    third = next(actor for actor in mini.of(Actor) if actor.id not in (connection.start.id, connection.end.id))
    in_the_way = mark_of(mini, third, DrawnPoint(150, 2), 9)
    marks = {
        connection.start.id: mark_of(mini, connection.start, DrawnPoint(0, 0), 9),
        connection.end.id: mark_of(mini, connection.end, DrawnPoint(300, 0), 9),
        third.id: in_the_way,
    }
    straight = line_between(marks[connection.start.id], marks[connection.end.id], connection, 0)
    assert crossings(straight, [in_the_way]) == 1
    (line,) = lines_between(marks, [connection], 12)
    assert crossings(line, [in_the_way]) == 0
    (free,) = lines_between(marks | {third.id: replace(in_the_way, at=DrawnPoint(150, 90))}, [connection], 12)
    assert free.middle.y == 0
