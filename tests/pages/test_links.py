from __future__ import annotations

from dossier.corpus.corpus import Corpus
from dossier.pages.links import Locator, RecordLink, linked, locators, record_links, source_links


def test_every_record_has_a_link_under_its_heading(mini: Corpus) -> None:
    links = record_links(mini)
    assert links.keys() == mini.records.keys()
    assert links["lamp-guild"] == RecordLink("actor", "lamp-guild", links["lamp-guild"].address, "Lamp Guild")
    assert links["lamp-guild"].address == "actors/lamp-guild/"


def test_sources_are_linked_under_their_labels(mini: Corpus) -> None:
    assert {key: one.words for key, one in source_links(mini).items()} == {
        "board-1934": "Harbour Board 1934",
        "quay-2002": "Quay 2002",
        "tarn-1931": "Tarn 1931",
    }


def test_links_stand_in_the_order_given(mini: Corpus) -> None:
    assert [one.id for one in linked(record_links(mini), ["north-head", "brisa"])] == ["north-head", "brisa"]


def test_a_locator_leads_to_its_paragraph() -> None:
    assert [(one.number, str(one.address)) for one in locators("tarn-1931", (2, 3))] == [
        (2, "sources/tarn-1931/#p2"),
        (3, "sources/tarn-1931/#p3"),
    ]
    assert isinstance(locators("tarn-1931", (2,))[0], Locator)
