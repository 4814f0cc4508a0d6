"""The dossier in the formats of other programs: everything under ``data/``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

from dossier.corpus.corpus import Corpus
from dossier.editions.state import Edition
from dossier.exports import linked_data
from dossier.exports.all_tables import all_tables
from dossier.exports.csv_package import DESCRIPTOR, csv_files, zipped
from dossier.exports.datasette import datasette_metadata
from dossier.exports.dictionary import dictionary, dictionary_csv, dictionary_json
from dossier.exports.files import Download, File, catalogue, checksums
from dossier.exports.geojson import events_geojson, places_geojson
from dossier.exports.linked_statements import linked_statements
from dossier.exports.names_to_match import names_to_match
from dossier.exports.records import all_fields, json_text, terms
from dossier.exports.sqlite import database, views
from dossier.exports.tables import Table
from dossier.exports.whole import dossier_json
from dossier.model.json_schema import schemas

FOLDER = "data"
JSON, CSV = "application/json", "text/csv"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# The groups of files in the order in which they are listed.
LISTED = ("whole", "maps", "names", "meaning", "tables", "sources")

WriteFiles = Callable[[], list[Download]]
"""Writes some of the downloads, and says what they are."""


@dataclass(frozen=True, slots=True)
class Material:
    """What all downloads are made of. ``base_url`` is the site's address, or empty where it is not known."""

    corpus: Corpus
    base_url: str
    site_name: str
    edition: Edition

    @property
    def named(self) -> dict[str, Any]:
        return {**self.placed, "site_name": self.site_name}

    @property
    def placed(self) -> dict[str, Any]:
        return {"base_url": self.base_url, "edition": self.edition}


def write_downloads(
    site_folder: Path, corpus: Corpus, *, base_url: str, site_name: str, edition: Edition, extra: Iterable[File] = ()
) -> list[Download]:
    """Writes every download under ``data/`` of the site, and returns what was written.

    ``extra`` are files made elsewhere. The same input gives the same bytes.
    """
    material = Material(corpus, base_url, site_name, edition)
    written = [one for write in download_parts(site_folder, material, extra) for one in write()]
    return list_downloads(site_folder, material, written)


def download_parts(site_folder: Path, material: Material, extra: Iterable[File]) -> list[WriteFiles]:
    """What writes all downloads, in parts that need nothing of each other."""
    folder = site_folder / FOLDER
    return [
        partial(_write_all, folder, lambda: _records_and_tables(material)),
        partial(
            _write_all,
            folder,
            lambda: chain(_linked(material), _maps(material), _names(material), _meaning(material), extra),
        ),
    ]


def list_downloads(site_folder: Path, material: Material, written: Iterable[Download]) -> list[Download]:
    """What was written, in the order in which it is listed.

    Writes the list, which is ``index.json``, and ``checksums.txt``, which has the digests of the downloads and of it.
    """
    downloads = sorted(written, key=lambda one: LISTED.index(one.group))
    folder = site_folder / FOLDER
    text = json_text(catalogue(downloads, **material.named))
    listed = _write(folder, File("index.json", "List of downloads", "For programs.", JSON, text.encode()))
    (folder / "checksums.txt").write_bytes(checksums([*downloads, listed]).encode())
    return downloads


def _write_all(folder: Path, make: Callable[[], Iterable[File]]) -> list[Download]:
    return [_write(folder, file) for file in make()]


def _write(folder: Path, file: File) -> Download:
    path = folder / file.name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(file.content)
    return Download.of(file)


def _records_and_tables(material: Material) -> Iterator[File]:
    corpus, named = material.corpus, material.named
    tables = all_tables(corpus, material.base_url)
    texts = csv_files(tables, **named)
    yield from _whole_tables(tables, texts, named)
    text = json_text(dossier_json(corpus, all_fields(corpus), **named))
    what_for = "For programs: every record, how its statements stand, and every paragraph, in one document."
    yield File("dossier.json", "JSON", what_for, JSON, text.encode())
    yield from _tables(tables, texts)


def _whole_tables(tables: list[Table], texts: Mapping[str, str], named: Mapping[str, Any]) -> Iterator[File]:
    from dossier.exports.workbook import workbook  # noqa: PLC0415  most commands write none

    what_for = (
        "For spreadsheets: Excel, LibreOffice, Numbers or Google Sheets. A sheet a table, and one on the columns."
    )
    yield File("dossier.xlsx", "Workbook", what_for, XLSX, workbook(tables, **named))
    what_for = "For statistics: a table a file, with a Frictionless data package that says what is in them."
    yield File("dossier-csv.zip", "CSV tables", what_for, "application/zip", zipped(texts))
    what_for = "For questions: open it in SQLite or Datasette. It has foreign keys, views and full-text search."
    yield File("dossier.sqlite", "SQLite database", what_for, "application/vnd.sqlite3", database(tables, **named))
    text = json_text(datasette_metadata(tables, views(), **named))
    what_for = "For Datasette, beside the database: what each table and column means, and names in the place of ids."
    yield File("datasette.json", "Metadata for Datasette", what_for, JSON, text.encode())


def _linked(material: Material) -> Iterator[File]:
    corpus, base = material.corpus, material.base_url or "../"
    whole = linked_data.dataset(corpus, base, material.site_name, material.edition, places=linked_data.covered(corpus))
    records = (linked_data.linked(corpus, one, base) for one in corpus.records.values())
    statements = (node for one in corpus.records.values() for node in linked_statements(corpus, one, base))
    text = json_text(linked_data.in_context(whole, *records, *statements))
    what_for = (
        "For linked data: the records in the vocabulary of schema.org, and how each statement stands. "
        "Nothing has to be fetched to read it."
    )
    yield File("dossier.jsonld", "JSON-LD", what_for, "application/ld+json", text.encode())


def _maps(material: Material) -> Iterator[File]:
    media_type = "application/geo+json"
    text = json_text(places_geojson(material.corpus, **material.placed))
    what_for = "For maps: every place; its precision says what the point stands for."
    yield File("places.geojson", "Places as GeoJSON", what_for, media_type, text.encode(), "maps")
    text = json_text(events_geojson(material.corpus, **material.placed))
    what_for = "For maps: every event at its places."
    yield File("events.geojson", "Events as GeoJSON", what_for, media_type, text.encode(), "maps")


def _names(material: Material) -> Iterator[File]:
    text = names_to_match(material.corpus, material.base_url)
    what_for = "For OpenRefine and others that match names: every name and spelling of actors and places, with its id."
    yield File("names-to-match.csv", "Names to match", what_for, CSV, text.encode(), "names")


def _meaning(material: Material) -> Iterator[File]:
    entries = list(dictionary().values())
    text = json_text({**terms(material.edition), "models": dictionary_json(entries)})
    what_for = "For programs: every field of every record, its type, the values it may take and what it means."
    yield File("dictionary.json", "Data dictionary as JSON", what_for, JSON, text.encode(), "meaning")
    what_for = "For spreadsheets: the same, a row a field."
    content = dictionary_csv(entries).encode()
    yield File("dictionary.csv", "Data dictionary as CSV", what_for, CSV, content, "meaning")
    for name, schema in schemas().items():
        title, what_for = f"JSON Schema, {name.removesuffix('.json')}", "For checking a file of records."
        yield File(f"schema/{name}", title, what_for, "application/schema+json", schema.encode(), "meaning")


def _tables(tables: Iterable[Table], texts: Mapping[str, str]) -> Iterator[File]:
    what_for = "For programs that read data packages: it describes the tables below and how they refer to each other."
    yield File(f"csv/{DESCRIPTOR}", "Data package", what_for, JSON, texts[DESCRIPTOR].encode(), "tables")
    for table in tables:
        name = f"{table.name}.csv"
        title = table.name.replace("_", " ")
        yield File(f"csv/{name}", title, table.description, CSV, texts[name].encode(), "tables")


__all__ = [
    "FOLDER",
    "Download",
    "File",
    "Material",
    "WriteFiles",
    "download_parts",
    "list_downloads",
    "write_downloads",
]
