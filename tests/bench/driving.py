"""Searching as a reader does: typing into an engine's box in Chromium, reading what is shown, and timing it."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Page, sync_playwright
from playwright.sync_api import TimeoutError as TooLong

from tests.bench.engines import Engine
from tests.bench.queries import Query
from tests.support.chromium import chromium
from tests.support.serving import Served, serving, weight_of

QUIET_MS = 400
DONE_MS = 15_000
LONGEST_MS = 10_000
KEY_MS = 15
READ = 10

SETTLED = """([quiet, longest]) => new Promise((done) => {
  const end = () => { watcher.disconnect(); clearTimeout(timer); clearTimeout(last); done(); };
  let timer = setTimeout(end, quiet);
  const last = setTimeout(end, longest);
  const watcher = new MutationObserver(() => { clearTimeout(timer); timer = setTimeout(end, quiet); });
  watcher.observe(document.body, { childList: true, subtree: true, characterData: true });
})"""
SHOWN = """(links) => [...document.querySelectorAll(links)]
  .filter((link) => link.checkVisibility() && !link.closest("details:not([open])"))
  .map((link) => [(link.querySelector(".result__title, h1, h2") ?? link).textContent.trim(), link.href])"""
WATCHED = """([links, longest]) => {
  let start = NaN;
  addEventListener("keydown", (event) => { start = event.timeStamp; }, { capture: true, once: true });
  window.benchTime = new Promise((done) => {
    const last = setTimeout(() => done(null), longest);
    const watcher = new MutationObserver(() => {
      if (!document.querySelector(links)) return;
      watcher.disconnect();
      clearTimeout(last);
      done(performance.now() - start);
    });
    watcher.observe(document.body, { childList: true, subtree: true });
  });
}"""


@dataclass(frozen=True, slots=True)
class Hit:
    """A result as it is shown; ``address`` is ``/place/#fragment`` on its own site."""

    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What an engine showed for a query; ``number`` counts all results on the page, ``hits`` are the first ten."""

    query: Query
    hits: tuple[Hit, ...]
    number: int


@dataclass(frozen=True, slots=True)
class Costs:
    """Compressed bytes before the first keystroke (of the page, and only for search), and for one query."""

    page: int
    search: int
    query: str
    results: int
    asked: int


@contextmanager
def opened(engine: Engine) -> Iterator[tuple[Page, Served]]:
    """A fresh browser on the page with the engine's box."""
    with serving(engine.folder) as served, sync_playwright() as playwright:
        browser = chromium(playwright)
        page = browser.new_page(base_url=served.base, viewport={"width": 1440, "height": 900})
        page.add_init_script(engine.script)
        page.goto(engine.page, wait_until="networkidle")
        yield page, served
        browser.close()


def emptied(page: Page, engine: Engine) -> None:
    """Clears the box as a reader does; loads the page anew where results stay."""
    page.locator(engine.box).click()
    page.keyboard.press("Control+A")
    page.keyboard.press("Delete")
    try:
        page.wait_for_function("(links) => !document.querySelector(links)", arg=engine.links, timeout=3000)
    except TooLong:
        page.goto(engine.page, wait_until="networkidle")
        page.locator(engine.box).click()


def ask(page: Page, engine: Engine, query: Query) -> Answer:
    """Types the query and reads the results once nothing on the page has changed for a while."""
    emptied(page, engine)
    page.keyboard.type(query.text, delay=KEY_MS)
    page.keyboard.press("End")  # letters that are on no key come without the event that Material waits for
    with suppress(TooLong):
        page.wait_for_function(engine.done, arg=query.text, timeout=DONE_MS)
    page.evaluate(SETTLED, [QUIET_MS, LONGEST_MS])
    shown = page.evaluate(SHOWN, engine.links)
    return Answer(query, tuple(Hit(title, _address(link)) for title, link in shown[:READ]), len(shown))


def _address(link: str) -> str:
    parts = urlsplit(link)
    return unquote(parts.path) + (f"#{unquote(parts.fragment)}" if parts.fragment else "")


def answers(engine: Engine, queries: Sequence[Query], tell: Callable[[str], None]) -> list[Answer]:
    """What the engine shows for each query, after one that is not counted and loads what it needs."""
    with opened(engine) as (page, _):
        ask(page, engine, queries[0])
        page.wait_for_timeout(2000)
        given = []
        for place, query in enumerate(queries, 1):
            given.append(ask(page, engine, query))
            if place % 50 == 0:
                tell(f"{engine.name}: {place} of {len(queries)} queries")
        return given


def milliseconds(engine: Engine, answered: Iterable[Answer], most: int = 20) -> list[float]:
    """From the last keystroke of each query that has results to the first one shown, everything loaded before.

    All but the last letter is put into the box without a word to the page, so that no earlier letter has begun
    the search.
    """
    queries = [one.query for one in answered if one.hits and one.query.text.isascii()][:most]
    times = []
    with opened(engine) as (page, _):
        for query in queries:
            ask(page, engine, query)
            emptied(page, engine)
            page.wait_for_timeout(200)
            page.locator(engine.box).evaluate("(box, text) => { box.value = text; }", query.text[:-1])
            page.evaluate(WATCHED, [engine.links, LONGEST_MS])
            page.keyboard.type(query.text[-1])
            taken = page.evaluate("window.benchTime")
            if taken is not None:
                times.append(float(taken))
    return times


def median(times: Sequence[float]) -> str:
    return f"{statistics.median(times):.0f} ms ({len(times)} queries)" if times else "-"


def costs(engine: Engine, answered: Iterable[Answer]) -> Costs:
    """What the browser fetches for the engine, with the query whose number of results is nearest to five."""
    chosen = min((one for one in answered if one.number), key=lambda one: abs(one.number - 5))
    with opened(engine) as (page, served):
        before = list(served.asked)
        answer = ask(page, engine, chosen.query)
        page.wait_for_load_state("networkidle")
        after = [name for name in served.asked if name not in before]
    own = [name for name in before if engine.files.fullmatch(name)]
    return Costs(
        weight_of(engine.folder, before),
        weight_of(engine.folder, own),
        chosen.query.text,
        answer.number,
        weight_of(engine.folder, after),
    )
