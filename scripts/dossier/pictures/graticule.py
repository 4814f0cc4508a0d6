"""The lines of degrees and the scale of a map that has no outlines, so that a reader sees where and how large it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, floor, log10

from dossier.pictures.geometry import Projection
from dossier.pictures.label_placement import Box, Point

LINES = 5
BAR = 0.3
METRES_A_DEGREE = 111_320
LETTER = 0.62
EDGE = 6.0


@dataclass(frozen=True, slots=True)
class Words:
    """Words that begin at a point of their foot line, and the box that they take."""

    text: str
    at: Point
    box: Box


@dataclass(frozen=True, slots=True)
class GridLine:
    """A line of equal longitude or latitude, and its degrees in words."""

    start: Point
    end: Point
    words: Words


@dataclass(frozen=True, slots=True)
class ScaleBar:
    """A line of a round length, and that length in words above it."""

    start: Point
    end: Point
    words: Words


@dataclass(frozen=True, slots=True)
class Graticule:
    """What is drawn in the place of outlines."""

    lines: tuple[GridLine, ...]
    scale: ScaleBar

    @property
    def boxes(self) -> list[Box]:
        """Where its words stand."""
        return [*(line.words.box for line in self.lines), self.scale.words.box]


def graticule(projection: Projection, text: float) -> Graticule:
    """The graticule of a sheet, whose words are ``text`` units high."""
    return Graticule((*_meridians(projection, text), *_parallels(projection, text)), _scale(projection, text))


def _meridians(on: Projection, text: float) -> Iterator[GridLine]:
    bounds = on.bounds
    step = round_below((bounds.east - bounds.west) / 2)
    for degrees in _multiples(bounds.west, bounds.east, step):
        x = round(on.at((degrees, bounds.north))[0], 1)
        words = _words(_degrees(degrees, step, "E", "W"), (x + EDGE / 2, text + EDGE / 2), text)
        if words.box.right < on.width:
            yield GridLine((x, 0), (x, round(on.height, 1)), words)


def _parallels(on: Projection, text: float) -> Iterator[GridLine]:
    bounds = on.bounds
    step = round_below((bounds.north - bounds.south) / 2)
    for degrees in _multiples(bounds.south, bounds.north, step):
        y = round(on.at((bounds.west, degrees))[1], 1)
        words = _words(_degrees(degrees, step, "N", "S"), (EDGE / 2, y - EDGE / 2), text)
        # Near the top, the words would stand on those of a meridian.
        if words.box.top > text * 1.5:
            yield GridLine((0, y), (on.width, y), words)


def _scale(on: Projection, text: float) -> ScaleBar:
    metres_a_unit = METRES_A_DEGREE / on.per_degree_north
    length = round_below(on.width * BAR * metres_a_unit)
    words = f"{length / 1000:,.0f} km" if length >= 1000 else f"{length:g} m"
    right, foot = on.width - EDGE * 2, round(on.height - EDGE * 2, 1)
    left = round(right - length / metres_a_unit, 1)
    return ScaleBar((left, foot), (right, foot), _words(words, (left, foot - EDGE), text))


def _words(text: str, at: Point, size: float) -> Words:
    x, y = round(at[0], 1), round(at[1], 1)
    return Words(text, (x, y), Box(x, y - size, x + len(text) * size * LETTER, y))


def round_below(most: float) -> float:
    """The greatest of 1, 2 and 5, each times a power of ten, that is no more than ``most``."""
    power = 10.0 ** floor(log10(most))
    return next(power * one for one in (5, 2, 1) if power * one <= most * (1 + 1e-9))


def _multiples(first: float, last: float, step: float) -> list[float]:
    """The multiples of a step between two numbers, fewer than some, in order."""
    found = [number * step for number in range(ceil(first / step), floor(last / step) + 1)]
    return found[:: ceil(len(found) / LINES)] if found else []


def _degrees(degrees: float, step: float, above: str, below: str) -> str:
    decimals = max(0, -floor(log10(step) + 1e-9))
    words = f"{abs(degrees):.{decimals}f}°"
    return words if not float(words[:-1]) else f"{words} {above if degrees > 0 else below}"
