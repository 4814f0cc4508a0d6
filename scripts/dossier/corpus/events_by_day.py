"""How what is said of an event stood by a day: which of it was known, and how firmly, while later sources were not.

Each function gives the days from which it stands in another way, in order, as ``standings_of_days`` does: before the
first of them nobody is known who says it, ``None`` is always.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from datetime import date

from dossier.corpus.corpus import Corpus
from dossier.corpus.judged_events import JudgedEvent, firmest_or_contested, speakers_of
from dossier.corpus.standing import Standing, StatementStanding, least_firm, standings_of_days
from dossier.model.records import Event

Steps = tuple[tuple[date | None, Standing], ...]


def statement_steps(corpus: Corpus, event: Event, judged: StatementStanding, speakers: Collection[str]) -> Steps:
    """Of a statement about an event."""
    carrying = [claim for one in (*judged.carried_by, *judged.rejected_by) for claim in one.claims]
    denying = [claim for one in (*judged.denied_by, *judged.denials_rejected) for claim in one.claims]
    return standings_of_days(corpus, carrying, denying, event.actors, speakers)


def event_steps(corpus: Corpus, judged: JudgedEvent) -> Steps:
    """That an event happened."""
    return statement_steps(corpus, judged.event, judged.judged, speakers_of(corpus, judged.event))


def date_steps(corpus: Corpus, judged: JudgedEvent) -> tuple[Steps, ...]:
    """That it happened on each of its dates, no firmer than that it happened at all."""
    speakers = speakers_of(corpus, judged.event)
    own = (statement_steps(corpus, judged.event, one.judged, speakers) for one in judged.dates)
    return tuple(all_of([event_steps(corpus, judged), one]) for one in own)


def place_steps(corpus: Corpus, judged: JudgedEvent, place: str) -> Steps:
    """That it happened at a place that it has, no firmer than that it happened at all."""
    speakers = speakers_of(corpus, judged.event)
    own = [one for one in judged.places if one.said.place == place]
    said = [statement_steps(corpus, judged.event, one.judged, speakers) for one in own]
    return all_of([event_steps(corpus, judged), *said])


def steps_in_time(corpus: Corpus, judged: JudgedEvent) -> Steps:
    """That it happened on one of the dates that were known."""
    event, dates = event_steps(corpus, judged), date_steps(corpus, judged)

    def standing(day: date) -> Standing | None:
        happened = standing_by(event, day)
        dated = [found for one in dates if (found := standing_by(one, day))]
        return least_firm([happened, firmest_or_contested(dated)]) if happened and dated else happened

    return _changes([event, *dates], standing)


def all_of(parts: Collection[Steps]) -> Steps:
    """What stands as the least firm of its parts does, once all are known."""

    def standing(day: date) -> Standing | None:
        found = [known for one in parts if (known := standing_by(one, day))]
        return least_firm(found) if len(found) == len(parts) else None

    return _changes(parts, standing)


def any_of(parts: Collection[Steps]) -> Steps:
    """What stands as the firmest of its parts does, once one is known, and in doubt only where all of them are."""

    def standing(day: date) -> Standing | None:
        found = [known for one in parts if (known := standing_by(one, day))]
        return firmest_or_contested(found) if found else None

    return _changes(parts, standing)


def standing_by(steps: Steps, day: date) -> Standing | None:
    """The standing by a day; ``None`` where nobody was known yet who says it."""
    return next((standing for since, standing in reversed(steps) if (since or date.min) <= day), None)


def _changes(parts: Iterable[Steps], standing: Callable[[date], Standing | None]) -> Steps:
    found: list[tuple[date | None, Standing]] = []
    for day in sorted({since or date.min for one in parts for since, _ in one}):
        now = standing(day)
        if now and (not found or found[-1][1] != now):
            found.append((None if day == date.min else day, now))
    return tuple(found)
