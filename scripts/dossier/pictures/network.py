"""All actors that have relations, set down on a sheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dossier.corpus.corpus import Corpus
from dossier.corpus.relations import Connection, connections_by_actor
from dossier.pictures.clusters import moved
from dossier.pictures.force_layout import in_rows, links_within, parts
from dossier.pictures.label_placement import Box, TakenBoxes
from dossier.pictures.line_routing import lines_between, meets
from dossier.pictures.network_layout import ActorMark, DrawnPoint, NetworkDrawing, mark_of
from dossier.pictures.part_layout import APART, LaidPart, laid_part
from dossier.pictures.sign_places import with_signs_placed

# Pixels: the sheet, a line of a name, and above those that are apart.
WIDTH = 760
NAME = 124.0
HEADING = 44.0
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
    drawn = _without_crossed_names({key: found[key] for key in connections_by_actor(ties)}, ties, sheet)
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


def _without_touching_names(marks: Mapping[str, ActorMark]) -> dict[str, ActorMark]:
    """Of two names that touch, the first stays."""
    taken = TakenBoxes(SQUARE)
    taken.add(*(mark.rim for mark in marks.values()))
    found = {}
    for key, mark in marks.items():
        name = mark.name
        is_free = not taken.meets(name)
        if is_free:
            taken.add(name)
        found[key] = mark if is_free else replace(mark, is_named=False)
    return found
