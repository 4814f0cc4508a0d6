from __future__ import annotations

from dossier.pages.meta_tags import LICENCE, Link, dublin_core, highwire, signposts

ARTICLE = {
    "type": "article-journal",
    "title": "The Keepers of Brisa",
    "author": [{"family": "Tarn", "given": "Mirela"}, {"literal": "Harbour Board"}],
    "container-title": "Journal of Invented Islands",
    "publisher": "Saltmouth Press",
    "issued": {"date-parts": [[1931, 5]]},
    "URL": "https://example.org/keepers-of-brisa",
}
HERE = "https://lamp.example/sources/tarn-1931/"


def test_an_article_is_described_for_scholars() -> None:
    assert list(highwire(ARTICLE, HERE)) == [
        ("citation_title", "The Keepers of Brisa"),
        ("citation_author", "Tarn, Mirela"),
        ("citation_author", "Harbour Board"),
        ("citation_publication_date", "1931/05"),
        ("citation_journal_title", "Journal of Invented Islands"),
        ("citation_publisher", "Saltmouth Press"),
        ("citation_abstract_html_url", HERE),
        ("citation_public_url", "https://example.org/keepers-of-brisa"),
        ("citation_language", "en"),
    ]


def test_it_is_described_for_libraries_with_the_article_as_source() -> None:
    assert list(dublin_core(ARTICLE, HERE)) == [
        ("DC.title", "The Keepers of Brisa"),
        ("DC.creator", "Tarn, Mirela"),
        ("DC.creator", "Harbour Board"),
        ("DC.publisher", "Saltmouth Press"),
        ("DC.date", "1931-05"),
        ("DC.type", "Text"),
        ("DC.language", "en"),
        ("DC.identifier", HERE),
        ("DC.source", "https://example.org/keepers-of-brisa"),
        ("DC.rights", LICENCE),
    ]


def test_what_is_not_known_is_left_out() -> None:
    bare = {"type": "webpage", "title": "Origins"}
    assert list(highwire(bare, "")) == [("citation_title", "Origins"), ("citation_language", "en")]
    assert [name for name, _ in dublin_core(bare, "")] == ["DC.title", "DC.type", "DC.language", "DC.rights"]


def test_a_report_and_a_chapter_stand_in_what_holds_them() -> None:
    report = dict(highwire({**ARTICLE, "type": "report"}, ""))
    assert report["citation_technical_report_institution"] == "Journal of Invented Islands"
    chapter = dict(highwire({**ARTICLE, "type": "chapter"}, ""))
    assert chapter["citation_inbook_title"] == "Journal of Invented Islands"


def test_signposts_lead_to_what_belongs_to_a_page() -> None:
    items = [("https://example.org/x", "text/html")]
    assert list(signposts(cite_as=HERE, record_json="index.json", markdown="index.md", items=items)) == [
        Link("cite-as", HERE),
        Link("describedby alternate", "index.json", "application/json"),
        Link("alternate", "index.md", "text/markdown"),
        Link("item", "https://example.org/x", "text/html"),
        Link("license", LICENCE),
    ]
    assert list(signposts(cite_as="", record_json="")) == [Link("license", LICENCE)]
