"""Single pages printed from a corpus, without a site around them."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from dossier.corpus.comparison import all_answers, source_pairs
from dossier.corpus.corpus import Corpus
from dossier.editions.history import History
from dossier.editions.site_info import SiteInfo
from dossier.editions.state import UNPUBLISHED
from dossier.model.addresses import CHANGES, MAP, NETWORK, SECTIONS, TIMELINE, pair_url
from dossier.model.records import Kind, Record
from dossier.pages.context import context_of
from dossier.pages.page import Page
from dossier.pages.pair import pair_view
from dossier.pages.record_pages import record_page
from dossier.pages.registry import PAGES, PageInput
from dossier.pages.templating import templates

PRINTER = templates()


class Pages:
    """Prints the pages of one corpus."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self.context = context_of(corpus)

    def record(self, record: Record) -> Page:
        """The page of a record of any kind but a source."""
        return record_page(self.context, PRINTER, record)

    def registered(self, address: str, history: History | None = None, url: str = "") -> Page:
        """A page that is that of no record."""
        info = SiteInfo("Lamp Dossier", url, "", UNPUBLISHED, history or History())
        (one,) = (one for one in PAGES if one.address == address)
        return one.page(PageInput(self.context, info, ()), PRINTER)

    def listing(self, kind: Kind) -> Page:
        """The list of all records of a kind."""
        return self.registered(f"{SECTIONS[kind]}/")

    def pair(self, one: str, other: str) -> Markup:
        """The content of the page of two sources beside each other."""
        view = pair_view(self.context, all_answers(self.corpus), source_pairs(self.corpus), (one, other))
        return self.part("pair.html", pair_url(one, other), page=view)

    def part(self, template: str, address: str, **values: Any) -> Markup:
        """A template printed for the page at an address."""
        return PRINTER.render(template, address, **values)


def timeline_page(pages: Pages) -> Page:
    return pages.registered(TIMELINE)


def network_page(pages: Pages) -> Page:
    return pages.registered(NETWORK)


def map_page(pages: Pages) -> Page:
    return pages.registered(MAP)


def changes_page(pages: Pages, history: History, url: str) -> Page:
    return pages.registered(CHANGES, history, url)
