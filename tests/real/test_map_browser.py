"""The map in a real browser, on the real dossier: nothing overlaps at any size, and what hand and key do."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest
from playwright.sync_api import Browser, CDPSession, Locator, Page, expect

from dossier.corpus.corpus import Corpus
from dossier.corpus.events_by_day import standing_by
from dossier.model.addresses import MAP
from dossier.model.records import Event
from dossier.pictures.map_places import sited
from dossier.pictures.region_map import LEVELS
from tests.support.full import unless_full
from tests.support.maps import BASE, known, many
from tests.support.printing import Pages, map_page
from tests.support.relinking import with_records

SIZES = [(390, 844), (820, 1180), (1440, 900)]
# Names and counts that are seen, as rectangles; of a name the height of its letters, not of its line.
OVERLAPS = """(svg) => {
  const frame = svg.getBoundingClientRect();
  const seen = [...svg.querySelectorAll("text, .map-count rect")]
    .filter((one) => one.getBoundingClientRect().width && !(one.tagName === "text" && one.closest(".map-count")));
  const boxes = seen.map((one) => {
    const { left, top, right, bottom, height } = one.getBoundingClientRect();
    const less = one.tagName === "text" ? height * 0.12 : 0;
    return { words: one.textContent || "count", left, top: top + less, right, bottom: bottom - less };
  });
  const outside = boxes.filter((one) => one.left < frame.left - 0.5 || one.right > frame.right + 0.5
    || one.top < frame.top - 0.5 || one.bottom > frame.bottom + 0.5).map(({ words }) => `${words} outside`);
  const pairs = boxes.flatMap((one, place) => boxes.slice(place + 1)
    .filter((other) => one.left < other.right - 0.5 && other.left < one.right - 0.5
      && one.top < other.bottom - 0.5 && other.top < one.bottom - 0.5)
    .map((other) => `${one.words} on ${other.words}`));
  return { number: boxes.length, wrong: [...outside, ...pairs] };
}"""


def opened(page: Page, size: tuple[int, int] = (1440, 900)) -> Locator:
    """The drawing that can be moved, when it can."""
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(MAP)
    expect(page.locator("[data-zoom=in]")).to_be_visible()
    expect(page.locator("form[data-choices]:not([hidden])")).to_be_visible()
    return page.locator("#closer svg.map:visible")


def shown(svg: Locator) -> str:
    return svg.locator(".map-marks").get_attribute("data-shown") or ""


def at_rest(page: Page, svg: Locator) -> None:
    """Waits until the sheet has come that is wanted at this size."""
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    expect(svg).not_to_have_attribute("aria-busy", "true")


@pytest.mark.parametrize("size", SIZES)
def test_no_name_touches_another_or_leaves_the_picture_at_any_size(page: Page, size: tuple[int, int]) -> None:
    svg = opened(page, size)
    for one in page.locator("article svg.map:visible").all():
        found = one.evaluate(OVERLAPS)
        assert found["number"] > 20
        assert found["wrong"] == []
    svg.focus()
    sheets = set()
    for key in [*"----", *"+" * (LEVELS + 3), "ArrowLeft", "ArrowUp"]:
        page.keyboard.press(key)
        at_rest(page, svg)
        sheets.add(shown(svg))
        assert svg.evaluate(OVERLAPS)["wrong"] == [], (key, shown(svg))
    assert len(sheets - {""}) >= 5


def test_between_two_sheets_nothing_overlaps_either(page: Page) -> None:
    svg = opened(page)
    svg.focus()
    svg.hover()
    for _ in range(12):
        page.mouse.wheel(0, -37)
        at_rest(page, svg)
        assert svg.evaluate(OVERLAPS)["wrong"] == []


def test_by_keyboard_alone_the_map_is_enlarged_moved_and_leads_to_a_place(page: Page) -> None:
    svg = opened(page)
    svg.focus()
    page.keyboard.press("+")
    at_rest(page, svg)
    before = svg.locator(".map-ground").get_attribute("transform")
    page.keyboard.press("ArrowRight")
    at_rest(page, svg)
    assert svg.locator(".map-ground").get_attribute("transform") != before
    page.keyboard.press("0")
    expect(svg).not_to_have_attribute("data-moved", re.compile(""))
    page.keyboard.press("Enter")
    first = page.locator(":focus")
    expect(first).to_have_class(re.compile("map-mark"))
    address = first.get_attribute("href")
    page.keyboard.press("ArrowLeft")
    expect(page.locator(":focus")).to_have_class(re.compile("map-mark"))
    assert page.locator(":focus").get_attribute("href") != address
    page.keyboard.press("Escape")
    expect(svg).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("+")
    at_rest(page, svg)
    assert page.locator(":focus").get_attribute("href") == address
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/places/"))


def test_the_buttons_the_mouse_and_the_wheel_do_the_same(page: Page) -> None:
    svg = opened(page)
    ground = svg.locator(".map-ground")
    still = ground.get_attribute("transform")
    page.locator("[data-zoom=in]").click()
    at_rest(page, svg)
    assert ground.get_attribute("transform") != still
    page.locator("[data-zoom=out]").click()
    at_rest(page, svg)
    page.locator("[data-zoom=home]").click()
    expect(ground).to_have_attribute("transform", still or "")
    svg.evaluate("(svg) => svg.scrollIntoView({ block: 'center' })")
    box = svg.bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.wheel(0, -10)
    expect(ground).to_have_attribute("transform", still or "")
    page.mouse.down()
    page.mouse.move(x + 60, y + 40, steps=4)
    page.mouse.up()
    at_rest(page, svg)
    moved = ground.get_attribute("transform")
    assert moved != still
    assert page.url.endswith(f"/{MAP}")


def touch(session: CDPSession, kind: str, *points: tuple[float, float]) -> None:
    at = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(points)]
    session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": at})


def degree(svg: Locator) -> float:
    """How many units of the drawing a degree east takes."""
    transform = svg.locator(".map-ground").get_attribute("transform") or ""
    across = svg.page.evaluate(
        "(id) => Number(document.querySelector(id).dataset.across)",
        svg.locator(".map-ground use").get_attribute("href"),
    )
    return float(transform.partition("scale(")[2].split()[0]) * float(across)


def test_two_fingers_enlarge_the_map_and_one_scrolls_the_page_until_it_has_been_moved(
    browser: Browser, page: Page
) -> None:
    page.goto(MAP)
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    phone = context.new_page()
    phone.goto(page.url)
    expect(phone.locator("[data-zoom=in]")).to_be_visible()
    svg, session = phone.locator("#closer svg.map:visible"), context.new_cdp_session(phone)
    box = svg.bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    first = degree(svg)
    touch(session, "touchStart", (x - 20, y), (x + 20, y))
    for aside in range(24, 84, 4):
        touch(session, "touchMove", (x - aside, y), (x + aside, y))
    touch(session, "touchEnd")
    at_rest(phone, svg)
    assert degree(svg) == pytest.approx(4 * first, rel=0.05)
    assert phone.evaluate("visualViewport.scale") == 1
    moved = svg.locator(".map-ground").get_attribute("transform")
    touch(session, "touchStart", (x, y))
    for by in range(10, 70, 10):
        touch(session, "touchMove", (x, y - by))
    touch(session, "touchEnd")
    at_rest(phone, svg)
    assert svg.locator(".map-ground").get_attribute("transform") != moved
    assert phone.evaluate("scrollY") == 0
    touch(session, "touchStart", (x - 80, y), (x + 80, y))
    for aside in range(76, 16, -4):
        touch(session, "touchMove", (x - aside, y), (x + aside, y))
    touch(session, "touchEnd")
    at_rest(phone, svg)
    assert degree(svg) == pytest.approx(first, rel=0.1)
    phone.locator("[data-zoom=home]").click()
    expect(svg).not_to_have_attribute("data-moved", re.compile(""))
    touch(session, "touchStart", (x, y))
    for by in range(10, 120, 10):
        touch(session, "touchMove", (x, y - by))
    touch(session, "touchEnd")
    phone.wait_for_function("scrollY > 50")
    expect(svg).not_to_have_attribute("data-moved", re.compile(""))
    assert phone.url == page.url
    context.close()


def test_nothing_is_loaded_for_it_before_it_is_used_and_all_of_it_from_this_site(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    svg = opened(page)
    page.wait_for_load_state("networkidle")
    assert not [one for one in asked if one.endswith(".svg") and "/map/" in one]
    svg.focus()
    for _ in range(4):
        page.keyboard.press("+")
        at_rest(page, svg)
    loaded = [one.rpartition("/")[2] for one in asked if "/map/" in one and one.endswith(".svg")]
    assert {re.sub(r"\d", "", one) for one in loaded} == {"ground-.svg", "level-.svg"}
    assert max(Counter(loaded).values()) == 1
    hosts = {one.split("/")[2] for one in asked}
    assert len(hosts) == 1


def test_without_scripts_the_map_is_whole_and_offers_nothing_that_does_not_work(browser: Browser, page: Page) -> None:
    page.goto(MAP)
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1440, "height": 900})
    plain = context.new_page()
    plain.goto(page.url)
    assert plain.locator("#closer svg.map:visible a.map-mark").count() > 20
    assert not plain.locator(".map-tools").is_visible()
    assert not plain.locator("form.choices").is_visible()
    context.close()


@pytest.mark.parametrize("name", ["type", "standing", "time", "actor"])
def test_a_choice_leaves_its_events_in_counts_and_shades_and_says_how_many_cannot_be_drawn(
    page: Page, corpus: Corpus, name: str
) -> None:
    svg = opened(page)
    total = len(corpus.of(Event))
    undrawn = page.locator("[data-undrawn]").count()
    status = page.locator("form[data-choices] [role=status]")
    expect(status).to_have_text(f"All {total} events; {undrawn} of them without a place that can be drawn")
    menu = page.locator(f"select[name={name}]")
    value, number = menu.evaluate(
        "(menu) => { const one = menu.options[1]; return [one.value, Number(/\\((\\d+)\\)$/.exec(one.text)[1])]; }"
    )
    menu.select_option(value)
    expect(status).to_contain_text(re.compile(rf"^\d+ of {total} events"))
    left = {one.get_attribute("data-key") for one in page.locator("[data-part=event]:not([data-hidden])").all()}
    if name != "standing":
        assert len(left) == number
    for count in svg.locator(".map-count:visible").all():
        events = set((count.get_attribute("data-events") or "").split())
        assert count.locator("text").text_content() == str(len(events & left))
        assert events & left
    for shape in page.locator("#map-ground .map-shape").all():
        events = set((shape.get_attribute("data-events") or "").split())
        assert ("map-shape--0" in (shape.get_attribute("class") or "")) == (not events & left)
    svg.focus()
    page.keyboard.press("+")
    at_rest(page, svg)
    for count in svg.locator(".map-count:visible").all():
        assert set((count.get_attribute("data-events") or "").split()) & left
    page.locator("[data-clear]").click()
    expect(status).to_have_text(f"All {total} events; {undrawn} of them without a place that can be drawn")


@pytest.mark.parametrize("standing", ["asserted", "contested"])
def test_the_legend_explains_no_form_that_a_choice_has_left_none_of(page: Page, standing: str) -> None:
    opened(page)
    legend = page.locator(".map-legend > li")
    seen, all_entries = page.locator(".map-legend > li:visible"), legend.count()
    expect(seen).to_have_count(all_entries)
    page.locator("select[name=standing]").select_option(standing)
    expect(page.locator("form[data-choices][data-narrowed]")).to_be_visible()
    for words, form in (
        ("all of them alleged or contested", "#map-ground .map-shape--doubtful"),
        ("events in a province", "#map-ground .map-shape:not(.map-shape--0, .map-shape--doubtful)"),
        ("beyond the map, this way", "a.map-tag:not([data-hidden])"),
        ("events at this point", ".map-mark--point .map-count:not(.map-count--doubtful, [data-hidden])"),
    ):
        entry = legend.filter(has_text=re.compile(rf"{words}$"))
        if entry.count():
            expect(entry).to_be_visible(visible=page.locator(f"svg {form}").count() > 0)
    expect(seen).not_to_have_count(all_entries)
    page.locator("[data-clear]").click()
    expect(seen).to_have_count(all_entries)


EARLIER = "2015-12-31"


def test_by_a_day_the_map_holds_no_event_at_a_place_before_somebody_said_so(page: Page, corpus: Corpus) -> None:
    svg = opened(page)
    page.goto(f"{MAP}?known={EARLIER}")
    svg = page.locator("#closer svg.map:visible")
    expect(page.locator("form[data-choices][data-narrowed]")).to_be_visible()
    day = date.fromisoformat(EARLIER)
    known = {}
    for one in sited(corpus):
        there = [standing for each in one.happenings if (standing := standing_by(each.steps, day))]
        known[one.place.id] = len(there)
    assert sum(known.values()) < sum(len(one.happenings) for one in sited(corpus))
    shown = 0
    for mark in svg.locator("a.map-mark:visible").all():
        key = (mark.get_attribute("href") or "").split("/")[-2]
        numbers = [int(each) for each in mark.locator(".map-count:visible text").all_text_contents()]
        assert sum(numbers) <= known[key] or "folded" in (mark.get_attribute("class") or "")
        shown += sum(numbers)
    assert shown
    for row in page.locator(".map-table tr[id]:not([data-hidden])").all():
        key = (row.get_attribute("id") or "").removeprefix("place-")
        assert row.locator("li:not([data-hidden])").count() == known[key]
    title = page.locator("[data-map-title]")
    before = title.text_content()
    page.goto(MAP)
    expect(title).not_to_have_text(before or "")


def test_by_a_day_before_the_denial_nothing_is_contested(page: Page, corpus: Corpus) -> None:
    found = {
        (one.place.id, each.event.id): each.steps
        for one in sited(corpus)
        for each in one.happenings
        if each.is_doubtful and len(each.steps) > 1
    }
    assert found
    day = max(steps[-1][0] for steps in found.values() if steps[-1][0]) - timedelta(days=1)
    opened(page)
    page.goto(f"{MAP}?known={day}")
    expect(page.locator("form[data-choices][data-narrowed]")).to_be_visible()
    for (_, event), steps in found.items():
        standing = standing_by(steps, day)
        for mark in page.locator(f".map-count[data-events~='{event}']:visible").all():
            is_doubtful = "map-count--doubtful" in (mark.get_attribute("class") or "")
            assert is_doubtful == (standing in ("alleged", "contested"))
        assert page.locator(f".map-doubtful li[data-key='{event}']").is_visible() == (
            standing in ("alleged", "contested")
        )


def test_marks_differ_by_form_in_the_colours_of_the_reader(browser: Browser, page: Page) -> None:
    page.goto(MAP)
    context = browser.new_context(forced_colors="active", viewport={"width": 1440, "height": 900})
    forced = context.new_page()
    forced.goto(page.url)
    read = """(one) => { const style = getComputedStyle(one);
      return [style.fill, style.strokeDasharray, one.getAttribute("rx")].join(); }"""
    kinds = (
        ".map-mark--point .map-count:not(.map-count--doubtful) rect",
        ".map-mark--words .map-count:not(.map-count--doubtful) rect",
        ".map-count--doubtful rect",
    )
    forms = {forced.locator(f"#closer {kind}").first.evaluate(read) for kind in kinds}
    assert len(forms) == len(kinds)
    weight = """(one) => { const { strokeWidth, strokeOpacity } = getComputedStyle(one);
      return parseFloat(strokeWidth) * strokeOpacity; }"""
    inner = forced.locator("#map-ground .map-border:not(.map-border--outer)").evaluate(weight)
    assert forced.locator("#map-ground .map-border--outer").evaluate(weight) > inner
    context.close()


def test_the_page_is_no_wider_than_a_phone_and_its_tables_unfold(page: Page) -> None:
    opened(page, (390, 844))
    tables = page.locator(".map-country")
    heights = [box["height"] for one in tables.all() if (box := one.bounding_box())]
    assert len(heights) > 3
    assert sum(heights) < 700
    for one in tables.all():
        one.locator("summary").click()
    assert page.evaluate("document.documentElement.scrollWidth <= 390")
    assert tables.locator("th[scope=row]").first.is_visible()


@pytest.mark.parametrize("number", unless_full([10, 100], [10, 100, 1000]))
@pytest.mark.parametrize("width", [390, 1440])
def test_nothing_overlaps_on_maps_of_few_and_of_many_places(page: Page, mini: Corpus, number: int, width: int) -> None:
    places = {one.place.id: known(one.place) for one in many(mini, number)}
    content = map_page(Pages(replace(with_records(mini, {**mini.records, **places}), base_map=BASE))).content
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(MAP)
    page.locator("article").evaluate("(article, content) => { article.innerHTML = content; }", str(content))
    for one in page.locator("article svg.map:visible").all():
        found = one.evaluate(OVERLAPS)
        assert found["number"] >= 2
        assert found["wrong"] == []
