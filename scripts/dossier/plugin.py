"""The MkDocs plugin: reads the dossier, lends the theme, makes a shell for each kind, and pours at the end."""

from __future__ import annotations

import logging
from concurrent.futures import Future, ThreadPoolExecutor
from importlib.resources import files as package_files
from pathlib import Path
from urllib.parse import urlsplit

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

from dossier.addresses import SECTIONS
from dossier.building import RenderError
from dossier.changes import UNWRITTEN, History
from dossier.citing import Citer
from dossier.corpus import Corpus
from dossier.editions import UNPUBLISHED, Edition
from dossier.generated import generated_pages
from dossier.loading import load
from dossier.markup import DossierExtension
from dossier.pouring import cited, pour
from dossier.problems import ProblemsFound, listing
from dossier.reading import is_too_deep, read_text
from dossier.search import write_index
from dossier.site import Site
from dossier.site_info import SiteInfo

CONFIGURATION = "mkdocs.yml"
DEEPEST_CONFIGURATION = 30
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
        # The theme writes it into a script: were it not the same on all pages, each would need a policy of its own.
        config.extra.setdefault("scope", urlsplit(config.site_url or "").path or "/")
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
        for name, text in generated_pages().items():
            files.append(File.generated(config, name, content=text))
        return files

    def on_page_read_source(self, /, *, page: Page, config: MkDocsConfig) -> str | None:  # noqa: ARG002
        """The page as it was checked, whatever its file holds by now."""
        assert self.corpus is not None
        name = page.file.src_uri.removesuffix(".md")
        if page.file.generated_by:
            return None
        document = next((document for document in self.corpus.documents if document.name == name), None)
        if document is None:
            raise PluginError(f"docs/{page.file.src_uri} came while the site was built; build it again")
        return document.text

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
        config = _configuration(root, folder, complaints)
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


def _configuration(root: Path, folder: Path, complaints: _Complaints) -> MkDocsConfig:
    """What ``mkdocs.yml`` says. Raises ``RenderError`` where that is nothing that MkDocs can read."""
    text, problems = read_text(root / CONFIGURATION, CONFIGURATION)
    if problems:
        raise RenderError(listing(problems))
    if is_too_deep(text, DEEPEST_CONFIGURATION):
        raise RenderError(f"{CONFIGURATION}: nested deeper than {DEEPEST_CONFIGURATION}")
    try:
        config = load_config(str(root / CONFIGURATION), site_dir=str(folder), strict=True)
    except MkDocsException as error:
        raise RenderError("\n".join(f"{CONFIGURATION}: {said}" for said in complaints.said or [str(error)])) from None
    if Path(config.docs_dir) != root / "docs":
        raise RenderError(f"{CONFIGURATION}: docs_dir must be docs, the folder that is checked")
    return config


class _Complaints(logging.Handler):
    """Keeps what MkDocs warns of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())
