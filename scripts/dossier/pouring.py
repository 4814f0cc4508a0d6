"""Shells and pages of prose to a whole site: records poured, prose filled, and the files beside them."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from functools import partial
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
from dossier.linked_data import Node
from dossier.map_page import map_page
from dossier.network import network_page
from dossier.pages import Page, Pages
from dossier.parallels import parallels
from dossier.policy import inline_hashes
from dossier.positions import positions_page
from dossier.records import Kind, Source
from dossier.scripts import write_scripts
from dossier.shells import Shell
from dossier.site import Site
from dossier.site_files import not_found, opensearch, sitemap, write_headers
from dossier.site_info import SiteInfo
from dossier.spreading import processors, spread
from dossier.styles import write_styles
from dossier.timeline import timeline_page
from dossier.vocabulary import KINDS

SHELL = "_shell"
# So few records are poured sooner by one process than copies of it are made.
FEW = 300
SHARE = 100


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
    site.citer.prepare(cited(corpus, info, records=records))  # most are made already, where they were begun early
    documents = Documents(site, parallels(corpus))
    addresses = documents.addresses()
    listed = [f"{section}/" for section in SECTIONS.values()]
    poured = [url_for(record) for record in corpus.records.values() if not isinstance(record, Source)]
    downloads, *_ = spread(
        _jobs(site, documents, records=records), processors() if len(poured) > FEW and records else 1
    )
    site.write_shelled(DATA.rstrip("/"), *_data_page(site, downloads or []))
    tell("pages of prose", len(corpus.documents))
    if records:
        tell("pages of records", len(poured))
    not_found(site)
    sitemap(site, [*addresses, *listed, *poured, SEARCH, POSITIONS, TIMELINE, MAP, NETWORK, CHANGES, DATA, DICTIONARY])
    opensearch(site)
    write_headers(site)
    write_scripts(rendered / "assets" / "dossier")
    write_styles(rendered, (rendered / address / "index.html" for address in addresses))
    return site


def _jobs(site: Site, documents: Documents, *, records: bool) -> list[Callable[[], list[Download] | None]]:
    """What is left to write, none of which needs the others. The first makes the downloads."""

    def downloads() -> list[Download] | None:
        return write_data(site.folder, site.pages.corpus, site.info) if records else None

    made = [network_page, map_page, timeline_page, positions_page, dictionary_page, _search_page, _changes_page(site)]
    pages = [partial(_write_page, site, page) for page in made]
    prose = [partial(documents.write, document) for document in site.pages.corpus.documents]
    lists = [partial(site.write_list, kind) for kind in SECTIONS]
    poured = list(site.pages.corpus.records.values()) if records else []
    shares = [partial(site.write_records, poured[start : start + SHARE]) for start in range(0, len(poured), SHARE)]
    redirects = [site.write_redirects] if records else []
    return [downloads, *prose, *pages, *lists, *shares, *redirects, partial(_write_feed, site)]


def _write_page(site: Site, make: Callable[[Pages], Page]) -> None:
    page = make(site.pages)
    site.write_shelled(page.address.rstrip("/"), page)


def _changes_page(site: Site) -> Callable[[Pages], Page]:
    return partial(changes_page, history=site.info.history, url=site.info.url)


def _write_feed(site: Site) -> None:
    for name, text in feed_files(site.pages, site.info.history, site.info.name, site.info.url).items():
        (site.folder / name).write_text(text, "utf-8", newline="\n")


def _data_page(site: Site, downloads: list[Download]) -> tuple[Page, list[Node], list[tuple[str, str]]]:
    corpus, info = site.pages.corpus, site.info
    page = data_page(site.pages, info, downloads)
    return page, data_nodes(corpus, info, downloads), handed_out(downloads)


def cited(corpus: Corpus, info: SiteInfo, *, records: bool) -> Iterator[Cited]:
    """Whatever a page of the site cites, so that all of it is made at once."""
    yield from (Cited(page_item(KINDS[kind][1], f"{section}/", info)) for kind, section in SECTIONS.items())
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


def _search_page(pages: Pages) -> Page:
    content = pages.part("search.html", SEARCH)
    return Page(SEARCH, "search", "search", "Search", "", "Search the whole site.", content, (("Search", SEARCH),))
