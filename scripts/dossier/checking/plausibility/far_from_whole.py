"""A place lies no farther from the middle of a place that it is within than such a place can reach."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.checking.plausibility.given import Given, notice
from dossier.corpus.corpus import Corpus
from dossier.model.distances import kilometres
from dossier.model.records import Place
from dossier.problems import Problem

RULE = "far-from-whole"
POLE = 90
# Kilometres from the middle to the farthest edge, for all but the largest.
REACH = {"site": 10, "city": 50, "district": 100, "province": 300, "region": 750, "country": 2500}


def check(corpus: Corpus, _given: Given) -> Iterator[Problem]:
    slips = {place.id: slip for place in corpus.of(Place) if (slip := _slip(corpus, place))}
    for place in corpus.of(Place):
        for number, key in enumerate(place.within):
            whole = corpus.records.get(key)
            # Of the places within one whose own coordinates are told of nothing is told too.
            if isinstance(whole, Place) and whole.id not in slips and (far := _far(place, whole)):
                hint = slips.get(place.id, "look up the coordinates of both, or mend `within`")
                message = f"{far:.0f} km from the middle of {whole.id}"
                yield notice(corpus, place.id, ("within", number), RULE, message, hint)


def _slip(corpus: Corpus, place: Place) -> str:
    """What seems wrong with the coordinates of a place far from what it is within, where mending it brings it near."""
    wholes = [one for key in place.within if isinstance(one := corpus.records.get(key), Place) and one.coordinates]
    at = place.coordinates
    if not at or not any(_far(place, whole) for whole in wholes):
        return ""
    others = (
        (at.lon, at.lat, "`lat` and `lon` seem to have changed places: swap them"),
        (-at.lat, at.lon, "the sign of `lat` seems to be wrong: south is below 0"),
        (at.lat, -at.lon, "the sign of `lon` seems to be wrong: west is below 0"),
    )
    for lat, lon, hint in others:
        other = place.model_copy(update={"coordinates": at.model_copy(update={"lat": lat, "lon": lon})})
        if abs(lat) <= POLE and not any(_far(other, whole) for whole in wholes):
            return hint
    return ""


def _far(place: Place, whole: Place) -> float:
    """The kilometres between them, where these are too many; else 0."""
    here, there = place.coordinates, whole.coordinates
    if not here or not there:
        return 0
    far = kilometres((here.lon, here.lat), (there.lon, there.lat))
    return far if far > REACH[there.precision] else 0
