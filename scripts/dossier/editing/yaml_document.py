"""A file of records, in which single values change and all else keeps its bytes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from dossier.editing.house_form import Value
from dossier.model.base import Path

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

    @classmethod
    def read(cls, file: str, text: str) -> Document:
        """Raises ``ProblemsFound`` where the text is no YAML that a record may be written in."""
        raise NotImplementedError

    def plain(self) -> Any:
        """What the file says: ``str``, ``list`` and ``dict`` only."""
        raise NotImplementedError

    def place(self, key: str, value: str) -> int:
        """The place of the item of a list whose ``key`` has this value, from 0. Raises ``LookupError``."""
        raise NotImplementedError

    def edited(self, edits: Iterable[Edit]) -> str:
        """The text after these edits, whose paths all lead into the document as it is; empty where nothing is left.

        Whatever no edit touches keeps its bytes, comments too. What is put or inserted has the house form. Raises
        ``LookupError`` where a path leads nowhere.
        """
        raise NotImplementedError
