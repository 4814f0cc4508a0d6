from __future__ import annotations

from dossier.model.licence import DATA_LICENCE
from dossier.pages.meta_tags import Link, page_tags, signposts

HERE = "https://lamp.example/sources/tarn-1931/"
PAGE = {
    "type": "webpage",
    "title": "The Keepers of Brisa (Tarn 1931, restated)",
    "container-title": "Lamp Dossier",
    "issued": {"date-parts": [[2026, 1, 9]]},
    "URL": HERE,
}


def test_a_page_is_described_as_itself() -> None:
    assert list(page_tags(PAGE)) == [
        ("DC.title", "The Keepers of Brisa (Tarn 1931, restated)"),
        ("DC.date", "2026-01-09"),
        ("DC.identifier", HERE),
        ("DC.rights", DATA_LICENCE.url),
    ]


def test_the_address_of_an_edition_goes_before_that_of_the_latest() -> None:
    assert ("citation_public_url", HERE) in page_tags(PAGE | {"version": "2026.1"})


def test_what_is_not_known_is_left_out() -> None:
    bare = {"type": "webpage", "title": "Origins"}
    assert [name for name, _ in page_tags(bare)] == ["DC.title", "DC.rights"]


def test_signposts_lead_to_what_belongs_to_a_page() -> None:
    items = [("https://example.org/x", "text/html")]
    assert list(signposts(cite_as=HERE, record_json="index.json", markdown="index.md", items=items)) == [
        Link("cite-as", HERE),
        Link("describedby alternate", "index.json", "application/json"),
        Link("alternate", "index.md", "text/markdown"),
        Link("item", "https://example.org/x", "text/html"),
        Link("license", DATA_LICENCE.url),
    ]
    assert list(signposts(cite_as="", record_json="")) == [Link("license", DATA_LICENCE.url)]
