"""What the map and its table say of a place: claims about it, events there, and which of them somebody denies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dossier.corpus.corpus import Corpus
from dossier.model.base_map import Position
from dossier.model.records import Claim, Event, Place

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
    """An event at a place, and the claims that deny it or part of it; ``denied`` also where only an actor does."""

    event: Event
    denials: tuple[Claim, ...]
    denied: bool


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
    def denied(self) -> int:
        return sum(one.denied for one in self.happenings)

    @property
    def undenied(self) -> int:
        return len(self.happenings) - self.denied


def sited(corpus: Corpus) -> list[Sited]:
    """Every place, in the order of its name."""
    places = sorted(corpus.of(Place), key=lambda place: (place.heading.casefold(), place.id))
    return [
        Sited(
            place,
            len(corpus.claims_about(place.id)),
            tuple(happening(corpus, event) for event in corpus.events_of(place.id)),
        )
        for place in places
    ]


def happening(corpus: Corpus, event: Event) -> Happening:
    """An event as the map tells of it."""
    told = {key: corpus.claim(key) for key in event.told_by}
    told |= {claim.id: claim for claim in corpus.claims_about(event.id)}
    denials = corpus.by_publication(claim for claim in told.values() if claim.kind == "denial")
    said = any(participant.role == "denied_by" for participant in event.participants)
    return Happening(event, tuple(denials), said or bool(denials))


def weight(one: Sited) -> tuple[int, int, str]:
    """Sorts the places of which most is said to the front."""
    return -len(one.happenings), -one.claims, one.place.id
