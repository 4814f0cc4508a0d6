"""One actor in the middle, and on both sides of it those to whom it has relations."""

from __future__ import annotations

from dataclasses import replace

from dossier.corpus.corpus import Corpus
from dossier.corpus.relations import FAMILIES, Tie, held_by, ties_of
from dossier.model.records import Actor
from dossier.pictures.network_layout import Drawing, Mark, Point, lines_between, mark_of

WIDTH = 760
ROW = 32
EDGE = 16
APART = 9.0
# From the edge of the drawing to the marks beside their names, which stand outside.
BESIDE = 216
LETTERS = 28


def neighbourhood(corpus: Corpus, actor: Actor) -> Drawing:
    """An actor with all of its ties, for a page about it; without marks where it has none."""
    ties = ties_of(held_by(corpus, actor))
    others = _ordered(actor, ties)
    if not others:
        return Drawing(0, 0, (), ())
    rows = (len(others) + 1) // 2
    height = max(rows * ROW, 2 * 64) + 2 * EDGE
    middle = mark_of(corpus, actor, Point(WIDTH / 2, height / 2), 16)
    marks = {actor.id: middle, **{one.actor.id: one for one in _sides(corpus, others, height)}}
    return Drawing(WIDTH, height, tuple(marks.values()), lines_between(marks, ties, APART))


def _ordered(actor: Actor, ties: list[Tie]) -> list[Actor]:
    """The others, each once, by the first family that ties them."""
    order = list(FAMILIES)
    found = sorted(ties, key=lambda tie: (order.index(tie.family), tie.other(actor.id).heading.casefold()))
    return list({tie.other(actor.id).id: tie.other(actor.id) for tie in found}.values())


def _sides(corpus: Corpus, others: list[Actor], height: int) -> list[Mark]:
    """The first half of the others from the top on the left, the second on the right."""
    half = (len(others) + 1) // 2
    marks = []
    for x, side in ((BESIDE, others[:half]), (WIDTH - BESIDE, others[half:])):
        top = (height - len(side) * ROW) / 2 + ROW / 2
        points = (Point(x, top + place * ROW) for place in range(len(side)))
        found = (mark_of(corpus, one, at, LETTERS, 2) for one, at in zip(side, points, strict=True))
        marks += [replace(mark, radius=min(mark.radius, ROW / 2 - 3)) for mark in found]
    return marks
