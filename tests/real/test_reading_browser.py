"""Reading, in a real browser, on the real dossier: cards, margins, paper, keys, contrast, and names in their script."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, cast

import pytest
from lxml.html import HtmlElement
from playwright.sync_api import Browser, Locator, Page, expect

from dossier.corpus.corpus import Corpus
from dossier.exports.card import card_of
from dossier.model.addresses import url_for
from dossier.model.records import Actor, Claim, Event, Place, Question, Record, Source
from dossier.text.direction import direction
from tests.support.chromium import idle
from tests.support.full import FULL, unless_full
from tests.support.kinds import an_essay, most_connected
from tests.support.links import BuiltPage

WIDE = 1220
RTL = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
# One is enough of each kind, and a short one: every stop of a page is walked to.
PICTURES = ("timeline/", "map/", "network/")
SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-bottom: 2em !important }"""


def least_connected(corpus: Corpus, model: type[Record]) -> Record:
    return min(corpus.of(model), key=lambda record: (len(corpus.referrers(record.id)), record.id))


def a_page_of_each_kind(corpus: Corpus) -> list[str]:
    records = [url_for(least_connected(corpus, model)) for model in (Actor, Event, Place, Claim, Question, Source)]
    return [
        "",
        an_essay(corpus),
        "about/",
        "data/",
        "changes/",
        "search/",
        "sources/",
        "compare/",
        *records,
        *PICTURES,
    ]


def looked_at(corpus: Corpus) -> list[str]:
    """Every other page, and in the full mode a page of each kind, for what takes seconds a page."""
    pages = a_page_of_each_kind(corpus)
    return list(unless_full(pages[::2], pages))


@pytest.fixture
def opened(browser: Browser, base: str) -> Iterator[Any]:
    """Opens a page in a context of its own: address and what the context is to be."""
    contexts = []

    def open_page(address: str, **options: Any) -> Page:
        contexts.append(browser.new_context(base_url=base, **options))
        page = contexts[-1].new_page()
        page.goto(address)
        return page

    yield open_page
    for context in contexts:
        context.close()


def record_link(page: Page) -> Locator:
    return page.locator("article > p a.record").first


def record_behind(corpus: Corpus, link: Locator) -> Record:
    return corpus.records[(link.get_attribute("href") or "").rstrip("/").rpartition("/")[2]]


@pytest.mark.parametrize("act", ["hover", "focus"])
def test_a_link_to_a_record_shows_its_card_and_escape_closes_it(page: Page, corpus: Corpus, act: str) -> None:
    page.goto(an_essay(corpus))
    link, card = record_link(page), page.locator("#claim-card")
    if act == "focus":
        page.keyboard.press("Tab")
    getattr(link, act)()
    expect(card).to_be_visible()
    brief = card_of(corpus, record_behind(corpus, link))
    for words in (brief.label, brief.title, *brief.facts):
        expect(card).to_contain_text(words, ignore_case=True)
    if brief.in_script:
        name = card.locator("bdi")
        expect(name).to_have_text(brief.in_script.text)
        assert (name.get_attribute("lang"), name.get_attribute("dir")) == (brief.in_script.lang, "rtl")
    assert link.get_attribute("aria-describedby") == "claim-card"
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    assert link.get_attribute("aria-describedby") is None


def test_there_is_a_card_for_every_kind_of_record(page: Page, corpus: Corpus) -> None:
    for model in (Actor, Event, Place, Claim, Question, Source):
        record = most_connected(corpus, model)
        page.goto("about/")
        page.locator("article").evaluate(
            "(article, href) => article.insertAdjacentHTML("
            "'afterbegin', `<p><a class='record' href='${href}'>it</a></p>`)",
            f"../{url_for(record)}",
        )
        page.mouse.move(5, 5)
        page.locator("article a.record").first.hover()
        expect(page.locator("#claim-card")).to_contain_text(card_of(corpus, record).title)


def test_the_pointer_may_rest_on_a_card_and_a_card_opens_no_other(page: Page, corpus: Corpus) -> None:
    asked: list[str] = []
    page.clock.install()
    page.goto(an_essay(corpus))
    page.locator("a.ref").first.hover()
    card = page.locator("#claim-card")
    words = card.inner_text()
    page.on("request", lambda request: asked.append(request.url))
    card.locator("a.record").first.hover()
    page.clock.run_for(10_000)
    assert asked == []
    expect(card).to_be_visible()
    assert card.inner_text() == words
    page.mouse.move(5, 5)
    page.clock.run_for(1000)
    expect(card).to_be_hidden()


def test_a_click_and_a_tap_follow_the_link(page: Page, phone: Page, corpus: Corpus) -> None:
    for one, act in ((page, "click"), (phone, "tap")):
        one.goto(an_essay(corpus))
        link = record_link(one)
        record = record_behind(corpus, link)
        getattr(link, act)()
        one.wait_for_url(f"**/{url_for(record)}")


def test_nothing_is_loaded_for_cards_before_the_first_is_asked_for_and_each_once(page: Page, corpus: Corpus) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(an_essay(corpus), wait_until="networkidle")
    assert [url for url in asked if url.endswith((".json", "record-card.js"))] == []
    for _ in range(2):
        record_link(page).hover()
        expect(page.locator("#claim-card")).to_be_visible()
        page.mouse.move(5, 5)
        expect(page.locator("#claim-card")).to_be_hidden()
    assert len([url for url in asked if url.endswith("index.json")]) == 1


@pytest.mark.parametrize("answer", [{"status": 404}, {"body": "no JSON"}, {"body": "{}"}])
def test_without_the_json_of_a_record_there_is_no_card(opened: Any, corpus: Corpus, answer: dict[str, Any]) -> None:
    page = opened(an_essay(corpus))
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.route("**/index.json", lambda route: route.fulfill(**answer))
    with page.expect_response("**/index.json"):
        record_link(page).hover()
    idle(page)
    expect(page.locator("#claim-card")).to_be_hidden()
    assert errors == []


@pytest.mark.parametrize("scripts", [True, False])
def test_claims_are_folded_beside_their_paragraph_where_there_is_room_and_below_it_elsewhere(
    opened: Any, corpus: Corpus, scripts: bool
) -> None:
    page = opened(url_for(most_connected(corpus, Source)), java_script_enabled=scripts)
    for width in (390, 820, 1100, WIDE, 1300, 1376, 1440, 1920):
        page.set_viewport_size({"width": width, "height": 900})
        claims_stand_where_there_is_room(page, width)


def claims_stand_where_there_is_room(page: Page, width: int) -> None:
    part = page.locator(".numbered", has=page.locator(".margin__claims")).first
    text, margin = part.locator("> p").bounding_box(), part.locator(".margin").bounding_box()
    assert text
    assert margin
    if width >= WIDE:
        assert text["x"] + text["width"] <= margin["x"]
        assert margin["x"] + margin["width"] <= width
        assert margin["width"] >= 150
    else:
        assert margin["y"] >= text["y"] + text["height"]
    expect(part.locator(".margin__claims li").first).to_be_hidden()
    part.locator("summary").first.press("Enter")
    expect(part.locator(".margin__claims li").first).to_be_visible()
    part.locator("summary").first.click()
    expect(part.locator(".margin__claims li").first).to_be_hidden()


def test_the_sentence_of_a_claim_is_marked_while_the_claim_is_pointed_at_or_focused(page: Page, corpus: Corpus) -> None:
    page.goto(url_for(most_connected(corpus, Source)))
    part = page.locator(".numbered", has=page.locator("[data-said-in]")).first
    part.locator("summary").first.click()
    claim = part.locator("[data-said-in]").first
    sentence = part.locator(f"[data-sentence='{claim.get_attribute('data-said-in')}']")
    expect(sentence).not_to_have_attribute("data-marked", "")
    claim.locator("a").hover()
    expect(sentence).to_have_attribute("data-marked", "")
    page.locator("h1").hover()
    expect(page.locator("[data-marked]")).to_have_count(0)
    claim.locator("a").focus()
    expect(sentence).to_have_attribute("data-marked", "")


def test_who_speaks_takes_two_lines_until_it_is_unfolded(phone: Page, corpus: Corpus) -> None:
    phone.goto(url_for(most_connected(corpus, Source)))
    box = phone.locator(".perspective")
    words = box.locator(".perspective__words")
    assert words.evaluate("one => one.offsetHeight / parseFloat(getComputedStyle(one).lineHeight)") <= 2.1
    expect(box.locator("p").first).to_be_hidden()
    box.locator("summary").click()
    expect(box.locator("p").first).to_be_visible()
    expect(box.locator(".perspective__short")).to_be_hidden()


def test_a_link_to_a_folded_claim_unfolds_it(phone: Page, corpus: Corpus) -> None:
    claim = least_connected(corpus, Claim)
    phone.goto(f"{url_for(corpus.source(cast('Claim', claim).source))}#{claim.id}")
    expect(phone.locator(f"#{claim.id}")).to_be_visible()


def test_every_page_that_cites_ends_in_its_references(site: Mapping[str, BuiltPage]) -> None:
    citing = [page for page in site.values() if page.tree.cssselect("article a.ref")]
    assert len({page.address.split("/")[0] for page in citing}) > 6
    for page in citing:
        cited = {link.get("href") for link in page.tree.cssselect("article a.ref")}
        listed = {f"#{one.get('id')}" for one in page.tree.cssselect(".references > ol > li")}
        assert cited == listed, page.address


def shown(page: Page, selector: str) -> bool:
    seen = "(all) => all.some((one) => one.checkVisibility({ visibilityProperty: true }))"
    return bool(page.locator(selector).evaluate_all(seen))


def beside(page: Page, selector: str) -> str:
    """What the style puts behind the first such element."""
    content = page.locator(selector).first.evaluate("one => getComputedStyle(one, '::after').content")
    return str(content).replace('" "', "")


def test_paper_says_where_it_is_from_and_leaves_out_what_only_a_screen_can_do(opened: Any, corpus: Corpus) -> None:
    page = opened("", color_scheme="dark", viewport={"width": 794, "height": 1123})
    page.emulate_media(media="print")
    for address in a_page_of_each_kind(corpus):
        page.goto(address)
        handout = page.locator(".handout")
        expect(handout).to_be_visible()
        expect(handout).to_contain_text(f"/{address}")
        for left in (
            ".md-header",
            ".md-sidebar",
            ".path-row",
            ".headerlink",
            "article form",
            "article button",
            ".evidence details",
            ".md-footer",
        ):
            assert not shown(page, left), (address, left)
        paper, ink = page.evaluate(
            "() => ['--paper', '--ink'].map(name => getComputedStyle(document.body).getPropertyValue(name))"
        )
        assert (paper, ink) == ("#fff", "#000")
        root = "document.documentElement"
        assert not page.evaluate(f"{root}.scrollWidth > {root}.clientWidth"), address


def test_on_paper_references_and_claims_have_addresses_and_record_links_have_none(opened: Any, corpus: Corpus) -> None:
    page = opened(an_essay(corpus))
    page.emulate_media(media="print")
    claim = page.locator(".references li").first.get_attribute("data-claim")
    assert f"/claims/{claim}/" in beside(page, ".references li")
    assert beside(page, "article > p a.record") == "none"
    page.goto(url_for(next(claim for claim in corpus.of(Claim) if corpus.source(claim.source).URL)))
    external = page.locator("article a[rel=external]").first
    assert (external.get_attribute("href") or "-") in beside(page, "article a[rel=external]")


def test_on_paper_an_article_has_its_numbers_its_claims_and_how_to_cite_it(opened: Any, corpus: Corpus) -> None:
    page = opened(url_for(most_connected(corpus, Source)), java_script_enabled=False)
    page.emulate_media(media="print")
    assert all(number.is_visible() for number in page.locator(".numbered .paragraph-number").all())
    part = page.locator(".numbered", has=page.locator(".margin__claims")).first
    text, margin = part.locator("> p").bounding_box(), part.locator(".margin").bounding_box()
    assert text
    assert margin
    assert margin["y"] >= text["y"] + text["height"]
    expect(part.locator(".margin__claims li").first).to_be_visible()
    expect(page.locator("#cite-this [data-cite=apa]").first).to_be_visible()
    expect(page.locator("#cite-this pre").first).to_be_hidden()
    assert not shown(page, ".cite-this--paragraph")
    kept = page.locator("h2").first.evaluate("one => getComputedStyle(one).breakAfter")
    assert kept == "avoid"
    assert page.locator(".margin__claims li").first.evaluate("one => getComputedStyle(one).breakInside") == "avoid"


def test_printing_gives_a_pdf(opened: Any, corpus: Corpus) -> None:
    page = opened(url_for(least_connected(corpus, Question)))
    assert page.pdf(format="A4").startswith(b"%PDF-")


WALK = r"""() => {
  window.reached = new Set();
  window.unseen = new Set();
  const outlined = (one) => {
    const style = getComputedStyle(one);
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1;
  };
  addEventListener("focusin", ({ target }) => {
    reached.add(target);
    const box = target.getBoundingClientRect();
    const near = [target, target.nextElementSibling, ...(target.labels ?? [])].filter(Boolean);
    const off = box.right <= 0 || box.left >= innerWidth || box.bottom <= 0 || box.top >= innerHeight;
    if (!near.some(outlined) || (off && target.tagName !== "INPUT")) unseen.add(target.outerHTML.slice(0, 160));
  }, true);
  const reachable = (one) => one.tabIndex >= 0 && !one.disabled && one.checkVisibility({ visibilityProperty: true });
  window.wanted = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")]
    .filter(reachable)
    .filter((one) => one.type !== "radio" || one.checked);
  return wanted.length;
}"""


# Pages with more links than this are walked in the full mode alone.
MANY_STOPS = 150


def walk(page: Page, number: int) -> None:
    """Goes on until every stop is reached. The button that copies goes along: one stop more at each claim."""
    for presses in (number + 10, *[20] * (number // 20)):
        for _ in range(presses):
            page.keyboard.press("Tab")
        if page.evaluate("wanted.every((one) => reached.has(one))"):
            return


def test_the_keyboard_reaches_everything_that_can_be_seen_and_is_seen_there(opened: Any, corpus: Corpus) -> None:
    page = opened("", reduced_motion="reduce")
    narrow = ["", "about/", url_for(least_connected(corpus, Source))]
    for address, width in [*((one, 1440) for one in looked_at(corpus)), *((one, 640) for one in narrow)]:
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(address)
        number = page.evaluate(WALK)
        assert number > 5
        if number > MANY_STOPS and not FULL:
            continue
        walk(page, number)
        missed = page.evaluate("wanted.filter((one) => !reached.has(one)).map((one) => one.outerHTML.slice(0, 160))")
        assert missed == [], address
        assert page.evaluate("[...unseen]") == [], address


def test_what_no_key_reaches_in_a_picture_stands_in_its_table(opened: Any, corpus: Corpus) -> None:
    page = opened("")
    for address in (*PICTURES, url_for(most_connected(corpus, Actor)), url_for(most_connected(corpus, Place))):
        page.goto(address)
        lost = page.evaluate(
            """() => {
              const page = (one) => one.getAttribute("href").split("#")[0];
              const reached = [...document.querySelectorAll("article a[href]")].filter((one) => one.tabIndex >= 0);
              const there = new Set(reached.filter((one) => !one.closest("svg")).map(page));
              return [...document.querySelectorAll("article svg a[tabindex='-1']")].map(page)
                .filter((one) => !there.has(one));
            }"""
        )
        assert lost == [], address


def test_the_first_stop_leads_past_the_header(opened: Any, corpus: Corpus) -> None:
    page = opened("")
    for address in ("", an_essay(corpus), url_for(most_connected(corpus, Claim)), "actors/", "map/"):
        page.goto(address)
        page.keyboard.press("Tab")
        expect(page.locator(":focus")).to_have_text("Skip to content")
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('article') !== null"), address


def test_nothing_moves_for_who_wants_no_motion(opened: Any, corpus: Corpus) -> None:
    page = opened("", reduced_motion="reduce")
    for address in ("", an_essay(corpus), *PICTURES):
        page.goto(address)
        moving = page.evaluate(
            """() => [...document.querySelectorAll("*")].filter((one) => {
              const style = getComputedStyle(one);
              const lasts = (value) => value.split(",").some((one) => parseFloat(one) > 0);
              return style.scrollBehavior === "smooth"
                || (style.animationName !== "none" && lasts(style.animationDuration))
                || (style.transitionProperty !== "none" && lasts(style.transitionDuration));
            }).map((one) => one.outerHTML.slice(0, 80))"""
        )
        assert moving == [], address


@pytest.mark.parametrize(("scheme", "expected"), [("light", ("#fff", "#000")), ("dark", ("#000", "#fff"))])
def test_who_wants_more_contrast_has_black_and_white(opened: Any, scheme: str, expected: tuple[str, str]) -> None:
    page = opened("network/", color_scheme=scheme, contrast="more")
    found = page.evaluate(
        "() => ['--paper', '--ink', '--faded'].map(n => getComputedStyle(document.body).getPropertyValue(n))"
    )
    assert tuple(found) == (*expected, expected[1])


def test_in_the_colours_of_the_reader_marks_differ_by_form(opened: Any) -> None:
    def forms(page: Page, kinds: list[str]) -> set[str]:
        read = """one => { const s = getComputedStyle(one);
          return [one.tagName, s.fill, s.stroke, s.strokeWidth, s.strokeDasharray].join(); }"""
        return {str(page.locator(kind).first.evaluate(read)) for kind in kinds}

    page = opened("timeline/", forced_colors="active")
    assert page.evaluate("getComputedStyle(document.body).getPropertyValue('--accent')") == "LinkText"
    marks = [f".date--{kind} .date__within" for kind in ("asserted", "reported", "contested")]
    marks += [".date--asserted .date__day", ".date__lasting"]
    assert len(forms(page, marks)) == len(marks)
    page = opened("network/", forced_colors="active", viewport={"width": 1440, "height": 900})
    ties = [
        f".network .tie--{kind} .tie__line" for kind in ("friendly", "hostile", "origin", "contradiction", "contested")
    ]
    assert len(forms(page, ties)) == len(ties)
    assert page.locator(".network .tie--hostile .tie__cross").count()


def test_nothing_is_lost_where_text_is_zoomed_or_spaced(opened: Any, corpus: Corpus) -> None:
    """At 640 pixels a page is what it is at 1280 enlarged twice, at 320 four times."""
    page, wide = opened("", bypass_csp=True), []
    for address in looked_at(corpus):
        page.goto(address)
        for spaced in (False, True):
            if spaced:
                page.add_style_tag(content=SPACED)
            for width in (320, 640, 1280):
                page.set_viewport_size({"width": width, "height": 800})
                root = "document.documentElement"
                if page.evaluate(f"{root}.scrollWidth > {root}.clientWidth"):
                    wide.append((address, width, spaced))
    assert wide == []


def runs_of_other_scripts(page: BuiltPage) -> Iterator[tuple[HtmlElement, str]]:
    """Each element of the body with text of a script that runs right to left, and that text; code is shown as it is."""
    for element in page.tree.body.iter():
        if not isinstance(element.tag, str) or element.tag in ("script", "code"):
            continue
        if element.text and RTL.search(element.text):
            yield element, element.text
        if element.tail and RTL.search(element.tail):
            yield element.getparent(), element.tail


def nearest(element: HtmlElement, attribute: str) -> str:
    chain = (element, *element.iterancestors())
    return next((str(one.get(attribute)) for one in chain if one.get(attribute)), "")


def test_every_name_in_another_script_has_its_language_and_its_direction(site: Mapping[str, BuiltPage]) -> None:
    """In what is read. JSON-LD in the head has its own way to say the language, and is tested where it is made."""
    found = [(page.address, *run) for page in site.values() for run in runs_of_other_scripts(page)]
    assert len(found) > 100
    for address, element, text in found:
        assert element.tag == "bdi", (address, text)
        assert nearest(element, "lang") not in ("", "en"), (address, text)
        assert nearest(element, "dir") == direction(text), (address, text)


def test_no_attribute_hides_a_name_in_another_script(site: Mapping[str, BuiltPage]) -> None:
    for page in site.values():
        for element in page.tree.body.iter():
            assert not any(RTL.search(value) for value in map(str, element.attrib.values())), page.address


def test_a_name_in_another_script_among_results_has_its_direction(page: Page, corpus: Corpus) -> None:
    actor = next(one for one in corpus.of(Actor) if any(direction(name.text) == "rtl" for name in one.names))
    name = next(name.text for name in actor.names if direction(name.text) == "rtl")
    page.goto(f"search/?q={name}")
    expect(page.locator("[data-search-page] a[data-result]").first).to_be_visible()
    bare = page.evaluate(
        r"""() => {
          const other = /[\u0590-\u08ff]/, found = [];
          const walker = document.createTreeWalker(document.querySelector("[data-search-page]"), NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const near = node.parentElement;
            if (other.test(node.data) && !near.closest("bdi, [dir]:not(article, body)")) found.push(near.outerHTML);
          }
          return found;
        }"""
    )
    assert bare == []
