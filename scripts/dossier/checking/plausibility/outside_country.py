"""The coordinates of a place lie within the outline of its country, as far as the base map shows that country.

Outlines are drawn roughly and cut at the edges of the map, so a place may lie a little outside, and one that the map
does not show is not judged.
"""

from __future__ import annotations

from collections.abc import Iterator

from babel.core import Locale

from dossier.checking.plausibility.given import Given, notice
from dossier.corpus.corpus import Corpus
from dossier.model.base_map import Outline
from dossier.model.distances import kilometres_outside
from dossier.model.records import Place
from dossier.problems import Problem
from dossier.text.spelling import fold

RULE = "outside-country"
TOLERATED = 10
"""Kilometres."""


def check(corpus: Corpus, _given: Given) -> Iterator[Problem]:
    base = corpus.base_map
    if base is None:
        return
    names = Locale("en").territories
    outlines = {fold(one.name): one for one in base.outlines}
    for place in corpus.of(Place):
        name = names.get(place.country or "", "")
        at = (place.coordinates.lon, place.coordinates.lat) if place.coordinates else None
        if at and (outline := outlines.get(fold(name))) and base.bounds.holds(at):
            yield from _outside(corpus, place, at, outline)


def _outside(corpus: Corpus, place: Place, at: tuple[float, float], outline: Outline) -> Iterator[Problem]:
    far = kilometres_outside(outline, at)
    if far > TOLERATED:
        message = f"{far:.0f} km outside {outline.name}"
        yield notice(corpus, place.id, ("coordinates",), RULE, message, "look it up again, or mend `country`")
