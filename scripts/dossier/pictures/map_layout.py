"""Places and outlines to a drawing, with every position in units of the sheet, from its left and top."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from math import atan2, hypot

from dossier.model.base_map import Bounds
from dossier.pictures.geometry import Projection
from dossier.pictures.graticule import graticule
from dossier.pictures.label_placement import Box, Point, beside, nearby
from dossier.pictures.map_edges import tags
from dossier.pictures.map_ground import Room
from dossier.pictures.map_land import SeenLand
from dossier.pictures.map_places import Happening, Sited, each_once, weight
from dossier.pictures.map_sheet import (
    FAINT,
    GAP,
    GRID,
    Count,
    Label,
    MapDrawing,
    PlaceMark,
    Sheet,
    Sizes,
    counts,
    label_in,
    radius,
    rounded,
)
from dossier.pictures.text_width import text_width

# A site within a city is told apart from it where it lies farther from it than this, in heights of the text.
APART = 0.9


def draw(
    places: Iterable[Sited],
    seen: SeenLand,
    sizes: Sizes,
    window: Bounds | None = None,
    beyond: Sequence[Sited] = (),
) -> MapDrawing:
    """A map of the places, all of which lie within the bounds, but for those ``beyond``, to which its edges point.

    ``window`` is a part that another drawing shows.
    """
    sheet = Sheet(Projection(seen.bounds, sizes.width), sizes)
    frame = _framed(sheet, window)
    grid = None if seen.land.base else graticule(sheet.projection, sizes.text * GRID)
    sheet.taken.add(*(grid.boxes if grid else ()))
    edges = tags(sheet, beyond)
    ordered = sorted(places, key=weight)
    rooms = {one.place.id: seen.by_iso[one.place.iso] for one in ordered if one.place.iso in seen.by_iso}
    marks = list(_marks(sheet, ordered, rooms))
    drawn = {one.place.id for mark in marks for one in (mark.sited, *mark.folded)}
    return MapDrawing(
        bounds=seen.bounds,
        width=sizes.width,
        height=round(sheet.projection.height, 1),
        text=sizes.text,
        least_radius=sizes.least_radius,
        names=tuple(_names(sheet, seen, ordered)),
        marks=tuple(marks),
        unplaced=tuple(one for one in ordered if one.place.id not in drawn),
        tags=tuple(edges),
        window=frame,
        graticule=grid,
    )


def _framed(sheet: Sheet, window: Bounds | None) -> Box | None:
    if window is None:
        return None
    frame = Box(
        *sheet.projection.at((window.west, window.north)), *sheet.projection.at((window.east, window.south))
    ).rounded()
    sheet.taken.add(frame)
    return frame


def _marks(sheet: Sheet, ordered: Sequence[Sited], rooms: Mapping[str, Room]) -> Iterator[PlaceMark]:
    """Points and discs, then what is words or has an outline.

    Whatever point fits stands at its place, with its name; the rest is moved aside after that.
    """
    outlined = [one for one in ordered if one.place.id in rooms]
    points = _grouped(sheet, [one for one in ordered if one.shape == "point" and one not in outlined])
    at_home = {head.place.id: _point_mark(sheet, head, folded, sheet.at(head)) for head, folded in points}
    discs = [_disc(sheet, one) for one in ordered if one.shape == "area" and one not in outlined]
    marked = [*(mark for mark in at_home.values() if mark), *(disc for disc in discs if disc)]
    homes = {mark.sited.place.id: mark for mark in marked}
    for one in sorted((*(mark.sited for mark in marked), *outlined), key=weight):
        if mark := homes.get(one.place.id):
            yield _named(sheet, mark)
        elif written := _written(sheet, one, rooms[one.place.id].on(sheet.sizes.width).at):
            yield replace(written, is_outlined=True)
    taken = [mark.at for mark in at_home.values() if mark]
    for head, folded in points:
        if at_home[head.place.id] is None and (moved := _moved(sheet, head, folded, taken)):
            yield _named(sheet, moved)
    words = [one for one in ordered if one.shape == "words" and one not in outlined]
    for one in sorted(words, key=lambda one: one.place.type != "country"):
        if written := _written(sheet, one, sheet.at(one)):
            yield written


def _grouped(sheet: Sheet, points: Sequence[Sited]) -> list[tuple[Sited, tuple[Sited, ...]]]:
    """Points, each with those that lie within it and cannot be told apart from it on this sheet."""
    keys = {one.place.id for one in points}
    heads = [one for one in points if not keys.intersection(one.place.within)]
    folded: dict[str, list[Sited]] = {one.place.id: [] for one in heads}
    for one in points:
        if one.place.id not in folded:
            near = (head for head in heads if head.place.id in one.place.within and _is_close(sheet, one, head))
            head = next(near, None)
            folded.setdefault(head.place.id if head else one.place.id, []).extend([one] if head else [])
    return [(one, tuple(folded[one.place.id])) for one in points if one.place.id in folded]


def _is_close(sheet: Sheet, one: Sited, other: Sited) -> bool:
    (x, y), (other_x, other_y) = sheet.at(one), sheet.at(other)
    return hypot(x - other_x, y - other_y) < sheet.sizes.text * APART


def together(head: Sited, folded: Iterable[Sited]) -> list[Happening]:
    """The events at a place and at those folded into it."""
    return each_once(happening for place in (head, *folded) for happening in place.happenings)


def _point_mark(sheet: Sheet, one: Sited, folded: tuple[Sited, ...], at: Point) -> PlaceMark | None:
    """A point there, if it meets nothing, with its counts at its upper right."""
    sizes, size = sheet.sizes, radius(one.claims, sheet.sizes)
    room = Box.about(at, size * 2 + 1, size * 2 + 1)
    if not sheet.has_room([room]):
        return None
    marked = counts(together(one, folded), at[0] + size * 0.5, at[1] - size - sizes.count * 0.2, sizes)
    if not sheet.take(count.box for count in marked):
        return None
    sheet.taken.add(room)
    own = sheet.at(one)
    return PlaceMark(one, rounded(at), size, marked, None, rounded(own) if at != own else None, folded)


def _moved(sheet: Sheet, one: Sited, folded: tuple[Sited, ...], others: Sequence[Point]) -> PlaceMark | None:
    """A point as near to its place as there is room, on the same side of its nearest neighbour, if it can be."""
    x, y = sheet.at(one)
    other_x, other_y = min(others, key=lambda other: hypot(x - other[0], y - other[1]), default=(x - 1, y))
    steps = [sheet.sizes.text * step / 2 for step in range(2, 25)]
    tried = (_point_mark(sheet, one, folded, at) for at in nearby((x, y), steps, first=atan2(y - other_y, x - other_x)))
    return next((mark for mark in tried if mark), None)


def _disc(sheet: Sheet, one: Sited) -> PlaceMark | None:
    """A soft disc about the middle of a district or a province, with its counts on its rim or near it."""
    at, sizes = sheet.at(one), sheet.sizes
    size = round(sizes.disc + radius(one.claims, sizes), 1)
    width = sum(count.box.width for count in counts(one.happenings, 0, 0, sizes))
    rims = [size, size * 0.6, size + sizes.count, size + sizes.count * 2]
    tried = [counts(one.happenings, x - width / 2, y, sizes) for x, y in list(nearby(at, rims))[1:]]
    marked = next((found for found in tried if sheet.take(count.box for count in found)), None)
    return None if marked is None else PlaceMark(one, rounded(at), size, marked)


def _named(sheet: Sheet, mark: PlaceMark) -> PlaceMark:
    """The mark with its name beside it, or within it where it is a disc; without, where there is no room."""
    sizes = sheet.sizes
    width = text_width(mark.sited.place.heading, sizes.text)
    boxes = list(beside(mark.at, mark.radius + GAP, width, sizes.line))
    if mark.sited.shape == "area":
        boxes = [Box.about(mark.at, width, sizes.line), *beside(mark.at, mark.radius * 0.5, width, sizes.line), *boxes]
    box = next((box for box in boxes if sheet.take([box])), None)
    return replace(mark, label=label_in(box, mark.at[0], sizes)) if box else mark


def _written(sheet: Sheet, one: Sited, at: Point) -> PlaceMark | None:
    """A name alone, as near to where its place is as there is room, with its counts after it."""
    sizes = sheet.sizes
    words = text_width(one.place.heading, sizes.text, is_bold=one.place.type == "country")
    tail = counts(one.happenings, words + GAP, 0, sizes)
    whole = tail[-1].box.right if tail else words
    height = sizes.count if tail else sizes.line
    box = next((box for box in _near(sheet, at, whole, height) if sheet.take([box])), None)
    if box is None:
        return None
    made = counts(one.happenings, box.left + words + GAP, box.middle[1], sizes)
    return PlaceMark(one, rounded(at), 0, made, _before(box, words, tail, sizes))


def _before(box: Box, words: float, tail: Sequence[Count], sizes: Sizes) -> Label:
    """A name in the part of a box before its counts: it ends there, so that no gap parts them in a narrow font."""
    foot = box.middle[1] + sizes.text * 0.35
    own = Box(box.left, box.top, box.left + words, box.bottom)
    if tail:
        return Label(rounded((own.right, foot)), "end", own)
    return Label(rounded((box.middle[0], foot)), "middle", own)


def _near(sheet: Sheet, at: Point, width: float, height: float) -> Iterator[Box]:
    """Boxes over a place or near it: first up to two lines away, then beside it, then up to four lines away."""
    steps = [sheet.sizes.text * step / 2 for step in range(1, 9)]
    over = [Box.about(middle, width, height) for middle in nearby(at, steps, 16)]
    near = 1 + 16 * 4
    for box in (*over[:near], *beside(at, GAP, width, height), *over[near:]):
        yield box.into(sheet.page)


def _names(sheet: Sheet, seen: SeenLand, places: Iterable[Sited]) -> Iterator[tuple[str, str, Label]]:
    """The names of countries that are no places, in the middle of what is seen of them, or near it; then of divisions
    within which they fit.
    """
    known = {name.text.casefold() for one in places if one.shape == "words" for name in one.place.names}
    codes = {one.place.iso for one in places}
    for name, room in ((name, room.on(sheet.sizes.width)) for name, room in seen.countries):
        if name.casefold() not in known:
            steps = (sheet.sizes.text, sheet.sizes.text * 2)
            width = text_width(name, sheet.sizes.text, is_bold=True)
            tried = (Box.about(middle, width, sheet.sizes.line) for middle in nearby(room.at, steps))
            yield from _written_in(sheet, name, "", tried, room)
    for one, room in ((one, room.on(sheet.sizes.width)) for one, room in seen.divisions):
        if one.name and one.iso not in codes:
            width = text_width(one.name, sheet.sizes.text * FAINT)
            if width <= room.width:
                lines = (Box.about(middle, width, sheet.sizes.line) for middle in nearby(room.at, (sheet.sizes.text,)))
                yield from _written_in(sheet, one.name, one.iso, lines, room)


def _written_in(
    sheet: Sheet, name: str, code: str, boxes: Iterable[Box], room: Room
) -> Iterator[tuple[str, str, Label]]:
    box = next((box for box in boxes if sheet.take([box])), None)
    if box:
        yield name, code, label_in(box, room.at[0], sheet.sizes)
