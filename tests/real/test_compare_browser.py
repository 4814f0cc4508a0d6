"""Sources beside each other as readers use it: the word of a cell tells its claims, and any two sources are chosen."""

from __future__ import annotations

from playwright.sync_api import Browser, Page, expect

from dossier.corpus.comparison import all_answers, pair_addresses
from dossier.corpus.corpus import Corpus
from dossier.model.addresses import COMPARE, url_for

PHONE = 390
OVERLAPS = """(all) => all.flatMap((row) => {
  const boxes = [...row.querySelectorAll("use")].map((one) => one.getBoundingClientRect());
  return boxes.flatMap((one, place) => boxes.slice(place + 1).filter((other) => other.left < one.right - 2));
}).length"""


def test_a_word_tells_the_claims_behind_it_by_mouse_and_by_keyboard(page: Page, corpus: Corpus) -> None:
    page.goto(COMPARE)
    word = page.locator(".matrix a.does[data-claims*=' ']").first
    ids = (word.get_attribute("data-claims") or "").split()
    card = page.locator("#claim-card")
    word.scroll_into_view_if_needed()
    word.hover()
    expect(card).to_contain_text(corpus.claim(ids[0]).text)
    links = card.locator(".record-card__text a")
    expect(links.first).to_have_attribute("href", page.url.partition(COMPARE)[0] + url_for(corpus.claim(ids[0])))
    page.mouse.move(0, 0)
    expect(card).to_be_hidden()
    word.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(card).to_be_visible()
    expect(card).to_contain_text(corpus.claim(ids[0]).text)
    expect(word).to_have_attribute("aria-describedby", "claim-card")
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()


def test_a_tap_tells_the_claims_and_stays_on_the_page(phone: Page, corpus: Corpus) -> None:
    phone.goto(COMPARE)
    word = phone.locator(".matrix a.does").first
    word.scroll_into_view_if_needed()
    word.tap()
    expect(phone.locator("#claim-card")).to_contain_text(
        corpus.claim((word.get_attribute("data-claims") or "").split()[0]).text
    )
    assert phone.url.endswith(COMPARE)


def test_a_claim_that_cannot_be_had_leaves_a_link_that_leads_on(browser: Browser, base: str) -> None:
    page = browser.new_page(base_url=base)
    page.route("**/claims/*/index.json", lambda route: route.abort())
    page.goto(COMPARE)
    word = page.locator(".matrix a.does").first
    word.hover()
    page.wait_for_timeout(300)
    expect(page.locator("#claim-card")).to_be_hidden()
    word.click()
    page.wait_for_url(lambda url: COMPARE not in url)
    page.close()


def test_any_two_sources_are_chosen_without_scripts(browser: Browser, base: str, corpus: Corpus) -> None:
    context = browser.new_context(base_url=base, java_script_enabled=False)
    page = context.new_page()
    page.goto(COMPARE)
    pair = page.locator(".pairs a")
    assert pair.count() == len(pair_addresses(corpus))
    words = pair.first.inner_text()
    pair.first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(words)
    other = page.locator("#others + p a").first
    name = other.inner_text()
    other.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(name)
    context.close()


def test_the_picture_leads_to_its_rows_and_no_mark_lies_on_another(page: Page, phone: Page, corpus: Corpus) -> None:
    for screen in (page, phone):
        screen.goto(COMPARE)
        screen.evaluate("document.querySelector('.held details').open = true")
        rows = screen.locator(".held__row")
        assert rows.count() == len([one for one in all_answers(corpus) if one.answers])
        assert screen.locator(".held__marks").evaluate_all(OVERLAPS) == 0
    phone.locator(".held__row a").first.click()
    expect(phone.locator(".matrix__question th:target")).to_be_in_viewport()


def test_the_picture_can_be_skipped_by_keyboard(page: Page) -> None:
    page.goto(COMPARE)
    page.locator(".past a").focus()
    expect(page.locator(".past a")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#pairs")).to_be_in_viewport()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.locator(".pairs a").first).to_be_focused()
