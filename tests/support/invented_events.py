"""Invented events in any number, for pictures that must hold at any size."""

from __future__ import annotations

from random import Random

from dossier.model.records import Event, EventDate
from dossier.text.edtf import parse

WORDS = tuple(
    "Keepers of the northern lamp meet at Saltmouth and quarrel about oil wicks boats Wardens burn a bridge".split()  # noqa: SIM905
)
FORMS = (
    "{y}",
    "{y}-{m:02}",
    "{y}-{m:02}-{d:02}",
    "{y}-{m:02}-{d:02}",
    "{y}~",
    "{y}/{z}",
    "{y}-{m:02}-{d:02}?",
    "{y}/..",
)


def invented_events(pattern: Event, number: int) -> list[Event]:
    """So many events in order of time, each like the pattern, with a title and one or two dates of its own."""
    random = Random(number)  # noqa: S311
    events = [_event(pattern, place, random) for place in range(number)]
    return sorted(events, key=lambda event: event.sort_key)


def _event(pattern: Event, place: int, random: Random) -> Event:
    title = " ".join(random.choices(WORDS, k=random.randint(2, 12)))
    dated = tuple(EventDate(date=parse(_date(random))) for _ in range(random.choice((1, 1, 1, 2))))
    return pattern.model_copy(update={"id": f"invented-{place}", "title": title, "dated": dated})


def _date(random: Random) -> str:
    year = random.choice((1905, *range(1990, 2025), 2023, 2024, 2024))
    return random.choice(FORMS).format(y=year, z=year + 2, m=random.randint(1, 12), d=random.randint(1, 28))
