"""Captured articles compared with our texts: fingerprints of paragraphs, anchors in them, and words that both share."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from dossier.captures.clean import clean
from dossier.captures.cleaned import Cleaned
from dossier.captures.matching import ONE_SHAPE, matchable
from dossier.captures.reading import CapturedText, read_capture
from dossier.model.records import Anchor, Source

FINGERPRINT_LENGTH = 16
SHORTEST_SHARED_RUN = 9
WORD = re.compile(r"[^\W_](?:[^\W_]|['-])*")

Run = tuple[str, ...]


def read_article(path: Path, source: Source | None) -> Cleaned:
    """The clean article in a captured file, whatever its form and its encoding.

    ``source`` is the record whose title, authors and ``capture`` the cleaning is to heed. Raises ``OSError`` where the
    file cannot be opened, and ``CaptureError`` where it holds no article that can be read.
    """
    return clean_article(read_capture(path), source)


def clean_article(captured: CapturedText, source: Source | None) -> Cleaned:
    """The same of a captured text."""
    if source is None:
        return replace(clean(captured.text), told=captured.told)
    authors = [author.literal or f"{author.given or ''} {author.family}".strip() for author in source.author]
    return replace(clean(captured.text, source.title, source.capture, authors), told=captured.told)


def fingerprint(paragraph: str) -> str:
    """The first 16 hexadecimal digits of the SHA-256 of a paragraph, its white space folded."""
    return sha256(" ".join(paragraph.split()).encode()).hexdigest()[:FINGERPRINT_LENGTH]


def anchor_fault(paragraph: str, anchor: Anchor) -> str:
    """Why the anchor does not find one passage of the paragraph, or an empty text.

    How quotes, hyphens and blanks are drawn makes no difference.
    """
    there, start, end = matchable(paragraph), matchable(anchor.from_), matchable(anchor.to)
    times = there.count(start)
    if times != 1:
        return f'"{anchor.from_}" stands {times} times in the paragraph'
    if end not in there[there.index(start) :]:
        return f'"{anchor.to}" does not follow "{anchor.from_}" in the paragraph'
    return ""


@dataclass(frozen=True, slots=True)
class SharedRun:
    """Words that a text shares with an article; ``start`` and ``end`` count its characters, ``length`` counts words."""

    start: int
    end: int
    source: str
    words: str
    length: int


class Index:
    """Every run of nine words of the captured articles, for finding them in other texts."""

    def __init__(self, captured: Mapping[str, Sequence[str]]) -> None:
        self.words = {source: _words(" ".join(texts)) for source, texts in captured.items()}
        self.runs: dict[Run, tuple[str, int]] = {}
        for source, words in self.words.items():
            for start in range(len(words) - SHORTEST_SHARED_RUN + 1):
                self.runs.setdefault(tuple(words[start : start + SHORTEST_SHARED_RUN]), (source, start))

    def shared(self, text: str) -> Iterator[SharedRun]:
        """The runs of nine or more words that ``text`` shares with a captured article, in order."""
        found = list(WORD.finditer(text.translate(ONE_SHAPE)))
        words = [match[0].lower() for match in found]
        start = 0
        while start + SHORTEST_SHARED_RUN <= len(words):
            hit = self.runs.get(tuple(words[start : start + SHORTEST_SHARED_RUN]))
            if hit is None:
                start += 1
                continue
            source, there = hit
            length = _common(words[start:], self.words[source][there:])
            first, last = found[start].start(), found[start + length - 1].end()
            yield SharedRun(first, last, source, " ".join(words[start : start + length]), length)
            start += length


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    pairs = zip(one, other, strict=False)
    return next((place for place, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _words(text: str) -> list[str]:
    """The words of a text in lower case; how their hyphens and apostrophes are drawn makes no difference."""
    return [word.lower() for word in WORD.findall(text.translate(ONE_SHAPE))]
