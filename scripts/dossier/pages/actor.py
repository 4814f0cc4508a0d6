"""The page of an actor."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.corpus.corpus import Corpus
from dossier.corpus.evidence import evidence_of
from dossier.model.records import Actor, Claim
from dossier.model.vocabulary import ACTOR_TYPES, counted
from dossier.pages.claims import ClaimView
from dossier.pages.context import Context
from dossier.pages.dates import DateView, date_view
from dossier.pages.evidence import EvidenceView, evidence_view
from dossier.pages.links import RecordLink
from dossier.pages.neighbourhood import NeighbourhoodView, neighbourhood_view
from dossier.pages.notes import Note
from dossier.pages.prose import ProsePart
from dossier.pages.relations import RelationView, relation_views
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
    ("Leads", ("leads",), ()),
    ("Led by", (), ("leads",)),
    ("Member of", ("member_of",), ()),
    ("Allies and partners", ("allied_with", "cooperates_with"), ("allied_with", "cooperates_with")),
    ("Rivals and enemies", ("rival_of", "fights"), ("rival_of", "fights")),
)


@dataclass(frozen=True, slots=True)
class GlanceRow:
    """A relation that a reader asks for first, and the actors that stand in it."""

    label: str
    others: tuple[RecordLink, ...]


@dataclass(frozen=True, slots=True)
class ActorPage:
    """An actor: what it is, on what that rests, its names, relations, events and claims.

    ``first_event`` and ``last_event`` are the dates of its events; the second is left out where there is one event.
    """

    eyebrow: str
    title: str
    native: NameView | None
    summary: tuple[ProsePart, ...]
    glance: tuple[GlanceRow, ...]
    first_event: DateView | None
    last_event: DateView | None
    claims_counted: str
    evidence: EvidenceView | None
    names: Names
    neighbourhood: NeighbourhoodView | None
    relations: tuple[RelationView, ...]
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
    relations = relation_views(context, actor, notes)
    events = corpus.events_of(actor.id)
    said = corpus.by_publication(corpus.referring(actor.id, "said_by", Claim))
    about = counted(len(corpus.claims_about(actor.id)), "claim")
    by_it = f", {counted(len(said), 'claim')} by it" if said else ""
    return ActorPage(
        ACTOR_TYPES[actor.type][0],
        actor.heading,
        native_name(actor),
        summary,
        at_a_glance(context, actor),
        date_view(events[0].date) if events else None,
        date_view(events[-1].date) if len(events) > 1 else None,
        f"{about} about it{by_it}",
        evidence_view(context, evidence_of(corpus, actor)),
        names_of(context, actor),
        neighbourhood_view(context, actor) if relations else None,
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


def at_a_glance(context: Context, actor: Actor) -> tuple[GlanceRow, ...]:
    """The relations that a reader asks for first, with those rows that have somebody in them."""
    rows = ((label, _others(context.corpus, actor, forward, backward)) for label, forward, backward in GLANCE)
    return tuple(GlanceRow(label, tuple(context.links[key] for key in keys)) for label, keys in rows if keys)


def _others(corpus: Corpus, actor: Actor, forward: tuple[str, ...], backward: tuple[str, ...]) -> list[str]:
    """The actors to which this one has a relation of the types ``forward``, and those that have one to it."""
    own = [one.to for one in actor.relations if one.type in forward]
    others = [other.id for other, one in corpus.relations_to(actor.id) if one.type in backward]
    return list(dict.fromkeys([*own, *others]))
