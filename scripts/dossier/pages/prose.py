"""A record's own prose as a page shows it: words, links to records and notes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from dossier.pages.links import RecordLink
from dossier.pages.notes import Note, Notes
from dossier.text.marked_text import segments


@dataclass(frozen=True, slots=True)
class ProsePart:
    """A stretch of prose: ``words``, or a ``link``, or ``notes``."""

    words: str = ""
    link: RecordLink | None = None
    notes: tuple[Note, ...] = ()


def prose(text: str, links: Mapping[str, RecordLink], notes: Notes | None = None) -> tuple[ProsePart, ...]:
    """The parts of a text with marks. Without ``notes`` citations are left out; a link to nothing is its words."""
    return tuple(_parts(text, links, notes))


def _parts(text: str, links: Mapping[str, RecordLink], notes: Notes | None) -> Iterator[ProsePart]:
    for segment in segments(text):
        if segment.cited:
            if notes is not None:
                yield ProsePart(notes=notes.cite(segment.cited))
        elif link := links.get(segment.linked):
            yield ProsePart(link=replace(link, words=segment.text) if segment.text else link)
        else:
            yield ProsePart(segment.text or segment.linked)
