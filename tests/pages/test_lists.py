from __future__ import annotations

from collections.abc import Iterable

import pytest

from dossier.corpus.corpus import Listed, link
from dossier.load import read
from dossier.model.records import Event, Question, Source
from dossier.model.words import ENGLISH
from dossier.pages.context import Context, context_of
from dossier.pages.lists import (
    actors_list,
    claims_list,
    events_list,
    places_list,
    questions_list,
    sources_list,
    year_of,
)
from dossier.pages.prose import ProsePart
from dossier.pages.templating import templates
from tests.conftest import Changed
from tests.support.changes import swapped
from tests.support.relinking import with_records


def words(parts: Iterable[ProsePart]) -> str:
    return "".join(part.words or (part.link.words if part.link else "") for part in parts)


def event(date: str) -> Event:
    dated = [{"date": one} for one in date.split()]
    return Event.model_validate({"id": "x", "title": "X", "dated": dated, "type": "attack", "claims": ["a-c01"]})


def test_actors_stand_by_type_in_the_order_of_the_types_then_by_name(context: Context) -> None:
    groups = actors_list(context)
    assert [(one.id, one.title, [row.link.id for row in one.rows]) for one in groups] == [
        ("organisation", "Organisations", ["lamp-guild", "reed-wardens"]),
        ("person", "People", ["ada-veyl"]),
        ("state", "States", ["brisa-state"]),
        ("institution", "Institutions", ["harbour-board"]),
        ("media", "Media", ["tide-gazette"]),
    ]


def test_a_row_tells_the_acronym_and_the_number_of_claims(context: Context) -> None:
    guild, wardens = actors_list(context)[0].rows
    assert guild.acronym is not None
    assert (guild.acronym.text, guild.claims) == ("LG", "10 claims")
    assert (wardens.acronym, wardens.claims) == (None, "6 claims")
    assert actors_list(context)[1].rows[0].claims == "2 claims"


def test_places_stand_by_type(context: Context) -> None:
    assert [(one.title, [row.link.words for row in one.rows]) for one in places_list(context)] == [
        ("Regions", ["Brisa"]),
        ("Cities and towns", ["Saltmouth"]),
        ("Sites", ["North Head"]),
    ]


def test_events_stand_by_year(context: Context) -> None:
    assert [(one.year, [row.link.id for row in one.rows]) for one in events_list(context)] == [
        ("1898", ["guild-founding"]),
        ("1903", ["great-lamp-fire"]),
        ("1905", ["keeper-talks"]),
    ]


def test_an_event_that_every_source_rejects_says_so(changed: Changed) -> None:
    told = "claims: [tarn-1931-c05, tarn-1931-c06, board-1934-c03, quay-2002-c04]"
    root = changed({"data/events/great-lamp-fire.yaml": swapped(told, "claims: [tarn-1931-c06]")})
    context = context_of(read(root)[0])
    groups = events_list(context)
    said = {row.link.id: row.rejected for group in groups for row in group.rows}
    words = "rejected by every source that tells of it"
    assert said == {"guild-founding": "", "great-lamp-fire": words, "keeper-talks": ""}
    html = templates().render("events.html", "events/", view=groups)
    assert f'<span class="standing standing--rejected">{words}</span></span></li>' in html
    assert html.count("standing--rejected") == 1


@pytest.mark.parametrize(
    ("date", "year"),
    [
        ("1903-05", "1903"),
        ("190X", "1900s"),
        ("../1905", "1905"),
        ("/190X", "1900s"),
        ("../1905 1904/1906", "1904"),
        ("1904-24", "1904"),
        ("1903/191X", "1903"),
        ("190X/1915", "1900s"),
        ("1905 1903-05", "1903"),
        ("", "Undated"),
    ],
)
def test_the_year_of_an_event_is_the_first_that_is_known_of_it(date: str, year: str) -> None:
    assert year_of(ENGLISH, event(date)) == year


def test_claims_stand_by_source_in_reading_order(context: Context) -> None:
    groups = claims_list(context).groups
    assert [(one.source.words, len(one.claims)) for one in groups] == [
        (context.corpus.source(one.id).label, len(context.corpus.claims_of(one.id)))
        for one in context.corpus.of(Source)
    ]
    tarn = next(one for one in groups if one.source.id == "tarn-1931")
    assert [one.id for one in tarn.claims] == [f"tarn-1931-c0{number}" for number in range(1, 8)]


def test_a_question_card_tells_its_positions_and_counts_each_claim_once(context: Context) -> None:
    cards = {one.link.id: one for group in questions_list(context) for one in group.cards}
    assert list(cards) == ["how-many-keepers", "when-founded", "who-lit-the-fire"]
    card = cards["when-founded"]
    assert [words(one.label) for one in card.positions] == ["Around 1898", "In 1901"]
    assert card.counted == "2 positions, 3 claims, 3 sources"


def test_questions_stand_by_theme_and_those_of_none_last(context: Context) -> None:
    themed = {"who-lit-the-fire": "quarrel", "when-founded": "origins"}
    made = {one.id: one.model_copy(update={"theme": themed.get(one.id)}) for one in context.corpus.of(Question)}
    groups = questions_list(context_of(with_records(context.corpus, {**context.corpus.records, **made})))
    assert [(one.id, one.title, [card.link.id for card in one.cards]) for one in groups] == [
        ("origins", "Origins", ["when-founded"]),
        ("quarrel", "The quarrel", ["who-lit-the-fire"]),
        ("", "Other questions", ["how-many-keepers"]),
    ]


def test_questions_without_any_theme_need_no_heading(context: Context) -> None:
    (group,) = questions_list(context)
    assert (group.id, group.title, len(group.cards)) == ("", "", 3)


def test_sources_tell_who_published_them_and_how_much_of_them_is_here(context: Context) -> None:
    rows = {one.link.id: one for one in sources_list(context).rows}
    board, quay = rows["board-1934"], rows["quay-2002"]
    assert (quay.published_by, quay.container, quay.counted) == (
        "Juno Quay",
        "Saltmouth Notebook",
        "3 paragraphs, 5 claims",
    )
    assert (board.published_by, board.container) == ("Harbour Board of Brisa", "")
    assert quay.issued is not None
    assert quay.issued.edtf == "2002-03-09"
    assert words(quay.perspective).startswith("Juno Quay reads the ledgers")


def test_the_lists_of_a_dossier_without_records_are_empty() -> None:
    empty = context_of(link({}, [], Listed(), Listed()))
    made = (actors_list, places_list, events_list, questions_list)
    assert [list_of(empty) for list_of in made] == [()] * len(made)
    assert claims_list(empty).groups == ()
    assert sources_list(empty).rows == ()
