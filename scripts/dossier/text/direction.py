"""The script in which a text is written, and the way it runs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

RIGHT_TO_LEFT = ("ARABIC", "HEBREW", "SYRIAC", "THAANA")

_LETTERS = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff"
# Words of scripts that run right to left, with what joins them to one name; a comma of ours parts two.
RUN = re.compile(f"[{_LETTERS}]+(?:[ \u200c\u200d'’-]+[{_LETTERS}]+)*")
FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"


def runs(text: str) -> Iterator[tuple[str, bool]]:
    """The parts of a text in their order, each with whether it runs right to left and has to be kept apart.

    A text that as a whole runs right to left, and has no comma of ours, is one such part.
    """
    if direction(text) == "rtl" and "," not in text and not re.search("[A-Za-z]", text):
        yield text, True
        return
    end = 0
    for found in RUN.finditer(text):
        if found.start() > end:
            yield text[end : found.start()], False
        yield found[0], True
        end = found.end()
    if end < len(text):
        yield text[end:], False


def isolated(text: str) -> str:
    """Plain words that can stand beside others: those that run right to left between the signs that keep them apart."""
    if not RUN.search(text):
        return text
    return "".join(f"{FIRST_STRONG_ISOLATE}{part}{POP_ISOLATE}" if is_rtl else part for part, is_rtl in runs(text))


def direction(text: str) -> str:
    """``rtl`` where the first letter belongs to a script that runs right to left, else ``ltr``, as HTML names them."""
    first = next((letter for letter in text if letter.isalpha()), "")
    return "rtl" if first and unicodedata.name(first, "").startswith(RIGHT_TO_LEFT) else "ltr"
