from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from dossier.corpus.corpus import Corpus
from dossier.editions.state import Edition
from dossier.exports.all_tables import all_tables
from dossier.exports.sqlite import database
from dossier.exports.tables import Table
from dossier.model.records import Claim, Event, Named
from tests.exports.conftest import BASE

Connection = sqlite3.Connection


@pytest.fixture
def opened(data: Path) -> Iterator[Connection]:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize((data / "dossier.sqlite").read_bytes())
        yield connection


def test_the_database_is_whole_and_its_keys_hold(opened: Connection) -> None:
    assert opened.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert opened.execute("PRAGMA foreign_key_check").fetchall() == []


def test_every_table_is_read_back_as_it_was(opened: Connection, tables: dict[str, Table]) -> None:
    for name, table in tables.items():
        assert opened.execute(f'SELECT * FROM "{name}" ORDER BY rowid').fetchall() == list(table.rows), name  # noqa: S608
        keys = {row[3] for row in opened.execute(f"PRAGMA foreign_key_list({name})")}
        assert keys == {column for foreign in table.foreign for column in foreign.columns}


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO claim_about VALUES ('tarn-1931-c01', 99, 'no-such-record')",
        "UPDATE answers SET position = 'no-such-position'",
        "DELETE FROM sources WHERE id = 'tarn-1931'",
        "UPDATE claims SET certainty = 'sure'",
        "UPDATE claims SET text = NULL",
        "INSERT INTO claims SELECT * FROM claims",
    ],
)
def test_the_database_refuses_what_breaks_its_rules(opened: Connection, statement: str) -> None:
    opened.execute("PRAGMA foreign_keys = ON")
    with pytest.raises(sqlite3.IntegrityError):
        opened.execute(statement)


def test_every_foreign_key_has_an_index(opened: Connection, tables: dict[str, Table]) -> None:
    for name, table in tables.items():
        indexes = [row[1] for row in opened.execute(f"PRAGMA index_list({name})")]
        led = [tuple(row[2] for row in opened.execute(f"PRAGMA index_info({index})")) for index in indexes]
        for foreign in table.foreign:
            assert any(columns[: len(foreign.columns)] == foreign.columns for columns in led), (name, foreign)


def test_it_says_its_licence_and_edition(opened: Connection) -> None:
    about = dict(opened.execute("SELECT key, value FROM about"))
    assert (about["title"], about["url"]) == ("Lamp Dossier", BASE)
    assert (about["edition"], about["edition_date"]) == ("2024.1", "2024-03-01")
    assert about["licence_spdx"] == "CC-BY-4.0"


def test_claims_are_found_by_their_words(opened: Connection) -> None:
    found = opened.execute(
        "SELECT claims.id FROM claims_search JOIN claims ON claims.rowid = claims_search.rowid"
        " WHERE claims_search MATCH 'founding AND guild' ORDER BY claims.id"
    ).fetchall()
    assert found == [("board-1934-c02",), ("quay-2002-c02",), ("tarn-1931-c01",)]


def test_paragraphs_are_found_by_their_words(opened: Connection) -> None:
    found = opened.execute(
        "SELECT source, number FROM paragraphs_search JOIN paragraphs ON paragraphs.rowid = paragraphs_search.rowid"
        " WHERE paragraphs_search MATCH '\"great lamp\"'"
    ).fetchall()
    assert ("tarn-1931", 3) in found


@pytest.mark.parametrize("name", ["claims", "paragraphs"])
def test_datasette_knows_that_the_table_has_a_search(opened: Connection, name: str) -> None:
    """The question that Datasette asks of a database."""
    pattern = f'%VIRTUAL TABLE%USING FTS%content="{name}"%'
    found = opened.execute("SELECT name FROM sqlite_master WHERE rootpage = 0 AND sql LIKE ?", (pattern,)).fetchall()
    assert found == [(f"{name}_search",)]


@pytest.mark.parametrize("name", ["claims_search", "paragraphs_search"])
def test_the_search_fits_its_table_also_after_it_was_compacted(opened: Connection, name: str) -> None:
    opened.isolation_level = None
    opened.execute("VACUUM")
    opened.execute(f"INSERT INTO {name} ({name}, rank) VALUES ('integrity-check', 1)")  # noqa: S608


def test_claims_of_a_source_in_order(opened: Connection, mini: Corpus) -> None:
    found = opened.execute("SELECT source, claim FROM claims_in_order").fetchall()
    sources = sorted({claim.source for claim in mini.of(Claim)})
    assert found == [(source, claim.id) for source in sources for claim in mini.claims_of(source)]
    row = opened.execute(
        "SELECT source_label, number, said_by, paragraphs FROM claims_in_order WHERE claim = 'tarn-1931-c04'"
    ).fetchone()
    assert row == ("Tarn 1931", 4, "Tarn 1931", "2, 3")


def test_positions_on_a_question_with_who_says_so_and_when(opened: Connection) -> None:
    found = opened.execute(
        "SELECT position, claim, said_by, standing, issued FROM positions_taken WHERE question = 'who-lit-the-fire'"
    ).fetchall()
    assert found == [
        ("the-wardens", "tarn-1931-c05", "Lamp Guild", "alleged", "1931-05"),
        ("not-the-wardens", "tarn-1931-c06", "Reed Wardens", "rejected", "1931-05"),
        ("not-the-wardens", "board-1934-c03", "Harbour Board", "reported", "1934?"),
        ("nobody", "quay-2002-c04", "Quay 2002", "suggested", "2002-03-09"),
    ]


def test_what_disputes_what(opened: Connection, mini: Corpus) -> None:
    found = set(opened.execute("SELECT claim, disputed_claim FROM disputes"))
    assert found == {(claim.id, other) for claim in mini.of(Claim) for other in claim.disputes}
    row = opened.execute("SELECT said_by, disputed_said_by FROM disputes WHERE claim = 'tarn-1931-c06'").fetchone()
    assert row == ("Reed Wardens", "Lamp Guild")


def test_names_lead_to_records(opened: Connection, mini: Corpus) -> None:
    found = set(opened.execute("SELECT name, record FROM names_to_records"))
    assert found == {(name.text, record.id) for record in mini.of(Named) for name in record.names}
    row = opened.execute("SELECT record_kind, heading, used_by FROM names_to_records WHERE name = 'LG'").fetchone()
    assert row == ("actor", "Lamp Guild", "board-1934")


def test_events_in_time(opened: Connection, mini: Corpus) -> None:
    found = opened.execute("SELECT event, dates, standing, places, actors FROM events_in_time").fetchall()
    assert [row[0] for row in found] == [event.id for event in mini.in_time(mini.of(Event))]
    assert found[0][:3] == ("guild-founding", "1898~ or 1901", "asserted")
    assert found[1][3:] == (
        "North Head (alleged)",
        "Reed Wardens (blamed) (alleged); Reed Wardens (denied_by); Lamp Guild (victim) (alleged);"
        " Harbour Board (responder)",
    )
    assert found[2] == (
        "keeper-talks",
        "1905/1907?",
        "suggested",
        "Saltmouth; Brisa",
        "Lamp Guild (participant); Reed Wardens (participant); Ada Veyl (speaker)",
    )


def test_every_statement_in_words_with_its_standing(opened: Connection, tables: dict[str, Table]) -> None:
    found = opened.execute("SELECT * FROM statements").fetchall()
    parts = ("relations", "events", "event_dates", "event_places", "participants", "positions", "phases")
    assert len(found) == sum(len(tables[name].rows) for name in parts)
    assert all(row[3] for row in found)
    told = {row[:3]: row[3:] for row in found}
    split = "Reed Wardens split from Lamp Guild (1902~/1905)"
    assert told["relation", "reed-wardens", 1] == (split, "contested", "Tarn 1931", "Quay 2002")
    assert told["relation", "ada-veyl", 1][0] == "Ada Veyl led Lamp Guild (1899/1911)"
    assert told["relation", "lamp-guild", 1][0] == "Lamp Guild rival of Harbour Board (1903/..)"
    fire = "It happened: Fire at the great lamp"
    assert told["event", "great-lamp-fire", 1] == (fire, "suggested", "Harbour Board 1934; Quay 2002; Tarn 1931", None)
    assert told["date", "great-lamp-fire", 1] == ("Fire at the great lamp: 1903-11-XX", "alleged", "Tarn 1931", None)
    assert told["place", "keeper-talks", 2][0] == "Talks between guild and wardens: at Brisa"
    assert told["participant", "great-lamp-fire", 1][0] == "Fire at the great lamp: Reed Wardens is blamed for it"
    position = "Who lit the fire at the great lamp? The wardens did not light it"
    assert told["position", "who-lit-the-fire", 2] == (position, None, "Harbour Board 1934", "Tarn 1931")
    assert told["phase", None, 1] == ("Founding years (1898/1902)", "asserted", "Tarn 1931", None)


def test_what_every_source_disputes_is_marked_or_left_out(disputed: Corpus, edition: Edition) -> None:
    content = database(all_tables(disputed, BASE), base_url=BASE, site_name="Lamps", edition=edition)
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(content)
        of = "FROM statements WHERE record = 'keeper-talks'"
        found = connection.execute(f"SELECT standing, said_by, disputed_or_denied_by, words {of}").fetchall()
        assert {row[:3] for row in found} == {("rejected", None, "Tarn 1931")}
        assert all(row[3].startswith("Rejected by every source that tells of it: ") for row in found)
        assert connection.execute("SELECT count(*) FROM events_in_time WHERE event = 'keeper-talks'").fetchone() == (0,)
        voices = "SELECT DISTINCT stance, standing FROM event_place_claims WHERE event = 'keeper-talks'"
        assert connection.execute(voices).fetchall() == [("says", "rejected")]


def test_a_database_refuses_a_use_of_a_name_in_no_paragraph(opened: Connection) -> None:
    opened.execute("PRAGMA foreign_keys = ON")
    with pytest.raises(sqlite3.IntegrityError):
        opened.execute("UPDATE name_uses SET paragraph = 99 WHERE record = 'lamp-guild'")


def test_the_same_dossier_gives_the_same_bytes(mini: Corpus, edition: Edition, data: Path) -> None:
    again = database(all_tables(mini, BASE), base_url=BASE, site_name="Lamp Dossier", edition=edition)
    assert again == (data / "dossier.sqlite").read_bytes()
