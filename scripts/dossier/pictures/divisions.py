"""Divisions out of a GeoJSON file, and countries made of them: a part of how a base map is made, once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from dossier.model.base_map import Bounds, Outline, Polygon, Position
from dossier.model.outlines import Division
from dossier.pictures.country_outlines import cut_polygons, shapes_of
from dossier.pictures.topology import topology

CODE = re.compile(r"[A-Z]{2}-[A-Z0-9]{1,3}")
CODES = ("iso_3166_2", "iso")
COUNTRIES = ("admin", "country")
DECIMALS = 3


@dataclass(frozen=True, slots=True)
class Corrections:
    """What a curator knows better than the file: codes by its own, and by code a name, or a position in it."""

    names: Mapping[str, str]
    points: Mapping[str, Position]
    codes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Divided:
    """Divisions within bounds, the countries that they make up, and the codes that more than one of them had."""

    divisions: tuple[Division, ...]
    countries: tuple[Outline, ...]
    doubtful: tuple[str, ...]


def divided(shapes: Mapping[str, Any], bounds: Bounds, tolerance: float, corrections: Corrections) -> Divided:
    """The divisions of a GeoJSON and the outlines of their countries, which share their borders.

    Lines are drawn with fewer points, of which none that is left out lies farther than ``tolerance`` degrees from them;
    coordinates have 3 decimals. A code that stands more than once is kept where a position of ``corrections`` lies, and
    else by none. Raises ``ValueError`` where it is no such GeoJSON or a position lies in none of its divisions.
    """
    try:
        read = list(_read(shapes["features"], corrections.codes))
    except (AttributeError, KeyError, TypeError, IndexError) as error:
        raise ValueError(f"this is no GeoJSON with a feature a division ({error!r})") from None
    if not read:
        raise ValueError("no division in it has a country")
    codes = Counter(one.iso for one in read if one.iso)
    twice = {code for code, times in codes.items() if times > 1}
    coded = tuple(_coded(read, twice, corrections))
    whole = topology(one.polygons for one in coded).simplified(tolerance)
    drawn = [(one, cut_polygons(whole.polygons(number), bounds, DECIMALS)) for number, one in enumerate(coded)]
    countries = dict.fromkeys(one.country for one in coded)
    outlines = [
        (name, whole.dissolved(number for number, one in enumerate(coded) if one.country == name)) for name in countries
    ]
    return Divided(
        tuple(Division(one.iso, one.name, one.country, polygons) for one, polygons in drawn if polygons),
        tuple(Outline(name, cut) for name, shape in outlines if (cut := cut_polygons(shape, bounds, DECIMALS))),
        tuple(sorted(twice - corrections.points.keys())),
    )


def _read(features: Iterable[Mapping[str, Any]], codes: Mapping[str, str]) -> Iterator[Division]:
    """The divisions as the file has them; a code that is none of ISO 3166-2 is left out."""
    for feature in features:
        properties, polygons = feature["properties"], tuple(_polygons(shapes_of(feature["geometry"])))
        code, country = _first(properties, CODES), _first(properties, COUNTRIES)
        if polygons and country:
            code = codes.get(code, code)
            known = CODE.fullmatch(code)
            yield Division(code if known else "", str(properties.get("name") or "") if known else "", country, polygons)


def _first(properties: Mapping[str, Any], keys: Iterable[str]) -> str:
    return next((str(properties[key]) for key in keys if properties.get(key)), "")


def _polygons(shapes: Sequence[Sequence[Sequence[Position]]]) -> Iterator[Polygon]:
    for rings in shapes:
        yield tuple(tuple(ring) for ring in rings)


def _coded(read: Sequence[Division], twice: set[str], corrections: Corrections) -> Iterator[Division]:
    """The divisions, each with its code and its name, or without where it is in doubt which of them has these."""
    keepers = {code: _around(code, read, at) for code, at in corrections.points.items()}
    for one in read:
        is_told = one.iso in keepers or one.iso in twice
        iso = one.iso if not is_told or keepers.get(one.iso) is one else ""
        yield Division(iso, corrections.names.get(iso, one.name) if iso else "", one.country, one.polygons)


def _around(code: str, read: Iterable[Division], at: Position) -> Division:
    found = next((one for one in read if one.iso == code and one.holds(at)), None)
    if found is None:
        raise ValueError(f"no division {code} of it holds {at[0]:g} east, {at[1]:g} north")
    return found


def joined(outlines: Iterable[Outline], countries: Iterable[Outline]) -> tuple[Outline, ...]:
    """Outlines, of which those of some countries are replaced, in the order of their names."""
    return tuple(sorted({one.name: one for one in (*outlines, *countries)}.values(), key=lambda one: one.name))
