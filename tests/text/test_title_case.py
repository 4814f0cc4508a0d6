from __future__ import annotations

import re

import pytest

from dossier.text.title_case import FILLER, JOINER, is_plain, marked, title_case, unmarked


def held(title: str) -> list[str]:
    """The words that are marked to stay in lower case."""
    return re.findall('<span class="nocase">(.*?)</span>', marked(title))


# A test with citeproc-js compares what becomes of these titles.
TITLES = {
    "Life under the lamp": ["under", "the"],
    "under the lamp": ["the"],
    "What the lamp was for": ["the"],
    "How the keepers’ fire went out": ["the", "out"],
    "Tarn’s way out": ["out"],
    "How the guild’s fire, in the end, went out": ["the", "in", "the"],
    "How the guild began: under oath": ["the"],
    "Who asked? after all, nobody": [],
    "Keepers; among them Ada": ["among"],
    "Pulled out, the keepers left": ["out", "the"],
    "Keepers, al-Brisa and others": ["al", "and"],
    "Keepers of al-Brisa": ["of"],
    "Well-off keepers": ["off"],
    "Under Lamps And Oil": [],
    "Undertow between overtones": ["between"],
    "A face vis-à-vis a lamp": ["a"],
    "Called “oil”, and “light”.": ["and"],
}


@pytest.mark.parametrize(("title", "expected"), TITLES.items())
def test_a_small_word_is_held_where_the_reference_holds_it(title: str, expected: list[str]) -> None:
    assert held(title) == expected


@pytest.mark.parametrize("mark", [",", "."])
def test_punctuation_stays_after_quotation_marks(mark: str) -> None:
    assert marked(f"Called “oil”{mark}") == f"Called “oil”{JOINER}{mark}"
    assert unmarked(f"Called “oil”{JOINER}{mark}") == f"Called “oil”{mark}"


def test_a_small_word_is_parted_from_pandocs_list_where_the_reference_capitalises_it() -> None:
    assert marked("the fire it was for") == f"the{FILLER} fire it was for{FILLER}"
    assert unmarked(f"The{FILLER} Fire It Was For{FILLER}") == "The Fire It Was For"
    assert marked("a") == "a"


def test_a_title_without_small_words_is_what_it_was() -> None:
    assert marked("Lamps & Lies") == "Lamps & Lies"


def test_title_case() -> None:
    assert title_case("The man who came from Hizb-e-Lamp, then left") == "The Man Who Came from Hizb-e-Lamp, Then Left"
    assert title_case("What it was for") == "What It Was For"


@pytest.mark.parametrize("title", ["A lamp", "Who?", "The “oil” of 9,000 lamps.", "Low- and high - Oil & lamps’ oil"])
def test_a_title_of_plain_words_is_plain(title: str) -> None:
    assert is_plain(title)


@pytest.mark.parametrize(
    "title", ["", "a lamp", "A “lamp", "A ”lamp“", "A <lamp>", "A lamp: a", "What it is a", "Lamp…"]
)
def test_a_title_of_which_the_print_is_not_known_is_not_plain(title: str) -> None:
    assert not is_plain(title)
