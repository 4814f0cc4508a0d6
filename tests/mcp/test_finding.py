"""What is asked for is found by its stems, names and concepts, the best first."""

from __future__ import annotations

import pytest

from dossier.corpus.corpus import Corpus
from dossier.mcp.finding import Finder, finder


@pytest.fixture(scope="module")
def found(mini: Corpus) -> Finder:
    return finder(mini)


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("When was the guild founded?", "questions/when-founded/"),
        ("when did the guild begin", "questions/when-founded/"),
        ("Lamp Guild", "actors/lamp-guild/"),
        ("who lit the fire", "questions/who-lit-the-fire/"),
        ("Saltmouth", "places/saltmouth/"),
        ("download the data", "data/"),
    ],
)
def test_what_is_asked_for_stands_first(found: Finder, query: str, first: str) -> None:
    assert found.find(query)[0].address == first


def test_one_kind_can_be_asked_for(found: Finder) -> None:
    claims = found.find("guild founded", "Claim")
    assert {one.kind for one in claims} == {"Claim"}
    assert {one.address for one in claims[:3]} == {
        "claims/tarn-1931-c01/",
        "claims/quay-2002-c02/",
        "claims/board-1934-c02/",
    }


def test_paragraphs_are_found_by_their_words(found: Finder) -> None:
    (first, *_) = found.find("swore an oath", "Paragraph")
    assert first.address == "sources/tarn-1931/#p1"


def test_nothing_is_found_of_what_nobody_tells(found: Finder) -> None:
    assert found.find("zzxqy") == []
    assert found.find("") == []
