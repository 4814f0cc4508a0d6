"""Actors and their connections drawn on a sheet, as templates print them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from dossier.corpus.relations import FAMILIES, ActorRelation
from dossier.model.vocabulary import ACTOR_TYPES, RELATIONS, counted
from dossier.pages.context import Context
from dossier.pages.links import RecordLink
from dossier.pictures.network_layout import ActorMark, ConnectionLine, NetworkDrawing

# The outline of the mark of each type of actor, one unit from the middle to the rim.
SHAPES = {
    "organisation": "M-1 0A1 1 0 1 1 1 0A1 1 0 1 1-1 0Z",
    "person": "M0-1.15L1.1.85H-1.1Z",
    "state": "M-.9-.9H.9V.9H-.9Z",
    "institution": "M0-1.2L1.2 0 0 1.2-1.2 0Z",
    "media": "M-1.15 0L-.6-1H.6L1.15 0 .6 1H-.6Z",
}
# Pixels between the mark and its name, and from line to line of it.
BELOW, BESIDE, LINE = 13, 6, 14
# From where the sign of a hostile connection stands to its arrow, and of any other.
ARROW_AFTER_CROSS, ARROW = 17, 6


@dataclass(frozen=True, slots=True)
class LineView:
    """A connection as a curve ``path``, with what it says in words.

    ``arrow`` is where its arrow stands after the middle, in pixels, or ``None`` where it has no direction.
    """

    family: str
    is_contested: bool
    address: Markup
    relations: str
    between: str
    words: str
    path: str
    place: str
    has_cross: bool
    arrow: int | None


@dataclass(frozen=True, slots=True)
class NameLine:
    """A line of a name, and where it stands."""

    x: float
    y: float
    words: str


@dataclass(frozen=True, slots=True)
class MarkView:
    """An actor on the sheet with its name. ``is_linked`` where the mark leads to its page."""

    link: RecordLink
    type: str
    words: str
    x: float
    y: float
    radius: float
    outline: str
    anchor: str
    names: tuple[NameLine, ...]
    is_linked: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """Marks over lines, on a sheet of this size in pixels."""

    width: int
    height: int
    lines: tuple[LineView, ...]
    marks: tuple[MarkView, ...]


def sheet(context: Context, drawing: NetworkDrawing) -> Sheet:
    """A drawing whose marks stand above their names and lead to the pages of their actors."""
    marks = (mark_view(context, one, "middle", is_linked=True) for one in drawing.marks)
    return Sheet(drawing.width, drawing.height, line_views(context, drawing.lines), tuple(marks))


def line_views(context: Context, lines: Iterable[ConnectionLine]) -> tuple[LineView, ...]:
    """The lines of a drawing."""
    return tuple(_line(context, one) for one in lines)


def _line(context: Context, line: ConnectionLine) -> LineView:
    connection = line.connection
    start, bend, end = line.start, line.bend, line.end
    is_hostile = connection.family == "hostile"
    arrow = (ARROW_AFTER_CROSS if is_hostile else ARROW) if connection.directed else None
    return LineView(
        connection.family,
        connection.contested,
        context.links[connection.relations[0].holder.id].address,
        " ".join(one.key for one in connection.relations),
        f"{connection.start.id} {connection.end.id}",
        "; ".join(map(relation_in_words, connection.relations)),
        f"M{start.x} {start.y}Q{bend.x} {bend.y} {end.x} {end.y}",
        f"translate({line.middle.x} {line.middle.y}) rotate({line.angle})",
        is_hostile,
        arrow,
    )


def relation_in_words(one: ActorRelation) -> str:
    """A relation in one line: who, what, whom, when, and that somebody denies it."""
    period = f", {one.relation.period.words}" if one.relation.period else ""
    denied = " (denied)" if one.relation.denied_by else ""
    return f"{one.holder.heading} {RELATIONS[one.relation.type][0]} {one.to.heading}{period}{denied}"


def mark_view(context: Context, mark: ActorMark, side: str, *, is_linked: bool) -> MarkView:
    """A mark with its name beneath (``middle``), or beside it (``start`` or ``end``, where the text is anchored)."""
    aside = {"start": mark.radius + BESIDE, "end": -mark.radius - BESIDE, "middle": 0}[side]
    down = mark.radius + BELOW if side == "middle" else 4 - LINE // 2 * (len(mark.lines) - 1)
    x, y = mark.at.x + aside, mark.at.y + down
    names = tuple(NameLine(x, y + LINE * place, words) for place, words in enumerate(mark.lines))
    type_ = mark.actor.type
    words = f"{mark.actor.heading}, {ACTOR_TYPES[type_][0].lower()}, {counted(mark.claims, 'claim')} in all"
    link = context.links[mark.actor.id]
    return MarkView(link, type_, words, mark.at.x, mark.at.y, mark.radius, SHAPES[type_], side, names, is_linked)


@dataclass(frozen=True, slots=True)
class KeyLine:
    """A way in which a connection is drawn, and what it means."""

    family: str
    is_contested: bool
    has_cross: bool
    arrow: int | None
    words: str


@dataclass(frozen=True, slots=True)
class KeyShape:
    """The mark of a type of actor."""

    type: str
    outline: str
    words: str


@dataclass(frozen=True, slots=True)
class Key:
    """What the signs of a picture of connections mean."""

    lines: tuple[KeyLine, ...]
    shapes: tuple[KeyShape, ...]


def _key() -> Key:
    families = (KeyLine(family, False, family == "hostile", None, label) for family, (label, _) in FAMILIES.items())
    contested = KeyLine("belonging", True, False, None, "Denied by a source")
    directed = KeyLine("belonging", False, False, ARROW, "From the one to the other")
    shapes = (KeyShape(type_, SHAPES[type_], one) for type_, (one, _) in ACTOR_TYPES.items())
    return Key((*families, contested, directed), tuple(shapes))


KEY = _key()
