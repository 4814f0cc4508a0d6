from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from dossier.corpus.corpus import Corpus
from dossier.exports.paragraphs import paragraphs
from dossier.exports.records import all_fields, fields_of
from dossier.exports.standing_json import standing_json
from dossier.model.addresses import SECTIONS
from dossier.model.records import Actor, Event, Question


def test_the_document_holds_every_record_under_its_section(mini: Corpus, data: Path) -> None:
    told = json.loads((data / "dossier.json").read_text("utf-8"))
    for kind, section in SECTIONS.items():
        expected = [fields for key, fields in all_fields(mini).items() if mini.records[key].kind_of_record == kind]
        assert told[section] == expected
    assert told["redirects"] == [fields_of(one) for one in mini.redirects.values()]
    assert [one["date"] for one in told["corrections"]] == ["2024-02-01", "2024-03"]
    assert told["phases"] == [
        {"claims": ["tarn-1931-c01"], "denied_by": [], "title": "Founding years", "period": "1898/1902"},
        {"claims": ["tarn-1931-c07"], "denied_by": [], "title": "The quarrel", "period": "1904/.."},
    ]
    assert (told["title"], told["url"]) == ("Lamp Dossier", "https://lamp.example/")
    assert (told["licence"]["spdx"], told["edition"]["name"]) == ("CC-BY-4.0", "2024.1")


def test_the_document_says_how_the_statements_of_each_record_stand(mini: Corpus, data: Path) -> None:
    told = json.loads((data / "dossier.json").read_text("utf-8"))
    stating = [key for key, one in mini.records.items() if isinstance(one, Actor | Event | Question)]
    assert list(told["standings"]) == stating
    assert told["standings"] == {key: standing_json(mini, mini.records[key]) for key in stating}
    assert all("standing" not in record for section in SECTIONS.values() for record in told[section])


def test_the_document_holds_the_pages_and_positions_that_moved(data: Path) -> None:
    told = json.loads((data / "dossier.json").read_text("utf-8"))
    assert told["page_redirects"] == [
        {
            "from": "history/",
            "title": "History of the guild",
            "to": "origins/",
            "reason": "moved",
            "why": "It tells how the guild began and no more.",
        }
    ]
    assert [one["from"] for one in told["position_redirects"]] == ["how-many-keepers#forty", "when-founded#in-1904"]
    assert "to" not in told["position_redirects"][1]


def test_the_document_holds_every_paragraph(mini: Corpus, data: Path) -> None:
    told = json.loads((data / "dossier.json").read_text("utf-8"))["paragraphs"]
    assert [(one["source"], one["number"]) for one in told] == [(p.source, p.number) for p in paragraphs(mini)]


def test_a_paragraph_is_words_without_marks(mini: Corpus) -> None:
    first = next(one for one in paragraphs(mini) if one.source == "tarn-1931")
    assert first.number == 1
    assert first.text == (
        "Around 1898 Ada Veyl and others met in Saltmouth and swore an oath; their guild was then called"
        " the Brotherhood of the Wick."
    )


def test_paragraphs_are_the_restated_ones_and_not_those_of_a_private_full_text(mini: Corpus) -> None:
    private = replace(mini, full_texts={"tarn-1931": ("What the author wrote.",)})
    assert list(paragraphs(private)) == list(paragraphs(mini))
