"""Shells and pages of prose to a whole site: records poured, prose filled, and the files beside them."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

from dossier.citations.cite_box import Citer, rests_on
from dossier.citations.csl_json import Cited, page_item, paragraph_item, record_item, with_locator
from dossier.citations.csl_json import source_item as article_item
from dossier.corpus.corpus import Corpus
from dossier.editions.site_info import SiteInfo
from dossier.exports.files import Download
from dossier.model.addresses import (
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
    redirect_url,
    url_for,
)
from dossier.model.records import Source
from dossier.model.vocabulary import KINDS
from dossier.pages.compare import positions_page
from dossier.pages.data_page import data_nodes, data_page, dictionary_page, handed_out, write_data
from dossier.pages.map import map_page
from dossier.pages.network import network_page
from dossier.pages.render import Page, Pages
from dossier.pages.timeline import timeline_page
from dossier.site.articles import Documents
from dossier.site.csp import inline_hashes
from dossier.site.feed import changes_page
from dossier.site.feed import files as feed_files
from dossier.site.frame import Site
from dossier.site.minify import write_scripts
from dossier.site.shell import Shell
from dossier.site.site_files import not_found, opensearch, sitemap, write_headers
from dossier.site.style_sheet import write_styles
from dossier.site.workers import processors, spread

SHELL = "_shell"
# So few records are poured sooner by one process than copies of it are made.
FEW = 300
SHARE = 100


Maker = Callable[[], str]


def pour(
    rendered: Path,
    corpus: Corpus,
    info: SiteInfo,
    tell: Callable[[str, int], None] = lambda _step, _number: None,
    *,
    citer: Citer | None = None,
) -> None:
    """Fills shells and prose in ``rendered`` in place, and writes a page for each record and the downloads.

    ``tell`` is told of each step and the number of its pages. A ``citer`` that has made citations before makes only
    what is new to it.
    """
    site = begun(rendered, corpus, info, citer or Citer())
    for section in SECTIONS.values():
        shutil.rmtree(rendered / section / SHELL)
    site.citer.prepare(cited(corpus, info))  # most are made already, where they were begun early
    documents = Documents(site)
    assert documents.parallels is not None  # made here once, for all copies of this process
    made = makers(site, documents)
    poured = [url_for(record) for record in corpus.records.values() if not isinstance(record, Source)]
    downloads, *_ = spread(_jobs(site, made), processors() if len(poured) > FEW else 1)
    site.write(DATA, data_at(site, downloads or []))
    tell("pages of prose", len(corpus.documents))
    tell("pages of records", len(poured))
    not_found(site)
    addresses = documents.addresses()
    listed = [f"{section}/" for section in SECTIONS.values()]
    sitemap(site, [*addresses, *listed, *poured, SEARCH, POSITIONS, TIMELINE, MAP, NETWORK, CHANGES, DATA, DICTIONARY])
    opensearch(site)
    write_headers(site)
    write_scripts(rendered / "assets" / "dossier")
    write_styles(rendered)


def begun(rendered: Path, corpus: Corpus, info: SiteInfo, citer: Citer) -> Site:
    """The site of a corpus whose prose and shells lie in ``rendered``, of which nothing is poured yet."""
    shells = {
        kind: Shell.of((rendered / section / SHELL / "index.html").read_text("utf-8"))
        for kind, section in SECTIONS.items()
    }
    frames = "".join(text for shell in shells.values() for text in shell.texts)
    return Site(rendered, Pages(corpus), info, shells, citer, tuple(inline_hashes(frames)))


def makers(site: Site, documents: Documents) -> dict[str, Maker]:
    """What makes the HTML of each page but those of records and of the downloads, by the address of the page."""
    corpus = site.pages.corpus
    changes = partial(changes_page, history=site.info.history, url=site.info.url)
    pages: dict[str, Callable[[Pages], Page]] = {
        NETWORK: network_page,
        MAP: map_page,
        TIMELINE: timeline_page,
        POSITIONS: positions_page,
        DICTIONARY: dictionary_page,
        SEARCH: _search_page,
        CHANGES: changes,
        **{f"{section}/": partial(Pages.listing, kind=kind) for kind, section in SECTIONS.items()},
    }
    return {
        **{document_url(document): partial(documents.document, document) for document in corpus.documents},
        **{address: partial(_shelled, site, page) for address, page in pages.items()},
        **{redirect_url(redirect): partial(site.redirect, redirect) for redirect in corpus.redirects.values()},
    }


def _shelled(site: Site, page: Callable[[Pages], Page]) -> str:
    return site.shelled(page(site.pages))


def data_at(site: Site, downloads: list[Download]) -> str:
    """The HTML of the page of the downloads."""
    corpus, info = site.pages.corpus, site.info
    page = data_page(site.pages, info, downloads)
    return site.shelled(page, data_nodes(corpus, info, downloads), handed_out(downloads))


def _jobs(site: Site, made: Mapping[str, Maker]) -> list[Callable[[], list[Download] | None]]:
    """What is left to write, none of which needs the others. The first makes the downloads."""

    def downloads() -> list[Download] | None:
        return write_data(site.folder, site.pages.corpus, site.info)

    corpus = site.pages.corpus
    records = {
        url_for(record): partial(site.record, record)
        for record in corpus.records.values()
        if not isinstance(record, Source)
    }
    poured = list(records.items())
    shares = [partial(_write, site, dict(poured[start : start + SHARE])) for start in range(0, len(poured), SHARE)]
    pages = [partial(_write, site, {address: make}) for address, make in made.items()]
    return [downloads, *pages, *shares, partial(_write_feed, site)]


def _write(site: Site, made: Mapping[str, Maker]) -> None:
    for address, make in made.items():
        site.write(address, make())


def _write_feed(site: Site) -> None:
    for name, text in feed_files(site.pages, site.info.history, site.info.name, site.info.url).items():
        (site.folder / name).write_text(text, "utf-8", newline="\n")


def cited(corpus: Corpus, info: SiteInfo) -> Iterator[Cited]:
    """Whatever a page of the site cites, so that all of it is made at once."""
    yield from cited_in_prose(corpus, info)
    for record in corpus.records.values():
        if not isinstance(record, Source):
            yield Cited(record_item(record, info))
            yield from rests_on(corpus, record)


def cited_in_prose(corpus: Corpus, info: SiteInfo) -> Iterator[Cited]:
    """What pages of prose and lists cite, among them each paragraph of each article."""
    yield from (Cited(page_item(KINDS[kind][1], f"{section}/", info)) for kind, section in SECTIONS.items())
    for document in corpus.documents:
        address = document_url(document)
        yield Cited(page_item(document.title if address else info.name, address, info))
    for source in corpus.of(Source):
        yield Cited(record_item(source, info))
        yield from rests_on(corpus, source)
        article = corpus.article(source.id)
        for number in article.paragraphs if article else ():
            yield Cited(paragraph_item(source, number, info))
            yield with_locator(article_item(source), [number])


def _search_page(pages: Pages) -> Page:
    content = pages.part("search.html", SEARCH)
    return Page(SEARCH, "search", "search", "Search", "", "Search the whole site.", content, (("Search", SEARCH),))
