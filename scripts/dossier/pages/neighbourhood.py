"""The picture of one actor with those to whom it has relations."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.corpus.relations import relations_of
from dossier.model.records import Actor
from dossier.pages.choices import YearRange, year_range
from dossier.pages.connections import Key, Sheet, key_of, line_views, mark_view
from dossier.pages.context import Context
from dossier.pages.picture_sources import sources_by_id
from dossier.pictures.neighbourhood import neighbourhood


@dataclass(frozen=True, slots=True)
class NeighbourhoodView:
    """An actor in the middle, the others on both sides, without what every source rejects.

    ``years`` narrows all of its ``relations``, which are counted, where they are of several years.
    """

    years: YearRange | None
    relations: str
    title: str
    others: str
    sources: str
    sheet: Sheet
    key: Key


def neighbourhood_view(context: Context, actor: Actor) -> NeighbourhoodView | None:
    """The picture of an actor; ``None`` where it has relations to nobody else."""
    drawing = neighbourhood(context.corpus, actor)
    if not drawing.marks:
        return None
    words, relations = context.words, relations_of(context.corpus, actor)
    years = year_range(relations)
    first, *others = drawing.marks
    marks = (
        mark_view(context, first, is_linked=False),
        *(mark_view(context, one, is_linked=True, is_first=True) for one in others),
    )
    lines = line_views(context, drawing.lines, actor.id)
    return NeighbourhoodView(
        years if years and years.least + 1 < years.last else None,
        words.counted("relation", len(relations)),
        words.say("neighbourhood.title", actor=actor.heading),
        words.counted("other_actor", len(others)),
        sources_by_id(context, (key for one in relations for key in (*one.relation.claims, *one.relation.denied_by))),
        Sheet(drawing.width, drawing.height, lines, marks),
        key_of(context.words, context.corpus.types, lines, marks),
    )
