"""What of the map was not always known: events at places, and how many claims tell of a place. Days are ISO."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from dossier.corpus.corpus import Corpus
from dossier.corpus.known_by import known_from
from dossier.model.records import Event, Place
from dossier.pages.choices import standings_mark
from dossier.pictures.map_places import Happening, Sited


@dataclass(frozen=True, slots=True)
class ThereByDay:
    """From which day somebody was known to say that an event happened at a place, and the days from which that stands
    in another way, each with its standing; empty where it was always so.
    """

    published: str
    standings: str


def there_by_day(one: Happening) -> ThereByDay:
    """When it became known that an event happened at a place."""
    return ThereByDay(str(one.steps[0][0] or "") if one.steps else "", standings_mark(one.steps))


def claims_by_day(corpus: Corpus, place: Place) -> str:
    """The days from which there are more claims about a place, each with how many: ``2015-06-30 2,2022-12-31 5``."""
    days = Counter(known_from(corpus.source(one.source)) or date.min for one in corpus.claims_about(place.id))
    numbers = zip(sorted(days), accumulate(days[day] for day in sorted(days)), strict=True)
    return ",".join(f"{'' if day == date.min else day} {number}" for day, number in numbers)


def drawn_from(event: Event, places: Sequence[Sited]) -> str:
    """The day from which an event can be drawn at one of its places; empty where that is as soon as it was known."""
    there = [one for place in places for one in place.happenings if one.event.id == event.id]
    first = min(one.steps[0][0] or date.min for one in there)
    return str(first) if first > (there[0].since or date.min) else ""
