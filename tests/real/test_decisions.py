"""The record of decisions: numbered without a gap, each with its date and status, all of them in the index."""

from __future__ import annotations

import re
from datetime import date

import pytest

from tests.support.paths import ROOT

FOLDER = ROOT / "decisions"
FILES = sorted(path for path in FOLDER.glob("*.md") if path.name != "README.md")
INDEX = (FOLDER / "README.md").read_text("utf-8")
HEAD = re.compile(r"# (\d{4}): (.+)\n\n- Date: (\d{4}-\d\d-\d\d)\n- Status: (.+)\n- About: .+\n\n(?=\S)")


def test_they_are_numbered_without_a_gap() -> None:
    assert [path.name[:4] for path in FILES] == [f"{number:04}" for number in range(1, len(FILES) + 1)]


@pytest.mark.parametrize("name", [path.name for path in FILES])
def test_each_has_its_head_and_its_row_in_the_index(name: str) -> None:
    head = HEAD.match((FOLDER / name).read_text("utf-8"))
    assert head, "needs number, title, date, status, what it is about, and the reason"
    number, title, day, status = head.groups()
    assert name.startswith(f"{number}-")
    assert date.fromisoformat(day)
    assert f"| {number} | [{title}]({name}) | {day} | {status} |\n" in INDEX
    superseded = re.fullmatch(r"superseded by \[\d{4}\]\((.+)\)", status)
    assert (FOLDER / superseded[1]).is_file() if superseded else status == "accepted"


def test_the_index_lists_nothing_else() -> None:
    assert sorted(re.findall(r"\]\((\d{4}-[^)]+)\) \| \d", INDEX)) == [path.name for path in FILES]
