from __future__ import annotations

from itertools import pairwise

import pytest

from dossier.corpus.corpus import Corpus
from dossier.model.records import Event
from dossier.pictures.text_width import text_width
from dossier.pictures.timeline import Years
from dossier.pictures.upright_timeline import LINE, MOST_NAMED, SMALL, TEXT, WIDTH, UprightTimeline, upright_timeline
from tests.pictures.test_timeline import named, on
from tests.support.invented_events import invented_events


def drawn(events: list[Event]) -> UprightTimeline:
    found = upright_timeline(events, {one.id: (one.title, one.date_words) for one in events})
    assert found
    return found


@pytest.mark.parametrize("number", [1, 10, 100, 1000])
def test_names_stand_below_each_other_and_within_the_narrowest_screen(mini: Corpus, number: int) -> None:
    one = drawn(invented_events(mini.of(Event)[0], number))
    assert len(one.placed) == number
    shown = [event for event in one.placed if event.lines]
    assert len(shown) == min(number, MOST_NAMED)
    for above, below in pairwise(shown):
        lines = len(above.lines) + len(above.below)
        assert above.y - LINE / 2 + lines * LINE <= below.y - LINE / 2
    last = shown[-1]
    assert last.y + LINE * (len(last.lines) + len(last.below)) <= one.height
    for event in shown:
        wide = [text_width(line, TEXT) for line in event.lines] + [text_width(line, SMALL) for line in event.below]
        assert one.names + max(wide) <= WIDTH + 1


def test_time_runs_down_and_marks_stand_left_of_the_names(mini: Corpus) -> None:
    one = drawn(invented_events(mini.of(Event)[0], 100))
    assert [tick.y for tick in one.ticks] == sorted(tick.y for tick in one.ticks)
    for event in one.placed:
        assert all(0 <= mark.start <= mark.end <= one.height for mark in event.row.marks)
        assert event.x < one.names
    days = [event.row.marks[0] for event in drawn(named(mini, a="2014-03-01", b="2014-03-09", c="2015")).placed]
    assert days[0].start < days[1].start < days[2].start


def test_a_name_stands_in_the_month_in_which_its_event_begins(mini: Corpus) -> None:
    one = drawn(named(mini, a="2014-03-01", b="2014-03-09", c="2014-11", d="2015-02"))
    labels = {tick.label: tick.y for tick in one.ticks}
    assert list(labels) == ["2014", "Mar", "Nov", "2015", "Feb"]
    a, b, c, d = (event.y for event in one.placed)
    assert labels["Mar"] < a < b < labels["Nov"] < c < labels["2015"] < labels["Feb"] < d


def test_years_to_which_nothing_is_dated_are_told_and_long_runs_are_short(mini: Corpus) -> None:
    one = drawn(named(mini, a="1905-05", b="2014-03", c="2016-04"))
    assert [band.years for band in one.silent] == [Years(1906, 2013), Years(2015, 2015)]
    assert all(0 < band.height <= 30 for band in one.silent)


def test_without_a_date_nothing_is_drawn(mini: Corpus) -> None:
    event = on(mini.of(Event)[0])
    assert upright_timeline([event], {event.id: ("", "")}) is None
