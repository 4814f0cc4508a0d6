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
from dossier.exports.records import record_file, terms
from dossier.model.addresses import MAP, url_for
from dossier.model.records import Record, Source
from dossier.pages.head import RECORD_JSON
from dossier.pages.map_files import map_files
from dossier.pages.markdown import MARKDOWN, markdown_page
from dossier.reading.editor_files import left_by_editor
from dossier.reading.yaml_file import read_text
from dossier.site.fill import MakePage, cited_in_prose, page_makers, site_of
from dossier.site.frame import Site, record_html
from dossier.site.minify import write_scripts
from dossier.site.renderer import Renderer, Settings
from dossier.site.stub_pages import moved_pages
from dossier.site.style_sheet import write_styles

CONFIGURATION = "mkdocs.yml"


class LazySite:
    """The pages of a site, none of which is written, what a map loads, and the JSON of records; no other downloads."""

    def __init__(self, site: Site) -> None:
        self.site = site

    @cached_property
    def makers(self) -> dict[str, MakePage]:
        return page_makers(self.site, [])

    def page(self, address: str) -> str | None:
        """The HTML of the page at an address; nothing where there is none."""
        record = self.record_at(address)
        if record and not isinstance(record, Source):
            return record_html(self.site, record)
        make = self.makers.get(address)
        return make() if make else None

    @cached_property
    def map_files(self) -> dict[str, str]:
        """What the map loads when somebody comes closer, by address."""
        files = map_files(self.site.context, self.site.templates, MAP)
        return {f"{MAP}{name}": text for name, text in files}

    def map_file(self, address: str) -> str | None:
        """A file that the map loads; nothing where there is none."""
        is_beside_map = address.startswith(MAP) and address.endswith(".svg")
        return self.map_files.get(address) if is_beside_map else None

    def json(self, address: str) -> str | None:
        """The JSON beside the page of a record, which cards are made of; nothing where there is none."""
        record = self.record_at(address.removesuffix(RECORD_JSON)) if address.endswith(RECORD_JSON) else None
        info = self.site.info
        return record_file(self.site.context.corpus, record, info.url, terms(info.edition)) if record else None

    def markdown(self, address: str) -> str | None:
        """The Markdown beside a page; nothing where there is none."""
        page = address.removesuffix(MARKDOWN)
        html = self.page(page) if address.endswith(MARKDOWN) else None
        return markdown_page(html, page, self.site.info) if html else None

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
        info = settings.info(corpus.words)
        self.citer.prepare(cited_in_prose(corpus, info))
        self.site = LazySite(site_of(folder, kept, corpus, info, self.citer))

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
        """The HTML of the page at an address, its Markdown, the JSON of a record, or a file of the map."""
        site = self.site
        if site is None:
            return None
        return site.page(address) or site.json(address) or site.markdown(address) or site.map_file(address)


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
