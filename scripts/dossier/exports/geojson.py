"""Places, and events at their places, as GeoJSON (RFC 7946)."""

from __future__ import annotations

from typing import Any

from dossier.corpus.corpus import Corpus
from dossier.corpus.judged_events import JudgedStatement, judged_event
from dossier.editions.state import Edition
from dossier.exports.records import Fields, terms
from dossier.model.addresses import url_for
from dossier.model.records import Coordinates, Event, EventDate, Place, Record


def places_geojson(corpus: Corpus, *, base_url: str, edition: Edition) -> Fields:
    """A feature a place; ``precision`` says what its point stands for. Without coordinates its geometry is null."""
    return _collection("Places", [_place(place, base_url) for place in corpus.of(Place)], edition)


def events_geojson(corpus: Corpus, *, base_url: str, edition: Edition) -> Fields:
    """A feature an event, in time: a point, or several where it happened at several places that have coordinates.

    ``places`` says of each place whether it is among the points, which stand in the same order, and how precise it is.
    """
    events = corpus.in_time(corpus.of(Event))
    return _collection("Events at their places", [_event(corpus, event, base_url) for event in events], edition)


def _collection(title: str, features: list[Fields], edition: Edition) -> Fields:
    return {"type": "FeatureCollection", "title": title, **terms(edition), "features": features}


def _feature(record: Record, base_url: str, geometry: Fields | None, properties: Fields) -> Fields:
    shared = {"id": record.id, "name": record.heading, "url": (base_url or "../") + url_for(record)}
    return {"type": "Feature", "id": record.id, "geometry": geometry, "properties": shared | properties}


def _place(place: Place, base_url: str) -> Fields:
    at = place.coordinates
    properties = {
        "type": place.type,
        "country": place.country,
        "within": list(place.within),
        "precision": at.precision if at else None,
    }
    return _feature(place, base_url, _geometry([at] if at else []), properties)


def _event(corpus: Corpus, event: Event, base_url: str) -> Fields:
    judged = judged_event(corpus, event)
    standings = {one.said.place: str(one.standing) for one in judged.places}
    places = [place for key in standings if isinstance(place := corpus.records[key], Place)]
    properties: dict[str, Any] = {
        "type": event.type,
        "standing": str(judged.standing),
        "dates": [_date(one) for one in judged.dates],
        "places": [_where(place, standings[place.id]) for place in places],
        "claims": list(event.claims),
    }
    return _feature(
        event, base_url, _geometry([place.coordinates for place in places if place.coordinates]), properties
    )


def _date(one: JudgedStatement[EventDate]) -> Fields:
    when = one.said.when
    return {
        "date": one.said.date.text,
        "as_given": one.said.as_given,
        "earliest": when.earliest.isoformat() if when.earliest else None,
        "latest": when.latest.isoformat() if when.latest else None,
        "standing": str(one.standing),
        "claims": list(one.said.claims),
    }


def _where(place: Place, standing: str) -> Fields:
    at = place.coordinates
    precision = at.precision if at else None
    return {
        "id": place.id,
        "name": place.heading,
        "on_map": at is not None,
        "precision": precision,
        "standing": standing,
    }


def _geometry(points: list[Coordinates]) -> Fields | None:
    positions = [[point.lon, point.lat] for point in points]
    if len(positions) > 1:
        return {"type": "MultiPoint", "coordinates": positions}
    return {"type": "Point", "coordinates": positions[0]} if positions else None
