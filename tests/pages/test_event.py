from __future__ import annotations

from lxml import html

from dossier.model.records import Event
from dossier.pages.context import Context
from dossier.pages.event import event_page
from tests.support.printing import Pages
from tests.support.relinking import with_records


def event(context: Context, key: str) -> Event:
    found = context.corpus.records[key]
    assert isinstance(found, Event)
    return found


def test_the_page_of_an_event(context: Context) -> None:
    page = event_page(context, event(context, "great-lamp-fire"))
    assert (page.eyebrow, page.title) == ("Attack", "Fire at the great lamp")
    assert page.standing.key == "suggested"
    assert [(one.date.edtf, one.standing.key) for one in page.dates] == [("1903-11-XX", "alleged")]
    assert [(one.place.id, one.standing.key) for one in page.places] == [("north-head", "alleged")]
    assert [(one.actor.id, [(part.role, part.standing.key) for part in one.parts]) for one in page.participants] == [
        ("reed-wardens", [("is blamed for it", "alleged"), ("denied it", "asserted")]),
        ("lamp-guild", [("suffered it", "alleged")]),
        ("harbour-board", [("responded to it", "reported")]),
    ]
    assert page.claims_counted == "4 claims in 3 sources, oldest publication first."
    assert [one.id for one in page.claims] == ["tarn-1931-c05", "tarn-1931-c06", "board-1934-c03", "quay-2002-c04"]


def test_each_actor_is_linked_once_among_those_who_took_part(context: Context) -> None:
    tree = html.fromstring(f"<div>{Pages(context.corpus).record(event(context, 'great-lamp-fire')).content}</div>")
    rows = tree.cssselect("ul.relations > li")
    links = [link.text_content() for row in rows for link in row.cssselect(".relation__to a")]
    assert (len(rows), links) == (4, ["Reed Wardens", "Lamp Guild", "Harbour Board"])
    assert rows[1].cssselect(".relation__to")[0].text_content() == "Reed Wardens"


def test_statements_tell_how_they_stood_as_sources_became_known(context: Context) -> None:
    fire = event_page(context, event(context, "great-lamp-fire"))
    assert fire.by_day == "1931-05-31 alleged,1934-12-31 reported,2002-03-09 suggested"
    assert [one.by_day for one in fire.dates] == [""]


def glance_of(context: Context, one: Event) -> dict[str, list[str]]:
    """The rows at the top of the page of an event, by their labels: what each value says, in words."""
    corpus = with_records(context.corpus, {**context.corpus.records, one.id: one})
    tree = html.fromstring(f"<div>{Pages(corpus).record(one).content}</div>")
    rows = {row[0].text_content(): row[1] for row in tree.cssselect("dl.glance > div")}
    values = {label: row.cssselect(".glance__value") or [row] for label, row in rows.items()}
    return {label: [" ".join(value.text_content().split()) for value in own] for label, own in values.items()}


def test_the_page_of_an_event_with_two_dates(context: Context) -> None:
    one = event(context, "guild-founding")
    page = event_page(context, one)
    assert [(date.date.words, date.standing.key) for date in page.dates] == [
        ("about 1898", "asserted"),
        ("1901", "asserted"),
    ]
    assert [[told.source.words for told in date.standing.said_by] for date in page.dates] == [
        ["Tarn 1931", "Harbour Board 1934"],
        ["Quay 2002"],
    ]
    rows = glance_of(context, one)
    assert rows["Dates"] == ["about 1898 Tarn 1931 ¶ 1, Harbour Board 1934 ¶ 1 (passes it on)", "1901 Quay 2002 ¶ 1"]
    assert rows["That it happened"] == ["Asserted Tarn 1931 ¶ 1, Harbour Board 1934 ¶ 1 (passes it on), Quay 2002 ¶ 1"]
    assert "Date" not in rows


def test_the_page_of_an_event_without_a_date(context: Context) -> None:
    one = event(context, "guild-founding").model_copy(update={"dated": (), "placed": ()})
    assert event_page(context, one).dates == ()
    rows = glance_of(context, one)
    assert rows["Date"] == ["No source gives a year."]
    assert not {"Place", "Places"} & set(rows)


def test_a_loose_date_stands_in_the_words_of_the_source(context: Context) -> None:
    one = event(context, "guild-founding")
    loose = one.dated[1].model_copy(update={"as_given": "late 1901"})
    made = one.model_copy(update={"dated": (loose,)})
    assert glance_of(context, made)["Date"] == ["late 1901 Quay 2002 ¶ 1"]


def test_an_event_that_somebody_denies_says_who(context: Context) -> None:
    one = event(context, "guild-founding")
    made = one.model_copy(update={"claims": ("tarn-1931-c01",), "denied_by": ("quay-2002-c02",)})
    assert event_page(context, made).standing.key == "contested"
    assert glance_of(context, made)["That it happened"] == ["Contested Tarn 1931 ¶ 1 · denied in Quay 2002 ¶ 1"]


def test_an_event_that_every_source_disputes_says_which(context: Context) -> None:
    made = event(context, "great-lamp-fire").model_copy(update={"claims": ("tarn-1931-c06",)})
    assert glance_of(context, made)["That it happened"] == ["Rejected disputed by Tarn 1931 ¶ 3, citing Reed Wardens"]


def test_what_every_source_rejects_does_not_stand_among_what_is_said(context: Context) -> None:
    one = event(context, "great-lamp-fire")
    claims = {"claims": ("tarn-1931-c06",)}
    page = event_page(
        context,
        one.model_copy(
            update={
                "dated": tuple(date.model_copy(update=claims) for date in one.dated),
                "placed": tuple(place.model_copy(update=claims) for place in one.placed),
                "participants": (one.participants[0].model_copy(update={**claims, "denied_by": ()}),),
            }
        ),
    )
    assert (page.dates, page.places, page.participants) == ((), (), ())


def test_claims_about_an_event_that_do_not_tell_of_it_stand_apart(context: Context) -> None:
    one = event(context, "great-lamp-fire")
    page = event_page(context, one.model_copy(update={"claims": ("tarn-1931-c06",)}))
    assert [claim.id for claim in page.claims] == ["tarn-1931-c06"]
    others = {claim.id for claim in page.other_claims}
    assert others == {claim.id for claim in context.corpus.claims_about(one.id)} - {"tarn-1931-c06"}
    assert "tarn-1931-c05" in others
