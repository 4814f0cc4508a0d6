from __future__ import annotations

import pytest

from tests.conftest import Broken, Change
from tests.support.changes import added, swapped

CASES = [
    pytest.param(
        {"data/actors/brisa-state.yaml": swapped(" [@board-1934-c01]", "")},
        "data/actors/brisa-state.yaml:5:10: error[summary-citations] summary: no claim behind "
        '"The council pays for the lamps."; end it in [@claim]',
        id="of an actor",
    ),
    pytest.param(
        {
            "data/places/north-head.yaml": added(
                "summary: A cape. It is far off in the north of Brisa. Lamps [@tarn-1931-c05].\n"
            )
        },
        'data/places/north-head.yaml:7:10: error[summary-citations] summary: no claim behind "A cape."; '
        "end it in [@claim]",
        id="of a place",
    ),
    pytest.param(
        {
            "data/events/keeper-talks.yaml": swapped(
                "lamps [@tarn-1931-c07].", "lamps [@tarn-1931-c07]. [[ada-veyl]] spoke first of all the keepers."
            )
        },
        "data/events/keeper-talks.yaml:14:10: error[summary-citations] summary: no claim behind "
        '"[[ada-veyl]] spoke first of all the …"; end it in [@claim]',
        id="of an event",
    ),
]


@pytest.mark.parametrize(("files", "line"), CASES)
def test_a_sentence_that_cites_nothing(broken: Broken, files: dict[str, Change], line: str) -> None:
    assert broken(files)[0] == line


@pytest.mark.parametrize(
    "summary",
    [
        "It cost 1.5 lamps, i.e. one and a half [@tarn-1931-c01].",
        "“Who goes?” asked a keeper [@tarn-1931-c01]!",
        "Lit [@tarn-1931-c01]; and kept.",
    ],
)
def test_sentences_that_are_one(broken: Broken, summary: str) -> None:
    assert broken({"data/places/north-head.yaml": added(f"summary: {summary}\n")}) == []
