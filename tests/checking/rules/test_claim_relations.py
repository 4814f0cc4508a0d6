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
