"""How statements stood on a day, in a real browser, on the invented dossier."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from dossier.model.addresses import NETWORK
from tests.support.chromium import browsing, idle
from tests.support.serving import serving

READY = "form[data-choices]:not([hidden])"
SPLIT = "reed-wardens.0"
LINE = f'.network__sheet a.tie[data-relations="{SPLIT}"]'
ROW = f'.relation-table tr[data-key="{SPLIT}"]'
BEFORE, AFTER = "1931-05-31", "2002-03-09"


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
        yield page
        context.close()
    assert errors == []


def opened(page: Page, query: str) -> Page:
    page.goto(f"{NETWORK}{query}")
    expect(page.locator(READY)).to_be_visible()
    return page


def unfolded(page: Page) -> None:
    """Opens all that is folded."""
    page.locator("details.folded").evaluate_all("all => all.forEach((one) => { one.open = true; })")


def standings(line: Locator) -> set[str]:
    """The classes that draw a line as it stands."""
    families = {"tie--belonging", "tie--origin", "tie--friendly", "tie--hostile", "tie--contradiction"}
    return set((line.get_attribute("class") or "").split()) - families - {"tie"}


def stands(page: Page, standing: str) -> None:
    """Checks that line, table and list all say that the split stands so."""
    expect(page.locator(LINE)).to_have_attribute("data-standing", standing)
    assert standings(page.locator(LINE)) == {f"tie--{standing}"}
    for part in page.locator(f'[data-part=relation][data-key="{SPLIT}"]').all():
        assert part.get_attribute("data-standing") == standing
        assert part.locator(".standing").text_content() == standing.capitalize()
        assert part.locator(".standing").get_attribute("class") == f"standing standing--{standing}"


def test_a_contested_relation_stands_as_asserted_before_the_denial_is_known(page: Page) -> None:
    opened(page, f"?known={BEFORE}")
    stands(page, "asserted")
    expect(page.locator(f"{LINE} title")).to_have_text(
        "Reed Wardens split from Lamp Guild, about 1902 to 1905 (asserted)"
    )
    unfolded(page)
    expect(page.locator(f"{ROW} [data-key=quay-2002]")).to_be_hidden()
    expect(page.locator(f"{ROW} [data-key=tarn-1931]")).to_be_visible()


def test_it_stands_as_contested_where_all_is_known(page: Page) -> None:
    for query in ("", f"?known={AFTER}"):
        opened(page, query)
        stands(page, "contested")
    expect(page.locator(f"{LINE} title")).to_have_text(
        "Reed Wardens split from Lamp Guild, about 1902 to 1905 (contested: Tarn 1931)"
    )


def test_the_slider_takes_the_denial_back_and_brings_it_again(page: Page) -> None:
    opened(page, "")
    slider = page.get_by_role("slider", name="Known as of")
    slider.focus()
    page.keyboard.press("Home")
    stands(page, "asserted")
    page.keyboard.press("End")
    stands(page, "contested")
    page.get_by_role("slider", name="Year").press("ArrowRight")
    stands(page, "contested")


def test_a_day_that_is_left_again_before_it_is_known_what_came_later_draws_nothing(page: Page) -> None:
    opened(page, "")
    held: list[Route] = []
    page.route("**/known.json", lambda route: held.append(route))  # noqa: PLW0108  a wrapper is set on it
    slider = page.get_by_role("slider", name="Known as of")
    slider.focus()
    page.keyboard.press("Home")
    stands(page, "asserted")
    page.wait_for_function("() => location.search.includes('known=')")
    page.keyboard.press("End")
    stands(page, "contested")
    with page.expect_response("**/known.json"):
        held[0].continue_()
    idle(page)
    stands(page, "contested")
    expect(page.locator("[data-later]")).to_have_count(0)


def test_lines_keep_how_they_stand_while_the_page_is_narrowed(page: Page) -> None:
    expected = {
        "ada-veyl.0": {"tie--asserted"},
        "harbour-board.0": {"tie--asserted"},
        "reed-wardens.0": {"tie--contested"},
        "reed-wardens.1": {"tie--reported"},
        "lamp-guild.0": {"tie--asserted"},
    }
    for query in ("", "?year=1903"):
        opened(page, query)
        lines = page.locator(".network__sheet a.tie").all()
        assert {line.get_attribute("data-relations"): standings(line) for line in lines} == expected
