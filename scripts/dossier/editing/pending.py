"""What is to be done to the parts of a YAML text, gathered before any of it is done."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from dossier.editing.house_form import Value
from dossier.editing.yaml_syntax import Node
from dossier.model.base import Path
from dossier.problems import dotted


@dataclass(eq=False, slots=True)
class Around:
    """What is to be done to the entries of one list or mapping, by their place.

    ``inserted`` are new items by the place before which they come; the number of the items stands for the end.
    ``added`` are new keys.
    """

    put: dict[int, Value] = field(default_factory=dict)
    removed: set[int] = field(default_factory=set)
    inserted: defaultdict[int, list[Value]] = field(default_factory=lambda: defaultdict(list))
    added: dict[str, Value] = field(default_factory=dict)


class Pending:
    """The edits of a document, each at the list or mapping whose entries it changes."""

    def __init__(self, root: Node) -> None:
        self.root = root
        self._around: dict[int, Around] = {}

    def around(self, node: Node) -> Around:
        """What is to be done to the entries of ``node``."""
        return self._around.setdefault(id(node), Around())

    def touches(self, node: Node) -> bool:
        """Whether anything is to be done at ``node`` or below it."""
        return id(node) in self._around or any(self.touches(entry.node) for entry in node.entries)

    def put(self, path: Path, value: Value) -> None:
        """A value for a key, new or not, or for an item. Raises ``LookupError`` where the path leads nowhere."""
        holder = self._node(path[:-1], path)
        number = _number(holder, path[-1]) if path else None
        if number is not None:
            self.around(holder).put[number] = value
        elif path and isinstance(path[-1], str) and not holder.is_list and not holder.is_scalar:
            self.around(holder).added[path[-1]] = value
        else:
            raise _nowhere(path)

    def insert(self, path: Path, value: Value, index: int | None) -> None:
        """An item for a list, new or not. Raises ``LookupError`` where the path leads nowhere, or to no list."""
        if path and isinstance(path[-1], str):
            holder = self._node(path[:-1], path)
            number = _number(holder, path[-1])
            if number is None or (not holder.entries[number].node.entries and not holder.entries[number].node.is_list):
                self._begin(holder, path, number, value)
                return
        node = self._node(path, path)
        if not node.is_list or not 0 <= (index or 0) <= len(node.entries):
            raise _nowhere(path)
        self.around(node).inserted[len(node.entries) if index is None else index].append(value)

    def remove(self, path: Path) -> None:
        """Takes an entry away. Raises ``LookupError`` where the path leads nowhere."""
        holder = self._node(path[:-1], path)
        number = _number(holder, path[-1]) if path else None
        if number is None:
            raise _nowhere(path)
        self.around(holder).removed.add(number)

    def _begin(self, holder: Node, path: Path, number: int | None, value: Value) -> None:
        """Begins a list under a key that is not there, or that has nothing."""
        around, key = self.around(holder), str(path[-1])
        if holder.is_list or holder.is_scalar or (number is not None and holder.entries[number].node.value):
            raise _nowhere(path)
        begun = around.added.get(key) if number is None else around.put.get(number)
        listed = [*(begun if isinstance(begun, list) else []), value]
        if number is None:
            around.added[key] = listed
        else:
            around.put[number] = listed

    def _node(self, path: Path, whole: Path) -> Node:
        node = self.root
        for step in path:
            number = _number(node, step)
            if number is None:
                raise _nowhere(whole)
            node = node.entries[number].node
        return node


def _number(node: Node, step: str | int) -> int | None:
    """The place of an entry among those of a node: of an item as it is, of a key by its name."""
    if isinstance(step, int):
        return step if node.is_list and 0 <= step < len(node.entries) else None
    found = (number for number, entry in enumerate(node.entries) if entry.key and entry.key.value == step)
    return next(found, None)


def _nowhere(path: Path) -> LookupError:
    return LookupError(f"nothing at {dotted(path) or 'the root'}")


def settled(pending: Pending, node: Node) -> bool:
    """Lets each list or mapping under ``node`` that loses all its entries go with its key; whether ``node`` is one."""
    if not node.entries:
        return False
    around = pending.around(node) if pending.touches(node) else None
    if around is None:
        return False
    for number, entry in enumerate(node.entries):
        if number not in around.removed and number not in around.put and settled(pending, entry.node):
            around.removed.add(number)
    return len(around.removed) == len(node.entries) and not around.inserted and not around.added
