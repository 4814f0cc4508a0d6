from __future__ import annotations

from datetime import date

import pytest

from dossier.checking.plausibility.given import Given
from dossier.checking.plausibility.unsaid_values import numbers_in
from tests.checking.plausibility.conftest import Noticed
from tests.support.changes import swapped

CLAIMS = "data/claims/tarn-1931.yaml"
VALUE = "value: {low: 85, high: 95, unit: keepers, approximate: true"


@pytest.mark.parametrize(
    ("value", "unsaid"),
    [
        ("low: 90, high: 90, unit: keepers", ""),
        ("low: 900, high: 900, unit: keepers", "low: neither the claim nor its paragraph says 900"),
        ("low: 80, high: 89, unit: keepers, approximate: true", "low: neither the claim nor its paragraph says 80"),
        ("low: 91, unit: keepers", ""),  # more than ninety
        ("low: 85, high: 95, unit: keepers", "high: neither the claim nor its paragraph says 95"),
        ("low: 24, unit: keepers, as_given: keepers", ""),
        (
            "low: 24, unit: keepers, as_given: two dozen",
            "as_given: neither the claim nor its paragraph says “two dozen”",
        ),
    ],
)
def test_a_quantity(noticed: Noticed, value: str, unsaid: str) -> None:
    found = noticed({CLAIMS: swapped(VALUE, f"value: {{{value}")})
    assert [line.partition(" value.")[2].partition(";")[0] for line in found if "unsaid-values" in line][-1:] == (
        [unsaid] if unsaid else []
    )


def test_the_whole_line(noticed: Noticed) -> None:
    assert noticed({CLAIMS: swapped(VALUE, "value: {low: 900, high: 900, unit: keepers")}) == [
        f"{CLAIMS}:18:16: notice[unsaid-values] value.low: neither the claim nor its paragraph says 900; "
        "mend the value, or say it in the text"
    ]


def test_a_date(noticed: Noticed) -> None:
    found = noticed({"data/claims/quay-2002.yaml": swapped('value: {date: "1901"}', 'value: {date: "1910-03/1911"}')})
    assert [line.partition(": neither")[2].partition(";")[0] for line in found] == [
        " the claim nor its paragraph says 1910",
        " the claim nor its paragraph says 1911",
    ]


def test_what_only_the_captured_paragraph_says(noticed: Noticed) -> None:
    changes = {CLAIMS: swapped(VALUE, "value: {low: 77, high: 77, unit: keepers")}
    passage = ["", "They were 77 in all."]
    assert noticed(changes, Given(date(2026, 1, 1), {"tarn-1931": passage})) == []


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("9,000 men and 1.2 million guilders", [9000, 1.2, 1_200_000]),
        ("Two hundred, hundreds, thousands", [2, 200, 100, 1000]),
        ("a dozen lamps, twenty-four oars, 3 hundred", [12, 20, 24, 3, 300]),
        ("no number", [0]),
    ],
)
def test_the_numbers_of_a_text(text: str, numbers: list[float]) -> None:
    assert list(numbers_in(text)) == numbers
