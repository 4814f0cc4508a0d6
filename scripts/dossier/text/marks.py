"""Citations and record links in prose: how they are written and found.

``[@claim]`` and ``[@a; @b]`` cite claims, ``[[id]]`` and ``[[id|words]]`` link a record, and ``[[count:what|three]]``
stands for words that say how many sources do something, where ``what`` is

- ``question/position``: stand by a position, or ``question``: by any position of it;
- ``about:record``: have claims about a record;
- ``sources``: are there at all;
- ``of:5``: were there when it was seen that the words hold of all of them, such as “no source” or “only the article”.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from dossier.problems import Lines

KEY = r"[a-z0-9-]+"
# A mark may go on in the next line, but not in another paragraph, heading, item, quotation or row.
LINE_END = r"\n(?![ \t]*(?:[\n#>|*+-]|\d+\.))"
GAP = rf"[ \t]*(?:{LINE_END}[ \t]*)?"
CITATION = rf"\[@({KEY}(?:;{GAP}@{KEY})*)\]"
WORDS = rf"(?:[^\]|\[\n]|{LINE_END})+"
LINK = rf"\[\[({KEY})(?:\|({WORDS}))?\]\]"
COUNT = rf"\[\[count:(of:\d{{1,3}}|(?:about:)?{KEY}|{KEY}/{KEY})\|({WORDS})\]\]"
MARK = re.compile(f"{CITATION}|{LINK}|{COUNT}")
MARK_OR_LIKE_ONE = re.compile(rf"{MARK.pattern}|\[@[^\]\n]*\]?|\[\[[^\]\n]*\]{{0,2}}")
MARK_OR_BACKTICK = re.compile(f"{MARK_OR_LIKE_ONE.pattern}|`+")
# The plainest fence, which every renderer takes for one, and the code that two equal runs of backticks enclose.
FENCE = re.compile(r"(`{3,}|~{3,})[ ]*([\w#.+-]*)[ ]*")
CODE_SPAN = re.compile(r"\\[\\`]|(`++)(?:(.*?[^`\n])\1(?!`))?")
ESCAPED = re.compile(r"\\[\\`*_{}\[\]()>#+.!-]")
BLANK = "·"
TABLE = re.compile(r"^[ :|-]*-[ :|-]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class SourceCount:
    """What is counted: ``record`` is the question or the record that sources speak of, ``number`` is that of ``of:5``.

    Both are empty where all sources are counted.
    """

    of: Literal["position", "question", "about", "sources", "number"]
    record: str = ""
    position: str = ""
    number: int = 0


ALL_SOURCES = "sources"


@dataclass(frozen=True, slots=True)
class Mark:
    """A citation (one or more claim ids), a link (one record id; ``words`` are its own, or empty), or a count.

    A count links the record that it is of, or nothing. ``line`` and ``column`` count from 1. ``id`` is that of a
    citation on the page of its document, and else empty.
    """

    keys: tuple[str, ...]
    words: str
    is_citation: bool
    line: int
    column: int
    id: str = ""
    count: SourceCount | None = None


@dataclass(frozen=True, slots=True)
class Key:
    """An id in a mark, and from where to where it stands in the text, counted in characters from 0.

    Of the id of a position, ``question`` is the question on which it is one; of any other it is empty.
    """

    id: str
    start: int
    end: int
    question: str = ""


@dataclass(frozen=True, slots=True)
class Malformed:
    """Something that begins like a mark and is none, or a backtick that encloses no code."""

    text: str
    line: int
    column: int

    @property
    def message(self) -> str:
        """What is wrong, as a problem says it."""
        return "a backtick without its pair on the line" if "`" in self.text else f"{self.text} is no mark"

    @property
    def hint(self) -> str:
        """How to mend it, as a problem says it."""
        if "`" in self.text:
            return "keep code on one line, or fence it with ``` and at most a language; write \\` for the sign"
        return "write [@claim], [@one; @two], [[record]], [[record|words]] or [[count:question/position|three]]"


def is_table(paragraph: str) -> bool:
    """Whether a paragraph of prose is a table, in which a bar ends a cell, that of a link too."""
    return "|" in paragraph and TABLE.search(paragraph) is not None


def find_marks(text: str, first_line: int = 1) -> Iterator[Mark | Malformed]:
    """The marks of a Markdown text outside code, in order. Its first line has the number ``first_line`` in the file."""
    return _found(MARK_OR_BACKTICK, ESCAPED.sub(_blanked, without_code(text)), first_line)


def outside_code(text: str) -> str:
    """A Markdown text with a filler for each sign of code and each escaped sign: all else keeps its place."""
    lines = text.replace("\r\n", " \n").split("\n")
    # Fenced lines become empty, which would move all that follows them.
    kept = [seen or " " * len(line) for seen, line in zip(_without_fences(lines), lines, strict=True)]
    return ESCAPED.sub(_blanked, _without_spans("\n".join(kept)))


def keys_of_prose(text: str) -> Iterator[Key]:
    """The ids in the marks of a Markdown text outside code, in order. Its lines may end in CR LF."""
    return _keys(outside_code(text))


def keys_of_words(text: str) -> Iterator[Key]:
    """The ids in the marks of words that may be broken into lines anywhere, as YAML breaks them, in order."""
    return _keys(re.sub(r"[\r\n]", " ", text))


def _keys(text: str) -> Iterator[Key]:
    for found in MARK.finditer(text):
        if found[1]:
            yield from (Key(one[0], *_moved(one, found.start(1))) for one in re.finditer(KEY, found[1]))
        elif found[2]:
            yield Key(found[2], *found.span(2))
        else:
            yield from _keys_of_count(read_count(found[4]), found)


def _keys_of_count(count: SourceCount, found: re.Match[str]) -> Iterator[Key]:
    start = found.start(4) + (len("about:") if count.of == "about" else 0)
    if count.record:
        yield Key(count.record, start, start + len(count.record))
    if count.position:
        yield Key(count.position, found.end(4) - len(count.position), found.end(4), question=count.record)


def _moved(found: re.Match[str], by: int) -> tuple[int, int]:
    return found.start() + by, found.end() + by


def marks_of_words(text: str) -> Iterator[Mark | Malformed]:
    """The marks of a record's own text, which is words and marks but no Markdown."""
    return _found(MARK_OR_LIKE_ONE, text, 1)


def _found(pattern: re.Pattern[str], text: str, first_line: int) -> Iterator[Mark | Malformed]:
    lines = Lines(text, first_line)
    for found in pattern.finditer(text):
        line, column = lines.at(found.start())
        leaves_heading = "\n" in found[0] and text.startswith("#", found.start() - column + 1)
        yield Malformed(found[0], line, column) if leaves_heading else _mark(found, line, column)


def _mark(found: re.Match[str], line: int, column: int) -> Mark | Malformed:
    if found[1]:
        return Mark(citation_keys(found[1]), "", True, line, column)
    if found[2]:
        return Mark((found[2],), " ".join((found[3] or "").split()), False, line, column)
    if found[4]:
        count = read_count(found[4])
        keys = (count.record,) if count.record else ()
        return Mark(keys, " ".join(found[5].split()), False, line, column, count=count)
    return Malformed(found[0], line, column)


def read_count(what: str) -> SourceCount:
    """What is counted, by what stands between ``count:`` and the bar."""
    if what == ALL_SOURCES:
        return SourceCount("sources")
    scope, _, key = what.rpartition(":")
    if scope:
        return SourceCount("about", key) if scope == "about" else SourceCount("number", number=int(key))
    question, _, position = what.partition("/")
    return SourceCount("position" if position else "question", question, position)


def citation_keys(inside: str) -> tuple[str, ...]:
    """The claim ids in what stands between the brackets of a citation: ``@a; @b`` gives ``a`` and ``b``."""
    return tuple(key.strip().removeprefix("@") for key in inside.split(";"))


def without_code(text: str) -> str:
    """The text with a filler for each sign of code, and fenced lines empty: all else keeps its line and column.

    Indented text is not taken for code: in a list or a footnote it is none.
    """
    return _without_spans("\n".join(_without_fences(text.split("\n"))))


def _without_fences(lines: list[str]) -> Iterator[str]:
    """The lines, empty where they are fenced. What is never closed is no fence."""
    fences = [FENCE.fullmatch(line) for line in lines]
    last = {fence[1]: number for number, fence in enumerate(fences) if fence and not fence[2]}
    opened = ""
    for number, (line, fence) in enumerate(zip(lines, fences, strict=True)):
        if not opened and fence and last.get(fence[1], -1) > number:
            opened = fence[1]
        elif opened and fence and fence[1] == opened and not fence[2]:
            opened = ""
        elif not opened:
            yield line
            continue
        yield ""


def _without_spans(text: str) -> str:
    return CODE_SPAN.sub(lambda found: _blanked(found) if found[2] else found[0], text)


def _blanked(found: re.Match[str]) -> str:
    return BLANK * len(found[0])


def without_marks(text: str, name: Callable[[str], str] = str) -> str:
    """The words a reader sees: citations gone, links as their words, or as the ``name`` of the record."""
    words, end = [], 0
    for found in MARK.finditer(_without_spans(text)):
        before = text[end : found.start()]
        words.append(before.rstrip() if found[1] else before + (found[3] or found[5] or name(found[2])))
        end = found.end()
    return "".join([*words, text[end:]])
