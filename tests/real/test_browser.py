"""What readers do, in a real browser, on the real dossier."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import cast

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from dossier.corpus.corpus import Corpus
from dossier.model.addresses import url_for
from dossier.model.records import Actor, Claim, Question, Source
from dossier.pictures.place_timeline import place_timeline
from tests.support.chromium import idle
from tests.support.kinds import an_essay, kinds_of_page, most_connected

WIDTHS = (390, 820, 1440)
SCHEMES = ("light", "dark")


def every_kind_of_page(corpus: Corpus) -> list[str]:
    return [*kinds_of_page(corpus).values(), f"{url_for(most_connected(corpus, Claim))}#cite-this"]


def test_home_leads_to_search_topics_and_questions(page: Page) -> None:
    page.goto("")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator(".home-lead [data-search] input")).to_be_visible()
    doors = page.locator(".door a")
    assert doors.count() == 4
    question = page.locator(".dispute h3 a").first
    words = question.inner_text()
    question.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(words)
    expect(page.locator(".position")).not_to_have_count(0)


def test_the_first_screen_of_a_phone_says_what_it_is_about_and_offers_search(phone: Page) -> None:
    phone.goto("")
    for part in (".home-lead h1", ".home-lead > p", ".home-lead form"):
        box = phone.locator(part).bounding_box()
        assert box
        assert box["y"] + box["height"] <= 844


# The names in the drawing of each country that is shown, those that touch, and those that leave the page.
NAMES = """() => [...document.querySelectorAll(".where__drawing")].filter((one) => one.checkVisibility()).map((one) => {
  const names = [...one.querySelectorAll("text")].map((name) => [name.textContent, name.getBoundingClientRect()]);
  const touching = names.flatMap(([name, box], number) => names.slice(number + 1).filter(([, other]) =>
    box.left < other.right && other.left < box.right && box.top + 1 < other.bottom && other.top + 1 < box.bottom)
    .map(([other]) => [name, other]));
  const out = names.filter(([, box]) => box.left < 0 || box.right > document.documentElement.clientWidth);
  return [names.length, touching, out.map(([name]) => name)];
})"""


@pytest.mark.parametrize("width", [320, 390, 1440])
def test_each_event_of_the_picture_at_home_is_named_and_no_name_touches_another(
    browser: Browser, base: str, corpus: Corpus, width: int
) -> None:
    page = browser.new_page(base_url=base, viewport={"width": width, "height": 844})
    page.goto("")
    drawn = place_timeline(corpus)
    assert drawn
    assert page.evaluate(NAMES) == [[len(row.drawn), [], []] for row in drawn.rows]
    page.close()


def test_the_keyboard_can_skip_the_picture_at_home(page: Page) -> None:
    page.goto("")
    page.locator(".skip-on").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#where-note")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("#where-note a").first).to_be_focused()


def test_positions_stand_one_below_the_other_in_their_order(page: Page, phone: Page, corpus: Corpus) -> None:
    question = most_connected(corpus, Question)
    for screen in (page, phone):
        screen.goto(url_for(question))
        boxes = [one.bounding_box() for one in screen.locator(".position").all()]
        places = [(box["y"], box["y"] + box["height"]) for box in boxes if box]
        assert len(places) > 1
        assert all(end <= top for (_, end), (top, _) in pairwise(places))


def test_an_actor_shows_names_relations_events_claims_and_mentions(page: Page, corpus: Corpus) -> None:
    actor = cast("Actor", most_connected(corpus, Actor))
    page.goto(url_for(actor))
    for section in ("relations", "events", "claims", "mentions", "names"):
        expect(page.locator(f":is(h2, h3)#{section}")).to_be_visible()
    assert page.locator(":is(.names, .names-besides) bdi").count() == len(actor.names)
    page.locator("#mentions + p a").click()
    mention = page.locator(".mentions__where").first
    target = mention.get_attribute("href") or ""
    mention.click()
    assert page.url.endswith(target.lstrip("./"))


def test_a_link_to_a_claim_that_no_longer_stands_on_a_page_leads_on(page: Page, corpus: Corpus) -> None:
    actor, claims = max(
        ((one, corpus.claims_about(one.id)) for one in corpus.of(Actor)), key=lambda found: len(found[1])
    )
    page.goto(f"{url_for(actor)}#{claims[-1].id}")
    page.wait_for_url(f"**/{url_for(claims[-1])}")
    page.goto(f"{url_for(actor)}#relations")
    expect(page.locator("h2#relations")).to_be_in_viewport()


def test_a_name_in_arabic_script_runs_right_to_left(page: Page, corpus: Corpus) -> None:
    actor = next(a for a in corpus.of(Actor) if any(name.lang.split("-")[0] in ("ps", "fa", "ar") for name in a.names))
    page.goto(url_for(actor))
    name = page.locator(":is(.names, .names-besides) bdi[dir=rtl]").first
    assert name.evaluate("element => getComputedStyle(element).direction") == "rtl"
    assert name.get_attribute("lang")


def test_a_paragraph_number_links_to_itself(page: Page, corpus: Corpus) -> None:
    page.goto(url_for(most_connected(corpus, Source)))
    page.locator("#p3 .paragraph-number").click()
    assert page.url.endswith("#p3")
    box = page.locator("#p3").bounding_box()
    header = page.locator(".md-header").bounding_box()
    assert box
    assert header
    assert header["y"] + header["height"] <= box["y"] < 400


def test_claims_stand_beside_their_paragraph_and_fold_under_it_on_a_phone(
    page: Page, phone: Page, corpus: Corpus
) -> None:
    address = url_for(most_connected(corpus, Source))
    page.goto(address)
    paragraph, claims = page.locator("#p1").bounding_box(), page.locator(".numbered .margin").first.bounding_box()
    assert paragraph
    assert claims
    assert claims["x"] >= paragraph["x"] + paragraph["width"]
    phone.goto(address)
    folded = phone.locator(".numbered .margin__claims").first
    expect(folded.locator("li").first).to_be_hidden()
    folded.locator("summary").click()
    expect(folded.locator("li").first).to_be_visible()


def test_a_citation_opens_a_card_by_hover_and_by_focus_and_escape_closes_it(page: Page, corpus: Corpus) -> None:
    page.goto(an_essay(corpus))
    number, card = page.locator("a.ref").first, page.locator("#claim-card")
    claim = corpus.claim(number.get_attribute("data-claim") or "")
    expect(card).to_be_hidden()
    number.hover()
    expect(card).to_be_visible()
    expect(card).to_contain_text(claim.text)
    expect(card.locator("a[href*='#p']").first).to_have_attribute(
        "href", f"../sources/{claim.source}/#p{claim.paragraphs[0]}"
    )
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    page.locator("a.ref").nth(1).focus()
    expect(card).to_be_visible()
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()


def test_a_card_can_be_reached_by_the_pointer_and_its_link_followed(page: Page, corpus: Corpus) -> None:
    page.goto(an_essay(corpus))
    page.locator("a.ref").first.hover()
    locator = page.locator("#claim-card a[href*='#p']").first
    locator.hover()
    locator.click()
    assert "/sources/" in page.url


def test_a_tap_opens_the_card_and_a_tap_elsewhere_closes_it(phone: Page, corpus: Corpus) -> None:
    phone.goto(an_essay(corpus))
    before = phone.url
    phone.locator("a.ref").first.tap()
    card = phone.locator("#claim-card")
    expect(card).to_be_visible()
    assert phone.url == before
    box = card.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    phone.locator("h1").tap()
    expect(card).to_be_hidden()


def test_without_javascript_citations_are_links_and_pages_are_whole(
    browser: Browser, base: str, corpus: Corpus
) -> None:
    context = browser.new_context(base_url=base, java_script_enabled=False)
    page = context.new_page()
    page.goto(an_essay(corpus))
    page.locator("a.ref").first.click()
    assert page.url.endswith("#ref-1")
    expect(page.locator("#ref-1 a[href*='#p']").first).to_be_visible()
    page.goto(url_for(most_connected(corpus, Source)))
    page.locator(".margin__claims summary").first.click()
    expect(page.locator(".margin__claims li").first).to_be_visible()
    page.goto("search/")
    expect(page.get_by_text("needs JavaScript")).to_be_visible()
    context.close()


def test_search_in_the_header_leads_to_the_thing_itself(page: Page, corpus: Corpus) -> None:
    actor = most_connected(corpus, Actor)
    page.goto("about/")
    page.locator(".md-header [data-search] input").fill(actor.heading)
    result = page.locator(f'a[data-result][href$="{url_for(actor)}"]')
    expect(result).to_be_visible()
    result.click()
    expect(page.locator("article")).to_have_attribute("data-id", actor.id)


def test_search_finds_claims_and_paragraphs_and_keeps_its_state_in_the_address(page: Page, corpus: Corpus) -> None:
    claim = next(claim for claim in corpus.of(Claim) if claim.value and claim.value.unit == "fighters")
    page.goto(f"search/?q={claim.text.rstrip('.')}")
    expect(page.locator(f'a[data-result][data-kind="claim"][href$="{url_for(claim)}"]')).to_be_visible()
    page.locator("[data-search-page] input[type=search]").fill("fighters")
    expect(page.locator("[data-search-page] [role=status]")).to_contain_text("“fighters”")
    page.locator(".search-filters label", has_text="Paragraphs").click()
    expect(page.locator('a[data-result][data-kind="claim"]')).to_have_count(0)
    paragraph = page.locator('a[data-result][data-kind="paragraph"]').first
    expect(paragraph).to_be_visible()
    assert "kind=Paragraph" in page.url
    page.reload()
    expect(page.get_by_label("Paragraphs", exact=False)).to_be_checked()
    paragraph.click()
    assert page.url.rpartition("#")[2].startswith("p")
    page.go_back()
    expect(page.locator("[data-search-page] input[type=search]")).to_have_value("fighters")


def test_a_search_without_results_says_so(page: Page) -> None:
    page.goto("search/?q=zzxqy")
    expect(page.get_by_role("status")).to_contain_text("Nothing found")


def test_the_keyboard_walks_the_results(page: Page, corpus: Corpus) -> None:
    page.goto("")
    page.locator(".home-lead input").focus()
    page.keyboard.type("kabul" if corpus.records.get("kabul") else "the")
    expect(page.locator("a[data-result]").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(page.locator("a[data-result]").first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator(".home-lead input")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("a[data-result]").first).to_be_hidden()


def test_nothing_of_search_is_loaded_before_the_first_keystroke(page: Page) -> None:
    fetched: list[Request] = []

    def note(request: Request) -> None:
        fetched.append(request)

    page.on("request", note)
    page.goto("")
    page.locator(".home-lead input").focus()
    idle(page)
    assert [request.url for request in fetched if "pagefind" in request.url or "search.js" in request.url] == []
    page.keyboard.type("k")
    expect(page.locator("a[data-result]").first).to_be_visible()
    assert any("search.js" in request.url for request in fetched)


def test_dark_mode_follows_the_system_and_the_switch(browser: Browser, base: str) -> None:
    background = "() => getComputedStyle(document.body).backgroundColor"
    seen = {}
    for scheme in SCHEMES:
        context = browser.new_context(base_url=base, color_scheme=scheme)  # type: ignore[arg-type]
        page = context.new_page()
        page.goto("")
        seen[scheme] = page.evaluate(background)
        if scheme == "light":
            page.get_by_role("button", name="Switch to dark mode").click()
            seen["switched"] = page.evaluate(background)
            page.goto("about/")
            seen["kept"] = page.evaluate(background)
        context.close()
    assert seen["light"] != seen["dark"]
    assert seen["switched"] == seen["kept"] == seen["dark"]


@dataclass(frozen=True, slots=True)
class Walk:
    """What was seen where every kind of page was opened: those too wide, with the width, and all that was asked for."""

    wide: list[tuple[str, int]]
    asked: set[str]


@pytest.fixture(scope="module")
def walk(browser: Browser, base: str, corpus: Corpus) -> Walk:
    page = browser.new_page(base_url=base)
    seen = Walk([], set())
    page.on("request", lambda request: seen.asked.add(request.url))
    for address in every_kind_of_page(corpus):
        page.set_viewport_size({"width": WIDTHS[0], "height": 900})
        page.goto(address, wait_until="networkidle" if "?" in address else "load")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            root = "document.documentElement"
            if page.evaluate(f"{root}.scrollWidth > {root}.clientWidth"):
                seen.wide.append((address, width))
    page.close()
    return seen


def test_no_page_scrolls_sideways(walk: Walk) -> None:
    assert walk.wide == []


@pytest.mark.parametrize("kind", ["data dictionary", "timeline", "network", "compare", "two sources", "map"])
def test_a_phone_shows_every_cell_of_a_table(phone: Page, corpus: Corpus, kind: str) -> None:
    phone.goto(kinds_of_page(corpus)[kind])
    phone.evaluate("document.querySelectorAll('article details').forEach((one) => { one.open = true; })")
    # Who is silent on a question is said beside its name.
    cells = phone.locator("main td:not(.matrix__silent)").filter(has_text=re.compile(r"\w"))
    assert cells.count()
    lost = cells.evaluate_all("(all) => all.filter((cell) => !cell.checkVisibility()).map((cell) => cell.innerHTML)")
    assert lost == []


def test_no_request_goes_to_another_host(walk: Walk, base: str, corpus: Corpus) -> None:
    assert {base + address.partition("#")[0] for address in every_kind_of_page(corpus)} <= walk.asked
    assert [url for url in walk.asked if not url.startswith((base, "data:", "blob:"))] == []
