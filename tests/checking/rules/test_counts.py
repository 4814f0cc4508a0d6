from __future__ import annotations

import pytest

from tests.conftest import Broken, Change
from tests.support.changes import swapped

PAGE, QUESTION = "docs/quarrel.md", "data/questions/when-founded.yaml"
SAID = "[[count:when-founded/around-1898|Two papers]]"


@pytest.mark.parametrize(
    ("file", "change"),
    [
        (PAGE, swapped(SAID, "[[count:when-founded/in-1901|Only one paper]]")),
        (QUESTION, swapped("The oath", "For [[count:when-founded/around-1898|2]] the oath")),
    ],
)
def test_a_true_count_passes(broken: Broken, file: str, change: Change) -> None:
    assert broken({file: change}) == []


@pytest.mark.parametrize(
    ("mark", "message"),
    [
        (
            "[[count:when-founded/around-1898|Three papers]]",
            "“Three papers” says 3, and 2 stand by when-founded/around-1898; write 2",
        ),
        (
            "[[count:when-founded/around-1898|Some papers]]",
            "“Some papers” holds no number; write one number in words or figures, such as three",
        ),
        (
            "[[count:when-founded/around-1889|Two papers]]",
            '"when-founded" has no position "around-1889"; did you mean "around-1898"?',
        ),
    ],
)
def test_a_count_that_is_wrong(broken: Broken, mark: str, message: str) -> None:
    assert broken({PAGE: swapped(SAID, mark)}) == [f"{PAGE}:13:1: error[count] {message}"]


def test_a_count_in_a_record_is_told_at_its_place(broken: Broken) -> None:
    change = swapped("The oath", "For [[count:when-founded/around-1898|three]] the oath")
    assert broken({QUESTION: change}) == [
        f"{QUESTION}:8:18: error[count] why_they_differ: “three” says 3, and 2 stand by when-founded/around-1898; "
        "write 2"
    ]


def test_a_source_that_rejects_a_view_is_not_counted_for_it(broken: Broken) -> None:
    rejecting = swapped(
        'certainty: reported\n  paragraphs: [1]\n  anchor: {from: "as an article"',
        'certainty: disputed-by-author\n  paragraphs: [1]\n  anchor: {from: "as an article"',
    )
    lines = broken({"data/claims/board-1934.yaml": rejecting})
    assert lines == [f"{PAGE}:13:1: error[count] “Two papers” says 2, and 1 stand by when-founded/around-1898; write 1"]


def test_nothing_is_counted_while_claims_cannot_be_read(broken: Broken) -> None:
    (line,) = broken({"data/claims/board-1934.yaml": swapped("kind: intention", "kind: wish")})
    assert "error[unknown-value] kind" in line


def test_nothing_is_counted_where_a_claim_lacks_its_source(broken: Broken) -> None:
    lines = broken({"data/sources/board-1934.yaml": None, "docs/sources/board-1934.md": None})
    assert any("error[unknown-record]" in line for line in lines)
    assert not any("error[count]" in line for line in lines)
