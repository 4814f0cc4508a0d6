"""What renders prose and shells: one protocol for MkDocs, Zensical and ProperDocs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from dossier.corpus.corpus import Corpus
from dossier.editions.site_info import NOBODY, Keeper, SiteInfo
from dossier.model.words import Words


class RenderError(Exception):
    """Raised where a renderer of prose stops, with what it said, one thing a line."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the configuration says of the site. ``url`` ends in a slash, or is empty; ``search`` is whether there is
    to be an index, ``markdown`` whether each page is to be there as a text too.
    """

    name: str
    url: str
    description: str
    search: bool = True
    keeper: Keeper = NOBODY
    markdown: bool = True

    def info(self, words: Words) -> SiteInfo:
        """What pages need of a site that is no published edition."""
        return SiteInfo(self.name, self.url, self.description, keeper=self.keeper, markdown=self.markdown, words=words)


class Prose(Protocol):
    """The prose of a dossier whose configuration has been read."""

    @property
    def settings(self) -> Settings: ...

    def render(self, folder: Path, corpus: Corpus, /) -> None:
        """Writes the pages of prose and the shells (``SHELL``) into an empty folder, their slots unfilled.

        Raises ``RenderError`` with what the renderer complains of.
        """


Renderer = Callable[[Path], Prose]
"""Reads the configuration in a dossier's folder. Raises ``RenderError``."""
