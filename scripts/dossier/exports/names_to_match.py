"""Every name of actors and places as one table, by which others find our ids for the names in their own data."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.corpus.corpus import Corpus
from dossier.exports.csv_text import Cell, csv_rows
from dossier.model.addresses import url_for
from dossier.model.records import Actor, Place

COLUMNS = ("key", "id", "name", "called_here", "record", "type", "name_kind", "language", "country", "wikidata", "page")


def names_to_match(corpus: Corpus, base_url: str) -> str:
    """The text of the CSV file, a row a name: whose it is, and what tells it from others of the same name.

    ``key`` tells the rows apart, which programs that match against a table ask for: the id and the name's number.
    ``base_url`` stands before the addresses of pages.
    """
    records: list[Actor | Place] = [*corpus.of(Actor), *corpus.of(Place)]
    return csv_rows(COLUMNS, (row for record in records for row in _rows(corpus, record, base_url)))


def _rows(corpus: Corpus, record: Actor | Place, base_url: str) -> Iterator[tuple[Cell, ...]]:
    types = corpus.types.places if isinstance(record, Place) else corpus.types.actors
    country = record.country if isinstance(record, Place) else None
    wikidata = record.identifiers.wikidata if record.identifiers else None
    what = (record.heading, record.kind_of_record, types[record.type].one)
    where = (country, wikidata, (base_url or "../") + url_for(record))
    for number, name in enumerate(record.names, 1):
        yield f"{record.id}#{number}", record.id, name.text, *what, name.kind, name.lang, *where
