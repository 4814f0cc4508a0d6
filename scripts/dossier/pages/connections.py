"""Actors and their connections drawn on a sheet, as templates print them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from dossier.corpus.relations import ActorRelation, Connection
from dossier.corpus.standing import Standing
from dossier.model.types import Types
from dossier.model.words import Words
from dossier.pages.context import Context
from dossier.pages.links import RecordLink
from dossier.pictures.network_layout import ActorMark, ConnectionLine, NetworkDrawing
from dossier.pictures.upright_network import Branch, Track, UprightDrawing
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
# Pixels from line to line of a name, and from the top of a line to the foot of its letters.
LINE, FOOT = 14, 11
# Where names are anchored that stand on each side of their marks.
ANCHORS = {"below": "middle", "above": "middle", "right": "start", "left": "end"}
# Pixels within which a line turns off from a track.
TURN = 6
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
    """An actor on the sheet with its name. ``is_linked`` where the mark leads to its page.

    ``is_first`` is the one that the keyboard comes to; a name that is not ``is_named`` is shown where its mark is lit.
    """

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
    is_first: bool
    is_named: bool


@dataclass(frozen=True, slots=True)
class TrackView:
    """The track of an actor to which its connections turn off, ``path`` from its mark on."""

    relations: str
    between: str
    path: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """Marks over lines, on a sheet of this size in pixels; ``apart`` is where the words stand over those who have no
    tie to the largest part, or 0. Only an upright sheet has tracks.
    """

    width: int
    height: int
    lines: tuple[LineView, ...]
    marks: tuple[MarkView, ...]
    apart: float = 0
    tracks: tuple[TrackView, ...] = ()


def sheet(context: Context, drawing: NetworkDrawing) -> Sheet:
    """A drawing whose marks lead to the pages of their actors."""
    marks = _marks(context, drawing.marks)
    return Sheet(drawing.width, drawing.height, line_views(context, drawing.lines), marks, drawing.apart)


def upright_sheet(context: Context, drawing: UprightDrawing) -> Sheet:
    """The drawing for a narrow screen, whose lines say nothing in words."""
    lines = tuple(_branch(context, one) for one in drawing.branches)
    tracks = tuple(_track(one) for one in drawing.tracks)
    return Sheet(drawing.width, drawing.height, lines, _marks(context, drawing.marks), drawing.apart, tracks)


def _marks(context: Context, marks: Iterable[ActorMark]) -> tuple[MarkView, ...]:
    return tuple(mark_view(context, one, is_linked=True, is_first=not number) for number, one in enumerate(marks))


def line_views(context: Context, lines: Iterable[ConnectionLine], seen_from: str = "") -> tuple[LineView, ...]:
    """The lines of a drawing. Where that is ``seen_from`` an actor, whose page lists its relations, they lead to the
    list, and their words are as short as these.
    """
    return tuple(_line(context, one, seen_from) for one in lines)


def _line(context: Context, line: ConnectionLine, seen_from: str) -> LineView:
    start, bend, end = line.start, line.bend, line.end
    relations = line.connection.relations
    words = (
        relation_from(context.words, one, seen_from) if seen_from else relation_in_words(context.words, one)
        for one in relations
    )
    path = f"M{start.x:.0f} {start.y:.0f}Q{bend.x:.0f} {bend.y:.0f} {end.x:.0f} {end.y:.0f}"
    place = f"translate({line.middle.x:.0f} {line.middle.y:.0f}) rotate({line.angle})"
    address = Markup() if seen_from else context.links[relations[0].holder.id].address
    return _drawn(context, line.connection, path, place, "; ".join(words), address)


def _branch(context: Context, one: Branch) -> LineView:
    away = -TURN if one.is_from_above else TURN
    path = f"M{one.track} {_number(one.y + away)}Q{one.track} {one.y} {one.track + TURN} {one.y}H{_number(one.end)}"
    turned = " rotate(180)" if one.is_back else ""
    return _drawn(context, one.connection, path, f"translate({one.signs.x} {one.signs.y}){turned}", "", Markup())


def _drawn(context: Context, connection: Connection, path: str, place: str, words: str, address: Markup) -> LineView:
    is_hostile = context.corpus.types.families[connection.family].is_hostile
    arrow = (ARROW_AFTER_CROSS if is_hostile else ARROW) if connection.directed else None
    return LineView(
        family=connection.family,
        standing=str(connection.standing),
        address=address,
        relations=" ".join(one.key for one in connection.relations),
        between=f"{connection.start.id} {connection.end.id}",
        words=words,
        path=path,
        place=place,
        has_cross=is_hostile,
        arrow=arrow,
    )


def _track(one: Track) -> TrackView:
    """From the mark to the track, and on it up and down to where the last lines turn off."""
    parts = []
    for far, away in ((one.top, -TURN), (one.bottom, TURN)):
        if (far - one.y) * away > 0:
            turn = f"Q{one.x} {one.y} {one.x} {_number(one.y + away)}V{_number(far - away)}"
            parts.append(f"M{_number(one.end)} {one.y}H{one.x + TURN}{turn}")
    relations = " ".join(each.key for tie in one.connections for each in tie.relations)
    return TrackView(relations, one.actor, "".join(parts))


def _number(value: float) -> float:
    """To a tenth, and without a point where that is whole."""
    rounded = round(value, 1)
    return int(rounded) if float(rounded).is_integer() else rounded


def relation_in_words(words: Words, one: ActorRelation) -> str:
    """A relation in one line: who, what, whom, when, how it stands, and by which sources."""
    sources = ", ".join(told.source.label for told in one.judged.carried_by)
    return f"{isolated(one.holder.heading)} {_told(words, one, one.holder.id, f': {sources}')}"


def relation_from(words: Words, one: ActorRelation, actor: str) -> str:
    """A relation in one line as it reads from one of its actors: what, whom, when, and how it stands."""
    return _told(words, one, actor, "")


def _told(words: Words, one: ActorRelation, actor: str, by: str) -> str:
    other = one.to if one.holder.id == actor else one.holder
    period = f", {one.relation.period.said(words.date_phrase)}" if one.relation.period else ""
    stands = words.say(f"standings.{one.standing}").lower()
    return f"{one.words_from(actor)} {isolated(other.heading)}{period} ({stands}{by})"


def mark_view(context: Context, mark: ActorMark, *, is_linked: bool, is_first: bool = False) -> MarkView:
    """A mark with its name where it stands."""
    anchor, box = ANCHORS[mark.side], mark.name
    x = {"start": box.left, "end": box.right, "middle": mark.at.x}[anchor]
    names = tuple(
        NameLine(_number(x), _number(box.top + FOOT + LINE * place), words) for place, words in enumerate(mark.lines)
    )
    type_ = mark.actor.type
    own = context.corpus.types.actors[type_]
    claims = context.words.counted("claim", mark.claims)
    words = context.words.say(
        "connections.mark", actor=isolated(mark.actor.heading), type=own.one.lower(), claims=claims
    )
    link, outline = context.links[mark.actor.id], SHAPES[own.shape]
    return MarkView(
        link=link,
        type=type_,
        words=words,
        x=_number(mark.at.x),
        y=_number(mark.at.y),
        radius=mark.radius,
        outline=outline,
        anchor=anchor,
        names=names,
        is_linked=is_linked,
        is_first=is_first,
        is_named=mark.is_named,
    )


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
    """What the signs of a picture of connections mean: families and directions, standings, types of actor."""

    lines: tuple[KeyLine, ...]
    standings: tuple[KeyLine, ...]
    shapes: tuple[KeyShape, ...]


def key_of(words: Words, types: Types, lines: Iterable[LineView], marks: Iterable[MarkView]) -> Key:
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
        KeyLine(first, str(one), False, None, words.say(f"standings.{one}"))
        for one in Standing
        if str(one) in standings
    ]
    is_directed = any(one.arrow for one in lines)
    arrows = [KeyLine(first, asserted, False, ARROW, words.say("connections.direction"))] if is_directed else []
    shapes = (KeyShape(key, SHAPES[one.shape], one.one) for key, one in types.actors.items() if key in shown)
    return Key((*of_families, *arrows), tuple(of_standings), tuple(shapes))
