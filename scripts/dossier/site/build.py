"""A checked dossier to a site on disk, put in place only when it is whole."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from dossier.citations.cite_box import Citer
from dossier.corpus.corpus import Corpus
from dossier.editions.history import UNWRITTEN, History
from dossier.editions.site_info import SiteInfo
from dossier.editions.state import UNPUBLISHED, Edition
from dossier.load import load
from dossier.search.entries import write_index
from dossier.site.downloads import write_data
from dossier.site.fill import fill, site_of
from dossier.site.gzip_files import compress
from dossier.site.renderer import Prose, Renderer, Settings
from dossier.site.workers import in_parallel, processors
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
    corpus = read(root)
    with beside(target) as folder:
        write(root, folder, corpus)
        put_in_place(target, folder)
    return corpus


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
    info = SiteInfo(settings.name, settings.url, settings.description, edition, history)
    rendered = folder / RENDERED
    rendered.mkdir(parents=True)
    _write(_Plan(folder, rendered, corpus, info, search and settings.search), prose)


def finish(folder: Path, corpus: Corpus, settings: Settings) -> None:
    """Makes the whole site of a folder in which prose and shells lie rendered."""
    rendered = folder / RENDERED
    rendered.mkdir()
    for path in list(folder.iterdir()):
        if path != rendered:
            path.rename(rendered / path.name)
    info = SiteInfo(settings.name, settings.url, settings.description)
    _write(_Plan(folder, rendered, corpus, info, settings.search), None)


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is built: from prose and shells in ``rendered`` into ``folder``."""

    folder: Path
    rendered: Path
    corpus: Corpus
    info: SiteInfo
    search: bool


def _write(plan: _Plan, prose: Prose | None) -> None:
    """Renders the prose, where that is still to do, while the downloads are written; then fills and indexes."""
    workers = processors() if len(plan.corpus.records) > FEW else 1
    jobs: list[Callable[[], object]] = [partial(write_data, plan.folder, plan.corpus, plan.info)]
    if prose:
        jobs.insert(0, partial(prose.render, plan.rendered, plan.corpus))
    downloads = in_parallel(jobs, workers)[-1]
    fill(site_of(plan.folder, plan.rendered, plan.corpus, plan.info, Citer()), downloads, workers)
    shutil.rmtree(plan.rendered)
    if plan.search:
        write_index(plan.folder, plan.corpus)
