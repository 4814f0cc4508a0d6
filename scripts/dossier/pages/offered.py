"""What a page offers to a reference manager beside itself: the publications that it presents."""

from __future__ import annotations

from markupsafe import Markup, escape

from dossier.citations.coins import context_object
from dossier.citations.csl_json import Item, source_item
from dossier.corpus.corpus import Corpus
from dossier.model.addresses import SECTIONS
from dossier.model.licence import DATA_LICENCE
from dossier.model.records import Claim, Source
from dossier.pages.page import Page, record_of


def offered(corpus: Corpus, page: Page, item: Item) -> list[Markup]:
    """The publications that a page presents, and then the page, as ``item``, for a reader to choose from.

    That of a source or of a claim presents one, and the list of all sources all. Every other page offers itself alone,
    by the tags in its head. The page is in the language of the words around it.
    """
    sources = _presented(corpus, page)
    if not sources:
        return []
    language = corpus.words.language_of("cite_page.cite_page")
    own = context_object(item | {"language": language}, rights=DATA_LICENCE.url, abstract=page.description)
    return [escape(one) for one in (*(context_object(source_item(source)) for source in sources), own)]


def _presented(corpus: Corpus, page: Page) -> list[Source]:
    match record_of(corpus, page):
        case Source() as source:
            return [source]
        case Claim() as claim:
            return [corpus.source(claim.source)]
        case _:
            return corpus.of(Source) if page.address == f"{SECTIONS['source']}/" else []
