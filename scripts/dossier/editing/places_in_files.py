"""Where in the files a record stands, as edits name it."""

from __future__ import annotations

from dossier.corpus.corpus import Corpus
from dossier.model.records import Path, Record


def place_in_file(corpus: Corpus, record: Record) -> tuple[str, Path]:
    """The file of a record, and the way to it there: none where it has the file to itself."""
    origin = corpus.origins[record.id]
    node = origin.node
    beside = [one.node for one in corpus.origins.values() if one.file == origin.file]
    if not origin.file.startswith("data/claims/"):
        return origin.file, ()
    return origin.file, (sum((one.line, one.column) < (node.line, node.column) for one in beside),)
