"""Every rule has a name and a test of its own, and the invented dossier is plausible."""

from __future__ import annotations

from pathlib import Path

from dossier.checking import plausibility
from dossier.checking.plausibility import RULES
from tests.checking.plausibility.conftest import Noticed

HELPERS = {"__init__", "given", "acceptance"}


def test_a_rule_is_called_by_its_module_is_run_and_has_a_test_of_its_name() -> None:
    written = {path.stem for path in Path(plausibility.__file__).parent.glob("*.py")} - HELPERS
    assert sorted(rule.__name__.rpartition(".")[2] for rule in RULES) == sorted(written)
    tested = {path.stem.removeprefix("test_") for path in Path(__file__).parent.glob("test_*.py")}
    assert tested == written | {"acceptance", "plausibility"}
    for rule in RULES:
        assert rule.__name__.rpartition(".")[2].replace("_", "-") == rule.RULE


def test_nothing_in_the_invented_dossier_is_odd(noticed: Noticed) -> None:
    assert noticed({}) == []
