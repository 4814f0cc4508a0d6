"""The tables as an SQLite database with foreign keys, views and full-text search."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from importlib.resources import files

from dossier.editions.state import Edition
from dossier.exports.tables import Column, Foreign, Table
from dossier.model.licence import ARTICLES, DATA_LICENCE

TYPES = {"string": "TEXT", "date": "TEXT", "integer": "INTEGER", "number": "NUMERIC", "boolean": "INTEGER"}
PAGE_SIZE = 4096
VIEW = re.compile(r"((?:^-- .*\n)+)CREATE VIEW (\w+)", re.MULTILINE)


def database(tables: Iterable[Table], *, base_url: str, site_name: str, edition: Edition) -> bytes:
    """The whole database file. The same tables give the same bytes with the same release of SQLite."""
    about = _about(base_url, site_name, edition)
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.execute(f"PRAGMA page_size = {PAGE_SIZE}")
        connection.execute("BEGIN")
        for table in tables:
            connection.execute(_create(table))
            connection.executemany(_insert(table), table.rows)
            for statement in _indexes(table):
                connection.execute(statement)
        connection.execute("CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL)")
        connection.executemany("INSERT INTO about VALUES (?, ?)", about.items())
        connection.execute("COMMIT")
        connection.executescript(_views())
        connection.execute("VACUUM")
        return connection.serialize()


def views() -> dict[str, str]:
    """What is said of each view, by its name: the comment above it."""
    return {found[2]: " ".join(found[1].replace("-- ", " ").split()) for found in VIEW.finditer(_views())}


def _views() -> str:
    return (files("dossier.exports") / "views.sql").read_text("utf-8")


def _create(table: Table) -> str:
    parts = [
        *(_column(column) for column in table.columns),
        f"PRIMARY KEY ({_names(table.key)})",
        *(_foreign(foreign) for foreign in table.foreign),
    ]
    return f"CREATE TABLE {_quoted(table.name)} (\n  " + ",\n  ".join(parts) + "\n)"


def _indexes(table: Table) -> Iterator[str]:
    """SQLite makes none for foreign keys, and without them it is slow to find what refers to a record."""
    for foreign in table.foreign:
        if foreign.columns != table.key[: len(foreign.columns)]:
            name = f"{table.name}_by_{'_and_'.join(foreign.columns)}"
            yield f"CREATE INDEX {_quoted(name)} ON {_quoted(table.name)} ({_names(foreign.columns)})"


def _quoted(name: str) -> str:
    """A name as SQL writes it."""
    return f'"{name}"'


def _names(columns: Iterable[str]) -> str:
    return ", ".join(map(_quoted, columns))


def _column(column: Column) -> str:
    allowed = ", ".join(f"'{value}'" for value in column.allowed)
    required = " NOT NULL" if column.required else ""
    check = f" CHECK ({_quoted(column.name)} IN ({allowed}))" if allowed else ""
    return f"{_quoted(column.name)} {TYPES[column.type]}{required}{check}"


def _foreign(foreign: Foreign) -> str:
    own, others = _names(foreign.columns), _names(foreign.others)
    return f"FOREIGN KEY ({own}) REFERENCES {_quoted(foreign.table)} ({others})"


def _insert(table: Table) -> str:
    places = ", ".join("?" for _ in table.columns)
    return f"INSERT INTO {_quoted(table.name)} VALUES ({places})"  # noqa: S608  names of ours


def _about(base_url: str, site_name: str, edition: Edition) -> dict[str, str]:
    return {
        "title": site_name,
        "url": base_url,
        "edition": edition.name,
        "edition_date": edition.date,
        "licence": DATA_LICENCE.title,
        "licence_spdx": DATA_LICENCE.spdx,
        "licence_url": DATA_LICENCE.url,
        "articles": ARTICLES,
    }
