from __future__ import annotations

import pytest
from lxml import html

from dossier.load import load
from dossier.model.records import Actor
from dossier.pages.actor import ActorPage, actor_page
from dossier.pages.context import Context, context_of
from dossier.pages.relations import RelationView
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


def families_of(page: ActorPage) -> dict[str, list[RelationView]]:
    """What is said of an actor, by the family of its relations."""
    return {one.label: list(one.relations) for one in page.relations.said} if page.relations else {}


def rows_of(content: str) -> list[str]:
    """The statements of a page in words, in the order in which they stand."""
    rows = html.fromstring(f"<div>{content}</div>").cssselect("ul.statements > li")
    return [" ".join(row.text_content().split()) for row in rows]


def test_the_page_of_an_actor(context: Context) -> None:
    page = page_of(context, "harbour-board")
    assert (page.eyebrow, page.title) == ("Institution", "Harbour Board")
    assert {label: [one.other.id for one in found] for label, found in families_of(page).items()} == {
        "Belonging and leadership": ["brisa-state"],
        "Alliance and support": ["reed-wardens"],
        "Rivalry and attack": ["lamp-guild"],
    }


def test_what_is_said_stands_first_then_events_then_what_to_read_then_names(context: Context) -> None:
    content = Pages(context.corpus).record(actor(context, "lamp-guild")).content
    tree = html.fromstring(f"<div>{content}</div>")
    order = ["relations", "events", "numbers", "questions", "said", "claims", "mentions", "names", "references"]
    assert [one.get("id") for one in tree.cssselect("h2")] == order
    assert [one.get("id") for one in tree.cssselect("h3[id^=relations]")] == ["relations-disputed"]
    (evidence,) = tree.cssselect(".evidence")
    assert evidence.xpath("preceding::h2/@id")[-1] == "names"


def test_a_relation_tells_when_how_firmly_and_by_which_sources(context: Context) -> None:
    (part,), (ally,), (rival,) = families_of(page_of(context, "harbour-board")).values()
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


def test_what_the_claims_tell_as_past_is_told_so(changed: Changed) -> None:
    own = swapped("claims: [board-1934-c01]", "past: true, claims: [board-1934-c01]")
    context = context_of(load(changed({"data/actors/harbour-board.yaml": own})))
    (row,) = families_of(page_of(context, "harbour-board"))["Belonging and leadership"]
    assert (row.period, row.is_past, row.words) == (None, True, "was part of")
    content = Pages(context.corpus).record(actor(context, "harbour-board")).content
    assert rows_of(content)[0] == "was part of Council of Brisa Harbour Board 1934 ¶ 1"


def test_relations_of_a_family_to_one_actor_stand_together(changed: Changed) -> None:
    more = (
        "relations:\n"
        "  - {type: fights, to: lamp-guild, past: true, claims: [tarn-1931-c03]}\n"
        "  - {type: rival_of, to: reed-wardens, claims: [tarn-1931-c03]}\n"
        "  - {type: rival_of, to: lamp-guild, claims: [tarn-1931-c03]}\n"
    )
    corpus = load(
        changed(
            {
                "data/actors/harbour-board.yaml": swapped("relations:\n", more),
                "data/claims/tarn-1931.yaml": swapped(
                    "about: [lamp-guild, harbour-board]", "about: [lamp-guild, harbour-board, reed-wardens]"
                ),
            }
        )
    )
    content = Pages(corpus).record(corpus.actor("harbour-board")).content
    assert [row for row in rows_of(content) if "Tarn 1931" in row] == [
        "fought Lamp Guild Tarn 1931 ¶ 2",
        "rival of Lamp Guild Tarn 1931 ¶ 2",
        "rival of Lamp Guild, since 1903 Tarn 1931 ¶ 2",
        "rival of Reed Wardens Tarn 1931 ¶ 2",
    ]


def test_each_source_of_a_statement_leads_to_its_claims(context: Context) -> None:
    content = Pages(context.corpus).record(actor(context, "lamp-guild")).content
    (row,) = html.fromstring(f"<div>{content}</div>").cssselect("h3 + ul.statements > li")
    assert [
        (one.text_content().replace("\N{NO-BREAK SPACE}", " "), one.get("href"))
        for one in row.cssselect(".witnesses a")
    ] == [
        ("Tarn 1931 ¶ 2", "../../claims/tarn-1931-c04/"),
        ("Quay 2002 ¶ 2", "../../claims/quay-2002-c03/"),
    ]


def test_an_event_without_a_date_is_neither_the_first_nor_the_last(context: Context) -> None:
    talks = context.corpus.records["keeper-talks"].model_copy(update={"dated": ()})
    corpus = with_records(context.corpus, {**context.corpus.records, talks.id: talks})
    page = page_of(context_of(corpus), "lamp-guild")
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
    assert [(one.words, one.other.id) for family in guild.relations.said for one in family.relations] == [
        ("was led by", "ada-veyl"),
        ("rival of", "harbour-board"),
    ]
    assert [(one.words, one.other.id) for one in guild.relations.disputed] == [("lost in a split", "reed-wardens")]
    (friendly,) = wardens.relations.said
    assert friendly.label == "Alliance and support"
    assert [(one.words, one.other.id) for one in friendly.relations] == [("was allied with", "harbour-board")]
    assert [(one.words, one.other.id) for one in wardens.relations.disputed] == [("split from", "lamp-guild")]
    assert guild.relations.rejected == wardens.relations.rejected == ()


def test_a_relation_says_when_it_held_who_says_so_and_who_denies_it(context: Context) -> None:
    relations = page_of(context, "reed-wardens").relations
    assert relations
    (friendly,), (split,) = relations.said, relations.disputed
    (alliance,) = friendly.relations
    assert split.period
    assert alliance.period
    assert (split.period.edtf, alliance.period.edtf) == ("1902~/1905", "../1911")
    assert (split.standing.key, alliance.standing.key) == ("contested", "reported")
    assert [each.address for told in split.standing.said_by for each in told.told] == ["claims/tarn-1931-c04/"]
    assert [each.address for told in split.standing.denied_by for each in told.told] == ["claims/quay-2002-c03/"]
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
    said = [one for family in page.relations.said for one in family.relations]
    rows = {"said": said, "disputed": page.relations.disputed, "rejected": page.relations.rejected}
    found = [name for name, relations in rows.items() if "harbour-board" in {one.other.id for one in relations}]
    assert found == [group]
    assert ("Rivalry and attack" in families_of(page)) is (group == "said")
    drawn = page.neighbourhood
    assert drawn
    assert ("harbour-board" in {mark.link.id for mark in drawn.sheet.marks}) is (group != "rejected")
    assert drawn.relations == "3 relations"
    tree = html.fromstring(f"<div>{Pages(corpus).record(actor(context, 'lamp-guild')).content}</div>")
    (row,) = tree.xpath("//ul[@class='statements']/li[.//a[contains(@href, 'harbour-board')]]")
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
    assert (page.neighbourhood, page.relations) == (None, None)
    assert (page.claims, len(page.said)) == (None, 1)
