"""Inside an old edition everything that a reader does stays in that edition, in a real browser."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from dossier.editions.publishing import publish
from dossier.editions.state import Edition
from dossier.renderers.mkdocs import prose_of
from dossier.site.build import write_site
from tests.conftest import apply
from tests.support.chromium import browsing, idle
from tests.support.paths import MINI
from tests.support.second import FIRST, LATER, SECOND
from tests.support.serving import Served, serving

OLD = f"{FIRST[0]}/"
# Of all that lies outside the edition, only which editions there are is asked for.
ASKED_OUTSIDE = {"editions.json"}


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("published")
    root, target = Path(shutil.copytree(MINI, folder / "mini")), folder / "out"
    publish(root, target, Edition(*FIRST), partial(write_site, renderer=prose_of))
    for name, change in SECOND.items():
        apply(root / name, change)
    publish(root, target, Edition(*LATER), partial(write_site, renderer=prose_of, search=False))
    return target


@pytest.fixture(scope="module")
def browser(published: Path) -> Iterator[Browser]:  # noqa: ARG001  no site is built while a browser runs
    with browsing() as browser:
        yield browser


@pytest.fixture
def served(published: Path) -> Iterator[Served]:
    """The editions on a host; at the end nothing but the old one was asked for."""
    with serving(published) as served:
        yield served
    assert {one for one in served.asked if not one.startswith(OLD)} <= ASKED_OUTSIDE


@pytest.fixture
def page(browser: Browser, served: Served) -> Iterator[Page]:
    page = browser.new_page(base_url=served.base + OLD)
    yield page
    page.close()


def stays(page: Page, selector: str) -> None:
    """Checks that what is there leads into the edition."""
    paths = {urlsplit(href).path for href in page.locator(selector).evaluate_all("all => all.map((one) => one.href)")}
    assert paths
    assert {path for path in paths if not path.startswith(f"/{OLD}")} == set()


def test_search_finds_what_the_edition_says(page: Page) -> None:
    page.goto("search/?q=north+head")
    expect(page.locator("[data-search-page] a[data-result]").first).to_be_visible()
    stays(page, "[data-search-page] a[data-result]")
    page.locator(".md-header [data-search] input").fill("lamp guild")
    expect(page.locator(".md-header a[data-result]").first).to_be_visible()
    stays(page, ".md-header a[data-result]")


def test_cards_show_what_the_edition_says(page: Page) -> None:
    page.goto("quarrel/")
    page.locator("article a.record").first.hover()
    expect(page.locator(".record-card__title")).to_be_visible()


def test_the_day_and_the_comparison_go_on_in_the_edition(page: Page) -> None:
    page.goto("questions/who-lit-the-fire/?known=1950-03-01")
    expect(page.locator(".known-bar")).to_be_visible()
    page.locator('article a[href*="events/great-lamp-fire/"]:visible').first.click()
    expect(page).to_have_url(f"{page.url.partition(OLD)[0]}{OLD}events/great-lamp-fire/?known=1950-03-01")
    page.goto("compare/")
    stays(page, "article a:not([rel], .edition-notice a)")
    page.goto("data/")
    stays(page, "[data-download] a")
    idle(page)


def test_the_one_way_out_is_the_note_on_the_later_edition(page: Page) -> None:
    page.goto("about/")
    link = page.get_by_role("complementary", name="Edition").get_by_role("link")
    expect(link).to_have_count(1)
    assert urlsplit(link.get_attribute("href") or "").path == "/about/"
    idle(page)
