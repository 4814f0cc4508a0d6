"""No two records of a kind have the same identifier elsewhere: they would be the same thing."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.corpus.corpus import Corpus
from dossier.model.records import Named, Path
from dossier.problems import Problem

HINT = "give each its own, or merge the two records"


def check(corpus: Corpus) -> Iterator[Problem]:
    seen: dict[tuple[str, str, str], str] = {}
    for record in corpus.of(Named):
        for path, register, identifier in _identifiers(record):
            first = seen.setdefault((record.kind_of_record, register, identifier), record.id)
            if first != record.id:
                message = f'"{identifier}" is that of {first} too'
                cause = f"identifier/{register}/{identifier}"
                yield corpus.location(record.id, path, "shared-identifier", message, HINT, cause)


def _identifiers(record: Named) -> Iterator[tuple[Path, str, str]]:
    """Each identifier of a record: where it stands, what its register is called, and the identifier."""
    others = 0
    for one in record.identifiers.known() if record.identifiers else ():
        path: Path = ("identifiers", one.scheme)
        if one.scheme == "others":
            path, others = (*path, others, "identifier"), others + 1
        yield path, one.label, one.identifier
