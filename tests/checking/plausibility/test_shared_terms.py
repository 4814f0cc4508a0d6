from __future__ import annotations

import pytest

from tests.checking.plausibility.conftest import Noticed
from tests.support.changes import swapped

ARTICLE = "docs/sources/tarn-1931.md"


def linking(words: str) -> dict[str, object]:
    return {ARTICLE: swapped("From 1905 until perhaps 1907 the two sides talked.", words)}


def test_one_name_links_two_actors(noticed: Noticed) -> None:
    found = noticed(
        {
            ARTICLE: swapped(
                "until perhaps 1907 the two sides", "until perhaps 1907 [[harbour-board|Lamp Guild]], [[lamp-guild]]"
            )
        }
    )
    assert found == [
        f"{ARTICLE}:18:60: notice[shared-terms] link: “Lamp Guild” links lamp-guild here, and harbour-board before; "
        "link one record, or say in data/accepted.yaml by what rule it means both"
    ]


@pytest.mark.parametrize(
    "words",
    [
        "[[harbour-board|the board]] and [[lamp-guild|the board]]",
        "[[saltmouth]] and [[lamp-guild|Saltmouth]]",
        "[[guild-founding|LG]] and [[lamp-guild|LG]]",
        "[[lamp-guild]] and [[lamp-guild|LG]]",
    ],
    ids=["words that are no name", "a place and an actor", "an event", "two names of one"],
)
def test_what_is_no_name_of_two(noticed: Noticed, words: str) -> None:
    assert noticed({ARTICLE: swapped("the two sides talked", f"{words} talked")}) == []


def test_another_article_may_link_another(noticed: Noticed) -> None:
    assert (
        noticed({"docs/quarrel.md": swapped("One paper", "[[harbour-board|Lamp Guild]], [[lamp-guild]]. One paper")})
        == []
    )
