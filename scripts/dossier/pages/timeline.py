"""The page of the picture of all events, with a table of the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from dossier.corpus.judged_events import JudgedEvent, judged_event
from dossier.model.records import Event, EventDate, Phase
from dossier.model.words import Words
from dossier.pages.choices import EventMarks, KnownSteps, Menu, event_marks, event_menus, known_steps
from dossier.pages.claims import ClaimView
from dossier.pages.context import Context
from dossier.pages.date_drawing import DateStanding, date_standings
from dossier.pages.dates import DateView, date_view
from dossier.pages.links import RecordLink, linked
from dossier.pages.notes import Note, Notes
from dossier.pages.picture_sources import source_line
from dossier.pages.sections import claim_list
from dossier.pages.standing import StandingView, standing_view
from dossier.pages.timeline_picture import TimelinePicture, dates_for_scripts, timeline_picture

# In a title, no more years are named than so many.
MOST_YEARS = 3


@dataclass(frozen=True, slots=True)
class SourceOfEvent:
    """A source that tells of an event, with its claims."""

    id: str
    published: str
    link: RecordLink
    word: str
    claims: tuple[ClaimView, ...]


@dataclass(frozen=True, slots=True)
class DateSaid:
    """A date that sources give an event, and how that stands and stood."""

    date: DateView
    standing: StandingView
    by_day: DateStanding


@dataclass(frozen=True, slots=True)
class TableRow:
    """An event in the table: when, what, where, who, and who says so; ``drawn`` are its dates as scripts read them.

    ``standing`` is how it stands, in a word, and empty where it is asserted.
    """

    marks: EventMarks
    drawn: str
    dates: tuple[DateSaid, ...]
    link: RecordLink
    type: str
    standing: str
    places: tuple[RecordLink, ...]
    actors: tuple[RecordLink, ...]
    sources: tuple[SourceOfEvent, ...]


@dataclass(frozen=True, slots=True)
class PhaseView:
    """A stretch of time as sources tell it apart, with the claims that do."""

    title: str
    period: DateView
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class TimelineView:
    """All events: the picture of those with a date, what narrows it, those without one, and a table of all.

    ``title`` says in a sentence what the picture shows.
    """

    counted: str
    title: str
    picture: TimelinePicture | None
    menus: tuple[Menu, ...]
    known: KnownSteps | None
    phases: tuple[PhaseView, ...]
    sources: str
    undated: tuple[TableRow, ...]
    rows: tuple[TableRow, ...]
    notes: tuple[Note, ...]


def timeline_view(context: Context) -> TimelineView | None:
    """The view of the page; ``None`` where there is no event."""
    corpus, notes = context.corpus, context.notes()
    events = corpus.in_time(corpus.of(Event))
    if not events:
        return None
    judged = {one.id: judged_event(corpus, one) for one in events}
    standings = {key: date_standings(corpus, one) for key, one in judged.items()}
    whole = {key: str(one.standing_in_time) for key, one in judged.items()}
    claims = [corpus.claim(key) for one in events for key in one.told_by]
    rows = tuple(_table_row(context, one, judged[one.id]) for one in events)
    return TimelineView(
        counted=corpus.words.counted("event", len(events)),
        title=title_of(corpus.words, events),
        picture=timeline_picture(context, events, standings, whole),
        menus=event_menus(context, events),
        known=known_steps(corpus.words, corpus.sources_of(claims)),
        phases=tuple(_phase(corpus.words, one, notes) for one in corpus.phases.items),
        sources=source_line(context, claims),
        undated=tuple(row for row in rows if not row.dates),
        rows=rows,
        notes=notes.all(),
    )


def title_of(words: Words, events: Sequence[Event]) -> str:
    """How many events have a date, from when to when, and in which few years most of them begin, if in few."""
    dated = [one for one in events if one.dated]
    whole = words.counted("event", len(events))
    if not dated:
        return words.say("timeline.none_dated", events=whole)
    if len(dated) < len(events):
        whole = words.say("timeline.some_events", dated=len(dated), events=whole)
    days = [day for one in dated for each in one.dated for day in (each.when.earliest, each.when.latest) if day]
    first, last = min(days).year, max(days).year
    said = "title_in" if first == last else "title_between"
    most = _most(words, dated)
    return words.say(f"timeline.{said}", events=whole, first=str(first), last=str(last), most=most)


def _most(words: Words, dated: Sequence[Event]) -> str:
    """The fewest years, each fuller than all others, in which more than half of the events begin."""
    begun = Counter(one.sort_key[0].year for one in dated)
    ranked = [*begun.most_common(), (0, 0)]
    for number in range(1, min(MOST_YEARS, len(begun) - 1) + 1):
        most = ranked[:number]
        if most[-1][1] > ranked[number][1] and 2 * sum(times for _, times in most) > len(dated):
            *before, final = sorted(str(year) for year, _ in most)
            years = words.say("timeline.years", first=", ".join(before), last=final) if before else final
            return words.say("timeline.most", years=years)
    return ""


def _phase(words: Words, phase: Phase, notes: Notes) -> PhaseView:
    return PhaseView(phase.title, date_view(words, phase.period), notes.cite(phase.claims))


def _table_row(context: Context, event: Event, judged: JudgedEvent) -> TableRow:
    stands = date_standings(context.corpus, judged)
    dates = zip(judged.dates, stands, strict=True)
    whole = str(judged.standing_in_time)
    return TableRow(
        marks=event_marks(context, event),
        drawn=dates_for_scripts(event, stands),
        dates=tuple(
            _date(context.words, one.said, standing_view(context, one.judged), by_day) for one, by_day in dates
        ),
        link=context.links[event.id],
        type=context.corpus.types.events[event.type].one,
        standing="" if whole == "asserted" else context.words.say(f"standings.{whole}").lower(),
        places=linked(context.links, event.places),
        actors=linked(context.links, event.actors),
        sources=_sources(context, event.told_by),
    )


def _date(words: Words, said: EventDate, standing: StandingView, by_day: DateStanding) -> DateSaid:
    return DateSaid(date_view(words, said.date, said.as_given), standing, by_day)


def _sources(context: Context, claims: Sequence[str]) -> tuple[SourceOfEvent, ...]:
    ordered = context.corpus.by_publication(map(context.corpus.claim, claims))
    groups = ((key, claim_list(context, own)) for key, own in groupby(ordered, key=lambda claim: claim.source))
    return tuple(
        SourceOfEvent(
            key, own[0].published, context.sources[key], context.words.say("one_of.claim", count=len(own)), own
        )
        for key, own in groups
    )
