from __future__ import annotations

from operator import attrgetter, itemgetter
from typing import Any

import pytest

from dossier.corpus.corpus import Corpus
from dossier.exports.all_tables import all_tables, empty_tables
from dossier.exports.dictionary import dictionary
from dossier.exports.paragraphs import paragraphs
from dossier.exports.tables import (
    Column,
    Foreign,
    OwnedItem,
    Table,
    dated,
    each,
    linked,
    numbered,
    optional,
    owner,
    said,
)
from dossier.load import load
from dossier.model.records import MODELS, Actor, Claim, Event, Named, Place, Question, Source
from tests.conftest import Changed
from tests.exports.conftest import BASE
from tests.support.changes import swapped

Tables = dict[str, Table]


def rows(table: Table, *names: str) -> list[tuple[Any, ...]]:
    places = [[column.name for column in table.columns].index(name) for name in names]
    return [tuple(row[place] for place in places) for row in table.rows]


def row(table: Table, key: str) -> dict[str, Any]:
    return next(
        told for told in (dict(zip(_names(table), one, strict=True)) for one in table.rows) if told["id"] == key
    )


def _names(table: Table) -> list[str]:
    return [column.name for column in table.columns]


def test_every_record_is_in_the_table_of_all_and_in_that_of_its_kind(mini: Corpus, tables: Tables) -> None:
    assert rows(tables["records"], "id", "kind") == [(key, one.kind_of_record) for key, one in mini.records.items()]
    for kind, model in MODELS.items():
        assert rows(tables[f"{kind}s"], "id") == [(record.id,) for record in mini.of(model)]


def test_keys_are_unique_and_foreign_keys_lead_somewhere(tables: Tables) -> None:
    for table in tables.values():
        keys = rows(table, *table.key)
        assert len(set(keys)) == len(keys), table.name
        for foreign in table.foreign:
            known = set(rows(tables[foreign.table], *foreign.others))
            used = {values for values in rows(table, *foreign.columns) if None not in values}
            assert used <= known, (table.name, foreign)


def test_required_columns_are_filled_and_closed_lists_kept(tables: Tables) -> None:
    for table in tables.values():
        for column in table.columns:
            values = {value for (value,) in rows(table, column.name)}
            assert not (column.required and None in values), (table.name, column.name)
            assert not column.allowed or values <= {*column.allowed, None}, (table.name, column.name)


def test_every_table_and_column_says_what_it_is(tables: Tables) -> None:
    for table in tables.values():
        assert table.description
        assert all(column.description for column in table.columns), table.name
        assert len(set(_names(table))) == len(table.columns)


def test_a_source_as_a_row(tables: Tables) -> None:
    told = row(tables["sources"], "tarn-1931")
    assert told["container_title"] == "Journal of Invented Islands"
    assert told["published_at"] == "https://example.org/keepers-of-brisa"
    assert told["page"] == "https://lamp.example/sources/tarn-1931/"
    assert (told["issued"], told["issued_earliest"], told["issued_latest"]) == ("1931-05", "1931-05-01", "1931-05-31")
    assert told["perspective"].endswith(
        "She spoke with keepers of the Lamp Guild and saw none of the papers of the Harbour Board."
    )


def test_a_claim_as_a_row(tables: Tables) -> None:
    told = row(tables["claims"], "tarn-1931-c02")
    assert (told["source"], told["number"], told["said_by"]) == ("tarn-1931", 2, None)
    assert (told["passage_from"], told["passage_to"]) == ("some ninety", "lamps")
    assert (told["low"], told["high"], told["unit"], told["approximate"]) == (85, 95, "keepers", True)
    assert (told["as_of_earliest"], told["as_of_latest"], told["date_given"]) == ("1903-01-01", "1903-12-31", None)
    dated_claim = row(tables["claims"], "board-1934-c01")
    assert (dated_claim["date_given"], dated_claim["date_given_latest"], dated_claim["low"]) == ("1911/..", None, None)
    assert row(tables["claims"], "tarn-1931-c06")["said_by"] == "reed-wardens"


def test_a_question_has_its_theme(changed: Changed) -> None:
    root = changed({"data/questions/when-founded.yaml": swapped("kind: date\n", "kind: date\ntheme: origins\n")})
    told = {table.name: table for table in all_tables(load(root), BASE)}
    assert row(told["questions"], "when-founded")["theme"] == "origins"
    assert row(told["questions"], "how-many-keepers")["theme"] is None


def test_other_records_as_rows(tables: Tables) -> None:
    place = row(tables["places"], "north-head")
    assert (place["name"], place["type"], place["lat"], place["precision"]) == ("North Head", "site", -41.437, "site")
    event = row(tables["events"], "great-lamp-fire")
    assert (event["title"], event["standing"], event["summary"]) == ("Fire at the great lamp", "suggested", None)
    question = row(tables["questions"], "how-many-keepers")
    assert question["why_they_differ"] == "Tarn counts who swore the oath; Quay counts who drew a wage."
    assert question["answer_in_short"] == "Tarn gives about ninety, Quay forty or more."
    assert row(tables["actors"], "lamp-guild")["type"] == "organisation"
    assert tables["phases"].rows == (
        (1, "Founding years", "1898/1902", "asserted"),
        (2, "The quarrel", "1904/..", "suggested"),
    )
    assert tables["phase_claims"].rows == (
        (1, 1, "says", "tarn-1931-c01", "asserted"),
        (2, 1, "says", "tarn-1931-c07", "suggested"),
    )
    assert rows(tables["corrections"], "number", "record", "date") == [
        (1, "lamp-guild", "2024-02-01"),
        (2, "fog-bell", "2024-03"),
    ]


def test_names_and_who_uses_them(mini: Corpus, tables: Tables) -> None:
    named = [(r.id, at, n.text, n.kind, n.lang) for r in mini.of(Named) for at, n in enumerate(r.names, 1)]
    assert rows(tables["names"], "record", "number", "text", "kind", "lang") == named
    used = [(r.id, at, use) for r in mini.of(Named) for at, n in enumerate(r.names, 1) for use in n.used_by]
    told = rows(tables["name_uses"], "record", "name", "source", "paragraph")
    assert [(record, name, f"{source}#p{number}") for record, name, source, number in told] == used


def test_relations_and_the_claims_they_rest_on(mini: Corpus, tables: Tables) -> None:
    told = [(a.id, r.type, r.to, r.period and str(r.period)) for a in mini.of(Actor) for r in a.relations]
    assert rows(tables["relations"], "actor", "type", "other", "period") == told
    assert [one for one in tables["relation_claims"].rows if one[0] == "reed-wardens"] == [
        ("reed-wardens", 1, 1, "says", "tarn-1931-c04", "asserted"),
        ("reed-wardens", 1, 2, "denies", "quay-2002-c03", "reported"),
        ("reed-wardens", 2, 1, "says", "board-1934-c03", "reported"),
    ]
    assert [one[1:] for one in rows(tables["relations"], "actor", "past", "standing") if one[0] == "reed-wardens"] == [
        (False, "contested"),
        (False, "reported"),
    ]


def test_when_and_where_events_happened_and_with_whom(tables: Tables) -> None:
    assert [one for one in tables["event_dates"].rows if one[0] == "guild-founding"] == [
        ("guild-founding", 1, "1898~", "1898-01-01", "1898-12-31", None, "asserted"),
        ("guild-founding", 2, "1901", "1901-01-01", "1901-12-31", None, "asserted"),
    ]
    assert ("great-lamp-fire", 1, "north-head", "alleged") in tables["event_places"].rows
    assert [one for one in tables["participants"].rows if one[0] == "great-lamp-fire"] == [
        ("great-lamp-fire", 1, "reed-wardens", "blamed", "alleged"),
        ("great-lamp-fire", 2, "reed-wardens", "denied_by", "asserted"),
        ("great-lamp-fire", 3, "lamp-guild", "victim", "alleged"),
        ("great-lamp-fire", 4, "harbour-board", "responder", "reported"),
    ]


def test_the_claims_behind_an_event_and_how_firmly_each_speaks(tables: Tables) -> None:
    def of(name: str, event: str) -> list[tuple[Any, ...]]:
        return [one[1:] for one in tables[name].rows if one[0] == event]

    assert of("event_claims", "great-lamp-fire") == [
        (1, "says", "tarn-1931-c05", "alleged"),
        (2, "says", "tarn-1931-c06", "rejected"),
        (3, "says", "board-1934-c03", "reported"),
        (4, "says", "quay-2002-c04", "suggested"),
    ]
    assert of("event_date_claims", "guild-founding") == [
        (1, 1, "says", "tarn-1931-c01", "asserted"),
        (1, 2, "says", "board-1934-c02", "reported"),
        (2, 1, "says", "quay-2002-c02", "asserted"),
    ]
    assert of("event_place_claims", "keeper-talks") == [
        (1, 1, "says", "tarn-1931-c07", "suggested"),
        (2, 1, "says", "tarn-1931-c07", "suggested"),
    ]
    assert of("participant_claims", "great-lamp-fire")[:3] == [
        (1, 1, "says", "tarn-1931-c05", "alleged"),
        (1, 2, "denies", "tarn-1931-c06", "rejected"),
        (2, 1, "says", "tarn-1931-c06", "asserted"),
    ]


def test_a_date_that_is_given_loosely_keeps_its_words_and_the_days_that_they_leave(changed: Changed) -> None:
    date = swapped('date: "1901", claims', 'date: "1901", as_given: late 1901, claims')
    value = swapped('value: {date: "1901"}', 'value: {date: "1901", as_given: late 1901}')
    root = changed({"data/events/guild-founding.yaml": date, "data/claims/quay-2002.yaml": value})
    told = {table.name: table for table in all_tables(load(root), BASE)}
    assert ("guild-founding", 2, "1901", "1901-09-01", "1901-12-31", "late 1901", "asserted") in told[
        "event_dates"
    ].rows
    claim = row(told["claims"], "quay-2002-c02")
    assert (claim["as_given"], claim["date_given"], claim["date_given_earliest"]) == ("late 1901", "1901", "1901-09-01")


def test_places_sources_and_relations_have_what_they_may_have(changed: Changed) -> None:
    root = changed(
        {
            "data/places/saltmouth.yaml": swapped("type: city\n", "type: city\ncountry: XX\niso: XX-SM\n"),
            "data/sources/quay-2002.yaml": swapped("label:", "language: en-GB\nlabel:"),
            "data/actors/harbour-board.yaml": swapped("to: brisa-state,", "to: brisa-state, past: true,"),
        }
    )
    told = {table.name: table for table in all_tables(load(root), BASE)}
    assert row(told["places"], "saltmouth")["iso"] == "XX-SM"
    assert row(told["sources"], "quay-2002")["language"] == "en-GB"
    assert ("harbour-board", True) in rows(told["relations"], "actor", "past")


def test_who_says_which_position(tables: Tables) -> None:
    found = [one[1:] for one in tables["position_sources"].rows if one[0] == "who-lit-the-fire"]
    assert found == [
        ("the-wardens", "tarn-1931", "alleged"),
        ("not-the-wardens", "board-1934", "reported"),
        ("not-the-wardens", "tarn-1931", "rejected"),
        ("nobody", "quay-2002", "suggested"),
    ]
    assert "standing" not in _names(tables["positions"])
    assert rows(tables["answers"], "claim", "standing").count(("tarn-1931-c06", "rejected")) == 1


def test_the_words_in_which_people_ask(tables: Tables) -> None:
    assert tables["question_wordings"].rows == (
        ("how-many-keepers", 1, "How big was the guild?"),
        ("how-many-keepers", 2, "Number of lamp keepers"),
    )


def test_the_types_are_told_in_words(mini: Corpus, tables: Tables) -> None:
    found = {one[:2]: one[2:] for one in tables["types"].rows}
    assert found["relation", "leads"] == ("leads", "led", "Belonging and leadership")
    assert found["role", "blamed"] == ("is blamed for it", None, None)
    assert found["place", "city"] == ("City or town", None, None)
    assert {(kind, one) for kind, one in found if kind == "actor"} == {("actor", one) for one in mini.types.actors}


@pytest.mark.parametrize(
    ("name", "model", "field", "column"),
    [
        ("source_derivations", Source, "derives_from", "derives_from"),
        ("place_within", Place, "within", "within"),
        ("event_claims", Event, "claims", "claim"),
        ("question_about", Question, "about", "record"),
        ("claim_about", Claim, "about", "record"),
        ("claim_paragraphs", Claim, "paragraphs", "paragraph"),
    ],
)
def test_lists_of_ids(mini: Corpus, tables: Tables, name: str, model: Any, field: str, column: str) -> None:
    expected = [(record.id, value) for record in mini.of(model) for value in getattr(record, field)]
    assert expected
    assert rows(tables[name], model.kind_of_record, column) == expected


def test_authors_participants_positions_and_answers(mini: Corpus, tables: Tables) -> None:
    assert rows(tables["source_authors"], "source", "family", "given", "literal") == [
        (s.id, a.family, a.given, a.literal) for s in mini.of(Source) for a in s.author
    ]
    assert rows(tables["participants"], "event", "actor", "role") == [
        (e.id, p.actor, p.role) for e in mini.of(Event) for p in e.participants
    ]
    assert rows(tables["positions"], "question", "position", "number") == [
        (q.id, p.id, at) for q in mini.of(Question) for at, p in enumerate(q.positions, 1)
    ]
    assert rows(tables["answers"], "claim", "question", "position") == [
        (c.id, a.question, a.position) for c in mini.of(Claim) for a in c.answers
    ]


def test_links_between_claims(mini: Corpus, tables: Tables) -> None:
    expected = {
        (claim.id, field, other)
        for claim in mini.of(Claim)
        for field in ("disputes", "supports", "repeats")
        for other in getattr(claim, field)
    }
    assert {field for _, field, _ in expected} == {"disputes", "supports", "repeats"}
    assert set(rows(tables["claim_links"], "claim", "type", "other")) == expected


def test_what_prose_cites_stays_known(tables: Tables) -> None:
    cited = rows(tables["citations"], "record", "number", "field", "claim")
    assert [one for one in cited if one[0] == "lamp-guild"] == [
        ("lamp-guild", 1, "summary", "tarn-1931-c01"),
        ("lamp-guild", 2, "summary", "tarn-1931-c02"),
        ("lamp-guild", 3, "summary", "quay-2002-c01"),
    ]


def test_paragraphs_have_addresses(mini: Corpus, tables: Tables) -> None:
    told = rows(tables["paragraphs"], "source", "number", "text", "page")
    assert told == [(p.source, p.number, p.text, f"{BASE}sources/{p.source}/#p{p.number}") for p in paragraphs(mini)]


def test_without_an_address_of_the_site_pages_are_found_from_the_folder(mini: Corpus) -> None:
    assert rows(all_tables(mini, "")[0], "page")[0][0].startswith("../")


def test_empty_tables_have_the_same_columns(tables: Tables) -> None:
    empty = empty_tables()
    assert {one.name: _names(one) for one in empty} == {name: _names(one) for name, one in tables.items()}
    assert all(one.rows == () for one in empty)


def test_columns_take_their_meaning_from_the_model(mini: Corpus) -> None:
    entry = dictionary()["Coordinates"]
    column = said(entry, "lat", at="coordinates", name="north")
    assert (column.name, column.type, column.required) == ("north", "number", True)
    assert column.description == entry.fields["lat"].description
    assert not optional(column).required
    assert column.value(mini.records["north-head"]) == -41.437
    assert column.value(Place(id="x", type="site", names=mini.of(Place)[0].names)) is None


def test_dates_have_the_days_they_can_mean(mini: Corpus) -> None:
    text, first, last = dated(Column("date", "string", "When.", attrgetter("period")))
    phase = mini.phases.items[1]
    assert (str(text.value(phase)), first.value(phase), last.value(phase)) == ("1904/..", "1904-01-01", None)
    assert (first.name, last.name, first.type) == ("date_earliest", "date_latest", "date")


def test_items_are_numbered_within_their_owner(mini: Corpus) -> None:
    actor = mini.actor("ada-veyl")
    items = list(each([actor, actor], "names"))
    assert [(item.owner, item.number) for item in items] == [(actor, 1), (actor, 2)] * 2
    assert numbered().value(items[1]) == 2
    assert owner("actor", "The actor.", "actors").value(items[0]) == "ada-veyl"
    told = linked(dictionary()["Place"], "within", "inside", "places")
    assert (told.value(OwnedItem(None, 1, "x")), told.table, told.name) == ("x", "places", "inside")


def test_a_table_knows_all_its_foreign_keys_and_writes_plain_values() -> None:
    columns = (Column("a", "string", "A.", itemgetter(0), table="others"), Column("b", "number", "B.", itemgetter(1)))
    both = Foreign(("a", "b"), "pairs", ("x", "y"))
    made = Table.of("name", "What.", columns, ("a",), [("x", 3.0), ("y", 2.5)], (both,))
    assert made.foreign == (Foreign(("a",), "others", ("id",)), both)
    assert made.rows == (("x", 3), ("y", 2.5))
    assert isinstance(made.rows[0][1], int)
