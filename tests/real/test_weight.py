"""What a first visit fetches: at most 75 KB compressed, and on the next visit nothing that has not changed.

The page of an actor is one that somebody reads: at most 60 KB, and 120 KB of HTML. What the first query fetches on the
search page is at most 200 kB; it is put in at once, for what is fetched while one types depends on how fast one does.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from dossier.corpus.corpus import Corpus
from tests.bench.visit import LIMIT, visited
from tests.support.full import unless_full
from tests.support.hosting import hosting
from tests.support.kinds import kinds_of_page
from tests.support.serving import serving, weight_of

HEAVY = unless_full(
    ("home", "article", "actor", "map", "compare"),
    (
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
    ),
)
FIRST_QUERY = 200_000
# A long question, a name that only other words for a page have, a long name, what is not covered, a page.
QUERIES = unless_full(
    ["how many fighters does islamic state khorasan have in 2021", "abbey gate casualties"],
    [
        "how many fighters does islamic state khorasan have in 2021",
        "abbey gate casualties",
        "who funds isis-k",
        "what did the taliban do to salafis in kunar and nangarhar",
        "islamic state khorasan province",
        "kerman bombing iran january 2024",
        "relationship between the haqqani network and islamic state",
        "crocus city hall",
        "csv",
    ],
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


@pytest.mark.parametrize("query", QUERIES)
def test_a_first_query_is_light(browser: Browser, built: tuple[Path, Corpus], query: str) -> None:
    folder, _ = built
    with serving(folder) as served:
        page = browser.new_page(base_url=served.base)
        page.goto("search/", wait_until="networkidle")
        before = set(served.asked)
        page.locator("[data-search-page] input[type=search]").fill(query)
        expect(page.locator("[data-search-page] [role=status]")).to_contain_text(query)
        page.wait_for_load_state("networkidle")
        asked = [one for one in served.asked if one not in before]
        page.close()
    assert any(one.endswith(".pf_index") for one in asked)
    assert weight_of(folder, asked) <= FIRST_QUERY, asked


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
