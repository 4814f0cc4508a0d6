"""What stands behind a page, the same subject elsewhere and where a place lies, in a real browser."""

from __future__ import annotations

import gzip

import pytest
from lxml import html
from playwright.sync_api import Browser, Page, expect

from dossier.corpus.corpus import Corpus
from dossier.corpus.related import parallels
from dossier.model.addresses import document_url, url_for
from dossier.model.records import Actor, Place, Question
from dossier.pictures.locator_map import ground, spot
from tests.support.axe import axe
from tests.support.full import unless_full
from tests.support.kinds import an_essay, most_connected
from tests.support.links import BuiltPage

SCHEMES = unless_full(("dark",), ("light", "dark"))


def with_panels(corpus: Corpus) -> list[str]:
    essays = [document_url(one) for one in corpus.documents if one.is_essay]
    return [*essays, *map(url_for, (most_connected(corpus, Actor), most_connected(corpus, Question)))]


def a_placed(corpus: Corpus) -> str:
    assert corpus.base_map
    on = ground(corpus.base_map)
    return next(url_for(place) for place in corpus.of(Place) if (at := spot(place, on)) and at.shape == "area")


def test_every_topic_actor_and_question_tells_its_evidence(site: dict[str, BuiltPage], corpus: Corpus) -> None:
    for address in with_panels(corpus):
        tree = site[address].tree
        (panel,) = tree.xpath("//*[@class='evidence']")
        inner = [link[1:] for link in panel.xpath(".//details//a/@href") if link.startswith("#")]
        # What is marked in lists on pages of their own is not listed here.
        assert inner or tree.cssselect("[data-claims-elsewhere]"), address
        assert set(inner) <= set(tree.xpath("//@id")), address


def test_sentences_of_every_topic_lead_to_the_source_that_they_are_listed_under(
    site: dict[str, BuiltPage], corpus: Corpus
) -> None:
    for address in (one for one in with_panels(corpus) if one.count("/") == 1):
        tree = site[address].tree
        (panel,) = tree.xpath("//*[@class='evidence']")
        for heading in panel.xpath(".//p[@class='evidence__source']"):
            source = heading.xpath("string(./a/@href)").rstrip("/").rpartition("/")[2]
            for link in heading.getnext().xpath(".//a/@href"):
                claims = tree.xpath(f"//*[@id='{link[1:]}']/a/@data-claim")
                assert claims, link
                assert {corpus.claim(key).source for key in claims} == {source}


def test_a_reader_unfolds_the_panel_and_goes_to_a_sentence(page: Page, corpus: Corpus) -> None:
    page.goto(an_essay(corpus))
    link = page.locator(".evidence__list a").last
    expect(link).to_be_hidden()
    page.locator(".evidence summary").press("Enter")
    target = link.get_attribute("href") or ""
    link.click()
    assert page.url.endswith(target)
    expect(page.locator(f"{target} a").first).to_be_in_viewport()


def test_the_panel_does_not_widen_the_page_of_a_phone(phone: Page, corpus: Corpus) -> None:
    for address in with_panels(corpus):
        phone.goto(address)
        phone.locator(".evidence summary").click()
        assert phone.evaluate("document.documentElement.scrollWidth") <= 390, address


def test_a_reader_goes_on_to_the_same_subject_in_another_source(page: Page, phone: Page, corpus: Corpus) -> None:
    (source, number), both = next((key, one) for key, one in parallels(corpus).items() if one.later)
    assert both.later
    for screen in (page, phone):
        screen.goto(f"sources/{source}/")
        beside = screen.locator(f".numbered:has(#p{number}) .margin__parallels")
        link = beside.locator("a").last
        expect(link).to_be_hidden()
        beside.locator("summary").click()
        link.click()
        expect(screen).to_have_url(
            f"{screen.url.split('/sources/')[0]}/sources/{both.later.source.id}/#p{both.later.number}"
        )
        expect(screen.locator(f"#p{both.later.number}")).to_be_in_viewport()


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", unless_full([390], [390, 1440]))
def test_axe_finds_nothing_with_everything_unfolded(
    browser: Browser, base: str, corpus: Corpus, width: int, scheme: str
) -> None:
    context = browser.new_context(
        base_url=base, viewport={"width": width, "height": 900}, color_scheme="dark" if scheme == "dark" else "light"
    )
    page = context.new_page()
    article = url_for(corpus.source(next(iter(parallels(corpus)))[0]))
    panels = [an_essay(corpus), *with_panels(corpus)[-2:], a_placed(corpus)]
    for address in (article, *unless_full(panels[-2:], panels)):
        page.goto(address)
        page.evaluate(
            "document.querySelectorAll('.evidence details, .margin__parallels').forEach(one => one.open = true)"
        )
        assert axe(page) == [], address
    context.close()


def test_a_place_is_marked_on_a_small_map_that_keeps_its_page_light(
    page: Page, site: dict[str, BuiltPage], corpus: Corpus
) -> None:
    address = a_placed(corpus)
    page.goto(address)
    expect(page.locator(".locator-map :is(circle, .map-outline)")).to_be_visible()
    box = page.locator(".locator-map svg").bounding_box()
    assert box
    assert box["width"] <= 400
    (figure,) = site[address].tree.xpath("//figure[@class='locator-map']")
    assert len(gzip.compress(html.tostring(figure))) < 5_000
