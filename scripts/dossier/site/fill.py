"""Shells and pages of prose to a whole site: records and prose filled, and the files beside them."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from pathlib import Path

from dossier.citations.cite_box import Citer, publication
from dossier.citations.csl_json import Cited, page_item, paragraph_item, record_item
from dossier.corpus.comparison import all_answers, pair_addresses, source_pairs
from dossier.corpus.corpus import Corpus
from dossier.corpus.glossary import definitions_json
from dossier.corpus.permalinks import former_lists, former_pairs, moved_places
from dossier.corpus.related import parallels
from dossier.corpus.themes import all_long_lists, list_addresses
from dossier.editions.site_info import SiteInfo
from dossier.exports.files import Download
from dossier.exports.records import record_file, redirect_file, terms
from dossier.model.addresses import SECTIONS, document_url, list_url, pair_url, redirect_url, url_for
from dossier.model.records import Record, Source
from dossier.pages.context import context_of
from dossier.pages.head import RECORD_JSON
from dossier.pages.imprint import imprint_view
from dossier.pages.page import page_of_list
from dossier.pages.redirect import page_titles, pair_pages
from dossier.pages.registry import PAGES, PageInput, SitePage
from dossier.pages.social_card import CARD, CardLink, CardPicture
from dossier.pages.templating import templates
from dossier.site.card_files import write_card, write_site_card
from dossier.site.csp import inline_hashes
from dossier.site.frame import (
    Site,
    filled,
    former_list_html,
    former_pair_html,
    frame_words,
    list_html,
    page_redirect_html,
    pair_html,
    record_html,
    redirect_html,
)
from dossier.site.known_days import known_days
from dossier.site.minify import write_scripts
from dossier.site.prose_pages import prose_html, public_addresses
from dossier.site.shell import Shell
from dossier.site.site_files import not_found, opensearch, sitemap, write_feed_files, write_headers, write_map_files
from dossier.site.stub_pages import SHELL
from dossier.site.style_sheet import UNASKED, write_styles
from dossier.site.text_files import write_page, write_text_index, write_whole_text
from dossier.site.workers import in_parallel

# How many pages of records one job writes.
SHARE = 25

MakePage = Callable[[], str]


def site_of(folder: Path, rendered: Path, corpus: Corpus, info: SiteInfo, citer: Citer) -> Site:
    """The site of a corpus whose prose and shells lie in ``rendered``, of which nothing is filled yet."""
    shells = {
        kind: Shell.of((rendered / section / SHELL / "index.html").read_text("utf-8")).without_blank_lines()
        for kind, section in SECTIONS.items()
    }
    hashes = inline_hashes("".join(text for shell in shells.values() for text in shell.texts))
    return Site(
        folder=folder,
        rendered=rendered,
        context=context_of(corpus),
        templates=templates(corpus.words),
        info=info,
        shells=shells,
        citer=citer,
        imprint=imprint_view(corpus, info),
        hashes=tuple(hashes),
        around=frame_words(corpus.words),
    )


def fill(site: Site, downloads: Sequence[Download], workers: int) -> None:
    """Writes every page, and the files beside the pages but for the downloads, which are written already."""
    records = list(record_pages(site.context.corpus))
    shares = [records[start : start + SHARE] for start in range(0, len(records), SHARE)]
    given = PageInput(site.context, site.info, tuple(downloads))
    drawn = {one.address for one in PAGES}
    makers = page_makers(site, downloads)
    pages = [partial(_write_page, site, address, make) for address, make in makers.items() if address not in drawn]
    in_parallel(
        [
            *(partial(_write_registered, site, one, given) for one in PAGES),
            *pages,
            partial(write_map_files, site),
            partial(write_site_card, site),
            partial(_write_files, site),
            partial(write_text_index, site, given),
            *(partial(_write_records, site, share) for share in shares),
        ],
        workers,
    )
    if site.info.markdown:
        write_whole_text(site.folder, site.context.corpus)


def record_pages(corpus: Corpus) -> Iterator[Record]:
    """The records that have a page which is no prose: all but sources."""
    return (record for record in corpus.records.values() if not isinstance(record, Source))


def page_makers(site: Site, downloads: Sequence[Download]) -> dict[str, MakePage]:
    """What makes the HTML of each page but those of records, by the address of the page."""
    corpus = site.context.corpus
    related, answers, pairs = parallels(corpus), all_answers(corpus), source_pairs(corpus)
    given, titles = PageInput(site.context, site.info, tuple(downloads)), page_titles(corpus)
    places = moved_places(corpus)
    return {
        **{document_url(one): partial(prose_html, site, one, related) for one in corpus.documents},
        **{one.address: partial(_registered, site, one, given) for one in PAGES},
        **{list_url(record, one.id): partial(list_html, site, record, one) for record, one in all_long_lists(corpus)},
        **{address: partial(former_list_html, site, kind, key, address) for address, kind, key in former_lists(corpus)},
        **{pair_url(*pair): partial(pair_html, site, answers, pairs, pair) for pair in pairs},
        **{address: partial(former_pair_html, site, address, to) for address, to in former_pairs(corpus).items()},
        **{
            redirect_url(one): partial(redirect_html, site, one, places.get(redirect_url(one), ()))
            for one in corpus.redirects.values()
        },
        **{
            one.from_: partial(page_redirect_html, site, one, titles, places.get(one.from_, ()))
            for one in corpus.page_redirects.items
        },
    }


def _registered(site: Site, listed: SitePage, given: PageInput) -> str:
    return _with_card(site, listed, given)[0]


def _with_card(site: Site, listed: SitePage, given: PageInput) -> tuple[str, CardPicture | None]:
    """The HTML of a page, and the picture of its card, if it has one, which is made of the same view."""
    view = listed.view(given)
    page = listed.printed(view, given, site.templates)
    picture = listed.card(view) if site.info.url else None
    card = CardLink(f"{page.address}{CARD}", picture.title) if picture else None
    return filled(site, site.shell_at(page.address), page, listed.about(given), listed.items(given), card), picture


def _write_registered(site: Site, listed: SitePage, given: PageInput) -> None:
    html, picture = _with_card(site, listed, given)
    write_page(site, listed.address, html)
    if picture:
        write_card(site, listed.address, picture)


def _write_page(site: Site, address: str, make: MakePage) -> None:
    write_page(site, address, make())


def _write_records(site: Site, records: Sequence[Record]) -> None:
    for record in records:
        write_page(site, url_for(record), record_html(site, record))
    _write_json(site, records)


def _write_json(site: Site, records: Iterable[Record]) -> None:
    """Writes the JSON of records beside their pages."""
    corpus, info = site.context.corpus, site.info
    said = terms(info.edition)
    for record in records:
        site.write(url_for(record), record_file(corpus, record, info.url, said), RECORD_JSON)


def _write_other_json(site: Site) -> None:
    """Writes the JSON of what has no page of a record: of sources, whose pages are prose, and of redirects."""
    corpus, info = site.context.corpus, site.info
    _write_json(site, corpus.of(Source))
    said = terms(info.edition)
    for redirect in corpus.redirects.values():
        site.write(redirect_url(redirect), redirect_file(corpus, redirect, info.url, said), RECORD_JSON)


def _write_files(site: Site) -> None:
    """Whatever is no page of its own, and is no download."""
    corpus, folder = site.context.corpus, site.folder
    _copy_what_is_no_page(site.rendered, folder)
    _write_other_json(site)
    addresses = [*public_addresses(corpus), *(url_for(one) for one in record_pages(corpus)), *list_addresses(corpus)]
    addresses += pair_addresses(corpus)
    not_found(site)
    sitemap(site, [*addresses, *(one.address for one in PAGES)])
    opensearch(site)
    write_headers(site)
    write_feed_files(site)
    write_scripts(folder / "assets" / "dossier", corpus.words)
    (folder / "assets" / "dossier" / "known.json").write_text(known_days(corpus), "utf-8")
    if site.context.terms:
        (folder / "assets" / "dossier" / "terms.json").write_text(definitions_json(site.context.terms), "utf-8")
    write_styles(folder)


def _copy_what_is_no_page(rendered: Path, folder: Path) -> None:
    """Pictures and other files that lie beside the prose, without those of the theme that no page asks for."""
    unasked = {rendered / name for name in UNASKED}
    pattern = shutil.ignore_patterns("*.html", "sitemap.xml*", SHELL)

    def left_out(parent: str, names: list[str]) -> set[str]:
        return {*pattern(parent, names), *(name for name in names if Path(parent) / name in unasked)}

    shutil.copytree(rendered, folder, ignore=left_out, dirs_exist_ok=True)


def cited(corpus: Corpus, info: SiteInfo) -> Iterator[Cited]:
    """Whatever a page of the site cites, so that all of it is made at once."""
    yield from cited_in_prose(corpus, info)
    yield from cited_in_lists(corpus, info)
    for record in record_pages(corpus):
        yield Cited(record_item(record, info))


def cited_in_lists(corpus: Corpus, info: SiteInfo) -> Iterator[Cited]:
    """The pages of long lists, and those of two sources."""
    lists = (page_of_list(corpus.words, record, one) for record, one in all_long_lists(corpus))
    pages = chain(lists, pair_pages(corpus))
    return (Cited(page_item(page.title, page.address, info)) for page in pages)


def cited_in_prose(corpus: Corpus, info: SiteInfo) -> Iterator[Cited]:
    """What pages of prose and lists cite, among them each paragraph of each article."""
    yield from (Cited(page_item(one.title(corpus.words), one.address, info)) for one in PAGES)
    for document in corpus.documents:
        address = document_url(document)
        yield Cited(page_item(document.title if address else info.name, address, info))
    for source in corpus.of(Source):
        yield Cited(record_item(source, info))
        yield publication(source)
        article = corpus.article(source.id)
        for number in article.paragraphs if article else ():
            yield Cited(paragraph_item(source, number, info))
