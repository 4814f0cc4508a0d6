"""The page of an actor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dossier.corpus.evidence import evidence_of
from dossier.corpus.relations import ActorRelation, relations_of
from dossier.corpus.standing import Standing
from dossier.model.records import Actor, Claim
from dossier.model.vocabulary import counted
from dossier.pages.claims import ClaimView
from dossier.pages.context import Context
from dossier.pages.dates import DateView, event_dates
from dossier.pages.evidence import EvidenceView, evidence_view
from dossier.pages.links import RecordLink
from dossier.pages.neighbourhood import NeighbourhoodView, neighbourhood_view
from dossier.pages.notes import Note
from dossier.pages.prose import ProsePart
from dossier.pages.relations import SAID, Relations, RelationView, relation_view, relation_views
from dossier.pages.sections import (
    ClaimsAbout,
    DatedEvent,
    Mentions,
    Names,
    NameView,
    QuestionRow,
    claim_list,
    claims_about,
    event_rows,
    mentions_of,
    names_of,
    native_name,
    questions_about,
)
from dossier.pages.strip import StripView, strip_view

# A label, the types of relation that the actor has itself, and those that others have to it.
GLANCE: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("Part of", ("part_of", "affiliate_of"), ()),
    ("Has as parts", (), ("part_of", "affiliate_of")),
    ("Medium of", ("medium_of",), ()),
    ("Has as media", (), ("medium_of",)),
    ("Leads", ("leads",), ()),
    ("Led by", (), ("leads",)),
    ("Member of", ("member_of",), ()),
    ("Allies and partners", ("allied_with", "cooperates_with"), ("allied_with", "cooperates_with")),
    ("Rivals and enemies", ("rival_of", "fights", "attacked"), ("rival_of", "fights", "attacked")),
)


@dataclass(frozen=True, slots=True)
class GlanceItem:
    """Another actor, and each relation to it with its time and who says so; ``words`` tell them apart if need be."""

    other: RecordLink
    relations: tuple[RelationView, ...]
    has_words: bool


@dataclass(frozen=True, slots=True)
class GlanceRow:
    """A relation that a reader asks for first, and the actors that stand in it."""

    label: str
    items: tuple[GlanceItem, ...]


@dataclass(frozen=True, slots=True)
class ActorPage:
    """An actor: what it is, on what that rests, its names, relations, events and claims.

    ``glance`` is what is said of it and ``disputed`` what is only alleged, or what somebody speaks against.

    ``first_event`` and ``last_event`` are the dates of its events that have one; the second is left out where one has.
    """

    eyebrow: str
    title: str
    native: NameView | None
    summary: tuple[ProsePart, ...]
    glance: tuple[GlanceRow, ...]
    disputed: tuple[RelationView, ...]
    first_event: tuple[DateView, ...]
    last_event: tuple[DateView, ...]
    claims_counted: str
    evidence: EvidenceView | None
    names: Names
    neighbourhood: NeighbourhoodView | None
    relations: Relations | None
    strip: StripView | None
    strip_words: str
    events: tuple[DatedEvent, ...]
    questions: tuple[QuestionRow, ...]
    said: tuple[ClaimView, ...]
    claims: ClaimsAbout | None
    mentions: Mentions | None
    notes: tuple[Note, ...]


def actor_page(context: Context, actor: Actor) -> ActorPage:
    """The view of the page of an actor."""
    corpus, notes = context.corpus, context.notes()
    summary = context.prose(actor.summary, notes) if actor.summary else ()
    found = relations_of(corpus, actor)
    relations = relation_views(context, actor, found, notes) if found else None
    events = corpus.events_of(actor.id)
    dated = [event for event in events if event.dated]
    said = corpus.by_publication(corpus.referring(actor.id, "said_by", Claim))
    about = counted(len(corpus.claims_about(actor.id)), "claim")
    by_it = f", {counted(len(said), 'claim')} by it" if said else ""
    return ActorPage(
        corpus.types.actors[actor.type].one,
        actor.heading,
        native_name(actor),
        summary,
        at_a_glance(context, actor, found),
        disputed_at_a_glance(context, actor, found),
        event_dates(dated[0]) if dated else (),
        event_dates(dated[-1]) if len(dated) > 1 else (),
        f"{about} about it{by_it}",
        evidence_view(context, evidence_of(corpus, actor)),
        names_of(context, actor),
        neighbourhood_view(context, actor) if found else None,
        relations,
        strip_view(context, events),
        f"Events of {actor.heading}",
        event_rows(context, events),
        questions_about(context, actor.id),
        claim_list(context, said),
        claims_about(context, actor.id),
        mentions_of(context, actor.id),
        notes.all(),
    )


def at_a_glance(context: Context, actor: Actor, found: Sequence[ActorRelation]) -> tuple[GlanceRow, ...]:
    """The relations that a reader asks for first, of what is said and not only alleged, in rows that hold somebody."""
    said = [one for one in found if one.standing in SAID]
    rows = ((label, _of_types(actor, said, forward, backward)) for label, forward, backward in GLANCE)
    return tuple(GlanceRow(label, _items(context, actor, relations)) for label, relations in rows if relations)


def _items(context: Context, actor: Actor, relations: list[ActorRelation]) -> tuple[GlanceItem, ...]:
    """The relations of a row by the other actor, in the order in which each first occurs."""
    groups: dict[str, list[RelationView]] = {}
    for one in relations:
        view = relation_view(context, actor, one)
        groups.setdefault(view.other.id, []).append(view)
    has_words = len({one.relation.type for one in relations}) > 1
    return tuple(GlanceItem(context.links[key], tuple(views), has_words) for key, views in groups.items())


def disputed_at_a_glance(context: Context, actor: Actor, found: Sequence[ActorRelation]) -> tuple[RelationView, ...]:
    """The relations of all types that are only alleged, or against which somebody speaks, but for what all reject."""
    apart = (one for one in found if one.standing not in SAID and one.standing != Standing.REJECTED)
    return tuple(relation_view(context, actor, one) for one in apart)


def _of_types(
    actor: Actor, found: list[ActorRelation], forward: tuple[str, ...], backward: tuple[str, ...]
) -> list[ActorRelation]:
    """The relations that this actor has of the types ``forward``, and those that others have to it of ``backward``."""
    return [one for one in found if one.relation.type in (forward if one.holder.id == actor.id else backward)]
