"""A place lies no farther from the middle of a place that it is within than such a place can reach."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.checking.plausibility.given import Given, notice
from dossier.corpus.corpus import Corpus
from dossier.model.distances import kilometres
from dossier.model.records import Place
from dossier.problems import Problem

RULE = "far-from-whole"
# Kilometres from the middle to the farthest edge, for all but the largest.
REACH = {"site": 10, "city": 50, "district": 100, "province": 300, "region": 750, "country": 2500}


def check(corpus: Corpus, _given: Given) -> Iterator[Problem]:
    for place in corpus.of(Place):
        for number, key in enumerate(place.within):
            whole = corpus.records.get(key)
            if isinstance(whole, Place) and (message := _far(place, whole)):
                hint = "look up the coordinates of both, or mend `within`"
                yield notice(corpus, place.id, ("within", number), RULE, message, hint)


def _far(place: Place, whole: Place) -> str:
    here, there = place.coordinates, whole.coordinates
    if not here or not there:
        return ""
    far = kilometres((here.lon, here.lat), (there.lon, there.lat))
    return f"{far:.0f} km from the middle of {whole.id}" if far > REACH[there.precision] else ""
