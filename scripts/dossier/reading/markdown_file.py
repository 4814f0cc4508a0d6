"""A Markdown file as blocks with their lines: enough to check it, quote it and search it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from dossier.reading.page_ids import heading_id, numbered_citations, own_id, without_own_id
from dossier.reading.yaml_file import read_yaml
from dossier.text.marked_text import unformatted
from dossier.text.marks import Malformed, Mark, find_marks, without_code, without_marks
from dossier.text.sentences import Sentence
from dossier.text.sentences import sentences as marked_sentences

HEADING = re.compile(r"(#{1,6})\s*(.*?)\s*#*")
LINE = re.compile(r" {0,3}([-*_])(?: *\1){2,} *")
NO_PARAGRAPH = re.compile(r"\s*(?:[-*+]\s|\d+\.\s|>|\|)")
NUMBER = re.compile(r"^\{:\s*#p(\d+)\s*\}$")
FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?\n)?---[ \t]*\n", re.DOTALL)
ITEM = re.compile(r"^[ \t]*(?:[-*+]|\d+\.|>)[ \t]+", re.MULTILINE)
# Not the sign inside a link such as [[record|words]].
CELL_END = re.compile(r"\s*\|\s*(?![^\[\]]*\]\])")
SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\[])")


@dataclass(frozen=True, slots=True)
class Block:
    """A heading (level 1 to 6), a paragraph (level 0, numbered or not) or anything else (level -1).

    ``text`` is Markdown, a heading's without its signs and a paragraph's without its number; ``line``
    counts from 1. ``id`` is that of a heading on its page, and else empty.
    """

    level: int
    number: int | None
    text: str
    line: int
    marks: tuple[Mark, ...]
    id: str = ""

    @property
    def plain(self) -> str:
        """The words that a reader sees."""
        return unformatted(without_marks(without_own_id(self.text) if self.level > 0 else self.text))

    @property
    def cited(self) -> tuple[str, ...]:
        """The ids of the claims that it cites, each time it does."""
        return tuple(key for mark in self.marks if mark.is_citation for key in mark.keys)

    @property
    def linked(self) -> tuple[str, ...]:
        """The ids of the records that it links, each time it does."""
        return tuple(key for mark in self.marks if not mark.is_citation for key in mark.keys)


@dataclass(frozen=True)
class Document:
    """A page of prose. ``file`` is relative to the dossier, ``name`` to its ``docs`` folder, without ``.md``."""

    file: str
    name: str
    text: str
    blocks: tuple[Block, ...]
    malformed: tuple[Malformed, ...]

    @cached_property
    def title(self) -> str:
        """The words of its first heading of level 1, or else its name; that of the home page has none."""
        named = "Home" if self.is_home else self.name
        return next((block.plain for block in self.blocks if block.level == 1), named)

    @cached_property
    def asked_as_at(self) -> tuple[tuple[int, int, str], ...]:
        """Other words in which people ask for it, as its front matter gives them, each with its line and column."""
        front = FRONT_MATTER.match(self.text)
        # An empty line stands for the first, so that lines stay.
        node, _ = read_yaml("\n" + (front[1] or ""), self.file) if front else (None, [])
        listed = node.value.get("asked_as") if node and isinstance(node.value, dict) else None
        return tuple(listed.texts()) if listed else ()

    @property
    def asked_as(self) -> tuple[str, ...]:
        """Other words in which people ask for it."""
        return tuple(words for _, _, words in self.asked_as_at)

    @cached_property
    def paragraphs(self) -> dict[int, Block]:
        """The numbered paragraphs by number."""
        return {block.number: block for block in self.blocks if block.number is not None}

    @cached_property
    def sentences(self) -> dict[int, tuple[Sentence, ...]]:
        """The sentences of the numbered paragraphs."""
        return {number: marked_sentences(block.text) for number, block in self.paragraphs.items()}

    @property
    def is_essay(self) -> bool:
        """Whether it is one of the topic pages: prose of ours in which every paragraph cites claims."""
        return "/" not in self.name and not self.is_home

    @property
    def is_home(self) -> bool:
        return self.name == "index"


def read_document(text: str, file: str, name: str) -> Document:
    """Reads Markdown without rendering it; ``text`` has line feeds as line ends, and its front matter is no block."""
    front = FRONT_MATTER.match(text)
    start = front.end() if front else 0
    body, first_line = text[start:], text.count("\n", 0, start) + 1
    found = list(find_marks(body, first_line))
    marks = list(numbered_citations(mark for mark in found if isinstance(mark, Mark)))
    malformed = tuple(mark for mark in found if isinstance(mark, Malformed))
    blocks = list(_blocks(body, first_line, marks))
    return Document(file, name, text, tuple(_with_ids(blocks)), malformed)


def _blocks(body: str, first_line: int, marks: list[Mark]) -> Iterator[Block]:
    by_line: dict[int, list[Mark]] = {}
    for mark in marks:
        by_line.setdefault(mark.line, []).append(mark)
    for first, lines in _runs(body, first_line):
        inside = tuple(mark for line in range(first, first + len(lines)) for mark in by_line.get(line, ()))
        if heading := HEADING.fullmatch(lines[0]):
            yield Block(len(heading[1]), None, heading[2], first, inside, own_id(heading[2]))
        else:
            yield _block(lines, first, inside)


def _with_ids(blocks: list[Block]) -> Iterator[Block]:
    """The blocks, each heading with an id that nothing else on the page has."""
    taken = {mark.id for block in blocks for mark in block.marks}
    taken |= {f"p{block.number}" for block in blocks if block.number is not None}
    taken |= {block.id for block in blocks}
    above: dict[int, str] = {}
    for place, block in enumerate(blocks):
        if block.level <= 0:
            yield block
            continue
        # The title is above all of them, and tells none apart.
        within = next((above[level] for level in range(block.level - 1, 1, -1) if level in above), "")
        id_ = block.id or heading_id(block.text, taken, within, _first_number(blocks[place + 1 :]))
        above = {level: id_ for level, id_ in above.items() if level < block.level} | {block.level: id_}
        yield replace(block, id=id_)


def _first_number(blocks: list[Block]) -> int | None:
    """The number of the first paragraph, where it stands before any heading; none where it has none."""
    first = next(iter(blocks), None)
    return first.number if first and first.level <= 0 else None


def _runs(body: str, first_line: int) -> Iterator[tuple[int, list[str]]]:
    """Headings, and runs of other lines with no blank line, rule or code between; each with its first line."""
    run: list[str] = []
    visible = without_code(body).split("\n")
    for number, (seen, line) in enumerate(zip([*visible, ""], [*body.split("\n"), ""], strict=True), first_line):
        heading = seen and HEADING.fullmatch(line)
        if seen.strip() and not heading and not LINE.fullmatch(line):
            run.append(line)
            continue
        if run:
            yield number - len(run), run
            run = []
        if heading:
            yield number, [line]


def _block(lines: list[str], line: int, marks: tuple[Mark, ...]) -> Block:
    numbered = NUMBER.match(lines[-1].strip()) if len(lines) > 1 else None
    text = "\n".join(lines[:-1] if numbered else lines)
    level = -1 if NO_PARAGRAPH.match(text) else 0
    return Block(level, int(numbered[1]) if numbered else None, text, line, marks)


def sentences(text: str) -> list[str]:
    """The sentences of a text, each on one line, their marks kept."""
    return SENTENCE_END.split(" ".join(text.split()))


def sentence_with(text: str, key: str) -> str:
    """The sentence of a text that links the record ``key``, or its first sentence."""
    found = sentences(text)
    return next((sentence for sentence in found if re.search(rf"\[\[{key}[|\]]", sentence)), found[0])


def pieces(block: Block) -> list[str]:
    """A paragraph, or the rows of a table, or the items of a list; without formatting, their marks kept."""
    text = block.text.strip()
    if block.level >= 0:
        found = [without_own_id(text) if block.level > 0 else text]
    elif text.startswith("|"):
        found = [" · ".join(CELL_END.split(row.strip().strip("|").strip())) for row in text.split("\n")]
    else:
        found = ITEM.split(text)
    return [unformatted(one) for one in found if re.search(r"\w", one)]
