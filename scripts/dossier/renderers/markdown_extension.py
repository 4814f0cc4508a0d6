"""The extension of Python-Markdown that hands citations and record links on to the page.

It knows no record: it leaves neutral elements that are filled later, so that any renderer of Python-Markdown serves.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import quote, unquote
from xml.etree.ElementTree import Element, SubElement

from markdown import Extension, Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, STX

from dossier.reading.markdown_file import Document, read_document
from dossier.reading.page_ids import own_id
from dossier.renderers.sentence_spans import divide
from dossier.text.direction import RUN
from dossier.text.marks import CITATION, COUNT, LINK, citation_keys, read_count

# An id before what it belongs to, spelled out in per cent so that nothing takes its letters for words.
# Python-Markdown takes these signs out of what it is given, so that no text has them.
ID_SIGN = f"{STX}id:{{}}{ETX}"
ID = re.compile(ID_SIGN.format(f"([^{ETX}]+)"))
CITATION_WITH_ID = f"(?:{ID.pattern})?{CITATION}"
HEADING_TAGS = frozenset(f"h{level}" for level in range(1, 7))
PARAGRAPH_ID = re.compile(r"p\d+")


class DossierExtension(Extension):
    """Python-Markdown extension: citations, record links, the ids of citations and headings, a number and a margin for
    each numbered paragraph, and a slot under the title.
    """

    def extendMarkdown(self, md: Markdown) -> None:
        # After code was put aside, and before headings are told from other text.
        md.preprocessors.register(_WriteIds(md), "dossier-ids", 15)
        md.inlinePatterns.register(_MarkProcessor(CITATION_WITH_ID, md, _citation), "dossier-citation", 176)
        md.inlinePatterns.register(_MarkProcessor(LINK, md, _link), "dossier-link", 175)
        md.inlinePatterns.register(_MarkProcessor(COUNT, md, _count), "dossier-count", 174)
        md.inlinePatterns.register(_MarkProcessor(f"({RUN.pattern})", md, _isolated), "dossier-direction", 5)
        # Before the table of contents, which gives an id to each heading that has none.
        md.treeprocessors.register(_HeadingIds(md), "dossier-headings", 6)
        md.treeprocessors.register(_ParagraphNumbers(md), "dossier-paragraphs", 5)
        md.treeprocessors.register(_TitleSlot(md), "dossier-title", 4)
        md.postprocessors.register(_NoSigns(md), "dossier-signs", 1)


def makeExtension(**options: Any) -> DossierExtension:
    return DossierExtension(**options)


class _WriteIds(Preprocessor):
    """Writes the ids of citations and headings, as the reader of the file gives them, before these."""

    def run(self, lines: list[str]) -> list[str]:
        document = read_document("\n".join(lines), "", "")
        written = list(lines)
        for line, column, id_ in sorted(_places(document, lines), reverse=True):
            text = written[line]
            written[line] = f"{text[:column]}{ID_SIGN.format(quote(id_))}{text[column:]}"
        return written


def _places(document: Document, lines: list[str]) -> Iterator[tuple[int, int, str]]:
    """Line and column, both from 0, of each citation and of the words of each heading, with the id that it needs."""
    for block in document.blocks:
        if block.id and not own_id(block.text):
            line = lines[block.line - 1]
            yield block.line - 1, len(line) - len(line.lstrip("#").lstrip()), block.id
        yield from ((mark.line - 1, mark.column - 1, mark.id) for mark in block.marks if mark.id)


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
    id_ = {"id": found[1]} if found[1] else {}
    return Element("span", {"data-cite-claims": " ".join(citation_keys(found[2])), **id_})


def _link(found: re.Match[str]) -> Element:
    element = Element("span", {"data-link-record": found[1]})
    element.text = (found[2] or "").strip()
    return element


def _count(found: re.Match[str]) -> Element:
    """The words of a count: a link to the record that it is of, where it is of one."""
    record = read_count(found[1]).record
    element = Element("span", {"data-link-record": record} if record else {})
    element.text = found[2].strip()
    return element


def _isolated(found: re.Match[str]) -> Element:
    """A name that runs right to left, kept apart, so that two of them beside each other do not change places."""
    element = Element("bdi", {"dir": "rtl"})
    element.text = found[1]
    return element


class _HeadingIds(Treeprocessor):
    """Gives each heading the id that is written before its words."""

    def run(self, root: Element) -> None:
        for heading in (one for one in root.iter() if one.tag in HEADING_TAGS):
            if found := ID.match(heading.text or ""):
                heading.text = (heading.text or "")[found.end() :]
                heading.set("id", unquote(found[1]))


class _NoSigns(Postprocessor):
    """Takes out the ids that nothing took: those before what is a citation or a heading to the reader alone."""

    def run(self, text: str) -> str:
        return ID.sub("", text)


class _ParagraphNumbers(Treeprocessor):
    """Wraps each paragraph whose id is ``p`` and a number, and leaves a slot for its margin beside it.

    Its number is a heading to those who hear the page, below the heading before it, so that they can jump from one
    paragraph to the next. To the table of contents and to reader views it is a number as before.
    """

    def run(self, root: Element) -> None:
        level = 1
        for place, child in enumerate(list(root)):
            number = child.get("id", "")
            if child.tag in HEADING_TAGS:
                level = int(child.tag[1])
            elif child.tag == "p" and PARAGRAPH_ID.fullmatch(number):
                root[place] = self._wrapped(child, number, level + 1)

    def _wrapped(self, paragraph: Element, number: str, level: int) -> Element:
        wrapper = Element("div", {"class": "numbered"})
        divide(paragraph)
        paragraph.insert(0, _number(number, level))
        paragraph.set("data-paragraph", number[1:])
        wrapper.append(paragraph)
        slot = SubElement(wrapper, "div", {"class": "margin"})
        slot.text = self.md.htmlStash.store(f"<!-- slot:margin-{number} -->")
        wrapper.tail = paragraph.tail
        paragraph.tail = "\n"
        return wrapper


def _number(number: str, level: int) -> Element:
    heading = Element("span", {"role": "heading", "aria-level": str(level)})
    link = SubElement(heading, "a", {"class": "paragraph-number", "href": f"#{number}"})
    link.set("aria-label", number[1:])
    link.text = number[1:]
    return heading


class _TitleSlot(Treeprocessor):
    """Leaves a slot after the first heading of the first level."""

    def run(self, root: Element) -> None:
        title = root.find("h1")
        if title is not None:
            slot = Element("p")
            slot.text = self.md.htmlStash.store("<!-- slot:before -->")
            slot.tail = "\n"
            root.insert(list(root).index(title) + 1, slot)
