"""The tables of the records themselves, and those of paragraphs, corrections and phases."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from operator import attrgetter
from typing import Any

from dossier.corpus.corpus import Corpus
from dossier.exports.dictionary import Dictionary, DictionaryEntry
from dossier.exports.paragraphs import paragraphs
from dossier.exports.statement_tables import HAPPENED, standing
from dossier.exports.statements import AllStatements
from dossier.exports.tables import Column, OwnedItem, Table, dated, optional, said
from dossier.model.addresses import paragraph_url, url_for
from dossier.model.records import Actor, Claim, Event, Place, Question, Source
from dossier.model.vocabulary import KINDS
from dossier.text.edtf import Edtf


def record_tables(corpus: Corpus, base_url: str, stated: AllStatements, entries: Dictionary) -> list[Table]:
    """All of these tables, filled from the corpus and its ``all_statements``.

    ``base_url`` stands before the addresses of pages; ``entries`` are those of ``dictionary``.
    """
    make = _Columns(corpus, base_url)
    return [
        _records(corpus, make),
        _sources(corpus, make, entries["Source"]),
        _paragraphs(corpus, base_url),
        _actors(corpus, make, entries),
        _places(corpus, make, entries),
        _events(corpus, make, stated, entries["Event"]),
        _questions(corpus, make, entries["Question"]),
        _claims(corpus, make, entries),
        _corrections(corpus, entries["Correction"]),
        _phases(stated, entries["Phase"]),
    ]


class _Columns:
    """The columns that several tables share."""

    def __init__(self, corpus: Corpus, base_url: str) -> None:
        self.corpus, self.base_url = corpus, base_url

    def id(self) -> Column:
        return Column("id", "string", "The id of the record.", attrgetter("id"), required=True, table="records")

    def page(self) -> Column:
        return Column(
            "page", "string", "The address of its page.", lambda record: self.base_url + url_for(record), True
        )

    def name(self) -> Column:
        return Column("name", "string", "Its primary name.", attrgetter("heading"), required=True)

    def prose(self, entry: DictionaryEntry, field: str) -> Column:
        """The column of prose as plain words; the claims that it cites are in ``citations``."""
        column = said(entry, field)
        return replace(column, value=partial(self._plain, column.value))

    def _plain(self, value: Callable[[Any], str | None], record: Any) -> str | None:
        text = value(record)
        return self.corpus.plain(text) if text else text


def _records(corpus: Corpus, make: _Columns) -> Table:
    columns = (
        replace(make.id(), table=""),
        Column(
            "kind", "string", "The kind of record.", attrgetter("kind_of_record"), required=True, allowed=tuple(KINDS)
        ),
        Column("heading", "string", "Its title, its primary name or its words.", attrgetter("heading"), required=True),
        make.page(),
    )
    return Table.of("records", "All records of all kinds.", columns, ("id",), corpus.records.values())


def _sources(corpus: Corpus, make: _Columns, entry: DictionaryEntry) -> Table:
    columns = (
        make.id(),
        make.page(),
        said(entry, "label"),
        said(entry, "type"),
        said(entry, "title"),
        said(entry, "container-title", attribute="container_title"),
        said(entry, "publisher"),
        *dated(said(entry, "issued")),
        said(entry, "language"),
        said(entry, "URL", name="published_at"),
        said(entry, "note"),
        make.prose(entry, "perspective"),
    )
    return Table.of("sources", entry.description, columns, ("id",), corpus.of(Source))


def _paragraphs(corpus: Corpus, base_url: str) -> Table:
    columns = (
        Column("source", "string", "The source.", attrgetter("source"), required=True, table="sources"),
        Column("number", "integer", "The number of the paragraph in the article.", attrgetter("number"), required=True),
        Column("text", "string", "What it says, restated in words of our own.", attrgetter("text"), required=True),
        Column("page", "string", "Its address.", lambda one: base_url + paragraph_url(one.source, one.number), True),
    )
    words = "The paragraphs of the articles, restated."
    return Table.of("paragraphs", words, columns, ("source", "number"), paragraphs(corpus))


def _actors(corpus: Corpus, make: _Columns, entries: Dictionary) -> Table:
    entry = entries["Actor"]
    columns = (
        make.id(),
        make.page(),
        make.name(),
        said(entry, "type"),
        said(entries["Identifiers"], "wikidata", at="identifiers"),
        make.prose(entry, "summary"),
    )
    return Table.of("actors", entry.description, columns, ("id",), corpus.of(Actor))


def _places(corpus: Corpus, make: _Columns, entries: Dictionary) -> Table:
    entry, point = entries["Place"], entries["Coordinates"]
    columns = (
        make.id(),
        make.page(),
        make.name(),
        said(entry, "type"),
        said(entry, "country"),
        said(entry, "iso"),
        said(entries["Identifiers"], "wikidata", at="identifiers"),
        *(optional(said(point, field, at="coordinates")) for field in point.fields),
        make.prose(entry, "summary"),
    )
    return Table.of("places", entry.description, columns, ("id",), corpus.of(Place))


def _events(corpus: Corpus, make: _Columns, stated: AllStatements, entry: DictionaryEntry) -> Table:
    columns = (
        make.id(),
        make.page(),
        said(entry, "title"),
        said(entry, "type"),
        standing(lambda event: stated.events[event.id].happened.standing, HAPPENED),
        make.prose(entry, "summary"),
    )
    return Table.of("events", entry.description, columns, ("id",), corpus.of(Event))


def _questions(corpus: Corpus, make: _Columns, entry: DictionaryEntry) -> Table:
    prose = (make.prose(entry, field) for field in ("answer_in_short", "why_they_differ"))
    columns = (make.id(), make.page(), said(entry, "title"), said(entry, "kind"), said(entry, "theme"), *prose)
    return Table.of("questions", entry.description, columns, ("id",), corpus.of(Question))


def _claims(corpus: Corpus, make: _Columns, entries: Dictionary) -> Table:
    claim, anchor, value = entries["Claim"], entries["Anchor"], entries["Value"]
    columns = (
        make.id(),
        make.page(),
        said(claim, "source", table="sources"),
        Column(
            "number", "integer", "Its place in reading order among those of its source.", attrgetter("number"), True
        ),
        said(claim, "text"),
        said(claim, "kind"),
        said(claim, "said_by", table="actors"),
        said(claim, "certainty"),
        said(anchor, "from", at="anchor", attribute="from_", name="passage_from"),
        said(anchor, "to", at="anchor", name="passage_to"),
        *(said(value, field, at="value", name=field) for field in ("low", "high", "unit", "approximate", "as_given")),
        *dated(said(value, "as_of", at="value")),
        *dated(said(value, "date", at="value", name="date_given"), _date_given),
    )
    columns = tuple(
        column if column.name == "number" else replace(column, value=_of_owner(column)) for column in columns
    )
    return Table.of("claims", claim.description, columns, ("id",), _in_reading_order(corpus))


def _date_given(claim: Claim) -> Edtf | None:
    return claim.value.when if claim.value else None


def _of_owner(column: Column) -> Callable[[OwnedItem], Any]:
    return lambda item: column.value(item.owner)


def _in_reading_order(corpus: Corpus) -> Iterator[OwnedItem]:
    counts: dict[str, int] = {}
    for claim in corpus.of(Claim):
        counts[claim.source] = counts.get(claim.source, 0) + 1
        yield OwnedItem(claim, counts[claim.source], None)


def _corrections(corpus: Corpus, entry: DictionaryEntry) -> Table:
    told = [said(entry, field, at="value") for field in ("date", "record", "changed", "why")]
    number = Column("number", "integer", "Its place in the list of corrections.", attrgetter("number"), required=True)
    items = [OwnedItem(None, number, one) for number, one in enumerate(corpus.corrections, 1)]
    return Table.of("corrections", entry.description, (number, *told), ("number",), items)


def _phases(stated: AllStatements, entry: DictionaryEntry) -> Table:
    columns = (
        Column("number", "integer", "Its place in the list of phases.", attrgetter("number"), required=True),
        *(said(entry, field, at="value.said") for field in ("title", "period")),
        standing(attrgetter("value.standing")),
    )
    items = [OwnedItem(None, number, one) for number, one in enumerate(stated.phases, 1)]
    return Table.of("phases", entry.description, columns, ("number",), items)
