"""How many events and claims lie in each division of a country.

A place lies in one where its own code says so, where it lies within a place that has a code, or where it is a city or a
site whose point lies in its outline. What is only somewhere in a region lies in none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dossier.corpus.corpus import Corpus
from dossier.model.outlines import Outlines
from dossier.model.records import Place
from dossier.pictures.map_places import Happening, Sited, each_once

CLASSES = 4


@dataclass(frozen=True, slots=True)
class DivisionCount:
    """A division by its code: the claims about places in it, and the events there, each once.

    An event is in doubt only where it is so at all of these places.
    """

    iso: str
    claims: tuple[str, ...]
    happenings: tuple[Happening, ...]

    @property
    def is_doubtful(self) -> bool:
        """Whether all its events are alleged or contested."""
        return bool(self.happenings) and all(one.is_doubtful for one in self.happenings)


def division_counts(corpus: Corpus, places: Iterable[Sited]) -> tuple[DivisionCount, ...]:
    """The divisions in which places lie, by their codes."""
    inside: dict[str, list[Sited]] = {}
    for one in places:
        if iso := division_of(one, corpus.records, corpus.outlines):
            inside.setdefault(iso, []).append(one)
    return tuple(_count(corpus, iso, ones) for iso, ones in sorted(inside.items()))


def division_of(one: Sited, records: Mapping[str, object], outlines: Outlines) -> str:
    """The code of the division in which a place lies; empty where it lies in none, or nobody can say in which."""
    waiting, seen = [one.place], set[str]()
    while waiting:
        place = waiting.pop(0)
        if outlines.of(place.iso):
            return place.iso or ""
        seen.add(place.id)
        above = (records.get(key) for key in place.within if key not in seen)
        waiting += [each for each in above if isinstance(each, Place)]
    return outlines.at(one.position) if one.shape == "point" and one.position else ""


def _count(corpus: Corpus, iso: str, places: Sequence[Sited]) -> DivisionCount:
    claims = dict.fromkeys(claim.id for one in places for claim in corpus.claims_about(one.place.id))
    found = each_once(happening for one in places for happening in one.happenings)
    return DivisionCount(iso, tuple(claims), tuple(found))


def shade_steps(numbers: Iterable[int]) -> tuple[int, ...]:
    """The least number of each of up to four shades, each some times that of the one before: ``1, 2, 4`` and so on."""
    most = max(numbers, default=0)
    steps = {round(most ** (place / CLASSES)) for place in range(CLASSES)} if most else set[int]()
    return tuple(sorted(steps))


def shade(number: int, steps: Sequence[int]) -> int:
    """Which shade a number has, from 1 on; 0 where it is none."""
    return sum(number >= step for step in steps)
