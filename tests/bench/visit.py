"""What each kind of page weighs on a first visit and on the next, how far it shifts, and how Lighthouse scores it."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urljoin

from playwright.sync_api import Browser, BrowserContext, sync_playwright

from dossier.corpus.corpus import Corpus
from dossier.load import load
from dossier.renderers.mkdocs import render
from dossier.site.build import build
from tests.support.chromium import chromium
from tests.support.hosting import hosting
from tests.support.html_validity import checked
from tests.support.kinds import kinds_of_page
from tests.support.lighthouse import CATEGORIES, KINDS, measured
from tests.support.node import MissingError
from tests.support.paths import ROOT

WIDTHS = (390, 1440)
LIMIT = 75 * 1024
SETTLING_MS = 250
SHIFTS = """() => {
  window.shifted = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.shifted += entry.hadRecentInput ? 0 : entry.value;
  }).observe({ type: "layout-shift", buffered: true });
}"""


@dataclass(frozen=True, slots=True)
class Visit:
    """Bytes over the network, heads of answers left out: of the page, of all at first, of all at the next visit."""

    page: int
    first: int
    again: int
    files: tuple[str, ...]


@contextmanager
def _bytes(context: BrowserContext) -> Iterator[tuple[Any, dict[str, int]]]:
    """A new page, and the compressed bytes of each body that the browser took from the network, by address."""
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    asked: dict[str, str] = {}
    heads: dict[str, int] = {}
    weighed: dict[str, int] = {}

    def answered(event: Mapping[str, Any]) -> None:
        asked[event["requestId"]] = event["response"]["url"]
        heads[event["requestId"]] = event["response"]["encodedDataLength"]

    def ended(event: Mapping[str, Any]) -> None:
        key = event["requestId"]
        if event["encodedDataLength"] and key in asked:
            weighed[asked[key]] = int(event["encodedDataLength"]) - heads[key]

    session.on("Network.responseReceived", answered)
    session.on("Network.loadingFinished", ended)
    yield page, weighed
    page.close()


def visited(browser: Browser, url: str) -> Visit:
    """A first visit with an empty cache, and the next with what it kept."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    with _bytes(context) as (page, first):
        page.goto(url, wait_until="networkidle")
    with _bytes(context) as (page, again):
        page.goto(url, wait_until="networkidle")
    context.close()
    return Visit(first.get(url, 0), sum(first.values()), sum(again.values()), tuple(first))


def shift(browser: Browser, url: str, width: int) -> float:
    """The layout shift of a page while it loads and while it is scrolled to its end."""
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    page.add_init_script(f"({SHIFTS})()")
    page.goto(url, wait_until="load")
    page.wait_for_timeout(SETTLING_MS)
    page.evaluate("() => window.scrollTo(0, document.body.scrollHeight)")
    page.wait_for_timeout(SETTLING_MS)
    total = float(page.evaluate("() => window.shifted"))
    context.close()
    return total


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
        visit, shifts = visited(browser, url), [shift(browser, url, width) for width in WIDTHS]
        marks = ["over 75 KB"] * (visit.first > LIMIT) + ["shifts"] * any(shifts)
        cells = (f"{number / 1024:.1f}" for number in (visit.page, visit.first, visit.again))
        yield line(kind, *cells, len(visit.files), *(f"{one:.4f}" for one in shifts), ", ".join(marks)).rstrip()


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
        corpus: Corpus = load(ROOT) if given.site else build(ROOT, folder, render, public=True)
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
