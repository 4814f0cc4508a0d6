from __future__ import annotations

from typing import Any

import pytest

from dossier.corpus.corpus import Corpus
from dossier.editions.difference import REFERENCES, Difference, compared, differences, moved
from dossier.editions.formats import FORMAT
from dossier.editions.state import Edition, State, StateEntry
from dossier.model.records import Redirect

MOVES = {"wicks": "lamp-guild", "a-c01": "b-c02"}


def state(fields: dict[str, Any], kind: str = "claim", **headings: str) -> State:
    """An edition of today in which the record ``x`` has these fields, and others have headings alone."""
    entries = {"x": StateEntry(kind=kind, heading="X", address="x/", fields=fields)}
    entries |= {key: StateEntry(kind="actor", heading=words, address="", fields={}) for key, words in headings.items()}
    redirects = {old: Redirect(id=old, kind="actor", to=new, reason="merged", why="So.") for old, new in MOVES.items()}
    return State(
        edition=Edition("1", "2024-01-01"),
        entries=entries,
        redirects=redirects,
        corrections=(),
        addresses=(),
        format=FORMAT,
    )


def found(old: dict[str, Any], new: dict[str, Any], kind: str = "claim", **headings: str) -> list[tuple[str, str, str]]:
    pairs = differences(state(old, kind, **headings), state(new, kind, **headings), "x", "x")
    return [(one.label, one.before, one.after) for one in pairs]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ({"text": "One."}, {"text": "One."}, []),
        ({"text": "One."}, {"text": "Two."}, [("text", "One.", "Two.")]),
        ({}, {"as_of": "1903"}, [("as of", "", "1903")]),
        ({"note": "Gone."}, {}, [("note", "Gone.", "")]),
        ({"said_by": "guild"}, {"said_by": "board"}, [("said by", "The Guild", "board")]),
        ({"certainty": "stated"}, {"certainty": "hedged"}, [("certainty", "stated outright", "hedged")]),
        ({"kind": "fact"}, {"kind": "figure"}, [("kind", "Statement of fact", "Figure")]),
        ({}, {"used_by": ["guild#p4"]}, [("used in", "", "The Guild, paragraph 4")]),
        ({"as_given": "late 1903"}, {}, [("as the source puts it", "late 1903", "")]),
        (
            {"dated": [{"date": "1903", "claims": ["guild"]}]},
            {"dated": [{"date": "1903", "as_given": "late 1903", "claims": ["guild"]}]},
            [
                (
                    "date",
                    "date: 1903, claims: The Guild",
                    "date: 1903, as the source puts it: late 1903, claims: The Guild",
                )
            ],
        ),
        ({"paragraphs": [2, 3]}, {"paragraphs": [3, 2]}, [("paragraphs", "2\n3", "3\n2")]),
        ({"about": ["guild", "a"]}, {"about": ["a", "guild"]}, []),
        ({"about": ["guild", "a"]}, {"about": ["a"]}, [("about", "The Guild", "")]),
        ({}, {"about": ["guild", "a"]}, [("about", "", "The Guild\na")]),
        (
            {"value": {"low": 85.0, "unit": "keepers", "approximate": True}},
            {"value": {"low": 1200.5, "unit": "keepers"}},
            [("value", "low: 85, unit: keepers, approximate: true", "low: 1,200.5, unit: keepers")],
        ),
    ],
)
def test_fields_in_words(old: dict[str, Any], new: dict[str, Any], expected: list[tuple[str, str, str]]) -> None:
    assert found(old, new, guild="The Guild") == expected


def test_the_kind_of_a_question_is_told_in_words() -> None:
    assert found({"kind": "exclusive"}, {"kind": "facets"}, "question") == [
        ("kind", "Answers that pull apart", "Answers that add to each other")
    ]


def test_prose_is_shown_as_it_is_read() -> None:
    old, new = "The [[guild]] kept it [@a-c09].", "The [[guild|wicks]] kept it [@a-c09]."
    assert found({"summary": old}, {"summary": new}, "actor", guild="Guild") == [
        ("summary", "The Guild kept it.", "The wicks kept it.")
    ]


def test_where_it_reads_the_same_its_marks_are_shown() -> None:
    old, new = "It burned [@a-c08].", "It burned [@a-c09]."
    assert found({"summary": old}, {"summary": new}, "actor") == [("summary", old, new)]
    assert found({"about": ["one"]}, {"about": ["two"]}, one="Lamp", two="Lamp") == [("about", "one", "two")]


def test_a_text_is_compared_paragraph_by_paragraph() -> None:
    old, new = ["One.", "Two.", "Three."], ["One.", "2.", "Three.", "Four."]
    expected = [("words", "Two.", "2."), ("words", "", "Four.")]
    assert found({"words": old}, {"words": new}, "page") == expected


def test_that_what_is_named_has_moved_is_no_difference() -> None:
    old = {"about": ["wicks"], "summary": "[[wicks]] and [[wicks|the wicks]] [@a-c01;@a-c02]"}
    new = {"about": ["lamp-guild"], "summary": "[[lamp-guild]] and [[lamp-guild|the wicks]] [@b-c02;@a-c02]"}
    assert found(old, new) == []


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("to", "wicks", "lamp-guild"),
        ("used_by", ["wicks#p3", "wicks"], ["lamp-guild#p3", "lamp-guild"]),
        ("placed", [{"place": "wicks", "claims": ["a-c01"]}], [{"place": "lamp-guild", "claims": ["b-c02"]}]),
        ("relations", [{"type": "fights", "to": "wicks"}], [{"type": "fights", "to": "lamp-guild"}]),
        ("anchor", {"from": "the", "to": "wicks"}, {"from": "the", "to": "wicks"}),
        ("text", "wicks", "wicks"),
        ("text", "[[oil|wicks]]", "[[oil|wicks]]"),
        ("low", 4.0, 4.0),
    ],
)
def test_only_references_move(field: str, value: Any, expected: Any) -> None:
    assert moved(value, field, MOVES) == expected


def test_every_key_that_names_a_record_is_known(mini: Corpus) -> None:
    paths = [reference.path for record in mini.records.values() for reference in record.references()]
    named = {next(step for step in reversed(path) if isinstance(step, str)) for path in paths}
    assert named == REFERENCES


def test_which_words_the_other_side_lacks() -> None:
    before, after = compared(Difference("text", "price of oil.", "price of lamp oil."))
    assert "".join(words for words, _ in before) == "price of oil."
    assert "".join(words for words, _ in after) == "price of lamp oil."
    assert [words.strip() for words, differs in after if differs] == ["lamp"]
    assert not [words for words, differs in before if differs]
    assert compared(Difference("text", "", "All."))[1] == [("All.", True)]
