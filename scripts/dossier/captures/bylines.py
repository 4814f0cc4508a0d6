"""Whether a line says who wrote the article, and does not only begin with “By”, as a heading may."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dossier.text.spelling import fold

LABEL = re.compile(
    r"^(?:(?:[Ww]ritten |[Tt]ext |[Rr]eported |[Ss]tory |WRITTEN )?(?:[Bb]y|BY)\b:?"
    r"|(?:Authors?|Words|Text|Author\(s\))\s*:)\s*(?=\S)"
)
# What may follow the names: the paper, a place, a date.
AFTER = re.compile(r"(?:\s*(?:[|·•–—]|\s-\s|\bfor\b|\bin\b)|,?\s+(?:[A-Z][a-z]{2,8}\.?\s+)?\d).{0,60}$")
SEPARATOR = re.compile(r"\s*(?:,|;|&|\band\b|\bAND\b|\bwith\b)\s*")
NAME_WORD = re.compile(r"(?:[^\W\d_a-z][\w.’'-]*|[A-Z]\.)")


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


PARTICLES = _listed(
    "al ad an ar as at el ul de da del della di do dos du la le van von der den ter bin ibn bint abu ur uz e y"
)
# Words that stand in headings and titles, and in no name.
NO_NAMES = _listed(
    "a all an another any are as at be been being but can come could did do does each even every far few from go "
    "had has have he her here him his how i if in is it its itself just less long make many may means might more "
    "most much must my never next no not now of off on one only or other our out over own same she should since "
    "so some soon still such than that the their them then there these they this those three through time to too "
    "two under until up us very was way we were what when where which while who why will without would year years "
    "you your necessary demand popular appointment royal invitation default design chance accident numbers night "
    "day dawn land sea air force law order choice decree proxy hook crook blood sword fire faith necessity "
    "consensus contrast comparison definition nature late early yesterday today tomorrow"
)
MOST_WORDS = 5


def is_byline(text: str, authors: Sequence[str] = (), *, only_known: bool = False) -> bool:
    """Whether the line is “By” and names of people, or of ``authors``; ``only_known`` says that only these count.

    ``authors`` are those of the source's record.
    """
    label = LABEL.match(text)
    if not label:
        return False
    said = fold(text[label.end() :])
    if any(name and said.startswith(fold(name)) and len(said.split()) <= 3 * MOST_WORDS for name in authors):
        return True
    parts = names_in_byline(text)
    return not only_known and bool(parts) and all(map(_is_name, parts))


def names_in_byline(text: str) -> list[str]:
    """What a byline names, without its label and without what stands after the names."""
    label = LABEL.match(text)
    names = AFTER.sub("", text[label.end() :]) if label else ""
    return [part for part in SEPARATOR.split(names) if part]


def _is_name(part: str) -> bool:
    """Two to five words in capitals, particles aside, none of which stands in headings."""
    words = part.rstrip(".").split()
    if not 2 <= len(words) <= MOST_WORDS or any(word.casefold().strip(".’'") in NO_NAMES for word in words):
        return False
    if any(word.casefold().endswith(("’s", "'s")) for word in words):
        return False
    capital = [word for word in words if NAME_WORD.fullmatch(word)]
    return len(capital) >= 2 and all(word in capital or word.casefold() in PARTICLES for word in words)
