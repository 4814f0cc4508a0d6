"""How a passage is found in a captured text although quotes, hyphens and blanks are drawn otherwise."""

from __future__ import annotations

import re

from dossier.captures.invisible import without_invisible
from dossier.captures.note_marks import BRACKETED, RAISED

DRAWN = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc\u02b9\u2032\u00b4\uff07`", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\uff02", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d", "-"),
        "\u2026": "...",
    }
)
# The same sign for sign, so that places in a text stay.
ONE_SHAPE = {sign: shape for sign, shape in DRAWN.items() if len(shape) == 1}
DASHES = re.compile(r"\s*-+\s*")


def matchable(text: str) -> str:
    """The text as it is compared: quotes, dashes and blanks of one shape each, and no marks of footnotes.

    Capitals and accents count.
    """
    plain, _ = without_invisible(text)
    plain = RAISED.sub("", BRACKETED.sub("", plain)).translate(DRAWN)
    return " ".join(DASHES.sub("-", plain).split())
