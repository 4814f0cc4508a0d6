"""What is asked for is found by its stems, names and concepts, the best first."""

from __future__ import annotations

import pytest

from dossier.corpus.corpus import Corpus
from dossier.mcp.finding import Finder, finder
from dossier.model.records import Claim


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


@pytest.mark.parametrize(
    ("query", "read_as"),
    [
        ("Lampp Giuld", "lamp guild"),
        ("Saltmuth", "saltmouth"),
        ("when was the gild foundet", "when was the guild founded"),
        ("Harbour Baord", "harbour board"),
        ("Lamp Guild in 1901", "Lamp Guild in 1901"),
        ("weather forecast", "weather forecast"),
        ("how does the guild cope", "how does the guild cope"),
        ("lamping", "lamping"),
        ("how many keepers", "how many keepers"),
        ("oyl", "oyl"),
        ("19001", "19001"),
    ],
)
def test_a_slip_is_mended_where_nothing_holds_the_word(found: Finder, query: str, read_as: str) -> None:
    assert found.spelling.mended(query) == read_as


def test_no_word_that_is_held_is_a_slip(found: Finder, mini: Corpus) -> None:
    for claim in mini.of(Claim):
        assert found.spelling.mended(claim.text) == claim.text
