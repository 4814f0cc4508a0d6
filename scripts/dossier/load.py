"""A dossier's folder to a corpus and the problems found on the way."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from dossier.captures.full_texts import full_texts
from dossier.checking.file_layout import layout_problems
from dossier.checking.own_types import own_type_problems
from dossier.checking.own_words import read_own_words
from dossier.checking.page_files import read_page
from dossier.checking.record_files import Files, Memory, ModelOf
from dossier.checking.rules import check
from dossier.checking.validation import in_words
from dossier.corpus.corpus import Corpus, Listed, Origin, link
from dossier.corpus.redirects import redirect_model, repeated, sorted_redirects
from dossier.model.base_map import BaseMap, read_base_map
from dossier.model.outlines import Outlines, read_outlines
from dossier.model.records import MODELS, Accepted, Claim, Correction, Kind, Model, Phase, Record, Source
from dossier.model.types import GENERAL, VOCABULARY, Types
from dossier.model.words import ENGLISH, WORDS, Words
from dossier.problems import Problem, ProblemsFound, Stage
from dossier.reading.editor_files import among_left
from dossier.reading.markdown_file import Document
from dossier.reading.yaml_file import read_bytes, read_text
from dossier.text.edtf import memoised_parser

FOLDERS: dict[str, Kind] = {
    "sources": "source",
    "actors": "actor",
    "events": "event",
    "places": "place",
    "questions": "question",
}
PERMALINKS = "data/permalinks.txt"
BASE_MAP = "data/geo/region.json"
OUTLINES = "data/geo/outlines.json"
LISTS = ("redirects", "corrections", "phases", "accepted")
IGNORED = frozenset({"schema", "geo", "permalinks.txt"})

M = TypeVar("M", bound=Model)
T = TypeVar("T")


@dataclass
class _Loading:
    """What has been read so far."""

    files: Files
    records: dict[str, tuple[Record, Origin]] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    def made(self, found: tuple[T, list[Problem]]) -> T:
        """What was made of a file, after its problems are kept."""
        made, problems = found
        self.problems += problems
        return made

    def add(self, record: Record, origin: Origin) -> None:
        if record.id in self.records:
            _, other = self.records[record.id]
            message = f'"{record.id}" is also in {other.file}:{other.node.line}'
            self.problems.append(origin.problem(("id",), "duplicate-id", message, "give one of them another id"))
            self.unread.add(record.id)
            return
        self.records[record.id] = (record, origin)


def load(root: Path, memory: Memory | None = None) -> Corpus:
    """The checked corpus of the dossier in ``root``. Raises ``ProblemsFound`` with all problems there are.

    With a ``memory``, only files whose text has changed since it was last used are read into records anew.
    """
    corpus, problems = read(root, memory)
    problems += check(corpus)
    if problems:
        raise ProblemsFound(problems)
    return corpus


def read_types(root: Path) -> Types:
    """The types of the dossier in ``root``. Raises ``ProblemsFound`` with all that is wrong with its own."""
    loading = _Loading(Files(root, {}, Memory()))
    types = _types(loading)
    if loading.problems:
        raise ProblemsFound(loading.problems)
    return types


def read(root: Path, memory: Memory | None = None) -> tuple[Corpus, list[Problem]]:
    """The corpus of what could be read, and a problem for each thing that could not. ``memory`` as in ``load``."""
    loading = _Loading(Files(root, {"parse_date": memoised_parser()}, memory or Memory()))
    besides = (*IGNORED, VOCABULARY, WORDS, *(f"{name}.yaml" for name in LISTS))
    layout = layout_problems(root, (*FOLDERS, "claims"), besides)
    loading.problems += [replace(problem, stage=Stage.FILE) for problem in layout]
    for folder, kind in FOLDERS.items():
        for path in _files(root / "data" / folder, "*.yaml"):
            _record(loading, path, kind)
    for path in _files(root / "data" / "claims", "*.yaml"):
        _claims(loading, path)
    listed = _listed(loading, redirect_model, root / "data" / "redirects.yaml")
    redirects, pages, positions = sorted_redirects(listed)
    loading.problems += repeated(listed)
    corrections = _listed(loading, lambda _: Correction, root / "data" / "corrections.yaml")
    phases = _listed(loading, lambda _: Phase, root / "data" / "phases.yaml")
    accepted = _listed(loading, lambda _: Accepted, root / "data" / "accepted.yaml")
    types = _types(loading)
    documents = list(_documents(loading))
    permalinks, full_texts = _permalinks(loading), _full_texts(loading)
    corpus = link(loading.records, documents, redirects, corrections, loading.unread, permalinks, full_texts)
    corpus = replace(
        corpus,
        types=types,
        words=_words(loading),
        phases=phases,
        accepted=accepted,
        base_map=_base_map(loading),
        outlines=_outlines(loading),
        page_redirects=pages,
        position_redirects=positions,
    )
    return corpus, loading.problems


def _files(folder: Path, pattern: str) -> list[Path]:
    if folder.is_symlink() or folder.parent.is_symlink():
        return []
    found = (path for path in folder.glob(pattern) if not among_left(path.relative_to(folder)))
    return sorted(path for path in found if path.is_file())


def _record(loading: _Loading, path: Path, kind: Kind) -> None:
    if found := loading.made(loading.files.one(MODELS[kind], path, {"id": path.stem})):
        record, node = found
        loading.add(record, Origin(loading.files.relative(path), node))
    else:
        loading.unread.add(path.stem)


def _claims(loading: _Loading, path: Path) -> None:
    file, before = loading.files.relative(path), len(loading.problems)
    for claim, node in loading.made(loading.files.each(lambda _: Claim, path, {"source": path.stem})):
        loading.add(claim, Origin(file, node))
    if len(loading.problems) > before:
        ids, items = _ids_in(path)
        loading.unread |= ids - loading.records.keys()
        if not ids or len(ids) < items:
            # Some id is not known: any that is missing may be it.
            loading.unread.add(f"claims/{path.stem}")


def _ids_in(path: Path) -> tuple[set[str], int]:
    """What looks like an id in a file of a list, so that one bad item does not make its references look bad.

    With it, how many items there seem to be.
    """
    with suppress(OSError):
        # Without the zeros of UTF-16.
        text = read_bytes(path).replace(b"\0", b"").decode("utf-8", "replace")
        return set(re.findall(r"\bid:\s*[\"']?([a-z0-9-]+)", text)), len(re.findall(r"^- ", text, re.MULTILINE))
    return set(), 0


def _listed(loading: _Loading, model: ModelOf[M], path: Path) -> Listed[M]:
    if not path.exists():
        return Listed()
    file, before = loading.files.relative(path), len(loading.problems)
    read = loading.made(loading.files.each(model, path, {}))
    if len(loading.problems) > before:
        loading.unread |= {*_ids_in(path)[0], path.name}
    return Listed(tuple(item for item, _ in read), tuple(Origin(file, node) for _, node in read))


def _types(loading: _Loading) -> Types:
    """The types that every dossier has, and those that this one adds."""
    path = loading.files.root / "data" / VOCABULARY
    if not path.exists():
        return GENERAL
    found = loading.made(loading.files.one(Types, path, {}))
    if not found:
        loading.unread.add(VOCABULARY)
        return GENERAL
    own, node = found
    types = GENERAL.with_own(own)
    loading.problems += own_type_problems(own, types, Origin(loading.files.relative(path), node))
    return types


def _words(loading: _Loading) -> Words:
    """The words of the interface, with those that this dossier puts in their place."""
    path = loading.files.root / "data" / WORDS
    if not path.exists():
        return ENGLISH
    return ENGLISH.with_own(loading.made(loading.files.made(path, partial(read_own_words, known=ENGLISH), Words({}))))


def _permalinks(loading: _Loading) -> list[str]:
    """The published addresses, as in the file: one a line, ``./`` for the home page."""
    path = loading.files.root / PERMALINKS
    if not path.exists():
        return []
    text, problems = read_text(path, PERMALINKS)
    loading.problems += problems
    return [line.removeprefix("./") for line in text.splitlines()]


def _base_map(loading: _Loading) -> BaseMap | None:
    """The outlines that the map is drawn on, where the dossier has them."""
    return _drawn(loading, BASE_MAP, read_base_map, "base-map", "make it again: dossier basemap")


def _outlines(loading: _Loading) -> Outlines:
    """The outlines of divisions of countries, where the dossier has them."""
    hint = "it holds a feature a division, with its code as `iso` and a MultiPolygon; make it again: dossier basemap"
    return _drawn(loading, OUTLINES, read_outlines, "outlines", hint) or Outlines()


def _drawn(loading: _Loading, file: str, make: Callable[[str], T], rule: str, hint: str) -> T | None:
    """What a file of geography holds; ``None`` where it is not there or cannot be read."""
    path = loading.files.root / file
    if not path.exists():
        return None
    text, problems = read_text(path, file)
    loading.problems += problems
    try:
        return None if problems else make(text)
    except ValueError as error:
        said = in_words(error) if isinstance(error, ValidationError) else str(error)
        loading.problems.append(Problem(file, 1, 1, rule, said, hint=hint))
        return None


def _full_texts(loading: _Loading) -> dict[str, tuple[str, ...]]:
    """The paragraphs of the captured articles that the reader keeps in ``captures/``, by source."""
    sources = (record for record, _ in loading.records.values() if isinstance(record, Source))
    texts, problems = full_texts(loading.files.root, sources, loading.files.memory.recall)
    loading.problems += problems
    return texts


def _documents(loading: _Loading) -> Iterator[Document]:
    docs = loading.files.root / "docs"
    for path in _files(docs, "**/*.md"):
        name = path.relative_to(docs).with_suffix("").as_posix()
        if document := loading.made(loading.files.made(path, partial(read_page, name), None)):
            yield document
        else:
            loading.unread.add(name)
