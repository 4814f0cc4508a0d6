"""What Datasette shows of the database: its licence, what each table and column means, and how a row is called."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from dossier.editions.state import Edition
from dossier.exports.tables import Table
from dossier.model.licence import ARTICLES, DATA_LICENCE

# The name that Datasette gives the database: that of its file without the ending.
DATABASE = "dossier"
# Which column says in words what a row is, where a foreign key shows it: the first of these that a table has.
LABELS = ("name", "label", "title", "heading", "text")
# What a reader would narrow these tables by.
FACETS: Mapping[str, tuple[str, ...]] = {
    "claims": ("source", "kind", "certainty"),
    "records": ("kind",),
    "events": ("type", "standing"),
    "actors": ("type",),
    "places": ("type", "country"),
    "relations": ("type", "standing"),
    "names": ("kind", "lang"),
}


def datasette_metadata(
    tables: Iterable[Table], views: Mapping[str, str], *, base_url: str, site_name: str, edition: Edition
) -> dict[str, Any]:
    """The metadata as ``datasette --metadata`` reads them. ``views`` are what is said of each view, by its name."""
    shown: dict[str, Any] = {table.name: _table(table) for table in tables}
    shown["about"] = {"description": "What this database is: its title, its edition and its licence."}
    shown |= {name: {"description": words} for name, words in views.items()}
    told = {
        "title": site_name,
        "description": f"{edition.name or 'Not a published edition'}. {ARTICLES}",
        "license": f"{DATA_LICENCE.title} ({DATA_LICENCE.name})",
        "license_url": DATA_LICENCE.url,
        "source": site_name,
        "source_url": base_url,
    }
    return {key: value for key, value in told.items() if value} | {"databases": {DATABASE: {"tables": shown}}}


def _table(table: Table) -> dict[str, Any]:
    names = [column.name for column in table.columns]
    label = next((name for name in LABELS if name in names), None)
    told: dict[str, Any] = {"description": table.description}
    if label and table.key == ("id",):
        told["label_column"] = label
    if table.name in FACETS:
        told["facets"] = list(FACETS[table.name])
    return told | {"columns": {column.name: column.description for column in table.columns}}
