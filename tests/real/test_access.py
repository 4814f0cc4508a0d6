"""Whether everyone can use every kind of page: axe at two widths and in both schemes, and nothing that moves."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from dossier.corpus.corpus import Corpus
from tests.bench.visit import shifts
from tests.support.axe import axe
from tests.support.full import FULL, unless_full
from tests.support.kinds import kinds_of_page
from tests.support.serving import serving

SCHEMES = ("light", "dark")
WIDTHS = (390, 1440)
# Each width and each scheme always, in the full mode all four together.
SCREENS = unless_full(((390, "dark"), (1440, "light")), [(width, scheme) for width in WIDTHS for scheme in SCHEMES])


def width_of(page: Page) -> int:
    assert page.viewport_size
    return page.viewport_size["width"]


@pytest.fixture(params=SCREENS, ids=lambda one: f"{one[0]}-{one[1]}")
def screen(request: pytest.FixtureRequest, browser: Browser, base: str) -> Iterator[Page]:
    width, scheme = request.param
    context = browser.new_context(
        base_url=base, viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
    )
    yield context.new_page()
    context.close()


def shared_out(kinds: Iterable[str], screen: Page) -> list[str]:
    """The kinds of page that are looked at on a screen: its share of them, in the full mode all."""
    if FULL:
        return list(kinds)
    share = [width for width, _ in SCREENS].index(width_of(screen))
    return list(kinds)[share :: len(SCREENS)]


def test_axe_finds_nothing_on_any_kind_of_page(screen: Page, corpus: Corpus) -> None:
    pages, found = kinds_of_page(corpus), {}
    for kind in shared_out(pages, screen):
        address = pages[kind]
        screen.goto(address, wait_until="networkidle" if "?" in address else "load")
        found[kind] = axe(screen)
    assert {kind: rules for kind, rules in found.items() if rules} == {}


# What stands for itself and not in a sentence.
ALONE = (
    ".footer-links a, .counts a, .cite-link a, .md-path__link[href], .tabs-below a, .contents--2 > a, .index > li > a,"
    " a.does, a.paragraph-number, .margin__claims > summary, .evidence summary, .cite-this summary"
)


@pytest.mark.parametrize("kind", ["home", "article", "question", "list of actors", "compare"])
def test_links_that_stand_for_themselves_are_24_pixels_high(screen: Page, corpus: Corpus, kind: str) -> None:
    screen.goto(kinds_of_page(corpus)[kind])
    heights = screen.locator(ALONE).evaluate_all(
        """(links) => links.filter((one) => one.checkVisibility({ visibilityProperty: true }))
          .map((one) => [one.textContent.trim(), one.getBoundingClientRect().height])"""
    )
    assert len(heights) > 4
    assert [(words, height) for words, height in heights if height < 24] == []


def card(page: Page) -> None:
    page.locator("a.ref").first.focus()
    expect(page.locator("#claim-card")).to_be_visible()


def citation(page: Page) -> None:
    page.locator("#cite-this > summary").click()
    expect(page.locator("#cite-this [data-cite]").first).to_be_visible()


def results(page: Page) -> None:
    page.locator(".md-header [data-search] input").fill("fighters")
    expect(page.locator("a[data-result]").first).to_be_visible()


def menu(page: Page) -> None:
    if width_of(page) == 390:
        page.locator("label[for=__drawer]", has_text="Menu").click()
        expect(page.get_by_role("navigation", name="Menu")).to_be_visible()


def folds(page: Page) -> None:
    page.evaluate("() => { for (const fold of document.querySelectorAll('details')) fold.open = true; }")


ACTS: dict[str, Callable[[Page], None]] = {"home": menu, "topic": card, "claim": citation, "about": results}
IN_FULL: dict[str, Callable[[Page], None]] = {"actor": folds, "article": folds}


def test_axe_finds_nothing_in_what_opens(screen: Page, corpus: Corpus) -> None:
    acts, found = ACTS | (IN_FULL if FULL else {}), {}
    for kind in shared_out(acts, screen):
        screen.goto(kinds_of_page(corpus)[kind])
        acts[kind](screen)
        found[kind] = axe(screen)
    assert {kind: rules for kind, rules in found.items() if rules} == {}


def test_axe_finds_nothing_where_a_record_has_gone(browser: Browser, mini_site: Path) -> None:
    with serving(mini_site) as served:
        context = browser.new_context(base_url=served.base)
        page = context.new_page()
        page.goto("places/fog-bell/")
        assert axe(page) == []
        context.close()


@pytest.mark.parametrize("width", unless_full((390,), WIDTHS))
def test_nothing_moves_while_a_page_loads(browser: Browser, base: str, corpus: Corpus, width: int) -> None:
    kinds = {kind: address for kind, address in kinds_of_page(corpus).items() if "?" not in address}
    pages = dict(unless_full(list(kinds.items())[::2], list(kinds.items())))
    moved = dict(zip(pages, shifts(browser, [base + address for address in pages.values()], width), strict=True))
    assert len(moved) == len(pages) > 10
    assert {kind: far for kind, far in moved.items() if far} == {}
