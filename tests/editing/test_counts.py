from __future__ import annotations

import pytest

from dossier.editing.counts import mend_counts
from dossier.editing.draft import Draft
from dossier.load import load
from tests.conftest import Changed
from tests.support.changes import added
from tests.support.paths import MINI

CORPUS = load(MINI)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("[[count:when-founded/around-1898|Three papers]]", "[[count:when-founded/around-1898|Two papers]]"),
        ("[[count:when-founded|both]]", "[[count:when-founded|three]]"),
        ("[[count:about:lamp-guild|5 sources]]", "[[count:about:lamp-guild|3 sources]]"),
        ("[[count:sources|two of the four]]", "[[count:sources|two of the three]]"),
        ("[[count:of:12|no\nsource]]", "[[count:of:3|no\nsource]]"),
    ],
)
def test_each_kind_of_count_is_put_right_and_told(changed: Changed, wrong: str, right: str) -> None:
    root = changed({"docs/about/index.md": added(f"\nIt is {wrong}, and `{wrong[:14]}` stays.\n")})
    draft = Draft(root)
    told = mend_counts(draft, CORPUS, seen_to_hold=True)
    assert draft.text("docs/about/index.md").endswith(f"\nIt is {right}, and `{wrong[:14]}` stays.\n")
    assert [line[:23] for line in told] == ["docs/about/index.md:19:"]
    assert "read the sentence again" in told[0]


@pytest.mark.parametrize(
    "words",
    [
        "[[count:when-founded|three]]",
        "[[count:when-founded/nowhere|three]]",
        "[[count:when-founded|one or two]]",
        "[[count:when-founded|some]]",
        "[[count:about:reed-wardens|three]]",
    ],
)
def test_what_is_right_or_says_no_one_number_is_let_be(changed: Changed, words: str) -> None:
    draft = Draft(changed({"docs/about/index.md": added(f"\nIt is {words}.\n")}))
    assert mend_counts(draft, CORPUS, seen_to_hold=True) == []
    assert draft.changes.files == {}


def test_the_number_for_words_that_leave_sources_out_waits_for_a_reader(changed: Changed) -> None:
    draft = Draft(changed({"docs/about/index.md": added("\nIt is [[count:of:12|no source]].\n")}))
    assert mend_counts(draft, CORPUS, seen_to_hold=False) == []
    assert draft.changes.files == {}
