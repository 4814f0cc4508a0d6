"""What the Content Security Policy lets through in a real browser, and what it stops."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route

from dossier.corpus.corpus import Corpus

LISTEN = """
addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile, lineNumber }) => {
  const said = [violatedDirective, blockedURI, sourceFile, lineNumber].join(" ");
  sessionStorage.blocked = (sessionStorage.blocked ?? "") + said + "\\n";
});
"""
PLANTED = """
<script>window.pwned = "inline script"</script>
<script src="data:text/javascript,window.pwned='data script'"></script>
<script type="module">window.pwned = "module"</script>
<img src="x-no-picture" onerror="window.pwned = 'handler'">
<svg onload="window.pwned = 'svg'"></svg>
<iframe srcdoc="<script>parent.pwned = 'frame'</script>"></iframe>
<object data="data:text/html,<script>parent.pwned = 'object'</script>"></object>
<a id="planted" href="javascript:window.pwned = 'address'">a</a>
<base href="https://elsewhere.example/">
<style>body { display: none }</style>
<form id="planted-form" action="https://elsewhere.example/"></form>
"""
STOPS = {"script-src-elem", "script-src-attr", "style-src-elem", "base-uri", "form-action"}
# Ends once all of these were stopped, and after ten seconds in any case.
STOPPED = """async (stops) => {
  const said = () => (sessionStorage.blocked ?? "").split("\\n").map((line) => line.split(" ")[0]);
  const framed = () => said().some((one) => ["frame-src", "object-src"].includes(one));
  const all = () => stops.every((one) => said().includes(one)) && framed();
  for (let tries = 0; tries < 500 && !all(); tries++) await new Promise((done) => setTimeout(done, 20));
}"""


@pytest.fixture
def context(browser: Browser, base: str) -> Iterator[BrowserContext]:
    context = browser.new_context(base_url=base, accept_downloads=True)
    context.add_init_script(LISTEN)
    yield context
    context.close()


def blocked(page: Page) -> list[str]:
    found: str = page.evaluate("sessionStorage.blocked ?? ''")
    return found.splitlines()


def test_nothing_is_stopped_that_should_work(context: BrowserContext, corpus: Corpus) -> None:
    page = context.new_page()
    actor = next(iter(corpus.records))
    for address in ("", "origins/", "map/", "network/", "timeline/", "changes/", "data/", "compare/", "404.html"):
        page.goto(address)
        page.wait_for_load_state("load")
    page.goto("origins/")
    page.locator("a.ref").first.focus()
    page.wait_for_selector(".claim-card:not([hidden])")
    page.locator("#cite-this > summary").click()
    with page.expect_download() as download:
        page.locator(".cite-form__acts button", has_text="Save").first.click()
    assert Path(download.value.path()).stat().st_size > 0
    before = page.get_attribute("body", "data-md-color-scheme")
    page.locator("[data-scheme]:visible").click()
    assert page.get_attribute("body", "data-md-color-scheme") != before
    page.reload()
    assert page.get_attribute("body", "data-md-color-scheme") != before
    page.locator(".md-header input[type=search]").fill("fighters")
    page.wait_for_selector(".md-header [data-result], [data-result]")
    page.goto("search/?q=fighters")
    page.wait_for_selector("[data-result]")
    assert actor
    assert blocked(page) == []


@pytest.mark.parametrize("address", ["origins/", "questions/"])
def test_what_is_planted_does_not_run(context: BrowserContext, address: str) -> None:
    page = context.new_page()

    def plant(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace("</article>", f"{PLANTED}</article>"))

    page.route(re.compile(rf"/{address}$"), plant)
    page.goto(address)
    page.wait_for_load_state("load")
    page.evaluate("document.getElementById('planted').click()")
    page.evaluate("document.getElementById('planted-form').submit()")
    page.evaluate(STOPPED, [*STOPS])
    assert page.evaluate("window.pwned") is None
    assert page.evaluate("getComputedStyle(document.body).display") != "none"
    stopped = {line.split(" ")[0] for line in blocked(page)}
    assert stopped >= STOPS
    assert {"frame-src", "object-src"} & stopped
