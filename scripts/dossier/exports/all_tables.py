"""All tables that the dossier is exported as."""

from __future__ import annotations

from dataclasses import replace

from dossier.corpus.corpus import Corpus, Listed, link
from dossier.exports.dictionary import dictionary
from dossier.exports.link_tables import link_tables
from dossier.exports.record_tables import record_tables
from dossier.exports.redirect_tables import redirect_tables
from dossier.exports.statement_tables import statement_tables
from dossier.exports.statements import all_statements
from dossier.exports.tables import Table
from dossier.exports.type_table import types_table
from dossier.model.types import Types


def all_tables(corpus: Corpus, base_url: str) -> list[Table]:
    """All tables, filled from the corpus; ``base_url`` stands before the addresses of pages."""
    known, stated = dictionary(), all_statements(corpus)
    base = base_url or "../"
    return [
        *record_tables(corpus, base, stated, known),
        *statement_tables(corpus, stated, known),
        *link_tables(corpus, stated, known),
        *redirect_tables(corpus, base, known),
        types_table(corpus.types),
    ]


def empty_tables() -> list[Table]:
    """The same tables without a row, for what their columns are."""
    return all_tables(replace(link({}, (), Listed(), Listed()), types=Types()), "")
