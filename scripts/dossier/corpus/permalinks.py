"""Every address that the site has ever had, fragments included, and those that it has now."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dossier.corpus.comparison import pair_addresses
from dossier.corpus.corpus import Corpus
from dossier.corpus.themes import list_addresses
from dossier.model.addresses import (
    COMPARE,
    SECTIONS,
    SITE_PAGES,
    claim_fragment_url,
    document_url,
    former_position_url,
    pair_url,
    paragraph_url,
    position_url,
    redirect_url,
    url_for,
)
from dossier.model.records import Claim, Kind, Question

LIST = re.compile(r"(?P<section>[a-z]+)/(?P<record>[a-z0-9-]+)/claims/[a-z0-9-]+/")
PAIR = re.compile(rf"{COMPARE}(?P<one>[a-z0-9-]+)/(?P<other>[a-z0-9-]+)/")
# The fragments of paragraphs and claims.
NO_HEADING = re.compile(r"p\d+|[a-z0-9-]+-c\d+")


def published(corpus: Corpus) -> list[str]:
    """The addresses that this dossier's site has, sorted: pages, paragraphs, headings, claims, positions."""
    return sorted(set(_addresses(corpus)))


def page_addresses(corpus: Corpus) -> Iterator[str]:
    """The address of each page of this dossier's site but those that only say where something went."""
    yield from SITE_PAGES
    yield from map(document_url, corpus.documents)
    yield from map(url_for, corpus.records.values())
    yield from list_addresses(corpus)
    yield from pair_addresses(corpus)


def _addresses(corpus: Corpus) -> Iterator[str]:
    yield from page_addresses(corpus)
    yield from _moved_pages(corpus)
    for document in corpus.documents:
        source = document.name.removeprefix("sources/")
        yield from (paragraph_url(source, number) for number in document.paragraphs)
        yield from (f"{document_url(document)}#{block.id}" for block in document.blocks if block.level > 1)
    yield from map(claim_fragment_url, corpus.of(Claim))
    for question in corpus.of(Question):
        yield from (position_url(question, position) for position in question.positions)
    yield from map(former_position_url, corpus.position_redirects.items)


def _moved_pages(corpus: Corpus) -> Iterator[str]:
    """The addresses of pages that say where something went."""
    yield from map(redirect_url, corpus.redirects.values())
    yield from (redirect.from_ for redirect in corpus.page_redirects.items)


def lost(corpus: Corpus) -> list[tuple[int, str]]:
    """The listed addresses that lead nowhere any more, each with its line. What moved takes its own along.

    A heading is not among them: its page is still there.
    """
    missing = _missing(corpus)
    headings = set(_headings_of(corpus, missing))
    return [one for one in missing if one not in headings]


def lost_headings(corpus: Corpus) -> list[tuple[int, str]]:
    """The listed addresses of headings on pages of prose that these no longer have, each with its line."""
    return _headings_of(corpus, _missing(corpus))


def _headings_of(corpus: Corpus, listed: Iterable[tuple[int, str]]) -> list[tuple[int, str]]:
    """Those of the listed addresses that are of headings on pages of prose."""
    pages = set(map(document_url, corpus.documents))
    return [(line, address) for line, address in listed if _is_heading(address, pages)]


def _is_heading(address: str, pages: set[str]) -> bool:
    page, _, fragment = address.partition("#")
    return page in pages and bool(fragment) and not NO_HEADING.fullmatch(fragment)


def _missing(corpus: Corpus) -> list[tuple[int, str]]:
    if not corpus.is_whole:
        return []
    kept = set(published(corpus))
    moved = {*_moved_pages(corpus), *(address for address, _, _ in former_lists(corpus)), *former_pairs(corpus)}
    return [
        (line, address)
        for line, address in enumerate(corpus.permalinks, 1)
        if address not in kept and not _moved(address, moved, corpus)
    ]


def former_lists(corpus: Corpus) -> list[tuple[str, Kind, str]]:
    """The pages of long lists that were listed and are no more: address, kind and id of the record that had the list.

    The record itself is there, or has gone where its redirect says.
    """
    there = set(list_addresses(corpus))
    kinds = {section: kind for kind, section in SECTIONS.items()}
    found = (LIST.fullmatch(address) for address in corpus.permalinks if address not in there)
    lists = [(one[0], kinds[one["section"]], one["record"]) for one in found if one and one["section"] in kinds]
    return [one for one in lists if one[2] in corpus.records or one[2] in corpus.redirects]


def former_pairs(corpus: Corpus) -> dict[str, str]:
    """The pages of two sources that were listed and are no more, and where each leads.

    That is the page of the sources that took the place of these, or that of all.
    """
    there = set(pair_addresses(corpus))
    found = {address: one for address in corpus.permalinks if (one := PAIR.fullmatch(address)) and address not in there}
    moved = {address: pair_url(_now(one["one"], corpus), _now(one["other"], corpus)) for address, one in found.items()}
    return {address: to if to in there else COMPARE for address, to in moved.items()}


def _now(source: str, corpus: Corpus) -> str:
    redirect = corpus.redirects.get(source)
    return (redirect.to if redirect else None) or source


def moved_places(corpus: Corpus) -> dict[str, list[tuple[str, str]]]:
    """The places of each page that is gone, by its address: the fragment that was listed, and where that is now.

    A claim leads to where it is, wherever its page went; any other place of a page that was withdrawn leads nowhere.
    """
    gone: dict[str, str | None] = {one.from_: one.target for one in corpus.page_redirects.items}
    for one in corpus.redirects.values():
        gone[redirect_url(one)] = url_for(corpus.records[one.to]) if one.to else None
    listed = (address.partition("#") for address in corpus.permalinks)
    places = [(page, fragment) for page, _, fragment in listed if fragment and page in gone]
    there = set(published(corpus)) if places else set()
    found: dict[str, list[tuple[str, str]]] = {}
    for page, fragment in places:
        to = _place_now(corpus, gone[page], fragment, there)
        if to is not None:
            found.setdefault(page, []).append((fragment, to))
    return found


def _place_now(corpus: Corpus, target: str | None, fragment: str, there: set[str]) -> str | None:
    redirect = corpus.redirects.get(fragment)
    claim = corpus.records.get((redirect.to if redirect else None) or fragment)
    if isinstance(claim, Claim):
        return claim_fragment_url(claim)
    if target is None:
        return None
    same = f"{target.partition('#')[0]}#{fragment}"
    return same if same in there else target


def _moved(address: str, moved: set[str], corpus: Corpus) -> bool:
    page, _, fragment = address.partition("#")
    return page in moved or fragment.removeprefix("position-") in corpus.redirects


def text_of(addresses: list[str]) -> str:
    """The file's text: one address a line."""
    return "".join(f"{address or './'}\n" for address in addresses)
