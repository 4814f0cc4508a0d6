"""What each kind of page weighs on a first visit and on the next, how far it shifts, and how Lighthouse scores it."""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urljoin

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from dossier.corpus.corpus import Corpus
from dossier.load import load
from dossier.renderers.mkdocs import prose_of
from dossier.site.build import build
from tests.support.chromium import chromium, idle
from tests.support.hosting import hosting
from tests.support.html_validity import checked
from tests.support.kinds import kinds_of_page
from tests.support.lighthouse import CATEGORIES, KINDS, measured
from tests.support.node import MissingError
from tests.support.paths import ROOT

WIDTHS = (390, 1440)
LIMIT = 75 * 1024
ANSWERED_WITHIN_S = 30
ASLEEP_MS = 20
SHIFTS = """() => {
  window.shifted = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.shifted += entry.hadRecentInput ? 0 : entry.value;
  }).observe({ type: "layout-shift", buffered: true });
}"""

# An import of a script that is loading waits for it and for all that it imports.
SCRIPTS_RUN = """async () => {
  const ours = () => performance.getEntriesByType("resource").map(({ name }) => name)
    .filter((name) => /\\/assets\\/dossier\\/[\\w-]+\\.js$/.test(name));
  for (let known = -1; ours().length !== known; ) {
    known = ours().length;
    await Promise.all(ours().map((name) => import(name)));
  }
}"""
ICON = "() => document.querySelector('link[rel~=icon]').href"


@dataclass(frozen=True, slots=True)
class Visit:
    """Bytes over the network, heads of answers left out: of the page, of all at first, of all at the next visit."""

    page: int
    first: int
    again: int
    files: tuple[str, ...]


class Traffic:
    """What a page asks the network for: ``weighed`` holds the compressed bytes of each body taken from it."""

    def __init__(self, page: Page) -> None:
        self.weighed: dict[str, int] = {}
        self._asked: dict[str, str] = {}
        self._heads: dict[str, int] = {}
        self._ended: set[str] = set()
        session = page.context.new_cdp_session(page)
        session.on("Network.requestWillBeSent", self._ask)
        session.on("Network.responseReceived", self._answer)
        session.on("Network.loadingFinished", self._end)
        session.on("Network.loadingFailed", lambda event: self._ended.add(event["requestId"]))
        session.send("Network.enable")

    def _ask(self, event: Mapping[str, Any]) -> None:
        self._asked[event["requestId"]] = event["request"]["url"]

    def _answer(self, event: Mapping[str, Any]) -> None:
        self._heads[event["requestId"]] = event["response"]["encodedDataLength"]

    def _end(self, event: Mapping[str, Any]) -> None:
        key = event["requestId"]
        self._ended.add(key)
        if event["encodedDataLength"] and key in self._heads:
            self.weighed[self._asked[key]] = int(event["encodedDataLength"]) - self._heads[key]

    def number(self) -> int:
        return len(self._asked)

    def has_ended(self, url: str) -> bool:
        """Whether nothing is under way, and this address was asked for."""
        return self._ended >= self._asked.keys() and url in self._asked.values()


def visited(browser: Browser, url: str) -> Visit:
    """A first visit with an empty cache, and the next with what it kept."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    first = _taken(context, url, icon=True)
    again = _taken(context, url)
    context.close()
    return Visit(first.get(url, 0), sum(first.values()), sum(again.values()), tuple(first))


def _taken(context: BrowserContext, url: str, *, icon: bool = False) -> dict[str, int]:
    """The bytes of each body that a visit takes from the network; ``icon`` says that the browser has no icon yet."""
    page = context.new_page()
    traffic = Traffic(page)
    page.goto(url, wait_until="load")
    page.wait_for_load_state("networkidle")
    _settle(page, traffic, str(page.evaluate(ICON)) if icon else url)
    page.close()
    return traffic.weighed


def _settle(page: Page, traffic: Traffic, last: str) -> None:
    """Waits until all is there that a page loads by itself, ``last`` included.

    That the network is quiet for a while does not say so: on a busy machine, half a second may lie between the arrival
    of a script and its asking for the next.
    """
    until, known = time.monotonic() + ANSWERED_WITHIN_S, -1
    while known != traffic.number() or not traffic.has_ended(last):
        if time.monotonic() > until:
            raise TimeoutError(f"{page.url} does not come to rest")
        known = traffic.number()
        page.evaluate(SCRIPTS_RUN)
        page.wait_for_timeout(ASLEEP_MS)


def shifts(browser: Browser, urls: Iterable[str], width: int) -> Iterator[float]:
    """The layout shift of each page while it loads with an empty cache and while it is scrolled to its end."""
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    page.add_init_script(f"({SHIFTS})()")
    session = context.new_cdp_session(page)
    for url in urls:
        session.send("Network.clearBrowserCache")
        page.goto(url, wait_until="load")
        page.evaluate(SCRIPTS_RUN)
        idle(page)
        page.evaluate("() => window.scrollTo(0, document.body.scrollHeight)")
        idle(page)
        yield float(page.evaluate("() => window.shifted"))
    context.close()


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in (head, *rows)
    )


def of_visits(browser: Browser, base: str, pages: Mapping[str, str]) -> Iterator[str]:
    """A line for each kind of page, as soon as it is measured; heavy ones and those that shift are marked."""
    line = "{:30} {:>8} {:>8} {:>8} {:>8} {:>9} {:>10}  {}".format
    yield line("page", "HTML KB", "first KB", "again KB", "requests", *(f"shift {one}" for one in WIDTHS), "")
    for kind, address in pages.items():
        url = urljoin(base, address)
        visit, moved = visited(browser, url), [one for width in WIDTHS for one in shifts(browser, [url], width)]
        marks = ["over 75 KB"] * (visit.first > LIMIT) + ["shifts"] * any(moved)
        cells = (f"{number / 1024:.1f}" for number in (visit.page, visit.first, visit.again))
        yield line(kind, *cells, len(visit.files), *(f"{one:.4f}" for one in moved), ", ".join(marks)).rstrip()


def of_lighthouse(base: str, pages: Mapping[str, str]) -> str:
    done = measured(urljoin(base, pages[kind]) for kind in KINDS)
    rows = [[kind, *map(str, one.scores), "; ".join(one.failed)] for kind, one in zip(KINDS, done, strict=True)]
    return table(["page", *CATEGORIES, "what costs"], rows)


def of_validity(folder: Path) -> str:
    pages = sorted(folder.rglob("*.html"))
    remarks = checked(pages)
    numbers = {kind: sum(one.kind == kind for one in remarks) for kind in ("error", "warning", "info")}
    return "\n".join([f"{len(pages)} pages: {numbers}", *(f"  {one}" for one in remarks[:40])])


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.visit", description=__doc__)
    parser.add_argument("--site", type=Path, help="a built site; one is built unless given")
    parser.add_argument(
        "--only", action="append", choices=["visits", "lighthouse", "validity"], help="all unless given"
    )
    given = parser.parse_args()
    with TemporaryDirectory() as name:
        folder = given.site or Path(name) / "site"
        corpus: Corpus = load(ROOT) if given.site else build(ROOT, folder, prose_of, public=True)
        measure(folder, kinds_of_page(corpus), given.only or ["visits", "lighthouse", "validity"])


def measure(folder: Path, pages: Mapping[str, str], only: Sequence[str]) -> None:
    with hosting(folder) as base:
        if "visits" in only:
            with sync_playwright() as playwright:
                browser = chromium(playwright)
                for line in of_visits(browser, base, pages):
                    print(line, flush=True)
                print()
                browser.close()
        tables: dict[str, Callable[[], str]] = {
            "lighthouse": lambda: of_lighthouse(base, pages),
            "validity": lambda: of_validity(folder),
        }
        for name, tell in tables.items():
            if name in only:
                try:
                    print(tell(), end="\n\n")
                except MissingError as missing:
                    print(f"Not measured: {name}, because {missing}.", end="\n\n")


if __name__ == "__main__":
    main()
