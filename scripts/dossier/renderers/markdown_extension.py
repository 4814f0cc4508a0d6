"""The extension of Python-Markdown that hands citations and record links on to the page.

It knows no record: it leaves neutral elements that are filled later, so that any renderer of Python-Markdown serves.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Extension, Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor

from dossier.text.marks import CITATION, COUNT, LINK, citation_keys

PARAGRAPH_ID = re.compile(r"p\d+")


class DossierExtension(Extension):
    """Python-Markdown extension: citations, record links, a number and a margin for each numbered paragraph, and a slot
    under the title.
    """

    def extendMarkdown(self, md: Markdown) -> None:
        md.inlinePatterns.register(_MarkProcessor(CITATION, md, _citation), "dossier-citation", 176)
        md.inlinePatterns.register(_MarkProcessor(LINK, md, _link), "dossier-link", 175)
        md.inlinePatterns.register(_MarkProcessor(COUNT, md, _count), "dossier-count", 174)
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


def _count(found: re.Match[str]) -> Element:
    element = Element("span", {"data-link-record": found[1]})
    element.text = found[3].strip()
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
