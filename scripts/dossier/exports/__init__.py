"""The dossier in the formats of other programs: everything under ``data/``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dossier.corpus.corpus import Corpus
from dossier.editions.state import Edition
from dossier.exports import linked_data
from dossier.exports.all_tables import all_tables
from dossier.exports.csv_package import DESCRIPTOR, csv_files, zipped
from dossier.exports.dictionary import Dictionary, dictionary, dictionary_csv, dictionary_json
from dossier.exports.files import Download, File, catalogue, checksums
from dossier.exports.geojson import events_geojson, places_geojson
from dossier.exports.linked_statements import linked_statements
from dossier.exports.records import Fields, all_fields, json_text, terms
from dossier.exports.sqlite import database
from dossier.exports.tables import Table
from dossier.exports.whole import dossier_json
from dossier.model.json_schema import schemas

FOLDER = "data"
JSON, CSV = "application/json", "text/csv"


@dataclass(frozen=True, slots=True)
class _Material:
    """What the files are made of, each part made once."""

    corpus: Corpus
    fields: Mapping[str, Fields]
    entries: Dictionary
    tables: list[Table]
    csv: Mapping[str, str]
    named: dict[str, Any]

    @property
    def placed(self) -> dict[str, Any]:
        return {key: value for key, value in self.named.items() if key != "site_name"}


def write_downloads(
    site_folder: Path,
    corpus: Corpus,
    *,
    base_url: str,
    site_name: str,
    edition: Edition,
    fields: Mapping[str, Fields] | None = None,
    extra: Iterable[File] = (),
) -> list[Download]:
    """Writes every download under ``data/`` of the site, and returns what was written.

    ``base_url`` is the site's address, or empty where it is not known; ``fields`` are those of ``all_fields``, where
    they have been made already; ``extra`` are files made elsewhere. The same input gives the same bytes.
    ``index.json`` lists the downloads, and ``checksums.txt`` their digests and that of the list.
    """
    named: dict[str, Any] = {"base_url": base_url, "site_name": site_name, "edition": edition}
    material = _material(corpus, all_fields(corpus) if fields is None else fields, named)
    folder = site_folder / FOLDER
    downloads = [_written(folder, file) for file in (*_files(material), *extra)]
    text = json_text(catalogue(downloads, **named))
    listed = _written(folder, File("index.json", "List of downloads", "For programs.", JSON, text.encode()))
    (folder / "checksums.txt").write_bytes(checksums([*downloads, listed]).encode())
    return downloads


def _material(corpus: Corpus, fields: Mapping[str, Fields], named: dict[str, Any]) -> _Material:
    entries = dictionary()
    tables = all_tables(corpus, named["base_url"], entries)
    return _Material(corpus, fields, entries, tables, csv_files(tables, **named), named)


def _written(folder: Path, file: File) -> Download:
    path = folder / file.name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(file.content)
    return Download.of(file)


def _files(material: _Material) -> Iterator[File]:
    yield from _whole(material)
    yield from _maps(material)
    yield from _meaning(material)
    yield from _tables(material)


def _whole(material: _Material) -> Iterator[File]:
    text = json_text(dossier_json(material.corpus, material.fields, **material.named))
    what_for = "For programs: every record, how its statements stand, and every paragraph, in one document."
    yield File("dossier.json", "JSON", what_for, JSON, text.encode())
    what_for = "For questions: open it in SQLite or Datasette. It has foreign keys, views and full-text search."
    content = database(material.tables, **material.named)
    yield File("dossier.sqlite", "SQLite database", what_for, "application/vnd.sqlite3", content)
    what_for = (
        "For spreadsheets and statistics: a table a file, with a Frictionless data package that says what is in them."
    )
    yield File("dossier-csv.zip", "CSV tables", what_for, "application/zip", zipped(material.csv))
    what_for = (
        "For linked data: the records in the vocabulary of schema.org, and how each statement stands. "
        "Nothing has to be fetched to read it."
    )
    yield File("dossier.jsonld", "JSON-LD", what_for, "application/ld+json", json_text(_json_ld(material)).encode())


def _json_ld(material: _Material) -> Fields:
    corpus, base = material.corpus, material.named["base_url"] or "../"
    whole = linked_data.dataset(corpus, base, material.named["site_name"], material.named["edition"])
    nodes = (linked_data.linked(corpus, one, base) for one in corpus.records.values())
    statements = (node for one in corpus.records.values() for node in linked_statements(corpus, one, base))
    return linked_data.in_context(whole, *nodes, *statements)


def _maps(material: _Material) -> Iterator[File]:
    media_type = "application/geo+json"
    text = json_text(places_geojson(material.corpus, **material.placed))
    what_for = "For maps: every place; its precision says what the point stands for."
    yield File("places.geojson", "Places as GeoJSON", what_for, media_type, text.encode(), "maps")
    text = json_text(events_geojson(material.corpus, **material.placed))
    what_for = "For maps: every event at its places."
    yield File("events.geojson", "Events as GeoJSON", what_for, media_type, text.encode(), "maps")


def _meaning(material: _Material) -> Iterator[File]:
    entries = list(material.entries.values())
    text = json_text({**terms(material.named["edition"]), "models": dictionary_json(entries)})
    what_for = "For programs: every field of every record, its type, the values it may take and what it means."
    yield File("dictionary.json", "Data dictionary as JSON", what_for, JSON, text.encode(), "meaning")
    what_for = "For spreadsheets: the same, a row a field."
    content = dictionary_csv(entries).encode()
    yield File("dictionary.csv", "Data dictionary as CSV", what_for, CSV, content, "meaning")
    for name, schema in schemas().items():
        title, what_for = f"JSON Schema, {name.removesuffix('.json')}", "For checking a file of records."
        yield File(f"schema/{name}", title, what_for, "application/schema+json", schema.encode(), "meaning")


def _tables(material: _Material) -> Iterator[File]:
    what_for = "For programs that read data packages: it describes the tables below and how they refer to each other."
    content = material.csv[DESCRIPTOR].encode()
    yield File(f"csv/{DESCRIPTOR}", "Data package", what_for, JSON, content, "tables")
    for table in material.tables:
        name = f"{table.name}.csv"
        yield File(
            f"csv/{name}", table.name.replace("_", " "), table.description, CSV, material.csv[name].encode(), "tables"
        )


__all__ = ["FOLDER", "Download", "File", "write_downloads"]
