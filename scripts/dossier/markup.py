"""Citations and record links in prose: how they are written, found and handed on to the page.

``[@claim]`` and ``[@a; @b]`` cite claims, ``[[id]]`` and ``[[id|words]]`` link a record. The Markdown extension
knows no record: it leaves neutral elements that ``pour`` fills, so that any renderer of Python-Markdown serves.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Extension, Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor

from dossier.problems import Lines

KEY = r"[a-z0-9-]+"
# A mark may run over the end of a line, but not into another paragraph, heading, item, quotation or row.
LINE_END = r"\n(?![ \t]*(?:[\n#>|*+-]|\d+\.))"
GAP = rf"[ \t]*(?:{LINE_END}[ \t]*)?"
CITATION = rf"\[@({KEY}(?:;{GAP}@{KEY})*)\]"
LINK = rf"\[\[({KEY})(?:\|((?:[^\]|\[\n]|{LINE_END})+))?\]\]"
MARK = re.compile(f"{CITATION}|{LINK}")
MARK_OR_LIKE_ONE = re.compile(rf"{MARK.pattern}|\[@[^\]\n]*\]?|\[\[[^\]\n]*\]{{0,2}}")
MARK_OR_BACKTICK = re.compile(f"{MARK_OR_LIKE_ONE.pattern}|`+")
# The plainest fence, which every renderer takes for one, and the code that two equal runs of backticks enclose.
FENCE = re.compile(r"(`{3,}|~{3,})[ ]*([\w#.+-]*)[ ]*")
CODE_SPAN = re.compile(r"\\[\\`]|(`++)(?:(.*?[^`\n])\1(?!`))?")
ESCAPED = re.compile(r"\\[\\`*_{}\[\]()>#+.!-]")
BLANK = "·"
PARAGRAPH_ID = re.compile(r"p\d+")


@dataclass(frozen=True, slots=True)
class Mark:
    """A citation (one or more claim ids) or a link (one record id, perhaps with words of its own)."""

    keys: tuple[str, ...]
    words: str
    is_citation: bool
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Malformed:
    """Something that begins like a mark and is none, or a backtick that encloses no code."""

    text: str
    line: int
    column: int

    @property
    def message(self) -> str:
        return "a backtick without its pair on the line" if "`" in self.text else f"{self.text} is no mark"

    @property
    def hint(self) -> str:
        if "`" in self.text:
            return "keep code on one line, or fence it with ``` and at most a language; write \\` for the sign"
        return "write [@claim], [@one; @two], [[record]] or [[record|words]]"


def find_marks(text: str, first_line: int = 1) -> Iterator[Mark | Malformed]:
    """The marks of a Markdown text outside code, in order, with their positions."""
    return _found(MARK_OR_BACKTICK, ESCAPED.sub(_blanked, without_code(text)), first_line)


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
    return Malformed(found[0], line, column)


def citation_keys(inside: str) -> tuple[str, ...]:
    return tuple(key.strip().removeprefix("@") for key in inside.split(";"))


def without_code(text: str) -> str:
    """The text with its code blanked out, so that positions stay. Lines of fenced code become empty.

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
        words.append(before.rstrip() if found[1] else before + (found[3] or name(found[2])))
        end = found.end()
    return "".join([*words, text[end:]])


class DossierExtension(Extension):
    """Python-Markdown extension: citations, record links, a number and a margin for each numbered paragraph, and a slot
    under the title.
    """

    def extendMarkdown(self, md: Markdown) -> None:
        md.inlinePatterns.register(_MarkProcessor(CITATION, md, _citation), "dossier-citation", 176)
        md.inlinePatterns.register(_MarkProcessor(LINK, md, _link), "dossier-link", 175)
        md.treeprocessors.register(_ParagraphNumbers(md), "dossier-paragraphs", 5)
        md.treeprocessors.register(_TitleSlot(md), "dossier-title", 4)


def makeExtension(**options: Any) -> DossierExtension:
    return DossierExtension(**options)


class _MarkProcessor(InlineProcessor):
    """Puts ``element`` of what the pattern found in its place."""

    def __init__(self, pattern: str, md: Markdown, element: Callable[[re.Match[str]], Element]) -> None:
        super().__init__(pattern, md)
        self.element = element

    def handleMatch(  # type: ignore[override]
        self, m: re.Match[str], _data: str
    ) -> tuple[Element, int, int]:
        return self.element(m), m.start(0), m.end(0)


def _citation(found: re.Match[str]) -> Element:
    return Element("span", {"data-cite-claims": " ".join(citation_keys(found[1]))})


def _link(found: re.Match[str]) -> Element:
    element = Element("span", {"data-link-record": found[1]})
    element.text = (found[2] or "").strip()
    return element


class _ParagraphNumbers(Treeprocessor):
    """Wraps each paragraph whose id is ``p`` and a number, and leaves a slot for its margin beside it."""

    def run(self, root: Element) -> None:
        for place, child in enumerate(list(root)):
            number = child.get("id", "")
            if child.tag == "p" and PARAGRAPH_ID.fullmatch(number):
                root[place] = self._wrapped(child, number)

    def _wrapped(self, paragraph: Element, number: str) -> Element:
        wrapper = Element("div", {"class": "numbered"})
        link = Element("a", {"class": "paragraph-number", "href": f"#{number}"})
        link.set("aria-label", f"Paragraph {number[1:]}")
        link.text, link.tail = number[1:], paragraph.text
        paragraph.text = None
        paragraph.insert(0, link)
        paragraph.set("data-paragraph", number[1:])
        wrapper.append(paragraph)
        slot = SubElement(wrapper, "div", {"class": "margin"})
        slot.text = self.md.htmlStash.store(f"<!-- slot:margin-{number} -->")
        wrapper.tail = paragraph.tail
        paragraph.tail = "\n"
        return wrapper


class _TitleSlot(Treeprocessor):
    """Leaves a slot after the first heading of the first level."""

    def run(self, root: Element) -> None:
        title = root.find("h1")
        if title is not None:
            slot = Element("p")
            slot.text = self.md.htmlStash.store("<!-- slot:before -->")
            slot.tail = "\n"
            root.insert(list(root).index(title) + 1, slot)
