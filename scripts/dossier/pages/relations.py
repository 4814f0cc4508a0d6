"""The relations of an actor: what it is to others and they to it, when, how that stands, and who says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dossier.corpus.relations import ActorRelation, by_family
from dossier.corpus.standing import Standing
from dossier.model.records import Actor
from dossier.pages.choices import RelationMarks, relation_marks
from dossier.pages.context import Context
from dossier.pages.dates import DateView, date_view
from dossier.pages.links import RecordLink
from dossier.pages.standing import StandingView, standing_view

# What a reader may take as said, in its degrees; what somebody speaks against or only alleges stands apart.
SAID = frozenset({Standing.ASSERTED, Standing.SUGGESTED, Standing.REPORTED})


@dataclass(frozen=True, slots=True)
class RelationView:
    """What an actor is to another, as it reads from the actor whose page it is."""

    marks: RelationMarks
    words: str
    other: RecordLink
    period: DateView | None
    is_past: bool
    standing: StandingView


@dataclass(frozen=True, slots=True)
class RelationFamily:
    """Relations of one family; those to one actor stand together."""

    label: str
    relations: tuple[RelationView, ...]


@dataclass(frozen=True, slots=True)
class Relations:
    """The relations of an actor: those that are said, those alleged or contested, and those that all reject."""

    said: tuple[RelationFamily, ...]
    disputed: tuple[RelationView, ...]
    rejected: tuple[RelationView, ...]


def relation_views(context: Context, actor: Actor, found: Sequence[ActorRelation]) -> Relations:
    """The relations of an actor and those that others have to it, by how they stand."""
    said = [one for one in found if one.standing in SAID]
    rejected = [one for one in found if one.standing == Standing.REJECTED]
    disputed = [one for one in found if one not in said and one not in rejected]
    families = (
        RelationFamily(label, _views(context, actor, group)) for label, group in by_family(context.corpus, said)
    )
    return Relations(tuple(families), _views(context, actor, disputed), _views(context, actor, rejected))


def _views(context: Context, actor: Actor, found: Sequence[ActorRelation]) -> tuple[RelationView, ...]:
    """Relations by the other actor, in the order in which each first occurs."""
    views = [relation_view(context, actor, one) for one in found]
    order = {key: place for place, key in enumerate(dict.fromkeys(one.other.id for one in views))}
    return tuple(sorted(views, key=lambda one: order[one.other.id]))


def relation_view(context: Context, actor: Actor, one: ActorRelation) -> RelationView:
    """A relation as it reads from one of its two actors."""
    is_own, relation = one.holder.id == actor.id, one.relation
    return RelationView(
        relation_marks(context, one),
        one.words_from(actor.id),
        context.links[(one.to if is_own else one.holder).id],
        date_view(context.words, relation.period) if relation.period else None,
        one.is_past,
        standing_view(context, one.judged),
    )
