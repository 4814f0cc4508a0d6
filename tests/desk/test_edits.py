from __future__ import annotations

import difflib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dossier.desk import edits
from dossier.desk.claim_form import ClaimForm, claim_form
from dossier.desk.new_ids import free_key, proposed_key
from dossier.desk.new_positions import NewPosition
from dossier.desk.sent import FormError
from dossier.desk.workplace import Loaded, Workplace
from dossier.editing.draft import Draft
from dossier.problems import ProblemsFound

CLAIMS = "data/claims/tarn-1931.yaml"
ARTICLE = "docs/sources/tarn-1931.md"
SENT: dict[str, Any] = {
    "source": "tarn-1931",
    "text": "The guild was the Brotherhood of the Wick.",
    "kind": "fact",
    "certainty": "stated",
    "paragraphs": [1],
    "anchor": {"from": "Before they were", "to": "of the Wick"},
    "about": ["lamp-guild"],
}


@pytest.fixture
def draft(root: Path) -> Draft:
    return Draft(root)


def form(**change: Any) -> ClaimForm:
    return claim_form({**SENT, **change})


def told(draft: Draft, root: Path, file: str) -> list[str]:
    """The lines that are other than on the disk."""
    before = (root / file).read_text("utf-8") if (root / file).is_file() else ""
    return [
        line
        for line in difflib.unified_diff(before.split("\n"), draft.text(file).split("\n"), n=0, lineterm="")
        if not line.startswith(("---", "+++", "@@"))
    ]


def test_a_new_claim_stands_in_reading_order_under_the_next_id(draft: Draft, loaded: Loaded, root: Path) -> None:
    assert edits.put_claim(draft, loaded, form()) == "tarn-1931-c08"
    assert told(draft, root, CLAIMS) == [
        "+- id: tarn-1931-c08",
        "+  text: The guild was the Brotherhood of the Wick.",
        "+  kind: fact",
        "+  certainty: stated",
        "+  paragraphs: [1]",
        '+  anchor: {from: "Before they were", to: "of the Wick"}',
        "+  about: [lamp-guild]",
    ]
    text = draft.text(CLAIMS)
    assert text.index("c01") < text.index("c08") < text.index("c02")


def test_nothing_but_the_files_of_the_claim_changes(draft: Draft, loaded: Loaded) -> None:
    edits.put_claim(draft, loaded, form())
    assert set(draft.changes.files) == {CLAIMS}


def test_comments_stay_and_a_changed_claim_changes_by_its_lines_alone(draft: Draft, loaded: Loaded, root: Path) -> None:
    text = (root / CLAIMS).read_text("utf-8").replace("- id: tarn-1931-c02", "# a note\n- id: tarn-1931-c02", 1)
    (root / CLAIMS).write_text(text, "utf-8")
    claim = loaded.corpus.origins["tarn-1931-c02"].node.plain()
    changed = {**claim, "source": "tarn-1931", "certainty": "stated", "answers": ["how-many-keepers#ninety"]}
    edits.put_claim(draft, loaded, claim_form(changed))
    assert told(draft, root, CLAIMS) == ["-  certainty: hedged", "+  certainty: stated"]


def test_a_key_that_is_emptied_goes(draft: Draft, loaded: Loaded, root: Path) -> None:
    claim = loaded.corpus.origins["tarn-1931-c07"].node.plain()
    edits.put_claim(draft, loaded, claim_form({**claim, "source": "tarn-1931", "about": ["keeper-talks"]}))
    assert told(draft, root, CLAIMS) == [
        "-  about: [keeper-talks, lamp-guild, reed-wardens, ada-veyl, saltmouth, brisa]",
        "+  about: [keeper-talks]",
    ]


def test_a_claim_that_went_meanwhile_is_told(draft: Draft, loaded: Loaded) -> None:
    with pytest.raises(ProblemsFound) as found:
        edits.put_claim(draft, loaded, form(id="tarn-1931-c99"))
    assert 'no claim "tarn-1931-c99"' in str(found.value)


def test_the_first_claim_of_a_source_begins_its_file(draft: Draft, loaded: Loaded, root: Path) -> None:
    (root / CLAIMS).unlink()
    edits.put_claim(draft, loaded, form())
    assert draft.text(CLAIMS).startswith("# yaml-language-server: $schema=../schema/claims.json\n- id: tarn-1931-c08")


def test_a_spelling_that_the_source_was_not_noted_for_is_noted_once(place: Workplace, root: Path) -> None:
    board = "data/actors/harbour-board.yaml"
    text = (root / board).read_text("utf-8")
    assert "used_by: [tarn-1931#p2, " in text
    about = ["harbour-board", "reed-wardens"]
    draft = Draft(root)
    edits.put_claim(draft, place.now(), form(paragraphs=[2], about=about))
    assert board not in draft.changes.files
    (root / board).write_text(text.replace("tarn-1931#p2, ", ""), "utf-8")
    draft = Draft(root)
    edits.put_claim(draft, place.now(), form(paragraphs=[2], about=about))
    assert [line for line in told(draft, root, board) if line.startswith("+")] == [
        "+  - {text: Harbour Board, kind: primary, used_by: [board-1934#p1, quay-2002#p1, tarn-1931#p2]}"
    ]


def test_a_position_comes_with_its_first_claim(draft: Draft, loaded: Loaded, root: Path) -> None:
    edits.put_claim(draft, loaded, form(), NewPosition("when-founded", "In 1850."))
    assert told(draft, root, CLAIMS)[-2:] == ["+  answers:", "+    - {question: when-founded, position: in-1850}"]
    assert told(draft, root, "data/questions/when-founded.yaml") == ["+  - id: in-1850", "+    label: In 1850."]
    with pytest.raises(FormError):
        edits.put_claim(draft, loaded, form(), NewPosition("nothing", "In 1850."))


def test_a_claim_that_was_never_published_can_go(draft: Draft, loaded: Loaded) -> None:
    edits.remove_claim(draft, loaded, "tarn-1931-c07")
    assert "c07" not in draft.text(CLAIMS)
    assert "c06" in draft.text(CLAIMS)
    with pytest.raises(FormError):
        edits.remove_claim(draft, loaded, "lamp-guild")


def test_a_paragraph_is_restated_and_all_else_keeps_its_bytes(draft: Draft, loaded: Loaded, root: Path) -> None:
    edits.put_restatement(draft, loaded, "tarn-1931", 4, "\nThey talked for\ntwo years. \n")
    assert told(draft, root, ARTICLE) == [
        "-From 1905 until perhaps 1907 the two sides talked.",
        "+They talked for",
        "+two years.",
    ]


@pytest.mark.parametrize(("number", "text"), [(4, "  "), (4, "One.\n\nTwo."), (9, "One.")])
def test_what_is_no_paragraph_is_refused(draft: Draft, loaded: Loaded, number: int, text: str) -> None:
    with pytest.raises(FormError):
        edits.put_restatement(draft, loaded, "tarn-1931", number, text)


def test_what_is_left_out_is_noted_with_its_reason(draft: Draft, loaded: Loaded, root: Path) -> None:
    edits.leave_out(draft, loaded, "tarn-1931", 1, "Ada", "It is told elsewhere.")
    assert told(draft, root, "data/sources/tarn-1931.yaml") == [
        "+  left_out:",
        "+    - paragraph: 1",
        "+      words: Ada",
        "+      why: It is told elsewhere.",
    ]
    with pytest.raises(FormError):
        edits.leave_out(draft, loaded, "tarn-1931", 1, "Ada", " ")


def test_an_event_joins_what_its_claims_are_about(draft: Draft, loaded: Loaded, root: Path) -> None:
    said = {"title": "The oath", "type": "meeting", "claims": ["tarn-1931-c01"]}
    edits.begin_record(draft, loaded, "event", "the-oath", said)
    assert "about: [lamp-guild, ada-veyl, saltmouth, guild-founding, the-oath]" in "".join(told(draft, root, CLAIMS))
    assert draft.text("data/events/the-oath.yaml").endswith("title: The oath\ntype: meeting\nclaims: [tarn-1931-c01]\n")


@pytest.mark.parametrize(("kind", "key"), [("actor", "lamp-guild"), ("claim", "a"), ("source", "a"), ("ship", "a")])
def test_no_record_is_begun_twice_or_of_another_kind(draft: Draft, loaded: Loaded, kind: str, key: str) -> None:
    with pytest.raises(FormError):
        edits.begin_record(draft, loaded, kind, key, {})


def test_ids_are_made_of_names() -> None:
    make: Callable[[str], str] = proposed_key
    assert make("The Harbour Board’s “Clerk”") == "the-harbour-board-clerk"
    assert make("con") == "con-record"
    assert make("نقابة") == ""
    assert len(make("word " * 40)) <= 60
    assert free_key("In 1850.", {"in-1850"}) == "in-1850-2"
    assert free_key("؟", set()) == "answer"


def test_a_type_that_nothing_has_yet_comes_into_the_vocabulary(draft: Draft, loaded: Loaded) -> None:
    names = [{"text": "Ferry Pier", "kind": "primary"}]
    edits.begin_record(draft, loaded, "place", "ferry-pier", {"type": "landing stage", "names": names})
    assert "type: landing_stage\n" in draft.text("data/places/ferry-pier.yaml")
    assert draft.text("data/vocabulary.yaml") == (
        "# yaml-language-server: $schema=schema/vocabulary.json\n"
        "places:\n"
        "  landing_stage: {one: Landing stage, many: Landing stages}\n"
    )
    assert '"landing_stage"' in draft.text("data/schema/place.json")
    said = {"title": "A wreck", "type": "wreck", "claims": ["tarn-1931-c01"]}
    edits.begin_record(draft, loaded, "event", "a-wreck", said)
    assert "events:\n  wreck: {one: Wreck}\n" in draft.text("data/vocabulary.yaml")


def test_a_type_is_known_by_its_words_too(draft: Draft, loaded: Loaded) -> None:
    names = [{"text": "Ferry Town", "kind": "primary"}]
    edits.begin_record(draft, loaded, "place", "ferry-town", {"type": "City or town", "names": names})
    assert "type: city\n" in draft.text("data/places/ferry-town.yaml")
    assert "data/vocabulary.yaml" not in draft
    with pytest.raises(FormError):
        edits.begin_record(draft, loaded, "place", "other", {"type": "؟", "names": names})
