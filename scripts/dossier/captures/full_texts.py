"""The articles that a reader keeps in ``captures/`` of the dossier, for a build of the reader's own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from dossier.captures.errors import CaptureError
from dossier.captures.folder import CAPTURES, captured_file
from dossier.model.records import Source
from dossier.problems import Problem

Paragraphs = tuple[str, ...]
Recall = Callable[[str, str, Callable[[str, str], Paragraphs]], Paragraphs]


def full_texts(root: Path, sources: Iterable[Source], recall: Recall) -> tuple[dict[str, Paragraphs], list[Problem]]:
    """The paragraphs by source of what lies in the dossier in ``root``, and a problem for each that cannot be read.

    ``recall`` is ``Memory.recall``: a page or a PDF takes a second to read, and is read again only where it, or what
    its record says of it, has changed.
    """
    texts: dict[str, Paragraphs] = {}
    problems: list[Problem] = []
    for source in sources:
        path = captured_file(root / CAPTURES, source.capture.file) if source.capture else None
        if path is None:
            continue
        file = f"{CAPTURES}/{path.name}"
        try:
            state = f"{path.stat().st_mtime_ns} {source.title} {source.author} {source.capture}"
            texts[source.id] = recall(file, state, partial(_read, path, source))
        except CaptureError as error:
            problems.append(Problem(file, 1, 1, "capture", error.what, hint=error.hint))
        except OSError as error:
            problems.append(Problem(file, 1, 1, "capture", error.strerror or "cannot be read"))
    return texts, problems


def _read(path: Path, source: Source, _file: str, _state: str) -> Paragraphs:
    from dossier.captures.compare import read_article  # noqa: PLC0415  what mends texts takes 0.1 s to import

    return read_article(path, source).paragraphs
