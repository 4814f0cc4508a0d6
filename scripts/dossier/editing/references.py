"""Every place in a dossier's files where the id of a record or of a position stands.

What is a record of the past keeps the ids of its time and is no such place: ``permalinks.txt``, the ``record`` of a
correction, and the ``id`` of a redirect.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from dossier.corpus.corpus import Corpus, Listed, Origin
from dossier.editing.spans import Span, yaml_spans
from dossier.model.addresses import SECTIONS
from dossier.model.records import Accepted, Claim, Model, PageRedirect, Path, Question, Record, Reference
from dossier.problems import Lines
from dossier.reading.markdown_file import FRONT_MATTER
from dossier.text.marks import KEY, Key, keys_of_prose, keys_of_words

Texts = Callable[[str], str]
WHOLE_ID = rf"(?<![a-z0-9-]){KEY}(?![a-z0-9-])"
RECORD_ADDRESS = re.compile(rf"({'|'.join(SECTIONS.values())})/({KEY})/(?:#(.+))?")

M = TypeVar("M", bound=Model)


class UnclearPlaceError(Exception):
    """Raised where an id is written in such a way that it cannot be replaced where it stands; says where."""


@dataclass(frozen=True, slots=True)
class Place:
    """That the text of a file holds an id from ``span.start`` on; ``path`` leads to it in a file of YAML.

    ``question`` is empty unless it is the id of a position, and then says on which question.
    """

    file: str
    span: Span
    id: str
    question: str = ""
    path: Path = ()


def places(corpus: Corpus, text_of: Texts) -> Iterator[Place]:
    """All places, file by file. ``text_of`` gives the text of a file as it is, line ends included.

    The corpus is one without problems. Raises ``UnclearPlaceError``.
    """
    files = _Files(text_of)
    for record in corpus.records.values():
        yield from _in_record(files.item(corpus.origins[record.id]), record)
    for phase, origin in _pairs(corpus.phases):
        yield from _references(files.item(origin), phase.witnesses(()))
    for outside, origin in _pairs(corpus.outside):
        yield from _references(files.item(origin), outside.references())
    yield from _in_redirects(files, corpus)
    for accepted, origin in _pairs(corpus.accepted):
        yield from _in_accepted(files.item(origin), accepted, corpus)
    for document in corpus.documents:
        yield from _in_document(document.file, text_of(document.file))


@dataclass(frozen=True, slots=True)
class _Item:
    """A record or an item of a list, in the file that holds it; ``path`` leads to it there."""

    file: str
    text: str
    spans: Mapping[Path, Span]
    path: Path

    def place(self, path: Path, id_: str, question: str = "", before: str = "") -> Iterator[Place]:
        """The place of an id that stands in a value, after ``before``; none where the file leaves the value out."""
        span = self.spans.get((*self.path, *path))
        if span is None:
            return
        ahead = re.escape(before) or "(?<![a-z0-9-])"
        pattern = rf"{ahead}({re.escape(id_)})(?![a-z0-9-])"
        found = re.search(pattern, self.text[span.start : span.end])
        if found is None:
            raise self.unclear(span, id_)
        start = span.start + found.start(1)
        yield Place(self.file, Span(start, start + len(id_)), id_, question, (*self.path, *path))

    def keys(self, path: Path, wanted: Iterable[str], found: Callable[[str], Iterable[Key]]) -> Iterator[Place]:
        """The places of the ids that are found in a value, which must be those ``wanted``."""
        span = self.spans[(*self.path, *path)]
        value = self.text[span.start : span.end]
        # What stands behind the sign of a folded or literal text is a comment.
        first = value.index("\n") if value.startswith((">", "|")) else 0
        keys = list(found(value[first:]))
        if [key.id for key in keys] != list(wanted):
            raise self.unclear(span, ", ".join(dict.fromkeys(wanted)))
        for key in keys:
            start, end = (span.start + first + offset for offset in (key.start, key.end))
            yield Place(self.file, Span(start, end), key.id, key.question, (*self.path, *path))

    def unclear(self, span: Span, ids: str) -> UnclearPlaceError:
        line, column = Lines(self.text).at(span.start)
        where = f"{self.file}:{line}:{column}"
        return UnclearPlaceError(f"{where}: {ids} cannot be found as it is written here; write it without escapes")


class _Files:
    """The files of YAML, each taken apart once."""

    def __init__(self, text_of: Texts) -> None:
        self.text_of = text_of
        self.known: dict[str, tuple[str, Mapping[Path, Span], dict[int, int]]] = {}

    def item(self, origin: Origin) -> _Item:
        if origin.file not in self.known:
            text = self.text_of(origin.file)
            spans = yaml_spans(text)
            items = ((path[0], span) for path, span in spans.items() if len(path) == 1)
            starts = {span.start: number for number, span in items if isinstance(number, int)}
            self.known[origin.file] = text, spans, starts
        text, spans, starts = self.known[origin.file]
        number = starts.get(Lines(text).offset(origin.node.line, origin.node.column))
        return _Item(origin.file, text, spans, () if number is None else (number,))


def _pairs(listed: Listed[M]) -> Iterator[tuple[M, Origin]]:
    return zip(listed.items, listed.origins, strict=True)


def _references(item: _Item, references: Iterable[Reference]) -> Iterator[Place]:
    for reference in references:
        yield from item.place(reference.path, reference.target)


def _in_record(item: _Item, record: Record) -> Iterator[Place]:
    yield from item.place(("id",), record.id)
    yield from _references(item, record.references())
    if isinstance(record, Claim):
        for number, answer in enumerate(record.answers):
            yield from item.place(("answers", number, "position"), answer.position, answer.question)
    if isinstance(record, Question):
        for number, position in enumerate(record.positions):
            yield from item.place(("positions", number, "id"), position.id, record.id)
    for path, text in record.prose():
        wanted = [key.id for key in keys_of_words(text)]
        yield from item.keys(path, wanted, keys_of_words) if wanted else ()


def _in_redirects(files: _Files, corpus: Corpus) -> Iterator[Place]:
    for redirect, origin in zip(corpus.redirects.values(), corpus.redirect_origins, strict=True):
        if redirect.to:
            yield from files.item(origin).place(("to",), redirect.to)
    for moved, origin in _pairs(corpus.position_redirects):
        item = files.item(origin)
        yield from item.place(("from",), moved.question)
        if moved.to:
            question, _, position = moved.to.partition("#")
            yield from item.place(("to",), question)
            yield from item.place(("to",), position, question, before=f"{question}#")
    for page, origin in _pairs(corpus.page_redirects):
        yield from _in_address(files.item(origin), page)


def _in_address(item: _Item, redirect: PageRedirect) -> Iterator[Place]:
    """The record to whose page a page was redirected, and the claim or the position to whose place there."""
    found = RECORD_ADDRESS.match(redirect.to or "")
    if not found:
        return
    folder, key, fragment = found[1], found[2], found[3] or ""
    yield from item.place(("to",), key, before=f"{folder}/")
    if fragment.startswith("position-"):
        yield from item.place(("to",), fragment.removeprefix("position-"), key, before="/#position-")
    elif folder == SECTIONS["source"] and re.fullmatch(rf"{key}-c\d+", fragment):
        yield from item.place(("to",), fragment, before="/#")


def _in_accepted(item: _Item, accepted: Accepted, corpus: Corpus) -> Iterator[Place]:
    """What a notice points at and the ids that its words name."""
    if accepted.record:
        yield from item.place(("record",), accepted.record)
    if accepted.file:
        stem = accepted.file.rpartition("/")[2].partition(".")[0]
        yield from item.place(("file",), stem, before="/") if stem in corpus.records else ()

    def named(words: str) -> Iterator[Key]:
        return (Key(one[0], *one.span()) for one in re.finditer(WHOLE_ID, words) if one[0] in corpus.records)

    wanted = [key.id for key in named(accepted.words)]
    yield from item.keys(("words",), wanted, named) if wanted else ()


def _in_document(file: str, text: str) -> Iterator[Place]:
    front = FRONT_MATTER.match(text.replace("\r\n", " \n"))
    start = front.end() if front else 0
    for key in keys_of_prose(text[start:]):
        yield Place(file, Span(start + key.start, start + key.end), key.id, key.question)
