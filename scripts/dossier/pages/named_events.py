"""Events in pictures of time, each with its marks and its name where there is room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dossier.model.words import Words
from dossier.pages.context import Context
from dossier.pages.date_drawing import DateStanding, DrawnDates, drawn_dates
from dossier.pages.links import RecordLink
from dossier.pages.strip import event_words
from dossier.pictures.timeline import DAY, PlacedEvent


@dataclass(frozen=True, slots=True)
class NameView:
    """A name in lines, with lines ``below`` it.

    It starts at ``x``, in per cent or in pixels, and ``aside`` pixels beside; where it ``is_left`` it ends there.
    """

    lines: tuple[str, ...]
    below: tuple[str, ...]
    x: float
    aside: float
    y: float
    is_left: bool


@dataclass(frozen=True, slots=True)
class PictureEvent:
    """An event in a picture: its marks on one line ``y`` pixels down, or ``x`` pixels across, and its name if any.

    ``pointed`` is where on an upright line a line leads to the name. ``says`` is what its name ends with where it does
    not stand firmly. Where no row of a table tells it, ``published`` is the ISO day from which it is known, and
    ``standings`` are the days from which it stands in another way, each with its standing.
    """

    link: RecordLink
    words: str
    at: float
    pointed: float
    drawn: DrawnDates
    name: NameView | None
    says: str = ""
    published: str = ""
    standings: str = ""


def in_brackets(words: Words, standing: str) -> str:
    """What follows the name of an event that does not stand firmly."""
    return "" if standing == "asserted" else f" ({words.say(f'standings.{standing}').lower()})"


def picture_event(
    context: Context, one: PlacedEvent, standings: Sequence[DateStanding], whole: str, width: float, up: float = 0
) -> PictureEvent:
    """An event in a picture that wide, ``up`` pixels higher than it was placed.

    ``standings`` are those of its dates and ``whole`` its own.
    """
    event, name, lines = one.row.event, one.name, one.row.lines(100 * DAY / width)
    return PictureEvent(
        context.links[event.id],
        event_words(context.words, event, whole),
        one.y - up,
        0,
        drawn_dates(one.row.marks, standings, lines),
        NameView(name.lines, (), round(name.x, 2), round(name.aside, 1), name.y - up, name.is_left) if name else None,
        in_brackets(context.words, whole),
    )
