"""Places, and events at their places, as GeoJSON (RFC 7946)."""

from __future__ import annotations

from typing import Any

from dossier.corpus.corpus import Corpus
from dossier.corpus.judged_events import JudgedStatement, judged_event
from dossier.corpus.standing import Standing
from dossier.editions.state import Edition
from dossier.exports.records import Fields, terms
from dossier.model.addresses import url_for
from dossier.model.records import Coordinates, Event, EventDate, EventPlace, Place, Record


def places_geojson(corpus: Corpus, *, base_url: str, edition: Edition) -> Fields:
    """A feature a place; ``precision`` says what its point stands for. Without coordinates its geometry is null."""
    return _collection("Places", [_place(place, base_url) for place in corpus.of(Place)], edition)


def events_geojson(corpus: Corpus, *, base_url: str, edition: Edition) -> Fields:
    """A feature an event, in time: a point, or several where it happened at several places that have coordinates.

    ``places`` says of each place whether it is among the points, which stand in the same order, how precise it is, and
    how it stands that the event happened there; ``dates`` says the same of each date. What every source rejects that
    tells of it is left out; of an event that they reject itself nothing stands on the map.
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
        "iso": place.iso,
        "within": list(place.within),
        "precision": at.precision if at else None,
        "same_as": [one.address for one in place.elsewhere if one.address],
    }
    return _feature(place, base_url, _geometry([at] if at else []), properties)


def _event(corpus: Corpus, event: Event, base_url: str) -> Fields:
    judged = judged_event(corpus, event)
    is_drawn = judged.standing != Standing.REJECTED
    placed = [(one, place) for one in judged.places if isinstance(place := corpus.records[one.said.place], Place)]
    properties: dict[str, Any] = {
        "type": event.type,
        "standing": str(judged.standing),
        "dates": [_date(one) for one in judged.dates],
        "places": [_where(one, place, is_drawn) for one, place in placed],
        "claims": list(event.claims),
        "denied_by": list(event.denied_by),
    }
    points = [place.coordinates for _, place in placed if is_drawn and place.coordinates]
    return _feature(event, base_url, _geometry(points), properties)


def _date(one: JudgedStatement[EventDate]) -> Fields:
    when = one.said.when
    return {
        "date": one.said.date.text,
        "as_given": one.said.as_given,
        "earliest": when.earliest.isoformat() if when.earliest else None,
        "latest": when.latest.isoformat() if when.latest else None,
        **_stands(one),
    }


def _where(one: JudgedStatement[EventPlace], place: Place, is_drawn: bool) -> Fields:
    at = place.coordinates
    return {
        "id": place.id,
        "name": place.heading,
        "on_map": is_drawn and at is not None,
        "precision": at.precision if at else None,
        **_stands(one),
    }


def _stands(one: JudgedStatement[Any]) -> Fields:
    return {"standing": str(one.standing), "claims": list(one.said.claims), "denied_by": list(one.said.denied_by)}


def _geometry(points: list[Coordinates]) -> Fields | None:
    positions = [[point.lon, point.lat] for point in points]
    if len(positions) > 1:
        return {"type": "MultiPoint", "coordinates": positions}
    return {"type": "Point", "coordinates": positions[0]} if positions else None
