"""Words of the glossary and their card, in a real browser, on the invented dossier."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.chromium import browsing
from tests.support.serving import serving

DEFINITION = "A book in which a guild writes whom it pays."


@pytest.fixture(scope="module")
def browser(mini_site: Path) -> Iterator[Browser]:  # noqa: ARG001  no site is built while a browser runs
    with browsing() as browser:
        yield browser


@pytest.fixture
def page(browser: Browser, mini_site: Path) -> Iterator[Page]:
    with serving(mini_site) as served:
        context = browser.new_context(base_url=served.base, viewport={"width": 390, "height": 844}, has_touch=True)
        yield context.new_page()
        context.close()


def test_a_word_of_the_glossary_says_what_it_means_and_leads_there(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.goto("origins/", wait_until="networkidle")
    assert not {"terms.json", "term-card.js"} & set(asked)
    term, card = page.locator("article a.term").first, page.locator("#claim-card")

    term.hover()
    expect(card).to_be_visible()
    expect(card).to_contain_text(DEFINITION)
    card.hover()
    page.wait_for_timeout(500)
    expect(card).to_be_visible()
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()

    page.mouse.move(5, 5)
    page.keyboard.press("Tab")
    term.focus()
    expect(card).to_be_visible()
    expect(card).to_contain_text(DEFINITION)
    assert term.get_attribute("aria-describedby") == "claim-card"
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()

    page.locator("h1").tap()
    term.tap()
    expect(card).to_be_visible()
    expect(card).to_contain_text(DEFINITION)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    card.get_by_role("link").tap()
    page.wait_for_url("**/about/glossary/#ledger")
    assert asked.count("terms.json") == 1


def test_without_the_definitions_a_tap_follows_the_link_and_paper_shows_no_line(page: Page) -> None:
    page.route("**/terms.json", lambda route: route.fulfill(status=404))
    page.goto("origins/")
    term = page.locator("article p a[href$='#ledger']").first
    page.emulate_media(media="print")
    assert term.evaluate("one => getComputedStyle(one).textDecorationLine") == "none"
    page.emulate_media(media="screen")
    with page.expect_response("**/terms.json"):
        term.tap()
    expect(page.locator("article a.term")).to_have_count(0)
    term.tap()
    page.wait_for_url("**/about/glossary/#ledger")
