"""The tables of what has moved: records, pages and positions."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import Any

from dossier.corpus.corpus import Corpus
from dossier.exports.dictionary import Dictionary, DictionaryEntry
from dossier.exports.tables import Column, Foreign, Table, said
from dossier.model.addresses import former_position_url, redirect_url
from dossier.model.records import PositionRedirect


def redirect_tables(corpus: Corpus, base_url: str, entries: Dictionary) -> list[Table]:
    """All of these tables, filled from the corpus.

    ``base_url`` stands before the addresses of pages; ``entries`` are those of ``dictionary``.
    """
    return [
        _records(corpus, base_url, entries["Redirect"]),
        _pages(corpus, base_url, entries["PageRedirect"]),
        _positions(corpus, base_url, entries["PositionRedirect"]),
    ]


def _page(address: Callable[[Any], str], base_url: str) -> Column:
    return Column("page", "string", "Its address.", lambda redirect: base_url + address(redirect), required=True)


def _records(corpus: Corpus, base_url: str, entry: DictionaryEntry) -> Table:
    columns = (
        said(entry, "id"),
        _page(redirect_url, base_url),
        said(entry, "kind"),
        said(entry, "title"),
        said(entry, "said"),
        said(entry, "to", name="moved_to", table="records"),
        said(entry, "reason"),
        said(entry, "why"),
        said(entry, "date"),
    )
    return Table.of("redirects", entry.description, columns, ("id",), corpus.redirects.values())


def _pages(corpus: Corpus, base_url: str, entry: DictionaryEntry) -> Table:
    columns = (
        said(entry, "from", attribute="from_", name="moved_from"),
        _page(attrgetter("from_"), base_url),
        said(entry, "title"),
        said(entry, "to", name="moved_to"),
        said(entry, "reason"),
        said(entry, "why"),
    )
    return Table.of("page_redirects", entry.description, columns, ("moved_from",), corpus.page_redirects.items)


def _positions(corpus: Corpus, base_url: str, entry: DictionaryEntry) -> Table:
    columns = (
        Column("question", "string", "The question.", attrgetter("question"), required=True, table="questions"),
        Column("position", "string", "The id that the position had.", attrgetter("position"), required=True),
        _page(former_position_url, base_url),
        said(entry, "title"),
        Column("moved_to_question", "string", "The question of the one that stands in its place.", _target_question),
        Column("moved_to_position", "string", "The position that stands in its place.", _target_position),
        said(entry, "reason"),
        said(entry, "why"),
    )
    target = Foreign(("moved_to_question", "moved_to_position"), "positions", ("question", "position"))
    items, key = corpus.position_redirects.items, ("question", "position")
    return Table.of("position_redirects", entry.description, columns, key, items, (target,))


def _target_question(redirect: PositionRedirect) -> str | None:
    return redirect.to.partition("#")[0] if redirect.to else None


def _target_position(redirect: PositionRedirect) -> str | None:
    return redirect.to.partition("#")[2] if redirect.to else None
