from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from dossier.citations.csl_json import (
    Cited,
    csl_date,
    edtf_of,
    locator,
    noted,
    page_item,
    page_key,
    paragraph_item,
    record_item,
    restatement_title,
    source_item,
    with_locator,
)
from dossier.citations.date_forms import date_of
from dossier.corpus.corpus import Corpus
from dossier.editions.site_info import SiteInfo
from dossier.editions.state import Edition
from dossier.model.records import Author
from dossier.model.words import ENGLISH
from dossier.text.edtf import parse

INFO = SiteInfo("Lamp Dossier", "https://lamp.example/", "", Edition("2026.1", "2026-01-09"))


def test_a_source_is_what_its_record_says(mini: Corpus) -> None:
    assert source_item(mini.source("quay-2002")) == {
        "id": "quay-2002",
        "type": "post-weblog",
        "title": "Lamps & Lies",
        "author": [{"family": "Quay", "given": "Juno"}],
        "container-title": "Saltmouth Notebook",
        "issued": {"date-parts": [[2002, 3, 9]]},
        "URL": "https://example.org/notebook/lamps-and-lies?part=1",
    }


def test_what_is_not_known_of_a_source_is_left_out(mini: Corpus) -> None:
    assert source_item(mini.source("board-1934")) == {
        "id": "board-1934",
        "type": "report",
        "title": "Report on the Lamps",
        "author": [{"literal": "Harbour Board of Brisa"}],
        "publisher": "Harbour Board of Brisa",
        "issued": {"date-parts": [[1934]], "circa": True},
        "custom": {"issued": "1934?"},
    }
    unsigned = mini.source("board-1934").model_copy(update={"author": (), "issued": None, "publisher": None})
    assert source_item(unsigned).keys() == {"id", "type", "title"}


def test_where_no_author_is_named_the_body_that_published_it_is(mini: Corpus) -> None:
    unsigned = mini.source("board-1934").model_copy(update={"author": (), "publisher": "Board, Brisa and Oil"})
    item = source_item(unsigned)
    assert (item["author"], item["publisher"]) == ([{"literal": "Board, Brisa and Oil"}], "Board, Brisa and Oil")


def test_a_person_of_one_name_is_not_divided(mini: Corpus) -> None:
    lone = mini.source("quay-2002").model_copy(update={"author": (Author(family="Mullah Omar"),)})
    assert source_item(lone)["author"] == [{"literal": "Mullah Omar"}]


def test_the_language_of_a_source_is_told_and_a_value_stands_on_one_line(mini: Corpus) -> None:
    changed = mini.source("quay-2002").model_copy(update={"language": "de", "title": "Lampen\nund  Lügen"})
    item = source_item(changed)
    assert (item["language"], item["title"]) == ("de", "Lampen und Lügen")


@pytest.mark.parametrize(
    ("date", "custom"),
    [("1905?", "1905?"), ("190X", "190X"), ("1905/..", "1905/.."), ("1905-XX", "1905-XX"), ("1905-03~", None)],
)
def test_what_csl_cannot_say_of_a_date_is_kept_beside_it(mini: Corpus, date: str, custom: str | None) -> None:
    item = source_item(mini.source("quay-2002").model_copy(update={"issued": parse(date)}))
    assert item.get("custom", {}).get("issued") == custom
    assert str(date_of(item)) == date


def test_a_page_is_cited_as_it_stands_in_an_edition(mini: Corpus) -> None:
    assert record_item(mini.records["brisa"], INFO) == {
        "id": "lamp-dossier-2026.1-places-brisa",
        "type": "webpage",
        "title": "Brisa",
        "container-title": "Lamp Dossier",
        "issued": {"date-parts": [[2026, 1, 9]]},
        "version": "2026.1",
        "URL": "https://lamp.example/2026.1/places/brisa/",
    }


def test_a_page_that_is_not_published_names_no_edition() -> None:
    item = page_item("Origins", "origins/", replace(INFO, edition=Edition("", "2026-01-09")))
    assert item["URL"] == "https://lamp.example/origins/"
    assert (item["issued"], "version" in item) == ({"date-parts": [[2026, 1, 9]]}, False)
    nowhere = page_item("Origins", "origins/", SiteInfo("Lamp Dossier", "", ""))
    assert nowhere.keys() == {"id", "type", "title", "container-title"}


def test_the_page_of_a_source_is_not_called_as_the_source(mini: Corpus) -> None:
    source = mini.source("tarn-1931")
    assert restatement_title(ENGLISH, source) == "The Keepers of Brisa (Tarn 1931, restated)"
    assert record_item(source, INFO)["title"] == restatement_title(ENGLISH, source)
    assert source_item(source)["title"] == "The Keepers of Brisa"


def test_a_paragraph_is_cited_at_its_fragment(mini: Corpus) -> None:
    paragraph = paragraph_item(mini.source("tarn-1931"), 3, INFO)
    assert paragraph["title"] == "The Keepers of Brisa (Tarn 1931, restated), paragraph 3"
    assert paragraph["URL"] == "https://lamp.example/2026.1/sources/tarn-1931/#p3"


@pytest.mark.parametrize(
    ("address", "edition", "key"),
    [
        ("", "2026.1", "lamp-dossier-2026.1-home"),
        ("sources/tarn-1931/#p3", "2026.1", "lamp-dossier-2026.1-sources-tarn-1931-p3"),
        ("places/brisa/", "", "lamp-dossier-places-brisa"),
    ],
)
def test_the_key_of_a_page_tells_site_edition_and_address(address: str, edition: str, key: str) -> None:
    assert page_key(address, "Lamp Dossier", edition) == key


def test_every_page_of_a_record_has_its_own_key(mini: Corpus) -> None:
    keys = {record_item(record, INFO)["id"] for record in mini.records.values()}
    assert len(keys) == len(mini.records)


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("1931", {"date-parts": [[1931]]}),
        ("1931-05", {"date-parts": [[1931, 5]]}),
        ("2002-03-09", {"date-parts": [[2002, 3, 9]]}),
        ("1934?", {"date-parts": [[1934]], "circa": True}),
        ("1934-05~", {"date-parts": [[1934, 5]], "circa": True}),
        ("1934%", {"date-parts": [[1934]], "circa": True}),
        ("1905/1907", {"date-parts": [[1905], [1907]]}),
        ("1905-02/1907-03?", {"date-parts": [[1905, 2], [1907, 3]], "circa": True}),
        ("1905/..", {"date-parts": [[1905]], "circa": True}),
        ("/1905", {"date-parts": [[1905]], "circa": True}),
        ("190X", {"date-parts": [[1900], [1909]], "circa": True}),
        ("19XX", {"date-parts": [[1900], [1999]], "circa": True}),
        ("190X/..", {"date-parts": [[1900]], "circa": True}),
        ("1905-XX", {"date-parts": [[1905]]}),
        ("1905-03-XX", {"date-parts": [[1905, 3]]}),
        ("1905-21", {"date-parts": [[1905]], "season": 1}),
        ("1905-24~", {"date-parts": [[1905]], "season": 4, "circa": True}),
        ("1905-21/1906-22", {"date-parts": [[1905], [1906]]}),
        ("1905-03-21", {"date-parts": [[1905, 3, 21]]}),
    ],
)
def test_a_date_says_in_csl_what_can_be_said(date: str, expected: dict[str, Any]) -> None:
    assert csl_date(parse(date)) == expected


@pytest.mark.parametrize("date", ["1931", "1931-05", "2002-03-09", "1934~", "1905/1907", "1905-21", "0905-24~"])
def test_a_date_of_csl_is_edtf_again(date: str) -> None:
    assert edtf_of(csl_date(parse(date))) == date


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [((), ""), ((9,), "9"), ((9, 10), "9-10"), ((3, 9, 10, 11, 20), "3, 9-11, 20")],
)
def test_paragraphs_as_a_locator(paragraphs: tuple[int, ...], expected: str) -> None:
    assert locator(paragraphs) == expected


def test_paragraphs_are_cited_once_and_in_their_order() -> None:
    item = {"id": "x", "title": "X"}
    assert with_locator(item, [9, 3, 9]) == Cited(item, (3, 9))


def test_a_file_says_the_paragraphs_in_a_note() -> None:
    item = {"id": "x", "title": "X"}
    assert noted(Cited(item)) == item
    assert noted(Cited(item, (9,))) == {**item, "note": "paragraph 9"}
    assert noted(Cited(item, (3, 4))) == {**item, "note": "paragraphs 3-4"}
