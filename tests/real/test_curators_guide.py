"""The dossier keeps to its own guide: nothing in it is wrong, and nothing odd that is not accepted."""

from __future__ import annotations

from datetime import date

from dossier.commands.check import checked
from tests.support.paths import ROOT


def test_the_dossier_is_plausible() -> None:
    found = checked(ROOT, date.max)
    assert [str(problem) for problem in (*found.errors, *found.notices)] == []
