"""Names that run right to left, and headings in their script, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from shutil import copytree
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from dossier.load import load
from dossier.renderers.mkdocs import prose_of
from dossier.site.build import write_site
from tests.support.chromium import browsing
from tests.support.paths import MINI
from tests.support.serving import serving

FIRST, SECOND = "نقابة", "عدا"
HEADING, ID = "ضباب البحر", "ضباب-البحر"
PROSE = f"""
## {HEADING}

Sea fog lay on {FIRST}, {SECOND} and others [@tarn-1931-c01].

## Two

Lamps of [[lamp-guild|{FIRST}]], [[ada-veyl|{SECOND}]] burned [@tarn-1931-c01].
"""
ORDER = """([selector, words]) => [...document.querySelectorAll(selector)].flatMap((block) => {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    for (const word of words) {
      const at = node.data.indexOf(word);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + word.length);
      found.push([word, range.getBoundingClientRect().left]);
    }
  return found;
})"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("directions")
    root, built = folder / "dossier", folder / "site"
    copytree(MINI, root)
    page = root / "docs/quarrel.md"
    page.write_text(page.read_text("utf-8") + PROSE, "utf-8")
    for name, kept, primary in (("ada-veyl", "Ada Veyl", "عدا فيل"), ("reed-wardens", "Reed Wardens", "حراس القصب")):
        actor = root / f"data/actors/{name}.yaml"
        text = actor.read_text("utf-8").replace(f"{{text: {kept}, kind: primary", f"{{text: {kept}, kind: alias")
        given = f"names:\n  - {{text: {primary}{'ة' * (name == 'ada-veyl')}, kind: primary, lang: ar}}"
        actor.write_text(text.replace("names:", given), "utf-8")
    write_site(root, built, load(root), prose_of)
    return built


@pytest.fixture(scope="module")
def browser(site: Path) -> Iterator[Browser]:  # noqa: ARG001  no site is built while a browser runs
    with browsing() as browser:
        yield browser


@pytest.fixture
def page(browser: Browser, site: Path) -> Iterator[Page]:
    with serving(site) as served:
        context = browser.new_context(base_url=served.base, viewport={"width": 1440, "height": 900})
        yield context.new_page()
        context.close()


def in_line(page: Page, selector: str, *words: str) -> list[str]:
    """These words, of which each occurs once within the selector, from left to right."""
    found = page.evaluate(ORDER, [selector, list(words)])
    assert sorted(word for word, _ in found) == sorted(words)
    return [word for word, _ in sorted(found, key=lambda one: one[1])]


@pytest.mark.parametrize("number", [0, 1])
def test_two_names_parted_by_a_comma_keep_their_places(page: Page, number: int) -> None:
    page.goto("quarrel/")
    words = ("Sea fog", "Lamps of")[number]
    page.evaluate(
        "words => [...document.querySelectorAll('p')].find((one) => one.textContent.startsWith(words)).id = 'asked'",
        words,
    )
    assert in_line(page, "#asked", FIRST, SECOND) == [FIRST, SECOND]


def test_names_in_a_table_keep_their_places(page: Page) -> None:
    page.goto("timeline/")
    page.evaluate("""() => {
        const cell = [...document.querySelectorAll("table td")].find((one) => one.querySelectorAll("bdi").length > 1);
        cell.id = "asked";
        cell.style.whiteSpace = "nowrap";
    }""")
    names = page.locator("#asked a").all_inner_texts()
    assert in_line(page, "#asked", *names) == names


def test_a_heading_in_another_script_has_an_address_of_its_words(page: Page) -> None:
    page.goto(f"quarrel/#{quote(ID)}")
    heading = page.locator(f"[id='{ID}']")
    expect(heading).to_be_in_viewport()
    assert page.locator("h2:target").inner_text().startswith(HEADING)
    page.goto("quarrel/")
    page.locator(f"[id='{ID}'] a.headerlink").click()
    assert page.url.endswith(f"quarrel/#{quote(ID)}")


def test_search_leads_to_a_heading_in_another_script(page: Page) -> None:
    page.goto("search/?q=fog")
    link = page.locator("a[data-result][data-kind=page]").first
    expect(link).to_be_visible()
    link.click()
    page.wait_for_url("**/quarrel/**")
    assert page.url.endswith(f"#{quote(ID)}")
