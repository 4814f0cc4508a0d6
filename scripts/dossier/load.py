"""A dossier's folder to a corpus and the problems found on the way."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from dossier.captures.full_texts import full_texts
from dossier.checking.file_layout import layout_problems
from dossier.checking.own_types import own_type_problems
from dossier.checking.rules import check
from dossier.checking.validation import validate
from dossier.corpus.corpus import Corpus, Listed, Origin, link
from dossier.corpus.redirects import redirect_model, repeated, sorted_redirects
from dossier.model.base_map import BaseMap, read_base_map
from dossier.model.fields import MARKUP
from dossier.model.outlines import Outlines, read_outlines
from dossier.model.records import MODELS, Accepted, Claim, Correction, Kind, Model, Phase, Record, Source
from dossier.model.types import GENERAL, VOCABULARY, Types
from dossier.problems import MOST, Problem, ProblemsFound
from dossier.reading.editor_files import among_left
from dossier.reading.limits import page_limits
from dossier.reading.markdown_file import FRONT_MATTER, Document, read_document
from dossier.reading.yaml_file import ReadingError, YamlNode, read_bytes, read_text, read_yaml
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
HOME_TEMPLATE = "home.html"
LISTS = ("redirects", "corrections", "phases", "accepted")
IGNORED = frozenset({"schema", "geo", "permalinks.txt"})

M = TypeVar("M", bound=Model)
T = TypeVar("T")
ModelOf = Callable[[YamlNode], type[M]]


class Memory:
    """What files held when they were last read, for who reads a dossier again and again."""

    def __init__(self) -> None:
        self._files: dict[str, tuple[str, Any]] = {}

    def recall(self, file: str, text: str, make: Callable[[str, str], T]) -> T:
        """What ``make`` makes of the name and the text of a file; made anew where the text is not as before."""
        known = self._files.get(file)
        if known is None or known[0] != text:
            known = self._files[file] = text, make(file, text)
        made: T = known[1]
        return made


@dataclass
class _Loading:
    """What has been read so far."""

    root: Path
    context: Mapping[str, Any]
    memory: Memory
    records: dict[str, tuple[Record, Origin]] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    def relative(self, path: Path) -> str:
        return path.relative_to(self.root).as_posix()

    def made(self, path: Path, make: Callable[[str, str], tuple[T, list[Problem]]], nothing: T) -> T:
        """What ``make`` makes of a file, and the problems on the way kept; ``nothing`` where it cannot be read."""
        file = self.relative(path)
        text, problems = read_text(path, file)
        made, more = (nothing, []) if problems else self.memory.recall(file, text, make)
        self.problems += [*problems, *more]
        return made

    def add(self, record: Record, origin: Origin) -> None:
        if record.id in self.records:
            _, other = self.records[record.id]
            where = f"{other.file}:{other.node.line}"
            self.problems.append(
                origin.problem(("id",), "duplicate-id", f'"{record.id}" is also in {where}', "rename it")
            )
            return
        self.records[record.id] = (record, origin)

    def one(self, model: type[M], path: Path, given: Mapping[str, str]) -> tuple[M, YamlNode] | None:
        """What a file says that holds one thing, and where in it each value stands."""
        return self.made(path, partial(_one, model, given, self.context), None)

    def each(self, model: ModelOf[M], path: Path, given: Mapping[str, str]) -> list[tuple[M, YamlNode]]:
        """The items of a file that holds a list; ``model`` says what an item is, or raises ``ReadingError``."""
        return self.made(path, partial(_items, model, given, self.context), [])


def _one(
    model: type[M], given: Mapping[str, str], context: Mapping[str, Any], file: str, text: str
) -> tuple[tuple[M, YamlNode] | None, list[Problem]]:
    node, problems = read_yaml(text, file)
    if node is None:
        return None, problems
    record, problems = validate(model, node, file, given, context)
    return ((record, node) if record else None), problems


def _items(
    model: ModelOf[M], given: Mapping[str, str], context: Mapping[str, Any], file: str, text: str
) -> tuple[list[tuple[M, YamlNode]], list[Problem]]:
    """The items of a list; where too many are bad, the rest is not looked at."""
    node, problems = read_yaml(text, file)
    if node is None:
        return [], problems
    if not isinstance(node.value, list):
        hint = "begin with `- `"
        return [], [Problem(file, node.line, node.column, "wrong-type", "needs a list", hint=hint)]
    items: list[tuple[M, YamlNode]] = []
    for one in node.value:
        if len(problems) >= MOST:
            message, hint = "the items from here on are not looked at", "mend those above first"
            return items, [*problems, Problem(file, one.line, one.column, "too-many", message, hint=hint)]
        item, more = _item(model, one, file, given, context)
        problems += more
        if item is not None:
            items.append((item, one))
    return items, problems


def _item(
    model: ModelOf[M], node: YamlNode, file: str, given: Mapping[str, str], context: Mapping[str, Any]
) -> tuple[M | None, list[Problem]]:
    try:
        return validate(model(node), node, file, given, context)
    except ReadingError as error:
        return None, [error.in_file(file)]


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
    loading = _Loading(root, {}, Memory())
    types = _types(loading)
    if loading.problems:
        raise ProblemsFound(loading.problems)
    return types


def read(root: Path, memory: Memory | None = None) -> tuple[Corpus, list[Problem]]:
    """The corpus of what could be read, and a problem for each thing that could not. ``memory`` as in ``load``."""
    loading = _Loading(root, {"parse_date": memoised_parser()}, memory or Memory())
    loading.problems += layout_problems(
        root, (*FOLDERS, "claims"), (*IGNORED, VOCABULARY, *(f"{name}.yaml" for name in LISTS))
    )
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
    if found := loading.one(MODELS[kind], path, {"id": path.stem}):
        record, node = found
        loading.add(record, Origin(loading.relative(path), node))
    else:
        loading.unread.add(path.stem)


def _claims(loading: _Loading, path: Path) -> None:
    file, before = loading.relative(path), len(loading.problems)
    for claim, node in loading.each(lambda _: Claim, path, {"source": path.stem}):
        loading.add(claim, Origin(file, node))
    if len(loading.problems) > before:
        loading.unread |= _ids_in(path) - loading.records.keys()


def _ids_in(path: Path) -> set[str]:
    """What looks like an id in a file of a list, so that one bad item does not make its references look bad."""
    with suppress(OSError):
        return set(re.findall(r"\bid:\s*[\"']?([a-z0-9-]+)", read_bytes(path).decode("utf-8", "replace")))
    return set()


def _listed(loading: _Loading, model: ModelOf[M], path: Path) -> Listed[M]:
    if not path.exists():
        return Listed()
    file, before = loading.relative(path), len(loading.problems)
    read = loading.each(model, path, {})
    if len(loading.problems) > before:
        loading.unread |= _ids_in(path)
    return Listed(tuple(item for item, _ in read), tuple(Origin(file, node) for _, node in read))


def _types(loading: _Loading) -> Types:
    """The types that every dossier has, and those that this one adds."""
    path = loading.root / "data" / VOCABULARY
    if not path.exists():
        return GENERAL
    found = loading.one(Types, path, {})
    if not found:
        loading.unread.add(VOCABULARY)
        return GENERAL
    own, node = found
    types = GENERAL.with_own(own)
    loading.problems += own_type_problems(own, types, Origin(loading.relative(path), node))
    return types


def _permalinks(loading: _Loading) -> list[str]:
    """The published addresses, as in the file: one a line, ``./`` for the home page."""
    path = loading.root / PERMALINKS
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
    hint = "it holds a feature a division, with its code as `iso` and a MultiPolygon"
    return _drawn(loading, OUTLINES, read_outlines, "outlines", hint) or {}


def _drawn(loading: _Loading, file: str, make: Callable[[str], T], rule: str, hint: str) -> T | None:
    """What a file of geography holds; ``None`` where it is not there or cannot be read."""
    path = loading.root / file
    if not path.exists():
        return None
    text, problems = read_text(path, file)
    loading.problems += problems
    try:
        return None if problems else make(text)
    except ValueError as error:
        said = " ".join(str(error).partition("[type=")[0].split())
        loading.problems.append(Problem(file, 1, 1, rule, said, hint=hint))
        return None


def _full_texts(loading: _Loading) -> dict[str, tuple[str, ...]]:
    """The paragraphs of the captured articles that the reader keeps in ``captures/``, by source."""
    sources = (record for record, _ in loading.records.values() if isinstance(record, Source))
    texts, problems = full_texts(loading.root, sources, loading.memory.recall)
    loading.problems += problems
    return texts


def _documents(loading: _Loading) -> Iterator[Document]:
    docs = loading.root / "docs"
    for path in _files(docs, "**/*.md"):
        name = path.relative_to(docs).with_suffix("").as_posix()
        if document := loading.made(path, partial(_document, name), None):
            yield document
        else:
            loading.unread.add(name)


def _document(name: str, file: str, text: str) -> tuple[Document | None, list[Problem]]:
    problems = [*page_limits(text, file), *_front_matter(text, file)]
    return (None if problems else read_document(text, file, name)), problems


def _front_matter(text: str, file: str) -> list[Problem]:
    """What is wrong with a page's front matter; an empty line stands for its first, so that lines stay."""
    front = FRONT_MATTER.match(text)
    if front is None or not front[1]:
        return []
    node, problems = read_yaml("\n" + front[1], file)
    if node is None:
        return problems
    if not isinstance(node.value, dict):
        return [Problem(file, node.line, node.column, "wrong-type", "needs keys and values")]
    template = node.value.get("template")
    if template and template.value != HOME_TEMPLATE:
        hint = f"take it out; only the home page has one: {HOME_TEMPLATE}"
        problems.append(Problem(file, template.line, template.column, "template", "no page may choose one", hint=hint))
    return problems + [
        Problem(file, line, column, "markup", f'"{found[0]}" is not allowed in a text', hint="front matter holds words")
        for line, column, text in node.texts()
        for found in MARKUP.finditer(text)
    ]
