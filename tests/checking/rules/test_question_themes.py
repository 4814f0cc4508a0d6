from __future__ import annotations

import pytest

from tests.conftest import Broken
from tests.support.changes import swapped

FILE = "data/questions/when-founded.yaml"


@pytest.mark.parametrize(
    ("theme", "hint"),
    [
        ("orgins", 'did you mean "origins"?'),
        ("index", "give the name of a page in docs/, or leave the theme out"),
        ("mentions", "give the name of a page in docs/, or leave the theme out"),
    ],
)
def test_a_theme_that_is_no_topic_page(broken: Broken, theme: str, hint: str) -> None:
    assert broken({FILE: swapped("kind: date\n", f"kind: date\ntheme: {theme}\n")}) == [
        f'{FILE}:4:8: error[question-theme] theme: no topic page "{theme}"; {hint}'
    ]


def test_a_theme_that_could_not_be_read_is_no_second_mistake(broken: Broken) -> None:
    lines = broken({FILE: swapped("kind: date\n", "kind: date\ntheme: quarrel\n"), "docs/quarrel.md": "a\u200b\n"})
    assert [line.partition(":")[0] for line in lines] == ["docs/quarrel.md"]


def test_a_topic_page_is_a_theme(broken: Broken) -> None:
    assert broken({FILE: swapped("kind: date\n", "kind: date\ntheme: quarrel\n")}) == []
