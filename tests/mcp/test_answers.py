"""Each answer has what was asked for, who says it, how firmly, and how to cite it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from types import MappingProxyType

import pytest

from dossier.corpus.corpus import Corpus
from dossier.editions.site_info import SiteInfo
from dossier.editions.state import Edition
from dossier.mcp.answers import Answer, Answers, AskedWronglyError
from dossier.mcp.finding import finder
from dossier.model.records import Claim

URL = "https://lamp.example/"
INFO = SiteInfo("Lamp Dossier", URL, "")


@pytest.fixture(scope="module")
def answers(mini: Corpus) -> Answers:
    return Answers(mini, INFO, finder(mini))


def test_a_claim_says_who_says_it_how_firmly_and_where(answers: Answers) -> None:
    told = answers.record("quay-2002-c04")["claim"]
    assert told["text"] == "Nobody lit the fire; the oil took light by itself."
    assert (told["said_by"], told["source"], told["published"]) == ("the author", "Quay 2002", "2002-03-09")
    assert (told["claim_kind"], told["certainty"], told["standing"]) == ("Assessment", "hedged", "suggested")
    assert told["address"] == f"{URL}claims/quay-2002-c04/"
    assert told["citation"].startswith(
        "Quay 2002, “Lamps & Lies”, paragraph 2, as restated in Lamp Dossier, not a published edition, "
        f"{URL}sources/quay-2002/#p2; the article: https://example.org/"
    )


def test_one_who_passes_on_is_not_the_author(mini: Corpus, answers: Answers) -> None:
    claim = next(one for one in mini.of(Claim) if one.said_by)
    assert answers.claim(claim)["said_by"] == mini.name_of(claim.said_by or "")
    unnamed = mini.claim("board-1934-c02")
    assert (unnamed.said_by, unnamed.certainty) == (None, "reported")
    assert answers.claim(unnamed)["said_by"] == "a speaker who is not named"


def test_every_claim_has_a_standing_and_a_citation(mini: Corpus, answers: Answers) -> None:
    for claim in mini.of(Claim):
        told = answers.claim(claim)
        assert told["standing"] in {"asserted", "suggested", "reported", "alleged", "rejected"}
        assert f"{URL}sources/{claim.source}/#p" in told["citation"]


def test_a_record_has_its_statements_with_their_standing(answers: Answers) -> None:
    told = answers.record("lamp-guild")
    assert (told["id"], told["kind"], told["label"]) == ("lamp-guild", "actor", "Organisation")
    assert {one["standing"] for one in told["standing"]["relations"]} >= {"asserted"}
    assert told["citation"] == f"“Lamp Guild”, Lamp Dossier, not a published edition, {URL}actors/lamp-guild/"


def test_positions_stand_side_by_side_without_a_verdict(answers: Answers) -> None:
    told = answers.positions_on("when-founded")
    assert [one["position"] for one in told["positions"]] == ["Around 1898", "In 1901"]
    first, second = told["positions"][0]["held_by"]
    assert [(one["source"], one["standing"]) for one in (first, second)] == [
        ("Tarn 1931", "asserted"),
        ("Harbour Board 1934", "reported"),
    ]
    assert told["verdict"].startswith("none")
    assert "[" not in told["why_they_differ"]


def test_a_passage_is_the_restated_paragraph_with_its_claims(answers: Answers) -> None:
    told = answers.passage("tarn-1931", 1)
    assert told["restated"].startswith("Around 1898 Ada Veyl and others met in Saltmouth")
    assert [one["id"] for one in told["claims"]] == ["tarn-1931-c01"]
    assert told["original"] == "https://example.org/keepers-of-brisa"


def test_a_captured_text_is_never_told(mini: Corpus) -> None:
    texts = MappingProxyType({"tarn-1931": ("PRIVATE WORDS",) * 4})
    private = replace(mini, full_texts=texts)
    answers = Answers(private, INFO, finder(private))
    assert "PRIVATE" not in str([answers.passage("tarn-1931", 1), answers.record("tarn-1931")])
    assert answers.search("private words")["number"] == 0


def test_claims_are_listed_in_parts(answers: Answers) -> None:
    whole = answers.claims_about("lamp-guild")
    assert len(whole["claims"]) == whole["number"] > 3
    part = answers.claims_about("lamp-guild", limit=2, start=1)
    assert part["claims"] == whole["claims"][1:3]
    assert {one["id"].rpartition("-c")[0] for one in answers.claims_about("quay-2002")["claims"]} == {"quay-2002"}


def test_a_record_that_was_merged_is_answered_by_what_took_its_place(answers: Answers) -> None:
    assert answers.record("wick-brotherhood")["id"] == "lamp-guild"


def test_an_edition_is_cited(mini: Corpus) -> None:
    info = replace(INFO, edition=Edition("2026.1", "2026-01-05"))
    told = Answers(mini, info, finder(mini)).record("lamp-guild")
    assert told["citation"] == f"“Lamp Guild”, Lamp Dossier, edition 2026.1, {URL}2026.1/actors/lamp-guild/"


def test_results_have_ids_to_ask_further_by(answers: Answers) -> None:
    told = answers.search("guild founded", limit=40)
    assert told["number"] >= len(told["results"]) > 5
    for one in told["results"]:
        if one["kind"] == "Paragraph":
            assert answers.passage(one["source"], one["paragraph"])["address"] == one["address"]
        elif one["kind"] != "Page":
            assert answers.record(one["id"])["address"] == one["address"]


@pytest.mark.parametrize(
    ("ask", "words"),
    [
        (lambda one: one.record("lamp-gild"), 'no record "lamp-gild"; did you mean "lamp-guild"?'),
        (lambda one: one.record("zzxqy"), 'no record "zzxqy"; search for it by its name'),
        (lambda one: one.record("fog-bell"), '"fog-bell" was withdrawn: No source names it.'),
        (lambda one: one.positions_on("lamp-guild"), '"lamp-guild" is of kind actor, not question'),
        (lambda one: one.passage("tarn-1931", 99), "Tarn 1931 has no paragraph 99; it has paragraphs 1 to 4"),
        (lambda one: one.search("guild", "person"), 'no kind "person"; there are Actor, Claim, Event, Page'),
        (lambda one: one.search(" "), "nothing is asked for"),
    ],
)
def test_what_is_asked_wrongly_is_told(answers: Answers, ask: Callable[[Answers], Answer], words: str) -> None:
    with pytest.raises(AskedWronglyError) as raised:
        ask(answers)
    assert str(raised.value).startswith(words)


def test_a_search_tells_as_what_a_slip_was_read(answers: Answers) -> None:
    told = answers.search("Saltmuth", "Place")
    assert (told["read_as"], told["results"][0]["id"]) == ("saltmouth", "saltmouth")
    assert "read_as" not in answers.search("Saltmouth", "Place")
