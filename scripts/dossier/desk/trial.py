"""A change tried in a copy before it is written: the problems that it would bring."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from dossier.checking.record_files import Memory
from dossier.checking.rules import captured, check
from dossier.corpus.corpus import Corpus
from dossier.editing.changes import Changes
from dossier.editing.line_ends import as_read
from dossier.load import read
from dossier.problems import Problem, ordered

PARTS = ("data", "docs")
STILL_TO_DO = "captured-coverage"
"""The rule that tells what is not carried yet: work that is under way, and no reason to refuse what is done of it."""


def problems_of(corpus: Corpus, articles: Mapping[str, Sequence[str]]) -> list[Problem]:
    """What the rules find, and what the captured articles show, apart from shared words."""
    return [*check(corpus), *captured.check(corpus, articles, {})]


@dataclass(frozen=True, slots=True)
class Tried:
    """What the dossier would say after a change, the problems that it would have, and those that are new.

    ``problems`` are without words shared with articles; ``new`` are with these, in the files that
    change, and without what is only not carried yet.
    """

    corpus: Corpus
    problems: tuple[Problem, ...]
    new: tuple[Problem, ...]


def tried(
    root: Path,
    changes: Changes,
    known: Iterable[Problem],
    articles: Mapping[str, Sequence[str]],
    memory: Memory,
) -> Tried:
    """The dossier in ``root`` after the changes, as ``dossier check`` would see it; ``known`` are its errors now.

    Nothing is written but a copy elsewhere, which goes at the end. Raises ``OSError`` where there is no room for that.
    """
    with TemporaryDirectory(prefix="dossier-desk-", ignore_cleanup_errors=True) as name:
        copy = Path(name)
        for part in PARTS:
            if (root / part).is_dir():
                shutil.copytree(root / part, copy / part, symlinks=True, copy_function=shutil.copyfile)
        for file, content in changes.files.items():
            _put(copy / file, content)
        corpus, found = read(copy, memory)
    problems = (*found, *problems_of(corpus, articles))
    before = {file: changes.before.get(file) for file in changes.files}
    words = captured.shared_words(corpus, articles, _texts(changes.files))
    former = captured.shared_words(corpus, articles, _texts(before))
    added = _added([*problems, *words], [*known, *former])
    return Tried(corpus, problems, ordered(one for one in added if one.rule != STILL_TO_DO))


def _texts(files: Mapping[str, bytes | None]) -> dict[str, str]:
    return {file: as_read(content) for file, content in files.items() if content is not None}


def _put(path: Path, content: bytes | None) -> None:
    path.unlink(missing_ok=True)
    if content is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _added(after: Iterable[Problem], before: Iterable[Problem]) -> list[Problem]:
    """The problems that are not among the former, wherever in the file these stand now."""
    left = Counter(map(_alike, before))
    added = []
    for problem in after:
        if left[_alike(problem)] > 0:
            left[_alike(problem)] -= 1
        else:
            added.append(problem)
    return added


def _alike(problem: Problem) -> tuple[str, ...]:
    return problem.file, problem.rule, problem.record, problem.field, problem.message
