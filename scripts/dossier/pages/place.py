"""The page of a place."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.model.records import Coordinates, Place
from dossier.model.words import Words
from dossier.pages.context import Context
from dossier.pages.links import RecordLink, linked
from dossier.pages.locator import LocatorView, locator_view
from dossier.pages.notes import Note
from dossier.pages.prose import ProsePart
from dossier.pages.record_lists import Lists, lists_of
from dossier.pages.sections import (
    ClaimsAbout,
    DatedEvent,
    Mentions,
    Names,
    NameView,
    QuestionRow,
    claims_about,
    event_rows,
    mentions_of,
    names_of,
    native_name,
    questions_about,
)
from dossier.pages.strip import StripView, strip_view
from dossier.text.sorting import name_key


@dataclass(frozen=True, slots=True)
class PointView:
    """A point in degrees north and east, in words, and what it stands for."""

    degrees: str
    precision: str


@dataclass(frozen=True, slots=True)
class PlacePage:
    """A place: what it lies within and holds, where it lies, its events, what there is to read on it, and its names.

    ``lists`` are its long lists, which stand on pages of their own and are left out here.
    """

    eyebrow: str
    title: str
    native: NameView | None
    summary: tuple[ProsePart, ...]
    within: tuple[RecordLink, ...]
    parts: tuple[RecordLink, ...]
    point: PointView | None
    locator: LocatorView | None
    strip: StripView | None
    strip_words: str
    events: tuple[DatedEvent, ...]
    questions: tuple[QuestionRow, ...]
    claims: ClaimsAbout | None
    mentions: Mentions | None
    lists: Lists | None
    names: Names
    notes: tuple[Note, ...]


def place_page(context: Context, place: Place) -> PlacePage:
    """The view of the page of a place."""
    corpus, notes = context.corpus, context.notes()
    events, lists = corpus.events_of(place.id), lists_of(context, place)
    return PlacePage(
        eyebrow=corpus.types.places[place.type].one,
        title=place.heading,
        native=native_name(place),
        summary=context.prose(place.summary, notes) if place.summary else (),
        within=linked(context.links, place.within),
        parts=linked(context.links, (one.id for one in _parts(context, place))),
        point=_point(place.coordinates, context.words) if place.coordinates else None,
        locator=locator_view(context, place),
        strip=strip_view(context, events),
        strip_words=context.words.say("place.events_at", place=place.heading),
        events=event_rows(context, events),
        questions=() if lists and lists.themes else questions_about(context, place.id),
        claims=claims_about(context, place.id),
        mentions=mentions_of(context, place.id),
        lists=lists,
        names=names_of(context, place),
        notes=notes.all(),
    )


def _parts(context: Context, place: Place) -> list[Place]:
    """The places that lie within it, by name."""
    found = context.corpus.referring(place.id, "within", Place)
    return sorted(found, key=lambda one: name_key(one.heading))


def _point(at: Coordinates, words: Words) -> PointView:
    return PointView(f"{at.lat:.2f}, {at.lon:.2f}", words.say(f"precisions.{at.precision}"))
