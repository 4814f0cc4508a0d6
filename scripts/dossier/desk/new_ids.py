"""Ids of what is begun at the desk, made of its name."""

from __future__ import annotations

from collections.abc import Container
from itertools import count

from dossier.text.slugs import is_reserved
from dossier.text.spelling import fold

LONGEST_ID = 60


def proposed_key(name: str) -> str:
    """An id from a name: its words in Latin letters, digits and hyphens; empty where it has none."""
    words = [word for word in fold(name).split() if word.isascii() and word.isalnum()]
    key = ""
    for word in words:
        if len(key) + len(word) >= LONGEST_ID:
            break
        key = f"{key}-{word}" if key else word
    return f"{key}-record" if is_reserved(key) else key


def free_key(name: str, taken: Container[str]) -> str:
    """The same, told apart by a number where it is taken."""
    key = proposed_key(name) or "answer"
    return key if key not in taken else next(f"{key}-{n}" for n in count(2) if f"{key}-{n}" not in taken)
