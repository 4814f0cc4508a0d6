from __future__ import annotations

import json

import pytest
import rispy
from bibtexparser.entrypoint import parse_string

from dossier.citations.cite_box import Citer, Form, Part, rests_on
from dossier.citations.csl_json import Cited, source_item
from dossier.corpus.corpus import Corpus


@pytest.fixture(scope="module")
def citer() -> Citer:
    return Citer()


@pytest.fixture(scope="module")
def part(citer: Citer, mini: Corpus) -> Part:
    return citer.part(
        "The article", "tarn-1931", rests_on(mini, mini.claim("tarn-1931-c04")), link="https://x.example/"
    )


def form(part: Part, key: str) -> Form:
    (found,) = (one for one in part.forms if one.key == key)
    return found


def test_a_part_has_every_form_once(part: Part) -> None:
    assert [one.key for one in part.forms] == ["apa", "chicago", "mla", "bibtex", "ris", "csl-json", "link"]
    assert [one.key for one in part.forms if one.is_code] == ["bibtex", "ris", "csl-json"]


@pytest.mark.parametrize("style", ["apa", "chicago", "mla"])
def test_a_claim_cites_its_article_with_its_paragraphs(part: Part, style: str) -> None:
    words = form(part, style).text
    assert "Tarn" in words
    assert "2–3" in form(part, style).in_text
    assert "The Keepers of Brisa" in str(words).replace("<i>", "").replace("</i>", "")


def test_every_file_form_says_the_same(part: Part) -> None:
    (entry,) = parse_string(form(part, "bibtex").text).entries
    (reference,) = rispy.loads(form(part, "ris").text)
    (item,) = json.loads(form(part, "csl-json").text)
    assert entry["title"].strip("{}") == reference.get("title", reference.get("primary_title")) == item["title"]
    assert item["note"] == "paragraphs 2-3"


def test_the_link_is_there_where_it_is_known(citer: Citer, part: Part, mini: Corpus) -> None:
    assert form(part, "link").text == "https://x.example/"
    bare = citer.part("x", "x", [Cited(source_item(mini.source("quay-2002")))])
    assert "link" not in [one.key for one in bare.forms]


@pytest.mark.parametrize(
    ("key", "sources"),
    [
        ("tarn-1931", ["tarn-1931"]),
        ("who-lit-the-fire", ["tarn-1931", "quay-2002"]),
        ("great-lamp-fire", ["tarn-1931", "board-1934", "quay-2002"]),
        ("saltmouth", ["tarn-1931", "quay-2002"]),
        ("tide-gazette", []),
    ],
)
def test_a_page_rests_on_the_articles_of_its_claims(mini: Corpus, key: str, sources: list[str]) -> None:
    assert [one.item["id"] for one in rests_on(mini, mini.records[key])] == sources


def test_several_articles_stand_below_each_other(citer: Citer, mini: Corpus) -> None:
    several = citer.part("x", "x", rests_on(mini, mini.records["who-lit-the-fire"]))
    assert len(form(several, "apa").text.split("<br>")) == 2
    assert len(json.loads(form(several, "csl-json").text)) == 2


def test_what_was_made_is_kept(citer: Citer, mini: Corpus) -> None:
    cited = rests_on(mini, mini.records["great-lamp-fire"])
    citer.prepare(cited)
    before = dict(citer.made)
    citer.prepare(cited)
    assert {key: id(value) for key, value in citer.made.items()} == {key: id(value) for key, value in before.items()}
