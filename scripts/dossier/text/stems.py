"""The stem of a plain English word, so that forms of one word are equal; Python and the browser apply the same rules.

The rules are of the same form as those of ``spelling.py``. They are made for looking words up, not for reading them:
stems need not be words. A published stemmer would have to be at hand in the browser as well, to the letter.
"""

from __future__ import annotations

import re

from dossier.text.spelling import Rule

# Words of fewer letters stay as they are, and numbers do.
SHORTEST = 4
STEMS: tuple[Rule, ...] = (
    # Who fights is not what is done: one asks for their number, the other for a war.
    ("^fighters?$", "militant"),
    ("(?<=...)ations?$", ""),
    ("(?<=...)ments?$", ""),
    ("(?<=...)(?:ions?|ings?|ers?|ors?|ies|ied|ed|es|ly|al|ive)$", ""),
    ("(?<=...)[sey]$", ""),
    (r"([b-df-hj-np-tv-z])(?=\1$)", ""),
)


def stem(word: str) -> str:
    """The stem of a plain word."""
    if len(word) < SHORTEST or word.isdigit():
        return word
    for pattern, replacement in STEMS:
        word = re.sub(pattern, replacement, word)
    return word
