"""The desk as a curator uses it, in Chromium: by the keyboard alone, and with a mouse."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.desk.test_edits import ARTICLE, CLAIMS
from tests.support.axe import axe
from tests.support.chromium import browsing

WAIT = 20_000


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with browsing() as browser:
        yield browser


@pytest.fixture
def desk(root: Path, captures: Path) -> Iterator[str]:
    """The address of the desk that ``dossier serve`` prints for a copy of ``mini``."""
    words = ["-m", "dossier", "serve", "--root", str(root), "--captures", str(captures), "--port", "0"]
    # Where the tests run in the background, Ctrl-C is ignored, and a child would inherit that.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    with subprocess.Popen([sys.executable, *words], stdout=subprocess.PIPE, text=True) as process:
        signal.signal(signal.SIGINT, before)
        assert process.stdout
        lines = iter(process.stdout.readline, "")
        yield next(found[0] for line in lines if (found := re.search(r"http://127\.0\.0\.1:\d+/-/desk/\S+/", line)))
        process.send_signal(signal.SIGINT)
        try:
            assert process.wait(60) == 0
        finally:
            process.kill()


@pytest.fixture
def page(browser: Browser, desk: str) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if "Security Policy" in message.text else None)
    page.goto(f"{desk}sources/tarn-1931/")
    expect(page.locator("#p1 .captured__text")).to_be_focused()
    yield page
    page.close()
    assert faults == []


def begin_claim(page: Page) -> None:
    """Selects the second sentence of the first paragraph by keys, and begins a claim."""
    for key in ("ArrowDown", "ArrowDown", "Enter"):
        page.keyboard.press(key)
    expect(page.locator(".claim-form textarea").first).to_be_focused()


def built_after(page: Page, address: str) -> None:
    """Opens a page of the preview that it builds after a save."""
    for _ in range(WAIT // 500):
        if (answer := page.goto(address)) and answer.ok:
            return
        page.wait_for_timeout(500)


def test_a_claim_is_drawn_by_keys_alone_and_stands_in_its_file_and_in_the_preview(
    page: Page, browser: Browser, desk: str, root: Path
) -> None:
    begin_claim(page)
    expect(page.locator(".passage")).to_have_text(
        "Before they were the Lamp Guild they were the Brotherhood of the Wick."
    )
    page.keyboard.type("Until then it was called the Brotherhood of the Wick.")
    page.keyboard.press("Tab")
    page.keyboard.press("a")
    page.keyboard.press("Tab")
    page.keyboard.press("h")
    page.keyboard.press("Control+Enter")
    claim = page.locator("#p1 [data-id='tarn-1931-c08']")
    expect(claim).to_contain_text("assessment", timeout=WAIT)
    expect(page.locator("#said")).to_contain_text("Saved tarn-1931-c08.")
    expect(page.locator("#p1 .captured__text")).to_be_focused()
    text = (root / CLAIMS).read_text("utf-8")
    assert (
        "- id: tarn-1931-c08\n"
        "  text: Until then it was called the Brotherhood of the Wick.\n"
        "  kind: assessment\n"
        "  certainty: hedged\n"
        "  paragraphs: [1]\n"
        '  anchor: {from: "Before they were", to: "of the Wick"}\n'
        "  about: [lamp-guild]\n"
    ) in text
    preview = browser.new_page()
    built_after(preview, f"http://{urlsplit(desk).netloc}/claims/tarn-1931-c08/")
    expect(preview.locator("h1")).to_contain_text("Until then it was called")
    assert "desk" not in preview.content()
    preview.close()


def test_a_passage_is_selected_with_the_mouse(page: Page) -> None:
    text = page.locator("#p3 .captured__text")
    box = text.bounding_box()
    assert box
    page.mouse.move(box["x"] + 4, box["y"] + 12)
    page.mouse.down()
    page.mouse.move(box["x"] + 200, box["y"] + 12, steps=4)
    page.mouse.up()
    page.locator("#p3").get_by_role("button", name="Claim from the passage").click()
    expect(page.locator("#p3 .passage")).to_contain_text("As the Reed Wardens")
    expect(page.locator("#p3 .claim-form .chip")).to_have_text("Reed Wardens×")


def test_what_is_missing_is_shown_while_a_paragraph_is_restated(page: Page, root: Path) -> None:
    page.keyboard.press("j")
    page.keyboard.press("e")
    field = page.locator("#p2 .restatement-form textarea")
    expect(field).to_be_focused()
    field.fill("In its third year the guild could call on some ninety of them, and on [[nobody-here]].")
    expect(page.locator("#p2 .shared")).to_contain_text("13 words as in tarn-1931", timeout=WAIT)
    expect(page.locator("#p2 .shared")).to_contain_text('no record "nobody-here"')
    page.keyboard.press("Control+Enter")
    expect(page.locator("#p2 .refusal")).to_contain_text("Not saved", timeout=WAIT)
    field.fill("In the third year it had ninety keepers; the [[harbour-board]] was its rival.")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#p2 .restated__text")).to_contain_text("its rival", timeout=WAIT)
    assert "it had ninety keepers; the [[harbour-board]]" in (root / ARTICLE).read_text("utf-8")


def test_what_changed_on_the_disk_is_shown_and_what_was_typed_stays(page: Page, root: Path) -> None:
    begin_claim(page)
    page.keyboard.type("A brotherhood came first.")
    changed = (root / CLAIMS).read_text("utf-8").replace("The Reed Wardens left", "The wardens left")
    (root / CLAIMS).write_text(changed, "utf-8")
    page.keyboard.press("Control+Enter")
    refusal = page.locator(".claim-form .refusal")
    expect(refusal).to_contain_text("changed on the disk meanwhile; nothing is written", timeout=WAIT)
    expect(refusal.locator("ins")).to_contain_text("The wardens left")
    expect(page.locator(".claim-form textarea").first).to_have_value("A brotherhood came first.")
    assert (root / CLAIMS).read_text("utf-8") == changed
    refusal.get_by_role("button", name="Save mine too").click()
    expect(page.locator("[data-id='tarn-1931-c08']").first).to_be_visible(timeout=WAIT)
    text = (root / CLAIMS).read_text("utf-8")
    assert "The wardens left" in text
    assert "A brotherhood came first." in text


def test_what_was_typed_is_there_again_after_the_page_is_loaded_anew(page: Page) -> None:
    begin_claim(page)
    page.keyboard.type("A brotherhood came first.")
    page.on("dialog", lambda dialog: dialog.accept())
    page.reload()
    expect(page.locator(".claim-form textarea").first).to_have_value("A brotherhood came first.", timeout=WAIT)
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")


def test_what_is_typed_is_thrown_away_only_when_asked_twice(page: Page) -> None:
    begin_claim(page)
    page.keyboard.type("A brotherhood.")
    page.keyboard.press("Escape")
    expect(page.locator(".claim-form textarea").first).to_have_value("A brotherhood.")
    page.keyboard.press("Escape")
    expect(page.locator(".claim-form")).to_have_count(0)
    expect(page.locator("#p1 .captured__text")).to_be_focused()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Browser, desk: str, scheme: Literal["light", "dark"]) -> None:
    page = browser.new_page(viewport={"width": 820, "height": 1180}, color_scheme=scheme, bypass_csp=True)
    page.goto(desk)
    expect(page.locator("table.sources")).to_be_visible()
    assert axe(page) == []
    page.goto(f"{desk}sources/tarn-1931/")
    expect(page.locator("#p1 .captured__text")).to_be_focused()
    begin_claim(page)
    page.locator(".claim-form summary").click()
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 820
    page.close()


def test_who_has_another_address_or_another_host_finds_nothing(desk: str) -> None:
    where = urlsplit(desk)
    for path, headers, status in (
        (where.path, {}, 200),
        ("/-/desk/wrong/", {}, 404),
        ("/-/desk/", {}, 404),
        (where.path, {"Host": "dossier.example.org"}, 403),
        (f"{where.path}sources.json", {"Origin": "https://example.org"}, 403),
    ):
        connection = HTTPConnection(where.netloc, timeout=60)
        connection.request("GET", path, headers=headers)
        response = connection.getresponse()
        assert response.status == status
        assert "Access-Control-Allow-Origin" not in response.headers
        connection.close()
