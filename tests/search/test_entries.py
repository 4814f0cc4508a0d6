from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

import pytest
from markdown import Markdown

from dossier.corpus.comparison import pair_addresses
from dossier.corpus.corpus import Corpus
from dossier.load import load
from dossier.model.addresses import AGREEMENT, COMPARE, paragraph_url, redirect_url, url_for
from dossier.model.records import Source
from dossier.pages.registry import PAGES
from dossier.renderers.markdown_extension import DossierExtension
from dossier.search.entries import SearchEntry, entries
from tests.conftest import Changed
from tests.support.changes import added, swapped
from tests.support.links import BuiltPage
from tests.support.paths import MINI


def found(corpus: Corpus, address: str) -> SearchEntry:
    (entry,) = (one for one in entries(corpus) if one.address == address)
    return entry


def test_every_entry_leads_to_a_page_and_a_place_on_it(mini: Corpus, mini_pages: dict[str, BuiltPage]) -> None:
    for entry in entries(mini):
        page, _, fragment = entry.address.partition("#")
        assert page in mini_pages, entry
        assert not fragment or fragment in mini_pages[page].ids, entry


def test_every_record_paragraph_and_section_can_be_found_once(mini: Corpus) -> None:
    addresses = [entry.address for entry in entries(mini)]
    assert len(set(addresses)) == len(addresses)
    records = {url_for(record) for record in mini.records.values()}
    articles = [(source, mini.article(source.id)) for source in mini.of(Source)]
    paragraphs = {paragraph_url(source.id, number) for source, text in articles if text for number in text.paragraphs}
    sections = {"origins/#the-oath", "origins/#the-money", "quarrel/", "about/", "about/#how-a-page-is-written"}
    asked = {page.address for page in PAGES if page.asked_as}
    glossary = {"about/glossary/", "about/glossary/#ledger", "about/glossary/#warden"}
    pages = {"origins/", "", "#what-this-site-cannot-tell", *asked, *pair_addresses(mini)}
    withdrawn = {redirect_url(one) for one in mini.redirects.values() if one.to is None}
    assert set(addresses) == records | paragraphs | sections | glossary | pages | withdrawn
    assert found(mini, "").title == "Home"


def test_a_page_that_is_no_record_is_found_by_what_people_ask_for(mini: Corpus) -> None:
    assert "Who holds what." in found(mini, COMPARE).text
    assert "Consensus." in found(mini, AGREEMENT).text
    assert found(mini, "compare/quay-2002/tarn-1931/").title == "Tarn 1931 and Quay 2002"


def test_a_record_is_found_by_each_of_its_names_and_its_summary(mini: Corpus) -> None:
    entry = found(mini, "actors/lamp-guild/")
    assert (entry.kind, entry.title) == ("Actor", "Lamp Guild")
    for words in ("LG", "نقابة المصابيح", "Niqābat al-Maṣābīḥ", "Brotherhood of the Wick"):
        assert words in entry.names
    assert "kept the lamps of Brisa." in entry.text
    assert "[" not in entry.text


def test_a_claim_is_found_by_who_says_it_and_what_it_is_about(mini: Corpus) -> None:
    assert found(mini, "claims/tarn-1931-c05/") == SearchEntry(
        "claims/tarn-1931-c05/",
        "Claim",
        "The Reed Wardens lit the fire at the great lamp in November 1903.",
        "Lamp Guild. Fire at the great lamp Reed Wardens Lamp Guild North Head.",
        "Tarn 1931",
        "1931-05",
    )


def test_a_paragraph_is_found_with_names_for_its_links(mini: Corpus) -> None:
    entry = found(mini, "sources/tarn-1931/#p2")
    assert (entry.kind, entry.title, entry.source, entry.date) == (
        "Paragraph",
        "Tarn 1931, paragraph 2",
        "Tarn 1931",
        "1931-05",
    )
    assert "set it against the Harbour Board, and" in entry.text


def test_a_question_is_found_by_its_positions(mini: Corpus) -> None:
    assert "The Reed Wardens lit it" in found(mini, "questions/who-lit-the-fire/").text


def test_prose_is_found_without_its_markdown(mini: Corpus) -> None:
    assert found(mini, "origins/#the-oath").text.endswith("forty and more.")
    assert "its ledger 1901-a begins." in found(mini, "origins/#the-oath").text
    assert "1903 · Fire at the great lamp" in found(mini, "quarrel/").text
    assert not any("|" in entry.text for entry in entries(mini))


def test_an_article_that_the_reader_holds_can_be_found_by_its_own_words(changed: Changed) -> None:
    captured = (MINI.parent / "mini-captures/tarn-1931.txt").read_text("utf-8")
    found_ = [one for one in entries(load(changed({"captures/tarn-1931.txt": captured}))) if one.kind == "Full text"]
    assert [one.address for one in found_] == [f"sources/tarn-1931/#p{number}" for number in (1, 2, 3, 4)]
    assert found_[3].text == "two years of talk on Brisa; 1905 to 1907 perhaps"
    assert found_[3].title == "Tarn 1931, paragraph 4, full text"


def test_a_source_without_date(changed: Changed) -> None:
    root = changed({"data/sources/board-1934.yaml": swapped('issued: "1934?"\n', "")})
    assert found(load(root), "claims/board-1934-c01/").date == ""


@pytest.mark.parametrize("heading", ["The oath", "The *oath*", "The oath & more", "On [[brisa]]", "On [[brisa|it]]"])
def test_a_section_has_the_fragment_that_the_renderer_gives_it(changed: Changed, heading: str) -> None:
    more = f"\n## {heading}\n\nMore [@tarn-1931-c01].\n\n## {heading}\n\nEven more [@tarn-1931-c01].\n"
    root = changed({"docs/origins.md": added(more)})
    markdown = Markdown(extensions=[DossierExtension(), "toc"])
    html = markdown.convert((root / "docs/origins.md").read_text("utf-8"))
    sections = [entry.address for entry in entries(load(root)) if entry.address.startswith("origins/#")]
    assert len(set(sections)) == len(sections) == 4
    assert [address for address in sections if f'<h2 id="{address.partition("#")[2]}">' not in html] == []


def test_the_index_holds_every_entry_and_nothing_of_where_it_stands(mini: Corpus, mini_site: Path) -> None:
    fragments = [gzip.decompress(path.read_bytes()) for path in (mini_site / "pagefind").rglob("*.pf_fragment")]
    told = [json.loads(text[text.index(b"{") :]) for text in fragments]
    addresses = [re.sub(r"([^/.]+)\.html$", r"#\1", one["url"].lstrip("/")) for one in told]
    assert sorted(addresses) == sorted(entry.address for entry in entries(mini))
    assert {one["filters"]["kind"][0] for one in told} == {entry.kind for entry in entries(mini)}
    assert {tuple(one["meta"]) for one in told} == {("title",)}
    assert "Lamps & Lies" in {one["meta"]["title"] for one in told}


def test_a_question_is_found_by_the_claims_on_its_page(mini: Corpus) -> None:
    assert "at least forty keepers drew a wage" in found(mini, "questions/how-many-keepers/").claims.lower()
    assert found(mini, "actors/lamp-guild/").claims == ""


def test_the_index_brings_no_style_or_script_that_is_not_used(mini_site: Path) -> None:
    names = {path.name for path in (mini_site / "pagefind").iterdir()}
    assert "pagefind.js" in names
    assert not [name for name in names if "ui" in name or "highlight" in name]


def test_a_withdrawn_record_is_found_by_what_it_was_called_and_its_id(mini: Corpus) -> None:
    entry = found(mini, "places/fog-bell/")
    assert (entry.title, entry.text, entry.names) == ("Fog Bell (withdrawn)", "No source names it.", "fog bell")
