"""The page that lists the types of this dossier and the other words that records choose from, with what each means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from dossier.corpus.corpus import Corpus
from dossier.model.records import Actor, Event, Model, Place
from dossier.model.types import (
    GENERAL,
    ActorType,
    EventType,
    FamilyOfRelations,
    PlaceType,
    RelationTypeWords,
    RoleType,
    Types,
)
from dossier.model.vocabulary import CERTAINTIES, CLAIM_KINDS, NAME_KINDS, PRECISIONS, QUESTION_KINDS

RELATIONS = (
    "A relation is written once, at one of the two actors; their two pages read it in the two "
    "directions. A period that has ended makes both past."
)
# Of each table its title, the key that gives such a type, whose key that is, what is to be said of it, and its columns.
HEADS = {
    "actors": (
        "Actors",
        "type",
        "an actor",
        "The mark is that by which the network shows it.",
        ("One of them", "Several", "Mark"),
    ),
    "events": ("Events", "type", "an event", "", ("One of them", "Is speech")),
    "places": ("Places", "type", "a place", "", ("One of them", "Several")),
    "roles": (
        "Parts in events",
        "role",
        "a participant",
        "The words follow the name of the actor.",
        ("What the actor did", "Is speech"),
    ),
    "relations": (
        "Relations",
        "type",
        "a relation",
        RELATIONS,
        ("From its actor", "From the other", "Past", "Past, from the other", "Family"),
    ),
    "families": (
        "Families of relations",
        "family",
        "a type of relation",
        "Relations of a family are listed together and drawn alike.",
        ("Name", "Marked with a cross"),
    ),
}


@dataclass(frozen=True, slots=True)
class TypeRow:
    """A type by the name under which records give it, what stands in each column, and how often it is given."""

    name: str
    cells: tuple[str, ...]
    is_own: bool
    uses: int


@dataclass(frozen=True, slots=True)
class TypeTable:
    """The types of one thing. ``key`` of the part ``of`` a record gives them; the first column of a row is its name."""

    id: str
    title: str
    key: str
    of: str
    about: str
    columns: tuple[str, ...]
    rows: tuple[TypeRow, ...]


@dataclass(frozen=True, slots=True)
class WordRow:
    """A word that records choose from, and what a reader is told instead."""

    name: str
    words: str


@dataclass(frozen=True, slots=True)
class WordList:
    """The words from which one key of a record chooses; they are the same in every dossier."""

    id: str
    title: str
    key: str
    of: str
    rows: tuple[WordRow, ...]


@dataclass(frozen=True, slots=True)
class TypesView:
    """All types, then all closed lists of words."""

    types: tuple[TypeTable, ...]
    words: tuple[WordList, ...]


def types_view(corpus: Corpus) -> TypesView:
    """The view of the page."""
    return TypesView(tuple(_tables(corpus)), tuple(_lists()))


def _tables(corpus: Corpus) -> Iterator[TypeTable]:
    uses = _uses(corpus)
    for name, (title, key, of, about, columns) in HEADS.items():
        general, here = getattr(GENERAL, name), getattr(corpus.types, name)
        rows = (
            TypeRow(type_, _cells(one, corpus.types), general.get(type_) != one, uses[name][type_])
            for type_, one in here.items()
        )
        yield TypeTable(name, title, key, of, about, columns, tuple(rows))


def _uses(corpus: Corpus) -> dict[str, Counter[str]]:
    """How often each type is given."""
    actors, events = corpus.of(Actor), corpus.of(Event)
    relations = [relation.type for one in actors for relation in one.relations]
    return {
        "actors": Counter(one.type for one in actors),
        "events": Counter(one.type for one in events),
        "places": Counter(one.type for one in corpus.of(Place)),
        "roles": Counter(part.role for one in events for part in one.participants),
        "relations": Counter(relations),
        "families": Counter(corpus.types.relations[type_].family for type_ in relations),
    }


def _cells(one: Model, types: Types) -> tuple[str, ...]:
    """What stands in the columns of a type."""
    match one:
        case ActorType():
            return one.one, one.many, one.shape
        case EventType():
            return one.one, _yes(one.is_speech)
        case PlaceType():
            return one.one, one.many
        case RoleType():
            return one.words, _yes(one.is_speech)
        case FamilyOfRelations():
            return one.label, _yes(one.is_hostile)
        case RelationTypeWords():
            return one.words, one.other, one.past, one.other_past, types.families[one.family].label
        case _:
            raise TypeError(one)


def _yes(is_so: bool) -> str:
    return "yes" if is_so else ""


def _lists() -> Iterator[WordList]:
    for id_, title, key, of, words in (
        ("claims", "Kinds of claim", "kind", "a claim", CLAIM_KINDS),
        ("certainties", "How firmly a claim is made", "certainty", "a claim", CERTAINTIES),
        ("questions", "Kinds of question", "kind", "a question", QUESTION_KINDS),
        ("names", "Kinds of name", "kind", "a name", NAME_KINDS),
        ("points", "What a point stands for", "precision", "coordinates", PRECISIONS),
    ):
        yield WordList(id_, title, key, of, tuple(WordRow(*pair) for pair in words.items()))
