"""Citing as readers do: unfolding, copying and saving, in a real browser."""

from __future__ import annotations

import json
from pathlib import Path

import rispy
from bibtexparser.entrypoint import parse_string
from playwright.sync_api import Browser, Locator, Page, expect

from dossier.corpus.corpus import Corpus
from dossier.model.addresses import url_for
from dossier.model.records import Actor, Claim, Question
from tests.support.kinds import kinds_of_page

FORMS = ["apa", "chicago", "chicago-notes", "mla", "bibtex", "ris", "csl-json", "link"]


def a_claim(corpus: Corpus) -> Claim:
    """A claim of an article whose address and date are known."""
    return next(one for one in corpus.of(Claim) if corpus.source(one.source).URL and corpus.source(one.source).issued)


def unfolded(page: Page, claim: Claim) -> Locator:
    page.goto(f"claims/{claim.id}/")
    page.get_by_role("link", name="Cite this").click()
    box = page.locator("#cite-this")
    expect(box.locator("button").first).to_be_visible()
    return box


def test_one_link_unfolds_this_page_and_the_article(page: Page, corpus: Corpus) -> None:
    claim = a_claim(corpus)
    box = unfolded(page, claim)
    article, own = box.locator(".cite-part").all()
    for part in (own, article):
        assert [one.get_attribute("data-cite") for one in part.locator("[data-cite]").all()] == FORMS
    expect(own.locator("[data-cite=link]")).to_contain_text(f"/claims/{claim.id}/")
    expect(article.locator("[data-cite=link]")).to_have_text(str(corpus.source(claim.source).URL))
    expect(article).to_contain_text("In the text:")


def test_a_citation_is_copied_with_one_click(browser: Browser, base: str, corpus: Corpus) -> None:
    context = browser.new_context(base_url=base, permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    form = unfolded(page, a_claim(corpus)).locator(".cite-form").first
    form.get_by_role("button", name="Copy APA").click()
    expect(form.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == form.locator("[data-cite]").text_content()
    context.close()


def test_files_are_saved_and_can_be_read(page: Page, corpus: Corpus, tmp_path: Path) -> None:
    article = unfolded(page, a_claim(corpus)).locator(".cite-part").first
    texts = {}
    for label in ("BibTeX", "RIS", "CSL-JSON"):
        with page.expect_download() as saved:
            article.get_by_role("button", name=f"Save {label}").click()
        path = tmp_path / saved.value.suggested_filename
        saved.value.save_as(path)
        texts[path.suffix] = path.read_text("utf-8")
    (entry,) = parse_string(texts[".bib"]).entries
    (reference,) = rispy.loads(texts[".ris"])
    (item,) = json.loads(texts[".json"])
    assert entry["title"].strip("{}") == reference["title"] == item["title"]
    assert entry["url"] == reference["urls"][0] == item["URL"]


def test_a_paragraph_is_cited_from_its_margin(page: Page, corpus: Corpus) -> None:
    source = a_claim(corpus).source
    page.goto(f"sources/{source}/")
    box = page.locator("#cite-p2")
    box.locator("summary").click()
    expect(box.locator("[data-cite=link]").last).to_contain_text(f"/sources/{source}/#p2")
    expect(box.locator("[data-cite=apa]").first).to_be_visible()


def copied(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_a_button_that_goes_along_copies_a_claim_a_paragraph_and_a_position(
    browser: Browser, base: str, corpus: Corpus
) -> None:
    context = browser.new_context(base_url=base, permissions=["clipboard-read", "clipboard-write"])
    page, claim = context.new_page(), a_claim(corpus)
    label = corpus.source(claim.source).label
    page.goto(f"sources/{claim.source}/")
    page.locator("#p2").hover()
    button = page.get_by_role("button", name="Copy citation of paragraph 2")
    box = button.bounding_box()
    assert box
    assert min(box["width"], box["height"]) >= 24
    button.click()
    expect(page.get_by_role("status").filter(has_text="Copied")).to_have_count(1)
    assert copied(page).startswith(f"{label}, paragraph 2, restated. https://")
    assert copied(page).endswith(f"/sources/{claim.source}/#p2")

    page.goto(f"claims/#{claim.id}")
    page.locator(f"#{claim.id} a").first.focus()
    name = f"Copy citation of claim {int(claim.id.rpartition('-c')[2])}"
    while not page.get_by_role("button", name=name, exact=True).evaluate("one => one === document.activeElement"):
        assert page.evaluate("document.activeElement.closest('[data-claim]')?.id") == claim.id
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_function("navigator.clipboard.readText().then(words => words.includes('/claims/'))")
    assert copied(page).startswith(f"{claim.text} ")
    assert f"paragraph {claim.paragraphs[0]}" in copied(page)
    assert copied(page).endswith(f"/claims/{claim.id}/")

    short = next(one for one in corpus.of(Actor) if 0 < len(corpus.claims_about(one.id)) < 5)
    for url in (url_for(short), kinds_of_page(corpus)["long list"]):
        page.goto(url)
        listed = page.locator(".claims > li[id]").first
        told = corpus.claim(listed.get_attribute("id") or "")
        listed.hover()
        listed.get_by_role("button", name="Copy citation").click()
        page.wait_for_function("id => navigator.clipboard.readText().then(words => words.includes(id))", arg=told.id)
        assert copied(page).startswith(f"{told.text} {corpus.source(told.source).label}, ")

    question = next(one for one in corpus.of(Question) if len(one.positions) > 1)
    page.goto(f"questions/{question.id}/")
    position = page.locator("section.position").nth(1)
    position.locator("h3").hover()
    position.get_by_role("button", name="Copy citation of the position").click()
    page.wait_for_function("navigator.clipboard.readText().then(words => words.includes('#position-'))")
    assert copied(page).startswith(question.title)
    assert copied(page).endswith(f"/questions/{question.id}/#position-{question.positions[1].id}")
    context.close()


def test_citations_can_be_read_without_scripts(browser: Browser, base: str, corpus: Corpus) -> None:
    context = browser.new_context(base_url=base, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"claims/{a_claim(corpus).id}/")
    page.locator("#cite-this > summary").click()
    expect(page.locator("#cite-this [data-cite=bibtex]").first).to_be_visible()
    expect(page.locator("#cite-this button")).to_have_count(0)
    context.close()
