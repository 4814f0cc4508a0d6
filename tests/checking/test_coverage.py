from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dossier.checking.coverage import Item, gaps, items
from dossier.corpus.corpus import Corpus
from dossier.load import load
from tests.conftest import Changed
from tests.support.changes import swapped
from tests.support.paths import MINI

CAPTURED = (MINI.parent / "mini-captures" / "tarn-1931.txt").read_text("utf-8")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It counted 1,500 to 2,000 keepers.", [("figure", "1,500"), ("figure", "2,000")]),
        ("Some thirteen of them left, one by one.", [("figure", "thirteen")]),
        ("On May 7 they met, a Friday in May.", [("date", "May"), ("figure", "7"), ("date", "Friday")]),
        ("They may march on.", []),
        ("The board met Odo Pell of Salt Harbour.", [("name", "Odo Pell"), ("name", "Salt Harbour")]),
        ("Keepers left. Pell stayed. So did the LG.", [("name", "LG")]),
        ("He said: “Nobody lit it.” The U.S. envoy agreed.", [("name", "U.S.")]),
        ("", []),
    ],
)
def test_the_figures_dates_and_names_of_a_text(text: str, found: list[tuple[str, str]]) -> None:
    assert [(item.what, item.text) for item in items(text)] == found


def test_an_item_is_told_once_though_it_stands_twice() -> None:
    assert items("In 1903 and in 1903 they met.") == [Item("figure", "1903")]


@pytest.fixture
def missing(mini: Corpus) -> Callable[[str], list[tuple[int, str]]]:
    """What the first paragraph of Tarn's article lacks of a captured one."""

    def found(paragraph: str) -> list[tuple[int, str]]:
        return [(gap.paragraph, gap.text) for gap in gaps(mini, mini.source("tarn-1931"), [paragraph])]

    return found


def test_a_name_is_there_in_any_spelling_of_a_record_that_the_paragraph_links(
    missing: Callable[[str], list[tuple[int, str]]],
) -> None:
    assert missing("The old Brotherhood of the Wick, or LG, was there, the Niqābat al-Maṣābīḥ.") == []


def test_what_is_lacking_is_told_with_its_paragraph(missing: Callable[[str], list[tuple[int, str]]]) -> None:
    assert missing("It met Olaf Trygg in 1877.") == [(1, "Olaf Trygg"), (1, "1877")]


def test_a_figure_in_words_is_the_figure_in_digits(changed: Changed) -> None:
    root = changed({"data/claims/tarn-1931.yaml": swapped("about ninety keepers in", "about 90 keepers in")})
    corpus = load(root)
    assert [gap.text for gap in gaps(corpus, corpus.source("tarn-1931"), ["", "It had ninety keepers."])] == []


def test_a_people_is_its_countrys_name_with_an_ending(missing: Callable[[str], list[tuple[int, str]]]) -> None:
    assert missing("The board met Saltmouther keepers.") == []
    assert missing("The board met Sal keepers.") == [(1, "Sal")]


def test_a_left_out_item_needs_a_reason_and_must_be_missing(changed: Changed, tmp_path: Path) -> None:
    from tests.checking.rules.test_captured import lines  # noqa: PLC0415

    (tmp_path / "tarn-1931.txt").write_text(CAPTURED.replace("Share this page", "Share this page") + "", "utf-8")
    left_out = "join: [two years of talk]\n  left_out:\n    - {paragraph: 1, words: Zebra, why: It is not there.}"
    root = changed({"data/sources/tarn-1931.yaml": swapped("join: [two years of talk]", left_out)})
    found = [line for line in lines(load(root), tmp_path, root) if "captured-coverage" in line]
    assert found == [
        "data/sources/tarn-1931.yaml:25:7: error[captured-coverage] capture.left_out.1: "
        "paragraph 1 does not lack “Zebra”; take it out"
    ]
