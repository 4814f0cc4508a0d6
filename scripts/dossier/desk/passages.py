"""A selected passage of a captured paragraph: whole words, and the anchor that finds it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dossier.captures.compare import anchor_fault
from dossier.captures.matching import matchable
from dossier.model.claim import Anchor
from dossier.model.fields import LONGEST_ANCHOR

WORD = re.compile(r"\S+")
OUTER_LEFT, OUTER_RIGHT = "\"'“”‘’«»([{*", "\"'“”‘’«»)]}.,;:!?…*"
# So many words mostly find a passage, and are read at a glance.
USUAL = 3


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of a paragraph from ``start`` to ``end``, and its anchor; ``told`` where that is not its own words."""

    start: int
    end: int
    text: str
    from_: str
    to: str
    told: str = ""


def passage(paragraph: str, start: int, end: int) -> Passage | None:
    """What is selected from ``start`` to ``end``, grown to whole words; ``None`` where no word is.

    The anchor is as short as finds the passage: three words at each end, up to five where three stand twice. Where
    even five do, it begins at the nearest words that stand once, or names none that fit, and says so.
    """
    words = [word for word in WORD.finditer(paragraph) if word.start() < end and word.end() > start]
    words = [word for word in words if re.search(r"\w", word[0])]
    if not words:
        return None
    start, end = words[0].start(), words[-1].end()
    from_, told = _first_words(paragraph, start, end)
    return Passage(start, end, paragraph[start:end], from_, _last_words(paragraph, from_, start, end), told)


def _first_words(paragraph: str, start: int, end: int) -> tuple[str, str]:
    """The words with which the anchor begins, and why they are not those of the passage where they are not."""
    words = list(WORD.finditer(paragraph))
    within = [place for place, word in enumerate(words) if start <= word.start() < end]
    before = [place for place, word in enumerate(words) if word.start() < start]
    for place in [*within, *reversed(before)]:
        if found := _once(paragraph, [word[0] for word in words[place : place + LONGEST_ANCHOR]]):
            is_own = words[place].start() == start
            return found, "" if is_own else "Its first words stand twice here: the anchor begins at others."
    first = [words[place][0] for place in within[:LONGEST_ANCHOR]]
    return _trimmed(first), "Its first words stand twice in the paragraph, and so do those beside them."


def _once(paragraph: str, words: Sequence[str]) -> str:
    """The fewest of these words, from the usual number on, that stand once in the paragraph; empty where none do."""
    there = matchable(paragraph)
    for number in range(min(USUAL, len(words)), len(words) + 1):
        found = _trimmed(words[:number])
        if found and there.count(matchable(found)) == 1:
            return found
    return ""


def _last_words(paragraph: str, from_: str, start: int, end: int) -> str:
    """The fewest last words, from the usual number on, that first follow the beginning where the passage ends."""
    words = [word[0] for word in WORD.finditer(paragraph, start, end)][-LONGEST_ANCHOR:]
    there, whole = matchable(paragraph), matchable(paragraph[:end].rstrip(OUTER_RIGHT))
    begins = there.find(matchable(from_))
    for number in range(min(USUAL, len(words)), len(words) + 1):
        found = _trimmed(words[-number:])
        at = there.find(matchable(found), max(begins, 0))
        if at + len(matchable(found)) == len(whole):
            return found
    usual = _trimmed(words[-USUAL:])
    return usual if not anchor_fault(paragraph, Anchor(**{"from": from_, "to": usual})) else _trimmed(words[-1:])


def _trimmed(words: Sequence[str]) -> str:
    """Words without the quotation marks and stops around them."""
    return " ".join(words).lstrip(OUTER_LEFT).rstrip(OUTER_RIGHT)


def place_of(paragraph: str, from_: str, to: str) -> tuple[int, int] | None:
    """Where the passage of an anchor stands in a paragraph, as it is drawn there; ``None`` where it is not found."""
    start = _drawn(from_).search(paragraph)
    end = _drawn(to).search(paragraph, start.start()) if start else None
    return (start.start(), max(start.end(), end.end())) if start and end else None


def _drawn(words: str) -> re.Pattern[str]:
    """The words however quotes and dashes are drawn and blanks are set."""
    signs = {"'": "['\u2018\u2019\u02bc`\u00b4]", '"': '["“”„«»]', "-": r"\s*[-\u2010-\u2015\u2212]+\s*"}
    plain = matchable(words)
    return re.compile("".join(signs.get(sign, r"\s+" if sign == " " else re.escape(sign)) for sign in plain))
