"""What the map and its table say of a place: claims about it, events there, and how these stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from dossier.corpus.corpus import Corpus
from dossier.corpus.events_by_day import Steps, any_of, place_steps
from dossier.corpus.indexes import gathered
from dossier.corpus.judged_events import judged_event
from dossier.corpus.known_by import first_known
from dossier.corpus.standing import Standing, StatementStanding
from dossier.model.base_map import Position
from dossier.model.records import Event, Place
from dossier.text.sorting import name_key

Shape = Literal["point", "area", "words"]
SHAPES: dict[str, Shape] = {
    "site": "point",
    "city": "point",
    "district": "area",
    "province": "area",
    "country": "words",
    "region": "words",
}


@dataclass(frozen=True, slots=True)
class Happening:
    """An event at a place, and how it stands that it happened there; ``judged`` is the less firm of the two.

    ``steps`` are the days from which that stands in another way, ``since`` is the one from which the event was known.
    """

    event: Event
    standing: Standing
    judged: StatementStanding
    steps: Steps = ()
    since: date | None = None

    @property
    def is_doubtful(self) -> bool:
        """Whether it is only alleged, or somebody speaks against it."""
        return self.standing in (Standing.ALLEGED, Standing.CONTESTED)

    @property
    def changes(self) -> Steps:
        """The steps; none where it stands as it does since the event was known."""
        return self.steps if len(self.steps) > 1 or any(day != self.since for day, _ in self.steps) else ()


@dataclass(frozen=True, slots=True)
class Sited:
    """A place with the number of claims about it and the events there, in time."""

    place: Place
    claims: int
    happenings: tuple[Happening, ...]

    @property
    def position(self) -> Position | None:
        """Degrees east and degrees north, where it has a point."""
        at = self.place.coordinates
        return (at.lon, at.lat) if at else None

    @property
    def shape(self) -> Shape | None:
        """As what it is drawn; nothing where it has no point."""
        return SHAPES[self.place.coordinates.precision] if self.place.coordinates else None

    @property
    def doubtful(self) -> int:
        return sum(one.is_doubtful for one in self.happenings)


def sited(corpus: Corpus) -> list[Sited]:
    """Every place, in the order of its name."""
    places = sorted(corpus.of(Place), key=lambda place: (name_key(place.heading), place.id))
    return [
        Sited(
            place,
            len(corpus.claims_about(place.id)),
            tuple(happenings(corpus, place)),
        )
        for place in places
    ]


def happenings(corpus: Corpus, place: Place) -> Iterator[Happening]:
    """The events that somebody says happened at a place, in time; what all reject who tell of it is none."""
    for event in corpus.events_of(place.id):
        judged = judged_event(corpus, event)
        there = next((one for one in judged.places if one.said.place == place.id), None)
        if there and judged.standing != Standing.REJECTED:
            standing = judged.standing_at(place.id)
            since = first_known(corpus, map(corpus.claim, event.told_by))
            steps = place_steps(corpus, judged, place.id)
            less_firm = judged.judged if standing == judged.standing else there.judged
            yield Happening(event, standing, less_firm, steps, since)


def each_once(found: Iterable[Happening]) -> list[Happening]:
    """Events at several places, each once, in as little doubt as it stands at any of them."""
    by_event = gathered((one.event.id, one) for one in found)
    return [own[0] if len(own) == 1 else _firmest(own) for own in by_event.values()]


def _firmest(own: Sequence[Happening]) -> Happening:
    firm = next((one for one in own if not one.is_doubtful), own[-1])
    return replace(firm, steps=any_of([one.steps for one in own]))


def weight(one: Sited) -> tuple[int, int, str]:
    """Sorts the places of which most is said to the front."""
    return -len(one.happenings), -one.claims, one.place.id
