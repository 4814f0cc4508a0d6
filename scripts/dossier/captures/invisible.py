"""Signs that nobody sees in a text, and which no anchor could hold: taken out, counted and named."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

NAMES = {
    "\u00ad": "soft hyphen",
    "\u200b": "zero-width space",
    "\u200c": "zero-width non-joiner",
    "\u200d": "zero-width joiner",
    "\u2060": "word joiner",
    "\ufeff": "byte-order mark",
    "\u180e": "Mongolian vowel separator",
    "\u034f": "combining grapheme joiner",
    **dict.fromkeys("\u2061\u2062\u2063\u2064", "invisible operator"),
    **dict.fromkeys("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", "direction mark"),
    **dict.fromkeys(map(chr, range(0xFE00, 0xFE10)), "variation selector"),
    **dict.fromkeys(map(chr, range(0xE0001, 0xE0080)), "tag character"),
}
INVISIBLE = re.compile(f"[{''.join(NAMES)}]")
JOINERS = "\u200c\u200d"
# Scripts in which a joiner changes the letters beside it.
JOINING = (
    *("ARABIC", "SYRIAC", "MONGOLIAN", "NKO", "DEVANAGARI", "BENGALI", "GURMUKHI", "GUJARATI", "ORIYA", "TAMIL"),
    *("TELUGU", "KANNADA", "MALAYALAM", "SINHALA", "KHMER", "MYANMAR", "TIBETAN"),
)
LOST = "\ufffd"


def without_invisible(text: str) -> tuple[str, Counter[str]]:
    """The text without them, and how many of each name were taken out. Joiners that spell a word stay."""
    found: Counter[str] = Counter()

    def keep_or_drop(match: re.Match[str]) -> str:
        if match[0] in JOINERS and _joins(text, match.start()):
            return match[0]
        found[NAMES[match[0]]] += 1
        return ""

    return INVISIBLE.sub(keep_or_drop, text), found


def _joins(text: str, place: int) -> bool:
    """Whether a joiner stands between two letters, or after a letter, of a script that joins."""
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    return _is_joining(before) and (_is_joining(after) or text[place] == "\u200d")


def _is_joining(letter: str) -> bool:
    return bool(letter) and letter.isprintable() and unicodedata.name(letter, "").startswith(JOINING)


def in_words(found: Counter[str]) -> str:
    """What was taken out, such as ``2 soft hyphens, 1 direction mark``."""
    return ", ".join(f"{number} {name}{'s' * (number > 1)}" for name, number in found.items())
