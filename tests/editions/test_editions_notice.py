"""What a reader of an old edition is told, in Chromium."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, sync_playwright

from dossier.site.minify import write_scripts
from tests.support.chromium import chromium
from tests.support.serving import Served, serving

EDITIONS = [
    {"name": "2024.1", "date": "2024-04-01", "changed": []},
    {"name": "2024.2", "date": "2024-05-10", "changed": ["lamp-guild"]},
    {"name": "2024.3", "date": "2024-06-01", "changed": ["page:about"]},
]
PAGE = """<!doctype html><html><head><title>Page</title>{head}</head>
<body><header class="md-header"><input type="checkbox" id="__drawer"></header>
<article data-kind="{kind}" data-id="{id}"><h1>Page</h1></article>
<script type="module" src="{root}assets/dossier/dossier.js"></script></body></html>
"""


def write(folder: Path, address: str, kind: str, id_: str, head: str) -> None:
    (folder / address).mkdir(parents=True)
    text = PAGE.format(head=head, kind=kind, id=id_, root="../" * address.count("/"))
    (folder / address / "index.html").write_text(text)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Three editions of three pages, somewhere on a host, and a page that leads on."""
    folder = tmp_path_factory.mktemp("host")
    site = folder / "isle"
    for edition in EDITIONS:
        name = edition["name"]
        for address, kind, id_ in (
            ("actors/lamp-guild/", "actor", "lamp-guild"),
            ("about/", "page", "about"),
            ("places/brisa/", "place", "brisa"),
        ):
            write(site / str(name), address, kind, id_, f'<meta name="dossier-edition" content="{name}">')
        write_scripts(site / str(name) / "assets/dossier")
    shutil.copytree(site / "2024.3", site, dirs_exist_ok=True)
    write(site, "actors/old/", "actor", "old", '<meta http-equiv="refresh" content="9; url=../../actors/lamp-guild/">')
    (site / "editions.json").write_text(json.dumps(EDITIONS))
    with serving(folder) as found:
        yield found


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = chromium(playwright)
        yield browser.new_page()
        browser.close()


def opened(page: Page, served: Served, address: str) -> list[str]:
    """What was asked for when a page was opened and nothing more was fetched."""
    served.asked.clear()
    page.goto(f"{served.base}isle/{address}", wait_until="networkidle")
    return served.asked


@pytest.mark.parametrize(
    ("address", "changes"),
    [
        ("actors/lamp-guild/", "changes/#2024.2-lamp-guild"),
        ("about/", "changes/#2024.3-page:about"),
        ("places/brisa/", ""),
    ],
)
def test_a_page_of_an_old_edition_leads_to_the_latest_and_says_whether_it_changed(
    page: Page, served: Served, address: str, changes: str
) -> None:
    opened(page, served, f"2024.1/{address}#p1")
    notice = page.locator("article > aside.edition-notice:first-child")
    assert notice.inner_text().startswith("You are reading edition 2024.1. There is a later one:")
    links = [link.get_attribute("href") for link in notice.locator("a").all()]
    expected = [f"{address}#p1", changes] if changes else [f"{address}#p1"]
    assert links == [f"{served.base}isle/{one}" for one in expected]


def test_what_changed_in_the_edition_itself_is_no_news_to_its_reader(page: Page, served: Served) -> None:
    opened(page, served, "2024.2/actors/lamp-guild/")
    assert page.locator(".edition-notice a").count() == 1


def test_the_last_edition_says_nothing(page: Page, served: Served) -> None:
    assert "isle/editions.json" in opened(page, served, "2024.3/about/")
    assert page.locator(".edition-notice").count() == 0


def test_the_latest_asks_for_nothing(page: Page, served: Served) -> None:
    asked = opened(page, served, "about/")
    assert not any("editions" in name for name in asked)
    assert page.locator(".edition-notice").count() == 0


def test_an_edition_on_its_own_says_nothing(page: Page, served: Served) -> None:
    shutil.copytree(served.folder / "isle/2024.1", served.folder / "alone/2024.1")
    opened(page, served, "../alone/2024.1/about/")
    assert page.locator(".edition-notice").count() == 0


def test_a_page_that_leads_on_takes_the_fragment_along(page: Page, served: Served) -> None:
    opened(page, served, "actors/old/#names")
    page.wait_for_url(f"{served.base}isle/actors/lamp-guild/#names")
