"""The picture of the network, in a real browser, on the real dossier: nothing overlaps, and all can be asked for."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from pdfminer.high_level import extract_text
from playwright.sync_api import Page, expect

from dossier.corpus.corpus import Corpus
from dossier.corpus.relations import all_relations, connections_by_actor, connections_of
from dossier.model.addresses import NETWORK
from dossier.pages.connections import sheet, upright_sheet
from dossier.pages.context import context_of
from dossier.pages.network import network_view
from dossier.pictures.network import most_tied, network
from dossier.pictures.upright_network import upright
from tests.support.full import unless_full
from tests.support.invented_ties import invented_ties
from tests.support.printing import PRINTER
from tests.support.relinking import with_records

READY = "form[data-choices]:not([hidden])"
LIT = "[data-told]:not([hidden])"
# Names that overlap, that leave the picture, and that a line runs through, measured in the page.
FAULTS = """(picture) => {
  const frame = picture.getBoundingClientRect();
  const names = [...picture.querySelectorAll("[data-actor] text")]
    .filter((one) => one.checkVisibility()).map((one) => [one.textContent, one.getBoundingClientRect()]);
  const found = [];
  const inside = ({ x, y }, box) => x > box.left && x < box.right && y > box.top && y < box.bottom;
  names.forEach(([name, box], place) => {
    if (box.left < frame.left - 1 || box.right > frame.right + 1) found.push(`${name} leaves the picture`);
    for (const [other, its] of names.slice(place + 1)) {
      const apart = box.right <= its.left || its.right <= box.left || box.bottom <= its.top || its.bottom <= box.top;
      if (!apart) found.push(`${name} overlaps ${other}`);
    }
  });
  for (const line of picture.querySelectorAll(".tie__line, .track")) {
    const matrix = line.getScreenCTM();
    const length = line.getTotalLength();
    for (let at = 0; at <= length; at += 1.5) {
      const point = line.getPointAtLength(at).matrixTransform(matrix);
      for (const [name, box] of names) if (inside(point, box)) found.push(`a line runs through ${name}`);
    }
  }
  return [names.length, [...new Set(found)]];
}"""


def opened(page: Page, query: str = "") -> Page:
    page.goto(f"{NETWORK}{query}")
    expect(page.locator(READY)).to_be_visible()
    return page


def mark(page: Page, actor: str) -> str:
    """The selector of the mark of an actor in the picture that is shown."""
    shown = "sheet" if page.locator(".network__sheet").is_visible() else "upright"
    return f'.network__{shown} [data-actor="{actor}"]'


def busiest(corpus: Corpus) -> str:
    return next(iter(connections_by_actor(connections_of(all_relations(corpus)))))


@pytest.mark.parametrize("width", [320, 390, 820, 1440])
def test_no_name_overlaps_another_and_no_line_runs_through_one(page: Page, corpus: Corpus, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    opened(page)
    (picture,) = [one for one in page.locator(".network svg.ties").all() if one.is_visible()]
    number, found = picture.evaluate(FAULTS)
    assert number == len(connections_by_actor(connections_of(all_relations(corpus))))
    assert found == []


def drawn(mini: Corpus, number: int) -> str:
    """The page with so many invented actors in the place of those of the invented dossier."""
    ties = invented_ties(mini, number)
    actors = {one.id: one for tie in ties for one in (tie.start, tie.end)}
    corpus = with_records(mini, {**mini.records, **actors})
    context, shown = context_of(corpus), most_tied(ties)
    view = network_view(context)
    assert view
    sheets = sheet(context, network(corpus, shown)), upright_sheet(context, upright(corpus, shown))
    return str(PRINTER.render("network.html", NETWORK, view=replace(view, sheet=sheets[0], upright=sheets[1])))


@pytest.mark.parametrize("number", unless_full([10, 100], [10, 100, 1000]))
@pytest.mark.parametrize("width", [390, 1440])
def test_no_name_is_touched_in_networks_of_few_and_of_many_actors(
    page: Page, mini: Corpus, number: int, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(NETWORK)
    page.locator("article").evaluate("(article, content) => { article.innerHTML = content; }", drawn(mini, number))
    (picture,) = [one for one in page.locator(".network svg.ties").all() if one.is_visible()]
    names, found = picture.evaluate(FAULTS)
    assert names >= min(number, 60)
    assert found == []


def test_pointing_at_an_actor_lights_it_with_its_neighbours_and_tells_why(page: Page, corpus: Corpus) -> None:
    opened(page)
    actor = busiest(corpus)
    expect(page.locator(LIT)).to_have_count(0)
    page.hover(f"{mark(page, actor)} .mark__shape")
    told = page.locator(LIT)
    expect(told.locator("h3")).to_have_text(corpus.actor(actor).heading)
    own = [one for one in all_relations(corpus) if actor in (one.holder.id, one.to.id)]
    expect(told.locator("li")).to_have_count(len(own))
    expect(told.get_by_role("status")).to_have_text(f"{len(own)} relations")
    assert told.locator("li:has(a.ref)").count() == len(own)
    near = {end.id for one in own for end in (one.holder, one.to)}
    lit = page.locator(".network__sheet [data-actor][data-lit]")
    assert {one.get_attribute("data-actor") for one in lit.all()} == near
    expect(page.locator(f'{mark(page, actor)}[data-lit="itself"]')).to_have_count(1)
    page.mouse.move(2, 2)
    expect(page.locator(LIT)).to_have_count(0)


def test_a_click_keeps_what_is_lit_and_a_second_one_opens_the_page(page: Page, corpus: Corpus) -> None:
    opened(page)
    actor = busiest(corpus)
    page.click(f"{mark(page, actor)} .mark__shape")
    page.mouse.move(2, 2)
    expect(page.locator(LIT)).to_have_count(1)
    page.keyboard.press("Escape")
    expect(page.locator(LIT)).to_have_count(0)
    page.click(f"{mark(page, actor)} .mark__shape")
    page.click(f"{mark(page, actor)} .mark__shape")
    page.wait_for_url(f"**/actors/{actor}/")


def test_a_line_tells_its_relations_and_how_each_stands(page: Page, corpus: Corpus) -> None:
    opened(page)
    tie = next(one for one in connections_of(all_relations(corpus)) if one.standing != "asserted")
    keys = " ".join(one.key for one in tie.relations)
    page.locator(f'.network__sheet a.tie[data-relations="{keys}"] .tie__room').dispatch_event(
        "pointerover", {"pointerType": "mouse", "bubbles": True}
    )
    told = page.locator(LIT)
    expect(told.locator("li")).to_have_count(len(tie.relations))
    expect(told.locator(".standing").first).to_have_text(str(tie.standing).capitalize())


def test_the_keyboard_stops_once_in_the_picture_and_arrows_go_on(page: Page) -> None:
    opened(page)
    page.locator("a[href='#cite-this']").first.focus()
    for _ in range(6):
        page.keyboard.press("Tab")
        if page.evaluate("Boolean(document.activeElement.dataset.actor)"):
            break
    first = page.evaluate("document.activeElement.dataset.actor")
    assert first
    expect(page.locator(LIT)).to_have_count(1)
    seen = {first}
    for key in ("ArrowDown", "ArrowRight", "ArrowUp", "ArrowLeft", "End"):
        page.keyboard.press(key)
        seen.add(page.evaluate("document.activeElement.dataset.actor"))
    assert len(seen) > 3
    page.keyboard.press("Home")
    assert page.evaluate("document.activeElement.dataset.actor") == first
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('svg') === null")
    expect(page.locator(LIT)).to_have_count(0)


def test_enter_leads_to_what_is_told_and_then_to_the_page_and_escape_back(page: Page, corpus: Corpus) -> None:
    opened(page)
    actor = busiest(corpus)
    page.locator(mark(page, actor)).focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    actor = page.evaluate("document.activeElement.dataset.actor")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('[data-told] h3') !== null")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('[data-told] li') !== null")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.dataset.actor") == actor
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/actors/{actor}/")


def test_arrows_reach_every_actor(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    opened(page)
    marks = page.locator(".network__upright [data-actor]")
    marks.first.focus()
    for _ in range(marks.count() - 1):
        page.keyboard.press("ArrowDown")
    last = marks.last.get_attribute("data-actor")
    assert page.evaluate("document.activeElement.dataset.actor") == last


def test_a_tap_tells_of_an_actor_within_the_screen(phone: Page, corpus: Corpus) -> None:
    opened(phone)
    actor = busiest(corpus)
    phone.locator(f"{mark(phone, actor)} text").tap()
    told = phone.locator(LIT)
    expect(told).to_be_in_viewport()
    box = told.bounding_box()
    assert box
    assert box["height"] <= 844 / 2
    assert phone.url.endswith(NETWORK)
    told.get_by_role("button", name="Close").tap()
    expect(phone.locator(LIT)).to_have_count(0)


def test_what_is_told_follows_the_day_that_is_chosen(page: Page, corpus: Corpus) -> None:
    opened(page)
    actor = busiest(corpus)
    page.click(f"{mark(page, actor)} .mark__shape")
    entries = page.locator(f"{LIT} li")
    number = entries.count()
    page.get_by_role("slider", name="Known as of").press("Home")
    expect(entries).not_to_have_count(number)
    page.get_by_role("slider", name="Known as of").press("End")
    expect(entries).to_have_count(number)


def test_the_page_of_a_phone_is_short_and_has_a_picture(phone: Page) -> None:
    opened(phone)
    expect(phone.locator(".network__upright")).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollHeight") < 6000


def test_the_first_page_on_paper_has_the_picture(page: Page, corpus: Corpus) -> None:
    opened(page)
    paper = extract_text(io.BytesIO(page.pdf(format="A4")), page_numbers=[0, 1])
    first, second = (" ".join(one.split()) for one in paper.split("\f")[:2])
    name = corpus.actor(busiest(corpus)).heading
    assert first.count(name) > 2
    assert "The same as tables" in first + second
    assert len(second) > 500
