"""The script in which a text is written, and the way it runs."""

from __future__ import annotations

import unicodedata

RIGHT_TO_LEFT = ("ARABIC", "HEBREW", "SYRIAC", "THAANA")


def direction(text: str) -> str:
    """``rtl`` where the first letter belongs to a script that runs right to left, else ``ltr``, as HTML names them."""
    first = next((letter for letter in text if letter.isalpha()), "")
    return "rtl" if first and unicodedata.name(first, "").startswith(RIGHT_TO_LEFT) else "ltr"


def is_latin(text: str) -> bool:
    """Whether every letter of the text is a Latin one; true of a text without letters."""
    return all(unicodedata.name(letter, "").startswith("LATIN") for letter in text if letter.isalpha())
