from __future__ import annotations

import pytest

from tests.checking.plausibility.conftest import Noticed
from tests.support.changes import swapped

CLAIMS = "data/claims/quay-2002.yaml"
DENIAL = "  kind: denial\n  said_by: tide-gazette\n  certainty: reported\n"


def test_what_a_speaker_says_is_not_stated(noticed: Noticed) -> None:
    stated = DENIAL.replace("denial", "fact").replace("reported", "stated")
    assert noticed({CLAIMS: swapped(DENIAL, stated)}) == [
        f"{CLAIMS}:26:14: notice[stated-speech] certainty: stated, though tide-gazette says it; "
        "write `reported`, or leave `said_by` out where the author says it"
    ]


@pytest.mark.parametrize(
    "new",
    [
        DENIAL.replace("reported", "stated"),
        DENIAL.replace("denial", "intention").replace("reported", "stated"),
        DENIAL.replace("denial", "fact").replace("reported", "hedged"),
        DENIAL.replace("denial", "fact").replace("  said_by: tide-gazette\n", "").replace("reported", "stated"),
    ],
    ids=["a denial", "an intention", "a hedge", "without a speaker"],
)
def test_what_may_be_stated(noticed: Noticed, new: str) -> None:
    assert noticed({CLAIMS: swapped(DENIAL, new)}) == []


def test_the_author_speaks(noticed: Noticed) -> None:
    author = "  - literal: Harbour Board of Brisa\n"
    assert noticed({"data/sources/board-1934.yaml": swapped(author, "  - literal: Council of Brisa\n")}) == [
        "data/claims/board-1934.yaml:24:14: notice[stated-speech] certainty: stated, though harbour-board says it; "
        "write `reported`, or leave `said_by` out where the author says it"
    ]
