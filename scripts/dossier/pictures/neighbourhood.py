"""One actor in the middle, and on both sides of it those to whom it has relations."""

from __future__ import annotations

from dataclasses import replace

from dossier.corpus.corpus import Corpus
from dossier.corpus.relations import Connection, connections_of, relations_of
from dossier.corpus.standing import Standing
from dossier.model.records import Actor
from dossier.pictures.line_routing import lines_between
from dossier.pictures.network_layout import ActorMark, DrawnPoint, NetworkDrawing, Side, mark_of
from dossier.text.sorting import name_key

WIDTH = 760
ROW = 32
EDGE = 16
APART = 9.0
# From the edge of the drawing to the marks beside their names, which stand outside; the width of a name there and of
# that in the middle.
OUTSIDE = 216
NAME, MIDDLE = 184.0, 110.0
LEFT: Side = "left"
RIGHT: Side = "right"


def neighbourhood(corpus: Corpus, actor: Actor) -> NetworkDrawing:
    """An actor with all of its connections, for a page about it; without marks where it has none."""
    connections = connections_of(one for one in relations_of(corpus, actor) if one.standing != Standing.REJECTED)
    others = _ordered(corpus, actor, connections)
    if not others:
        return NetworkDrawing(0, 0, (), ())
    rows = (len(others) + 1) // 2
    height = max(rows * ROW, 2 * 64) + 2 * EDGE
    middle = mark_of(corpus, actor, DrawnPoint(WIDTH / 2, height / 2), MIDDLE)
    marks = {actor.id: middle, **{one.actor.id: one for one in _sides(corpus, others, height)}}
    return NetworkDrawing(WIDTH, height, tuple(marks.values()), lines_between(marks, connections, APART))


def _ordered(corpus: Corpus, actor: Actor, connections: list[Connection]) -> list[Actor]:
    """The others, each once, by the first family that connects them."""
    order = list(corpus.types.families)
    found = [(order.index(one.family), one.other(actor.id)) for one in connections]
    found.sort(key=lambda one: (one[0], name_key(one[1].heading)))
    return list({other.id: other for _, other in found}.values())


def _sides(corpus: Corpus, others: list[Actor], height: int) -> list[ActorMark]:
    """The first half of the others from the top on the left, the second on the right."""
    half = (len(others) + 1) // 2
    marks = []
    for x, side, name in ((OUTSIDE, others[:half], LEFT), (WIDTH - OUTSIDE, others[half:], RIGHT)):
        top = (height - len(side) * ROW) / 2 + ROW / 2
        points = (DrawnPoint(x, top + place * ROW) for place in range(len(side)))
        found = (mark_of(corpus, one, at, NAME, 2) for one, at in zip(side, points, strict=True))
        marks += [replace(mark, radius=min(mark.radius, ROW / 2 - 3), side=name) for mark in found]
    return marks
