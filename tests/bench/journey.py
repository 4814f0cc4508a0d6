"""What a reader’s way through the site weighs: bytes and requests, in Chromium, from nginx as ``deploy/`` sets it up.

``python -m tests.bench.journey [--site DIR]`` needs Debian's nginx and Chromium.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, Request, sync_playwright

from tests.bench.load import built
from tests.support.chromium import chromium
from tests.support.nginx import PROGRAM, nginx

Weighed = tuple[int, int]
QUESTION = "main a[href*='questions/']:not([href$='questions/']):visible"


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints what each step of the visit added; 1 where nginx is missing."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.journey", description=__doc__)
    parser.add_argument(
        "--site", type=Path, help="a site built with --compress and its search; one is built if left out"
    )
    options = parser.parse_args(arguments)
    if PROGRAM is None:
        print("It needs nginx; on Debian: apt-get install nginx-light", file=sys.stderr)
        return 1
    with built(options.site, search=True) as site, TemporaryDirectory(prefix="visit-") as name:
        steps = weighed(site, Path(name))
    for step, (size, requests) in steps.items():
        print(f"{step:42} {size:>9,} bytes {requests:>4} requests")
    print(
        f"{'in all':42} {sum(s for s, _ in steps.values()):>9,} bytes {sum(r for _, r in steps.values()):>4} requests"
    )
    return 0


def weighed(site: Path, folder: Path) -> dict[str, Weighed]:
    """Bytes (headers and bodies, as sent) and requests that each step of a visit with an empty cache adds."""
    asked: list[Request] = []

    def note(request: Request) -> None:
        asked.append(request)

    with nginx(site, folder / "nginx") as server, sync_playwright() as playwright:
        browser = chromium(playwright)
        page = browser.new_page()
        page.on("requestfinished", note)
        base, weights = f"http://127.0.0.1:{server.port}/", dict[str, Weighed]()
        for step, act in visit(page, base).items():
            asked.clear()
            act()
            page.wait_for_load_state("networkidle")
            sizes = [request.sizes() for request in asked]
            weights[step] = sum(size["responseBodySize"] + size["responseHeadersSize"] for size in sizes), len(sizes)
        browser.close()
    return weights


def visit(page: Page, base: str) -> Mapping[str, Callable[[], object]]:
    """The steps of a reader who comes to the home page, looks something up and follows it to its source."""

    def search() -> None:
        page.locator("[data-search] input").first.fill(page.locator("h1").inner_text().split()[-1])
        page.keyboard.press("Enter")
        page.locator("a[data-result]").first.wait_for()

    return {
        "the home page, with an empty cache": lambda: page.goto(base),
        "a question": page.locator(QUESTION).first.click,
        "a search": search,
        "a result": page.locator("a[data-result]").nth(1).click,
        "the list of sources": lambda: page.goto(f"{base}sources/"),
    }


if __name__ == "__main__":
    sys.exit(main())
