from __future__ import annotations

import json
from collections.abc import Sequence

import pytest
import rispy
from bibtexparser.entrypoint import parse_string

from dossier.citations import cite_box, processor
from dossier.citations.cite_box import FILES, Citer, Form, Part, paragraph_parts, parts_of, publication, rests_on
from dossier.citations.csl_json import Cited, noted, page_item, record_item, source_item, with_locator
from dossier.citations.processor import STYLES, Styled
from dossier.corpus.corpus import Corpus
from dossier.editions.site_info import SiteInfo
from dossier.editions.state import Edition
from dossier.model.records import Source
from dossier.model.words import ENGLISH

INFO = SiteInfo("Lamp Dossier", "https://lamp.example/", "", Edition("2026.1", "2026-01-09"))
CLAIM = "tarn-1931-c04"


@pytest.fixture(scope="module")
def citer() -> Citer:
    return Citer()


@pytest.fixture(scope="module")
def part(citer: Citer, mini: Corpus) -> Part:
    return citer.part(
        ENGLISH, "The article", "tarn-1931", rests_on(mini, mini.claim("tarn-1931-c04")), link="https://x.example/"
    )


def form(part: Part, key: str) -> Form:
    (found,) = (one for one in part.forms if one.key == key)
    return found


def test_a_part_has_every_form_once(part: Part) -> None:
    assert [one.key for one in part.forms] == [
        "apa",
        "chicago",
        "chicago-notes",
        "mla",
        "bibtex",
        "ris",
        "csl-json",
        "link",
    ]
    assert [one.key for one in part.forms if one.is_code] == ["bibtex", "ris", "csl-json"]


@pytest.mark.parametrize("style", STYLES)
def test_a_claim_cites_its_article_with_its_paragraphs(part: Part, style: str) -> None:
    words = form(part, style).text
    assert "Tarn" in words
    assert "2–3" in form(part, style).in_text
    assert "The Keepers of Brisa" in str(words).replace("<i>", "").replace("</i>", "")


def test_a_note_is_given_with_its_bibliography_for_one_article_alone(citer: Citer, part: Part, mini: Corpus) -> None:
    one = form(part, "chicago-notes")
    assert one.in_text_label == "Note"
    assert one.in_text.startswith("Mirela Tarn")
    assert "paras. 2–3" in one.in_text
    whole = citer.part(ENGLISH, "x", "x", rests_on(mini, mini.records["tarn-1931"]))
    assert form(whole, "chicago-notes").in_text.startswith("Mirela Tarn")
    assert not form(whole, "chicago").in_text
    several = citer.part(ENGLISH, "x", "x", rests_on(mini, mini.records["who-lit-the-fire"]))
    assert not form(several, "chicago-notes").in_text
    assert len(form(several, "chicago-notes").text.split("<br>")) == 3


def test_what_a_page_rests_on_is_cited_before_the_page(citer: Citer, mini: Corpus) -> None:
    claim, item = mini.claim(CLAIM), record_item(mini.claim(CLAIM), INFO)
    assert [one.title for one in parts_of(citer, item, rests_on(mini, claim), INFO)] == [
        "The article, with the paragraph",
        "This page",
    ]
    assert [one.title for one in paragraph_parts(citer, mini.source("tarn-1931"), 3, INFO)] == [
        "The article, with the paragraph",
        "This paragraph, as restated here",
    ]


def test_every_file_form_says_the_same(part: Part) -> None:
    (entry,) = parse_string(form(part, "bibtex").text).entries
    (reference,) = rispy.loads(form(part, "ris").text)
    (item,) = json.loads(form(part, "csl-json").text)
    assert entry["title"].strip("{}") == reference.get("title", reference.get("primary_title")) == item["title"]
    assert item["note"] == "paragraphs 2-3"


def test_the_link_is_there_where_it_is_known(citer: Citer, part: Part, mini: Corpus) -> None:
    assert form(part, "link").text == "https://x.example/"
    bare = citer.part(ENGLISH, "x", "x", [Cited(source_item(mini.source("quay-2002")))])
    assert "link" not in [one.key for one in bare.forms]


@pytest.mark.parametrize(
    ("key", "sources"),
    [
        ("tarn-1931", ["tarn-1931"]),
        ("who-lit-the-fire", ["tarn-1931", "board-1934", "quay-2002"]),
        ("great-lamp-fire", ["tarn-1931", "board-1934", "quay-2002"]),
        ("saltmouth", ["tarn-1931", "quay-2002"]),
        ("tide-gazette", []),
    ],
)
def test_a_page_rests_on_the_articles_of_its_claims(mini: Corpus, key: str, sources: list[str]) -> None:
    assert [one.item["id"] for one in rests_on(mini, mini.records[key])] == sources


def test_several_articles_stand_below_each_other(citer: Citer, mini: Corpus) -> None:
    several = citer.part(ENGLISH, "x", "x", rests_on(mini, mini.records["who-lit-the-fire"]))
    assert len(form(several, "apa").text.split("<br>")) == 3
    assert len(json.loads(form(several, "csl-json").text)) == 3


def test_what_was_made_is_kept(mini: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    citer = Citer()
    cited = rests_on(mini, mini.records["great-lamp-fire"])
    citer.prepare(cited)
    monkeypatch.setattr(cite_box, "processed", lambda items: [] if not items else pytest.fail("made again"))
    citer.prepare(cited)
    assert citer.part(ENGLISH, "x", "x", cited) == citer.part(ENGLISH, "x", "x", cited)
    claim = rests_on(mini, mini.claim("tarn-1931-c04"))
    assert "paras. 2–3" in form(citer.part(ENGLISH, "x", "x", claim), "apa").in_text


def test_a_publication_that_changed_is_made_again(mini: Corpus) -> None:
    citer = Citer()
    source = mini.source("quay-2002")
    citer.part(ENGLISH, "x", "x", [publication(source)])
    changed = publication(source.model_copy(update={"title": "Oil & Lies"}))
    part = citer.part(ENGLISH, "x", "x", [changed])
    assert all("Oil" in str(one.text) for one in part.forms)


def test_all_that_the_processor_has_to_make_is_made_at_once(mini: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[list[str]] = []
    made = processor.processed

    def counted(cited: Sequence[Cited]) -> list[dict[str, Styled]]:
        calls.append([one.item["id"] for one in cited])
        return made(cited)

    monkeypatch.setattr(cite_box, "processed", counted)
    citer = Citer()
    pages = [Cited(page_item(title, "a/", INFO)) for title in ("A lamp", "Ångström")]
    citer.prepare([*pages[:1], *rests_on(mini, mini.records["who-lit-the-fire"]), *rests_on(mini, mini.claim(CLAIM))])
    assert calls == [["tarn-1931", "board-1934", "quay-2002"]]
    assert parts_of(citer, pages[0].item, rests_on(mini, mini.claim(CLAIM)), INFO)[1].title == "This page"
    assert len(calls) == 1
    parts_of(citer, pages[1].item, [], INFO)
    assert len(calls) == 2


def test_a_file_of_several_is_what_the_writer_makes_of_them(mini: Corpus) -> None:
    citer = Citer()
    behind = [with_locator(source_item(source), [1, 3]) for source in mini.of(Source)]
    part = citer.part(ENGLISH, "x", "x", behind)
    for key, (_, _, write) in FILES.items():
        assert form(part, key).text == write([noted(one) for one in behind]).strip()


def test_a_page_is_given_with_its_edition(mini: Corpus) -> None:
    item = record_item(mini.records["brisa"], INFO)
    (page,) = parts_of(Citer(), item, [], INFO)
    assert "Edition 2026.1, 2026-01-09" in page.note
    assert form(page, "link").text == item["URL"]
    for key, (_, _, write) in FILES.items():
        assert form(page, key).text == write([item]).strip()
