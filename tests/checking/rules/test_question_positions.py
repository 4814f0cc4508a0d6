from __future__ import annotations

from tests.conftest import Broken
from tests.support.changes import added, swapped

QUESTION = "data/questions/how-many-keepers.yaml"
QUAY = "data/claims/quay-2002.yaml"


def test_a_position_that_no_claim_takes(broken: Broken) -> None:
    change = swapped("label: Forty or more}", "label: Forty or more}\n  - {id: none, label: None}")
    assert broken({QUESTION: change}) == [
        "data/questions/how-many-keepers.yaml:11:5: error[question-positions] positions.3: "
        'no claim takes the position "none" in its own right; '
        "give a claim `answers: [{question: how-many-keepers, position: none}]`"
    ]


def test_an_answer_that_the_question_does_not_have(broken: Broken) -> None:
    assert broken({QUAY: swapped("position: nobody}", "position: no-body}")}) == [
        "data/claims/quay-2002.yaml:38:52: error[question-positions] answers.1.position: "
        '"who-lit-the-fire" has no position "no-body"; did you mean "nobody"?',
    ]


def test_an_answer_unlike_any_position(broken: Broken) -> None:
    change = added("  answers: [{question: when-founded, position: xyz}]\n")
    assert broken({QUAY: change}) == [
        "data/claims/quay-2002.yaml:47:48: error[question-positions] answers.1.position: "
        '"when-founded" has no position "xyz"; it has around-1898, in-1901'
    ]


def test_two_positions_with_one_id(broken: Broken) -> None:
    change = swapped(
        "id: at-least-forty, label: Forty or more}",
        "id: ninety, label: Ninety}\n  - {id: at-least-forty, label: Forty}",
    )
    assert broken({QUESTION: change}) == [
        "data/questions/how-many-keepers.yaml:9:3: error[question-positions] positions: two positions share an id; "
        "rename one"
    ]


def test_positions_are_not_called_untaken_while_claims_cannot_be_read(broken: Broken) -> None:
    assert broken({QUAY: swapped("kind: forecast", "kind: guess")}) == [
        'data/claims/quay-2002.yaml:42:9: error[unknown-value] kind: "guess" is not one of them; '
        "use fact, figure, assessment, forecast, allegation, denial, intention"
    ]


def test_a_claim_that_takes_two_positions_on_one_question(broken: Broken) -> None:
    change = added(
        "  answers: [{question: when-founded, position: in-1901}, {question: when-founded, position: around-1898}]\n"
    )
    assert broken({QUAY: change}) == [
        "data/claims/quay-2002.yaml:47:69: error[question-positions] answers.2.question: "
        'takes two positions on "when-founded"; keep one, or make it two claims',
        "docs/quarrel.md:13:1: error[count] “Two papers” says 2, and 3 stand by when-founded/around-1898; write 3",
    ]


def test_a_claim_may_give_two_answers_that_add_to_each_other(broken: Broken) -> None:
    change = added(
        "  answers: [{question: who-lit-the-fire, position: nobody}, "
        "{question: who-lit-the-fire, position: the-wardens}]\n"
    )
    facets = swapped("kind: exclusive", "kind: facets")
    assert broken({QUAY: change, "data/questions/who-lit-the-fire.yaml": facets}) == []


UNHELD = swapped("  answers: [{question: who-lit-the-fire, position: not-the-wardens}]\n", "")


def test_a_position_that_somebody_holds_is_taken_though_the_one_source_rejects_it(broken: Broken) -> None:
    assert broken({"data/claims/board-1934.yaml": UNHELD}) == []


def test_a_position_that_only_its_opponent_passes_on_is_not_taken(broken: Broken) -> None:
    nobody = swapped("  said_by: reed-wardens\n", "")
    assert broken({"data/claims/board-1934.yaml": UNHELD, "data/claims/tarn-1931.yaml": nobody}) == [
        "data/questions/who-lit-the-fire.yaml:7:5: error[question-positions] positions.2: "
        'no claim takes the position "not-the-wardens" in its own right; '
        "give a claim `answers: [{question: who-lit-the-fire, position: not-the-wardens}]`"
    ]
