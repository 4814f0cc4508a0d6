from __future__ import annotations

from pathlib import Path

import pytest

from dossier.editing.joined_lists import joined_ids, joined_statements, repeated_ids
from dossier.editing.named_ids import RefusedError
from dossier.editing.yaml_document import Insert, Put, Remove
from dossier.load import load
from dossier.model.records import Event, Question
from tests.conftest import Changed
from tests.support.changes import added, swapped
from tests.support.files import snapshot
from tests.support.moves import WHY, merged

GUILD = "data/actors/lamp-guild.yaml"


@pytest.fixture
def root(changed: Changed) -> Path:
    return changed({})


def test_identifiers_are_joined_register_by_register(changed: Changed) -> None:
    root = changed({"data/actors/reed-wardens.yaml": added('identifiers: {wikidata: Q99999999903, viaf: "7"}\n')})
    told = merged(root, "reed-wardens", "lamp-guild")
    guild = load(root).actor("lamp-guild").identifiers
    assert guild is not None
    assert (guild.wikidata, guild.viaf, guild.others[0].identifier) == ("Q99999999902", "7", "G-7")
    assert "lamp-guild, identifiers: took over viaf 7." in told
    assert "lamp-guild, identifiers: wikidata stays Q99999999902; left out Q99999999903." in told


def test_a_record_without_identifiers_takes_over_those_of_the_other(root: Path) -> None:
    told = merged(root, "lamp-guild", "reed-wardens")
    wardens = load(root).actor("reed-wardens").identifiers
    assert wardens is not None
    assert (wardens.wikidata, wardens.others[0].name) == ("Q99999999902", "Register of Guilds")
    assert "reed-wardens, identifiers: took over others Register of Guilds G-7." in told


def test_an_actor_takes_over_names_relations_and_all_that_names_the_other(root: Path) -> None:
    told = merged(root, "reed-wardens", "lamp-guild")
    corpus = load(root)
    guild = corpus.actor("lamp-guild")
    assert "reed-wardens" not in corpus.records
    redirect = corpus.redirects["reed-wardens"]
    assert (redirect.to, redirect.reason, redirect.heading, redirect.why) == (
        "lamp-guild",
        "merged",
        "Reed Wardens",
        WHY,
    )
    name = next(name for name in guild.names if name.text == "Reed Wardens")
    assert (name.kind, name.used_by) == ("alias", ("tarn-1931#p3", "board-1934#p1"))
    assert [(one.type, one.to) for one in guild.relations] == [
        ("rival_of", "harbour-board"),
        ("allied_with", "harbour-board"),
    ]
    talks = corpus.records["keeper-talks"]
    assert isinstance(talks, Event)
    assert [(one.actor, one.role) for one in talks.participants] == [
        ("lamp-guild", "participant"),
        ("ada-veyl", "speaker"),
    ]
    assert corpus.claim("tarn-1931-c04").about == ("lamp-guild",)
    assert corpus.claim("tarn-1931-c06").said_by == "lamp-guild"
    for line in (
        "The actor reed-wardens (“Reed Wardens”) is merged into lamp-guild (“Lamp Guild”).",
        "lamp-guild, names: took over “Reed Wardens”, which was the primary name, as alias.",
        "lamp-guild, relations: took over type allied_with, to harbour-board, period ../1911.",
        "lamp-guild, relations: left out type split_from, to lamp-guild, period 1902~/1905 (tarn-1931-c04).",
        "tarn-1931-c04, about: named both, and names lamp-guild once now.",
    ):
        assert line in told


def test_what_the_two_say_differently_stays_as_the_second_has_it_and_is_told(root: Path) -> None:
    told = "\n".join(merged(root, "reed-wardens", "lamp-guild"))
    assert "reed-wardens had “The wardens left the guild over the price of oil [@tarn-1931-c04].”" in told
    told = "\n".join(merged(root, "north-head", "saltmouth"))
    assert "saltmouth, type: stays “city”; north-head had “site”." in told
    assert "saltmouth, coordinates: stays {lat: -41.52, lon: -12.3, precision: city}; north-head had {lat" in told


def test_what_the_second_lacks_is_taken_over(changed: Changed) -> None:
    root = changed({"data/places/north-head.yaml": added("country: AQ\nsummary: It burned [@tarn-1931-c05].\n")})
    merged(root, "north-head", "brisa")
    place = load(root).records["brisa"]
    assert (place.country, place.summary) == ("AQ", "It burned [@tarn-1931-c05].")  # type: ignore[attr-defined]


def test_links_without_words_say_what_they_said(root: Path) -> None:
    told = merged(root, "reed-wardens", "lamp-guild")
    assert "The [[lamp-guild|Reed Wardens]] left over" in (root / "docs/quarrel.md").read_text("utf-8")
    assert "help of the [[lamp-guild|wardens]]" in (root / "docs/sources/board-1934.md").read_text("utf-8")
    assert "3 links without words now say “Reed Wardens” as before." in told


def test_a_link_in_a_table_which_can_have_no_words_gets_none(root: Path) -> None:
    told = merged(root, "great-lamp-fire", "guild-founding")
    page = (root / "docs/quarrel.md").read_text("utf-8")
    assert "| 1903 | [[guild-founding]] [@tarn-1931-c05] |" in page
    assert "[[guild-founding|the fire]]" in page
    name = "“Fire at the great lamp”"
    assert (
        f"docs/quarrel.md: in a table, where a link has no words of its own, {name} is called as the other now." in told
    )


def test_equal_spellings_have_the_uses_of_both(changed: Changed) -> None:
    more = "  - {text: LG, kind: alias, used_by: [quay-2002#p2, board-1934#p2]}\nsummary"
    root = changed({"data/actors/reed-wardens.yaml": swapped("summary", more)})
    told = merged(root, "reed-wardens", "lamp-guild")
    names = [name for name in load(root).actor("lamp-guild").names if name.text == "LG"]
    assert [(name.kind, name.used_by) for name in names] == [("acronym", ("board-1934#p1", "quay-2002#p2"))]
    assert "lamp-guild, names: “LG” is used by quay-2002#p2 too." in told
    kept = "lamp-guild, names: “LG” keeps its use board-1934#p1; left out board-1934#p2 of the same source."
    assert kept in told


def test_relations_of_others_to_both_become_one_with_the_claims_of_both(changed: Changed) -> None:
    more = '  - {type: leads, to: reed-wardens, period: "1899/1911", claims: [tarn-1931-c07]}\n'
    root = changed({"data/actors/ada-veyl.yaml": added(more)})
    told = merged(root, "reed-wardens", "lamp-guild")
    relations = load(root).actor("ada-veyl").relations
    assert [(one.to, one.claims) for one in relations] == [("lamp-guild", ("tarn-1931-c01", "tarn-1931-c07"))]
    said = "relations: type leads, to lamp-guild, period 1899/1911 stood twice and is one now, with the claims of both."
    assert f"data/actors/ada-veyl.yaml, {said}" in told


def test_a_relation_of_the_second_to_the_first_goes_too(root: Path) -> None:
    told = merged(root, "harbour-board", "lamp-guild")
    assert [one.to for one in load(root).actor("lamp-guild").relations] == ["brisa-state"]
    assert "lamp-guild, relations: left out type rival_of, to lamp-guild, period 1903/.. (tarn-1931-c03)." in told


def test_a_place_is_not_within_itself(root: Path) -> None:
    told = merged(root, "saltmouth", "brisa")
    assert load(root).records["brisa"].within == ()  # type: ignore[attr-defined]
    assert "brisa, within: left out brisa, which would name itself." in told


def test_an_event_takes_over_dates_places_participants_and_claims(root: Path) -> None:
    merged(root, "guild-founding", "keeper-talks")
    event = load(root).records["keeper-talks"]
    assert isinstance(event, Event)
    assert [str(one.date) for one in event.dated] == ["1905/1907?", "1898~", "1901"]
    assert {one.place: one.claims for one in event.placed}["saltmouth"] == ("tarn-1931-c07", "tarn-1931-c01")
    assert event.claims == ("tarn-1931-c07", "tarn-1931-c01", "board-1934-c02", "quay-2002-c02")


def test_an_event_takes_over_the_words_in_which_people_ask_for_another(changed: Changed) -> None:
    root = changed({"data/events/guild-founding.yaml": added("asked_as: [Birth of the guild]\n")})
    told = merged(root, "guild-founding", "keeper-talks")
    event = load(root).records["keeper-talks"]
    assert isinstance(event, Event)
    assert "Birth of the guild" in event.asked_as
    assert any("took over “Birth of the guild”" in line for line in told)


def test_a_question_takes_over_positions_answers_and_words_in_which_it_is_asked(root: Path) -> None:
    merged(root, "how-many-keepers", "when-founded")
    corpus = load(root)
    question = corpus.records["when-founded"]
    assert isinstance(question, Question)
    assert [one.id for one in question.positions] == ["around-1898", "in-1901", "ninety", "at-least-forty"]
    assert question.asked_as == (
        "How many keepers did the guild have?",
        "How big was the guild?",
        "Number of lamp keepers",
    )
    assert corpus.claim("quay-2002-c01").answers[0].question == "when-founded"
    moved = {one.from_: one.to for one in corpus.position_redirects.items}
    assert moved["when-founded#forty"] == "when-founded#at-least-forty"


def test_questions_that_call_different_answers_alike_are_not_merged(changed: Changed) -> None:
    root = changed(
        {
            "data/questions/how-many-keepers.yaml": swapped("id: ninety", "id: in-1901"),
            "data/claims/tarn-1931.yaml": swapped("position: ninety", "position: in-1901"),
        }
    )
    with pytest.raises(RefusedError, match="both questions have a position “in-1901”, with different words"):
        merged(root, "how-many-keepers", "when-founded")


def test_positions_are_merged_with_their_answers_and_counts(changed: Changed) -> None:
    count = "\n[[count:who-lit-the-fire/not-the-wardens|One]] paper says so [@board-1934-c03].\n"
    root = changed({"docs/quarrel.md": added(count)})
    told = merged(root, "who-lit-the-fire#nobody", "who-lit-the-fire#not-the-wardens")
    corpus = load(root)
    assert [one.id for one in corpus.records["who-lit-the-fire"].positions] == ["the-wardens", "not-the-wardens"]  # type: ignore[attr-defined]
    assert corpus.claim("quay-2002-c04").answers[0].position == "not-the-wardens"
    moved = {one.from_: (one.to, one.title) for one in corpus.position_redirects.items}
    assert moved["who-lit-the-fire#nobody"] == ("who-lit-the-fire#not-the-wardens", "Nobody lit it")
    assert "[[count:who-lit-the-fire/not-the-wardens|Two]] paper" in (root / "docs/quarrel.md").read_text("utf-8")
    assert "docs/quarrel.md:20: “One” is “Two” now, as many sources as there are; read the sentence again." in told


def test_claims_of_a_source_are_merged_and_each_citation_names_one_once(changed: Changed) -> None:
    root = changed({"docs/origins.md": added("\nThe board pays [@board-1934-c01; @tarn-1931-c01; @board-1934-c04].\n")})
    told = merged(root, "board-1934-c01", "board-1934-c04")
    corpus = load(root)
    claim = corpus.claim("board-1934-c04")
    assert (claim.paragraphs, claim.about) == ((1, 2), ("harbour-board", "brisa-state"))
    assert str(claim.value.date) == "1911/.."  # type: ignore[union-attr]
    assert "pays [@board-1934-c04; @tarn-1931-c01]." in (root / "docs/origins.md").read_text("utf-8")
    assert (
        corpus.redirects["board-1934-c01"].said
        == "The Council of Brisa has paid for the lamps through the Harbour Board since 1911."
    )
    assert any(
        "text: stays “The board means to light every lamp by wire.”; board-1934-c01 had “The Council" in one
        for one in told
    )


def test_a_claim_that_says_more_now_gets_a_correction_with_the_reason(root: Path) -> None:
    merged(root, "board-1934-c01", "board-1934-c04")
    last = load(root).corrections[-1]
    assert (last.record, last.changed, last.why) == ("board-1934-c04", "Changed: paragraphs, about, value.", WHY)


def test_the_second_answer_of_a_claim_to_one_question_is_left_out_and_told(changed: Changed) -> None:
    more = "  answers: [{question: when-founded, position: around-1898}]\n"
    pages = {"docs/quarrel.md": swapped("|Two papers]]", "|Three papers]]")}
    root = changed({"data/claims/quay-2002.yaml": added(more), **pages})
    told = merged(root, "quay-2002-c05", "quay-2002-c02")
    assert [one.position for one in load(root).claim("quay-2002-c02").answers] == ["in-1901"]
    assert "quay-2002-c02, answers: left out question when-founded, position around-1898." in told
    assert any("“Three” is “Two” now" in line for line in told)


@pytest.mark.parametrize(
    ("old", "into", "said"),
    [
        ("lamp-guild", "lamp-guild", "“lamp-guild” is named twice; name two"),
        ("lamp-guild", "brisa", "“lamp-guild” is an actor and “brisa” a place; name two of one kind"),
        ("tarn-1931", "quay-2002", "two sources cannot be merged"),
        ("tarn-1931-c01", "quay-2002-c02", "a claim is made in one source"),
        ("when-founded#in-1901", "brisa", "a position can be merged with another position alone"),
        ("when-founded#in-1901", "who-lit-the-fire#nobody", "positions of two questions cannot be merged"),
        ("when-founded#in-1901", "when-founded#around-1898", "when-founded has two positions"),
        ("lamp-guild", "fog-bell", "“fog-bell” was withdrawn already"),
        ("tarn-1931-c06", "tarn-1931-c05", "data/claims/board-1934.yaml:29:14: error[claim-relations]"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_changes(root: Path, old: str, into: str, said: str) -> None:
    before = snapshot(root)
    with pytest.raises(RefusedError) as refused:
        merged(root, old, into)
    assert str(refused.value).startswith(said)
    assert snapshot(root) == before


def test_other_files_keep_their_bytes(root: Path) -> None:
    before = snapshot(root)
    merged(root, "tide-gazette", "ada-veyl")
    after = snapshot(root)
    changed = {file for file in before if before[file] != after.get(file)}
    assert changed == {
        "data/actors/ada-veyl.yaml",
        "data/actors/tide-gazette.yaml",
        "data/claims/quay-2002.yaml",
        "data/redirects.yaml",
        "docs/sources/quay-2002.md",
    }


def test_lists_of_ids() -> None:
    assert joined_ids(("about",), ["a", "b"], ["b", "c", "x"], without="x").edits == [
        Insert(("about",), "c"),
    ]
    assert joined_ids(("within",), ["x"], ["c"], without="x").edits == [Put(("within",), ["c"])]
    assert joined_ids(("within",), ["x"], [], without="x").edits == [Remove(("within", 0))]
    # What stood twice before is not our concern.
    assert repeated_ids(("about",), ["a", "b", "c", "c"], ["b", "b", "c", "c"]).edits == [Remove(("about", 1))]


def test_lists_of_statements() -> None:
    own = [{"to": "a", "claims": ["c1"]}, {"to": "b", "claims": ["c2"]}, {"to": "a", "claims": ["c1", "c3"]}]
    more = [
        {"to": "b", "claims": ["c4"], "denied_by": ["c5"]},
        {"to": "d", "claims": ["c6"]},
        {"to": "d", "claims": ["c7"]},
    ]
    assert joined_statements(("relations",), own, more).edits == [
        Remove(("relations", 2)),
        Insert(("relations", 0, "claims"), "c3"),
        Insert(("relations", 1, "claims"), "c4"),
        Insert(("relations", 1, "denied_by"), "c5"),
        Insert(("relations",), {"to": "d", "claims": ["c6", "c7"]}),
    ]
