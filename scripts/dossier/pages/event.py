"""The page of an event."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.corpus.judged_events import JudgedStatement, judged_event
from dossier.corpus.themes import is_long
from dossier.model.records import Event, EventDate, EventPlace, Participant
from dossier.pages.claims import ClaimView
from dossier.pages.context import Context
from dossier.pages.dates import DateView, date_view
from dossier.pages.links import RecordLink
from dossier.pages.notes import Note
from dossier.pages.numbers import Figures, event_numbers
from dossier.pages.prose import ProsePart
from dossier.pages.record_lists import Lists, lists_of
from dossier.pages.sections import (
    Mentions,
    QuestionRow,
    claim_list,
    counted_in_sources,
    mentions_of,
    questions_about,
)
from dossier.pages.standing import StandingView, standing_view


@dataclass(frozen=True, slots=True)
class DateStatement:
    """A date that sources give the event, and how that stands."""

    date: DateView
    standing: StandingView


@dataclass(frozen=True, slots=True)
class PlaceStatement:
    """A place at which sources say that it happened, and how that stands."""

    place: RecordLink
    standing: StandingView


@dataclass(frozen=True, slots=True)
class ParticipantView:
    """An actor and its part in the event, in words, and how that stands."""

    actor: RecordLink
    role: str
    standing: StandingView


@dataclass(frozen=True, slots=True)
class EventPage:
    """An event: when, where, who took part, each with who says so, and the claims that tell of it or are about it."""

    eyebrow: str
    title: str
    standing: StandingView
    summary: tuple[ProsePart, ...]
    dates: tuple[DateStatement, ...]
    places: tuple[PlaceStatement, ...]
    participants: tuple[ParticipantView, ...]
    numbers: Figures | None
    claims_counted: str
    claims: tuple[ClaimView, ...]
    other_claims: tuple[ClaimView, ...]
    questions: tuple[QuestionRow, ...]
    mentions: Mentions | None
    lists: Lists | None
    notes: tuple[Note, ...]


def event_page(context: Context, event: Event) -> EventPage:
    """The view of the page of an event."""
    corpus, notes = context.corpus, context.notes()
    judged = judged_event(corpus, event)
    own = corpus.by_publication(map(corpus.claim, event.told_by))
    about, lists = corpus.claims_about(event.id), lists_of(context, event)
    others = [one for one in about if one.id not in event.told_by] if not is_long(about) else []
    summary = context.prose(event.summary, notes) if event.summary else ()
    return EventPage(
        corpus.types.events[event.type].one,
        event.title,
        standing_view(context, judged.judged),
        summary,
        tuple(_date(context, one) for one in judged.dates),
        tuple(_place(context, one) for one in judged.places),
        tuple(_participant(context, one) for one in judged.participants),
        event_numbers(context, event),
        counted_in_sources(corpus, own),
        claim_list(context, own),
        claim_list(context, others),
        () if lists and lists.themes else questions_about(context, event.id),
        mentions_of(context, event.id),
        lists,
        notes.all(),
    )


def _date(context: Context, one: JudgedStatement[EventDate]) -> DateStatement:
    return DateStatement(date_view(one.said.date, one.said.as_given), standing_view(context, one.judged))


def _place(context: Context, one: JudgedStatement[EventPlace]) -> PlaceStatement:
    return PlaceStatement(context.links[one.said.place], standing_view(context, one.judged))


def _participant(context: Context, one: JudgedStatement[Participant]) -> ParticipantView:
    role = context.corpus.types.roles[one.said.role].words
    return ParticipantView(context.links[one.said.actor], role, standing_view(context, one.judged))
