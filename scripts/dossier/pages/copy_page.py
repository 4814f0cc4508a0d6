"""The page for whoever keeps a copy of the site: how to take one, how to read it, and every file that it has."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from dossier.editions.site_info import SiteInfo
from dossier.pages.templating import safe_address

FILES = "<!-- every file of the site -->"
"""Where the list of all files goes, which is known when all are written."""


@dataclass(frozen=True, slots=True)
class CopyView:
    """``url`` is what a copy is taken of: the edition's address or the site's, or empty; ``files`` is ``FILES``."""

    url: Markup
    edition: str
    files: Markup


def copy_view(info: SiteInfo) -> CopyView:
    """The view of the page."""
    return CopyView(safe_address(info.cited("")), info.edition.name, Markup(FILES))  # noqa: S704  our own
