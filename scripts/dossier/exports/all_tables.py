"""All tables that the dossier is exported as."""

from __future__ import annotations

from dossier.corpus.corpus import Corpus, Listed, link
from dossier.exports.dictionary import Dictionary, dictionary
from dossier.exports.link_tables import link_tables
from dossier.exports.record_tables import record_tables
from dossier.exports.redirect_tables import redirect_tables
from dossier.exports.tables import Table


def all_tables(corpus: Corpus, base_url: str, entries: Dictionary | None = None) -> list[Table]:
    """All tables, filled from the corpus; ``base_url`` stands before the addresses of pages.

    ``entries`` are those of ``dictionary``, where they have been made already.
    """
    known = dictionary() if entries is None else entries
    base = base_url or "../"
    return [*record_tables(corpus, base, known), *link_tables(corpus, known), *redirect_tables(corpus, base, known)]


def empty_tables(entries: Dictionary | None = None) -> list[Table]:
    """The same tables without a row, for what their columns are."""
    return all_tables(link({}, (), Listed(), Listed()), "", entries)
