"""Actors and their connections drawn on a sheet, as templates print them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from dossier.corpus.relations import ActorRelation
from dossier.corpus.standing import Standing
from dossier.model.types import Types
from dossier.model.vocabulary import STANDINGS, counted
from dossier.pages.context import Context
from dossier.pages.links import RecordLink
from dossier.pictures.network_layout import ActorMark, ConnectionLine, NetworkDrawing
from dossier.text.direction import isolated

# The outline of the mark of each shape, one unit from the middle to the rim.
SHAPES = {
    "circle": "M-1 0A1 1 0 1 1 1 0A1 1 0 1 1-1 0Z",
    "ring": "M-1 0A1 1 0 1 1 1 0A1 1 0 1 1-1 0ZM-.45 0A.45.45 0 1 0 .45 0A.45.45 0 1 0-.45 0Z",
    "triangle": "M0-1.15L1.1.85H-1.1Z",
    "square": "M-.9-.9H.9V.9H-.9Z",
    "diamond": "M0-1.2L1.2 0 0 1.2-1.2 0Z",
    "hexagon": "M-1.15 0L-.6-1H.6L1.15 0 .6 1H-.6Z",
    "drop": "M0-1.3C.5-.7 1-.3 1 .2A1 1 0 1 1-1 .2C-1-.3-.5-.7 0-1.3Z",
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
    standing: str
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


def line_views(context: Context, lines: Iterable[ConnectionLine], seen_from: str = "") -> tuple[LineView, ...]:
    """The lines of a drawing. Where that is ``seen_from`` an actor, whose page lists its relations, they lead to the
    list, and their words are as short as these.
    """
    return tuple(_line(context, one, seen_from) for one in lines)


def _line(context: Context, line: ConnectionLine, seen_from: str) -> LineView:
    connection = line.connection
    start, bend, end = line.start, line.bend, line.end
    is_hostile = context.corpus.types.families[connection.family].is_hostile
    arrow = (ARROW_AFTER_CROSS if is_hostile else ARROW) if connection.directed else None
    return LineView(
        connection.family,
        str(connection.standing),
        Markup() if seen_from else context.links[connection.relations[0].holder.id].address,
        " ".join(one.key for one in connection.relations),
        f"{connection.start.id} {connection.end.id}",
        "; ".join(
            relation_from(one, seen_from) if seen_from else relation_in_words(one) for one in connection.relations
        ),
        f"M{start.x:.0f} {start.y:.0f}Q{bend.x:.0f} {bend.y:.0f} {end.x:.0f} {end.y:.0f}",
        f"translate({line.middle.x} {line.middle.y}) rotate({line.angle})",
        is_hostile,
        arrow,
    )


def relation_in_words(one: ActorRelation) -> str:
    """A relation in one line: who, what, whom, when, how it stands, and by which sources."""
    sources = ", ".join(told.source.label for told in one.judged.carried_by)
    return f"{isolated(one.holder.heading)} {_told(one, one.holder.id, f': {sources}')}"


def relation_from(one: ActorRelation, actor: str) -> str:
    """A relation in one line as it reads from one of its actors: what, whom, when, and how it stands."""
    return _told(one, actor, "")


def _told(one: ActorRelation, actor: str, by: str) -> str:
    other = one.to if one.holder.id == actor else one.holder
    period = f", {one.relation.period.words}" if one.relation.period else ""
    stands = STANDINGS[str(one.standing)].lower()
    return f"{one.words_from(actor)} {isolated(other.heading)}{period} ({stands}{by})"


def mark_view(context: Context, mark: ActorMark, side: str, *, is_linked: bool) -> MarkView:
    """A mark with its name beneath (``middle``), or beside it (``start`` or ``end``, where the text is anchored)."""
    aside = {"start": mark.radius + BESIDE, "end": -mark.radius - BESIDE, "middle": 0}[side]
    down = mark.radius + BELOW if side == "middle" else 4 - LINE // 2 * (len(mark.lines) - 1)
    x, y = mark.at.x + aside, mark.at.y + down
    names = tuple(NameLine(x, y + LINE * place, words) for place, words in enumerate(mark.lines))
    type_ = mark.actor.type
    own = context.corpus.types.actors[type_]
    words = f"{isolated(mark.actor.heading)}, {own.one.lower()}, {counted(mark.claims, 'claim')} in all"
    link = context.links[mark.actor.id]
    return MarkView(link, type_, words, mark.at.x, mark.at.y, mark.radius, SHAPES[own.shape], side, names, is_linked)


@dataclass(frozen=True, slots=True)
class KeyLine:
    """A way in which a connection is drawn, and what it means."""

    family: str
    standing: str
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


def key_of(types: Types, lines: Iterable[LineView], marks: Iterable[MarkView]) -> Key:
    """The signs that a picture has: families, standings and directions of its lines, types of actor of its marks.

    A line that only shows a standing or a direction is of the first family.
    """
    lines, shown = tuple(lines), {one.type for one in marks}
    first, asserted = next(iter(types.families)), str(Standing.ASSERTED)
    families, standings = {one.family for one in lines}, {one.standing for one in lines}
    of_families = [
        KeyLine(key, asserted, one.is_hostile, None, one.label)
        for key, one in types.families.items()
        if key in families
    ]
    of_standings = [
        KeyLine(first, str(one), False, None, STANDINGS[str(one)]) for one in Standing if str(one) in standings
    ]
    is_directed = any(one.arrow for one in lines)
    arrows = [KeyLine(first, asserted, False, ARROW, "From the one to the other")] if is_directed else []
    shapes = (KeyShape(key, SHAPES[one.shape], one.one) for key, one in types.actors.items() if key in shown)
    return Key((*of_families, *of_standings, *arrows), tuple(shapes))
