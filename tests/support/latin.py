"""Which script a text is written in."""

import unicodedata


def is_latin(text: str) -> bool:
    """Whether every letter of the text is a Latin one; true of a text without letters."""
    return all(unicodedata.name(letter, "").startswith("LATIN") for letter in text if letter.isalpha())
