from __future__ import annotations

import pytest

from tests.conftest import Broken
from tests.support.changes import added, swapped

QUAY = "data/claims/quay-2002.yaml"


@pytest.mark.parametrize("field", ["disputes", "supports", "repeats"])
def test_a_claim_that_names_itself(broken: Broken, field: str) -> None:
    assert broken({QUAY: added(f"  {field}: [tarn-1931-c01, quay-2002-c05]\n")}) == [
        f"data/claims/quay-2002.yaml:47:{21 + len(field)}: error[claim-relations] {field}.2: a claim names itself; "
        "take it out"
    ]


def test_a_claim_that_disputes_what_it_supports(broken: Broken) -> None:
    assert broken(
        {QUAY: swapped("disputes: [tarn-1931-c04]", "disputes: [tarn-1931-c04]\n  supports: [tarn-1931-c04]")}
    ) == [
        'data/claims/quay-2002.yaml:31:14: error[claim-relations] supports.1: "tarn-1931-c04" is both disputed '
        "and supported; keep one"
    ]


def test_a_claim_that_supports_one_with_another_answer(broken: Broken) -> None:
    change = swapped("disputes: [tarn-1931-c01, board-1934-c02]", "supports: [tarn-1931-c01]")
    assert broken({QUAY: change}) == [
        f'{QUAY}:21:14: error[claim-relations] supports.1: supports "tarn-1931-c01", '
        'which takes another position on "when-founded"; take the support out, or one of the answers'
    ]


def test_a_figure_that_disputes_one_of_another_time(broken: Broken) -> None:
    change = swapped('as_of: "1903"}', 'as_of: "1904"}')
    assert broken({QUAY: change}) == [
        f'{QUAY}:11:14: error[claim-relations] disputes.1: disputes "tarn-1931-c02", whose figure is of another time; '
        "take it out: both can be true"
    ]


TARN, WARDENS = "data/claims/tarn-1931.yaml", "data/actors/reed-wardens.yaml"
ALONE = "take it out; where they date one thing differently, let both answer a question, or date one event"


@pytest.mark.parametrize(("period", "told"), [("1908/..", True), ("1904/..", False)])
def test_a_claim_that_disputes_one_about_another_period(broken: Broken, period: str, told: bool) -> None:
    relation = f"  - {{type: allied_with, to: lamp-guild, period: '{period}', claims: [quay-2002-c03]}}\n"
    expected = [
        f'{QUAY}:30:14: error[claim-relations] disputes.1: disputes "tarn-1931-c04", whose statement is of another '
        "time; take it out: both can be true"
    ]
    assert broken({WARDENS: added(relation)}) == (expected if told else [])


def test_a_claim_that_disputes_one_for_its_date_alone(broken: Broken) -> None:
    text, other = (
        "The Reed Wardens never belonged to the guild.",
        "The Reed Wardens left the guild over the price of oil.",
    )
    changes = {
        QUAY: swapped(f"text: {text}\n", f"text: {text}\n  value: {{date: '1909'}}\n"),
        TARN: swapped(f"text: {other}\n", f"text: {other}\n  value: {{date: '1904'}}\n"),
    }
    assert broken(changes) == [
        f'{QUAY}:31:14: error[claim-relations] disputes.1: disputes "tarn-1931-c04", from which it differs in its date '
        f"alone; {ALONE}"
    ]


@pytest.mark.parametrize(
    ("when", "told"), [("in 1909", True), ("on 3 May 1909", True), ("in 1904", False), ("and never came back", False)]
)
def test_a_claim_that_disputes_one_of_the_same_words_but_for_the_date(broken: Broken, when: str, told: bool) -> None:
    changes = {
        QUAY: swapped("never belonged to the guild.", f"left the guild {when}."),
        TARN: swapped("left the guild over the price of oil.", "left the guild in 1904."),
    }
    expected = [f'disputes "tarn-1931-c04", from which it differs in its date alone; {ALONE}']
    assert [one.partition(" disputes.1: ")[2] for one in broken(changes)] == (expected if told else [])


def test_claims_that_date_one_event_differently_dispute_each_other(broken: Broken) -> None:
    answer = "  answers: [{question: when-founded, position: in-1901}]\n"
    assert [one for one in broken({QUAY: swapped(answer, "")}) if "claim-relations" in one] == []
