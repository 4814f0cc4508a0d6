from __future__ import annotations

from dataclasses import replace
from html import unescape
from urllib.parse import parse_qs

import pytest

from dossier.corpus.corpus import Corpus
from dossier.editions.site_info import SiteInfo
from dossier.editions.state import Edition
from dossier.model.words import ENGLISH, words_of
from dossier.pages.context import Context
from dossier.pages.head import item_of
from dossier.pages.offered import offered
from dossier.pages.page import Page, page_of_record
from tests.support.links import BuiltPage

INFO = SiteInfo("Lamp Dossier", "https://lamp.example/", "", Edition("2026.1", "2026-01-09"))


def found(corpus: Corpus, page: Page) -> list[dict[str, str]]:
    values = offered(corpus, page, item_of(corpus, page, INFO))
    return [{key: told[0] for key, told in parse_qs(unescape(one)).items()} for one in values]


@pytest.mark.parametrize(("key", "label"), [("board-1934", "Harbour Board 1934"), ("board-1934-c01", "")])
def test_a_source_and_a_claim_offer_the_article_and_then_the_page(context: Context, key: str, label: str) -> None:
    record = context.corpus.records[key]
    page = page_of_record(context.corpus, record, context.plain)
    article, own = found(context.corpus, page)
    assert (article["rft.btitle"], article["rft.aucorp"]) == ("Report on the Lamps", "Harbour Board of Brisa")
    assert not {"rft_id", "rft.identifier", "rft.rights", "rft.description"} & article.keys()
    assert label in own["rft.title"]
    assert own["rft.identifier"] == f"https://lamp.example/2026.1/{page.address}"
    assert (own["rft.date"], own["rft.source"], own["rft.type"]) == ("2026-01-09", "Lamp Dossier", "webpage")
    assert own["rft.description"] == page.description


def test_a_page_is_offered_in_the_language_of_its_words(context: Context) -> None:
    corpus = context.corpus
    page = page_of_record(corpus, corpus.records["board-1934"], context.plain)
    german = ENGLISH.with_own(words_of({"language": "de", "cite_page": {"cite_page": "Diese Seite zitieren"}}))
    told = [found(one, page)[-1]["rft.language"] for one in (corpus, replace(corpus, words=german))]
    assert told == ["en", "de"]


def test_the_list_of_sources_offers_all_of_them(context: Context) -> None:
    page = Page("sources/", "page", "sources", "Sources", "", "All sources.")
    titles = [one.get("rft.atitle") or one.get("rft.btitle") or one["rft.title"] for one in found(context.corpus, page)]
    assert titles == ["Report on the Lamps", "Lamps & Lies", "The Keepers of Brisa", "Sources"]


@pytest.mark.parametrize("key", ["brisa", "lamp-guild", "who-lit-the-fire", "great-lamp-fire"])
def test_other_pages_offer_themselves_by_their_tags_alone(context: Context, key: str) -> None:
    page = page_of_record(context.corpus, context.corpus.records[key], context.plain)
    assert found(context.corpus, page) == []


def test_what_is_offered_stands_in_built_pages(mini_pages: dict[str, BuiltPage]) -> None:
    number = {address: len(page.tree.cssselect("span.Z3988[title]")) for address, page in mini_pages.items()}
    assert (number["sources/tarn-1931/"], number["sources/"], number["claims/tarn-1931-c05/"]) == (2, 4, 2)
    assert (number["origins/"], number["actors/lamp-guild/"]) == (0, 0)
