"""The real dossier, built once, and a browser to read it with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from dossier.corpus.corpus import Corpus
from dossier.load import load
from dossier.renderers.mkdocs import prose_of
from dossier.site.build import build
from tests.support.chromium import browsing
from tests.support.links import BuiltPage, read_site
from tests.support.once import made_once
from tests.support.paths import ROOT
from tests.support.serving import serving


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Corpus]:
    """The folder of the built site, not to be written to, and its corpus."""
    return made_once(tmp_path_factory, "real", lambda folder: build(ROOT, folder, prose_of)), load(ROOT)


@pytest.fixture(scope="session")
def site(built: tuple[Path, Corpus]) -> dict[str, BuiltPage]:
    return read_site(built[0])


@pytest.fixture(scope="session")
def corpus(built: tuple[Path, Corpus]) -> Corpus:
    return built[1]


@pytest.fixture(scope="session")
def base(built: tuple[Path, Corpus]) -> Iterator[str]:
    with serving(built[0]) as served:
        yield served.base


@pytest.fixture(scope="package")
def browser(base: str, mini_site: Path) -> Iterator[Browser]:  # noqa: ARG001  no site is built while a browser runs
    """One for all tests of this folder; each takes a context of its own."""
    with browsing() as browser:
        yield browser


@pytest.fixture
def page(browser: Browser, base: str) -> Iterator[Page]:
    """A page at 1440 pixels that fails the test at the first error in a script."""
    context = browser.new_context(base_url=base, viewport={"width": 1440, "height": 900})
    yield from _watched(context)


@pytest.fixture
def phone(browser: Browser, base: str) -> Iterator[Page]:
    """The same on a phone with a touch screen."""
    context = browser.new_context(base_url=base, viewport={"width": 390, "height": 844}, has_touch=True)
    yield from _watched(context)


def _watched(context: BrowserContext) -> Iterator[Page]:
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    yield page
    context.close()
    assert errors == []
