"""All actors that have relations, set down on a sheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from dossier.corpus.corpus import Corpus
from dossier.corpus.relations import Connection, connections_by_actor
from dossier.pictures.clusters import moved
from dossier.pictures.force_layout import in_rows, links_within, parts
from dossier.pictures.label_placement import Box, TakenBoxes, is_free
from dossier.pictures.line_routing import lines_between, meets
from dossier.pictures.network_layout import ActorMark, DrawnPoint, NetworkDrawing, Side, label, label_width, mark_of
from dossier.pictures.part_layout import APART, LaidPart, laid_part
from dossier.pictures.sign_places import with_signs_placed

# Pixels: the sheet, a line of a name, above those that are apart, and between a name and what stands above or below it.
WIDTH = 760
NAME = 124.0
SHORTER = 84.0
HEADING = 44.0
BETWEEN = 3.0
SIDES: tuple[Side, ...] = ("right", "left", "below", "above")
# More than these nobody could tell apart, and the work of placing them grows with their square.
MOST = 100
# Pixels: about the size of a name, and the side of a square in which those that are taken are kept.
SQUARE = 100


def most_tied(ties: Sequence[Connection]) -> list[Connection]:
    """The ties between those actors that have most of them, no more than can be drawn."""
    drawn = set(list(connections_by_actor(ties))[:MOST])
    return [tie for tie in ties if tie.start.id in drawn and tie.end.id in drawn]


def network(corpus: Corpus, ties: Sequence[Connection], width: int = WIDTH) -> NetworkDrawing:
    """All actors that have ties, on a sheet of this width; it is as high as it needs to be.

    No name touches another or a mark, and no line runs through a name: one for which there is no such place has none.
    """
    laid = _laid(corpus, ties, width)
    corners = in_rows([part.size for part in laid], width, HEADING)
    found: dict[str, ActorMark] = {}
    for part, corner in zip(laid, corners, strict=True):
        found |= {key: moved(mark, *corner) for key, mark in part.marks.items()}
    height = round(max((y + part.size.height for (_, y), part in zip(corners, laid, strict=True)), default=0)) + 1
    sheet = Box(0, 0, width, height)
    named = _without_crossed_names({key: found[key] for key in connections_by_actor(ties)}, ties, sheet)
    drawn = _with_more_names(named, ties, sheet)
    apart = corners[1][1] - HEADING if len(corners) > 1 else 0
    lines = with_signs_placed(lines_between(drawn, ties, APART, sheet), drawn)
    return NetworkDrawing(width, height, tuple(drawn.values()), lines, apart)


def _laid(corpus: Corpus, ties: Sequence[Connection], width: int) -> list[LaidPart]:
    """What hangs together by ties, the largest part first."""
    keys = list(connections_by_actor(ties))
    actors = {actor.id: actor for tie in ties for actor in (tie.start, tie.end)}
    marks = [mark_of(corpus, actors[key], DrawnPoint(0, 0), NAME, 4) for key in keys]
    index = {key: place for place, key in enumerate(keys)}
    pairs = sorted({(min(pair), max(pair)) for tie in ties if (pair := (index[tie.start.id], index[tie.end.id]))})
    laid: list[LaidPart] = []
    for part in parts(len(keys), pairs):
        names = {keys[one] for one in part}
        own = [tie for tie in ties if tie.start.id in names]
        laid.append(laid_part([marks[one] for one in part], own, links_within(part, pairs), width, is_first=not laid))
    return laid


def _without_crossed_names(
    marks: Mapping[str, ActorMark], ties: Sequence[Connection], sheet: Box
) -> dict[str, ActorMark]:
    """The marks; those whose names touch another or a mark, or which a line would run through, without a name."""
    found = _without_touching_names(marks)
    while True:
        lines = lines_between(found, ties, APART, sheet)
        crossed = {
            key: replace(mark, is_named=False)
            for key, mark in found.items()
            if mark.is_named and any(meets(line, mark.name) for line in lines)
        }
        if not crossed:
            return found
        found |= crossed


def _with_more_names(marks: Mapping[str, ActorMark], ties: Sequence[Connection], sheet: Box) -> dict[str, ActorMark]:
    """The marks; those without a name with one on another side, or in shorter lines, where there is room for it."""
    lines, taken, found = lines_between(marks, ties, APART, sheet), TakenBoxes(SQUARE), dict(marks)
    taken.add(*(mark.rim for mark in marks.values()), *(mark.name for mark in marks.values() if mark.is_named))
    for key, mark in marks.items():
        for tried in () if mark.is_named else _other_names(mark):
            is_crossed = any(meets(line, tried.name) for line in lines)
            if not is_crossed and is_free([tried.name], sheet, taken) and not taken.meets(_with_room(tried.name)):
                taken.add(tried.name)
                found[key] = tried
                break
    return _without_crossed_names(found, ties, sheet)


def _with_room(name: Box) -> Box:
    """A name with the room above and below it without which the lines of another would read as its own."""
    return Box(name.left, name.top - BETWEEN, name.right, name.bottom + BETWEEN)


def _other_names(mark: ActorMark) -> Iterator[ActorMark]:
    for width in (NAME, SHORTER):
        lines = label(mark.actor.heading, width, 4)
        for side in SIDES:
            yield replace(mark, side=side, lines=lines, name_width=label_width(lines), is_named=True)


def _without_touching_names(marks: Mapping[str, ActorMark]) -> dict[str, ActorMark]:
    """Of two names that touch, the first stays."""
    taken = TakenBoxes(SQUARE)
    taken.add(*(mark.rim for mark in marks.values()))
    found = {}
    for key, mark in marks.items():
        is_free = not taken.meets(_with_room(mark.name))
        if is_free:
            taken.add(mark.name)
        found[key] = mark if is_free else replace(mark, is_named=False)
    return found
