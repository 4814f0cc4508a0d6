"""States that an older program wrote, beside those of today."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dossier.corpus.corpus import Corpus
from dossier.editions.difference import Difference
from dossier.editions.formats import FORMAT, comparable, in_todays_shape
from dossier.editions.history import Change, changes
from dossier.editions.publishing import publish
from dossier.editions.state import Edition, EditionError, State, read_states, state_of
from dossier.load import load
from dossier.model.records import Named
from tests.conftest import Changed
from tests.editions.test_publishing import small
from tests.support.changes import added, swapped
from tests.support.paths import TESTS

# The invented dossier as it was in format 1, written by the program of that time.
OLD = TESTS / "editions/states/format-1.json"
ONE, TWO = Edition("2024.1", "2024-04-01"), Edition("2024.2", "2024-05-10")
# What these say has stayed the same since.
UNCHANGED = {"great-lamp-fire", "keeper-talks", "who-lit-the-fire", "when-founded"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder into which the old state was published."""
    (tmp_path / "out/2024.1/data").mkdir(parents=True)
    (tmp_path / "out/2024.1/data/edition.json").write_bytes(OLD.read_bytes())
    (tmp_path / "out/editions.json").write_text(json.dumps([{"name": ONE.name, "date": ONE.date, "changed": []}]))
    return tmp_path / "out"


@pytest.fixture
def old(folder: Path) -> State:
    (state,) = read_states(folder)
    return state


def found(old: State, corpus: Corpus) -> dict[str, Change]:
    return {change.record: change for change in changes(old, state_of(corpus, TWO))}


def test_the_stored_state_is_of_the_old_shape() -> None:
    told = json.loads(OLD.read_text("utf-8"))
    assert "format" not in told
    assert told["entries"]["great-lamp-fire"]["fields"].keys() >= {"date", "places", "actors"}
    assert told["entries"]["lamp-guild"]["fields"]["names"][0]["used_by"] == ["tarn-1931", "quay-2002"]
    assert told["entries"]["who-lit-the-fire"]["fields"]["kind"] == "position"


def test_an_old_state_is_read_under_the_keys_of_today(old: State) -> None:
    assert old.format == 1
    event = old.entries["keeper-talks"].fields
    assert event.keys().isdisjoint({"date", "places", "actors"})
    assert event["dated"] == [{"date": "1905/1907?"}]
    assert event["placed"] == [{"place": "saltmouth"}, {"place": "brisa"}]
    assert event["participants"][2] == {"actor": "ada-veyl", "role": "speaker"}


def test_a_state_says_its_format(mini: Corpus) -> None:
    assert state_of(mini, ONE).format == FORMAT


def test_what_only_has_another_shape_has_not_changed(old: State, mini: Corpus) -> None:
    unchanged = UNCHANGED | {record.id for record in mini.of(Named) if not record.identifiers}
    assert found(old, mini).keys().isdisjoint(unchanged)


def test_what_is_said_otherwise_since_has_changed(old: State, mini: Corpus) -> None:
    assert found(old, mini)["guild-founding"].differences == (Difference("dated", "", "date: 1901"),)


@pytest.mark.parametrize(
    ("record", "change", "expected"),
    [
        (
            "events/great-lamp-fire",
            swapped('"1903-11-XX"', '"1903-11"'),
            Difference("dated", "date: 1903-11-XX", "date: 1903-11"),
        ),
        (
            "events/great-lamp-fire",
            swapped("role: responder", "role: subject"),
            Difference("participants", "actor: Harbour Board, role: responder", "actor: Harbour Board, role: subject"),
        ),
        (
            "events/keeper-talks",
            swapped("  - {place: brisa, claims: [tarn-1931-c07]}\n", ""),
            Difference("placed", "place: Brisa", ""),
        ),
        ("questions/who-lit-the-fire", swapped("exclusive", "quantity"), Difference("kind", "position", "How many")),
    ],
)
def test_a_change_is_told_in_the_words_that_both_could_say(
    old: State, changed: Changed, record: str, change: Any, expected: Difference
) -> None:
    corpus = load(changed({f"data/{record}.yaml": change}))
    assert found(old, corpus)[record.partition("/")[2]].differences == (expected,)


def test_a_use_of_a_name_in_a_source_that_was_not_named_is_a_change(old: State, changed: Changed) -> None:
    root = changed({"data/places/north-head.yaml": swapped("tarn-1931#p3", "tarn-1931#p3, quay-2002#p2")})
    assert found(old, load(root))["north-head"].fields == ["names"]


# A page of the program that an edition of that time lists stands elsewhere today.
MOVED = "- {from: positions/, title: Who holds what, to: compare/, reason: moved, why: It shows more.}\n"
REASONS = "".join(
    f'- {{date: "2024-05-01", record: {key}, changed: It says more., why: The article does., }}\n'
    for key in ("tarn-1931-c05", "tarn-1931-c07", "board-1934-c03")
)


def test_an_edition_follows_one_of_the_old_format(folder: Path, changed: Changed) -> None:
    changes = {"data/corrections.yaml": added(REASONS), "data/redirects.yaml": added(MOVED)}
    step = publish(changed(changes), folder, TWO, small)
    assert (step.before, step.edition) == (ONE, TWO)
    assert {change.record for change in step.changes}.isdisjoint(UNCHANGED)
    assert [state.format for state in read_states(folder)] == [1, FORMAT]


def test_a_state_of_a_later_format_is_not_read(folder: Path) -> None:
    path = folder / "2024.1/data/edition.json"
    path.write_text(json.dumps({**json.loads(path.read_text("utf-8")), "format": FORMAT + 1}), "utf-8")
    with pytest.raises(EditionError, match=f"is of format {FORMAT + 1}, which a newer program wrote"):
        read_states(folder)


def test_denials_are_among_the_claims_that_told_of_an_event_before() -> None:
    before, after = {"claims": ["a", "b"]}, {"claims": ["a"], "denied_by": ["b"]}
    assert comparable("event", before, after, 1) == (before, {"claims": ["a", "b"]})
    assert comparable("event", before, after, FORMAT) == (before, after)


def test_of_two_states_of_today_the_claims_are_compared() -> None:
    before, after = ({"dated": [{"date": "1901", "claims": [one]}]} for one in "ab")
    assert comparable("event", before, after, FORMAT) == (before, after)
    assert in_todays_shape("claim", {"date": "1901"}) == {"date": "1901"}
