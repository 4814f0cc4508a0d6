from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from dossier.corpus.corpus import Corpus
from dossier.corpus.judged_events import judged_event
from dossier.editions.state import Edition
from dossier.exports.card import card_of
from dossier.exports.geojson import events_geojson
from dossier.exports.linked_data import linked
from dossier.exports.statements import stated_event
from dossier.model.records import Actor, Event, Place
from dossier.pages.actor import actor_page
from dossier.pages.choices import event_menus
from dossier.pages.context import context_of
from dossier.pages.lists import events_list
from dossier.pages.place import place_page
from dossier.pages.region_map import map_view
from dossier.pages.strip import strip_view
from dossier.pages.timeline import timeline_view
from dossier.pictures.map_places import sited
from dossier.search.entries import entries
from tests.support.relinking import with_records

FIRE = "great-lamp-fire"
PLACE: dict[str, object] = {
    "id": "marl-cove",
    "names": [{"text": "Marl Cove", "kind": "primary"}],
    "type": "city",
    "coordinates": {"lat": "10.5", "lon": "20.5", "precision": "city"},
}
UNION = {"id": "brine-union", "names": [{"text": "Brine Union", "kind": "primary"}], "type": "organisation"}
REJECTED = re.compile("1777|Marl Cove|marl-cove|Brine Union|brine-union")


@pytest.fixture
def disputed(mini: Corpus) -> Corpus:
    """The invented dossier with a date, a place and a participant of the fire that its only source disputes."""
    fire = mini.records[FIRE]
    assert isinstance(fire, Event)
    claims = ["tarn-1931-c06"]
    assert mini.claim(*claims).is_rejected
    said = fire.model_dump()
    said["dated"] = [{"date": "1777-07-07", "claims": claims}, *said["dated"]]
    said["placed"] = [{"place": "marl-cove", "claims": claims}, *said["placed"]]
    said["participants"] = [{"actor": "brine-union", "role": "perpetrator", "claims": claims}, *said["participants"]]
    records = {**mini.records, FIRE: Event.model_validate(said)}
    records |= {"marl-cove": Place.model_validate(PLACE), "brine-union": Actor.model_validate(UNION)}
    return with_records(mini, records)


def test_what_every_source_rejects_is_not_said_of_an_event(disputed: Corpus) -> None:
    fire = disputed.records[FIRE]
    assert isinstance(fire, Event)
    said = disputed.as_said(fire)
    assert not REJECTED.search(str(said))
    assert REJECTED.search(str(fire))
    assert disputed.whole(said) is fire
    assert disputed.as_said(said) is said


def test_an_event_of_which_nothing_is_rejected_stays_as_it_is(mini: Corpus) -> None:
    assert all(mini.as_said(event) is event for event in mini.of(Event))


def test_what_a_speaker_says_is_said_though_the_source_disputes_it(disputed: Corpus) -> None:
    fire, claim = disputed.records[FIRE], disputed.claim("tarn-1931-c06")
    assert isinstance(fire, Event)
    said = {**fire.model_dump(), "participants": [{"actor": claim.said_by, "role": "speaker", "claims": [claim.id]}]}
    assert len(disputed.as_said(Event.model_validate(said)).participants) == 1


def test_an_event_whose_claims_are_missing_is_told_of_elsewhere(disputed: Corpus) -> None:
    fire = disputed.records[FIRE]
    assert isinstance(fire, Event)
    said = {**fire.model_dump(), "dated": [{"date": "1777", "claims": ["nothing-c01"]}, {"date": "1778", "claims": []}]}
    assert len(disputed.as_said(Event.model_validate(said)).dated) == 2


def test_nobody_has_an_event_by_what_every_source_rejects(disputed: Corpus) -> None:
    assert disputed.events_of("brine-union") == disputed.events_of("marl-cove") == []
    assert FIRE in [event.id for event in disputed.events_of("reed-wardens")]


def test_nothing_that_is_rejected_stands_among_what_may_be_taken_as_said(disputed: Corpus) -> None:
    for name, shown in _shown(disputed):
        assert not REJECTED.search(shown), name


def _shown(corpus: Corpus) -> Iterator[tuple[str, str]]:
    """What lists, pictures, menus and downloads of plain values say of events, as text, by name."""
    context = context_of(corpus)
    events = corpus.in_time(corpus.of(Event))
    wardens, brisa = corpus.actor("reed-wardens"), corpus.records["brisa"]
    assert isinstance(brisa, Place)
    yield "timeline", repr(timeline_view(context))
    yield "strip", repr(strip_view(context, events))
    yield "list of events", repr(events_list(context))
    yield "menus", repr(event_menus(context, events))
    yield "page of an actor", repr(actor_page(context, wardens))
    yield "page of a place", repr(place_page(context, brisa))
    yield "places with their events", repr([one.happenings for one in sited(corpus)])
    yield "card of the event", repr(card_of(corpus, corpus.records[FIRE]))
    yield "card of an actor", repr(card_of(corpus, wardens))
    yield "linked data", repr(linked(corpus, corpus.records[FIRE], ""))
    yield "geography", repr(events_geojson(corpus, base_url="", edition=Edition("", "")))
    yield "search", repr([one for one in entries(corpus) if one.address.startswith("events/")])


def test_the_page_of_a_place_or_an_actor_that_is_only_disputed_has_no_event(disputed: Corpus) -> None:
    context = context_of(disputed)
    cove, union = disputed.records["marl-cove"], disputed.actor("brine-union")
    assert isinstance(cove, Place)
    assert (place_page(context, cove).events, place_page(context, cove).strip) == ((), None)
    page = actor_page(context, union)
    assert (page.events, page.strip) == ((), None)
    assert "events" not in " ".join(card_of(disputed, union).facts)
    assert "1777" not in repr(map_view(context))


def test_downloads_have_it_with_its_standing(disputed: Corpus) -> None:
    fire = disputed.records[FIRE]
    assert isinstance(fire, Event)
    told = stated_event(disputed, disputed.as_said(fire))
    found = {str(one.standing) for one in (told.dated[0], told.placed[0], told.participants[0])}
    assert found == {"rejected"}
    assert len(judged_event(disputed, disputed.as_said(fire)).rejected) == 3


def test_the_split_is_made_in_one_place() -> None:
    """Pages, pictures and what is searched take events in time, or count them: so they are as they are said of.

    The page of types counts what records use.
    """
    package = Path(__file__).parents[2] / "scripts/dossier"
    lines = [
        line.strip()
        for folder in ("pages", "pictures", "search", "site")
        for path in (package / folder).rglob("*.py")
        if path.name != "types.py"
        for line in path.read_text("utf-8").splitlines()
        if "of(Event)" in line
    ]
    assert [line for line in lines if "in_time(" not in line and "counted(" not in line] == []
