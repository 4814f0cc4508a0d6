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
from dossier.model.words import Words

# Of each list of types the key under which records give them, and its columns; its words are under its name.
HEADS: dict[str, tuple[str, tuple[str, ...]]] = {
    "actors": ("type", ("one", "several", "mark")),
    "events": ("type", ("one", "speech")),
    "places": ("type", ("one", "several")),
    "roles": ("role", ("did", "speech")),
    "relations": ("type", ("from_its_actor", "from_the_other", "past", "past_from_the_other", "family")),
    "families": ("family", ("name", "cross")),
}
EXPLAINED = frozenset({"actors", "roles", "relations", "families"})


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
    return TypesView(tuple(_tables(corpus)), tuple(_lists(corpus.words)))


def _tables(corpus: Corpus) -> Iterator[TypeTable]:
    uses = _uses(corpus)
    say = corpus.words.say
    for name, (key, columns) in HEADS.items():
        general, here = getattr(GENERAL, name), getattr(corpus.types, name)
        rows = (
            TypeRow(type_, _cells(corpus.words, one, corpus.types), general.get(type_) != one, uses[name][type_])
            for type_, one in here.items()
        )
        about = say(f"types.about_{name}") if name in EXPLAINED else ""
        heads = tuple(say(f"types.column_{one}") for one in columns)
        yield TypeTable(name, say(f"types.title_{name}"), key, say(f"types.of_{name}"), about, heads, tuple(rows))


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


def _cells(words: Words, one: Model, types: Types) -> tuple[str, ...]:
    """What stands in the columns of a type."""
    match one:
        case ActorType():
            return one.one, one.many, one.shape
        case EventType():
            return one.one, _yes(words, one.is_speech)
        case PlaceType():
            return one.one, one.many
        case RoleType():
            return one.words, _yes(words, one.is_speech)
        case FamilyOfRelations():
            return one.label, _yes(words, one.is_hostile)
        case RelationTypeWords():
            return one.words, one.other, one.past, one.other_past, types.families[one.family].label
        case _:
            raise TypeError(one)


def _yes(words: Words, is_so: bool) -> str:
    return words.say("types.is_so") if is_so else ""


def _lists(words: Words) -> Iterator[WordList]:
    for id_, key, page in (
        ("claims", "kind", "claim_kinds"),
        ("certainties", "certainty", "certainties"),
        ("questions", "kind", "question_kinds"),
        ("names", "kind", "name_kinds"),
        ("points", "precision", "precisions"),
    ):
        rows = tuple(WordRow(*pair) for pair in words.under(page).items())
        yield WordList(id_, words.say(f"types.list_{id_}"), key, words.say(f"types.list_of_{id_}"), rows)
