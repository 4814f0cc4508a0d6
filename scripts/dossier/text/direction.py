"""Names: which script a name is written in, and which way it runs."""

from __future__ import annotations

import unicodedata

RIGHT_TO_LEFT = ("ARABIC", "HEBREW", "SYRIAC", "THAANA")


def direction(text: str) -> str:
    """``rtl`` where the first letter belongs to a script that runs right to left, else ``ltr``."""
    first = next((letter for letter in text if letter.isalpha()), "")
    return "rtl" if first and unicodedata.name(first, "").startswith(RIGHT_TO_LEFT) else "ltr"


def is_latin(text: str) -> bool:
    """Whether every letter of the text is a Latin one."""
    return all(unicodedata.name(letter, "").startswith("LATIN") for letter in text if letter.isalpha())
