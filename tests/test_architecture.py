"""What the design forbids, asked of the source of the package itself."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import dossier
from dossier.checking import rules
from tests.support.paths import TESTS

PACKAGE = Path(dossier.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))
# A folder, or a module beside them, imports from those before it and from none after it.
ORDER = (
    "problems",
    "swap",
    "text",
    "reading",
    "model",
    "captures",
    "corpus",
    "checking",
    "load",
    "editing",
    "editions",
    "citations",
    "pictures",
    "exports",
    "pages",
    "search",
    "mcp",
    "site",
    "commands",
    "desk",
    "renderers",
    "preview",
    "cli",
    "__main__",
)


def imported(module: Path) -> Iterator[str]:
    """The modules that a module imports; those of a package that it takes by name are named whole."""
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def place_of(module: Path) -> str:
    return module.relative_to(PACKAGE).parts[0].removesuffix(".py")


@pytest.mark.parametrize("module", [one for one in MODULES if one.parent != PACKAGE or one.name != "__init__.py"])
def test_a_folder_imports_from_those_above_it_alone(module: Path) -> None:
    ours = [name.split(".")[1] for name in imported(module) if name.startswith("dossier.")]
    own = ORDER.index(place_of(module))
    assert [name for name in ours if ORDER.index(name) > own] == []


def test_only_one_renderer_imports_mkdocs() -> None:
    users = {
        module.relative_to(PACKAGE).as_posix()
        for module in MODULES
        for name in imported(module)
        if name.split(".")[0] in ("mkdocs", "material")
    }
    assert users == {"renderers/mkdocs.py"}


def test_every_rule_is_run_and_has_a_test_of_its_name() -> None:
    written = {path.stem for path in (PACKAGE / "checking" / "rules").glob("*.py")} - {"__init__"}
    always = [rule.__name__.rpartition(".")[2] for rule in rules.RULES]
    assert sorted([*always, "captured"]) == sorted(written)
    tested = {path.stem.removeprefix("test_") for path in (TESTS / "checking" / "rules").glob("test_*.py")}
    assert tested == written
