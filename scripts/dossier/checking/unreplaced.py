"""The words in capitals with which a record is begun, where they still stand in its file."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from dossier.model.record_templates import placeholders
from dossier.problems import Problem
from dossier.reading.yaml_file import YamlNode

RULE, HINT = "placeholder", "fill it in"


def is_unreplaced(value: object) -> bool:
    """Whether a value is such words, and nothing else."""
    return isinstance(value, str) and value in _known()


def unreplaced(node: YamlNode, file: str) -> Iterator[Problem]:
    """A problem for each value of a file that is such words."""
    for line, column, text in node.texts():
        if is_unreplaced(text):
            yield Problem(file, line, column, RULE, f"“{text}” was not replaced", hint=HINT)


@cache
def _known() -> frozenset[str]:
    return placeholders()
