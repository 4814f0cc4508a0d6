from __future__ import annotations

import pytest

from tests.conftest import Broken
from tests.support.changes import added

HINT = "cite it with [@claim]"


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("Nobody kept the last lamp of all.", "Nobody kept the last lamp of …"),
        ("The [[lamp-guild|guild]] **fell** silent.", "The guild fell silent. …"),
        ("- one\n- two", "- one - two …"),
        ("> Alas.", "> Alas. …"),
        ("Written `[@tarn-1931-c01]` so.", "Written [@tarn-1931-c01] so. …"),
        ("    Indented text is text.", "Indented text is text. …"),
    ],
)
def test_a_block_of_an_essay_that_cites_nothing(broken: Broken, more: str, said: str) -> None:
    assert broken({"docs/quarrel.md": added(f"\n{more}\n")}) == [
        f'docs/quarrel.md:20:1: error[essay-citations] no claim behind "{said}"; {HINT}'
    ]


@pytest.mark.parametrize("more", ["## A heading", "---", "* * *", "```\ncode\n```", "- one [@tarn-1931-c01]\n- two"])
def test_what_states_nothing_needs_no_citation(broken: Broken, more: str) -> None:
    assert broken({"docs/quarrel.md": added(f"\n{more}\n")}) == []


def test_what_the_home_page_says_above_its_first_heading(broken: Broken) -> None:
    text = "Nobody kept the last lamp.\n\n## What this site cannot tell\n\nWho did.\n"
    assert broken({"docs/index.md": text}) == [
        f'docs/index.md:1:1: error[essay-citations] no claim behind "Nobody kept the last lamp. …"; {HINT}'
    ]


@pytest.mark.parametrize("page", ["docs/about/index.md", "docs/about/method.md"])
def test_pages_that_are_no_essays_need_none(broken: Broken, page: str) -> None:
    assert broken({page: "Nobody kept the last lamp.\n"}) == []
