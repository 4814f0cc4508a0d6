"""Zensical, by the makers of Material for MkDocs: it runs no plugin, so all that the prose needs is laid before it.

It renders a project of its own, made of ``docs/``, the generated pages, our templates and our Markdown extension.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import click
import yaml
from yaml_env_tag import construct_env_tag

from dossier.corpus.corpus import Corpus
from dossier.reading.editor_files import left_by_editor
from dossier.site.configuration import faults_in, keeper_of
from dossier.site.renderer import RenderError, Settings
from dossier.site.stub_pages import stub_pages

PROJECT, OVERRIDES = ".rendering", "overrides"
LONGEST_SECONDS = 600
COMPLAINT = re.compile(r"(?:Warning|Error): ([^\n]+)\n\s*\S*\[ ([^\]\n]+?) \]")
LAST_WORDS = re.compile(r"^\w*Error: (.+)$", re.MULTILINE)


class _Loader(yaml.SafeLoader):
    """YAML with the tag ``!ENV`` of ``mkdocs.yml``."""


_Loader.add_constructor("!ENV", construct_env_tag)


@dataclass(frozen=True, slots=True)
class ZensicalProse:
    """The prose of the dossier in ``root``, whose configuration is ``config``."""

    root: Path
    config: Mapping[str, Any]
    settings: Settings

    def render(self, folder: Path, corpus: Corpus, /) -> None:
        """Writes prose and shells. Raises ``RenderError`` with what Zensical complains of."""
        project = lay_out(self.root, folder / PROJECT, self.config, corpus)
        _run(project)
        for path in (project / "site").iterdir():
            path.rename(folder / path.name)
        shutil.rmtree(project)
        (folder / "search.json").unlink(missing_ok=True)


def prose_of(root: Path) -> ZensicalProse:
    """The prose of the dossier in ``root``. Raises ``RenderError`` where its configuration cannot be read."""
    config = read_config(root / "mkdocs.yml")
    return ZensicalProse(root, config, settings_of(config))


def settings_of(config: Mapping[str, Any]) -> Settings:
    """What the configuration says of the site. Raises ``RenderError`` where it does not name the plugin."""
    url, options = str(config.get("site_url") or ""), options_of(config)
    description = str(config.get("site_description") or "")
    with_slash = f"{url.rstrip('/')}/" if url else ""
    search, markdown = (options.get(name, True) for name in ("search", "markdown"))
    return Settings(str(config["site_name"]), with_slash, description, search, keeper_of(config), markdown)


def read_config(path: Path) -> dict[str, Any]:
    """The configuration of a site. Raises ``RenderError`` where it is no mapping or names no site."""
    try:
        config = yaml.load(path.read_text("utf-8"), _Loader)  # noqa: S506  a safe loader
    except yaml.YAMLError as error:
        raise RenderError(f"{path.name}: {error}") from None
    if not isinstance(config, dict) or not config.get("site_name"):
        raise RenderError(f"{path.name} needs a site_name")
    if found := faults_in(config):
        raise RenderError("\n".join(f"{path.name}: {line}" for line in found))
    return config


def options_of(config: Mapping[str, Any]) -> Mapping[str, Any]:
    """What the configuration sets for our plugin. Raises ``RenderError`` where it does not name the plugin."""
    for plugin in config.get("plugins") or ():
        if plugin == "dossier":
            return {}
        if isinstance(plugin, dict) and "dossier" in plugin:
            return plugin["dossier"] or {}
    raise RenderError("mkdocs.yml does not name the plugin: plugins: [dossier]")


def for_zensical(config: Mapping[str, Any]) -> dict[str, Any]:
    """The configuration of the project: our templates and Markdown extension, and Material's looks."""
    return {
        **config,
        "site_dir": "site",
        "docs_dir": "docs",
        "plugins": [],
        "theme": {**_theme(config), "variant": "classic", "custom_dir": OVERRIDES},
        "markdown_extensions": [*(config.get("markdown_extensions") or ()), "dossier.renderers.markdown_extension"],
    }


def _theme(config: Mapping[str, Any]) -> Mapping[str, Any]:
    theme = config.get("theme")
    return theme if isinstance(theme, dict) else {}


def lay_out(root: Path, project: Path, config: Mapping[str, Any], corpus: Corpus) -> Path:
    """The folder of a project that Zensical can render. The dossier's own templates lie under ours, as with MkDocs."""
    shutil.copytree(root / "docs", project / "docs", ignore=lambda _, names: set(filter(left_by_editor, names)))
    if own := _theme(config).get("custom_dir"):
        shutil.copytree(root / own, project / OVERRIDES)
    with as_file(files("dossier.renderers") / "theme") as theme:
        shutil.copytree(theme, project / OVERRIDES, dirs_exist_ok=True)
    for name, text in stub_pages(corpus).items():
        page = project / "docs" / name
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(text, "utf-8")
    (project / "mkdocs.yml").write_text(
        yaml.safe_dump(for_zensical(config), allow_unicode=True, sort_keys=False), "utf-8"
    )
    return project


def _run(project: Path) -> None:
    words = [sys.executable, "-m", "zensical", "build", "--strict", "--clean", "--config-file", "mkdocs.yml"]
    done = subprocess.run(  # noqa: S603
        words, cwd=project, capture_output=True, text=True, check=False, timeout=LONGEST_SECONDS
    )
    if done.returncode != 0:
        raise RenderError(complaints(click.unstyle(done.stdout + done.stderr)))


def complaints(said: str) -> str:
    """What Zensical complains of, one thing a line with its place in ``docs/``."""
    found = [f"docs/{place}: {words}" for words, place in COMPLAINT.findall(said)]
    return "\n".join(found or LAST_WORDS.findall(said)[-1:] or [said.strip()])
