"""The MkDocs plugin: reads the dossier, lends the theme, makes a shell for each kind, and pours at the end."""

from __future__ import annotations

import logging
import shutil
from concurrent.futures import Future, ThreadPoolExecutor
from importlib.resources import files as package_files
from pathlib import Path
from tempfile import mkdtemp
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

from dossier.citations.cite_box import Citer
from dossier.corpus.corpus import Corpus
from dossier.editions.history import UNWRITTEN, History
from dossier.editions.site_info import SiteInfo
from dossier.editions.state import UNPUBLISHED, Edition
from dossier.load import load
from dossier.model.addresses import SECTIONS
from dossier.preview.lazy_site import LateSite
from dossier.problems import ProblemsFound, listing
from dossier.reading.yaml_file import is_too_deep, read_text
from dossier.renderers.configuration import markup_in
from dossier.renderers.markdown_extension import DossierExtension
from dossier.search.entries import write_index
from dossier.site.build import RenderError
from dossier.site.fill import begun, cited, cited_in_prose, pour
from dossier.site.minify import write_scripts
from dossier.site.stub_pages import generated_pages
from dossier.site.style_sheet import write_styles

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
    pours: bool = True
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
        config.theme.dirs.insert(0, str(package_files("dossier.renderers") / "theme"))
        config.markdown_extensions.append(DossierExtension())  # type: ignore[arg-type]
        if self.pours:
            self.begin_citations(config)
        return config

    def begin_citations(self, config: MkDocsConfig) -> None:
        """Has the citations made while MkDocs renders: their processor is a program of its own."""
        assert self.corpus is not None
        citer = self.citer = self.citer or Citer()
        wanted = list(cited(self.corpus, self.info(config)))
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
        if not self.pours:
            return
        assert self.preparing is not None
        self.preparing.result()
        site = Path(config.site_dir)
        pour(site, self.corpus, self.info(config), _tell, citer=self.citer)
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
    _rendered(root, folder, corpus, search=search, published=(edition, history))


class LateRenderer:
    """Renders for the preview: of a site, only what no record changes. Each page is made when it is asked for.

    What MkDocs rendered is kept in ``folder``, and used again until the prose or the configuration has changed.
    Citations that were made once are kept too.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.citer = Citer()
        self.rendered: tuple[object, Path, SiteInfo] | None = None
        self.site: LateSite | None = None

    def render(self, root: Path, folder: Path, corpus: Corpus, *, search: bool) -> None:
        """As the function ``render``, but that pages are left out."""
        source = _rendered_from(root, corpus)
        if self.rendered is None or self.rendered[0] != source:
            kept = Path(mkdtemp(dir=self.folder))
            info = _rendered(root, kept, corpus, search=search, pours=False)
            write_scripts(kept / "assets" / "dossier")
            write_styles(kept)
            self._forget_all_but(kept)
            self.rendered = source, kept, info
        _, kept, info = self.rendered
        shutil.copytree(kept, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.html"))
        self.citer.prepare(cited_in_prose(corpus, info))
        self.site = LateSite(begun(kept, corpus, info, self.citer))

    def _forget_all_but(self, kept: Path) -> None:
        """Removes what was rendered before, but what is still shown."""
        shown = self.rendered[1] if self.rendered else None
        for path in self.folder.iterdir():
            if path not in (kept, shown):
                shutil.rmtree(path)

    def page(self, address: str) -> str | None:
        """The HTML of the page at an address, or the JSON of a record."""
        return (self.site.page(address) or self.site.json(address)) if self.site else None


def _rendered_from(root: Path, corpus: Corpus) -> object:
    """All that what MkDocs makes follows from; what is no text is told by when it changed."""
    theme = Path(str(package_files("dossier.renderers") / "theme"))
    assets = Path(str(package_files("dossier.site") / "assets"))
    files = [*theme.rglob("*"), *assets.rglob("*"), *(root / "docs").rglob("*")]
    seen = [(path, path.stat().st_mtime_ns) for path in files if path.suffix != ".md" and path.is_file()]
    configuration, _ = read_text(root / CONFIGURATION, CONFIGURATION)
    return configuration, [(document.name, document.text) for document in corpus.documents], seen


def _rendered(
    root: Path,
    folder: Path,
    corpus: Corpus,
    *,
    search: bool,
    pours: bool = True,
    published: tuple[Edition, History] = (UNPUBLISHED, UNWRITTEN),
) -> SiteInfo:
    complaints = _Complaints()
    logging.getLogger("mkdocs").addHandler(complaints)
    try:
        config = _configuration(root, folder, complaints)
        plugin = config.plugins.get("dossier")
        if not isinstance(plugin, DossierPlugin):
            raise RenderError("mkdocs.yml does not name the plugin: plugins: [dossier]")
        plugin.corpus, plugin.pours, plugin.published = corpus, pours, published
        plugin.config.search = search and plugin.config.search
        mkdocs_build(config)
    except MkDocsException as error:
        raise RenderError("\n".join(complaints.said) or str(error)) from None
    else:
        return plugin.info(config)
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
    if found := markup_in(config):
        raise RenderError("\n".join(f"{CONFIGURATION}: {line}" for line in found))
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
