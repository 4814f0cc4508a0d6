"""What was known by a day, carried from page to page, in a real browser, on the invented dossier."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.support.chromium import browsing
from tests.support.serving import serving

DAY = "1950-03-01"
SAID = "What was known by 1 March 1950"


@pytest.fixture(scope="module")
def browser(mini_site: Path) -> Iterator[Browser]:  # noqa: ARG001  no site is built while a browser runs
    with browsing() as browser:
        yield browser


@pytest.fixture
def page(browser: Browser, mini_site: Path) -> Iterator[Page]:
    """A page that fails the test at the first error in a script."""
    errors: list[str] = []
    with serving(mini_site) as served:
        context = browser.new_context(base_url=served.base, viewport={"width": 1440, "height": 900})
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
        yield page
        context.close()
    assert errors == []


def bar(page: Page) -> Locator:
    return page.get_by_role("complementary", name="What was known by a day")


def told(page: Page, *words: str) -> None:
    """Checks that the address holds the day, and that the bar says so and how much came later."""
    for one in (SAID, *words):
        expect(bar(page)).to_contain_text(one)
    assert page.url.endswith(f"?known={DAY}")


def test_the_day_goes_along_from_a_question_to_an_event_an_actor_and_an_essay(page: Page) -> None:
    page.goto(f"questions/who-lit-the-fire/?known={DAY}")
    told(page, "later entr")
    expect(page.locator(".answers > li").filter(has_text="Nobody lit it")).to_be_hidden()
    expect(page.locator("#position-nobody")).to_be_hidden()
    expect(page.locator(".answers > li").filter(has_text="did not light it")).to_be_visible()
    page.locator('article a[href*="events/great-lamp-fire/"]:visible').first.click()
    told(page, "hidden")
    expect(page.locator("[data-claim=quay-2002-c04]:visible")).to_have_count(0)
    expect(page.locator(".claims > li[data-claim=tarn-1931-c05]")).to_be_visible()
    expect(page.locator("dl.glance [data-standings] .standing")).to_have_text("Reported")
    expect(page.get_by_text("1 published later, hidden here.").first).to_be_visible()
    page.locator("ul.relations a[href*='actors/lamp-guild/']").first.click()
    told(page)
    page.locator(".md-tabs a", has_text="Origins").click()
    told(page, "marked as later")
    expect(page.locator("a.ref[data-claim^=quay-2002][data-later=marked]").first).to_be_visible()
    expect(page.locator("a.ref[data-claim^=tarn-1931]").first).not_to_have_attribute("data-later", "marked")


def test_leaving_shows_everything_again(page: Page) -> None:
    page.goto(f"events/great-lamp-fire/?known={DAY}")
    told(page)
    bar(page).get_by_role("link", name="Leave").click()
    expect(page.locator(".claims > li[data-claim=quay-2002-c04]")).to_be_visible()
    assert page.url.endswith("/events/great-lamp-fire/")
    expect(bar(page)).to_have_count(0)
    expect(page.locator("[data-later]")).to_have_count(0)


def test_a_page_with_claims_can_set_the_day(page: Page) -> None:
    page.goto("events/great-lamp-fire/")
    page.get_by_role("button", name="What was known by a day").click()
    page.get_by_label("What was known by").fill(DAY)
    page.get_by_role("button", name="Show").click()
    told(page, "hidden")


def test_a_slider_sets_the_day_for_the_next_page_too(page: Page) -> None:
    page.goto("questions/when-founded/")
    slider = page.get_by_role("slider", name="Known as of")
    slider.press("ArrowLeft")
    expect(bar(page)).to_contain_text("What was known by 31 December 1934")
    page.locator(".md-tabs a", has_text="Origins").click()
    expect(bar(page)).to_contain_text("What was known by 31 December 1934")
    page.go_back()
    page.get_by_role("slider", name="Known as of").press("End")
    expect(bar(page)).to_have_count(0)


def test_a_later_source_says_that_none_of_it_was_published(page: Page) -> None:
    page.goto(f"sources/quay-2002/?known={DAY}")
    told(page, "Nothing on this page had been published by then")


@pytest.mark.parametrize("day", ["", "yesterday", "1950-13-01"])
def test_what_is_no_day_changes_nothing(page: Page, day: str) -> None:
    page.goto(f"events/great-lamp-fire/?known={day}")
    expect(page.get_by_role("button", name="What was known by a day")).to_be_visible()
    expect(bar(page)).to_have_count(0)
    expect(page.locator("[data-later]")).to_have_count(0)


def found(page: Page, query: str) -> list[str]:
    page.goto(f"search/?q={query}")
    expect(page.locator("[data-search-page] [role=status]")).to_contain_text(f"“{query.partition('&')[0]}”")
    return [str(one.get_attribute("href")) for one in page.locator("[data-search-page] a[data-result]").all()]


def test_search_leaves_out_and_counts_what_came_later(page: Page) -> None:
    later = [one for one in found(page, "guild") if "quay-2002" in one]
    assert later
    left = found(page, f"guild&known={DAY}")
    assert left
    assert [one for one in left if "/claims/quay-2002" in one or "/sources/quay-2002" in one] == []
    expect(page.locator("[data-search-page] [role=status]")).to_contain_text("later results hidden")
    expect(bar(page)).to_contain_text("Results that were published later are hidden")


def test_totals_say_how_many_of_the_rows_below_them_were_published(page: Page) -> None:
    page.goto(f"events/great-lamp-fire/?known={DAY}")
    told(page, "hidden")
    total = page.locator("#evidence ~ .lead-in [data-total]")
    claims = page.locator("#evidence ~ .claims").first.locator("li")
    left = sum(one.is_visible() for one in claims.all())
    assert 0 < left < claims.count()
    expect(total.first).to_contain_text(f"{left} by this day")
    bar(page).get_by_role("link", name="Leave").click()
    expect(total.first).not_to_contain_text("by this day")


def test_totals_without_rows_below_them_say_that_they_count_all_sources(page: Page) -> None:
    page.goto(f"?known={DAY}")
    expect(page.locator(".counts")).to_contain_text("all sources")


@pytest.mark.parametrize("width", [390, 1440])
def test_the_bar_stays_in_sight_below_the_header(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(f"questions/who-lit-the-fire/?known={DAY}")
    expect(bar(page)).to_be_visible()
    page.evaluate("window.scrollTo(0, 500)")
    page.wait_for_function("window.scrollY > 300")
    header, own = page.locator(".md-header").bounding_box(), bar(page).bounding_box()
    assert header
    assert own
    assert abs(own["y"] - (header["y"] + header["height"])) < 2
