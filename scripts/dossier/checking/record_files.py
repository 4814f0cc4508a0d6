"""Files that hold one record, or a list of them: read and validated, each once where a memory is kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from dossier.checking.validation import validate
from dossier.model.records import Model
from dossier.problems import MOST, Problem, Stage
from dossier.reading.yaml_file import ReadingError, YamlNode, read_text, read_yaml

M = TypeVar("M", bound=Model)
T = TypeVar("T")
ModelOf = Callable[[YamlNode], type[M]]
Made = tuple[T, list[Problem]]
"""What was made of a file, and the problems on the way."""
Item = tuple[M, YamlNode]
"""What a file says, and where in it each value stands."""


class Memory:
    """What files held when they were last read, for who reads a dossier again and again."""

    def __init__(self) -> None:
        self._files: dict[str, tuple[str, Any]] = {}

    def recall(self, file: str, text: str, make: Callable[[str, str], T]) -> T:
        """What ``make`` makes of the name and the text of a file; made anew where the text is not as before."""
        known = self._files.get(file)
        if known is None or known[0] != text:
            known = self._files[file] = text, make(file, text)
        made: T = known[1]
        return made


@dataclass(frozen=True, slots=True)
class Files:
    """The files of the dossier in ``root``. ``context`` is handed to the fields of the models."""

    root: Path
    context: Mapping[str, Any]
    memory: Memory

    def relative(self, path: Path) -> str:
        return path.relative_to(self.root).as_posix()

    def made(self, path: Path, make: Callable[[str, str], Made[T]], nothing: T) -> Made[T]:
        """What ``make`` makes of a file, and the problems on the way; ``nothing`` where it cannot be read."""
        file = self.relative(path)
        text, problems = read_text(path, file)
        if problems:
            return nothing, problems
        made, found = self.memory.recall(file, text, make)
        return made, list(found)

    def one(self, model: type[M], path: Path, given: Mapping[str, str]) -> tuple[Item[M] | None, list[Problem]]:
        """What a file that holds one thing says, and its problems."""
        return self.made(path, partial(_one, model, given, self.context), None)

    def each(self, model: ModelOf[M], path: Path, given: Mapping[str, str]) -> tuple[list[Item[M]], list[Problem]]:
        """The items of a file that holds a list, and its problems.

        ``model`` says what an item is, or raises ``ReadingError``.
        """
        return self.made(path, partial(_items, model, given, self.context), [])


def _one(
    model: type[M], given: Mapping[str, str], context: Mapping[str, Any], file: str, text: str
) -> tuple[Item[M] | None, list[Problem]]:
    node, problems = read_yaml(text, file)
    if node is None:
        return None, problems
    record, problems = validate(model, node, file, given, context)
    return ((record, node) if record else None), problems


def _items(
    model: ModelOf[M], given: Mapping[str, str], context: Mapping[str, Any], file: str, text: str
) -> tuple[list[Item[M]], list[Problem]]:
    """The items of a list; where too many are bad, the rest is not looked at."""
    node, problems = read_yaml(text, file)
    if node is None:
        return [], problems
    if not isinstance(node.value, list):
        hint = "begin each item with `- `"
        found = Problem(file, node.line, node.column, "wrong-type", "needs a list", hint=hint, stage=Stage.FILE)
        return [], [found]
    items: list[Item[M]] = []
    for number, one in enumerate(node.value):
        if len(problems) >= MOST:
            message = f"the {len(node.value) - number:,} items from here on are not looked at"
            more = Problem(file, one.line, one.column, "too-many", message, hint="mend those above first")
            return items, [*problems, more]
        item, found_here = _item(model, one, file, given, context)
        problems += found_here
        if item is not None:
            items.append((item, one))
    return items, problems


def _item(
    model: ModelOf[M], node: YamlNode, file: str, given: Mapping[str, str], context: Mapping[str, Any]
) -> tuple[M | None, list[Problem]]:
    try:
        return validate(model(node), node, file, given, context)
    except ReadingError as error:
        return None, [error.in_file(file)]
