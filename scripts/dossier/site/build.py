"""A checked dossier to a site on disk, put in place only when it is whole."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

from dossier.citations.cite_box import Citer
from dossier.corpus.corpus import Corpus
from dossier.editions.history import UNWRITTEN, History
from dossier.editions.site_info import SiteInfo
from dossier.editions.state import UNPUBLISHED, Edition
from dossier.exports import list_downloads
from dossier.load import load
from dossier.search.entries import write_index
from dossier.site.downloads import data_parts, material_of
from dossier.site.fill import cited, fill, site_of
from dossier.site.gzip_files import compress
from dossier.site.renderer import Prose, Renderer, Settings
from dossier.site.workers import Job, in_parallel, processors
from dossier.swap import beside, put_in_place

# Where prose and shells are rendered, inside the folder of the site.
RENDERED = ".rendered"
# A dossier with fewer records is built sooner by one process than copies of it are made.
FEW = 300

Tell = Callable[[str], None]
Write = Callable[[Path, Path, Corpus], None]
"""Writes the site of the corpus of a dossier's folder into an empty folder. Raises ``RenderError``."""


def build(
    root: Path,
    target: Path,
    renderer: Renderer,
    *,
    search: bool = True,
    public: bool = False,
    compressed: bool = False,
    tell: Tell = lambda _: None,
) -> Corpus:
    """Builds the dossier in ``root`` into ``target`` and returns its corpus.

    A ``public`` site leaves the captured full texts out; ``tell`` is told of each step. Raises ``ProblemsFound`` or
    ``RenderError``, or ``BusyError`` where another run is at work on ``target``; then ``target`` is as it was.
    """

    def read(folder: Path) -> Corpus:
        corpus = load(folder)
        return replace(corpus, full_texts={}) if public else corpus

    def write(folder: Path, into: Path, corpus: Corpus) -> None:
        tell(f"Writing {len(corpus.records)} pages of records{', and the search index' if search else ''} …")
        write_site(folder, into, corpus, renderer, search=search)
        if compressed:
            compress(into)

    tell("Reading and checking the records …")
    return put_site(root, target, read, write)


def put_site(root: Path, target: Path, read: Callable[[Path], Corpus], write: Write) -> Corpus:
    """Reads the dossier in ``root``, writes its site beside ``target`` and puts it in the place of that at one stroke.

    Raises what ``read`` and ``write`` raise, or ``BusyError``; then ``target`` is as it was.
    """
    with without_looking_for_garbage():
        corpus = read(root)
        with beside(target) as folder:
            write(root, folder, corpus)
            put_in_place(target, folder)
    return corpus


@contextmanager
def without_looking_for_garbage() -> Iterator[None]:
    """Nothing that a build makes is garbage in a circle: looking for it takes a third of reading 10,000 records."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def write_site(
    root: Path,
    folder: Path,
    corpus: Corpus,
    renderer: Renderer,
    *,
    search: bool = True,
    edition: Edition = UNPUBLISHED,
    history: History = UNWRITTEN,
) -> None:
    """Writes the site of a checked corpus into a folder that is empty or not there. Raises ``RenderError``."""
    prose = renderer(root)
    settings = prose.settings
    info = SiteInfo(settings.name, settings.url, settings.description, edition, history, settings.keeper, corpus.words)
    plan = Plan(folder, folder / RENDERED, corpus, info, search and settings.search)
    plan.rendered.mkdir(parents=True)
    _write(plan, [partial(_render, prose, plan)])


def finish(folder: Path, corpus: Corpus, settings: Settings) -> None:
    """Makes the whole site of a folder in which prose and shells lie rendered."""
    info = SiteInfo(settings.name, settings.url, settings.description, keeper=settings.keeper, words=corpus.words)
    plan = Plan(folder, folder / RENDERED, corpus, info, settings.search)
    parts = list(folder.iterdir())
    plan.rendered.mkdir()
    for path in parts:
        path.rename(plan.rendered / path.name)
    _write(plan, [])


@dataclass(frozen=True, slots=True)
class Plan:
    """What is built: a site in ``folder`` from prose and shells in ``rendered``, with an index or without."""

    folder: Path
    rendered: Path
    corpus: Corpus
    info: SiteInfo
    search: bool

    @property
    def workers(self) -> int:
        """How many processes work at it."""
        return processors() if len(self.corpus.records) > FEW else 1


def _render(prose: Prose, plan: Plan) -> None:
    prose.render(plan.rendered, plan.corpus)


def _citations(plan: Plan) -> Citer:
    citer = Citer()
    citer.prepare(cited(plan.corpus, plan.info))
    return citer


def _write(plan: Plan, before: Sequence[Job[None]]) -> None:
    """Does what comes ``before`` the pages, with downloads and citations; then fills what is rendered."""
    material = material_of(plan.corpus, plan.info)
    parts = data_parts(plan.folder, material)
    jobs: list[Job[Any]] = [*parts, partial(_citations, plan), *before]
    made = in_parallel(jobs, plan.workers)
    downloads, citer = chain.from_iterable(made[: len(parts)]), made[len(parts)]
    listed = list_downloads(plan.folder, material, downloads)
    fill(site_of(plan.folder, plan.rendered, plan.corpus, plan.info, citer), listed, plan.workers)
    shutil.rmtree(plan.rendered)
    if plan.search:
        write_index(plan.folder, plan.corpus)
