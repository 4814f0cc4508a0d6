"""A text with marks: its segments, a shorter form of it, and its words without formatting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dossier.text.marks import MARK, citation_keys, read_count

EMPHASIS = re.compile(r"(\*\*|\*|__|`)(\S(?:.*?\S)?)\1")
ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!>|~-])")
WEB_LINK = re.compile(r"!?\[([^\]]*)\]\(([^)\s]*)[^)]*\)")


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a record's own prose: plain words, a citation of claims, or a link to a record, such as a count is.

    ``cited`` holds the ids of the claims, ``linked`` the id of the record; a link without words has an empty ``text``.
    """

    text: str
    cited: tuple[str, ...] = ()
    linked: str = ""


def shortened(text: str, most: int) -> str:
    """The text, of at most ``most`` characters: cut after a word, with an ellipsis, where it is longer."""
    if len(text) <= most:
        return text
    return text[:most].rsplit(" ", 1)[0][: most - 1].rstrip(",;:.") + "…"


def segments(text: str) -> Iterator[Segment]:
    """The segments of a record's own prose, in order; white space before a citation is left out."""
    end = 0
    for found in MARK.finditer(text):
        if words := text[end : found.start()]:
            yield Segment(words.rstrip() if found[1] else words)
        if found[1]:
            yield Segment("", citation_keys(found[1]))
        else:
            linked = found[2] or read_count(found[4]).record
            yield Segment(found[3] or found[5] or "", linked=linked)
        end = found.end()
    if end < len(text):
        yield Segment(text[end:])


def unformatted(text: str) -> str:
    """Markdown without emphasis, code marks and web links, on one line; citations and record links stay."""
    return " ".join(ESCAPED.sub(r"\1", EMPHASIS.sub(r"\2", WEB_LINK.sub(r"\1", text))).split())
