"""A rendered page with named slots, and the headings of its content."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape

SLOT = re.compile(r"<!-- slot:([a-z0-9-]+) -->")
HEADING = re.compile(r'<h([23]) id="([^"]+)"[^>]*>(.*?)</h\1>', re.DOTALL)
ANCHOR = re.compile(r'<a class="headerlink".*?</a>', re.DOTALL)
TAG = re.compile(r"<[^>]+>")
RELATIVE = re.compile(r'\s(?:href|src|action)="(?=\.\.?[/"])')
BLANK_LINES = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class Shell:
    """A rendered page with named slots: the texts between them, and their names."""

    texts: tuple[str, ...]
    names: tuple[str, ...]

    @classmethod
    def of(cls, html: str) -> Shell:
        parts = SLOT.split(html)
        return cls(tuple(parts[::2]), tuple(parts[1::2]))

    def without_blank_lines(self) -> Shell:
        """The same, lighter; for a shell that holds no text of which the lines count."""
        return Shell(tuple(BLANK_LINES.sub("\n", text) for text in self.texts), self.names)

    def deeper(self, levels: int) -> Shell:
        """The same for a page that lies so many folders deeper: the relative addresses of the shell are lengthened."""
        return Shell(tuple(RELATIVE.sub(r"\g<0>" + "../" * levels, text) for text in self.texts), self.names)

    def fill(self, values: Mapping[str, str]) -> str:
        """The page with its slots filled. Raises ``KeyError`` for a slot that has no value."""
        filled = [self.texts[0]]
        for name, text in zip(self.names, self.texts[1:], strict=True):
            filled += (values[name], text)
        return "".join(filled)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the second or third level."""

    level: int
    id: str
    words: str


def headings(html: str) -> list[Heading]:
    """The second and third level headings of a page."""
    return [
        Heading(int(level), id_, unescape(TAG.sub("", ANCHOR.sub("", words))).strip())
        for level, id_, words in HEADING.findall(html)
    ]
