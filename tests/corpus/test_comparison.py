from __future__ import annotations

import pytest

from dossier.corpus.comparison import (
    Does,
    Meeting,
    SourceAnswer,
    all_answers,
    answers_to,
    compared_sources,
    meeting,
    pair_addresses,
    source_pairs,
)
from dossier.corpus.corpus import Corpus
from dossier.load import load, read
from dossier.model.records import Position, Question
from tests.conftest import Changed
from tests.support.changes import swapped

FIRE, FOUNDED = "who-lit-the-fire", "when-founded"
CLAIMS = "data/claims/quay-2002.yaml"


def question(corpus: Corpus, key: str) -> Question:
    found = corpus.records[key]
    assert isinstance(found, Question)
    return found


def done(corpus: Corpus, key: str) -> dict[str, list[tuple[str, str, list[str]]]]:
    answers = answers_to(corpus, question(corpus, key)).answers
    return {
        source: [(one.position.id, str(one.does), [claim.id for claim in one.claims]) for one in own]
        for source, own in answers.items()
    }


def test_what_each_source_does_with_an_answer(mini: Corpus) -> None:
    assert done(mini, FIRE) == {
        "tarn-1931": [
            ("the-wardens", "passed-on", ["tarn-1931-c05"]),
            ("not-the-wardens", "rejected", ["tarn-1931-c06"]),
        ],
        "board-1934": [("not-the-wardens", "reported", ["board-1934-c03"])],
        "quay-2002": [("the-wardens", "contradicted", ["quay-2002-c04"]), ("nobody", "suggested", ["quay-2002-c04"])],
    }


def test_an_author_alleges_and_passes_on(changed: Changed) -> None:
    own = swapped(
        "  kind: allegation\n  said_by: lamp-guild\n  certainty: reported", "  kind: allegation\n  certainty: stated"
    )
    corpus = load(changed({"data/claims/tarn-1931.yaml": own}))
    assert done(corpus, FIRE)["tarn-1931"][0][:2] == ("the-wardens", "alleged")


def test_a_claim_that_answers_another_question_contradicts_nothing(changed: Changed) -> None:
    silent = swapped("  answers: [{question: who-lit-the-fire, position: nobody}]\n", "")
    positions = swapped("  - {id: nobody, label: Nobody lit it}\n", "")
    corpus = load(changed({CLAIMS: silent, f"data/questions/{FIRE}.yaml": positions}))
    assert "quay-2002" not in done(corpus, FIRE)


def test_the_firmest_claim_stands_first_and_says_what_the_source_does(changed: Changed) -> None:
    both = swapped(
        "  disputes: [tarn-1931-c05]\n",
        "  disputes: [tarn-1931-c05]\n- id: quay-2002-c06\n  text: The oil took light by itself.\n  kind: fact\n"
        '  certainty: stated\n  paragraphs: [2]\n  anchor: {from: "old oil", to: "no hand at all"}\n'
        "  about: [great-lamp-fire]\n  answers: [{question: who-lit-the-fire, position: nobody}]\n",
    )
    corpus = load(changed({CLAIMS: both}))
    assert done(corpus, FIRE)["quay-2002"][1] == ("nobody", "asserted", ["quay-2002-c06", "quay-2002-c04"])


def answer(corpus: Corpus, source: str, position: str, does: Does) -> SourceAnswer:
    return SourceAnswer(corpus.source(source), Position(id=position, label=position), does, ())


HOLDS, SUGGESTS, REPORTS, REJECTS, DENIES = Does.HOLDS, Does.SUGGESTS, Does.REPORTS, Does.REJECTS, Does.CONTRADICTS


@pytest.mark.parametrize(
    ("kind", "one", "other", "expected"),
    [
        ("exclusive", [("a", HOLDS)], [("a", SUGGESTS)], Meeting.AGREE),
        ("exclusive", [("a", HOLDS), ("b", HOLDS)], [("a", HOLDS)], Meeting.AGREE),
        ("exclusive", [("a", REJECTS)], [("a", DENIES), ("b", HOLDS)], Meeting.AGREE),
        ("exclusive", [("a", HOLDS)], [("b", HOLDS)], Meeting.DIFFER),
        ("exclusive", [("a", HOLDS)], [("a", REJECTS)], Meeting.DIFFER),
        ("exclusive", [("a", HOLDS), ("b", HOLDS)], [("a", HOLDS), ("b", DENIES)], Meeting.PARTLY),
        ("exclusive", [("a", HOLDS)], [("b", REPORTS)], Meeting.OTHERWISE),
        ("exclusive", [("a", HOLDS)], [("a", REPORTS)], Meeting.SECOND_HAND),
        ("exclusive", [("a", REPORTS)], [("a", REJECTS)], Meeting.OTHERWISE),
        ("facets", [("a", HOLDS)], [("b", HOLDS)], Meeting.OTHERWISE),
        ("facets", [("a", HOLDS)], [("b", HOLDS), ("a", DENIES)], Meeting.DIFFER),
        ("date", [("a", HOLDS)], [("b", HOLDS)], Meeting.OTHERWISE),
        ("quantity", [("a", HOLDS)], [("b", HOLDS)], Meeting.OTHERWISE),
    ],
)
def test_how_two_sources_stand_to_each_other(
    mini: Corpus, kind: str, one: list[tuple[str, Does]], other: list[tuple[str, Does]], expected: Meeting
) -> None:
    asked = question(mini, FIRE).model_copy(update={"kind": kind})
    first = [answer(mini, "tarn-1931", *each) for each in one]
    second = [answer(mini, "quay-2002", *each) for each in other]
    assert meeting(asked, first, second) == expected
    assert meeting(asked, second, first) == expected


def test_who_is_compared(mini: Corpus) -> None:
    assert [one.id for one in compared_sources(mini, all_answers(mini))] == ["tarn-1931", "board-1934", "quay-2002"]
    assert source_pairs(mini) == [("board-1934", "quay-2002"), ("board-1934", "tarn-1931"), ("quay-2002", "tarn-1931")]
    assert pair_addresses(mini)[0] == "compare/board-1934/quay-2002/"


def test_sources_that_answer_no_question_in_common_are_no_pair(changed: Changed) -> None:
    silent = swapped("  answers: [{question: when-founded, position: around-1898}]\n", "")
    other = swapped("  answers: [{question: who-lit-the-fire, position: not-the-wardens}]\n", "")
    root = changed({"data/claims/board-1934.yaml": lambda text: other(silent(text))})
    assert source_pairs(read(root)[0]) == [("quay-2002", "tarn-1931")]
