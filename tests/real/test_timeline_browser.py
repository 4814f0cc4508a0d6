"""The timeline as a browser draws it: names that touch nothing, a frame drawn anew, cards."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from dossier.corpus.corpus import Corpus
from dossier.model.addresses import TIMELINE, url_for
from dossier.model.records import Event
from dossier.pages.context import context_of
from dossier.pages.templating import templates
from dossier.pages.timeline import timeline_view
from dossier.pages.timeline_picture import MIDDLE, WIDE
from tests.support.full import in_full, unless_full
from tests.support.invented_events import invented_events
from tests.support.relinking import with_records

# Pairs of names that touch, and names outside the page.
TOUCHING = """() => {
  const names = [...document.querySelectorAll("svg.timeline a.event text")].filter((one) => one.checkVisibility())
    .map((one) => [one.textContent, one.getBoundingClientRect()]);
  const wide = document.documentElement.clientWidth;
  const out = names.filter(([, box]) => box.left < -2 || box.right > wide + 2).map(([name]) => [name]);
  const pairs = names.flatMap(([name, one], number) => names.slice(number + 1).filter(([, other]) =>
    one.left + 0.1 < other.right && other.left + 0.1 < one.right && one.top + 0.1 < other.bottom
      && other.top + 0.1 < one.bottom).map(([other]) => [name, other]));
  return { number: names.length, touching: [...out, ...pairs] };
}"""


@pytest.fixture(params=[320, 390, 820, 1440])
def screen(browser: Browser, base: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = browser.new_context(base_url=base, viewport={"width": request.param, "height": 900})
    yield context.new_page()
    context.close()


def opened(page: Page, address: str) -> Page:
    page.goto(address)
    expect(page.locator("form[data-choices]:not([hidden])")).to_be_visible()
    return page


def test_no_name_touches_another(screen: Page, corpus: Corpus) -> None:
    found = opened(screen, TIMELINE).evaluate(TOUCHING)
    dated = [one for one in corpus.in_time(corpus.of(Event)) if one.dated]
    assert (found["number"], found["touching"]) == (len(dated), [])


@in_full
def test_no_name_touches_another_in_a_frame_drawn_anew(screen: Page, corpus: Corpus) -> None:
    events = corpus.in_time(corpus.of(Event))
    for query in sorted(
        {f"type={one.type}" for one in events} | {f"actor={one.actors[0]}" for one in events if one.actors}
    ):
        name, value = query.split("=")
        marks = (lambda one: one.actors) if name == "actor" else (lambda one: (one.type,))
        left = [one for one in events if one.dated and value in marks(one)]
        opened(screen, f"{TIMELINE}?{query}")
        screen.wait_for_function(
            "(number) => [...document.querySelectorAll('svg.timeline a.event')]"
            ".filter((one) => one.checkVisibility()).length === number",
            arg=len(left),
        )
        assert screen.evaluate(TOUCHING)["touching"] == [], query


@pytest.mark.parametrize("number", unless_full([10, 100], [10, 100, 1000]))
@pytest.mark.parametrize("width", [390, 1440])
def test_no_name_touches_another_among_any_number(
    browser: Browser, base: str, corpus: Corpus, number: int, width: int
) -> None:
    """Invented events in the place of those of the page, whose styles stay."""
    events = invented_events(corpus.of(Event)[0], number)
    claims = [one.id for one in corpus.claims_about(corpus.of(Event)[0].id)] or list(corpus.of(Event)[0].claims)
    kept = [
        one.model_copy(update={"dated": tuple(each.model_copy(update={"claims": (claims[0],)}) for each in one.dated)})
        for one in events
    ]
    records = {key: one for key, one in corpus.records.items() if not isinstance(one, Event)}
    view = timeline_view(context_of(with_records(corpus, records | {one.id: one for one in kept})))
    content = str(templates().render("timeline.html", TIMELINE, view=view))
    page = browser.new_page(base_url=base, viewport={"width": width, "height": 900}, java_script_enabled=True)
    page.goto(TIMELINE)
    page.evaluate(
        "(content) => { const other = new DOMParser().parseFromString(content, 'text/html').querySelector('figure');"
        " document.querySelector('figure.picture').replaceWith(document.adoptNode(other)); }",
        content,
    )
    found = page.evaluate(TOUCHING)
    page.close()
    assert found["touching"] == []
    assert found["number"] >= min(number, 25)


# How the events of a picture are drawn: for each the places of its marks, in tenths.
MARKS = """(picture) => {
  const names = ["x", "x1", "x2", "cx", "width"];
  const places = (mark) => names.map((name) => Math.round(parseFloat(mark.getAttribute(name) ?? 0) * 10));
  const marks = (one) => [...one.querySelectorAll(".date [x], .date [x1], .date [cx]")];
  const events = [...document.querySelectorAll(`svg.timeline--${picture} a.event`)];
  return Object.fromEntries(events.map((one) =>
    [one.dataset.event, marks(one).map((mark) => [mark.tagName, ...places(mark)])]));
}"""


@pytest.mark.parametrize(("picture", "width"), [("upright", 390), ("wide", 1440)])
def test_the_script_draws_all_events_as_the_program_does(browser: Browser, base: str, picture: str, width: int) -> None:
    page = browser.new_page(base_url=base, viewport={"width": width, "height": 900})
    opened(page, TIMELINE)
    if picture == "wide":
        # At the width for which the program draws it the least widths of marks are the same.
        page.evaluate(f"document.querySelector('figure.picture').style.width = '{WIDE}px'")
    before = page.evaluate(MARKS, picture)
    page.evaluate(
        """async () => {
          const script = [...document.scripts].find((one) => one.src.endsWith("dossier.js")).src;
          const { frameOf } = await import(new URL("timeline-frame.js", script).href);
          const all = new Set([...document.querySelectorAll("tr[data-key]")].map((one) => one.dataset.key));
          frameOf(document.querySelector("[data-timeline]"))(all, [{ value: "x" }]);
        }"""
    )
    after = page.evaluate(MARKS, picture)
    page.close()
    assert before
    assert list(after) == list(before)
    for key, marks in before.items():
        assert [one[0] for one in after[key]] == [one[0] for one in marks], key
        for one, other in zip(after[key], marks, strict=True):
            assert all(abs(a - b) <= 1 for a, b in zip(one[1:], other[1:], strict=True)), (key, one, other)


def test_everything_shown_again_is_drawn_as_before(page: Page, corpus: Corpus) -> None:
    opened(page, TIMELINE)
    before = page.locator("svg.timeline--wide").inner_html()
    title = page.locator(".picture__title").inner_text()
    page.get_by_label("Type").select_option(corpus.of(Event)[0].type)
    expect(page.locator(".picture__title")).to_have_text(re.compile("dated events, "))
    page.get_by_role("button", name="Show everything").click()
    expect(page.locator(".picture__title")).to_have_text(title)
    assert page.locator("svg.timeline--wide").inner_html() == before


def test_a_card_tells_of_an_event_by_mouse_and_by_key_and_the_mark_leads_to_it(page: Page, corpus: Corpus) -> None:
    event = next(one for one in corpus.in_time(corpus.of(Event)) if len(one.dated) > 1)
    opened(page, TIMELINE)
    mark = page.locator(f"svg.timeline--wide a[data-event={event.id}]")
    card = page.locator("#claim-card")
    mark.locator("text").hover()
    expect(card).to_be_visible()
    for one in event.dated:
        expect(card).to_contain_text(one.words)
    expect(card.get_by_role("link", name=event.title)).to_be_visible()
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    page.mouse.move(0, 0)
    page.keyboard.press("Tab")
    mark.focus()
    expect(card).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{url_for(event)}")


def test_a_tap_opens_the_card_and_its_link_leads_on(browser: Browser, base: str, corpus: Corpus) -> None:
    event = next(one for one in corpus.in_time(corpus.of(Event)) if one.dated)
    context = browser.new_context(base_url=base, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = opened(context.new_page(), TIMELINE)
    page.locator(f"svg.timeline--upright a[data-event={event.id}] text").tap()
    card = page.locator("#claim-card")
    expect(card).to_be_visible()
    assert page.url.endswith(TIMELINE)
    card.get_by_role("link", name=event.title).tap()
    page.wait_for_url(f"**/{url_for(event)}")
    context.close()


def test_paper_holds_the_picture_across(page: Page) -> None:
    page.set_viewport_size({"width": int(MIDDLE) + 5, "height": 900})
    opened(page, TIMELINE).emulate_media(media="print")
    expect(page.locator("svg.timeline--middle")).to_be_visible()
    assert page.locator("svg.timeline:visible").count() == 1
    assert page.evaluate(TOUCHING)["touching"] == []
