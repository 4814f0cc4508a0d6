"""The page of an event."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.model.records import Event
from dossier.model.vocabulary import EVENT_TYPES, ROLES
from dossier.pages.claims import ClaimView
from dossier.pages.context import Context
from dossier.pages.dates import DateView, date_view
from dossier.pages.links import RecordLink, linked
from dossier.pages.notes import Note
from dossier.pages.prose import ProsePart
from dossier.pages.sections import (
    Mentions,
    QuestionRow,
    claim_list,
    counted_in_sources,
    mentions_of,
    questions_about,
)


@dataclass(frozen=True, slots=True)
class ParticipantView:
    """An actor and its part in the event, in words."""

    actor: RecordLink
    role: str


@dataclass(frozen=True, slots=True)
class EventPage:
    """An event: when, where, who took part, and the claims that tell of it or are about it."""

    eyebrow: str
    title: str
    summary: tuple[ProsePart, ...]
    date: DateView
    places: tuple[RecordLink, ...]
    participants: tuple[ParticipantView, ...]
    claims_counted: str
    claims: tuple[ClaimView, ...]
    other_claims: tuple[ClaimView, ...]
    questions: tuple[QuestionRow, ...]
    mentions: Mentions | None
    notes: tuple[Note, ...]


def event_page(context: Context, event: Event) -> EventPage:
    """The view of the page of an event."""
    corpus, notes = context.corpus, context.notes()
    own = corpus.by_publication(map(corpus.claim, event.claims))
    others = (one for one in corpus.claims_about(event.id) if one.id not in event.claims)
    return EventPage(
        EVENT_TYPES[event.type],
        event.title,
        context.prose(event.summary, notes) if event.summary else (),
        date_view(event.date),
        linked(context.links, event.places),
        tuple(ParticipantView(context.links[one.actor], ROLES[one.role]) for one in event.actors),
        counted_in_sources(corpus, own),
        claim_list(context, own),
        claim_list(context, others),
        questions_about(context, event.id),
        mentions_of(context, event.id),
        notes.all(),
    )
