"""What lies beyond the edges of a map: arrows there that name it, with the events of each place counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dossier.model.base_map import Bounds, Position
from dossier.pictures.label_placement import Box, Point
from dossier.pictures.map_places import Sited, weight
from dossier.pictures.map_sheet import GAP, Label, Sheet, Tag, counts, rounded
from dossier.pictures.text_width import text_width

ARROW = 0.75
STEPS = 40


def tags(sheet: Sheet, beyond: Sequence[Sited]) -> list[Tag]:
    """Arrows to the places beyond, where events happened: one for all that lie within one of them, or within one that
    has no point; without those for which there is no room.
    """
    return list(_tags(sheet, grouped(beyond)))


def grouped(beyond: Sequence[Sited]) -> list[tuple[Sited, tuple[Sited, ...]]]:
    """Places with a point at which events happened, by the outermost of ``beyond`` that they lie within."""
    known = {one.place.id: one for one in beyond}
    members: dict[str, list[Sited]] = {}
    for one in beyond:
        if one.position and one.happenings:
            members.setdefault(_outermost(one, known).place.id, []).append(one)
    made = [(known[key], tuple(sorted(ones, key=weight))) for key, ones in members.items()]
    return sorted(made, key=lambda pair: (-sum(len(one.happenings) for one in pair[1]), pair[0].place.id))


def _outermost(one: Sited, known: dict[str, Sited]) -> Sited:
    seen = {one.place.id}
    while above := next((known[key] for key in one.place.within if key in known and key not in seen), None):
        seen.add(above.place.id)
        one = above
    return one


def _tags(sheet: Sheet, groups: Iterable[tuple[Sited, tuple[Sited, ...]]]) -> Iterator[Tag]:
    for head, members in groups:
        position = members[0].position
        assert position
        side = side_of(position, sheet.projection.bounds)
        made = next(
            (tag for at in _along(sheet, position, side) if (tag := _tag(sheet, head, members, side, at))), None
        )
        if made:
            yield made


def side_of(position: Position, bounds: Bounds) -> str:
    """Beyond which edge a position lies farthest: west, east, north or south."""
    east, north = position
    far = {
        "west": bounds.west - east,
        "east": east - bounds.east,
        "north": north - bounds.north,
        "south": bounds.south - north,
    }
    return max(far, key=lambda side: far[side])


def _along(sheet: Sheet, position: Position, side: str) -> Iterator[float]:
    """Where along its edge a tag may stand: as near as there is room to where the place lies."""
    is_upright = side in ("west", "east")
    place = sheet.projection.at(position)[1 if is_upright else 0]
    place = min(max(place, 0), sheet.projection.height if is_upright else sheet.sizes.width)
    for step in range(STEPS):
        for sign in (1, -1) if step else (1,):
            yield place + sign * step * sheet.sizes.line / 2


def _tag(sheet: Sheet, head: Sited, members: tuple[Sited, ...], side: str, along: float) -> Tag | None:
    """A tag at an edge: its arrow, its name and its counts in a row."""
    sizes, page = sheet.sizes, sheet.page
    arrow, words = sizes.text * ARROW, text_width(head.place.heading, sizes.text)
    happenings = [one for member in members for one in member.happenings]
    tail = counts(happenings, 0, 0, sizes)
    width = arrow + GAP + words + GAP + (tail[-1].box.right if tail else 0)
    x = {"west": page.left, "east": page.right - width}.get(
        side, min(max(along - width / 2, page.left), page.right - width)
    )
    half = sizes.count / 2 + 1
    y = {"north": page.top + half, "south": page.bottom - half}.get(
        side, min(max(along, page.top + half), page.bottom - half)
    )
    if not sheet.take([Box(x, y - half, x + width, y + half)]):
        return None
    start = x if side == "east" else x + arrow + GAP
    made = counts(happenings, start + words + GAP, y, sizes)
    own = Box(start, y - sizes.line / 2, start + words, y + sizes.line / 2)
    label = Label(rounded((own.right, y + sizes.text * 0.35)), "end", own)
    tip = (x + width - arrow / 2, y) if side == "east" else (x + arrow / 2, y)
    return Tag(head, members, label, made, _arrow(tip, arrow / 2, side))


def _arrow(middle: Point, half: float, side: str) -> tuple[Point, Point, Point]:
    """A triangle that points to a side."""
    x, y = middle
    points = {
        "west": ((x - half, y), (x + half, y - half), (x + half, y + half)),
        "east": ((x + half, y), (x - half, y - half), (x - half, y + half)),
        "north": ((x, y - half), (x - half, y + half), (x + half, y + half)),
        "south": ((x, y + half), (x - half, y - half), (x + half, y - half)),
    }[side]
    first, second, third = map(rounded, points)
    return first, second, third
