"""A dossier with holes is checked to the end, notices and captured articles too."""

from __future__ import annotations

from datetime import date

import pytest

from dossier.commands.check import checked
from tests.conftest import Changed
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
    assert broken.counts == f"{len(broken.errors)} problems"
