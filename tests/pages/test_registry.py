from __future__ import annotations

from dossier.corpus.corpus import Corpus
from dossier.corpus.permalinks import page_addresses
from dossier.model.addresses import SITE_PAGES
from dossier.pages.registry import PAGES


def test_each_listed_address_has_one_page() -> None:
    assert sorted(one.address for one in PAGES) == sorted(SITE_PAGES)


def test_each_page_keeps_its_address(mini: Corpus) -> None:
    assert {one.address for one in PAGES} <= set(page_addresses(mini))
