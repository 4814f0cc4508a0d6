"""Another dossier from nothing to a site: two articles on an invented ferry, entered at the desk by keys alone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from playwright.sync_api import Page, expect

from dossier.cli import main
from dossier.load import load
from dossier.model.records import Question
from tests.support.chromium import browsing
from tests.support.full import in_full
from tests.support.paths import ROOT
from tests.support.served_desk import served_desk

WAIT = 30_000
HOLM, OFFICE = "holm-1961", "office-1998"
ARTICLES = {
    HOLM: (
        "The Ferry That Nobody Missed",
        "Ida Holm",
        "1961-05-04",
        (
            "The Sund Line opened in the spring of 1911 with two boats. It ran from Ostrup to Kelby.",
            "On 3 November 1924 its boat Marie went down off Kelby in a calm sea. Forty-one passengers were drowned.",
        ),
    ),
    OFFICE: (
        "Ninety Years of the Log",
        "Nils Office",
        "1998-02-01",
        (
            "By the log of the Harbour Office the first boat of the Sund Line came in on 12 June 1912.",
            "For the night on which the Marie sank the log counts 38 dead.",
        ),
    ),
}


def page_of(source: str) -> str:
    title, author, day, paragraphs = ARTICLES[source]
    told: dict[str, object] = {"@type": "NewsArticle", "headline": title, "datePublished": day, "inLanguage": "en"}
    told |= {"author": {"@type": "Person", "name": author}, "publisher": {"@type": "Organization", "name": "Courier"}}
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
        f'<link rel="canonical" href="https://{source}.example.org/text">'
        f'<script type="application/ld+json">{json.dumps({"@context": "https://schema.org", **told})}</script></head>'
        f"<body><article><h1>{title}</h1>{''.join(f'<p>{one}</p>' for one in paragraphs)}</article></body></html>"
    )


def run(*words: object) -> Result:
    return CliRunner().invoke(main, list(map(str, words)))


class Typist:
    """Presses keys on the page of a source, and waits for each save."""

    def __init__(self, page: Page) -> None:
        self.page, self.saves = page, 0

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def type(self, words: str) -> None:
        self.page.keyboard.type(words)

    def save(self, told: str) -> None:
        said = self.page.locator("#said")
        self.press("Control+Enter")
        refused = self.page.locator(".refusal:visible")
        expect(said.get_by_text(told).or_(refused).first).to_be_visible(timeout=WAIT)
        assert refused.all_inner_texts() == []
        said.evaluate("one => one.textContent = ''")

    def open(self, desk: str, source: str) -> None:
        self.page.goto(f"{desk}sources/{source}/")
        expect(self.page.locator("#p1 .captured__text")).to_be_focused(timeout=WAIT)

    def perspective(self, words: str) -> None:
        self.press("w")
        self.type(words)
        self.save("Saved.")
        expect(self.page.locator("#p1 .captured__text")).to_be_focused()

    def restate(self, *paragraphs: str) -> None:
        for number, words in enumerate(paragraphs, 1):
            self.press(*["j"] if number > 1 else [], "e")
            self.type(words)
            self.save(f"Saved paragraph {number}")
        self.press(*["k"] * (len(paragraphs) - 1))

    def record(self, kind: str, name: str, type_: str, point: str = "") -> None:
        self.press("n")
        self.type(name)
        self.press("Tab", kind[0], "Tab")
        self.type(type_)
        if point:
            self.press("Tab", "Tab", "Tab", "Tab")
            self.type(point)
            self.press("Tab")
            self.type("the middle of a city")
        self.save("Begun")

    def claim(self, sentence: int, words: str) -> None:
        self.press(*["ArrowDown"] * sentence, "Enter")
        expect(self.page.locator(".claim-form textarea").first).to_be_focused(timeout=WAIT)
        self.type(words)

    def question(self, title: str, other: str, theirs: str, mine: str, why: str) -> None:
        self.press("Alt+n")
        for words in (title, "", other, theirs, mine, why):
            self.type(words)
            self.press("Tab")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "ferry"
    begun = run("new-dossier", folder, "--title", "Ferry", "--subject", "a ferry", "--root", ROOT)
    assert begun.exit_code == 0, begun.output
    for source in ARTICLES:
        article = tmp_path / f"{source}.html"
        article.write_text(page_of(source), "utf-8")
        added = run("add", article, "--source", source, "--root", folder)
        assert added.exit_code == 0, added.output
    return folder


@pytest.fixture
def typist(root: Path) -> Iterator[tuple[Typist, str]]:
    with browsing() as browser, served_desk(root, root / "captures") as desk:
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        yield Typist(page), desk
        page.close()


def enter_holm(typist: Typist) -> None:
    typist.perspective("A journalist of Kelby looks back after forty years.")
    typist.record("actor", "Sund Line", "organisation")
    typist.record("place", "Ostrup", "city", "55.10, 12.40")
    typist.record("place", "Kelby", "city", "55.30, 12.90")
    typist.restate(
        "Two boats began the service of the [[sund-line]] in spring 1911, between [[ostrup]] and [[kelby]].",
        "Its boat Marie was lost near [[kelby]] on 3 November 1924, though the sea was calm. Forty-one drowned.",
    )
    typist.claim(1, "The Sund Line began to run in spring 1911.")
    typist.save(f"Saved {HOLM}-c01")
    typist.press("j")
    typist.claim(1, "The Marie of the Sund Line sank near Kelby on 3 November 1924.")
    typist.save(f"Saved {HOLM}-c02")
    typist.press("v")
    typist.type("Loss of the Marie")
    typist.press("Tab", "Tab")
    typist.type("accident")
    typist.press("Tab", "Tab", "Space", "Tab", "Space", "Tab", "Space", "Tab", "Tab")
    typist.type("The boat sank in a calm sea.")
    typist.save("Begun loss-of-the-marie")
    typist.claim(2, "Forty-one passengers of the Marie drowned in the Loss of the Marie.")
    typist.save(f"Saved {HOLM}-c03")


def enter_office(typist: Typist) -> None:
    typist.perspective("An officer of the harbour prints what its log says.")
    typist.record("actor", "Harbour Office", "institution")
    typist.restate(
        "In the log of the [[harbour-office]] no boat of the [[sund-line]] arrived earlier than 12 June 1912.",
        "The log has 38 dead for that night of the Marie.",
    )
    typist.claim(1, "On 12 June 1912 a boat of the Sund Line arrived for the first time.")
    why = f"One goes by memory [@{HOLM}-c01], the other by a log [@this]."
    typist.question("When did the line begin?", f"{HOLM}-c01", "In spring 1911.", "In June 1912.", why)
    typist.save(f"Saved {OFFICE}-c01")
    typist.press("j")
    typist.claim(1, "The log counts 38 dead in the Loss of the Marie.")
    why = f"One counts passengers [@{HOLM}-c03], the other all dead [@this]."
    typist.question("How many died on the Marie?", f"{HOLM}-c03", "41.", "38.", why)
    typist.save(f"Saved {OFFICE}-c02")


@in_full
def test_a_dossier_of_ten_records_is_entered_by_keys_and_becomes_a_site(
    root: Path, typist: tuple[Typist, str], tmp_path: Path
) -> None:
    keys, desk = typist
    keys.open(desk, HOLM)
    enter_holm(keys)
    keys.open(desk, OFFICE)
    enter_office(keys)
    keys.page.goto(f"{desk}records/when-did-the-line-begin/")
    expect(keys.page.locator(".texts-form textarea").first).to_be_focused(timeout=WAIT)
    keys.type(f"In 1911 [@{HOLM}-c01], or in 1912 [@{OFFICE}-c01].")
    keys.save("Saved.")
    assert run("permalinks", "--root", root).exit_code == 0
    checked = run("check", "--strict", "--root", root)
    assert checked.exit_code == 0, checked.output
    assert len(load(root).records) >= 10
    assert run("build", "--no-search", "--root", root, "--into", tmp_path / "site").exit_code == 0
    question = (tmp_path / "site/questions/when-did-the-line-begin/index.html").read_text("utf-8")
    assert "In spring 1911." in question
    assert "In June 1912." in question
    kinds = {one.id: one.kind for one in load(root).of(Question)}
    assert kinds == {"when-did-the-line-begin": "date", "how-many-died-on-the-marie": "quantity"}
