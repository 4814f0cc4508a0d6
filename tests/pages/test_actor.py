from __future__ import annotations

from dossier.model.records import Actor
from dossier.pages.actor import ActorPage, actor_page
from dossier.pages.context import Context


def actor(context: Context, key: str) -> Actor:
    found = context.corpus.records[key]
    assert isinstance(found, Actor)
    return found


def page_of(context: Context, key: str) -> ActorPage:
    return actor_page(context, actor(context, key))


def test_the_page_of_an_actor(context: Context) -> None:
    page = page_of(context, "harbour-board")
    assert (page.eyebrow, page.title) == ("Institution", "Harbour Board")
    assert page.claims_counted == "4 claims about it, 2 claims by it"
    assert [(row.label, [other.id for other in row.others]) for row in page.glance] == [
        ("Part of", ["brisa-state"]),
        ("Allies and partners", ["reed-wardens"]),
        ("Rivals and enemies", ["lamp-guild"]),
    ]


def test_the_first_and_the_last_event_of_an_actor(context: Context) -> None:
    page = page_of(context, "lamp-guild")
    assert page.first_event
    assert page.last_event
    assert (page.first_event.edtf, page.last_event.edtf) == ("1898~", "1905/1907?")
    board = page_of(context, "harbour-board")
    assert board.first_event
    assert (board.first_event.edtf, board.last_event) == ("1903-11-XX", None)


def test_three_events_are_drawn_and_two_are_only_listed(context: Context) -> None:
    page = page_of(context, "lamp-guild")
    assert page.strip
    assert page.strip.counted == "3 events"
    assert [event.link.id for event in page.strip.events] == ["guild-founding", "great-lamp-fire", "keeper-talks"]
    assert {event.published for event in page.strip.events} == {"1931-05-31"}
    founder = page_of(context, "ada-veyl")
    assert (founder.strip, len(founder.events)) == (None, 2)


def test_relations_read_from_the_actor_whose_page_it_is(context: Context) -> None:
    guild, wardens = page_of(context, "lamp-guild"), page_of(context, "reed-wardens")
    assert [(one.words, one.other.id) for one in guild.relations] == [
        ("rival of", "harbour-board"),
        ("led by", "ada-veyl"),
        ("lost in a split", "reed-wardens"),
    ]
    assert [(one.words, one.other.id) for one in wardens.relations] == [
        ("split from", "lamp-guild"),
        ("allied with", "harbour-board"),
    ]


def test_a_relation_says_when_it_held_and_who_denies_it(context: Context) -> None:
    split, alliance = page_of(context, "reed-wardens").relations
    assert split.period
    assert alliance.period
    assert (split.period.edtf, alliance.period.edtf) == ("1902~/1905", "../1911")
    assert (len(split.denied_by), len(alliance.denied_by)) == (1, 0)
    assert split.denied_by[0] not in split.claims


def test_an_actor_is_drawn_with_those_to_whom_it_has_relations(context: Context) -> None:
    drawn = page_of(context, "harbour-board").neighbourhood
    assert drawn
    assert (drawn.relations, drawn.others) == ("3 relations", "3 other actors")
    assert [mark.link.id for mark in drawn.sheet.marks] == [
        "harbour-board",
        "brisa-state",
        "reed-wardens",
        "lamp-guild",
    ]
    assert len(drawn.sheet.lines) == 3
    assert drawn.years
    assert (drawn.years.least, drawn.years.last) == (1902, 1911)


def test_years_are_not_chosen_from_where_no_relation_has_any(context: Context) -> None:
    drawn = page_of(context, "brisa-state").neighbourhood
    assert drawn
    assert drawn.years is None


def test_an_actor_without_relations_is_not_drawn(context: Context) -> None:
    page = page_of(context, "tide-gazette")
    assert (page.neighbourhood, page.relations, page.glance) == (None, (), ())
    assert page.claims_counted == "0 claims about it, 1 claim by it"
