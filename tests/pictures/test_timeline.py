from __future__ import annotations

from itertools import combinations

import pytest

from dossier.corpus.corpus import Corpus
from dossier.model.records import Event, EventDate
from dossier.pictures.label_placement import Box
from dossier.pictures.timeline import BOTTOM, TOP, Timeline, Years, boxes, timeline
from dossier.text.edtf import parse
from tests.support.invented_events import invented_events

WIDTHS = (684.0, 928.0)


def on(event: Event, *dates: str) -> Event:
    """The event on these dates."""
    return event.model_copy(update={"dated": tuple(EventDate(date=parse(text)) for text in dates)})


def named(corpus: Corpus, **dates: str) -> list[Event]:
    event = corpus.of(Event)[0]
    return [on(event.model_copy(update={"id": key, "title": key}), text) for key, text in dates.items()]


def drawn(events: list[Event], width: float) -> Timeline:
    found = timeline(events, width)
    assert found
    return found


def of_names(one: Timeline, width: float) -> list[Box]:
    return [boxes(event, width)[1] for event in one.placed if event.name]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("number", [1, 10, 100, 1000])
def test_no_name_lies_on_another_nor_on_a_mark_nor_leaves_the_drawing(mini: Corpus, number: int, width: float) -> None:
    one = drawn(invented_events(mini.of(Event)[0], number), width)
    assert len(one.placed) == number
    names = of_names(one, width)
    assert not [pair for pair in combinations(names, 2) if pair[0].meets(pair[1])]
    marks = [boxes(event, width)[0] for event in one.placed]
    near = [(name, mark) for name in names for mark in marks if name.rounded().meets(mark.rounded())]
    assert near == []
    sheet = Box(0, TOP - 2, width, one.height)
    assert all(name.within(sheet) for name in names)
    assert one.height >= max(box.bottom for box in marks) + BOTTOM - 0.1


@pytest.mark.parametrize("width", WIDTHS)
def test_what_does_not_touch_at_the_width_it_is_made_for_touches_at_no_greater_one(mini: Corpus, width: float) -> None:
    one = drawn(invented_events(mini.of(Event)[0], 100), width)
    for wider in (width + 37, width * 1.5):
        names = [boxes(event, wider)[1] for event in one.placed if event.name]
        assert not [pair for pair in combinations(names, 2) if pair[0].meets(pair[1])]


def test_a_few_events_are_all_named(mini: Corpus) -> None:
    one = drawn(invented_events(mini.of(Event)[0], 25), 928)
    assert all(event.name for event in one.placed)


def test_where_not_all_can_be_named_those_are_of_which_most_is_told(mini: Corpus) -> None:
    events = invented_events(mini.of(Event)[0], 600)
    told = next(one for one in events if one.id == "invented-7")
    much = told.model_copy(update={"claims": tuple(f"c{number}" for number in range(50))})
    one = drawn([much if event is told else event for event in events], 684)
    (found,) = [event for event in one.placed if event.row.event.id == "invented-7"]
    assert found.name
    assert any(event.name is None for event in one.placed)
    assert [event.row.event.id for event in one.placed] == [event.id for event in events]


def test_years_to_which_nothing_is_dated_are_told(mini: Corpus) -> None:
    one = drawn(named(mini, a="2010-05", b="2012/2014", c="2017~", d="2018"), 684)
    assert one.silent == (Years(2011, 2011), Years(2015, 2016))
    assert drawn(named(mini, a="2010", b="2011"), 684).silent == ()


def test_the_same_events_give_the_same_drawing(mini: Corpus) -> None:
    events = invented_events(mini.of(Event)[0], 60)
    assert timeline(events, 684) == timeline(list(events), 684)


def test_without_a_date_nothing_is_drawn(mini: Corpus) -> None:
    assert timeline([on(mini.of(Event)[0])], 684) is None
