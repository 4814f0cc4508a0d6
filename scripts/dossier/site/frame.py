"""What every page of a site has around its content, and the pages of records in their shells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup, escape

from dossier.citations.cite_box import Citer, parts_of, rests_on
from dossier.citations.csl_json import Cited, Item, page_item, record_item
from dossier.corpus.comparison import QuestionAnswers
from dossier.corpus.corpus import Corpus
from dossier.corpus.themes import LongList
from dossier.editions.site_info import SiteInfo
from dossier.exports.linked_data import LinkedNode
from dossier.model.addresses import COMPARE, SEARCH, root_of, url_for
from dossier.model.records import Kind, PageRedirect, Record, Redirect
from dossier.model.words import Words
from dossier.pages.changes import history_view
from dossier.pages.context import Context
from dossier.pages.frame import crumbs_view, handout_view
from dossier.pages.head import Head, head_view
from dossier.pages.imprint import Imprint
from dossier.pages.page import (
    Page,
    page_of_former_list,
    page_of_former_pair,
    page_of_list,
    page_of_page_redirect,
    page_of_pair,
    page_of_redirect,
    record_of,
)
from dossier.pages.pair import pair_view
from dossier.pages.record_lists import list_page
from dossier.pages.record_pages import record_page
from dossier.pages.redirect import former_list_view, former_pair_view, page_redirect_view, redirect_view
from dossier.pages.social_card import CardLink
from dossier.pages.templating import Templates, safe_address
from dossier.site.csp import policy
from dossier.site.shell import Shell, headings

# How much deeper the page of a long list lies than that of its record.
LIST_DEPTH = 2
# How much deeper the page of two sources lies than that of all.
PAIR_DEPTH = 2

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Site:
    """A site that is being filled: what a renderer made lies in ``rendered``, pages are written into ``folder``.

    ``hashes`` are those of the scripts in the theme's own pages, ``around`` the slots of the words around every page.
    """

    folder: Path
    rendered: Path
    context: Context
    templates: Templates
    info: SiteInfo
    shells: Mapping[Kind, Shell]
    citer: Citer
    imprint: Imprint
    hashes: tuple[str, ...]
    around: Mapping[str, str]

    @property
    def words(self) -> Words:
        """The words of the interface."""
        return self.context.corpus.words

    def shell_at(self, address: str) -> Shell:
        """The page that the renderer made at an address, as a shell."""
        return Shell.of((self.rendered / address / "index.html").read_text("utf-8"))

    def write(self, address: str, text: str, name: str = "index.html") -> None:
        """Writes the page at an address, or another file beside it."""
        target = self.folder / address
        target.mkdir(parents=True, exist_ok=True)
        (target / name).write_text(text, "utf-8", newline="\n")

    def print(self, template: str, address: str, **values: object) -> Markup:
        """A template for the page at an address."""
        return self.templates.render(template, address, **values)


def record_html(site: Site, record: Record) -> str:
    """The HTML of the page of a record, which says on top what changed in it since it was first published."""
    page = record_page(site.context, site.templates, record)
    page = page.with_content(changed_in(site, record) + page.content)
    return filled(site, site.shells[record.kind_of_record], page)


def list_html(site: Site, record: Record, one: LongList) -> str:
    """The HTML of the page of a long list of a record."""
    page = page_of_list(site.words, record, one)
    page = page.with_content(site.print("record-list.html", page.address, page=list_page(site.context, record, one)))
    return filled(site, site.shells[record.kind_of_record].deeper(LIST_DEPTH), page)


def former_list_html(site: Site, kind: Kind, key: str, address: str) -> str:
    """The HTML of the page at the address of a long list that is no more, which leads to where its record is."""
    page = page_of_former_list(site.context.corpus, kind, key, address)
    view = former_list_view(site.words, page, page.goes_to)
    page = page.with_content(site.print("redirect.html", page.address, view=view))
    return filled(site, site.shells[kind].deeper(LIST_DEPTH), page)


def pair_html(site: Site, every: Sequence[QuestionAnswers], pairs: Sequence[Pair], pair: Pair) -> str:
    """The HTML of the page of two sources beside each other; ``pairs`` are all that have a page."""
    page = page_of_pair(site.words, *site.context.corpus.oldest_first(map(site.context.corpus.source, pair)))
    view = pair_view(site.context, every, pairs, pair)
    page = page.with_content(site.print("pair.html", page.address, page=view))
    return filled(site, site.shell_at(COMPARE).deeper(PAIR_DEPTH), page)


def former_pair_html(site: Site, address: str, to: str) -> str:
    """The HTML of the page at the address of two sources that no longer stand beside each other there."""
    page = page_of_former_pair(site.words, address, to)
    page = page.with_content(site.print("redirect.html", address, view=former_pair_view(site.words, page)))
    return filled(site, site.shell_at(COMPARE).deeper(PAIR_DEPTH), page)


def redirect_html(site: Site, redirect: Redirect) -> str:
    """The HTML of the page at the address of a record that is gone."""
    page = page_of_redirect(site.context.corpus, redirect)
    view = redirect_view(site.context, redirect, site.info)
    page = page.with_content(site.print("redirect.html", page.address, view=view))
    return filled(site, site.shells[redirect.kind], page)


def page_redirect_html(site: Site, redirect: PageRedirect, titles: Mapping[str, str]) -> str:
    """The HTML of the page at the address of a page that is gone, in the shell that was made for it.

    ``titles`` are those of pages, by address.
    """
    page = page_of_page_redirect(site.words, redirect, titles)
    view = page_redirect_view(site.words, redirect, titles, site.info)
    page = page.with_content(site.print("redirect.html", page.address, view=view))
    return filled(site, site.shell_at(page.address), page)


def changed_in(site: Site, record: Record) -> Markup:
    """What changed in a record from edition to edition; empty where nothing did."""
    view = history_view(site.words, site.info.history, record.id)
    return site.print("history.html", url_for(record), view=view) if view else Markup()


def filled(
    site: Site,
    shell: Shell,
    page: Page,
    about: Sequence[LinkedNode] = (),
    items: Sequence[tuple[str, str]] = (),
    card: CardLink | None = None,
) -> str:
    """The HTML of a page that is no prose. ``about``, ``items`` and ``card`` as ``head_view`` takes them."""
    record = record_of(site.context.corpus, page)
    behind = rests_on(site.context.corpus, record) if record else []
    values = frame_of(site, page, behind, about, items, card)
    return shell.fill({**values, "contents": contents_of(site, page, page.content), "content": page.content})


def frame_of(
    site: Site,
    page: Page,
    behind: Sequence[Cited],
    about: Sequence[LinkedNode] = (),
    items: Sequence[tuple[str, str]] = (),
    card: CardLink | None = None,
) -> dict[str, str]:
    """The slots that every page has. ``behind`` are the publications that it rests on."""
    info = site.info
    names = dict.fromkeys(name for name in (page.title, page.label, info.name) if name)
    citable = not page.goes_to and page.address != SEARCH
    return {
        "title": escape(" · ".join(names)),
        "head": site.print("head.html", page.address, view=_head(site, page, about, items, card)),
        "handout": site.print("handout.html", page.address, view=handout_view(info, page.address)),
        "crumbs": site.print("crumbs.html", page.address, view=crumbs_view(page, is_citable=citable)),
        "cite": _cite(site, page, behind) if citable else "",
        "imprint": imprint_line(site, page.address, root_of(page.address)),
        "kind": page.kind,
        "id": page.id,
        **site.around,
    }


def frame_words(words: Words) -> dict[str, str]:
    """The slots of the words that stand around every page."""
    return {f"word-{key.replace('_', '-')}": escape(text) for key, text in words.under("frame").items()}


def imprint_line(site: Site, address: str, base: str) -> Markup:
    """Who makes the site and how far it goes, in a line; ``base`` leads from the page to the root of the site."""
    return site.print("imprint-line.html", address, view=site.imprint, base=safe_address(base))


def _head(
    site: Site, page: Page, about: Sequence[LinkedNode], items: Sequence[tuple[str, str]], card: CardLink | None
) -> Head:
    return head_view(site.context.corpus, page, site.info, policy(site.hashes), items=items, about=about, card=card)


def _cite(site: Site, page: Page, behind: Sequence[Cited]) -> Markup:
    """How to cite a page and what it rests on."""
    parts = parts_of(site.citer, item_of(site.context.corpus, page, site.info), behind, site.info)
    return site.print("cite-page.html", page.address, parts=parts)


def contents_of(site: Site, page: Page, html: str) -> Markup:
    """The table of contents of a page whose headings are in ``html``."""
    return site.print("contents.html", page.address, entries=headings(html))


def item_of(corpus: Corpus, page: Page, info: SiteInfo) -> Item:
    """A page of the site as what is cited: under the whole heading of its record, where it is one's."""
    record = record_of(corpus, page)
    return record_item(record, info) if record else page_item(page.cited_as or page.title, page.address, info)
