from __future__ import annotations

from dossier.corpus.corpus import Corpus
from dossier.corpus.permalinks import page_addresses
from dossier.model.addresses import document_url, url_for
from dossier.pages.registry import PAGES


def test_each_page_keeps_its_address(mini: Corpus) -> None:
    others = {*map(document_url, mini.documents), *map(url_for, mini.records.values())}
    assert sorted(one.address for one in PAGES) == sorted(set(page_addresses(mini)) - others)
