"""Links to records: the kind, the address and the words of each, made once for all pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from markupsafe import Markup

from dossier.corpus.corpus import Corpus
from dossier.model.addresses import paragraph_url, url_for
from dossier.model.records import Record, Source
from dossier.pages.templating import safe_address


@dataclass(frozen=True, slots=True)
class RecordLink:
    """A link to the page of a record. ``address`` begins at the site's root."""

    kind: str
    id: str
    address: Markup
    words: str


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link to a page that is none of a record. ``address`` begins at the site's root."""

    address: Markup
    words: str


@dataclass(frozen=True, slots=True)
class Locator:
    """A link to a numbered paragraph of a restated article."""

    number: int
    address: Markup


def record_link(record: Record) -> RecordLink:
    """A link under the heading of the record."""
    return RecordLink(record.kind_of_record, record.id, safe_address(url_for(record)), record.heading)


def record_links(corpus: Corpus) -> dict[str, RecordLink]:
    """A link to every record, by its id."""
    return {key: record_link(record) for key, record in corpus.records.items()}


def source_links(corpus: Corpus) -> dict[str, RecordLink]:
    """A link to every source under its label, such as ``Tarn 1931``, by its id."""
    return {one.id: replace(record_link(one), words=one.label) for one in corpus.of(Source)}


def linked(links: Mapping[str, RecordLink], keys: Iterable[str]) -> tuple[RecordLink, ...]:
    """The links of these records, in the order given."""
    return tuple(links[key] for key in keys)


def locators(source: str, paragraphs: Iterable[int]) -> tuple[Locator, ...]:
    """Links to paragraphs of the article of a source."""
    return tuple(Locator(number, safe_address(paragraph_url(source, number))) for number in paragraphs)
