from __future__ import annotations

from dossier.corpus.corpus import Corpus
from dossier.pages.context import Context, context_of
from dossier.pages.place_timeline import PlaceTimelineView, place_timeline_view
from tests.pictures.test_place_timeline import dated, in_countries
from tests.support.relinking import with_records


def view(context: Context) -> PlaceTimelineView:
    found = place_timeline_view(context)
    assert found
    return found


def test_it_says_what_it_shows_and_what_it_leaves_out(context: Context, mini: Corpus) -> None:
    assert view(context).title == "3 events that the sources date and place, 1898 to 1907"
    assert view(context).left_out == ""
    event = mini.records["great-lamp-fire"]
    more = {f"fire-{number}": event.model_copy(update={"id": f"fire-{number}"}) for number in (1, 2)}
    more["nowhere"] = event.model_copy(update={"id": "nowhere", "placed": ()})
    changed = view(context_of(dated(with_records(mini, {**mini.records, **more}), "keeper-talks")))
    assert changed.left_out == (
        "Not drawn: 1 event without a date, or with none closer than three years; "
        "1 event with a date for which no place is given."
    )
    assert [one.words for one in changed.bare] == ["Brisa"]
    assert [(one.words, one.counted) for one in changed.rows] == [
        ("Saltmouth", "1 of 2 events dated"),
        ("North Head", "3 events"),
    ]


def test_a_row_leads_to_its_place(context: Context, mini: Corpus) -> None:
    assert [(one.words, one.link and one.link.id) for one in view(context).rows] == [
        ("Saltmouth", "saltmouth"),
        ("North Head", "north-head"),
        ("Brisa", "brisa"),
    ]
    rows = view(context_of(in_countries(mini, saltmouth="PT", north_head="FR"))).rows
    assert [(one.words, one.link) for one in rows] == [
        ("Portugal", None),
        ("France", None),
        ("Several countries", None),
    ]


def test_each_row_is_drawn_twice_and_says_how_an_event_stands_there(context: Context) -> None:
    (fire,) = (one for one in view(context).rows if one.words == "North Head")
    assert [one.size for one in fire.drawings] == ["wide", "narrow"]
    for drawing in fire.drawings:
        (event,) = drawing.events
        assert event.name
        assert " ".join(event.name.lines) == "Fire at the great lamp (alleged)"
        assert event.words.endswith(", alleged")
        assert {one.standing for one in event.drawn.dates} == {"alleged"}
        assert 0 < event.at < drawing.height


def test_the_key_explains_what_occurs(context: Context) -> None:
    assert "Alleged or contested" in [one.words for one in view(context).key]
    assert "2016 to 2019, drawn narrower" not in [one.words for one in view(context).key]
