from __future__ import annotations

from tests.conftest import Broken
from tests.support.changes import swapped

WARDENS = "data/actors/reed-wardens.yaml"


def test_a_relation_that_no_claim_states(broken: Broken) -> None:
    assert broken({WARDENS: swapped("claims: [board-1934-c03]", "claims: []")}) == [
        "data/actors/reed-wardens.yaml:8:5: error[claimless-relation] relations.2: no claim says so; "
        "name the claims that say so, or take the relation out"
    ]


def test_that_a_claim_denies_it_is_not_enough(broken: Broken) -> None:
    assert broken({WARDENS: swapped("claims: [tarn-1931-c04], ", "")}) == [
        "data/actors/reed-wardens.yaml:7:5: error[claimless-relation] relations.1: no claim says so; "
        "name the claims that say so, or take the relation out"
    ]
