from __future__ import annotations

import pytest

from tests.checking.plausibility.conftest import Noticed
from tests.support.changes import added, swapped

PAGE, QUESTION = "docs/quarrel.md", "data/questions/when-founded.yaml"
PLACES = (("data/sources", "yaml"), ("docs/sources", "md"))
SENTENCE = "One paper says that they never belonged"


@pytest.mark.parametrize(
    ("words", "found", "hint"),
    [
        ("No source says that they belonged", "No source", ""),
        ("Only [[quay-2002|Quay]] says that they never belonged", "Only Quay", ""),
        ("Tarn alone says that they never belonged", "Tarn alone", ""),
        ("None of the sources says that they belonged", "None of the sources", ""),
        ("Two of the three say that they belonged", "Two of the three", "write [[count:sources|Two of the three]]"),
        ("All three\nsay that they belonged", "All three", "write [[count:sources|All three]]"),
        ("Neither source says that they belonged", "Neither source", ""),
        ("Nobody else says that they belonged", "Nobody else says", ""),
    ],
)
def test_words_of_an_essay_that_count_sources(noticed: Noticed, words: str, found: str, hint: str) -> None:
    hint = hint or f"write [[count:question/position|{found}]] where records can tell, or else [[count:of:3|{found}]]"
    start = " ".join(words.replace("[[quay-2002|Quay]]", "Quay").split())
    (line,) = noticed({PAGE: swapped(SENTENCE, words)})
    told = f"{PAGE}:7:67: notice[uncounted-sources] “{found}” counts sources without a mark: {start}"
    assert line.startswith(told[:150])
    assert line.endswith(f"; {hint}")


def test_words_of_a_record_that_count_sources(noticed: Noticed) -> None:
    (line,) = noticed({QUESTION: swapped("The oath", "For no source the oath")})
    assert line.startswith(f"{QUESTION}:8:18: notice[uncounted-sources] why_they_differ: “no source” counts sources")


@pytest.mark.parametrize(
    "words",
    [
        "[[count:of:3|No source]] says that they belonged",
        "[[count:of:3|Only]] [[quay-2002|Quay]] says that they belonged",
        "None of the [[count:sources|three sources]] says that they belonged",
        "Only the wardens say that they belonged",
        "All three lamps say that they belonged",
        "Quay, only weeks later, says that they belonged",
    ],
)
def test_what_bears_a_mark_or_counts_no_sources(noticed: Noticed, words: str) -> None:
    assert noticed({PAGE: swapped(SENTENCE, words)}) == []


def test_pages_about_the_site_speak_of_sources_in_general(noticed: Noticed) -> None:
    said = "\nTwo sources that differ make a question, and no source is left out. There are three sources.\n"
    (line,) = noticed({"docs/about/index.md": added(said)})
    assert "“three sources” counts sources without a mark" in line


def test_where_there_are_two_sources_two_speaks_of_any(noticed: Noticed) -> None:
    gone = {f"{place}/quay-2002.{end}": None for place, end in PLACES}
    said = "\nTwo sources that differ make a question.\n"
    assert not [line for line in noticed({**gone, "docs/about/index.md": added(said)}) if "about/index.md" in line]


def test_headings_and_restated_articles_are_left_alone(noticed: Noticed) -> None:
    changes = {
        PAGE: swapped("# The quarrel", "# What no source tells"),
        "docs/sources/tarn-1931.md": swapped("From 1905 until", "No source tells that from 1905 until"),
    }
    assert noticed(changes) == []


def test_where_there_is_one_source_or_none_no_words_are_of_all(noticed: Noticed) -> None:
    gone = {f"{place}/{one}.{end}": None for one in ("quay-2002", "board-1934") for place, end in PLACES}
    said = "\nNo source is left out, and one source is enough.\n"
    assert not [line for line in noticed({**gone, "docs/about/index.md": added(said)}) if "about/index.md" in line]
