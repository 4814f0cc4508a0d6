"""MkDocs: its plugin lends the theme, adds a shell for each kind, and finishes a site that ``mkdocs build`` began."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import files as package_files
from pathlib import Path, PurePosixPath
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

from dossier.corpus.corpus import Corpus
from dossier.load import load
from dossier.model.addresses import SECTIONS
from dossier.problems import ProblemsFound, listing
from dossier.reading.editor_files import among_left
from dossier.reading.yaml_file import is_too_deep, read_text
from dossier.renderers.markdown_extension import DossierExtension
from dossier.site.build import finish
from dossier.site.configuration import faults_in, keeper_of
from dossier.site.renderer import RenderError, Settings
from dossier.site.stub_pages import SHOWN_BELOW, stub_pages

CONFIGURATION = "mkdocs.yml"
DEEPEST_CONFIGURATION = 30
LOG = logging.getLogger("mkdocs")


class Options(Config):  # type: ignore[no-untyped-call]
    """What ``mkdocs.yml`` may set under ``dossier``."""

    search = Type(bool, default=True)
    markdown = Type(bool, default=True)


class DossierPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]
    """One build at a time.

    ``dossier build`` passes ``corpus`` in and finishes the site itself; ``mkdocs build`` passes nothing, and then the
    plugin reads the records and finishes the site.
    """

    corpus: Corpus | None = None
    finishes: bool = True

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        # The theme writes it into a script: were it not the same on all pages, each would need a policy of its own.
        config.extra.setdefault("scope", urlsplit(config.site_url or "").path or "/")
        config.theme.dirs.insert(0, str(package_files("dossier.renderers") / "theme"))
        config.markdown_extensions.append(DossierExtension())  # type: ignore[arg-type]
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        if self.corpus is None:
            try:
                self.corpus = load(Path(config.config_file_path or "").resolve().parent)
            except ProblemsFound as found:
                raise PluginError(f"the dossier has {len(found.problems)} problems:\n{found}") from None

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        assert self.corpus is not None
        for file in [file for file in files if among_left(PurePosixPath(file.src_uri)) and not file.generated_by]:
            files.remove(file)
        for name, text in stub_pages(self.corpus).items():
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
                below = file.src_uri.startswith(f"{section}/") or SHOWN_BELOW.get(file.src_uri) == section
                if listing and listing.page and file is not listing and below:
                    page = file.page or Page(None, file, config)
                    page.parent = listing.page  # type: ignore[assignment]  # a page can be active as a section can
        return nav

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        if self.finishes and self.corpus is not None:
            finish(Path(config.site_dir), self.corpus, settings_of(config))
            self.corpus = None


def settings_of(config: MkDocsConfig) -> Settings:
    """What the configuration says of the site. Raises ``RenderError`` where it does not name the plugin."""
    plugin = _plugin(config)
    url, description = config.site_url or "", config.site_description or ""
    given = plugin.config
    return Settings(config.site_name, url, description, given.search, keeper_of(config), given.markdown)


def _plugin(config: MkDocsConfig) -> DossierPlugin:
    plugin = config.plugins.get("dossier")
    if not isinstance(plugin, DossierPlugin):
        raise RenderError("mkdocs.yml does not name the plugin: plugins: [dossier]")
    return plugin


@dataclass(frozen=True, slots=True)
class MkDocsProse:
    """The prose of the dossier in ``root``."""

    root: Path
    settings: Settings

    def render(self, folder: Path, corpus: Corpus, /) -> None:
        """Writes prose and shells. Raises ``RenderError`` with what MkDocs complains of, one thing a line."""
        with _complaints() as said:
            try:
                config = _configuration(self.root, folder, said)
                plugin = _plugin(config)
                plugin.corpus, plugin.finishes = corpus, False
                mkdocs_build(config)
            except MkDocsException as error:
                raise RenderError("\n".join(said) or str(error)) from None


def prose_of(root: Path) -> MkDocsProse:
    """The prose of the dossier in ``root``. Raises ``RenderError`` where MkDocs cannot read its configuration."""
    with _complaints() as said:
        return MkDocsProse(root, settings_of(_configuration(root, root / "site", said)))


def _configuration(root: Path, folder: Path, said: list[str]) -> MkDocsConfig:
    """What ``mkdocs.yml`` says. Raises ``RenderError`` where that is nothing that MkDocs can read."""
    text, problems = read_text(root / CONFIGURATION, CONFIGURATION)
    if problems:
        raise RenderError(listing(problems))
    if is_too_deep(text, DEEPEST_CONFIGURATION):
        raise RenderError(f"{CONFIGURATION}: nested deeper than {DEEPEST_CONFIGURATION}")
    try:
        config = load_config(str(root / CONFIGURATION), site_dir=str(folder), strict=True)
    except MkDocsException as error:
        raise RenderError("\n".join(f"{CONFIGURATION}: {line}" for line in said or [str(error)])) from None
    if found := faults_in(config):
        raise RenderError("\n".join(f"{CONFIGURATION}: {line}" for line in found))
    if Path(config.docs_dir) != root / "docs":
        raise RenderError(f"{CONFIGURATION}: docs_dir must be docs, the folder that is checked")
    return config


@contextmanager
def _complaints() -> Iterator[list[str]]:
    """The list of what MkDocs warns of meanwhile."""
    said: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: said.append(record.getMessage())  # type: ignore[method-assign]
    LOG.addHandler(handler)
    try:
        yield said
    finally:
        LOG.removeHandler(handler)
