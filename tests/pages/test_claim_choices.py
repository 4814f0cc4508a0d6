from __future__ import annotations

from lxml import html

from dossier.corpus.corpus import Corpus
from dossier.model.records import Claim, Event
from dossier.pages.claim_choices import ClaimMarks, claim_marks, claim_menus, dates_of
from dossier.pages.context import context_of
from tests.support.printing import Pages


def marks_of(mini: Corpus) -> dict[str, ClaimMarks]:
    return claim_marks(context_of(mini), mini.of(Claim))


def test_a_claim_is_marked_with_what_it_is_who_says_it_and_what_it_is_about(mini: Corpus) -> None:
    assert marks_of(mini)["board-1934-c03"] == ClaimMarks(
        kind="fact",
        certainty="stated",
        speaker="harbour-board",
        source="board-1934",
        actors="reed-wardens harbour-board",
        places="",
        years="1903",
    )
    assert marks_of(mini)["quay-2002-c04"].speaker == "author"


def test_a_place_takes_in_the_places_within_it(mini: Corpus) -> None:
    places = {key: one.places for key, one in marks_of(mini).items()}
    inner = [key for key, one in places.items() if one.startswith("north-head")]
    assert inner
    assert {places[key] for key in inner} == {"north-head brisa"}


def test_the_year_of_a_claim_is_that_which_it_gives_or_else_that_of_events_that_it_is_about(mini: Corpus) -> None:
    texts = {one.id: [date.text for date in dates_of(mini, one)] for one in mini.of(Claim)}
    event = mini.records["great-lamp-fire"]
    assert isinstance(event, Event)
    assert texts["quay-2002-c01"] == ["1903"]
    assert texts["quay-2002-c02"] == ["1901"]  # and not 1898, which others give for the same event
    assert texts["board-1934-c03"] == [one.when.text for one in event.dated]
    assert texts["board-1934-c04"] == []
    assert marks_of(mini)["board-1934-c04"].years == "none"
    assert "1911" in marks_of(mini)["board-1934-c01"].years.split()
    assert "1903" not in marks_of(mini)["board-1934-c01"].years.split()


def test_menus_list_what_occurs_with_the_number_of_claims(mini: Corpus) -> None:
    claims = mini.of(Claim)
    menus = {one.name: one for one in claim_menus(context_of(mini), marks_of(mini).values())}
    assert list(menus) == ["kind", "certainty", "source", "speaker", "actor", "place", "year"]
    for name in ("kind", "certainty", "source", "speaker"):
        assert sum(one.number for one in menus[name].options) == len(claims)
    about = {one.value: one.number for one in menus["actor"].options}
    assert about["lamp-guild"] == len(mini.claims_about("lamp-guild"))
    assert [one.words for one in menus["certainty"].options][:2] == ["Stated outright", "Hedged"]
    assert menus["speaker"].options[0].words == "The authors themselves"
    assert menus["year"].options[-1].words == "Without a year"


def test_the_list_of_claims_carries_the_marks_and_a_form_that_waits_for_scripts(mini: Corpus) -> None:
    tree = html.fromstring(Pages(mini).listing("claim").content)
    marks = marks_of(mini)
    parts = tree.xpath("//li[@data-part='claim']")
    assert {one.get("id") for one in parts} == set(marks)
    assert all(one.xpath("ancestor::section[@data-group='claim']") for one in parts)
    for one in parts:
        own = marks[one.get("id")]
        assert (one.get("data-sort"), one.get("data-certainty"), one.get("data-speaker")) == (
            own.kind,
            own.certainty,
            own.speaker,
        )
        assert (one.get("data-actors"), one.get("data-places"), one.get("data-years")) == (
            own.actors,
            own.places,
            own.years,
        )
    (form,) = tree.cssselect("form[data-choices=claim][hidden]")
    assert form.cssselect("button[type=submit]")
    assert {one.get("name") for one in form.cssselect("select, input")} == {
        *("words", "kind", "certainty", "source", "speaker", "actor", "place", "year")
    }


def test_pages_of_records_and_lists_offer_their_claims_last(mini: Corpus) -> None:
    pages = Pages(mini)
    shown = [pages.listing("claim").content, pages.record(mini.records["when-founded"]).content]
    about = [pages.record(mini.records[key]).content for key in ("lamp-guild", "brisa", "great-lamp-fire")]
    for content, which in [*((one, "shown") for one in shown), *((one, "about") for one in about)]:
        *_, last = html.fromstring(f"<article>{content}</article>").iter("p")
        assert (last.get("class"), last.get("data-this-list")) == ("this-list", which)
        assert "hidden" in last.attrib
