from __future__ import annotations

from tests.conftest import Broken
from tests.support.changes import swapped

BRISA, SALTMOUTH, HEAD = (f"data/places/{name}.yaml" for name in ("brisa", "saltmouth", "north-head"))
HINT = "take out of `within` what is wrong"


def test_a_place_within_itself(broken: Broken) -> None:
    assert broken({SALTMOUTH: swapped("within: [brisa]", "within: [brisa, saltmouth]")}) == [
        f"{SALTMOUTH}:5:17: error[place-circle] within.2: it is within itself; {HINT}"
    ]


def test_a_place_within_itself_through_others(broken: Broken) -> None:
    within = swapped("type: region\n", "type: region\nwithin: [north-head]\n")
    assert broken({BRISA: within, HEAD: swapped("within: [brisa]", "within: [saltmouth]")}) == [
        f"{BRISA}:3:10: error[place-circle] within.1: it is within itself, through north-head, saltmouth; {HINT}; "
        f"this also concerns {HEAD}:5 and {SALTMOUTH}:5",
    ]


def test_two_ways_to_one_place_are_no_circle(broken: Broken) -> None:
    assert broken({HEAD: swapped("within: [brisa]", "within: [saltmouth, brisa]")}) == []
