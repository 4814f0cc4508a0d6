"""Actors and their connections for a narrow screen: a row for each actor, and left of the names the lines.

Each actor of a small set that has a part in all connections has a track, which runs down beside the rows from its own
to those of the others; from it a line turns off to the mark of each. No line comes where the names stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dossier.corpus.corpus import Corpus
from dossier.corpus.relations import Connection, ConnectionKey, connections_by_actor, covering
from dossier.pictures.force_layout import parts
from dossier.pictures.network_layout import BESIDE, LINE, ActorMark, DrawnPoint, label, label_width, mark_of
from dossier.text.sorting import SortKey, name_key

# Pixels: the sheet, the letters of a name, as the style sheet has them, the least height of a row, around the words of
# one, and between lines that lead to one mark.
WIDTH = 358
SIZE = 13.0
ROW, AROUND, LANE = 28.0, 12.0, 9.0
# The first track lies so far from the marks, each further one so far from it, and no nearer than that to one above it;
# no mark is wider than twice the radius.
NEAR, TRACK, BETWEEN, RADIUS = 46.0, 9.0, 10.0, 10.0
EDGE, HEADING = 6.0, 40.0
# From a mark to where a line ends, and to the middle of the signs on it.
OFF, SIGNS = 3.0, 28.0


@dataclass(frozen=True, slots=True)
class Branch:
    """A connection as a level line at ``y`` from a track to a mark; ``is_back`` where it points towards the track.

    The track comes to it from above, or from below.
    """

    connection: Connection
    track: float
    end: float
    y: float
    is_from_above: bool
    is_back: bool

    @property
    def signs(self) -> DrawnPoint:
        """The middle of its signs."""
        return DrawnPoint(round(self.end - SIGNS + RADIUS, 1), self.y)


@dataclass(frozen=True, slots=True)
class Track:
    """What leads from the mark of an actor, at the height ``y`` of its row, to its branches, between two heights."""

    actor: str
    x: float
    end: float
    y: float
    top: float
    bottom: float
    connections: tuple[Connection, ...]


@dataclass(frozen=True, slots=True)
class UprightDrawing:
    """Rows of marks with their names to the right, and left of them the tracks and their branches.

    ``apart`` is where those stand, under words of their own, who have no tie to the largest part; or 0.
    """

    width: int
    height: int
    marks: tuple[ActorMark, ...]
    tracks: tuple[Track, ...]
    branches: tuple[Branch, ...]
    apart: float


# The connections of each actor that has a track, by its id.
Tracks = Mapping[str, Sequence[Connection]]
# What arrives at a row: the actor whose track it is, and the key of the connection, or that actor for its own track.
Lane = tuple[str, object]
Lanes = Mapping[str, Sequence[Lane]]


def upright(corpus: Corpus, ties: Sequence[Connection]) -> UprightDrawing:
    """All actors that have ties, in rows, those that hang together beneath each other."""
    tracks = _tracks(ties)
    groups = _in_order(corpus, ties, tracks)
    order = [key for group in groups for key in group]
    place = {key: number for number, key in enumerate(order)}
    lanes = {key: _lanes(key, tracks, place) for key in order}
    columns = _columns(order, tracks, lanes)
    x = EDGE + TRACK * max(columns.values(), default=0) + NEAR
    actors = {actor.id: actor for tie in ties for actor in (tie.start, tie.end)}
    y, apart, rows = EDGE, 0.0, {}
    for number, group in enumerate(groups):
        if number == 1:
            apart, y = y, y + HEADING
        for key in group:
            row, height = _row(mark_of(corpus, actors[key], DrawnPoint(x, y), WIDTH), len(lanes[key]))
            rows[key], y = row, y + height
    drawn = tuple(_track(key, own, columns[key], rows, lanes) for key, own in tracks.items())
    branches = tuple(_branch(key, tie, columns[key], rows, lanes) for key, own in tracks.items() for tie in own)
    return UprightDrawing(WIDTH, round(y + EDGE), tuple(rows.values()), drawn, branches, apart)


def _row(mark: ActorMark, lanes: int) -> tuple[ActorMark, float]:
    """A mark that stands at the top of its row, moved to the middle of it, and the height of the row."""
    lines = label(mark.actor.heading, WIDTH - mark.at.x - RADIUS - BESIDE, 2, SIZE)
    height = max(ROW, AROUND + LINE * len(lines), AROUND + LANE * lanes)
    at = DrawnPoint(mark.at.x, round(mark.at.y + height / 2, 1))
    least = min(mark.radius, RADIUS)
    return replace(mark, at=at, radius=least, lines=lines, name_width=label_width(lines, SIZE), side="right"), height


def _tracks(ties: Sequence[Connection]) -> dict[str, list[Connection]]:
    """Each connection once, under the actor with more of them."""
    taken: set[ConnectionKey] = set()
    found = {}
    for key, own in covering(ties):
        found[key] = [tie for tie in own if tie.key not in taken]
        taken.update(tie.key for tie in own)
    return found


def _in_order(corpus: Corpus, ties: Sequence[Connection], tracks: Tracks) -> list[list[str]]:
    """The actors that hang together in the order of their rows, the largest part first."""
    own = connections_by_actor(ties)
    keys = list(own)
    index = {key: number for number, key in enumerate(keys)}
    tied = {key: {tie.other(key).id for tie in found} for key, found in own.items()}
    families = list(corpus.types.families)

    def rank(key: str) -> tuple[int, SortKey]:
        first = own[key][0]
        actor = first.start if first.start.id == key else first.end
        return min(families.index(tie.family) for tie in own[key]), name_key(actor.heading)

    links = [(index[tie.start.id], index[tie.end.id]) for tie in ties]
    found = [[keys[one] for one in part] for part in parts(len(keys), links)]
    return [
        _rows_of(
            [key for key in part if key in tracks], sorted((key for key in part if key not in tracks), key=rank), tied
        )
        for part in found
    ]


def _rows_of(heads: Sequence[str], others: Sequence[str], tied: Mapping[str, set[str]]) -> list[str]:
    """Each head of a track, then who is tied to it alone; before it, who is tied to it and to one above."""
    left, waiting, placed = list(heads), list(others), list[str]()
    while left:
        head = _next_head(left, placed, tied)
        left.remove(head)
        whole = [key for key in waiting if tied[key].isdisjoint(left)]
        before = [key for key in whole if not tied[key] <= {head}]
        placed += [*before, head, *(key for key in whole if key not in before)]
        waiting = [key for key in waiting if key not in whole]
    return placed


def _next_head(left: Sequence[str], placed: Sequence[str], tied: Mapping[str, set[str]]) -> str:
    """Who has no other head to wait for comes right after that to which it is tied; else who has most in common."""
    free = [key for key in left if tied[key].isdisjoint(left) and not tied[key].isdisjoint(placed)]
    if free:
        return max(free, key=lambda key: (max(placed.index(one) for one in tied[key] if one in placed), key))
    return max(left, key=lambda key: (_shared(tied[key], placed, tied), len(tied[key]), key))


def _shared(own: set[str], placed: Iterable[str], tied: Mapping[str, set[str]]) -> int:
    """How many ties an actor has with those that have been placed, and how many others with both."""
    return sum((key in own) + len(own & tied[key]) for key in placed if key in own or own & tied[key])


def _lanes(key: str, tracks: Tracks, place: Mapping[str, int]) -> list[Lane]:
    """What arrives at the row of an actor, from the top on: the track it comes from, and the key of the connection."""
    found: list[Lane] = [
        (head, tie.key)
        for head, own in tracks.items()
        for tie in own
        if head != key and key in (tie.start.id, tie.end.id)
    ]
    if key in tracks:
        found.append((key, key))
    return sorted(found, key=lambda one: place[one[0]])


def _columns(order: Sequence[str], tracks: Tracks, lanes: Lanes) -> dict[str, int]:
    """In which column each track runs, counted from the left, so that none lies on another; the longer ones outside."""
    spans = {}
    for head in tracks:
        rows = [number for number, key in enumerate(order) if any(one == head for one, _ in lanes[key])]
        spans[head] = min(rows), max(rows)
    columns: list[list[tuple[int, int]]] = []
    found: dict[str, int] = {}
    for head, (first, last) in sorted(spans.items(), key=lambda one: (one[1][1] - one[1][0], one[1])):
        number = next(
            (n for n, taken in enumerate(columns) if all(last < one or first > two for one, two in taken)), len(columns)
        )
        if number == len(columns):
            columns.append([])
        columns[number].append((first, last))
        found[head] = number
    most = len(columns) - 1
    return {head: most - number for head, number in found.items()}


def _height(key: str, lane: Lane, marks: Mapping[str, ActorMark], lanes: Lanes) -> float:
    own = lanes[key]
    return round(marks[key].at.y + (own.index(lane) - (len(own) - 1) / 2) * LANE, 1)


def _track(
    key: str,
    own: Sequence[Connection],
    column: int,
    marks: Mapping[str, ActorMark],
    lanes: Lanes,
) -> Track:
    y = _height(key, (key, key), marks, lanes)
    heights = [_height(tie.other(key).id, (key, tie.key), marks, lanes) for tie in own]
    end = marks[key].at.x - marks[key].radius
    return Track(key, EDGE + TRACK * column, end, y, min(y, *heights), max(y, *heights), tuple(own))


def _branch(
    key: str,
    tie: Connection,
    column: int,
    marks: Mapping[str, ActorMark],
    lanes: Lanes,
) -> Branch:
    other = tie.other(key).id
    y = _height(other, (key, tie.key), marks, lanes)
    end = marks[other].at.x - marks[other].radius - OFF
    return Branch(tie, EDGE + TRACK * column, end, y, y > marks[key].at.y, tie.start.id != key)
