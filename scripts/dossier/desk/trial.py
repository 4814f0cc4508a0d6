"""A change tried in a copy before it is written: the problems that it would bring."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
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


def problems_of(corpus: Corpus, articles: Mapping[str, Sequence[str]], texts: Mapping[str, str]) -> list[Problem]:
    """What the rules find, and what the captured articles show; shared words only in ``texts``."""
    return [*check(corpus), *captured.check(corpus, articles, texts)]


def new_problems(
    root: Path,
    changes: Changes,
    known: Iterable[Problem],
    articles: Mapping[str, Sequence[str]],
    memory: Memory,
) -> tuple[Problem, ...]:
    """The errors that ``dossier check`` would tell of the dossier in ``root`` after the changes, and not before.

    ``known`` are those that it has now. Nothing is written but a copy elsewhere, which goes at the end. Raises
    ``OSError`` where there is no room for that.
    """
    with TemporaryDirectory(prefix="dossier-desk-", ignore_cleanup_errors=True) as name:
        copy = Path(name)
        for part in PARTS:
            if (root / part).is_dir():
                shutil.copytree(root / part, copy / part, symlinks=True, copy_function=shutil.copyfile)
        for file, content in changes.files.items():
            _put(copy / file, content)
        corpus, found = read(copy, memory)
    after = [*found, *problems_of(corpus, articles, _texts(changes.files))]
    before = problems_in_words(corpus, articles, changes.before, changes.files)
    return ordered(_added(after, [*known, *before]))


def problems_in_words(
    corpus: Corpus,
    articles: Mapping[str, Sequence[str]],
    before: Mapping[str, bytes | None],
    files: Iterable[str],
) -> Iterable[Problem]:
    """The words that the changed files shared with an article before they were changed."""
    return captured.shared_words(corpus, articles, _texts({file: before.get(file) for file in files}))


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
