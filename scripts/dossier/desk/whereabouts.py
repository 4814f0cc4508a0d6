"""Where a place lies, as a form of the desk says it: its country, what it is a part of, a point, and what that is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from dossier.checking.plausibility import far_from_whole, outside_country
from dossier.checking.plausibility.given import Given
from dossier.corpus.corpus import Corpus
from dossier.desk.sent import FormError, text_in, texts_in
from dossier.editing.house_form import Value
from dossier.model.records import Place

WHERE = ("country", "within", "coordinates")
"""The keys of a place that the form writes."""
DEGREES = re.compile(r"(?P<number>[-+\N{MINUS SIGN}]?\d+(?:\.\d+)?)\s*°?\s*(?P<side>[NSEW])?", re.IGNORECASE)
SEPARATORS = re.compile(r"[\s,;/]*")
BEHIND_ZERO = ("S", "W")


def where_said(sent: Mapping[str, Any]) -> dict[str, Value]:
    """What the file of a place says of it. Raises ``FormError`` at a point that cannot be read.

    How surely a point is known is what it stands for: there is no point without that.
    """
    said: dict[str, Value] = {}
    if country := text_in(sent, "country").upper():
        said["country"] = country
    if within := texts_in(sent, "within"):
        said["within"] = within
    if point := text_in(sent, "point"):
        precision = text_in(sent, "precision")
        if not precision:
            raise FormError("Say what the point stands for: the site itself, the middle of a city, or less surely.")
        said["coordinates"] = {**_degrees(point), "precision": precision}
    return said


def where_shown(place: Place) -> dict[str, Value]:
    """The same of a place that there is, as the form shows it."""
    at = place.coordinates
    return {
        "country": place.country or "",
        "within": list(place.within),
        "point": f"{at.lat:.15g}, {at.lon:.15g}" if at else "",
        "precision": at.precision if at else "",
    }


def oddities(corpus: Corpus, key: str) -> list[str]:
    """What ``dossier check`` would find odd in where a place lies; it may yet be right."""
    given = Given(date.min)
    found = [*outside_country.check(corpus, given), *far_from_whole.check(corpus, given)]
    return [f"{one.message}; {one.hint}" for one in found if one.record == key]


def _degrees(point: str) -> dict[str, str]:
    """Degrees north and east of a point, as maps and encyclopedias print it."""
    found = list(DEGREES.finditer(point))
    if len(found) != len(("lat", "lon")) or SEPARATORS.fullmatch(DEGREES.sub("", point)) is None:
        raise FormError(f"“{point}” is no point: write degrees north, then degrees east, such as 59.13, 10.20.")
    sides = [(one["side"] or "").upper() for one in found]
    if sides[0] in ("E", "W") or sides[1] in ("N", "S"):
        found.reverse()
    return dict(zip(("lat", "lon"), map(_signed, found), strict=True))


def _signed(found: re.Match[str]) -> str:
    number = found["number"].replace("\N{MINUS SIGN}", "-").removeprefix("+")
    is_behind = (found["side"] or "").upper() in BEHIND_ZERO
    return f"-{number}" if is_behind and not number.startswith("-") else number


def changes_of(sent: Mapping[str, Any], before: Mapping[str, Value]) -> Iterator[tuple[str, Value | None]]:
    """The keys that are to change, each with its new value, or ``None`` where it goes."""
    said = where_said(sent)
    for key in WHERE:
        if key in said and not _is_same(said[key], before.get(key)):
            yield key, said[key]
        elif key not in said and key in before:
            yield key, None


def _is_same(said: Value, before: Value | None) -> bool:
    """Whether both say the same: 33.0 is 33.00."""
    if isinstance(said, Mapping) and isinstance(before, Mapping):
        return {key: _number(said.get(key)) for key in said} == {key: _number(before.get(key)) for key in before}
    return said == before


def _number(value: Value | None) -> Value | None:
    try:
        return float(str(value))
    except ValueError:
        return value
