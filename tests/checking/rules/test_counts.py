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


@pytest.mark.parametrize(
    "mark",
    [
        "[[count:sources|All three]]",
        "[[count:sources|None of the three]]",
        "[[count:of:3|No source]]",
        "[[count:when-founded|Three papers]]",
        "[[count:about:lamp-guild|All three]]",
        "[[count:when-founded/in-1901|Only Quay]]",
        "[[count:when-founded/around-1898|Two]]",
    ],
)
def test_what_else_is_counted_and_true(broken: Broken, mark: str) -> None:
    assert broken({PAGE: swapped(SAID, mark)}) == []


@pytest.mark.parametrize(
    ("mark", "message"),
    [
        (
            "[[count:sources|All four]]",
            "“All four” says 4, and there are 3 sources; write 3, and read the sentence again",
        ),
        (
            "[[count:sources|No source]]",
            "“No source” holds no number of sources; write [[count:of:3|No source]], or a number",
        ),
        ("[[count:when-founded|Both]]", "“Both” says 2, and 3 answer when-founded; write 3"),
        ("[[count:about:lamp-guild|Two]]", "“Two” says 2, and 3 have claims about lamp-guild; write 3"),
        (
            "[[count:lamp-guild|Three]]",
            '"lamp-guild" is no question; write count:about:lamp-guild for the sources that speak of it',
        ),
        (
            "[[count:when-founded/in-1901|Only Tarn]]",
            "“Only Tarn” names Tarn 1931, and Quay 2002 stand by when-founded/in-1901; name who does",
        ),
    ],
)
def test_what_else_is_counted_and_wrong(broken: Broken, mark: str, message: str) -> None:
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


def test_nothing_is_counted_while_a_source_is_not_there(broken: Broken) -> None:
    lines = broken({"data/sources/board-1934.yaml": None, "docs/sources/board-1934.md": None})
    assert lines
    assert not [line for line in lines if "error[count]" in line]
