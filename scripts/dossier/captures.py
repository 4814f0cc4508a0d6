"""Captured articles: their clean numbered paragraphs, fingerprints, anchors, and words shared with ours."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from dossier.records import Anchor, Capture

SHORT_LINE = 4
FINGERPRINT_LENGTH = 16
SHORTEST_SHARED_RUN = 9
WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9'’-]*")

Run = tuple[str, ...]


def paragraphs(text: str, capture: Capture) -> list[str]:
    """The article's paragraphs in order, without its headings and what the capture picked up around it.

    Each line is a paragraph, save those that ``capture`` drops, and runs of short lines that it joins into one.
    """
    left_out = {*capture.drop, *capture.headings}
    lines = [line for line in (" ".join(raw.split()) for raw in text.splitlines()) if line and line not in left_out]
    found: list[str] = []
    joining = False
    for line in lines:
        joining = line in capture.join or (joining and len(line.split()) <= SHORT_LINE)
        if joining and line not in capture.join:
            found[-1] += f" {line}"
        else:
            found.append(line)
    return found


def fingerprint(paragraph: str) -> str:
    """The first 16 hexadecimal digits of the SHA-256 of a paragraph, its white space folded."""
    return sha256(" ".join(paragraph.split()).encode()).hexdigest()[:FINGERPRINT_LENGTH]


def anchor_fault(paragraph: str, anchor: Anchor) -> str:
    """Why the anchor does not find one passage of the paragraph, or an empty text."""
    times = paragraph.count(anchor.from_)
    if times != 1:
        return f'"{anchor.from_}" stands {times} times in the paragraph'
    if anchor.to not in paragraph[paragraph.index(anchor.from_) :]:
        return f'"{anchor.to}" does not follow "{anchor.from_}" in the paragraph'
    return ""


@dataclass(frozen=True, slots=True)
class SharedRun:
    """Words that a text shares with a captured article; ``line`` is where they begin in the text."""

    line: int
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
        found = list(WORD.finditer(text))
        words = [_folded(match[0]) for match in found]
        start = 0
        while start + SHORTEST_SHARED_RUN <= len(words):
            hit = self.runs.get(tuple(words[start : start + SHORTEST_SHARED_RUN]))
            if hit is None:
                start += 1
                continue
            source, there = hit
            length = _common(words[start:], self.words[source][there:])
            line = text.count("\n", 0, found[start].start()) + 1
            yield SharedRun(line, source, " ".join(words[start : start + length]), length)
            start += length


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    pairs = zip(one, other, strict=False)
    return next((place for place, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _words(text: str) -> list[str]:
    return [_folded(word) for word in WORD.findall(text)]


def _folded(word: str) -> str:
    return word.lower().replace("’", "'")
