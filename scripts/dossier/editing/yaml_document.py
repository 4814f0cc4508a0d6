"""A file of records, in which single values change and all else keeps its bytes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from dossier.editing.house_form import PLAIN, Value, form_of_file
from dossier.editing.pending import Pending
from dossier.editing.splices import spliced
from dossier.editing.yaml_syntax import Node, parse
from dossier.model.base import Path
from dossier.problems import ProblemsFound
from dossier.reading.yaml_file import YamlNode, read_yaml

Where = Path
"""The way to a value: keys, and places in lists counted from 0, as ``Reference.path`` has them; of a file that is a
list, the place of the record comes first: ``(3, "answers", 0, "question")``."""


@dataclass(frozen=True, slots=True)
class Put:
    """Gives a key, or an item of a list, a new value; a key that is not there yet comes where its record has it."""

    path: Where
    value: Value


@dataclass(frozen=True, slots=True)
class Insert:
    """Adds an item to the list at ``path`` before the one at ``index``, or last. A list that is not there is begun."""

    path: Where
    value: Value
    index: int | None = None


@dataclass(frozen=True, slots=True)
class Remove:
    """Takes a key or an item away, with the comment above it; a list whose last item goes, goes with its key."""

    path: Where


Edit = Put | Insert | Remove


@dataclass(frozen=True)
class Document:
    """The text of a file of records, taken apart."""

    file: str
    text: str
    node: YamlNode

    @classmethod
    def read(cls, file: str, text: str) -> Document:
        """Raises ``ProblemsFound`` where the text is no YAML that a record may be written in."""
        node, problems = read_yaml(text, file)
        if node is None:
            raise ProblemsFound(problems)
        return cls(file, text, node)

    def plain(self) -> Any:
        """What the file says: ``str``, ``list`` and ``dict`` only."""
        return self.node.plain()

    def place(self, key: str, value: str) -> int:
        """The place of the item of a list whose ``key`` has this value, from 0. Raises ``LookupError``."""
        items = self.node.value if isinstance(self.node.value, list) else []
        for number, item in enumerate(items):
            if isinstance(item.value, dict) and key in item.value and item.value[key].value == value:
                return number
        raise LookupError(f'{self.file} has no item whose {key} is "{value}"')

    def edited(self, edits: Iterable[Edit]) -> str:
        """The text after these edits, whose paths all lead into the document as it is; empty where nothing is left.

        Whatever no edit touches keeps its bytes, comments too. What is put or inserted has the house form. Raises
        ``LookupError`` where a path leads nowhere.
        """
        pending = Pending(self._root)
        for edit in edits:
            self._add(pending, edit)
        return spliced(self.text, pending, form_of_file(self.file) or PLAIN)

    @cached_property
    def _root(self) -> Node:
        return parse(self.text).root

    def _add(self, pending: Pending, edit: Edit) -> None:
        match edit:
            case Insert(path, value, index):
                pending.insert(path, value, index)
            case Put(path, value):
                pending.put(path, value)
            case Remove(path):
                pending.remove(path)
