"""A corpus of other records, for what no file of the invented dossier says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from dossier.corpus.corpus import Corpus
from dossier.corpus.indexes import indexes_of
from dossier.model.records import Record


def with_records(corpus: Corpus, records: Mapping[str, Record]) -> Corpus:
    """The corpus with these records and no others; all else is as it was."""
    return replace(corpus, records=records, indexes=indexes_of(records.values(), corpus.documents))
