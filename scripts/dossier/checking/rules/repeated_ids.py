"""No list of a record names the same twice."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.corpus.corpus import Corpus
from dossier.model.records import Named, Path, Record
from dossier.problems import Problem

Listing = tuple[Path, str]


def check(corpus: Corpus) -> Iterator[Problem]:
    for record in corpus.records.values():
        seen: dict[Listing, Path] = {}
        for path, target in _listed(record):
            place = (path[:-1], target)
            if place in seen:
                yield corpus.location(record.id, path, "repeated-id", f'"{target}" stands twice', "name it once")
            seen.setdefault(place, path)


def _listed(record: Record) -> Iterator[Listing]:
    """What stands in a list that holds ids alone, the paragraphs that use a name among them."""
    for reference in record.references():
        if isinstance(reference.path[-1], int) and "used_by" not in reference.path:
            yield reference.path, reference.target
    if isinstance(record, Named):
        for place, name in enumerate(record.names):
            yield from ((("names", place, "used_by", user), used) for user, used in enumerate(name.used_by))
