"""The small map that shows where one place lies."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.model.records import Coordinates, Place
from dossier.model.words import Words
from dossier.pages.context import Context
from dossier.pictures.locator_map import BESIDE, NAMES, TEXT, names_beside, outline_path, spot

# Units from the middle of a mark down to the foot of its name.
DOWN = 4.5


@dataclass(frozen=True, slots=True)
class CountryName:
    """The name of a country, and the middle of its foot."""

    words: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class LocatorView:
    """A place on the outlines of the region. ``radius`` is 0 where only its name or its ``outline`` stands there."""

    width: float
    height: float
    name: str
    degrees: str
    precision: str
    land: str
    shape: str
    type: str
    x: float
    y: float
    radius: float
    outline: str
    text_x: float
    text_y: float
    anchor: str
    caption: str
    credit: str
    font_size: float
    names_size: float
    names: tuple[CountryName, ...]


def locator_view(context: Context, place: Place) -> LocatorView | None:
    """The small map of a place; ``None`` without a base map, or where the place has no point on it."""
    on, at = context.ground, place.coordinates
    found = spot(place, on) if on else None
    if on is None or at is None or found is None:
        return None
    outline = outline_path(context.corpus.outlines.of(place.iso), on)
    aside = {"start": found.radius + BESIDE, "end": -found.radius - BESIDE, "middle": 0}[found.anchor]
    return LocatorView(
        width=on.projection.width,
        height=round(on.projection.height, 1),
        name=place.heading,
        degrees=_degrees(context.words, at),
        precision=context.words.say(f"precisions.{at.precision}"),
        land=context.land,
        shape=found.shape,
        type=place.type,
        x=found.at[0],
        y=found.at[1],
        radius=0 if outline else found.radius,
        outline=outline,
        text_x=found.at[0] + aside,
        text_y=round(found.at[1] + DOWN, 1),
        anchor=found.anchor,
        caption=context.words.say("locator.outlined") if outline else _caption(context.words, found.shape, at),
        credit=on.credit,
        font_size=TEXT,
        names_size=NAMES,
        names=tuple(CountryName(words, *at) for words, at in names_beside(place, found, on)),
    )


def _degrees(words: Words, at: Coordinates) -> str:
    latitude = words.say(f"locator.{'south' if at.lat < 0 else 'north'}", lat=f"{abs(at.lat):.2f}")
    return words.say(f"locator.{'west' if at.lon < 0 else 'east'}", latitude=latitude, lon=f"{abs(at.lon):.2f}")


def _caption(words: Words, shape: str, at: Coordinates) -> str:
    """Where what is drawn stands, in words."""
    key = f"locator.{shape}{'_in_region' if at.precision == 'region' else ''}"
    return words.say(key, precision=words.say(f"precisions.{at.precision}"))
