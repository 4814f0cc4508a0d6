"""A dossier and its captures as they lie on the disk now, read again only where a file has changed."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from dossier.captures.compare import Index
from dossier.checking.record_files import Memory
from dossier.checking.rules import captured
from dossier.commands.found_names import KnownNames, known_names
from dossier.corpus.corpus import Corpus
from dossier.desk.trial import Tried, problems_of
from dossier.editing.undisturbed import Stamps, stamps
from dossier.load import read
from dossier.model.records import Event, Named
from dossier.problems import Problem

Captured = Mapping[str, list[str]]
MOST_REMEMBERED = 300
CLEANED_BY = "data/sources/"
"""Where the records are that say how articles are cleaned."""


@dataclass(frozen=True)
class Loaded:
    """What the files say: the corpus as far as it can be read, the problems that it has, and the captured paragraphs.

    ``problems`` are those that ``dossier check`` calls errors, words shared with articles aside, which are looked for
    only in the files that a save changes.
    """

    corpus: Corpus
    problems: tuple[Problem, ...]
    captured: Captured
    names: KnownNames

    @cached_property
    def index(self) -> Index:
        """The runs of words of all captured articles."""
        return Index(self.captured)


class Workplace:
    """The dossier in ``root`` with the captured articles in ``captures``. Not to be used by two threads at once."""

    def __init__(self, root: Path, captures: Path) -> None:
        self.root, self.captures = root, captures
        self.memory = Memory()
        self._loaded: tuple[tuple[Stamps, Stamps], Loaded] | None = None
        self._known: tuple[object, KnownNames] | None = None
        self._texts: dict[str, bytes] = {}

    def now(self) -> Loaded:
        """What the files say now."""
        state = stamps(self.root), self._captures_state()
        if self._loaded is None or self._loaded[0] != state:
            self._loaded = state, self._read()
        return self._loaded[1]

    def _read(self) -> Loaded:
        corpus, found = read(self.root, self.memory)
        articles = captured.read_captures(corpus, self.captures)
        problems = [*found, *articles.problems, *problems_of(corpus, articles.paragraphs)]
        return Loaded(corpus, tuple(problems), articles.paragraphs, self._names(corpus))

    def _names(self, corpus: Corpus) -> KnownNames:
        """The names of all records, to be found in texts; the former ones where none has changed."""
        named = {record.id: record.names if isinstance(record, Named) else record.heading for record in _called(corpus)}
        if self._known is None or self._known[0] != named:
            self._known = named, known_names(corpus)
        return self._known[1]

    def changed(self, after: Tried, files: Collection[str]) -> None:
        """Takes what was tried for what the files say, once it is written; reads anew where others changed too."""
        if self._loaded is None or any(file.startswith(CLEANED_BY) for file in files):
            return
        (before, captures), loaded = self._loaded
        now = stamps(self.root)
        if {k: v for k, v in before.items() if k not in files} == {k: v for k, v in now.items() if k not in files}:
            self._loaded = (
                (now, captures),
                Loaded(after.corpus, after.problems, loaded.captured, self._names(after.corpus)),
            )

    def _captures_state(self) -> Stamps:
        paths = (path for path in self.captures.glob("*") if path.is_file())
        return {path.name: (path.stat().st_mtime_ns, path.stat().st_size) for path in paths}

    def seen(self, file: str) -> str:
        """The fingerprint of a file as it is now, for a form to send back; empty where there is no such file.

        What it holds is remembered, so that a change since can be told.
        """
        path = self.root / file
        if not path.is_file():
            return ""
        content = path.read_bytes()
        key = print_of(content)
        self._texts.pop(key, None)
        self._texts[key] = content
        while len(self._texts) > MOST_REMEMBERED:
            self._texts.pop(next(iter(self._texts)))
        return key

    def remembered(self, key: str) -> bytes | None:
        """What a file held when it had this fingerprint."""
        return self._texts.get(key)


def _called(corpus: Corpus) -> list[Named | Event]:
    return [*corpus.of(Named), *corpus.of(Event)]


def print_of(content: bytes | None) -> str:
    """The fingerprint of what a file holds; empty where there is none."""
    return "" if content is None else sha256(content).hexdigest()
