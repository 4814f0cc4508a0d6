"""The list of claims narrowed, and claims saved from pages, in a real browser, on the invented dossier."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from dossier.corpus.corpus import Corpus
from dossier.model.records import Claim
from tests.support.axe import axe
from tests.support.chromium import browsing
from tests.support.serving import serving

READY = "form[data-choices]:not([hidden])"
SHOWN = "li[data-part=claim]:visible"


@pytest.fixture(scope="module")
def browser(mini_site: Path) -> Iterator[Browser]:  # noqa: ARG001  no site is built while a browser runs
    with browsing() as browser:
        yield browser


@pytest.fixture
def page(browser: Browser, mini_site: Path) -> Iterator[Page]:
    """A page that fails the test at the first error in a script."""
    errors: list[str] = []
    with serving(mini_site) as served:
        context = browser.new_context(base_url=served.base, viewport={"width": 390, "height": 844})
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        yield page
        context.close()
    assert errors == []


def opened(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.locator(READY)).to_be_visible()


def shown(page: Page) -> set[str]:
    return {one.get_attribute("id") or "" for one in page.locator(SHOWN).all()}


def status(page: Page) -> str:
    return page.locator(f"{READY} [role=status]").inner_text()


def saved(page: Page, form: str) -> tuple[str, str]:
    """The name and the text of the file that a button saves."""
    with page.expect_download() as download:
        page.get_by_role("button", name=f"Save as {form}").click()
    return download.value.suggested_filename, download.value.path().read_bytes().decode()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("kind", "fact"),
        ("certainty", "hedged"),
        ("speaker", "harbour-board"),
        ("source", "quay-2002"),
        ("actor", "reed-wardens"),
    ],
)
def test_claims_are_narrowed_by_each_choice(page: Page, mini: Corpus, name: str, value: str) -> None:
    def values(claim: Claim) -> tuple[str | None, ...]:
        if name == "actor":
            return claim.about
        return (getattr(claim, "said_by" if name == "speaker" else name),)

    expected = {one.id for one in mini.of(Claim) if value in values(one)}
    opened(page, "claims/")
    total = len(mini.of(Claim))
    assert status(page) == f"All {total} claims"
    page.locator(f"select[name={name}]").select_option(value)
    assert shown(page) == expected
    assert status(page) == f"{len(expected)} of {total} claims"
    assert page.url.endswith(f"/claims/?{name}={value}")


def test_words_and_choices_go_together_by_keyboard_and_the_address_keeps_them(page: Page) -> None:
    opened(page, "claims/")
    page.get_by_label("Words in the claim").focus()
    page.keyboard.type("Founded guild")
    page.keyboard.press("Enter")
    assert shown(page) == {"board-1934-c02", "quay-2002-c02", "tarn-1931-c01"}
    assert page.evaluate("document.activeElement.className") == "choices__status"
    page.get_by_label("Year it speaks of").select_option("1901")
    assert shown(page) == {"quay-2002-c02"}
    address = page.url
    assert address.endswith("/claims/?words=Founded+guild&year=1901")
    assert page.locator("section[data-group]:visible h2").count() == 1
    page.go_back()
    assert len(shown(page)) == 3
    page.go_back()
    assert status(page).startswith("All ")
    opened(page, address)
    assert shown(page) == {"quay-2002-c02"}
    page.get_by_role("button", name="Show everything").click()
    assert status(page).startswith("All ")
    assert page.url.endswith("/claims/")


def test_where_nothing_fits_the_page_says_so(page: Page) -> None:
    opened(page, "claims/?kind=forecast&source=tarn-1931")
    assert shown(page) == set()
    expect(page.get_by_text("No claim fits these choices.")).to_be_visible()
    page.get_by_role("button", name="Save as CSV").click()
    expect(page.get_by_text("There is no claim to save.")).to_be_visible()


def test_claims_are_saved_as_they_are_narrowed(page: Page, mini_site: Path) -> None:
    opened(page, "claims/?source=quay-2002")
    rows = (mini_site / "data" / "csv" / "claims.csv").read_bytes().decode().splitlines(keepends=True)
    name, text = saved(page, "CSV")
    assert name == "claims-source-quay-2002.csv"
    assert text == "\ufeff" + "".join(row for row in rows if row.startswith(("id,", "quay-2002-")))
    expect(page.locator(".this-list [role=status]")).to_have_text(f"5 claims saved as {name}")
    assert saved(page, "RIS")[1].count("TY  - ") == 1
    assert axe(page) == []


@pytest.mark.parametrize("key", ["actors/lamp-guild", "places/brisa", "events/great-lamp-fire"])
def test_all_claims_about_a_record_are_saved(page: Page, mini: Corpus, key: str) -> None:
    page.goto(f"{key}/")
    name, text = saved(page, "CSV")
    assert name == f"claims-{key.replace('/', '-')}.csv"
    told = {row.partition(",")[0] for row in text.splitlines()[1:]}
    assert told == {one.id for one in mini.claims_about(key.partition("/")[2])}


def test_the_claims_of_a_question_and_of_a_search_are_saved(page: Page, mini: Corpus) -> None:
    page.goto("questions/when-founded/")
    told = {row.partition(",")[0] for row in saved(page, "CSV")[1].splitlines()[1:]}
    assert told == {one.id for one in mini.referring("when-founded", "answers", Claim)}
    page.goto("search/?q=zzxqy")
    expect(page.get_by_role("status").first).to_contain_text("Nothing found")
    expect(page.locator(".this-list")).to_be_hidden()
    page.goto("search/?q=founded&kind=Claim")
    expect(page.locator(".this-list")).to_be_visible()
    found = {one.get_attribute("href") or "" for one in page.locator("a[data-result][data-kind=claim]").all()}
    told = {row.partition(",")[0] for row in saved(page, "CSV")[1].splitlines()[1:]}
    assert told == {one.rstrip("/").rpartition("/")[2] for one in found}


def test_without_scripts_all_claims_stand_and_no_control(browser: Browser, mini_site: Path, mini: Corpus) -> None:
    with serving(mini_site) as served:
        context = browser.new_context(base_url=served.base, java_script_enabled=False)
        page = context.new_page()
        page.goto("claims/?kind=fact")
        assert page.locator(SHOWN).count() == len(mini.of(Claim))
        for hidden in ("form[data-choices]", ".this-list", ".choices__none"):
            expect(page.locator(hidden)).to_be_hidden()
        context.close()
