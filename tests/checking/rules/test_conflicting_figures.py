from __future__ import annotations

import pytest

from tests.conftest import Broken
from tests.support.changes import added

CLAIM = """\
- id: board-1934-c05
  text: The guild had some keepers.
  kind: figure
  certainty: stated
  paragraphs: [1]
  anchor: {{from: some, to: keepers}}
  about: [{about}]
  value: {{{value}}}
"""
WHERE = "data/claims/tarn-1931.yaml:18:10: error[conflicting-figures] value: conflicts with board-1934-c05"
HINT = "let both answer one question, or give them different units or dates (`as_of`)"


def lines(broken: Broken, value: str, about: str = "lamp-guild", more: str = "") -> list[str]:
    found = broken({"data/claims/board-1934.yaml": added(CLAIM.format(value=value, about=about) + more)})
    return [line for line in found if line.startswith(WHERE)]


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ('low: 96, unit: keepers, as_of: "1903"', "at least 96"),
        ("high: 84.5, unit: keepers", "at most 84.5"),
        ('low: 10, high: 20, unit: keepers, as_of: "1902/1904"', "10 to 20"),
        ('low: 1234567, high: 1234567, unit: keepers, as_of: "1903-05~"', "1234567"),
    ],
)
def test_figures_that_cannot_both_hold(broken: Broken, value: str, said: str) -> None:
    assert lines(broken, value) == [f"{WHERE} ({said} against 85 to 95 keepers); {HINT}"]


@pytest.mark.parametrize(
    "value",
    [
        'low: 96, unit: lamps, as_of: "1903"',
        'low: 96, unit: keepers, as_of: "1904"',
        'low: 96, unit: keepers, as_of: "../1902"',
        'low: 95, unit: keepers, as_of: "1903"',
        'low: 90, high: 90, unit: keepers, as_of: "1903"',
    ],
)
def test_figures_that_can_both_hold(broken: Broken, value: str) -> None:
    assert lines(broken, value) == []


def test_figures_on_another_subject(broken: Broken) -> None:
    assert lines(broken, "low: 200, unit: keepers", "reed-wardens, lamp-guild") == []


def test_figures_that_stand_together_on_a_question(broken: Broken) -> None:
    answer = "  answers: [{question: how-many-keepers, position: at-least-forty}]\n"
    assert lines(broken, "low: 200, unit: keepers", more=answer) == []


def test_figures_that_stand_on_different_questions(broken: Broken) -> None:
    answer = "  answers: [{question: when-founded, position: in-1901}]\n"
    assert len(lines(broken, "low: 200, unit: keepers", more=answer)) == 1
