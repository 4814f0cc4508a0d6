"""An unpacked archive of the invented site in a real browser: from a disk, and handed out by a server."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from dossier.site.archive import write_archive
from tests.support.chromium import browsing
from tests.support.serving import serving


@pytest.fixture(scope="module")
def unpacked(mini_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("archive")
    write_archive(mini_site, folder / "lamp.zip")
    with zipfile.ZipFile(folder / "lamp.zip") as archive:
        archive.extractall(folder)
    return folder / "lamp"


@pytest.fixture(scope="module")
def browser(unpacked: Path) -> Iterator[Browser]:  # noqa: ARG001  no site is built while a browser runs
    with browsing() as browser:
        yield browser


def test_from_a_disk_pages_are_read_and_search_says_why_it_is_not_there(browser: Browser, unpacked: Path) -> None:
    page = browser.new_page()
    page.goto((unpacked / "index.html").as_uri())
    assert page.evaluate("getComputedStyle(document.querySelector('.md-header')).position") == "sticky"
    expect(page.locator("[data-scheme]:visible")).to_have_count(0)
    page.locator(".md-tabs a", has_text="Actors").click()
    page.locator("article a[href*='lamp-guild']").first.click()
    expect(page.locator("h1")).to_contain_text("Lamp Guild")
    page.locator(".md-header input[type=search]").fill("guild")
    page.keyboard.press("Enter")
    expect(page.locator("article")).to_contain_text("It does not run from a disk")
    page.get_by_role("link", name="how to search a copy of this site").click()
    expect(page.locator("#disk")).to_be_in_viewport()
    page.close()


def test_a_server_makes_search_and_cards_work_in_a_copy(browser: Browser, unpacked: Path) -> None:
    with serving(unpacked) as served:
        page = browser.new_page(base_url=served.base)
        page.goto("search/index.html?q=guild")
        expect(page.locator("[data-search-page] a[data-result]").first).to_be_visible()
        page.goto("quarrel/index.html")
        page.locator("article a.record").first.hover()
        expect(page.locator(".record-card__title")).to_be_visible()
        page.close()
