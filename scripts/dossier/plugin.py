"""The MkDocs plugin: reads the dossier, lends the theme, makes a shell for each kind, and pours at the end."""

from __future__ import annotations

import logging
from concurrent.futures import Future, ThreadPoolExecutor
from importlib.resources import files as package_files
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.config_options import Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException, PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from dossier.addresses import CHANGES, DATA, DICTIONARY, MAP, NETWORK, POSITIONS, SEARCH, SECTIONS, TIMELINE
from dossier.building import RenderError
from dossier.changes import UNWRITTEN, History
from dossier.citing import Citer
from dossier.corpus import Corpus
from dossier.editions import UNPUBLISHED, Edition
from dossier.loading import load
from dossier.markup import DossierExtension
from dossier.pouring import SHELL, cited, pour
from dossier.problems import ProblemsFound
from dossier.search import write_index
from dossier.site import Site
from dossier.site_info import SiteInfo
from dossier.vocabulary import KINDS

PLAIN = {
    SEARCH: "Search",
    POSITIONS: "Who holds what",
    TIMELINE: "Timeline",
    MAP: "Map",
    NETWORK: "Network",
    CHANGES: "Changes",
    DATA: "Data",
    DICTIONARY: "Data dictionary",
}

BELOW = {"positions.md": "questions"}

log = logging.getLogger("mkdocs.plugins.dossier")


class Options(Config):  # type: ignore[no-untyped-call]
    """What ``mkdocs.yml`` may set under ``dossier``."""

    search = Type(bool, default=True)


class DossierPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]
    """One build at a time: ``corpus`` is read when the configuration is, unless it was passed in before."""

    corpus: Corpus | None = None
    records: bool = True
    site: Site | None = None
    published: tuple[Edition, History] = (UNPUBLISHED, UNWRITTEN)
    citer: Citer | None = None
    preparing: Future[None] | None = None

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        if self.corpus is None:
            try:
                self.corpus = load(_root(config))
            except ProblemsFound as found:
                raise PluginError(f"the dossier has {len(found.problems)} problems:\n{found}") from None
        config.theme.dirs.insert(0, str(package_files("dossier") / "theme"))
        config.markdown_extensions.append(DossierExtension())  # type: ignore[arg-type]
        self.begin_citations(config)
        return config

    def begin_citations(self, config: MkDocsConfig) -> None:
        """Has the citations made while MkDocs renders: their processor is a program of its own."""
        assert self.corpus is not None
        citer = self.citer = self.citer or Citer()
        wanted = list(cited(self.corpus, self.info(config), records=self.records))
        with_thread = ThreadPoolExecutor(1, "citations")
        self.preparing = with_thread.submit(citer.prepare, wanted)
        with_thread.shutdown(wait=False)

    def info(self, config: MkDocsConfig) -> SiteInfo:
        words = config.site_name, config.site_url or "", config.site_description or ""
        return SiteInfo(*words, *self.published)

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        for kind, section in SECTIONS.items():
            shell = f"---\ntemplate: record.html\ntitle: {KINDS[kind][1]}\n---\n"
            files.append(File.generated(config, f"{section}/index.md", content=shell))
            files.append(File.generated(config, f"{section}/{SHELL}.md", content=shell))
        for address, title in PLAIN.items():
            page = f"---\ntemplate: record.html\ntitle: {title}\n---\n"
            files.append(File.generated(config, f"{address.rstrip('/')}.md", content=page))
        return files

    def on_nav(self, nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Hangs what lies under a list below it, so that the list shows as active there; navigation holds no more."""
        for section in SECTIONS.values():
            listing = files.get_file_from_path(f"{section}/index.md")
            for file in files.documentation_pages():
                below = file.src_uri.startswith(f"{section}/") or BELOW.get(file.src_uri) == section
                if listing and listing.page and file is not listing and below:
                    page = file.page or Page(None, file, config)
                    page.parent = listing.page  # type: ignore[assignment]  # a page can be active as a section can
        return nav

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        assert self.corpus is not None
        assert self.preparing is not None
        self.preparing.result()
        site = Path(config.site_dir)
        self.site = pour(site, self.corpus, self.info(config), _tell, records=self.records, citer=self.citer)
        if self.config.search:
            number = write_index(site, self.corpus)
            log.info("indexed %d entries for search", number)
        self.corpus = None


def _tell(step: str, number: int) -> None:
    log.info("poured %d %s", number, step)


def _root(config: MkDocsConfig) -> Path:
    assert config.config_file_path
    return Path(config.config_file_path).resolve().parent


def render(
    root: Path,
    folder: Path,
    corpus: Corpus,
    *,
    search: bool,
    edition: Edition = UNPUBLISHED,
    history: History = UNWRITTEN,
) -> None:
    """Builds the site of a checked corpus into ``folder``. Raises ``RenderError`` with what MkDocs complains of."""
    _rendered(root, folder, corpus, search=search, records=True, published=(edition, history))


class LateRenderer:
    """Renders for the preview: all but the downloads and the pages of records, each made when it is asked for.

    Citations that it has made once it keeps.
    """

    site: Site | None = None

    def __init__(self) -> None:
        self.citer = Citer()

    def render(self, root: Path, folder: Path, corpus: Corpus, *, search: bool) -> None:
        """As the function ``render``."""
        self.site = _rendered(root, folder, corpus, search=search, records=False, citer=self.citer)

    def page(self, address: str) -> str | None:
        """The HTML of a record's page, by its address."""
        return self.site.record_at(address) if self.site else None


def _rendered(
    root: Path,
    folder: Path,
    corpus: Corpus,
    *,
    search: bool,
    records: bool,
    published: tuple[Edition, History] = (UNPUBLISHED, UNWRITTEN),
    citer: Citer | None = None,
) -> Site | None:
    complaints = _Complaints()
    logging.getLogger("mkdocs").addHandler(complaints)
    try:
        config = load_config(str(root / "mkdocs.yml"), site_dir=str(folder), strict=True)
        plugin = config.plugins.get("dossier")
        if not isinstance(plugin, DossierPlugin):
            raise RenderError("mkdocs.yml does not name the plugin: plugins: [dossier]")
        plugin.corpus, plugin.records, plugin.published, plugin.citer = corpus, records, published, citer
        plugin.config.search = search and plugin.config.search
        mkdocs_build(config)
    except MkDocsException as error:
        raise RenderError("\n".join(complaints.said) or str(error)) from None
    else:
        return plugin.site
    finally:
        logging.getLogger("mkdocs").removeHandler(complaints)


class _Complaints(logging.Handler):
    """Keeps what MkDocs warns of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())
