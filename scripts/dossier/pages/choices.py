"""What readers can narrow a page by: the day on which sources became known, years, and what events are about.

Scripts show the forms; marks on the parts of a page tell them what to hide.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dossier.corpus.corpus import Corpus
from dossier.corpus.events_by_day import steps_in_time
from dossier.corpus.judged_events import judged_event
from dossier.corpus.known_by import KnownStep, steps
from dossier.corpus.relations import ActorRelation, speakers_in
from dossier.corpus.standing import Standing, standings_by_day
from dossier.model.records import Event, Place, Source
from dossier.model.words import Words
from dossier.pages.context import Context
from dossier.pages.sections import known_day
from dossier.text.edtf import Edtf
from dossier.text.sorting import name_key

NO_YEAR = "none"

Say = Callable[..., str]


@dataclass(frozen=True, slots=True)
class Option:
    """A value to choose, its words, and how many events it leaves."""

    value: str
    words: str
    number: int


@dataclass(frozen=True, slots=True)
class Menu:
    """What to choose among by one name; ``everything`` are the words for no choice."""

    name: str
    label: str
    everything: str
    options: tuple[Option, ...]


def event_menus(context: Context, events: Iterable[Event]) -> tuple[Menu, ...]:
    """Menus of what occurs in these events: by actor, by type and by place."""
    events = list(events)
    return (
        *_who_and_what(context, events),
        menu_of(
            context.words.say,
            "place",
            context.words.say("choices.all_places"),
            (places_of(context.corpus, one) for one in events),
            context.corpus.name_of,
        ),
        _standing_menu(context, events),
        menu_of(
            context.words.say,
            "source",
            context.words.say("choices.all_sources"),
            (sources_of(context.corpus, one) for one in events),
            lambda key: str(context.sources[key].words),
        ),
    )


def map_menus(context: Context, events: Iterable[Event]) -> tuple[Menu, ...]:
    """Menus of what occurs in these events: by time, by standing, by actor and by type."""
    events = list(events)
    years, say = years_of(events), context.words.say
    return (
        menu_of(
            context.words.say,
            "time",
            say("choices.all_years"),
            (years[one.id] for one in events),
            lambda year: say("choices.undated") if year == NO_YEAR else year,
        ),
        _standing_menu(context, events),
        *_who_and_what(context, events),
    )


def _who_and_what(context: Context, events: Sequence[Event]) -> tuple[Menu, Menu]:
    types = context.corpus.types.events
    return (
        menu_of(
            context.words.say,
            "actor",
            context.words.say("choices.all_actors"),
            (one.actors for one in events),
            context.corpus.name_of,
        ),
        menu_of(
            context.words.say,
            "type",
            context.words.say("choices.all_types"),
            ((one.type,) for one in events),
            lambda type_: types[type_].one,
        ),
    )


def _standing_menu(context: Context, events: Iterable[Event]) -> Menu:
    standings = (str(judged_event(context.corpus, one).standing_in_time) for one in events)
    say = context.words.say
    return menu_of(
        context.words.say,
        "standing",
        say("choices.however_they_stand"),
        ((one,) for one in standings),
        lambda key: say(f"standings.{key}"),
    )


def menu_of(
    say: Say, name: str, everything: str, values: Iterable[Iterable[str]], words: Callable[[str], str], label: str = ""
) -> Menu:
    """A menu of what occurs in ``values``, those of one thing each, by its words; each counts once for a thing."""
    numbers = Counter(value for of_an_event in values for value in of_an_event)
    options = (Option(value, words(value), number) for value, number in numbers.items())
    return Menu(
        name,
        label or say(f"choices.menu_{name}"),
        everything,
        tuple(sorted(options, key=lambda one: name_key(one.words))),
    )


def years_of(events: Iterable[Event]) -> dict[str, tuple[str, ...]]:
    """For each event by its id, the years in which it may have happened, of those in which one begins or ends.

    ``none`` stands for no date. So that a menu stays short, years in which no date begins or ends are no choice.
    """
    return years_within({event.id: [one.when for one in event.dated] for event in events})


def years_within(dates: Mapping[str, Sequence[Edtf]]) -> dict[str, tuple[str, ...]]:
    """For each key the years that its dates can mean, of those in which one of all dates begins or ends.

    ``none`` stands for no date.
    """
    spans = {key: [_years(one) for one in found] for key, found in dates.items()}
    ends = sorted({year for found in spans.values() for span in found for year in span if year})

    def within(found: Sequence[tuple[int | None, int | None]]) -> tuple[str, ...]:
        return tuple(
            str(year)
            for year in ends
            if any((first is None or first <= year) and (last is None or year <= last) for first, last in found)
        )

    return {key: within(found) if found else (NO_YEAR,) for key, found in spans.items()}


def _years(when: Edtf) -> tuple[int | None, int | None]:
    return when.earliest.year if when.earliest else None, when.latest.year if when.latest else None


def sources_of(corpus: Corpus, event: Event) -> tuple[str, ...]:
    """The ids of the sources that tell of an event, each once."""
    return tuple(dict.fromkeys(corpus.claim(key).source for key in event.told_by))


def places_of(corpus: Corpus, event: Event) -> tuple[str, ...]:
    """The ids of the places of an event and all that these lie within, each once."""
    return with_outer(corpus, event.places)


def with_outer(corpus: Corpus, places: Iterable[str]) -> tuple[str, ...]:
    """Places and all that they lie within by their ids, each once; what is no place is left out."""
    found: dict[str, None] = {}
    waiting = list(places)
    while waiting:
        key = waiting.pop(0)
        place = corpus.records[key]
        if key not in found and isinstance(place, Place):
            found[key] = None
            waiting += place.within
    return tuple(found)


@dataclass(frozen=True, slots=True)
class EventMarks:
    """What tells filters and styles which event a part of a page shows, and how it stands; ids are parted by blanks.

    ``standings`` are the days from which it stands in another way, each with its standing; empty where it never did.
    """

    id: str
    standing: str
    actors: str
    type: str
    places: str
    sources: str
    published: str
    standings: str


def event_marks(context: Context, event: Event) -> EventMarks:
    """The marks of an event."""
    corpus, judged = context.corpus, judged_event(context.corpus, event)
    return EventMarks(
        id=event.id,
        standing=str(judged.standing_in_time),
        actors=" ".join(event.actors),
        type=event.type,
        places=" ".join(places_of(corpus, event)),
        sources=" ".join(sources_of(corpus, event)),
        published=known_day(corpus, event.told_by),
        standings=standings_mark(steps_in_time(corpus, judged)),
    )


@dataclass(frozen=True, slots=True)
class RelationMarks:
    """What tells the filters of a page which relation a part of it shows: its years, and the day it became known.

    ``first`` and ``last`` are years, or empty where that end is open or no time is given. ``standings`` are the days
    from which it stands in another way, each with its standing: ``2015-06-30 reported,2022-12-31 contested``.
    """

    key: str
    is_untimed: bool
    first: str
    last: str
    published: str
    standings: str


def relation_marks(context: Context, one: ActorRelation) -> RelationMarks:
    """The marks of a relation."""
    relation, period = one.relation, one.relation.period
    return RelationMarks(
        one.key,
        not period,
        str(period.earliest.year) if period and period.earliest else "",
        str(period.latest.year) if period and period.latest else "",
        known_day(context.corpus, (*relation.claims, *relation.denied_by)),
        relation_standings(context.corpus, one),
    )


def relation_standings(corpus: Corpus, one: ActorRelation) -> str:
    """The days from which a relation stands in another way, as pages mark them; empty where there are none."""
    return standings_mark(
        standings_by_day(
            corpus, one.relation, (one.holder.id, one.to.id), speakers_in(corpus, one.holder, one.relation)
        )
    )


def standings_mark(steps: Sequence[tuple[date | None, Standing]]) -> str:
    """Days, each with the standing from then on: ``2015-06-30 reported,2022-12-31 contested``; empty for one."""
    return steps_mark(steps) if len(steps) > 1 else ""


def steps_mark(steps: Sequence[tuple[date | None, Standing]]) -> str:
    """The same of any number of steps."""
    return ",".join(f"{day or ''} {standing}" for day, standing in steps)


@dataclass(frozen=True, slots=True)
class YearRange:
    """A slider of years; at ``least`` it shows all."""

    least: int
    last: int


def year_range(relations: Iterable[ActorRelation]) -> YearRange | None:
    """The years that the periods of relations name; ``None`` where none has one."""
    periods = [one.relation.period for one in relations if one.relation.period]
    named = [day.year for period in periods for day in (period.earliest, period.latest) if day]
    return YearRange(min(named) - 1, max(named)) if named else None


@dataclass(frozen=True, slots=True)
class KnownOption:
    """A day on which sources became known, and what is known then, in words."""

    day: str
    label: str
    words: str


@dataclass(frozen=True, slots=True)
class KnownSteps:
    """A slider of days on which sources became known; the last shows everything."""

    options: tuple[KnownOption, ...]
    last: int
    shown: str


def known_steps(words: Words, sources: Sequence[Source]) -> KnownSteps | None:
    """The slider for a page that rests on these sources; ``None`` where there is nothing to choose."""
    found = steps(sources)
    if len(found) < 2:
        return None
    everything = words.say("choices.known_all", sources=words.counted("source", len(sources)))
    options = [_option(words, one, len(sources)) for one in found[:-1]]
    options.append(KnownOption(str(found[-1].day), found[-1].said(words.date_phrase), everything))
    return KnownSteps(tuple(options), len(found) - 1, f"{found[-1].said(words.date_phrase)} · {everything}")


def _option(words: Words, step: KnownStep, number: int) -> KnownOption:
    newest = ", ".join(source.label for source in step.newest)
    sources = words.counted("source", number)
    said = words.say("choices.known_some", number=step.number, sources=sources, newest=newest)
    return KnownOption(str(step.day), step.said(words.date_phrase), said)
