"""The tables as CSV, with the Frictionless data package that tells what is in them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any

from dossier.editions.state import Edition
from dossier.exports.csv_text import csv_rows
from dossier.exports.records import json_text
from dossier.exports.tables import Column, Foreign, Table
from dossier.model.licence import ARTICLES, DATA_LICENCE

DESCRIPTOR = "datapackage.json"
SHIELDED = "A text that a spreadsheet would run as a formula has an apostrophe before it."
# The earliest time that a ZIP file can hold; the archive of the same tables is the same at any time.
NO_TIME = (1980, 1, 1, 0, 0, 0)


def csv_files(tables: Iterable[Table], *, base_url: str, site_name: str, edition: Edition) -> dict[str, str]:
    """The text of each file of the package by its name."""
    tables = list(tables)
    texts = {f"{one.name}.csv": csv_text(one) for one in tables}
    package = _package(tables, texts, base_url, site_name, edition)
    return {DESCRIPTOR: json_text(package), **texts}


def csv_text(table: Table) -> str:
    """One table as ``csv_rows``."""
    return csv_rows([column.name for column in table.columns], table.rows)


def zipped(files: Mapping[str, str]) -> bytes:
    """A ZIP archive of texts by their names; the same texts give the same bytes."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            entry = zipfile.ZipInfo(name, NO_TIME)
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
            archive.writestr(entry, text.encode())
    return written.getvalue()


def _package(
    tables: Sequence[Table], texts: Mapping[str, str], base_url: str, site_name: str, edition: Edition
) -> dict[str, Any]:
    package: dict[str, Any] = {
        "profile": "tabular-data-package",
        "name": "dossier",
        "title": site_name,
        "description": f"{ARTICLES} {SHIELDED}",
        "version": edition.name,
        "created": edition.date and f"{edition.date}T00:00:00Z",
        "homepage": base_url,
        "licenses": [{"name": DATA_LICENCE.spdx, "title": DATA_LICENCE.title, "path": DATA_LICENCE.url}],
        "contributors": [{"title": site_name, "role": "author", **({"path": base_url} if base_url else {})}],
        "sources": [one for table in tables if table.name == "sources" for one in _sources(table)],
        "resources": [_resource(table, texts[f"{table.name}.csv"].encode()) for table in tables],
    }
    return {key: value for key, value in package.items() if value}


def _sources(table: Table) -> Iterator[dict[str, str]]:
    """The articles that all rests on, as the table of sources has them."""
    names = [column.name for column in table.columns]
    for row in table.rows:
        told = dict(zip(names, row, strict=True))
        address = {"path": str(told["published_at"])} if told["published_at"] else {}
        yield {"title": f"{told['label']}: {told['title']}", **address}


def _resource(table: Table, content: bytes) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        "description": table.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{sha256(content).hexdigest()}",
        "schema": {
            "fields": [_field(column) for column in table.columns],
            "primaryKey": list(table.key),
            "foreignKeys": [_foreign(foreign, table.name) for foreign in table.foreign],
        },
    }


def _field(column: Column) -> dict[str, Any]:
    constraints = {"required": column.required, "enum": list(column.allowed)}
    told = {key: value for key, value in constraints.items() if value}
    return {
        "name": column.name,
        "type": column.type,
        "description": column.description,
        **({"constraints": told} if told else {}),
    }


def _foreign(foreign: Foreign, own: str) -> dict[str, Any]:
    """An empty name of a resource means the table itself, as the specification asks."""
    resource = "" if foreign.table == own else foreign.table
    return {"fields": list(foreign.columns), "reference": {"resource": resource, "fields": list(foreign.others)}}
