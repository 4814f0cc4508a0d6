from __future__ import annotations

import pytest
from lxml import html

from dossier.load import load
from dossier.model.records import Actor
from dossier.pages.actor import ActorPage, actor_page
from dossier.pages.context import Context, context_of
from tests.conftest import Changed
from tests.support.changes import swapped
from tests.support.printing import Pages
from tests.support.relinking import with_records


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
    assert [(row.label, [one.other.id for one in row.items]) for row in page.glance] == [
        ("Part of", ["brisa-state"]),
        ("Allies and partners", ["reed-wardens"]),
        ("Rivals and enemies", ["lamp-guild"]),
    ]


def test_a_row_at_a_glance_tells_when_how_firmly_and_by_which_sources(context: Context) -> None:
    (part,), (ally,), (rival,) = (
        item.relations for row in page_of(context, "harbour-board").glance for item in row.items
    )
    assert [(one.period.words if one.period else "", one.is_past) for one in (part, ally, rival)] == [
        ("", False),
        ("until 1911", True),
        ("since 1903", False),
    ]
    assert [
        (one.standing.key, [told.source.words for told in one.standing.said_by]) for one in (part, ally, rival)
    ] == [
        ("asserted", ["Harbour Board 1934"]),
        ("reported", ["Harbour Board 1934"]),
        ("asserted", ["Tarn 1931"]),
    ]
    assert [speaker.id for told in ally.standing.said_by for speaker in told.speakers] == ["harbour-board"]


def test_what_the_claims_tell_as_past_is_told_so_at_a_glance(changed: Changed) -> None:
    own = swapped("claims: [board-1934-c01]", "past: true, claims: [board-1934-c01]")
    context = context_of(load(changed({"data/actors/harbour-board.yaml": own})))
    (row,) = page_of(context, "harbour-board").glance[0].items[0].relations
    assert (row.period, row.is_past, row.words) == (None, True, "was part of")
    content = Pages(context.corpus).record(actor(context, "harbour-board")).content
    assert glance_of(content)["Part of"] == "Council of Brisa in the past Harbour Board 1934"


def test_relations_of_one_row_to_one_actor_stand_together_and_of_several_types_with_their_words(
    changed: Changed,
) -> None:
    more = (
        "relations:\n"
        "  - {type: fights, to: lamp-guild, past: true, claims: [tarn-1931-c03]}\n"
        "  - {type: rival_of, to: lamp-guild, claims: [tarn-1931-c03]}\n"
    )
    context = context_of(load(changed({"data/actors/harbour-board.yaml": swapped("relations:\n", more)})))
    (item,) = next(row for row in page_of(context, "harbour-board").glance if row.label == "Rivals and enemies").items
    assert (item.other.id, item.has_words) == ("lamp-guild", True)
    assert [one.words for one in item.relations] == ["fought", "rival of", "rival of"]
    content = Pages(context.corpus).record(actor(context, "harbour-board")).content
    assert glance_of(content)["Rivals and enemies"] == (
        "Lamp Guild fought Tarn 1931 rival of Tarn 1931 rival of since 1903 Tarn 1931"
    )


def test_the_glance_names_each_relation_with_its_sources_and_what_is_disputed_apart(context: Context) -> None:
    rows = glance_of(Pages(context.corpus).record(actor(context, "lamp-guild")).content)
    assert rows["Led by"] == "Ada Veyl 1899 to 1911 Tarn 1931"
    assert rows["Alleged or contested"] == (
        "lost in a split Reed Wardens, about 1902 to 1905 Contested Tarn 1931 · "
        "denied in Quay 2002, citing Tide Gazette"
    )


def glance_of(content: str) -> dict[str, str]:
    """The rows at the top of a page, by their labels, in words."""
    rows = html.fromstring(f"<div>{content}</div>").cssselect("dl.glance > div")
    return {row[0].text_content(): " ".join(row[1].text_content().split()) for row in rows}


def test_the_first_and_the_last_event_of_an_actor(context: Context) -> None:
    page = page_of(context, "lamp-guild")
    assert [one.edtf for one in page.first_event] == ["1898~", "1901"]
    assert [one.edtf for one in page.last_event] == ["1905/1907?"]
    board = page_of(context, "harbour-board")
    assert [one.edtf for one in board.first_event] == ["1903-11-XX"]
    assert board.last_event == ()


def test_an_event_without_a_date_is_neither_the_first_nor_the_last(context: Context) -> None:
    talks = context.corpus.records["keeper-talks"].model_copy(update={"dated": ()})
    corpus = with_records(context.corpus, {**context.corpus.records, talks.id: talks})
    page = page_of(context_of(corpus), "lamp-guild")
    assert [one.edtf for one in page.last_event] == ["1903-11-XX"]
    assert [event.link.id for event in page.events] == ["guild-founding", "great-lamp-fire", "keeper-talks"]
    assert page.events[-1].dates == ()
    assert page.strip is None


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
    assert guild.relations
    assert wardens.relations
    assert [(one.words, one.other.id) for one in guild.relations.said] == [
        ("rival of", "harbour-board"),
        ("was led by", "ada-veyl"),
    ]
    assert [(one.words, one.other.id) for one in guild.relations.disputed] == [("lost in a split", "reed-wardens")]
    assert [(one.words, one.other.id) for one in wardens.relations.said] == [("was allied with", "harbour-board")]
    assert [(one.words, one.other.id) for one in wardens.relations.disputed] == [("split from", "lamp-guild")]
    assert guild.relations.rejected == wardens.relations.rejected == ()


def test_a_relation_says_when_it_held_who_says_so_and_who_denies_it(context: Context) -> None:
    relations = page_of(context, "reed-wardens").relations
    assert relations
    (alliance,), (split,) = relations.said, relations.disputed
    assert split.period
    assert alliance.period
    assert (split.period.edtf, alliance.period.edtf) == ("1902~/1905", "../1911")
    assert (split.standing.key, alliance.standing.key) == ("contested", "reported")
    assert [note.claim.id for told in split.standing.said_by for note in told.notes] == ["tarn-1931-c04"]
    assert [note.claim.id for told in split.standing.denied_by for note in told.notes] == ["quay-2002-c03"]
    assert alliance.standing.denied_by == ()


@pytest.mark.parametrize(
    ("kind", "certainty", "group", "title"),
    [
        ("assessment", "hedged", "said", None),
        ("allegation", "stated", "disputed", "Alleged or contested"),
        ("assessment", "disputed-by-author", "rejected", "Rejected by every source that tells of it"),
    ],
)
def test_relations_that_are_said_disputed_and_rejected_stand_apart(
    context: Context, kind: str, certainty: str, group: str, title: str | None
) -> None:
    claim = context.corpus.claim("tarn-1931-c03").model_copy(update={"kind": kind, "certainty": certainty})
    corpus = with_records(context.corpus, {**context.corpus.records, claim.id: claim})
    page = page_of(context_of(corpus), "lamp-guild")
    assert page.relations
    rows = {name: getattr(page.relations, name) for name in ("said", "disputed", "rejected")}
    found = [name for name, relations in rows.items() if "harbour-board" in {one.other.id for one in relations}]
    assert found == [group]
    assert ("Rivals and enemies" in {row.label for row in page.glance}) is (group == "said")
    assert ("harbour-board" in {one.other.id for one in page.disputed}) is (group == "disputed")
    drawn = page.neighbourhood
    assert drawn
    assert ("harbour-board" in {mark.link.id for mark in drawn.sheet.marks}) is (group != "rejected")
    assert drawn.relations == "3 relations"
    tree = html.fromstring(f"<div>{Pages(corpus).record(actor(context, 'lamp-guild')).content}</div>")
    (row,) = tree.xpath("//ul[@class='relations']/li[.//a[contains(@href, 'harbour-board')]]")
    above = row.xpath("preceding::h3[starts-with(@id, 'relations-')][1]/text()")
    assert [words.strip() for words in above] == ([title] if title else [])


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
    assert (page.neighbourhood, page.relations, page.glance, page.disputed) == (None, None, (), ())
    assert page.claims_counted == "0 claims about it, 1 claim by it"
