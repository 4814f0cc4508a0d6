"""The parts of a YAML text with their place, their style and the comments that belong to them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

import yaml

from dossier.problems import Lines
from dossier.reading.yaml_file import LOADER

Style = Literal["plain", '"', "'", ">", "|", "block", "flow"]
BLANKS = re.compile(r"(?:[ \t\n]+|#[^\n]*)*")
COMMENT = re.compile(r"#[^\n]*")


@dataclass(eq=False, slots=True)
class Node:
    """A scalar (``value``), or a mapping or a list (``entries``). ``start`` and ``end`` are offsets in the text.

    ``below`` are the comments on lines of their own after the last entry; an empty one stands for an empty line.
    """

    style: Style
    value: str = ""
    entries: list[Entry] = field(default_factory=list)
    is_list: bool = False
    start: int = 0
    end: int = 0
    below: list[str] = field(default_factory=list)

    @property
    def is_scalar(self) -> bool:
        """Whether it is a single text."""
        return self.style not in ("block", "flow")


@dataclass(eq=False, slots=True)
class Entry:
    """An item of a list, or a key of a mapping and its value; ``start`` is where its hyphen or its key stands.

    ``above`` are the comments on lines of their own before it; an empty one stands for an empty line. ``beside`` are
    those at the end of its line.
    """

    node: Node
    start: int
    key: Node | None = None
    above: list[str] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)


@dataclass(eq=False, slots=True)
class Tree:
    """A text taken apart. ``head`` are the comments before the first entry of a mapping, and the line of the schema."""

    text: str
    root: Node
    head: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment in a text; ``alone`` where nothing else stands on its line."""

    start: int
    column: int
    text: str
    alone: bool


def parse(text: str) -> Tree:
    """A text that ``read_yaml`` takes, apart from comments, which ``attach`` finds a place for."""
    return Tree(text, _Builder(text).root())


class _Builder:
    """Nodes from the events of the parser."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = Lines(text)
        self.next: Callable[[], Any] = LOADER(text).get_event

    def offset(self, mark: Any) -> int:
        line = min(int(mark.line), len(self.lines.starts) - 1)
        return min(self.lines.starts[line] + int(mark.column), len(self.text))

    def root(self) -> Node:
        while not isinstance(event := self.next(), yaml.NodeEvent):
            pass
        return self.node(event)

    def node(self, event: Any) -> Node:
        start = self.offset(event.start_mark)
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event, start)
        node = Node("flow" if event.flow_style else "block", is_list=isinstance(event, yaml.SequenceStartEvent))
        node.start = node.end = start
        while not isinstance(event := self.next(), yaml.CollectionEndEvent):
            node.entries.append(self.entry(node, event))
            node.end = node.entries[-1].node.end
        if node.style == "flow":
            node.end = self.offset(event.end_mark)
        return node

    def scalar(self, event: Any, start: int) -> Node:
        end = self.offset(event.end_mark)
        if event.style in (">", "|"):
            end = start + len(self.text[start:end].rstrip())
        style: Style = event.style or "plain"
        return Node(style, event.value, start=start, end=end)

    def entry(self, holder: Node, event: Any) -> Entry:
        """An item, whose hyphen is the next sign after what was read; or a key and its value."""
        if not holder.is_list:
            key = self.node(event)
            return Entry(self.node(self.next()), key.start, key)
        start = self.offset(event.start_mark)
        if holder.style == "block":
            blanks = BLANKS.match(self.text, holder.end)
            start = blanks.end() if blanks else start
        return Entry(self.node(event), start)


def scalars(node: Node) -> Iterator[Node]:
    """All scalars under a node, keys too, in their order."""
    if node.is_scalar:
        yield node
    for entry in node.entries:
        if entry.key:
            yield entry.key
        yield from scalars(entry.node)


def comments(tree: Tree) -> Iterator[Comment]:
    """The comments of a text in their order. Between two scalars, every ``#`` begins one."""
    end = 0
    for start, stop in [*((one.start, one.end) for one in scalars(tree.root)), (len(tree.text), 0)]:
        for found in COMMENT.finditer(tree.text, end, start):
            line = tree.text.rfind("\n", 0, found.start()) + 1
            alone = not tree.text[line : found.start()].strip()
            yield Comment(found.start(), found.start() - line, found[0].rstrip(), alone)
        end = stop
