from __future__ import annotations

import pytest

from dossier.corpus.corpus import Corpus
from dossier.corpus.impact import Passage, neighbours, to_read_again
from dossier.load import read
from tests.conftest import Changed
from tests.support.changes import added, swapped

ANSWERS = "Answers and reasons of questions that it answers and that do not name it"
COUNTS = "Sentences that count or leave out sources"
BESIDE = "Paragraphs that cite claims beside its own, and none of its own"
SUMMARIES = "Summaries of what its claims are about, which do not name it"
PAGES = "Pages that name every other source"


def again(corpus: Corpus, source: str) -> dict[str, list[Passage]]:
    return {one.title: list(one.items) for one in to_read_again(corpus, corpus.source(source))}


def places(passages: list[Passage]) -> list[str]:
    return [f"{one.file}:{one.line}:{one.column}" for one in passages]


def test_questions_that_it_answers_and_that_do_not_name_it(mini: Corpus) -> None:
    (reasons,) = again(mini, "tarn-1931")[ANSWERS]
    assert (reasons.file, reasons.line) == ("data/questions/when-founded.yaml", 8)
    assert reasons.words == "The oath is older than the first ledger."
    assert reasons.why == "why_they_differ: it takes around-1898"
    assert ANSWERS not in again(mini, "quay-2002")


@pytest.mark.parametrize("words", ["[@tarn-1931-c01]", "[[tarn-1931|the article]]", "as Tarn says"])
def test_what_cites_links_or_names_it_has_been_read_with_it(changed: Changed, words: str) -> None:
    root = changed({"data/questions/when-founded.yaml": swapped("[@quay-2002-c02]", f"[@quay-2002-c02], {words}")})
    assert ANSWERS not in again(read(root)[0], "tarn-1931")


def test_paragraphs_that_cite_claims_beside_its_own(mini: Corpus) -> None:
    fire, founding, row = again(mini, "quay-2002")[BESIDE]
    assert places([fire, founding, row]) == ["docs/quarrel.md:10:1", "docs/quarrel.md:13:1", "docs/quarrel.md:17:1"]
    assert founding.words == "Two papers date the founding to about 1898."
    assert founding.why == "cites tarn-1931-c01 and 1 more beside quay-2002-c02"


def test_claims_of_other_sources_on_the_same_question_or_linked_stand_beside(mini: Corpus) -> None:
    found = neighbours(mini, mini.claims_of("quay-2002"))
    assert found["tarn-1931-c05"] == ["quay-2002-c04"]
    assert found["tarn-1931-c04"] == ["quay-2002-c03"]
    assert not any(key.startswith("quay-2002") for key in found)


def test_summaries_of_what_it_speaks_of(mini: Corpus) -> None:
    found = again(mini, "quay-2002")[SUMMARIES]
    assert [one.file for one in found] == [
        "data/actors/reed-wardens.yaml",
        "data/events/guild-founding.yaml",
        "data/places/saltmouth.yaml",
    ]
    assert found[0].why == "summary: quay-2002-c03 about it"


@pytest.mark.parametrize("number", ["two", "three"])
def test_counts_of_all_sources_are_always_told_those_before_it_came_too(changed: Changed, number: str) -> None:
    root = changed({"docs/about/index.md": added(f"\nIt is made of {number} sources.\n")})
    (line,) = again(read(root)[0], "tarn-1931")[COUNTS]
    assert (line.file, line.words, line.why) == (
        "docs/about/index.md",
        f"It is made of {number} sources.",
        f"“{number} sources”",
    )


def test_other_counts_are_told_in_prose_on_what_its_claims_are_about(changed: Changed) -> None:
    said = "The [[reed-wardens]] left the guild, and [[count:of:3|no other source]] says why; only Quay doubts it"
    root = changed({"docs/quarrel.md": swapped("The [[reed-wardens]] left over the price of oil", said)})
    corpus = read(root)[0]
    (words,) = [one for one in again(corpus, "quay-2002")[COUNTS] if one.file == "docs/quarrel.md"]
    assert words.why == "“no other source”, “only Quay”"


def test_what_a_rule_counts_is_left_to_the_rule(changed: Changed) -> None:
    assert COUNTS not in again(read(changed({}))[0], "quay-2002")


def test_pages_that_name_every_other_source(changed: Changed) -> None:
    listed = "\n[[tarn-1931]] and [[board-1934]].\n"
    root = changed({"docs/about/index.md": lambda text: text + listed})
    (page,) = again(read(root)[0], "quay-2002")[PAGES]
    assert page.file == "docs/about/index.md"


def test_a_source_without_a_claim_has_nothing_beside_it(changed: Changed) -> None:
    source = "type: report\ntitle: A\nauthor: []\nlabel: New 2005\nperspective: P.\n"
    corpus = read(changed({"data/sources/new-2005.yaml": source}))[0]
    assert again(corpus, "new-2005") == {}
