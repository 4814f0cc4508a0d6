"""The desk as a curator uses it, in Chromium: by the keyboard alone, and with a mouse."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.desk.test_edits import ARTICLE, CLAIMS
from tests.support.axe import axe
from tests.support.chromium import browsing
from tests.support.paths import MINI, TESTS
from tests.support.served_desk import served_desk

WAIT = 20_000


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with browsing() as browser:
        yield browser


@pytest.fixture
def desk(root: Path, captures: Path) -> Iterator[str]:
    """The address of the desk that ``dossier serve`` prints for a copy of ``mini``."""
    with served_desk(root, captures) as address:
        yield address


@pytest.fixture(scope="module")
def still_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The same, for tests that write nothing."""
    folder = tmp_path_factory.mktemp("desk")
    shutil.copytree(MINI, folder / "mini")
    shutil.copytree(TESTS / "mini-captures", folder / "captured")
    with served_desk(folder / "mini", folder / "captured") as address:
        yield address


@pytest.fixture
def page(browser: Browser, desk: str) -> Iterator[Page]:
    with opened(browser, desk) as page:
        yield page


@pytest.fixture
def still_page(browser: Browser, still_desk: str) -> Iterator[Page]:
    with opened(browser, still_desk) as page:
        yield page


@contextmanager
def opened(browser: Browser, desk: str) -> Iterator[Page]:
    """The page of a source; nothing may go wrong on it."""
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


def test_a_passage_is_selected_with_the_mouse(still_page: Page) -> None:
    text = still_page.locator("#p3 .captured__text")
    box = text.bounding_box()
    assert box
    still_page.mouse.move(box["x"] + 4, box["y"] + 12)
    still_page.mouse.down()
    still_page.mouse.move(box["x"] + 200, box["y"] + 12, steps=4)
    still_page.mouse.up()
    still_page.locator("#p3").get_by_role("button", name="Claim from the passage").click()
    expect(still_page.locator("#p3 .passage")).to_contain_text("As the Reed Wardens")
    expect(still_page.locator("#p3 .claim-form .chip")).to_have_text("Reed Wardens×")


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


def test_what_is_typed_is_thrown_away_only_when_asked_twice(still_page: Page) -> None:
    begin_claim(still_page)
    still_page.keyboard.type("A brotherhood.")
    still_page.keyboard.press("Escape")
    expect(still_page.locator(".claim-form textarea").first).to_have_value("A brotherhood.")
    still_page.keyboard.press("Escape")
    expect(still_page.locator(".claim-form")).to_have_count(0)
    expect(still_page.locator("#p1 .captured__text")).to_be_focused()


def test_the_answers_to_a_question_are_written_by_keys_and_cite_its_claims(page: Page, desk: str, root: Path) -> None:
    page.goto(desk)
    page.locator("#open").fill("When was the guild founded?")
    page.keyboard.press("Enter")
    field = page.locator(".texts-form textarea").first
    expect(field).to_be_focused(timeout=WAIT)
    page.keyboard.type("Tarn puts it around 1898.")
    page.keyboard.press("Tab")
    page.keyboard.type("tarn-1931-c01")
    page.keyboard.press("Enter")
    expect(field).to_have_value("Tarn puts it around 1898 [@tarn-1931-c01].")
    expect(field).to_be_focused()
    page.keyboard.type(" Quay puts it in 1901.")
    page.get_by_role("button", name="Cite quay-2002-c02").click()
    page.keyboard.press("Control+Enter")
    expect(page.locator("#said")).to_contain_text("Saved.", timeout=WAIT)
    text = " ".join((root / "data/questions/when-founded.yaml").read_text("utf-8").split())
    assert "around 1898 [@tarn-1931-c01]. Quay puts it in 1901 [@quay-2002-c02]." in text


def test_a_lost_connection_loses_nothing_that_was_typed(page: Page, root: Path) -> None:
    begin_claim(page)
    page.keyboard.type("A brotherhood came first.")
    page.route("**/-/desk/**", lambda route: route.abort())
    page.keyboard.press("Control+Enter")
    expect(page.locator(".claim-form .refusal")).to_contain_text("Nothing answers", timeout=WAIT)
    expect(page.locator(".claim-form textarea").first).to_have_value("A brotherhood came first.")
    page.unroute("**/-/desk/**")
    page.locator(".claim-form textarea").first.press("Control+Enter")
    expect(page.locator("[data-id='tarn-1931-c08']").first).to_be_visible(timeout=WAIT)
    assert (root / CLAIMS).read_text("utf-8").count("A brotherhood came first.") == 1


def test_in_a_text_from_right_to_left_the_left_arrow_leads_on(still_page: Page) -> None:
    """And what is selected of a text that is longer than the screen is seen."""
    text = still_page.locator("#p1 .captured__text")
    for key in ("ArrowDown", "ArrowRight"):
        still_page.keyboard.press(key)
    before = still_page.evaluate("getSelection().toString()")
    text.evaluate("one => one.style.direction = 'rtl'")
    still_page.keyboard.press("ArrowRight")
    assert len(still_page.evaluate("getSelection().toString()")) < len(before)
    still_page.keyboard.press("ArrowLeft")
    assert still_page.evaluate("getSelection().toString()") == before
    text.evaluate("one => one.style.maxHeight = '2em'")
    still_page.keyboard.press("ArrowDown")
    still_page.keyboard.press("ArrowDown")
    assert text.evaluate("one => one.scrollTop") > 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Browser, still_desk: str, scheme: Literal["light", "dark"]) -> None:
    page = browser.new_page(viewport={"width": 820, "height": 1180}, color_scheme=scheme, bypass_csp=True)
    page.goto(still_desk)
    expect(page.locator("table.sources")).to_be_visible()
    assert axe(page) == []
    page.goto(f"{still_desk}sources/tarn-1931/")
    expect(page.locator("#p1 .captured__text")).to_be_focused()
    begin_claim(page)
    page.locator(".claim-form summary").click()
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 820
    page.on("dialog", lambda dialog: dialog.accept())
    for key in ("when-founded", "ada-veyl", "saltmouth"):
        page.goto(f"{still_desk}records/{key}/")
        expect(page.locator(".texts-form textarea").first).to_be_focused()
        assert axe(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 820
    page.close()


def test_who_has_another_address_or_another_host_finds_nothing(still_desk: str) -> None:
    where = urlsplit(still_desk)
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
