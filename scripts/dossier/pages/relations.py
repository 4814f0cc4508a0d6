"""The relations of an actor: what it is to others and they to it, when, and who says so."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.corpus.relations import ActorRelation, relations_of
from dossier.model.records import Actor
from dossier.model.vocabulary import RELATIONS
from dossier.pages.choices import RelationMarks, relation_marks
from dossier.pages.context import Context
from dossier.pages.dates import DateView, date_view
from dossier.pages.links import RecordLink
from dossier.pages.notes import Note, Notes


@dataclass(frozen=True, slots=True)
class RelationView:
    """What an actor is to another, as it reads from the actor whose page it is."""

    marks: RelationMarks
    words: str
    other: RecordLink
    period: DateView | None
    claims: tuple[Note, ...]
    denied_by: tuple[Note, ...]


def relation_views(context: Context, actor: Actor, notes: Notes) -> tuple[RelationView, ...]:
    """The relations of an actor, then those that others have to it."""
    return tuple(_relation(context, actor, one, notes) for one in relations_of(context.corpus, actor))


def _relation(context: Context, actor: Actor, one: ActorRelation, notes: Notes) -> RelationView:
    is_own, relation = one.holder.id == actor.id, one.relation
    return RelationView(
        relation_marks(context, one),
        RELATIONS[relation.type][0 if is_own else 1],
        context.links[(one.to if is_own else one.holder).id],
        date_view(relation.period) if relation.period else None,
        notes.cite(relation.claims),
        notes.cite(relation.denied_by),
    )
