"""What CONTRIBUTING.md names is there."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from tests.support.paths import ROOT

TEXT = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
PACKAGE = ROOT / "scripts" / "dossier"
NAMED = sorted(set(re.findall(r"`([a-z_]+(?:/[a-z_]+)*(?:/|\.py|\.sql))`", TEXT)))
FUNCTIONS = sorted(set(re.findall(r"`([a-z_]+)`(?: of `\w+`)? in `([a-z_/]+\.py)`", TEXT)))


def defined(module: Path) -> set[str]:
    kinds = (ast.FunctionDef, ast.ClassDef)
    return {node.name for node in ast.walk(ast.parse(module.read_text("utf-8"))) if isinstance(node, kinds)}


@pytest.mark.parametrize("name", NAMED)
def test_a_folder_or_module_that_it_names_is_there(name: str) -> None:
    assert any((folder / name).exists() for folder in (PACKAGE, ROOT, PACKAGE / "checking"))


@pytest.mark.parametrize(("function", "module"), FUNCTIONS)
def test_a_function_that_it_names_is_in_its_module(function: str, module: str) -> None:
    assert function in defined(PACKAGE / module)


def test_the_flow_names_its_functions() -> None:
    steps = [line for line in TEXT.splitlines() if re.match(r"\| \d+ \|", line)]
    assert [line.split("|")[1].strip() for line in steps] == [str(number) for number in range(1, 11)]
    assert len(FUNCTIONS) >= len(steps)


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\]\(([^)#]+)\)", TEXT))))
def test_a_link_leads_to_a_file(target: str) -> None:
    assert (ROOT / target).is_file()
