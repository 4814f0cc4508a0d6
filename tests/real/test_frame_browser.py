"""The frame of a page in a real browser: the menu, the switch of colours, the table of contents, folded parts."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from dossier.corpus.corpus import Corpus
from tests.support.kinds import an_essay, kinds_of_page

SCHEME = "() => document.body.dataset.mdColorScheme"


def test_the_keyboard_opens_the_menu_walks_it_and_closes_it(phone: Page) -> None:
    phone.goto("about/")
    inside = phone.locator(".md-sidebar--primary a").first
    expect(inside).to_be_hidden()
    box = phone.get_by_role("checkbox", name="Menu")
    for _ in range(2):
        phone.keyboard.press("Tab")
    expect(box).to_be_focused()
    phone.keyboard.press("Enter")
    expect(inside).to_be_visible()
    phone.keyboard.press("Escape")
    expect(inside).to_be_hidden()
    expect(box).to_be_focused()


def test_the_menu_holds_the_headings_of_the_page_and_closes_when_one_is_chosen(phone: Page, corpus: Corpus) -> None:
    phone.goto(an_essay(corpus))
    phone.locator("label[for=__drawer]", has_text="Menu").tap()
    heading = phone.locator(".menu-below a[href^='#']").first
    target = heading.get_attribute("href") or ""
    heading.tap()
    assert phone.url.endswith(target)
    expect(heading).to_be_hidden()
    expect(phone.locator(target)).to_be_in_viewport()


def test_the_menu_opens_without_scripts(browser: Browser, base: str) -> None:
    context = browser.new_context(
        base_url=base, java_script_enabled=False, viewport={"width": 390, "height": 844}, has_touch=True
    )
    page = context.new_page()
    page.goto("")
    page.locator("label[for=__drawer]", has_text="Menu").tap()
    page.locator(".md-sidebar--primary").get_by_role("link", name="Questions").tap()
    page.wait_for_url("**/questions/")
    expect(page.locator("[data-scheme]").first).to_be_hidden()
    context.close()


def test_the_first_stop_of_the_keyboard_skips_to_the_content(page: Page) -> None:
    page.goto("about/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#content")).to_be_focused()


def test_the_choice_of_colours_is_kept_and_can_be_taken_back_by_the_keyboard(page: Page) -> None:
    page.goto("")
    page.get_by_role("button", name="Switch to dark mode").press("Enter")
    back = page.get_by_role("button", name="Switch to light mode")
    expect(back).to_be_focused()
    page.goto("actors/")
    assert page.evaluate(SCHEME) == "slate"
    back.press("Enter")
    page.reload()
    assert page.evaluate(SCHEME) == "default"
    expect(back).to_be_hidden()


def test_a_spoilt_choice_of_colours_does_no_harm(page: Page) -> None:
    page.goto("")
    page.evaluate("() => localStorage.setItem('scheme', '{')")
    page.reload()
    assert page.evaluate(SCHEME) == "default"


@pytest.mark.parametrize("kind", ["topic", "actor", "article"])
def test_the_table_of_contents_stays_in_sight_and_follows_the_reader(page: Page, corpus: Corpus, kind: str) -> None:
    page.goto(kinds_of_page(corpus)[kind])
    links = page.locator(".md-nav--secondary a")
    for place in (1, 0):
        links.nth(place).click()
        expect(links.nth(place)).to_have_class("md-nav__link md-nav__link--passed md-nav__link--active")
        expect(links.nth(place)).to_be_in_viewport()
        header = page.locator(".md-header").bounding_box()
        heading = page.locator(links.nth(place).get_attribute("href") or "").bounding_box()
        assert header
        assert heading
        assert header["height"] <= heading["y"] < header["height"] + 60
    page.evaluate("() => scrollTo(0, document.documentElement.scrollHeight)")
    expect(links.last).to_have_class("md-nav__link md-nav__link--passed md-nav__link--active")


def test_paper_shows_what_is_folded(page: Page, corpus: Corpus) -> None:
    page.goto(kinds_of_page(corpus)["claim"])
    fold = page.locator("#cite-this")
    expect(fold).not_to_have_attribute("open", "")
    page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    expect(fold).to_have_attribute("open", "")
    page.evaluate("() => dispatchEvent(new Event('afterprint'))")
    expect(fold).not_to_have_attribute("open", "")
