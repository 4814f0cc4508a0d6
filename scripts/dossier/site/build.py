"""A checked dossier to a site on disk, put in place only when it is whole."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from dossier.corpus.corpus import Corpus
from dossier.load import load
from dossier.swap import beside, put_in_place

# Objects made since the last look.
SELDOM = 100_000


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
    read: Callable[[Path], Corpus] = load,
    tell: Callable[[str], None] = lambda _: None,
) -> Corpus:
    """Builds the dossier in ``root`` into ``target`` and returns its corpus.

    A ``public`` site leaves the captured full texts out. ``read`` does what ``load`` does; ``tell`` is told of each
    step. Raises ``ProblemsFound`` or ``RenderError``, or ``BusyError`` where another run is at work on ``target``;
    then ``target`` is as it was.
    """
    with seldom_collected():
        return _built(root, target, render, read, search=search, public=public, tell=tell)


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Without looks for garbage until the records are read, none of which is any, and with fewer afterwards."""
    usual = gc.get_threshold()
    gc.disable()
    try:
        yield
    finally:
        gc.unfreeze()
        gc.set_threshold(*usual)
        gc.enable()


def _built(
    root: Path,
    target: Path,
    render: Render,
    read: Callable[[Path], Corpus],
    *,
    search: bool,
    public: bool,
    tell: Callable[[str], None],
) -> Corpus:
    tell("Reading and checking the records …")
    corpus = read(root)
    gc.freeze()
    gc.set_threshold(SELDOM, *gc.get_threshold()[1:])
    gc.enable()
    if public:
        corpus = replace(corpus, full_texts={})
    tell(f"Writing {len(corpus.records)} pages of records{', and the search index' if search else ''} …")
    with beside(target) as folder:
        render(root, folder, corpus, search=search)
        put_in_place(target, folder)
    return corpus
