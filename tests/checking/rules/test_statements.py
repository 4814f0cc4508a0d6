from __future__ import annotations

import pytest

from tests.conftest import Broken
from tests.support.changes import swapped

WARDENS = "data/actors/reed-wardens.yaml"
FIRE, FOUNDING = "data/events/great-lamp-fire.yaml", "data/events/guild-founding.yaml"
NAMES = "name a claim that does, or add it to what the claim is about if its passage names it"


def test_a_relation_that_no_claim_states(broken: Broken) -> None:
    assert broken({WARDENS: swapped("claims: [board-1934-c03]", "claims: []")}) == [
        "data/actors/reed-wardens.yaml:8:5: error[claimless-statement] relations.2: no claim says so; "
        "name the claims that say so, or take it out"
    ]


def test_that_a_claim_denies_it_is_not_enough(broken: Broken) -> None:
    assert broken({WARDENS: swapped("claims: [tarn-1931-c04], ", "")}) == [
        "data/actors/reed-wardens.yaml:7:5: error[claimless-statement] relations.1: no claim says so; "
        "name the claims that say so, or take it out"
    ]


@pytest.mark.parametrize(
    ("file", "old", "new", "line"),
    [
        (
            FIRE,
            '"1903-11-XX", claims: [tarn-1931-c05]',
            '"1903-11-XX", claims: []',
            "4:5: {} dated.1: no claim says so",
        ),
        (FIRE, "place: north-head, claims: [tarn-1931-c05]", "place: north-head", "7:5: {} placed.1: no claim says so"),
        (FIRE, "role: victim, claims: [tarn-1931-c05]", "role: victim", "11:5: {} participants.3: no claim says so"),
    ],
)
def test_a_statement_of_an_event_that_no_claim_states(broken: Broken, file: str, old: str, new: str, line: str) -> None:
    said = line.format("error[claimless-statement]")
    assert broken({file: swapped(old, new)}) == [f"{file}:{said}; name the claims that say so, or take it out"]


def test_a_claim_of_a_relation_names_both_ends(broken: Broken) -> None:
    assert broken({WARDENS: swapped("claims: [board-1934-c03]", "claims: [tarn-1931-c06]")}) == [
        f"{WARDENS}:8:72: error[claim-says-other] relations.2.claims.1: tarn-1931-c06 does not name harbour-board; "
        f"{NAMES}"
    ]


def test_a_claim_of_a_place_names_it(broken: Broken) -> None:
    change = swapped("place: north-head, claims: [tarn-1931-c05]", "place: north-head, claims: [board-1934-c03]")
    assert broken({FIRE: change}) == [
        f"{FIRE}:7:34: error[claim-says-other] placed.1.claims.1: board-1934-c03 does not name north-head; {NAMES}"
    ]


def test_a_claim_of_a_participant_names_it(broken: Broken) -> None:
    change = swapped("role: responder, claims: [board-1934-c03]", "role: responder, claims: [tarn-1931-c05]")
    assert broken({FIRE: change}) == [
        f"{FIRE}:12:54: error[claim-says-other] participants.4.claims.1: tarn-1931-c05 does not name harbour-board; "
        f"{NAMES}"
    ]


def test_a_name_in_the_words_of_a_claim_will_do(broken: Broken) -> None:
    about = swapped("[lamp-guild, ada-veyl, saltmouth, guild-founding]", "[lamp-guild, guild-founding]")
    assert broken({"data/claims/tarn-1931.yaml": about}) == []


def test_a_claim_of_a_date_holds_it(broken: Broken) -> None:
    assert broken({FOUNDING: swapped('"1901", claims', '"1899", claims')}) == [
        f"{FOUNDING}:5:29: error[claim-says-other] dated.2.claims.1: quay-2002-c02 gives no date that fits 1899; "
        "name a claim that gives it, give its `value` the date, or take the date out"
    ]


def test_a_claim_of_a_date_may_hold_it_less_exactly(broken: Broken) -> None:
    assert broken({FOUNDING: swapped('"1901", claims', '"1901-05", claims')}) == []
