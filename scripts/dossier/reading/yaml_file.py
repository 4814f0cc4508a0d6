"""YAML to raw values with their lines and columns; whatever no record needs is refused."""

from __future__ import annotations

import codecs
import errno
import os
import re
import stat
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

import yaml

from dossier.problems import Lines, Problem, Stage, first
from dossier.reading.yaml_errors import faulty

LARGEST_FILE = 1024 * 1024
DEEPEST_NESTING = 12
NO_WAIT, NO_LINK = getattr(os, "O_NONBLOCK", 0), getattr(os, "O_NOFOLLOW", 0)

# Controls but tab and line end; marks that reorder or hide text; surrogates, private use, and what replaces lost bytes.
# Zero-width joiners (U+200C, U+200D) stay: Persian and Pashto are spelled with them.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ud800-\uf8ff\ufdd0-\ufdef\ufeff\ufff9-\uffff\U000e0000-\U0010ffff]"
)
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class YamlNode(NamedTuple):
    """A YAML value and where it stands: text, a list of nodes, or nodes by key.

    ``keys`` has the line and the column of each key of a mapping. Both count from 1.
    """

    value: str | list[YamlNode] | dict[str, YamlNode]
    line: int
    column: int
    keys: Mapping[str, tuple[int, int]] = MappingProxyType({})

    def plain(self) -> Any:
        """The value without positions: ``str``, ``list`` and ``dict`` only."""
        if isinstance(self.value, list):
            return [item.plain() for item in self.value]
        if isinstance(self.value, dict):
            return {key: item.plain() for key, item in self.value.items()}
        return self.value

    def texts(self) -> Iterator[tuple[int, int, str]]:
        """Every text in it, with its line and column."""
        if isinstance(self.value, str):
            yield self.line, self.column, self.value
            return
        for child in self.value.values() if isinstance(self.value, dict) else self.value:
            yield from child.texts()

    def at(self, path: tuple[str | int, ...]) -> tuple[int, int]:
        """Line and column of what ``path`` leads to, or of the nearest thing above it that exists."""
        child = self._child(path[0]) if path else None
        return child.at(path[1:]) if child else (self.line, self.column)

    def key_at(self, path: tuple[str | int, ...]) -> tuple[int, int]:
        """Line and column of the key that ends ``path``, or of the nearest thing above it that exists."""
        holder = self
        for step in path[:-1]:
            holder = holder._child(step) or holder
        return holder.keys.get(str(path[-1]), (holder.line, holder.column))

    def _child(self, step: str | int) -> YamlNode | None:
        if isinstance(self.value, list):
            return self.value[step] if isinstance(step, int) and step < len(self.value) else None
        return self.value.get(str(step)) if isinstance(self.value, dict) else None


@dataclass(eq=False)
class ReadingError(Exception):
    """A place in a text that cannot be read, before it is known which file it belongs to."""

    line: int
    column: int
    rule: str
    message: str
    hint: str = ""

    def in_file(self, file: str) -> Problem:
        """The problem that it is in a file of this name."""
        return Problem(file, self.line, self.column, self.rule, self.message, hint=self.hint, stage=Stage.FILE)


def read_bytes(path: Path, *, followed: bool = False) -> bytes:
    """The bytes of a file, no more than one above ``LARGEST_FILE``.

    Raises ``OSError``, at a symbolic link too unless it is ``followed``, and at what is no file: a pipe or a device
    could be waited for without end.
    """
    with os.fdopen(os.open(path, os.O_RDONLY | NO_WAIT | (0 if followed else NO_LINK)), "rb") as opened:
        if not stat.S_ISREG(os.fstat(opened.fileno()).st_mode):
            raise OSError(errno.EINVAL, "Not a file that can be read")
        return opened.read(LARGEST_FILE + 1)


def read_text(path: Path, file: str) -> tuple[str, list[Problem]]:
    """The text of a file, with line feeds as line ends; ``file`` names it in the problems that it has.

    Where it cannot be read, is larger than ``LARGEST_FILE`` or is not UTF-8, the text is empty.
    """
    try:
        text = _decoded(path)
    except ReadingError as error:
        return "", [error.in_file(file)]
    lines = Lines(text)
    found = (ReadingError(*lines.at(one.start()), *_forbidden(one)).in_file(file) for one in FORBIDDEN.finditer(text))
    return text, list(first(found))


def _decoded(path: Path) -> str:
    try:
        content = read_bytes(path)
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise ReadingError(1, 1, "link", "a symbolic link", "put what it leads to here itself") from None
        reason = error.strerror or "cannot be read"
        raise ReadingError(1, 1, "unreadable", reason, "put a file here that can be read") from None
    if len(content) > LARGEST_FILE:
        raise ReadingError(1, 1, "file-size", "larger than 1 MiB", "split it into several files")
    content = content.removeprefix(codecs.BOM_UTF8)
    try:
        return content.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        before = content[: error.start]
        line, column = before.count(b"\n") + 1, error.start - before.rfind(b"\n")
        is_utf_16 = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        found = "UTF-16, not UTF-8" if is_utf_16 else "not UTF-8"
        raise ReadingError(line, column, "encoding", found, "save the file as UTF-8") from None


def _forbidden(found: re.Match[str]) -> tuple[str, str, str]:
    name = unicodedata.name(found[0], "")
    called = f" ({name.lower()})" if name else ""
    return "character", f"U+{ord(found[0]):04X}{called} is not allowed", "take it out"


def read_yaml(text: str, file: str) -> tuple[YamlNode | None, list[Problem]]:
    """The one document of a YAML text, or nothing and the problem that stopped the reading."""
    try:
        return _Reader(text).document(), []
    except ReadingError as error:
        return None, [error.in_file(file)]
    except yaml.YAMLError as error:
        line, column, message, hint = faulty(error, text)
        return None, [Problem(file, line, column, "yaml", message, hint=hint, stage=Stage.FILE)]


def is_too_deep(text: str, most: int) -> bool:
    """Whether a YAML text is nested deeper than ``most``, without building its values; false where it is no YAML."""
    depth = 0
    try:
        for event in yaml.parse(text, Loader=LOADER):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > most:
                return True
    except yaml.YAMLError:
        return False
    return False


class _Reader:
    """Builds nodes from the parser's events, so that nothing is expanded or typed on the way.

    Large dossiers have hundreds of thousands of nodes: what is asked of each is kept to little.
    """

    def __init__(self, text: str) -> None:
        self.next: Callable[[], Any] = LOADER(text).get_event
        # Only an escape can make a value hold a character that the text does not hold.
        self.suspect = "\\" in text or bool(FORBIDDEN.search(text))

    def document(self) -> YamlNode:
        root: YamlNode | None = None
        documents = 0
        while not isinstance(event := self.next(), yaml.StreamEndEvent):
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise _refuse(event, "documents", "more than one document in the file", "keep one")
                root = self.node(self.next(), 1)
        if root is None:
            raise ReadingError(1, 1, "empty", "the file holds nothing", "fill it in, or take the file out")
        return root

    def node(self, event: Any, depth: int) -> YamlNode:
        _refuse_extras(event, depth)
        line, column = _position(event)
        if isinstance(event, yaml.ScalarEvent):
            return YamlNode(self.text(event), line, column)
        if isinstance(event, yaml.SequenceStartEvent):
            return YamlNode(self.items(depth + 1), line, column)
        return self.mapping(line, column, depth + 1)

    def text(self, event: Any) -> str:
        value: str = event.value
        if self.suspect and (found := FORBIDDEN.search(value)):
            raise ReadingError(*_position(event), *_forbidden(found))
        return value

    def items(self, depth: int) -> list[YamlNode]:
        items = []
        while not isinstance(event := self.next(), yaml.SequenceEndEvent):
            items.append(self.node(event, depth))
        return items

    def mapping(self, line: int, column: int, depth: int) -> YamlNode:
        values: dict[str, YamlNode] = {}
        keys: dict[str, tuple[int, int]] = {}
        while not isinstance(event := self.next(), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise _refuse(event, "key", "a key must be a word", "write `key: value`")
            _refuse_extras(event, depth)
            key = self.text(event)
            if key in keys:
                raise _refuse(event, "duplicate-key", f'"{key}" stands twice', f"it is also on line {keys[key][0]}")
            keys[key] = _position(event)
            values[key] = self.node(self.next(), depth)
        return YamlNode(values, line, column, keys)


def _position(event: Any) -> tuple[int, int]:
    mark = event.start_mark
    return mark.line + 1, mark.column + 1


def _refuse(event: Any, rule: str, message: str, hint: str) -> ReadingError:
    return ReadingError(*_position(event), rule, message, hint)


def _refuse_extras(event: Any, depth: int) -> None:
    if isinstance(event, yaml.AliasEvent):
        hint = "write the value out, or put a text that begins with “*” in double quotes"
        raise _refuse(event, "alias", f"“*{event.anchor}” for a value", hint)
    if event.anchor is not None:
        hint = "take it out, and write each value where it is used; put a text that begins with “&” in double quotes"
        raise _refuse(event, "anchor", f"“&{event.anchor}” before a value", hint)
    if event.tag is not None:
        hint = "take it out, or put a text that begins with “!” in double quotes"
        raise _refuse(event, "tag", f"“{_as_written(event.tag)}” before a value", hint)
    if depth > DEEPEST_NESTING:
        raise _refuse(event, "nesting", f"nested deeper than {DEEPEST_NESTING}", "no record needs this; flatten it")


def _as_written(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")
