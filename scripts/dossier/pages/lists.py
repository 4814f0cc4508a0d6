"""The lists of all records of a kind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from dossier.corpus.corpus import PositionClaims
from dossier.corpus.themes import themes
from dossier.model.records import Actor, Claim, Event, Named, Place, Question, Source
from dossier.model.words import Words
from dossier.pages.choices import Menu
from dossier.pages.claim_choices import ClaimMarks, claim_marks, claim_menus
from dossier.pages.claims import ClaimView
from dossier.pages.context import Context
from dossier.pages.dates import DateView, date_view
from dossier.pages.links import RecordLink
from dossier.pages.notes import Note
from dossier.pages.prose import ProsePart
from dossier.pages.sections import DatedEvent, NameView, authors, claim_list, event_rows, known_day, name_view
from dossier.pages.standing import StandingView, position_standing, standing_view
from dossier.text.edtf import OPEN
from dossier.text.sorting import SortKey, name_key


@dataclass(frozen=True, slots=True)
class IndexRow:
    """A record in a list, with its first acronym and how many claims are about it."""

    link: RecordLink
    acronym: NameView | None
    claims: str


@dataclass(frozen=True, slots=True)
class IndexGroup:
    """The records of one type."""

    id: str
    title: str
    rows: tuple[IndexRow, ...]


def actors_list(context: Context) -> tuple[IndexGroup, ...]:
    """All actors by type, in the order of the types, then by name."""
    labels = {key: one.many for key, one in context.corpus.types.actors.items()}
    return _by_type(context, ((one.type, one) for one in context.corpus.of(Actor)), labels)


def places_list(context: Context) -> tuple[IndexGroup, ...]:
    """All places by type, in the order of the types, then by name."""
    labels = {key: one.many for key, one in context.corpus.types.places.items()}
    return _by_type(context, ((one.type, one) for one in context.corpus.of(Place)), labels)


def _by_type(context: Context, typed: Iterable[tuple[str, Named]], labels: Mapping[str, str]) -> tuple[IndexGroup, ...]:
    found: dict[str, list[Named]] = {type_: [] for type_ in labels}
    for type_, record in typed:
        found[type_].append(record)
    return tuple(
        IndexGroup(type_, labels[type_], tuple(_index_row(context, one) for one in sorted(members, key=_by_heading)))
        for type_, members in found.items()
        if members
    )


def _by_heading(record: Named) -> SortKey:
    return name_key(record.heading)


def _index_row(context: Context, record: Named) -> IndexRow:
    acronym = next((name_view(one) for one in record.names if one.kind == "acronym"), None)
    return IndexRow(
        context.links[record.id], acronym, context.words.counted("claim", len(context.corpus.claims_about(record.id)))
    )


@dataclass(frozen=True, slots=True)
class YearGroup:
    """The events that can have begun in a year, or a decade."""

    year: str
    rows: tuple[DatedEvent, ...]


def events_list(context: Context) -> tuple[YearGroup, ...]:
    """All events in order of time."""
    events = context.corpus.in_time(context.corpus.of(Event))
    return tuple(
        YearGroup(year, event_rows(context, group))
        for year, group in groupby(events, key=lambda one: year_of(context.words, one))
    )


def year_of(words: Words, event: Event) -> str:
    """The first year in which an event can have begun, the decade where the year is not known, or ``Undated``.

    Of a date whose beginning is open it is the first year in which it can have ended.
    """
    first = min((one.when for one in event.dated), key=lambda when: when.sort_key, default=None)
    if first is None:
        return words.say("lists.undated")
    known = next(end for end in first.text.split("/") if end not in OPEN)
    return f"{first.first_known.year:04}{'s' if 'X' in known.split('-')[0] else ''}"


@dataclass(frozen=True, slots=True)
class ClaimGroup:
    """The claims of a source in reading order."""

    source: RecordLink
    claims: tuple[ClaimView, ...]


@dataclass(frozen=True, slots=True)
class ClaimsList:
    """All claims by source, the marks of each by its id, what they can be narrowed by, and how many there are."""

    groups: tuple[ClaimGroup, ...]
    marks: Mapping[str, ClaimMarks]
    menus: tuple[Menu, ...]
    counted: str


def claims_list(context: Context) -> ClaimsList:
    """All claims by source; a source without any is left out."""
    corpus, marks = context.corpus, claim_marks(context, context.corpus.of(Claim))
    drawn = ((one.id, corpus.claims_of(one.id)) for one in corpus.of(Source))
    groups = tuple(ClaimGroup(context.sources[id_], claim_list(context, claims)) for id_, claims in drawn if claims)
    return ClaimsList(groups, marks, claim_menus(context, marks.values()), context.words.counted("claim", len(marks)))


@dataclass(frozen=True, slots=True)
class CardPosition:
    """A position in a few words, who stands by it, by source, and the ISO day from which it is known, or nothing."""

    label: tuple[ProsePart, ...]
    standing: StandingView
    published: str


@dataclass(frozen=True, slots=True)
class QuestionCard:
    """A question with the answers that are given, and how many positions, claims and sources it has."""

    link: RecordLink
    positions: tuple[CardPosition, ...]
    counted: str


@dataclass(frozen=True, slots=True)
class QuestionGroup:
    """The questions of a theme; ``id`` is empty for those of none, and ``title`` too where no question has one."""

    id: str
    title: str
    cards: tuple[QuestionCard, ...]


def questions_list(context: Context) -> tuple[QuestionGroup, ...]:
    """All questions by theme, those without one last."""
    known, questions = themes(context.corpus), context.corpus.of(Question)
    found: dict[str, list[Question]] = {key: [] for key in (*known, "")}
    for one in questions:
        found[one.theme if one.theme in known else ""].append(one)
    titles = {**known, "": context.words.say("lists.other_questions") if len(found[""]) < len(questions) else ""}
    return tuple(
        QuestionGroup(key, titles[key], tuple(question_card(context, one) for one in own))
        for key, own in found.items()
        if own
    )


def question_card(context: Context, question: Question) -> QuestionCard:
    """A question in a card; the position that was published first stands first."""
    positions = context.corpus.positions(question)
    claims = {claim.id: claim for one in positions for claim in (*one.claims, *one.rejecting)}
    sources = context.corpus.sources_of(claims.values())
    numbers = (("position", len(positions)), ("claim", len(claims)), ("source", len(sources)))
    labels = tuple(_card_position(context, one) for one in positions)
    return QuestionCard(context.links[question.id], labels, ", ".join(context.words.counted(*one) for one in numbers))


def _card_position(context: Context, taken: PositionClaims) -> CardPosition:
    standing = standing_view(context, position_standing(context.corpus, taken))
    published = known_day(context.corpus, (one.id for one in (*taken.claims, *taken.rejecting)))
    return CardPosition(context.prose(taken.position.label), standing, published)


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source in the list: who published it where and when, from where it speaks, how much of it is here."""

    link: RecordLink
    published_by: str
    container: str
    issued: DateView | None
    perspective: tuple[ProsePart, ...]
    counted: str


@dataclass(frozen=True, slots=True)
class SourcesList:
    """All sources, and the notes of what is said of them."""

    rows: tuple[SourceRow, ...]
    notes: tuple[Note, ...]


def sources_list(context: Context) -> SourcesList:
    """All sources."""
    notes = context.notes()
    rows = tuple(
        SourceRow(
            context.links[one.id],
            authors(context.words, one) or one.publisher or "",
            one.container_title or "",
            date_view(context.words, one.issued) if one.issued else None,
            context.prose(one.perspective, notes),
            _extent(context, one),
        )
        for one in context.corpus.of(Source)
    )
    return SourcesList(rows, notes.all())


def _extent(context: Context, source: Source) -> str:
    article = context.corpus.article(source.id)
    paragraphs = context.words.counted("paragraph", len(article.paragraphs) if article else 0)
    claims = context.words.counted("claim", len(context.corpus.claims_of(source.id)))
    return context.words.say("article.extent", paragraphs=paragraphs, claims=claims)
