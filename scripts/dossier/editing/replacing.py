"""Ids replaced wherever they stand, while all else in the files keeps its bytes."""

from __future__ import annotations

import codecs
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from dossier.corpus.corpus import Corpus
from dossier.editing.draft import Draft
from dossier.editing.line_ends import BOM
from dossier.editing.references import Place, places
from dossier.editing.spans import Replacement, Span, spliced
from dossier.text.marks import is_table

NEXT_CITED = re.compile(r";\s*@")
EMPTY_LINE = re.compile(r"\n[ \t\r]*\n")


@dataclass(frozen=True, slots=True)
class Moves:
    """The new id of each record that gets one, and of each position (by question and id) within its question.

    ``words`` has the words that a link to a record is to get where it has none of its own, by the former id.
    """

    records: Mapping[str, str] = field(default_factory=dict)
    positions: Mapping[tuple[str, str], str] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)

    def new(self, place: Place) -> str | None:
        """The id that is to stand at a place, or ``None`` where it stays."""
        if place.question:
            return self.positions.get((place.question, place.id))
        return self.records.get(place.id)


def source_text(draft: Draft, file: str) -> str:
    """The text of a file with its own line ends, without a byte order mark."""
    return (draft.content(file) or b"").decode("utf-8").removeprefix(BOM)


def put_text(draft: Draft, file: str, text: str) -> None:
    """Gives a file a text that has the line ends of ``source_text``; a byte order mark stays."""
    marked = (draft.content(file) or b"").startswith(codecs.BOM_UTF8)
    draft.put(file, (BOM if marked else "") + text)


def replace_ids(draft: Draft, corpus: Corpus, moves: Moves) -> dict[str, int]:
    """Replaces ids in all files, and says in how many places of each. Raises ``UnclearPlaceError``.

    ``corpus`` is what the files say before. A claim that a citation would name twice is named once.
    """
    found: dict[str, list[Place]] = defaultdict(list)
    for place in places(corpus, lambda file: source_text(draft, file)):
        found[place.file].append(place)
    counts = {file: sum(moves.new(place) is not None for place in there) for file, there in found.items()}
    for file in filter(counts.__getitem__, found):
        text = source_text(draft, file)
        put_text(draft, file, spliced(text, _replacements(text, found[file], moves)))
    return {file: number for file, number in counts.items() if number}


def _replacements(text: str, there: Iterable[Place], moves: Moves) -> Iterator[Replacement]:
    for group in _in_one_citation(text, sorted(there, key=lambda place: place.span)):
        seen = set[str]()
        changes = any(moves.new(place) is not None for place in group)
        for number, place in enumerate(group):
            id_ = moves.new(place) or place.id
            if changes and id_ in seen:
                yield Replacement(Span(group[number - 1].span.end, place.span.end), "")
            elif id_ != place.id:
                is_bare = _is_bare_link(text, place.span) and not in_table(text, place.span.start)
                words = moves.words.get(place.id, "") if is_bare else ""
                yield Replacement(place.span, f"{id_}|{words}" if words else id_)
            seen.add(id_)


def _is_bare_link(text: str, span: Span) -> bool:
    return text.startswith("[[", span.start - 2) and text.startswith("]]", span.end)


def in_table(text: str, offset: int) -> bool:
    """Whether what stands at an offset of a page is in a table, where a link can have no words of its own."""
    start = max((found.end() for found in EMPTY_LINE.finditer(text, 0, offset)), default=0)
    after = EMPTY_LINE.search(text, offset)
    return is_table(text[start : after.start() if after else len(text)].replace("\r", ""))


def _in_one_citation(text: str, there: Iterable[Place]) -> Iterator[list[Place]]:
    """The places in order, those of one citation together."""
    group: list[Place] = []
    for place in there:
        if group and not NEXT_CITED.fullmatch(text, group[-1].span.end, place.span.start):
            yield group
            group = []
        group.append(place)
    if group:
        yield group
