"""A text with marks, taken apart, shortened, or without its formatting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dossier.text.marks import MARK, citation_keys

EMPHASIS = re.compile(r"(\*\*|\*|__|`)(\S(?:.*?\S)?)\1")
WEB_LINK = re.compile(r"!?\[([^\]]*)\]\(([^)\s]*)[^)]*\)")


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a record's own prose: plain words, a citation of claims, or a link to a record."""

    text: str
    cited: tuple[str, ...] = ()
    linked: str = ""


def shortened(text: str, most: int) -> str:
    """The text, cut at a word where it is longer than ``most`` characters."""
    if len(text) <= most:
        return text
    return text[:most].rsplit(" ", 1)[0][: most - 1].rstrip(",;:.") + "…"


def segments(text: str) -> Iterator[Segment]:
    """A record's own prose, taken apart at its marks."""
    end = 0
    for found in MARK.finditer(text):
        if words := text[end : found.start()]:
            yield Segment(words.rstrip() if found[1] else words)
        yield Segment("", citation_keys(found[1])) if found[1] else Segment(found[3] or "", linked=found[2])
        end = found.end()
    if end < len(text):
        yield Segment(text[end:])


def unformatted(text: str) -> str:
    """Markdown without emphasis, code marks and web links, on one line; citations and record links stay."""
    return " ".join(EMPHASIS.sub(r"\2", WEB_LINK.sub(r"\1", text)).split())
