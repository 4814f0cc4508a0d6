"""Names: which script a name is written in, which way it runs, and how two spellings compare."""

from __future__ import annotations

import re
import unicodedata

RIGHT_TO_LEFT = ("ARABIC", "HEBREW", "SYRIAC", "THAANA")
NOT_WORDS = re.compile(r"[\W_]+")


def direction(text: str) -> str:
    """``rtl`` where the first letter belongs to a script that runs right to left, else ``ltr``."""
    first = next((letter for letter in text if letter.isalpha()), "")
    return "rtl" if first and unicodedata.name(first, "").startswith(RIGHT_TO_LEFT) else "ltr"


def is_latin(text: str) -> bool:
    """Whether every letter of the text is a Latin one."""
    return all(unicodedata.name(letter, "").startswith("LATIN") for letter in text if letter.isalpha())


def fold(text: str) -> str:
    """Lower case without diacritics, apostrophes or punctuation, for comparing two spellings."""
    bare = "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
    return NOT_WORDS.sub(" ", re.sub(r"['’‘ʿʾ`]", "", bare).casefold()).strip()
