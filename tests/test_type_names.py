"""A type has a name of its own among the folders that make, derive and draw values."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import dossier

PACKAGE = Path(dossier.__file__).parent
FOLDERS = ("captures", "corpus", "editions", "exports", "pictures", "reading", "search", "text")


def types_of(text: str) -> Iterator[str]:
    """The classes of a module, and the names in capitals and small letters that it gives to other types."""
    for node in ast.parse(text).body:
        if isinstance(node, ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Assign) and not _is_type_variable(node.value):
            names = [target.id for target in node.targets if isinstance(target, ast.Name)]
            yield from (name for name in names if name[:1].isupper() and not name.isupper())


def _is_type_variable(value: ast.expr) -> bool:
    return isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id == "TypeVar"


def test_no_two_types_share_a_name() -> None:
    where = defaultdict(list)
    for module in sorted(one for folder in FOLDERS for one in (PACKAGE / folder).rglob("*.py")):
        for name in types_of(module.read_text("utf-8")):
            where[name].append(module.relative_to(PACKAGE).as_posix())
    assert len(where) > 80
    assert {name: modules for name, modules in where.items() if len(modules) > 1} == {}


def test_what_is_a_type() -> None:
    text = "T = TypeVar('T')\nMOST = 3\nRow = list[str]\nfirst = Row\n\nclass Mark:\n    Inner = int\n"
    assert list(types_of(text)) == ["Row", "Mark"]
