"""Where the sentences of a paragraph end: one rule for the words of a record and for what a renderer makes of them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from dossier.text.marked_text import unformatted
from dossier.text.marks import MARK, read_count

# A stop, what closes after it, and white space before what can begin a sentence: a number, or a letter that is not one
# of a to z. It means the same to Python and to the browser, as the rules of ``spelling.py`` do.
END = re.compile(r"""[.?!][”’"')\]]*(\s+)(?=[“‘"'(\[]*[0-9A-Z\u00aa-\u1fff\u2c00-\uffdc])""")
# Before a stop that ends no sentence: an initial, or a word that is always shortened.
SHORTENED = re.compile(r"(?:^|[\s(“‘.])(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|St|No|vs|cf|ca|e\.g|i\.e)$")
# As long as the longest of these, and what stands before it.
LONGEST_SHORTENED = 6


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paragraph. One that is whole, such as the words of a link, is not divided."""

    text: str
    is_whole: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its marks, its words without them, and the ids of the records that it links."""

    marked: str
    words: str
    linked: frozenset[str]


def gaps(pieces: Sequence[Piece]) -> Iterator[tuple[int, int]]:
    """The white space between sentences: from where to where it reaches in the joined text of the pieces."""
    text = "".join(piece.text for piece in pieces)
    ends = list(accumulate(len(piece.text) for piece in pieces))
    for found in END.finditer(text):
        within = pieces[bisect_right(ends, found.start(1))]
        before = text[max(found.start() - LONGEST_SHORTENED, 0) : found.start()]
        if not within.is_whole and not SHORTENED.search(before):
            yield found.span(1)


def stand_in(record: str) -> str:
    """What a link without words of its own counts as where sentences are told apart: it can begin one."""
    return record.capitalize()


def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a paragraph of Markdown with marks, in order; between them white space is left out."""
    marked = unformatted(text)
    pieces = list(_pieces(marked))
    offsets = _offsets(pieces)
    spans = list(gaps([piece for piece, _ in pieces]))
    starts, ends = [0, *(end for _, end in spans)], [*(start for start, _ in spans), len(offsets) - 1]
    words = "".join(piece.text for piece, _ in pieces)
    return tuple(
        _sentence(marked[offsets[start] : offsets[end]], words[start:end])
        for start, end in zip(starts, ends, strict=True)
    )


def _sentence(marked: str, words: str) -> Sentence:
    linked = (found[2] or (read_count(found[4]).record if found[4] else "") for found in MARK.finditer(marked))
    return Sentence(marked, words, frozenset(filter(None, linked)))


def _pieces(marked: str) -> Iterator[tuple[Piece, int]]:
    """The pieces of a text with marks, each with the length that it has there."""
    end = 0
    for found in MARK.finditer(marked):
        if found.start() > end:
            yield Piece(marked[end : found.start()]), found.start() - end
        words = "" if found[1] else found[3] or found[5] or stand_in(found[2])
        yield Piece(words, is_whole=True), len(found[0])
        end = found.end()
    yield Piece(marked[end:]), len(marked) - end


def _offsets(pieces: Sequence[tuple[Piece, int]]) -> list[int]:
    """Where each letter of the words stands in the text with marks, and at the end where that ends."""
    found, start = [], 0
    for piece, length in pieces:
        found += [start + (0 if piece.is_whole else place) for place in range(len(piece.text))]
        start += length
    return [*found, start]
