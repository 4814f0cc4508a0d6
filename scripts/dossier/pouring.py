"""Shells and pages of prose to a whole site: records poured, prose filled, and the files beside them."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from importlib.resources import as_file, files
from pathlib import Path

from dossier.addresses import (
    CHANGES,
    DATA,
    DICTIONARY,
    MAP,
    NETWORK,
    POSITIONS,
    SEARCH,
    SECTIONS,
    TIMELINE,
    document_url,
    url_for,
)
from dossier.citations import Cited, page_item, paragraph_item, record_item, with_locator
from dossier.citations import source_item as article_item
from dossier.citing import Citer, rests_on
from dossier.corpus import Corpus
from dossier.data_pages import data_nodes, data_page, dictionary_page, handed_out, write_data
from dossier.documents import Documents
from dossier.exports.files import Download
from dossier.feeds import changes_page
from dossier.feeds import files as feed_files
from dossier.map_page import map_page
from dossier.network import network_page
from dossier.pages import Page, Pages
from dossier.parallels import parallels
from dossier.policy import inline_hashes
from dossier.positions import positions_page
from dossier.records import Kind, Source
from dossier.shells import Shell
from dossier.site import Site
from dossier.site_files import not_found, opensearch, sitemap, write_headers
from dossier.site_info import SiteInfo
from dossier.styles import write_styles
from dossier.timeline import timeline_page

SHELL = "_shell"


def pour(
    rendered: Path,
    corpus: Corpus,
    info: SiteInfo,
    tell: Callable[[str, int], None] = lambda _step, _number: None,
    *,
    records: bool = True,
    citer: Citer | None = None,
) -> Site:
    """Fills shells and prose in ``rendered`` in place, and writes a page for each record and the downloads.

    ``tell`` is told of each step and the number of its pages. Without ``records`` their pages and the downloads are
    not written; the site that is returned makes each page when it is asked for. A ``citer`` that has built before
    makes only what is new to it.
    """
    pages = Pages(corpus)
    shells = _shells(rendered)
    frames = "".join(text for shell in shells.values() for text in shell.texts)
    site = Site(rendered, pages, info, shells, citer or Citer(), tuple(inline_hashes(frames)))
    lists = [pages.listing(kind) for kind in SECTIONS]
    site.citer.prepare(_cited(corpus, info, lists, records=records))
    addresses = Documents(site, parallels(corpus)).prose()
    tell("pages of prose", len(addresses))
    for page in lists:
        site.write_shelled(page.address.rstrip("/"), page)
    if records:
        tell("pages of records", site.records())
    _besides(site, write_data(rendered, corpus, info) if records else [])
    poured = [url_for(record) for record in corpus.records.values() if not isinstance(record, Source)]
    not_found(site)
    listed = [page.address for page in lists]
    sitemap(site, [*addresses, *listed, *poured, SEARCH, POSITIONS, TIMELINE, MAP, NETWORK, CHANGES, DATA, DICTIONARY])
    opensearch(site)
    write_headers(site)
    copy_assets(rendered / "assets" / "dossier")
    write_styles(rendered, (rendered / address / "index.html" for address in addresses))
    return site


def _besides(site: Site, downloads: list[Download]) -> None:
    """The pages that are neither prose nor records, and the feed."""
    pages, info = site.pages, site.info
    site.write_shelled(SEARCH.rstrip("/"), _search_page(pages))
    site.write_shelled(POSITIONS.rstrip("/"), positions_page(pages))
    site.write_shelled(CHANGES.rstrip("/"), changes_page(pages, info.history, info.url))
    site.write_shelled(DICTIONARY.rstrip("/"), dictionary_page(pages))
    site.write_shelled(TIMELINE.rstrip("/"), timeline_page(pages))
    site.write_shelled(MAP.rstrip("/"), map_page(pages))
    site.write_shelled(NETWORK.rstrip("/"), network_page(pages))
    page, more = data_page(pages, info, downloads), data_nodes(pages.corpus, info, downloads)
    site.write_shelled(DATA.rstrip("/"), page, more, handed_out(downloads))
    for name, text in feed_files(pages, info.history, info.name, info.url).items():
        (site.folder / name).write_text(text, "utf-8", newline="\n")


def _cited(corpus: Corpus, info: SiteInfo, lists: list[Page], *, records: bool) -> Iterator[Cited]:
    """Whatever a page of the site cites, so that all of it is made at once."""
    yield from (Cited(page_item(page.title, page.address, info)) for page in lists)
    for document in corpus.documents:
        address = document_url(document)
        yield Cited(page_item(document.title if address else info.name, address, info))
    for record in corpus.records.values():
        if records or isinstance(record, Source):
            yield Cited(record_item(record, info))
            yield from rests_on(corpus, record)
    for source in corpus.of(Source):
        article = corpus.article(source.id)
        for number in article.paragraphs if article else ():
            yield Cited(paragraph_item(source, number, info))
            yield with_locator(article_item(source), [number])


def _shells(rendered: Path) -> dict[Kind, Shell]:
    """The shell of each kind, taken out of the rendered site."""
    shells = {}
    for kind, section in SECTIONS.items():
        folder = rendered / section / SHELL
        shells[kind] = Shell.of((folder / "index.html").read_text("utf-8"))
        shutil.rmtree(folder)
    return shells


def copy_assets(target: Path) -> None:
    """Our own scripts, out of the package."""
    with as_file(files("dossier") / "assets") as assets:
        shutil.copytree(assets, target, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.css"))


def _search_page(pages: Pages) -> Page:
    content = pages.part("search.html", SEARCH)
    return Page(SEARCH, "search", "search", "Search", "", "Search the whole site.", content, (("Search", SEARCH),))
