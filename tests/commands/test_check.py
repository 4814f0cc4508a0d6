"""A dossier with holes is checked to the end, notices and captured articles too."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from dossier.commands.check import checked
from dossier.load import load
from dossier.problems import ProblemsFound
from tests.conftest import Change, Changed
from tests.support.changes import swapped
from tests.support.paths import MINI

TODAY = date(2026, 1, 1)
CAPTURES = MINI.parent / "mini-captures"
FILES = sorted(path.relative_to(MINI).as_posix() for path in MINI.rglob("*") if path.suffix in (".yaml", ".md"))


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("text", [None, "- [", "x: y\n"], ids=["gone", "unreadable", "wrong"])
def test_a_dossier_in_which_one_file_is_not_as_it_should_be(changed: Changed, file: str, text: str | None) -> None:
    found = checked(changed({file: text}), TODAY, CAPTURES)
    assert all(problem.level == "error" for problem in found.errors)
    assert all(problem.level == "notice" for problem in found.notices)


def test_what_was_found_in_words(changed: Changed) -> None:
    sound = checked(MINI, TODAY)
    assert (sound.counts, sound.compared) == ("", "not compared with captures")
    assert checked(MINI, TODAY, CAPTURES).compared == "7 anchors found in 1 captured article"
    broken = checked(changed({"data/places/brisa.yaml": None}), TODAY)
    assert broken.counts == "1 problem"


ARTICLE, CLAIMS, SOURCE = "docs/sources/tarn-1931.md", "data/claims/tarn-1931.yaml", "data/sources/tarn-1931.yaml"
GUILD = "data/actors/lamp-guild.yaml"
FIRST, SECOND = '    - "c48a0c446f0b6105"\n', '    - "f7f682e1c12deac1"\n'


def rules(changed: Changed, files: dict[str, Change]) -> list[str]:
    """The rule of each line that is printed, errors and then notices."""
    found = checked(changed(files), TODAY, CAPTURES)
    return [problem.rule for problem in (*found.errors, *found.notices)]


def test_all_kinds_are_checked_in_one_run_causes_first(changed: Changed) -> None:
    files: dict[str, Change] = {
        "data/places/gulls.yaml": "[",
        "data/events/keeper-talks.yaml": swapped("type: negotiation", "type: parley"),
        "docs/quarrel.md": swapped("[[reed-wardens]]", "[[reed-warden]]"),
        "data/sources/quay-2002.yaml": swapped("2002-03-09", "2999-03-09"),
        CLAIMS: swapped('{from: "some ninety"', '{from: "some eighty"'),
    }
    assert rules(changed, files) == ["yaml", "unknown-type", "unknown-record", "captured-anchor", "future-dates"]


@pytest.mark.parametrize(
    ("files", "rule"),
    [
        ({ARTICLE: swapped("{: #p2 }\n", "")}, "article-paragraphs"),
        ({ARTICLE: None}, "article-paragraphs"),
        ({CLAIMS: None}, "missing-claims"),
        ({CLAIMS: swapped("kind: assessment", "knid: assessment")}, "unknown-key"),
        ({GUILD: swapped("names:", "naems:")}, "unknown-key"),
        ({SOURCE: swapped('"c48a0c446f0b6105"', '"c48a0c446f0b610"')}, "pattern"),
        ({SOURCE: swapped(FIRST + SECOND, SECOND + FIRST)}, "captured-paragraphs"),
    ],
)
def test_one_mistake_is_one_line_with_captures_too(changed: Changed, files: dict[str, Change], rule: str) -> None:
    assert rules(changed, files) == [rule]


def test_what_is_odd_of_a_record_with_a_mistake_waits(changed: Changed, tmp_path: Path) -> None:
    odd = swapped("text: LG,", "text: Harbour Board,")
    assert "shared-names" in rules(changed, {GUILD: odd})
    shutil.rmtree(tmp_path / "mini")
    both = rules(changed, {GUILD: lambda text: odd(text).replace("type: organisation", "type: choir")})
    assert "unknown-type" in both
    assert "shared-names" not in both


def test_a_build_and_the_preview_print_the_same_lines_in_the_same_order(changed: Changed) -> None:
    root = changed(
        {
            "data/places/gulls.yaml": "[",
            "docs/quarrel.md": swapped("[[reed-wardens]]", "[[reed-warden]]"),
            ARTICLE: swapped("{: #p2 }\n", ""),
        }
    )
    with pytest.raises(ProblemsFound) as refused:
        load(root)
    assert str(refused.value) == checked(root, TODAY).listing
