"""Places, and a base map, for the tests of the map."""

from __future__ import annotations

from dossier.corpus.corpus import Corpus
from dossier.corpus.judged_events import judged_event
from dossier.corpus.standing import Standing
from dossier.model.base_map import BaseMap, Bounds, Outline, Ring
from dossier.model.records import Event, Place
from dossier.pictures.map_places import Happening, Sited

BOUNDS = Bounds(0, 40, 20, 55)


def box(west: float, south: float, east: float, north: float) -> Ring:
    return (west, south), (east, south), (east, north), (west, north), (west, south)


BASE = BaseMap(
    BOUNDS, "Tarn", (Outline("Brisa", ((box(0, 40, 10, 55),),)), Outline("Reedland", ((box(10, 40, 20, 55),),)))
)
# Around one of the two towns of the invented dossier, without the other.
NEAR = BaseMap(
    Bounds(-12.25, -41.6, -12, -41.4), "Tarn & Sons", (Outline("<Isle>", ((box(-12.2, -41.5, -12.1, -41.45),),)),)
)


def place(key: str, at: tuple[float, float] | None, precision: str = "city", type_: str = "city") -> Place:
    """A place at degrees east and north, called as its id."""
    point = {"lon": at[0], "lat": at[1], "precision": precision} if at else None
    names = [{"text": key.replace("-", " ").title(), "kind": "primary"}]
    return Place.model_validate({"id": key, "type": type_, "names": names, "coordinates": point})


def sited_at(
    key: str,
    at: tuple[float, float] | None,
    precision: str = "city",
    *,
    claims: int = 1,
    happenings: tuple[Happening, ...] = (),
) -> Sited:
    """A place as the map tells of it."""
    return Sited(place(key, at, precision, precision), claims, happenings)


def happened(corpus: Corpus, number: int, contested: int = 0) -> tuple[Happening, ...]:
    """So many events, the last of which are contested."""
    judged = judged_event(corpus, corpus.of(Event)[0])
    events = (judged.event.model_copy(update={"id": f"event-{place}"}) for place in range(number))
    standings = (Standing.CONTESTED if place >= number - contested else Standing.ASSERTED for place in range(number))
    return tuple(Happening(event, one, judged.judged) for event, one in zip(events, standings, strict=True))


def many(corpus: Corpus, number: int) -> list[Sited]:
    """So many towns and provinces all over the base map, near and far from each other, always the same."""
    kinds = ("city", "site", "city", "province", "region")
    return [
        sited_at(
            f"place-number-{n}",
            (0.5 + n * 7.3 % 19, 40.5 + (n * n * 3.7) % 14),
            kinds[n % 5],
            claims=n % 9,
            happenings=happened(corpus, n % 4, n % 2 and n % 4),
        )
        for n in range(number)
    ]


def event_of(corpus: Corpus, key: str) -> Event:
    """An event by its id."""
    return next(event for event in corpus.of(Event) if event.id == key)


def known(place: Place) -> Place:
    """The place as one of a type that every dossier knows."""
    return place if place.type in ("city", "site", "region") else place.model_copy(update={"type": "region"})
