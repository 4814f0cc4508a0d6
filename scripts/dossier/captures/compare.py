"""Captured articles compared with our texts: fingerprints of paragraphs, anchors in them, and words that both share."""

from __future__ import annotations

import errno
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from dossier.captures.clean import Cleaned, clean, text_of_html
from dossier.model.records import Anchor, Source
from dossier.reading.yaml_file import LARGEST_FILE, read_bytes

FINGERPRINT_LENGTH = 16
SHORTEST_SHARED_RUN = 9
WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9'’-]*")

Run = tuple[str, ...]


def read_article(path: Path, source: Source | None) -> Cleaned:
    """The clean article in a captured file, a text or a saved web page (by its name).

    ``source`` is the record whose title, authors and ``capture`` the cleaning is to heed. Raises ``OSError`` where the
    file cannot be read or is larger than ``LARGEST_FILE``.
    """
    content = read_bytes(path, followed=True)
    if len(content) > LARGEST_FILE:
        raise OSError(errno.EFBIG, "larger than 1 MiB", str(path))
    text = content.decode("utf-8", errors="replace").replace("\r\n", "\n")
    if path.suffix in (".html", ".htm"):
        text = text_of_html(text)
    if source is None:
        return clean(text)
    authors = [author.literal or f"{author.given or ''} {author.family}".strip() for author in source.author]
    return clean(text, source.title, source.capture, authors)


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
            first, last = found[start].start(), found[start + length - 1].end()
            yield SharedRun(first, last, source, " ".join(words[start : start + length]), length)
            start += length


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    pairs = zip(one, other, strict=False)
    return next((place for place, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _words(text: str) -> list[str]:
    return [_folded(word) for word in WORD.findall(text)]


def _folded(word: str) -> str:
    return word.lower().replace("’", "'")
