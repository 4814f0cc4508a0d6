"""The timeline across a page: every event with a date on one scale, named where there is room."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count, groupby

from dossier.model.records import Event
from dossier.pictures.date_bars import EventRow, event_row, placed_mark, scale_of
from dossier.pictures.date_shapes import date_shape
from dossier.pictures.label_placement import Box, TakenCells
from dossier.pictures.text_width import in_even_lines, text_width
from dossier.pictures.time_axis import Scale

# In pixels. A drawing is laid out at the least width that it is shown at: where it is wider there is more room.
TEXT, LINE = 12.5, 15.0
TOP, BOTTOM, STEP, GAP = 44.0, 6.0, 8.0, 6.0
MARK, DAY, NARROWEST = 13.0, 12.0, 9.0
# How far apart the lines of dates are that would lie on each other.
APART = 7.0
# Names are tried in lines of such lengths, the first alone where there are many of them.
LABELS, MANY = (230.0, 180.0, 280.0, 340.0, 420.0), 60
MOST_HEIGHT = 1600.0
CELL = 4.0


@dataclass(frozen=True, slots=True)
class Name:
    """The name of an event beside its marks, in lines, whose first has its middle at ``y``.

    ``x`` is where it starts, in per cent, and ``aside`` the pixels beside that; it ends there where it ``is_left``. It
    is ``width`` pixels wide at most.
    """

    lines: tuple[str, ...]
    x: float
    aside: float
    y: float
    is_left: bool
    width: float


@dataclass(frozen=True, slots=True)
class PlacedEvent:
    """An event at a height in pixels, and its name where there is room for it."""

    row: EventRow
    y: float
    name: Name | None


@dataclass(frozen=True, slots=True)
class Years:
    """Years from the first to the last, both inclusive."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """All events that have a date, in order of time, on one scale, in a drawing ``height`` pixels high.

    ``silent`` are the years to which no source dates anything.
    """

    scale: Scale
    height: float
    placed: tuple[PlacedEvent, ...]
    silent: tuple[Years, ...]


def timeline(
    events: Sequence[Event],
    width: float,
    words: dict[str, str] | None = None,
    shared: Scale | None = None,
    lengths: Sequence[float] = LABELS,
) -> Timeline | None:
    """Events in order of time, drawn that wide or wider; ``None`` where none has a date.

    ``words`` are what is written beside each, by its id: its title, if nothing else. The scale is one that they have
    to themselves, or else the ``shared`` one, which holds all their dates. ``lengths`` are those of lines that are
    tried for the names.
    """
    dated = [event for event in events if event.dated]
    if not dated:
        return None
    common = shared or scale_of(one.when for event in dated for one in event.dated)
    rows = [wide_row(event, common, width) for event in dated]
    named = [(words or {}).get(event.id, event.title) for event in dated]
    tried = [_drawn(rows, named, most, width) for most in (lengths[:1] if len(rows) > MANY else lengths)]
    placed, height = min(tried, key=lambda one: (sum(each.name is None for each in one[0]), one[1]))
    return Timeline(common, height, tuple(placed), silent_years(dated, common))


def _drawn(
    rows: Sequence[EventRow], names: Sequence[str], most: float, width: float
) -> tuple[list[PlacedEvent], float]:
    """The events placed, with names in lines of at most that length, and the height that they need.

    Where not all can be named, those of which most is told are named first.
    """
    lines = {row.event.id: _lines(in_even_lines(name, TEXT, most)) for row, name in zip(rows, names, strict=True)}
    placed = _placed(rows, lines, width) if len(rows) <= MANY else []
    if not placed or any(one.name is None for one in placed):
        order = {row.event.id: number for number, row in enumerate(rows)}
        placed = _placed(sorted(rows, key=lambda row: -len(row.event.told_by)), lines, width)
        placed.sort(key=lambda one: order[one.row.event.id])
    return placed, round(max(box.bottom for one in placed for box in boxes(one, width)) + BOTTOM, 1)


@dataclass(frozen=True, slots=True)
class _Lines:
    words: tuple[str, ...]
    width: float


def _lines(words: tuple[str, ...]) -> _Lines:
    return _Lines(words, max(text_width(line, TEXT) for line in words))


def wide_row(event: Event, common: Scale, width: float) -> EventRow:
    """An event on a drawing that wide: no mark is too narrow to be seen."""
    return replace(
        event_row(event, common),
        marks=tuple(
            placed_mark(date_shape(one.when, common.first, common.last), common, 100 * NARROWEST / width)
            for one in event.dated
        ),
    )


def _placed(rows: Iterable[EventRow], names: dict[str, _Lines], width: float) -> list[PlacedEvent]:
    sheet, taken = Box(0, TOP, width, MOST_HEIGHT), TakenCells(CELL, CELL)
    placed = []
    for row in rows:
        one = _first_free(row, names[row.event.id], width, sheet, taken)
        taken.add(*boxes(one, width), *([_name_room(one.name, width)] if one.name else []))
        placed.append(one)
    return placed


def _first_free(row: EventRow, lines: _Lines, width: float, sheet: Box, taken: TakenCells) -> PlacedEvent:
    """The topmost place with room for the marks and the name, else for the marks, which may stand lower."""
    depth = depth_of(row, width)
    y = TOP + depth / 2
    names = [(name, _name_room(name, width)) for name in _names(row, lines, y, depth)]
    tried = [(name, box, taken.free_lower(box)) for name, box in names if box.left >= 0 and box.right <= sheet.right]
    marks_free, bare = taken.free_lower(_marks_box(row, y, depth, width)), None
    for by in count(0.0, STEP):
        if bare and y + by > sheet.bottom:
            break
        if not marks_free(by):
            continue
        bare = bare or PlacedEvent(row, y + by, None)
        for name, box, is_free_at in tried:
            if sheet.top <= box.top + by and box.bottom + by <= sheet.bottom and is_free_at(by):
                return PlacedEvent(row, y + by, replace(name, y=name.y + by))
    assert bare
    return bare


def depth_of(row: EventRow, width: float) -> float:
    """How high the marks of an event are, of which those that would lie on each other stand below each other."""
    return MARK + APART * max(row.lines(100 * DAY / width))


def _names(row: EventRow, lines: _Lines, y: float, depth: float) -> Iterator[Name]:
    """After the marks, before them, and below where they begin."""
    first, last = row.extent
    top = y - (len(lines.words) - 1) * LINE / 2
    yield Name(lines.words, last, _past(row, last), top, is_left=False, width=lines.width)
    yield Name(lines.words, first, -_past(row, first), top, is_left=True, width=lines.width)
    yield Name(lines.words, first, 0, y + depth / 2 + LINE / 2, is_left=False, width=lines.width)


def _past(row: EventRow, edge: float) -> float:
    """How far beside the end of its marks a name stands: beside a day, half of whose mark lies beyond, farther."""
    at_day = any(one.is_day and edge == one.start for one in row.marks)
    return GAP + (DAY / 2 if at_day else 0)


def boxes(one: PlacedEvent, width: float) -> list[Box]:
    """What it takes on a drawing that wide: the line with its marks, and its name."""
    marks = _marks_box(one.row, one.y, depth_of(one.row, width), width)
    return [marks, _name_box(one.name, width)] if one.name else [marks]


def _marks_box(row: EventRow, y: float, depth: float, width: float) -> Box:
    first, last = (edge * width / 100 for edge in row.extent)
    return Box(max(first - DAY / 2, 0), y - depth / 2, min(last + DAY / 2, width), y + depth / 2)


def _name_box(name: Name, width: float) -> Box:
    at = name.x * width / 100 + name.aside
    left = at - name.width if name.is_left else at
    top = name.y - LINE / 2
    return Box(left, top, left + name.width, top + LINE * len(name.lines))


def _name_room(name: Name, width: float) -> Box:
    """The box of a name as far as its marks, so that what does not touch it touches it on no wider drawing either."""
    end, box = name.x * width / 100, _name_box(name, width)
    return Box(min(end, box.left), box.top, max(end, box.right), box.bottom)


def silent_years(events: Iterable[Event], common: Scale) -> tuple[Years, ...]:
    """The years of the scale to which no source dates any of these events."""
    spoken: set[int] = set()
    for event in events:
        for one in event.dated:
            shape = date_shape(one.when, common.first, common.last)
            spoken |= set(range(shape.first.year, shape.last.year + 1))
    runs = groupby(range(common.first.year, common.last.year + 1), key=spoken.__contains__)
    silent = [list(years) for is_spoken, years in runs if not is_spoken]
    return tuple(Years(years[0], years[-1]) for years in silent)
