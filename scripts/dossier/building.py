"""A checked dossier to a site on disk, put in place only when it is whole."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import mkdtemp
from typing import Protocol

from dossier.corpus import Corpus
from dossier.loading import load


class RenderError(Exception):
    """Raised where the renderer of prose stops, with what it said, one thing a line."""


class Render(Protocol):
    """Writes the whole site of a checked corpus into an empty folder. Raises ``RenderError``."""

    def __call__(self, root: Path, folder: Path, corpus: Corpus, /, *, search: bool) -> None: ...


def build(
    root: Path,
    target: Path,
    render: Render,
    *,
    search: bool = True,
    public: bool = False,
    tell: Callable[[str], None] = lambda _: None,
) -> Corpus:
    """Builds the dossier in ``root`` into ``target`` and returns its corpus.

    A ``public`` site leaves the captured full texts out. ``tell`` is told of each step. Raises ``ProblemsFound`` or
    ``RenderError``; then ``target`` is as it was.
    """
    tell("Reading and checking the records …")
    corpus = load(root)
    if public:
        corpus = replace(corpus, full_texts={})
    tell(f"Writing {len(corpus.records)} pages of records{', and the search index' if search else ''} …")
    with beside(target) as folder:
        render(root, folder, corpus, search=search)
        put_in_place(target, folder)
    return corpus


@contextmanager
def beside(target: Path) -> Iterator[Path]:
    """An empty folder on the same disk as ``target``, removed at the end if it is still there."""
    target.parent.mkdir(parents=True, exist_ok=True)
    folder = Path(mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def put_in_place(target: Path, folder: Path) -> None:
    """Puts ``folder`` in the place of ``target``; what stood there goes when the new one stands."""
    with beside(target) as attic:
        if target.exists():
            target.rename(attic / "old")
        try:
            folder.rename(target)
        except OSError:
            if (attic / "old").exists():
                (attic / "old").rename(target)
            raise
