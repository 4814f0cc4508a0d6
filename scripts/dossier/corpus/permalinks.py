"""Every address that the site has ever had, fragments included, and those that it has now."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.corpus.corpus import Corpus
from dossier.model.addresses import (
    SITE_PAGES,
    claim_fragment_url,
    document_url,
    former_position_url,
    paragraph_url,
    position_url,
    redirect_url,
    url_for,
)
from dossier.model.records import Claim, Question


def published(corpus: Corpus) -> list[str]:
    """The addresses that this dossier's site has and keeps, sorted: pages, paragraphs, claims and positions."""
    return sorted(set(_addresses(corpus)))


def page_addresses(corpus: Corpus) -> Iterator[str]:
    """The address of each page of this dossier's site but those that only say where something went."""
    yield from SITE_PAGES
    yield from map(document_url, corpus.documents)
    yield from map(url_for, corpus.records.values())


def _addresses(corpus: Corpus) -> Iterator[str]:
    yield from page_addresses(corpus)
    yield from _moved_pages(corpus)
    for document in corpus.documents:
        source = document.name.removeprefix("sources/")
        yield from (paragraph_url(source, number) for number in document.paragraphs)
    yield from map(claim_fragment_url, corpus.of(Claim))
    for question in corpus.of(Question):
        yield from (position_url(question, position) for position in question.positions)
    yield from map(former_position_url, corpus.position_redirects.items)


def _moved_pages(corpus: Corpus) -> Iterator[str]:
    """The addresses of pages that say where something went."""
    yield from map(redirect_url, corpus.redirects.values())
    yield from (redirect.from_ for redirect in corpus.page_redirects.items)


def lost(corpus: Corpus) -> list[tuple[int, str]]:
    """The listed addresses that lead nowhere any more, each with its line. What moved takes its own along."""
    if corpus.unread:
        return []
    kept = set(published(corpus))
    moved = set(_moved_pages(corpus))
    return [
        (line, address)
        for line, address in enumerate(corpus.permalinks, 1)
        if address not in kept and not _moved(address, moved, corpus)
    ]


def _moved(address: str, moved: set[str], corpus: Corpus) -> bool:
    page, _, fragment = address.partition("#")
    return page in moved or fragment.removeprefix("position-") in corpus.redirects


def text_of(addresses: list[str]) -> str:
    """The file's text: one address a line."""
    return "".join(f"{address or './'}\n" for address in addresses)
