"""What records and prose are looked up by, made once from all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeVar

from dossier.model.records import Claim, Path, Record, Source
from dossier.reading.markdown_file import Block, Document
from dossier.text.marks import Mark, marks_of_words

K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Referrer:
    """That ``record`` names another in its key ``field``; ``path`` leads to the very place."""

    record: Record
    field: str
    path: Path


@dataclass(frozen=True, slots=True)
class Mention:
    """A block of prose that links a record."""

    document: Document
    block: Block


@dataclass(frozen=True, slots=True)
class Indexes:
    """Lists without an item are left out.

    ``by_kind`` has the records of each class, those of its subclasses among them, in the order in which they were read;
    ``referrers`` and ``mentions`` what names each id; ``publication`` the place of each source in the order of
    publication, from 0 on; ``documents`` each page by name, the first of several; ``claims_in`` the claims of each
    paragraph (source and number); ``claims_about`` those about each id, oldest publication first.
    """

    by_kind: Mapping[type[Record], tuple[Record, ...]]
    referrers: Mapping[str, tuple[Referrer, ...]]
    mentions: Mapping[str, tuple[Mention, ...]]
    publication: Mapping[str, int]
    documents: Mapping[str, Document]
    claims_in: Mapping[tuple[str, int], tuple[Claim, ...]]
    claims_about: Mapping[str, tuple[Claim, ...]]


def indexes_of(records: Iterable[Record], documents: Iterable[Document]) -> Indexes:
    """The indexes of these records and documents. References to nothing are among them."""
    records, documents = tuple(records), tuple(documents)
    claims = [record for record in records if isinstance(record, Claim)]
    publication = publication_order(record for record in records if isinstance(record, Source))
    return Indexes(
        by_kind=gathered((kind, record) for record in records for kind in _kinds(type(record))),
        referrers=gathered(_referrers_in(records)),
        mentions=gathered(_mentions_in(documents)),
        publication=publication,
        documents=MappingProxyType({document.name: document for document in reversed(documents)}),
        claims_in=gathered(((one.source, number), one) for one in claims for number in dict.fromkeys(one.paragraphs)),
        claims_about=gathered(
            (key, claim) for claim in by_publication(claims, publication) for key in dict.fromkeys(claim.about)
        ),
    )


def _kinds(model: type[Record]) -> Iterator[type[Record]]:
    """The class of a record, and those above it up to ``Record``."""
    return (kind for kind in model.__mro__ if issubclass(kind, Record))


def publication_order(sources: Iterable[Source]) -> Mapping[str, int]:
    """The place of each source in the order of publication, from 0 on; those without a date last."""

    def key(source: Source) -> tuple[object, ...]:
        issued = source.issued
        return (issued is None, issued.sort_key if issued else (), source.id)

    return MappingProxyType({source.id: place for place, source in enumerate(sorted(sources, key=key))})


def by_publication(claims: Iterable[Claim], publication: Mapping[str, int]) -> list[Claim]:
    """Claims, oldest publication first; within a source in reading order. Those of no known source stand last."""
    last = len(publication)
    return sorted(claims, key=lambda claim: (publication.get(claim.source, last), len(claim.id), claim.id))


def _referrers_in(records: Iterable[Record]) -> Iterator[tuple[str, Referrer]]:
    for record in records:
        for reference in record.references():
            yield reference.target, Referrer(record, reference.field, reference.path)
        for path, mark in prose_marks(record):
            for key in mark.keys:
                yield key, Referrer(record, str(path[0]), path)


def prose_marks(record: Record) -> Iterator[tuple[Path, Mark]]:
    """The citations and links in a record's own texts."""
    return ((path, mark) for path, text in record.prose() for mark in marks_of_words(text) if isinstance(mark, Mark))


def _mentions_in(documents: Iterable[Document]) -> Iterator[tuple[str, Mention]]:
    for document in documents:
        for block in document.blocks:
            for key in dict.fromkeys(block.linked):
                yield key, Mention(document, block)


def gathered(pairs: Iterable[tuple[K, V]]) -> Mapping[K, tuple[V, ...]]:
    """The values of each key, in their order."""
    lists: dict[K, list[V]] = {}
    for key, value in pairs:
        lists.setdefault(key, []).append(value)
    return MappingProxyType({key: tuple(values) for key, values in lists.items()})
