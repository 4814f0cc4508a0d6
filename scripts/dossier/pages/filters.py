"""What readers can narrow the pictures by: the actors, types and places of events, and the years of relations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from dossier.corpus.corpus import Corpus
from dossier.corpus.relations import ActorRelation
from dossier.model import vocabulary
from dossier.model.records import Event, Place


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


def actors_of(event: Event) -> tuple[str, ...]:
    """The actors that take part, each once."""
    return tuple(dict.fromkeys(one.actor for one in event.actors))


def places_of(corpus: Corpus, event: Event) -> tuple[str, ...]:
    """The places of an event and all that these lie within, each once."""
    found: dict[str, None] = {}
    waiting = list(event.places)
    while waiting:
        key = waiting.pop(0)
        place = corpus.records[key]
        if key not in found and isinstance(place, Place):
            found[key] = None
            waiting += place.within
    return tuple(found)


def menus(corpus: Corpus, events: Iterable[Event]) -> list[Menu]:
    """Menus of what occurs in these events."""
    events = list(events)

    def menu(name: str, everything: str, of: Callable[[Event], Iterable[str]], words: Callable[[str], str]) -> Menu:
        numbers = Counter(value for event in events for value in of(event))
        options = (Option(value, words(value), number) for value, number in numbers.items())
        return Menu(name, name.capitalize(), everything, tuple(sorted(options, key=lambda one: one.words.casefold())))

    return [
        menu("actor", "All actors", actors_of, corpus.name_of),
        menu("type", "All types", lambda event: (event.type,), vocabulary.EVENT_TYPES.__getitem__),
        menu("place", "All places", lambda event: places_of(corpus, event), corpus.name_of),
    ]


def years(relations: Iterable[ActorRelation]) -> tuple[int, int] | None:
    """The first and the last year that the periods of relations name; ``None`` where none has one."""
    periods = [held.relation.period for held in relations if held.relation.period]
    named = [day.year for period in periods for day in (period.earliest, period.latest) if day]
    return (min(named), max(named)) if named else None
