"""RIS, read back by rispy."""

from __future__ import annotations

from typing import Any, get_args

import pytest
import rispy

from dossier.citations.csl_json import Item, csl_date, record_item, source_item
from dossier.citations.ris import TYPES, ris
from dossier.corpus.corpus import Corpus
from dossier.editions.site_info import SiteInfo
from dossier.editions.state import Edition
from dossier.model.records import Source
from dossier.text.edtf import parse

INFO = SiteInfo("Lamp Dossier", "https://lamp.example/", "", Edition("2026.1", "2026-01-09"))


def read(*items: Item) -> list[dict[str, Any]]:
    references: list[dict[str, Any]] = rispy.loads(ris(items))
    return references


def test_each_reference_begins_with_its_type(mini: Corpus) -> None:
    text = ris([source_item(source) for source in mini.of(Source)])
    assert text.startswith("TY  - ")
    assert [block.split("  - ")[0] for block in text.strip().split("\n\n")] == ["TY", "TY", "TY"]


def test_every_source_is_read_back(mini: Corpus) -> None:
    board, quay, tarn = read(*(source_item(source) for source in mini.of(Source)))
    assert board == {
        "type_of_reference": "RPRT",
        "id": "board-1934",
        "authors": ["Harbour Board of Brisa"],
        "title": "Report on the Lamps",
        "publisher": "Harbour Board of Brisa",
        "year": "1934",
        "date": "1934?",
    }
    assert quay == {
        "type_of_reference": "BLOG",
        "id": "quay-2002",
        "authors": ["Quay, Juno"],
        "title": "Lamps & Lies",
        "secondary_title": "Saltmouth Notebook",
        "year": "2002",
        "date": "2002/03/09/",
        "urls": ["https://example.org/notebook/lamps-and-lies?part=1"],
    }
    assert (tarn["type_of_reference"], tarn["date"]) == ("JOUR", "1931/05//")


def test_every_page_is_read_back(mini: Corpus) -> None:
    items = [record_item(record, INFO) for record in mini.records.values()]
    assert read(*items) == [
        {
            "type_of_reference": "ELEC",
            "id": item["id"],
            "title": item["title"],
            "secondary_title": "Lamp Dossier",
            "year": "2026",
            "date": "2026/01/09/",
            "edition": "2026.1",
            "urls": [item["URL"]],
        }
        for item in items
    ]


@pytest.mark.parametrize(
    ("date", "expected"),
    [("1905/1907", "1905 to 1907"), ("1905-21", "spring 1905"), ("1905-03~", "1905-03~"), ("1905?", "1905?")],
)
def test_what_a_date_of_ris_cannot_say_is_told_in_words(date: str, expected: str) -> None:
    said = {"issued": csl_date(parse(date)), "custom": {"issued": date}}
    (reference,) = read({"id": "x", "type": "book", "title": "X", **said})
    assert (reference["date"], reference["year"]) == (expected, "1905")


@pytest.mark.parametrize(("date", "words"), [("190X", "between 1900 and 1909"), ("../1905", "until 1905")])
def test_a_year_that_is_not_known_is_none(date: str, words: str) -> None:
    said = {"issued": csl_date(parse(date)), "custom": {"issued": date}}
    (reference,) = read({"id": "x", "type": "book", "title": "X", **said})
    assert (reference["date"], "year" in reference) == (words, False)


def test_a_body_is_not_parted_at_a_comma_and_a_value_keeps_its_line() -> None:
    body = "Board, Brisa and Oil"
    (reference,) = read(
        {"id": "x", "type": "book", "title": "Lamps\nER  - no end", "author": [{"literal": body}], "language": "de-AT"}
    )
    assert (reference["authors"], reference["title"]) == (["Board; Brisa and Oil"], "Lamps ER - no end")
    assert reference["language"] == "de-AT"


def test_what_is_not_known_is_left_out_and_a_note_is_kept() -> None:
    (reference,) = read({"id": "x", "type": "pamphlet", "title": "X", "note": "paragraph 9"})
    assert reference == {"type_of_reference": "GEN", "id": "x", "title": "X", "notes": ["paragraph 9"]}


def test_every_type_of_source_has_its_type() -> None:
    assert TYPES.keys() == set(get_args(Source.model_fields["type"].annotation))
