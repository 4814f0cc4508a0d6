"""All that is shown looks as it did with the whole of the theme's styles, on every kind of page."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from importlib.resources import files

import pytest
from lightningcss import process_stylesheet
from playwright.sync_api import Browser, Page, Route

from dossier.corpus.corpus import Corpus
from dossier.site.style_sheet import our_styles
from tests.support.full import unless_full
from tests.support.kinds import kinds_of_page

# Colours of outlines that are not drawn and of what is not tapped are none of a page's looks.
UNSEEN = ["outline-color", "-webkit-tap-highlight-color"]
ALL = """(unseen) => [...document.querySelectorAll("body, body *")].filter(
  (element) => element.checkVisibility()).map((element) => {
  const style = getComputedStyle(element);
  const names = [...style].filter((name) => !name.startsWith("--") && !unseen.includes(name));
  return names.map((name) => `${name}:${style.getPropertyValue(name)}`).join(";");
})"""
STATES = """() => {
  document.getElementById("__drawer").checked = true;
  for (const fold of document.querySelectorAll("details")) fold.open = true;
  for (const element of document.querySelectorAll("[hidden]")) element.hidden = false;
}"""
# What unfolds for the first time fetches the script that adds its buttons.
DRESSING_MS = 600
KINDS = unless_full(("event", "search"), ("home", "event", "about, with code and a table", "data", "search"))
# What the theme draws and we do not.
NOT_OURS = ".md-content__inner::before { display: none }"


def whole() -> str:
    """The style sheet with nothing left out but what we do not draw."""
    folder = files("material") / "templates/assets/stylesheets"
    sheets = sorted((one for one in folder.iterdir() if one.name.endswith(".css")), key=lambda one: one.name)
    theme = "".join(one.read_text("utf-8") for one in sheets)
    return process_stylesheet(theme + our_styles() + NOT_OURS)


def _instead(sheet: str, route: Route) -> None:
    route.fulfill(body=sheet, content_type="text/css")


SCREENS = [(390, "light", "screen"), (1440, "dark", "screen"), (820, "light", "print")]


@pytest.fixture(params=unless_full(SCREENS[:1], SCREENS), ids=str)
def screens(request: pytest.FixtureRequest, browser: Browser, base: str) -> Iterator[tuple[Page, Page]]:
    """Two pages alike, of which the second gets the whole style sheet."""
    width, scheme, media = request.param
    pages = []
    for sheet in (None, whole()):
        context = browser.new_context(
            base_url=base,
            bypass_csp=True,
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            reduced_motion="reduce",
        )
        page = context.new_page()
        page.emulate_media(media=media, color_scheme=scheme, reduced_motion="reduce")
        if sheet is not None:
            page.route("**/dossier.css", partial(_instead, sheet))
        pages.append(page)
    yield pages[0], pages[1]
    for page in pages:
        page.context.close()


def test_every_element_looks_the_same(screens: tuple[Page, Page], corpus: Corpus) -> None:
    for kind in KINDS:
        seen = []
        for page in screens:
            page.goto(kinds_of_page(corpus)[kind], wait_until="networkidle")
            page.add_style_tag(content="* { transition: none !important; }")
            page.evaluate(STATES)
            page.wait_for_timeout(DRESSING_MS)
            seen.append(page.evaluate(ALL, UNSEEN))
        assert len(seen[0]) > 10
        assert [one for one in zip(*seen, strict=True) if one[0] != one[1]][:2] == [], kind
