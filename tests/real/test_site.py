"""The real dossier, built once and checked whole."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dossier.corpus.corpus import Corpus
from dossier.model.addresses import paragraph_url, url_for
from dossier.model.records import Actor, Claim, Event, Place, Question, Source
from tests.support.links import HERE, BuiltPage, dead_links, other_hosts


def test_every_record_has_a_page(site: dict[str, BuiltPage], corpus: Corpus) -> None:
    missing = [record.id for record in corpus.records.values() if url_for(record) not in site]
    assert missing == []


def test_no_link_and_no_anchor_is_dead(built: tuple[Path, Corpus], site: dict[str, BuiltPage]) -> None:
    assert dead_links(built[0], site) == []


def test_nothing_is_fetched_from_another_host(site: dict[str, BuiltPage]) -> None:
    assert other_hosts(site) == []


def test_no_style_or_script_names_another_host(built: tuple[Path, Corpus]) -> None:
    fetched = re.compile(r"url\(\s*['\"]?(?:https?:)?//|@import\s+['\"]?https?:")
    sheets = list(built[0].rglob("*.css"))
    assert sheets
    assert [path.name for path in sheets if fetched.search(path.read_text("utf-8"))] == []


@pytest.mark.parametrize("left", ["[@", "[[", "<!-- slot:", "data-cite-claims", "data-link-record"])
def test_no_mark_and_no_slot_is_left(site: dict[str, BuiltPage], left: str) -> None:
    assert [page.address for page in site.values() if left in page.without_code()] == []


def test_ids_are_unique_on_each_page(site: dict[str, BuiltPage]) -> None:
    assert {page.address: page.ids for page in site.values() if len(set(page.ids)) < len(page.ids)} == {}


def test_every_claim_leads_to_the_paragraph_that_makes_it(site: dict[str, BuiltPage], corpus: Corpus) -> None:
    for claim in corpus.of(Claim):
        links = set(site[url_for(claim)].links())
        assert {HERE + paragraph_url(claim.source, number) for number in claim.paragraphs} <= links


def test_every_claim_stands_beside_its_paragraph(site: dict[str, BuiltPage], corpus: Corpus) -> None:
    for source in corpus.of(Source):
        page = site[url_for(source)]
        for claim in corpus.claims_of(source.id):
            beside = page.tree.get_element_by_id(claim.id).getparent().getparent().getparent().getparent()
            assert beside.cssselect(f"p#p{claim.paragraphs[0]}"), claim.id


def test_every_position_of_a_question_shows_its_claims(site: dict[str, BuiltPage], corpus: Corpus) -> None:
    for question in corpus.of(Question):
        page = site[url_for(question)]
        for taken in corpus.positions(question):
            shown = page.tree.cssselect(f"#position-{taken.position.id} [data-claim]")
            assert [one.get("data-claim") for one in shown] == [claim.id for claim in (*taken.claims, *taken.rejecting)]


def test_every_claim_about_a_record_is_on_its_page_or_in_one_of_its_lists(
    site: dict[str, BuiltPage], corpus: Corpus
) -> None:
    for record in (*corpus.of(Actor), *corpus.of(Event), *corpus.of(Place)):
        address = url_for(record)
        said = f"{address}claims/said/"
        pages = [
            page for at, page in site.items() if at == address or (at.startswith(f"{address}claims/") and at != said)
        ]
        shown = [one.get("id") for page in pages for one in page.tree.cssselect("li.claim[id]")]
        about = {claim.id for claim in corpus.claims_about(record.id)}
        assert about <= set(shown), record.id
        assert len(shown) == len(set(shown)), record.id


def test_every_event_is_on_the_pages_of_its_actors_and_places(site: dict[str, BuiltPage], corpus: Corpus) -> None:
    for event in corpus.of(Event):
        for key in (*event.actors, *event.places):
            assert HERE + url_for(event) in site[url_for(corpus.records[key])].links()


def leads_on(page: BuiltPage) -> bool:
    """Whether it stands at the former address of another page."""
    return bool(page.tree.cssselect("meta[http-equiv=refresh]"))


def test_the_site_map_lists_every_page(built: tuple[Path, Corpus], site: dict[str, BuiltPage]) -> None:
    text = (built[0] / "sitemap.xml").read_text("utf-8")
    listed = re.findall(r"<loc>(.*?)</loc>", text)
    base = min(listed, key=len)
    assert sorted(address.removeprefix(base) for address in listed) == sorted(
        address for address, page in site.items() if address != "404.html" and not leads_on(page)
    )


def test_every_page_is_named_and_described(site: dict[str, BuiltPage]) -> None:
    titles = [page.tree.findtext(".//title") for page in site.values()]
    assert len(set(titles)) == len(titles)
    for page in site.values():
        assert len(page.texts("h1")) == 1, page.address
        if page.address != "404.html":
            assert page.tree.cssselect("meta[name=description][content]")[0].get("content"), page.address
            canonical = page.tree.cssselect("link[rel=canonical]")[0].get("href")
            assert canonical.endswith("/" + page.address) is not leads_on(page), page.address
