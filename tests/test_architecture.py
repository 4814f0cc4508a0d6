"""What the design forbids, asked of the source of the package itself."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import dossier
from dossier import rules

PACKAGE = Path(dossier.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))


def imported(module: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def test_only_the_plugin_imports_mkdocs() -> None:
    users = {
        module.relative_to(PACKAGE).as_posix()
        for module in MODULES
        for name in imported(module)
        if name.split(".")[0] in ("mkdocs", "material")
    }
    assert users <= {"plugin.py"}


def test_reading_and_rules_know_nothing_of_pages() -> None:
    inner = ("problems", "reading", "dates", "names", "validation", "markup", "prose", "records", "corpus", "schemas")
    outer = {"dossier.pages", "dossier.site", "dossier.search", "dossier.plugin", "dossier.cli"}
    for name in inner:
        assert outer.isdisjoint(imported(PACKAGE / f"{name}.py")), name
    for module in (PACKAGE / "rules").glob("*.py"):
        assert outer.isdisjoint(imported(module)), module.name


def test_every_rule_is_run_and_has_a_test_of_its_name() -> None:
    written = {path.stem for path in (PACKAGE / "rules").glob("*.py")} - {"__init__"}
    always = [rule.__name__.rpartition(".")[2] for rule in rules.RULES]
    assert sorted([*always, "captured"]) == sorted(written)
    tested = {path.stem.removeprefix("test_") for path in (Path(__file__).parent / "rules").glob("test_*.py")}
    assert tested == written
