"""How far it is by keyboard: few stops to the first claim of a question, and a way past each picture."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from dossier.corpus.corpus import Corpus
from dossier.model.addresses import url_for
from dossier.model.records import Question
from tests.support.kinds import kinds_of_page, most_connected

MOST_STOPS = 12
WIDTH_AT_400 = 320
WITH_PICTURES = ("home", "actor", "question of date", "place", "event", "timeline", "map", "network", "compare")
# Pictures in which one stops more than once, without a link before them that leads past.
ENDLESS = """() => [...document.querySelectorAll("article svg")]
  .filter((svg) => [...svg.querySelectorAll("a[href], [tabindex]")].filter((one) => one.tabIndex >= 0).length > 1)
  .filter((svg) => svg.checkVisibility() && !svg.closest("figure, [data-picture]")?.querySelector(".skip-on, .past"))
  .map((svg) => svg.outerHTML.slice(0, 120))"""


def test_the_first_claim_of_a_question_is_few_stops_away(page: Page, corpus: Corpus) -> None:
    page.goto(url_for(most_connected(corpus, Question)))
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to content")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to the claims")
    expect(page.locator(":focus")).to_be_in_viewport()
    page.keyboard.press("Enter")
    stops = 2
    while not page.evaluate("Boolean(document.activeElement.closest('.stance'))"):
        page.keyboard.press("Tab")
        stops += 1
        assert stops <= MOST_STOPS
    expect(page.locator(":focus")).to_be_in_viewport()


def test_each_picture_is_one_stop_or_can_be_skipped(page: Page, corpus: Corpus) -> None:
    found = {}
    for kind in WITH_PICTURES:
        page.goto(kinds_of_page(corpus)[kind])
        found[kind] = page.evaluate(ENDLESS)
    assert {kind: some for kind, some in found.items() if some} == {}
    for link in page.locator(".skip-on, .past a").all():
        assert page.locator(str(link.get_attribute("href"))).count() == 1


def test_search_can_be_written_in_at_400_per_cent(page: Page) -> None:
    page.set_viewport_size({"width": WIDTH_AT_400, "height": 500})
    page.goto("")
    box = page.locator(".md-header [data-search] input")
    box.fill("what do the Taliban say")
    shown = box.bounding_box()
    assert shown
    assert shown["width"] > WIDTH_AT_400 / 2
    expect(page.locator(".search-panel a[data-result]").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= WIDTH_AT_400
