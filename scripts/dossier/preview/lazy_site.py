"""A site of which each page is made only when it is asked for, as the preview shows it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from tempfile import mkdtemp

from dossier.citations.cite_box import Citer
from dossier.corpus.corpus import Corpus
from dossier.editions.site_info import SiteInfo
from dossier.exports.records import record_file, terms
from dossier.model.addresses import url_for
from dossier.model.records import Record, Source
from dossier.pages.head import RECORD_JSON
from dossier.reading.editor_files import left_by_editor
from dossier.reading.yaml_file import read_text
from dossier.site.fill import MakePage, cited_in_prose, page_makers, site_of
from dossier.site.frame import Site, record_html
from dossier.site.minify import write_scripts
from dossier.site.renderer import Renderer, Settings
from dossier.site.site_files import write_map_files
from dossier.site.stub_pages import moved_pages
from dossier.site.style_sheet import write_styles

CONFIGURATION = "mkdocs.yml"


class LazySite:
    """The pages of a site, none of which is written, and the JSON of its records; no other downloads."""

    def __init__(self, site: Site) -> None:
        self.site = site

    @cached_property
    def makers(self) -> dict[str, MakePage]:
        return page_makers(self.site, [])

    def page(self, address: str) -> str | None:
        """The HTML of the page at an address; nothing where there is none."""
        if make := self.makers.get(address):
            return make()
        record = self.record_at(address)
        return None if record is None or isinstance(record, Source) else record_html(self.site, record)

    def json(self, address: str) -> str | None:
        """The JSON beside the page of a record, which cards are made of; nothing where there is none."""
        record = self.record_at(address.removesuffix(RECORD_JSON)) if address.endswith(RECORD_JSON) else None
        info = self.site.info
        return record_file(self.site.context.corpus, record, info.url, terms(info.edition)) if record else None

    def record_at(self, address: str) -> Record | None:
        """The record whose page stands at an address."""
        record = self.site.context.corpus.records.get(address.rstrip("/").rpartition("/")[2])
        return record if record and url_for(record) == address else None


@dataclass(frozen=True, slots=True)
class RenderedProse:
    """What a renderer made, the folder in which it lies, and all that it follows from."""

    made_from: object
    folder: Path
    settings: Settings


class LazyRenderer:
    """Writes for the preview only what no record changes. Each page is made when it is asked for.

    What a renderer made is kept in ``folder``, and used again until the prose or the configuration has changed.
    Citations that were made once are kept too.
    """

    def __init__(self, folder: Path, renderer: Renderer) -> None:
        self.folder = folder
        self.renderer = renderer
        self.citer = Citer()
        self.rendered: RenderedProse | None = None
        self.site: LazySite | None = None

    def write(self, root: Path, folder: Path, corpus: Corpus) -> None:
        """Writes a site without pages into an empty folder. Raises ``RenderError``."""
        prose = [(one.name, one.text) for one in corpus.documents]
        made_from = (_configuration(root), prose, moved_pages(corpus), corpus.words, list(_seen(root)))
        if self.rendered is None or self.rendered.made_from != made_from:
            self.rendered = self._render(root, corpus, made_from)
        kept, settings = self.rendered.folder, self.rendered.settings
        shutil.copytree(kept, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.html"))
        info = SiteInfo(settings.name, settings.url, settings.description, keeper=settings.keeper, words=corpus.words)
        self.citer.prepare(cited_in_prose(corpus, info))
        self.site = LazySite(site_of(folder, kept, corpus, info, self.citer))
        write_map_files(self.site.site)

    def _render(self, root: Path, corpus: Corpus, made_from: object) -> RenderedProse:
        kept = Path(mkdtemp(dir=self.folder))
        prose = self.renderer(root)
        prose.render(kept, corpus)
        write_scripts(kept / "assets" / "dossier", corpus.words)
        write_styles(kept)
        self._forget_all_but(kept)
        return RenderedProse(made_from, kept, prose.settings)

    def _forget_all_but(self, kept: Path) -> None:
        """Removes what was rendered before, but what is still shown."""
        shown = self.rendered.folder if self.rendered else None
        for path in self.folder.iterdir():
            if path not in (kept, shown):
                shutil.rmtree(path)

    def page(self, address: str) -> str | None:
        """The HTML of the page at an address, or the JSON of a record."""
        return (self.site.page(address) or self.site.json(address)) if self.site else None


def _configuration(root: Path) -> str:
    return read_text(root / CONFIGURATION, CONFIGURATION)[0]


def _seen(root: Path) -> Iterator[tuple[Path, int]]:
    """When what is no text of the dossier was changed last: the theme, scripts, styles, and files beside the prose."""
    theme = Path(str(files("dossier.renderers") / "theme"))
    assets = Path(str(files("dossier.site") / "assets"))
    for folder in (theme, assets, root / "docs"):
        for path in sorted(folder.rglob("*")):
            if path.suffix != ".md" and not left_by_editor(path.name) and path.is_file():
                yield path, path.stat().st_mtime_ns
