"""What the map and its table say of a place: claims about it, events there, and how these stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from dossier.corpus.corpus import Corpus
from dossier.corpus.judged_events import judged_event
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
    """An event at a place, and how it stands that it happened there; ``judged`` is the less firm of the two."""

    event: Event
    standing: Standing
    judged: StatementStanding

    @property
    def is_doubtful(self) -> bool:
        """Whether it is only alleged, or somebody speaks against it."""
        return self.standing in (Standing.ALLEGED, Standing.CONTESTED)


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

    @property
    def undoubted(self) -> int:
        return len(self.happenings) - self.doubtful


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
            yield Happening(event, standing, judged.judged if standing == judged.standing else there.judged)


def weight(one: Sited) -> tuple[int, int, str]:
    """Sorts the places of which most is said to the front."""
    return -len(one.happenings), -one.claims, one.place.id
