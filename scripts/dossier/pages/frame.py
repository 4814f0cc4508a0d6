"""What stands around the content of every page, as views: the way to it, and what paper says of it."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from dossier.editions.site_info import SiteInfo
from dossier.pages.page import Page
from dossier.pages.templating import safe_address


@dataclass(frozen=True, slots=True)
class Crumb:
    """A page on the way from the home page down."""

    title: str
    address: Markup


@dataclass(frozen=True, slots=True)
class Crumbs:
    """The way from the home page to a page, and whether the page is one to cite."""

    trail: tuple[Crumb, ...]
    is_citable: bool


def crumbs_view(page: Page, *, is_citable: bool) -> Crumbs:
    """The way to a page."""
    return Crumbs(tuple(Crumb(title, safe_address(address)) for title, address in page.crumbs), is_citable)


@dataclass(frozen=True, slots=True)
class Handout:
    """What a printed page says of where it comes from. ``address`` is for good; empty where there is none."""

    site_name: str
    edition: str
    date: str
    address: Markup


def handout_view(info: SiteInfo, address: str) -> Handout:
    """What a printed page says of itself."""
    return Handout(info.name, info.edition.name, info.edition.date, safe_address(info.cited(address)))
