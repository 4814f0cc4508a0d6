"""The page of an event."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dossier.corpus.events_by_day import statement_steps
from dossier.corpus.indexes import gathered
from dossier.corpus.judged_events import JudgedStatement, judged_event, speakers_as, speakers_of
from dossier.corpus.standing import StatementStanding
from dossier.corpus.themes import is_long
from dossier.model.records import Event, EventDate, EventPlace, Participant
from dossier.pages.choices import standings_mark
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
    """A date that sources give the event, how that stands, and how it stood as sources became known (``by_day``)."""

    date: DateView
    standing: StandingView
    by_day: str


@dataclass(frozen=True, slots=True)
class PlaceStatement:
    """A place at which sources say that it happened, and how that stands and stood."""

    place: RecordLink
    standing: StandingView
    by_day: str


@dataclass(frozen=True, slots=True)
class ParticipantView:
    """A part that an actor had in the event, in words, and how that stands and stood."""

    role: str
    standing: StandingView
    by_day: str


@dataclass(frozen=True, slots=True)
class ActorParts:
    """An actor with all its parts in the event."""

    actor: RecordLink
    parts: tuple[ParticipantView, ...]


@dataclass(frozen=True, slots=True)
class EventPage:
    """An event: when, where, who took part, each with who says so, and the claims that tell of it or are about it."""

    eyebrow: str
    title: str
    standing: StandingView
    by_day: str
    summary: tuple[ProsePart, ...]
    dates: tuple[DateStatement, ...]
    places: tuple[PlaceStatement, ...]
    participants: tuple[ActorParts, ...]
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
    speakers = speakers_of(corpus, event)
    return EventPage(
        eyebrow=corpus.types.events[event.type].one,
        title=event.title,
        standing=standing_view(context, judged.judged),
        by_day=_by_day(context, event, judged.judged, speakers),
        summary=summary,
        dates=tuple(_date(context, event, one) for one in judged.dates),
        places=tuple(_place(context, event, one) for one in judged.places),
        participants=_participants(context, event, judged.participants),
        numbers=event_numbers(context, event),
        claims_counted=counted_in_sources(corpus, own),
        claims=claim_list(context, own),
        other_claims=claim_list(context, others),
        questions=() if lists and lists.themes else questions_about(context, event.id),
        mentions=mentions_of(context, event.id),
        lists=lists,
        notes=notes.all(),
    )


def _date(context: Context, event: Event, one: JudgedStatement[EventDate]) -> DateStatement:
    by_day = _by_day(context, event, one.judged, speakers_of(context.corpus, event))
    return DateStatement(
        date_view(context.words, one.said.date, one.said.as_given), standing_view(context, one.judged), by_day
    )


def _place(context: Context, event: Event, one: JudgedStatement[EventPlace]) -> PlaceStatement:
    by_day = _by_day(context, event, one.judged, speakers_of(context.corpus, event))
    return PlaceStatement(context.links[one.said.place], standing_view(context, one.judged), by_day)


def _participants(
    context: Context, event: Event, judged: Iterable[JudgedStatement[Participant]]
) -> tuple[ActorParts, ...]:
    """Each actor once, in the order of the record."""
    found = gathered((one.said.actor, one) for one in judged)
    return tuple(
        ActorParts(context.links[actor], tuple(_participant(context, event, one) for one in own))
        for actor, own in found.items()
    )


def _participant(context: Context, event: Event, one: JudgedStatement[Participant]) -> ParticipantView:
    role = context.corpus.types.roles[one.said.role].words
    by_day = _by_day(context, event, one.judged, speakers_as(context.corpus, one.said))
    return ParticipantView(role, standing_view(context, one.judged), by_day)


def _by_day(context: Context, event: Event, judged: StatementStanding, speakers: Sequence[str]) -> str:
    """The days from which a statement of an event stands in another way; empty where more sources change nothing."""
    return standings_mark(statement_steps(context.corpus, event, judged, speakers))
