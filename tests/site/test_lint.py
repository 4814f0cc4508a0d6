"""The site's own scripts and style sheets pass ESLint, the TypeScript compiler and stylelint, where npm is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tests.support.lint import script_remarks, style_remarks, type_remarks
from tests.support.node import MissingError
from tests.support.paths import ROOT

pytestmark = pytest.mark.slow

ASSETS = ROOT / "scripts" / "dossier" / "site" / "assets"
SCRIPTS = sorted(ASSETS.glob("*.js"))
WORDS = ASSETS / "say.d.ts"
SHEETS = sorted((ASSETS / "styles").glob("*.css"))
CHECKED = "// @ts-check\n"

Linter = Callable[[Sequence[Path]], str]


def remarks(linter: Linter, files: Sequence[Path]) -> str:
    try:
        return linter(files)
    except MissingError as missing:
        pytest.skip(f"Scripts and style sheets are not linted: {missing}")


@pytest.mark.parametrize(
    ("linter", "files"), [(script_remarks, SCRIPTS), (type_remarks, [*SCRIPTS, WORDS]), (style_remarks, SHEETS)]
)
def test_nothing_is_remarked(linter: Linter, files: list[Path]) -> None:
    assert files
    assert remarks(linter, files) == ""


@pytest.mark.parametrize(
    ("linter", "name", "text", "rule"),
    [
        (script_remarks, "one.js", "const unused = 1;\n", "no-unused-vars"),
        (script_remarks, "one.js", "missing();\n", "no-undef"),
        (type_remarks, "one.js", 'document.querySelector(".a").href;\n', "TS2339"),
        (style_remarks, "one.css", "a {\n  colr: red;\n}\n", "property-no-unknown"),
        (style_remarks, "one.css", ".Camel {\n  color: red;\n}\n", "selector-class-pattern"),
    ],
)
def test_a_mistake_is_remarked(tmp_path: Path, linter: Linter, name: str, text: str, rule: str) -> None:
    file = tmp_path / name
    file.write_text(text, "utf-8")
    assert rule in remarks(linter, [file])


def test_editors_check_the_types_of_each_script() -> None:
    assert [script.name for script in SCRIPTS if not script.read_text("utf-8").startswith(CHECKED)] == []
