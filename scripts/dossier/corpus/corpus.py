"""The whole dossier, linked: every record, who refers to it, and what the sources say about a question."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import groupby
from types import MappingProxyType
from typing import Generic, TypeVar

from dossier.corpus.indexes import Indexes, Mention, Referrer, by_publication, indexes_of
from dossier.corpus.said_events import as_said
from dossier.model.base_map import BaseMap
from dossier.model.outlines import Outlines
from dossier.model.records import (
    Accepted,
    Actor,
    Claim,
    Correction,
    Event,
    Model,
    Outside,
    PageRedirect,
    Path,
    Phase,
    Position,
    PositionRedirect,
    Question,
    Record,
    Redirect,
    Relation,
    Source,
)
from dossier.model.types import GENERAL, VOCABULARY, Types
from dossier.model.words import ENGLISH, WORDS, Words
from dossier.problems import Problem, dotted
from dossier.reading.markdown_file import Document
from dossier.reading.yaml_file import YamlNode
from dossier.text.marks import without_marks

# What lists of data/ hold on which no address and no statement rests.
ACCEPTED = "accepted.yaml"
ASIDE = frozenset({VOCABULARY, WORDS, ACCEPTED, "corrections.yaml", "phases.yaml", "outside.yaml"})

R = TypeVar("R", bound=Record)
M = TypeVar("M", bound=Model)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a record was read from."""

    file: str
    node: YamlNode

    def problem(self, path: Path, rule: str, message: str, hint: str = "", cause: str = "") -> Problem:
        return Problem(self.file, *self.node.at(path), rule, message, dotted(path), hint, cause=cause)


@dataclass(frozen=True, slots=True)
class Listed(Generic[M]):
    """What a file that holds a list says, and where each item was read from."""

    items: tuple[M, ...] = ()
    origins: tuple[Origin, ...] = ()


@dataclass(frozen=True, slots=True)
class PositionClaims:
    """A position on a question: the claims that take it, and those that pass it on and dispute it.

    Each of these lists has the oldest publication first.
    """

    position: Position
    claims: tuple[Claim, ...]
    rejecting: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Corpus:
    """All records by id, and everything that follows from how they refer to each other. Made by ``link``, which knows
    of no phases, and of no moved pages and positions; other records or documents need another ``link``.
    """

    records: Mapping[str, Record]
    origins: Mapping[str, Origin]
    documents: tuple[Document, ...]
    redirects: Mapping[str, Redirect]
    corrections: tuple[Correction, ...]
    unread: frozenset[str]
    redirect_origins: tuple[Origin, ...]
    correction_origins: tuple[Origin, ...]
    permalinks: tuple[str, ...]
    full_texts: Mapping[str, tuple[str, ...]]
    phases: Listed[Phase]
    indexes: Indexes
    base_map: BaseMap | None = None
    types: Types = GENERAL
    words: Words = ENGLISH
    outlines: Outlines = field(default_factory=Outlines)
    page_redirects: Listed[PageRedirect] = Listed()
    position_redirects: Listed[PositionRedirect] = Listed()
    accepted: Listed[Accepted] = Listed()
    outside: Listed[Outside] = Listed()

    def knows(self, key: str) -> bool:
        """Whether there is such a record, be it one that could not be read."""
        return key in self.records or self.is_unread(key)

    def is_unread(self, key: str) -> bool:
        """Whether a record of this id may be among those that could not be read."""
        source, _, number = key.rpartition("-c")
        return key in self.unread or (number.isdigit() and f"claims/{source}" in self.unread)

    @property
    def is_whole(self) -> bool:
        """Whether every record, page and redirect could be read, so that what is not there is nowhere."""
        return self.unread <= ASIDE

    def of(self, model: type[R]) -> list[R]:
        """All records of one kind, in the order in which they were read."""
        return list(self.indexes.by_kind.get(model, ()))  # type: ignore[arg-type]

    def claim(self, key: str) -> Claim:
        return self._get(key, Claim)

    def source(self, key: str) -> Source:
        return self._get(key, Source)

    def actor(self, key: str) -> Actor:
        return self._get(key, Actor)

    def name_of(self, key: str) -> str:
        """What a link to a record says where it has no words of its own."""
        return self.records[key].heading if key in self.records else key

    def plain(self, text: str) -> str:
        """Prose of the dossier as its words: no citations, links as their words or the names of their records."""
        return without_marks(text, self.name_of)

    def _get(self, key: str, model: type[R]) -> R:
        record = self.records[key]
        if not isinstance(record, model):
            raise KeyError(f"{key} is no {model.kind_of_record}")
        return record

    def referrers(self, key: str) -> tuple[Referrer, ...]:
        """Everything that names the record, in the order in which it was read."""
        return self.indexes.referrers.get(key, ())

    def referring(self, key: str, field: str, model: type[R]) -> list[R]:
        """The records of a kind that name ``key`` in the given field, each once."""
        found = {r.record.id: r.record for r in self.referrers(key) if r.field == field}
        return [record for record in found.values() if isinstance(record, model)]

    def mentions(self, key: str) -> tuple[Mention, ...]:
        """The paragraphs and other blocks of prose that link the record."""
        return self.indexes.mentions.get(key, ())

    def article(self, source: str) -> Document | None:
        """The restated article of a source."""
        return self.indexes.documents.get(f"sources/{source}")

    def claims_of(self, source: str) -> list[Claim]:
        return self.referring(source, "source", Claim)

    def claims_in(self, source: str, paragraph: int) -> list[Claim]:
        return list(self.indexes.claims_in.get((source, paragraph), ()))

    def claims_about(self, key: str) -> list[Claim]:
        """The claims about a record, oldest publication first."""
        return list(self.indexes.claims_about.get(key, ()))

    def by_publication(self, claims: Iterable[Claim]) -> list[Claim]:
        """Claims, oldest publication first; within a source in reading order."""
        return by_publication(claims, self.indexes.publication)

    def oldest_first(self, sources: Iterable[Source]) -> list[Source]:
        """Sources in the order of their publication, those without a date last."""
        return sorted(sources, key=lambda source: self.indexes.publication[source.id])

    def positions(self, question: Question) -> list[PositionClaims]:
        """Each position with its claims; the position that was published first stands first."""
        claims = self.by_publication(self.referring(question.id, "answers", Claim))
        taken = [
            _position_claims(position, [claim for claim in claims if _takes(claim, question.id, position.id)])
            for position in question.positions
        ]
        order = {claim.id: number for number, claim in enumerate(claims)}
        return sorted(taken, key=lambda one: min((order[claim.id] for claim in one.claims), default=len(order)))

    def sources_of(self, claims: Iterable[Claim]) -> list[Source]:
        """The sources in which the claims stand, each once, oldest first."""
        return [self.source(key) for key in dict.fromkeys(claim.source for claim in self.by_publication(claims))]

    def independent_sources(self, claims: Iterable[Claim]) -> list[Source]:
        """The sources that are witnesses of their own: neither derived from another of them, nor only repeating one,
        nor only passing on the words of an actor whom an older one of them passes on already.
        """
        claims = self.by_publication(claims)
        keys = {claim.source for claim in claims}
        ids = {claim.id for claim in claims}
        heard: set[str] = set()
        own = set()
        for source, told in groupby(claims, key=lambda claim: claim.source):
            voices = {claim.said_by or source for claim in told if not ids.intersection(claim.repeats)}
            if voices - heard:
                own.add(source)
            heard |= voices
        return [s for s in self.sources_of(claims) if s.id in own and not keys.intersection(s.derives_from)]

    def conflicts(self, claim: Claim) -> list[Claim]:
        """The claims that it disputes and those that dispute it."""
        return self.both_ways(claim, "disputes")

    def both_ways(self, claim: Claim, field: str) -> list[Claim]:
        named = [self.claim(key) for key in getattr(claim, field)]
        naming = self.referring(claim.id, field, Claim)
        return self.by_publication({other.id: other for other in [*named, *naming]}.values())

    def as_said(self, event: Event) -> Event:
        """An event without the dates, places and participants that every source rejects which tells of them."""
        return as_said(event, self.records, self.types)

    def whole(self, event: Event) -> Event:
        """The event of the record of which this may be what is said, with all that the record has."""
        record = self.records.get(event.id)
        if record is event:
            return event
        return record if isinstance(record, Event) and self.as_said(record) == event else event

    def events_of(self, key: str) -> list[Event]:
        """The events in which somebody says that an actor took part, or that they happened at a place, in time."""
        naming = [*self.referring(key, "participants", Event), *self.referring(key, "placed", Event)]
        return [event for event in self.in_time(naming) if key in event.actors or key in event.places]

    def relations_to(self, key: str) -> list[tuple[Actor, Relation]]:
        """The relations that other actors have to this one, and who has them, by type."""
        found = [(actor, one) for actor in self.referring(key, "relations", Actor) for one in actor.relations]
        return sorted((pair for pair in found if pair[1].to == key), key=lambda pair: pair[1].type)

    def in_time(self, events: Iterable[Event]) -> list[Event]:
        """Events as they are said of, by the earliest date that a source gives; those without a date stand last."""
        return sorted(map(self.as_said, events), key=lambda event: (event.sort_key, event.id))

    def location(self, key: str, path: Path, rule: str, message: str, hint: str = "", cause: str = "") -> Problem:
        """A problem at a place in a record."""
        return replace(self.origins[key].problem(path, rule, message, hint, cause), record=key)


def _position_claims(position: Position, claims: Iterable[Claim]) -> PositionClaims:
    claims = list(claims)
    taking = tuple(claim for claim in claims if not claim.is_rejected)
    return PositionClaims(position, taking, tuple(claim for claim in claims if claim.is_rejected))


def _takes(claim: Claim, question: str, position: str) -> bool:
    return any(answer.question == question and answer.position == position for answer in claim.answers)


def link(
    read: Mapping[str, tuple[Record, Origin]],
    documents: Iterable[Document],
    redirects: Listed[Redirect],
    corrections: Listed[Correction],
    unread: Iterable[str] = (),
    permalinks: Iterable[str] = (),
    full_texts: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
) -> Corpus:
    """The corpus of these parts. References to nothing are kept; the rules report them.

    ``unread`` are the ids of records, and the names of documents, that are there but could not be read; ``claims/``
    and a source where any of its claims may be among them, and the name of a list that is not whole;
    ``permalinks`` are the addresses ever published; ``full_texts`` the captured paragraphs of sources, for private use.
    """
    documents = tuple(documents)
    records = {key: record for key, (record, _) in read.items()}
    return Corpus(
        records=MappingProxyType(records),
        origins=MappingProxyType({key: origin for key, (_, origin) in read.items()}),
        documents=documents,
        redirects=MappingProxyType({redirect.id: redirect for redirect in redirects.items}),
        corrections=corrections.items,
        unread=frozenset(unread),
        redirect_origins=redirects.origins,
        correction_origins=corrections.origins,
        permalinks=tuple(permalinks),
        full_texts=MappingProxyType(dict(full_texts)),
        phases=Listed(),
        indexes=indexes_of(records.values(), documents),
    )
