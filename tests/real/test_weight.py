"""What a first visit fetches: at most 75 KB compressed, and on the next visit nothing that has not changed.

The page of an actor is one that somebody reads: at most 60 KB, and 120 KB of HTML.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from dossier.corpus.corpus import Corpus
from tests.bench.visit import LIMIT, visited
from tests.support.hosting import hosting
from tests.support.kinds import kinds_of_page

HEAVY = (
    "home",
    "topic",
    "article",
    "actor",
    "long list",
    "place",
    "list of claims",
    "timeline",
    "map",
    "network",
    "compare",
    "two sources",
    "agreement",
)
LIMITS = {"actor": 60 * 1024}
ACTOR_HTML = 120 * 1024


@pytest.mark.parametrize("kind", HEAVY)
def test_a_first_visit_is_light_and_the_next_one_free(browser: Browser, built: tuple[Path, Corpus], kind: str) -> None:
    folder, corpus = built
    with hosting(folder) as base:
        visit = visited(browser, base + kinds_of_page(corpus)[kind])
    assert visit.page < visit.first <= LIMITS.get(kind, LIMIT), visit.files
    assert visit.again == 0
    assert all(file.startswith(base) for file in visit.files)


def test_the_page_of_an_actor_is_short_enough_to_be_read(built: tuple[Path, Corpus]) -> None:
    pages = {path.parent.name: path.stat().st_size for path in (built[0] / "actors").glob("*/index.html")}
    assert {key: size for key, size in pages.items() if size > ACTOR_HTML} == {}


def test_a_host_compresses_and_has_its_own_error_page(browser: Browser, built: tuple[Path, Corpus]) -> None:
    with hosting(built[0]) as base:
        page = browser.new_page()
        answer = page.goto(base + "no-such-page/")
        assert answer
        assert (answer.status, answer.headers["content-encoding"]) == (404, "gzip")
        assert page.get_by_role("heading", level=1).inner_text() == "Page not found"
        page.close()
