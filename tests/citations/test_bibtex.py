"""BibTeX, read back by bibtexparser and pylatexenc."""

from __future__ import annotations

from typing import get_args

import bibtexparser.entrypoint
import pytest
from pylatexenc.latex2text import LatexNodes2Text

from dossier.citations.bibtex import TYPES, bibtex
from dossier.citations.csl_json import Item, csl_date, record_item, source_item
from dossier.corpus.corpus import Corpus
from dossier.editions.site_info import SiteInfo
from dossier.editions.state import Edition
from dossier.model.records import Source
from dossier.text.edtf import parse

INFO = SiteInfo("Lamp Dossier", "https://lamp.example/", "", Edition("2026.1", "2026-01-09"))
VERBATIM = ("url", "date")

Entry = dict[str, str]


def read(*items: Item) -> list[Entry]:
    """The entries of the file, with LaTeX resolved: its type, its key and its fields."""
    library = bibtexparser.entrypoint.parse_string(bibtex(items))
    assert library.failed_blocks == []
    return [
        {"type": entry.entry_type, "key": entry.key, **{f.key: resolved(f.key, f.value) for f in entry.fields}}
        for entry in library.entries
    ]


def resolved(key: str, value: str) -> str:
    if key in VERBATIM:
        return value
    text: str = LatexNodes2Text(keep_comments=True).latex_to_text(value)
    return text


def one(**values: object) -> Entry:
    (entry,) = read({"id": "x", "type": "book", "title": "X", **values})
    return entry


def test_every_source_is_read_back(mini: Corpus) -> None:
    board, quay, tarn = read(*(source_item(source) for source in mini.of(Source)))
    assert board == {
        "type": "techreport",
        "key": "board-1934",
        "author": "Harbour Board of Brisa",
        "title": "Report on the Lamps",
        "institution": "Harbour Board of Brisa",
        "year": "1934",
        "date": "1934?",
    }
    assert quay == {
        "type": "online",
        "key": "quay-2002",
        "author": "Quay, Juno",
        "title": "Lamps & Lies",
        "journal": "Saltmouth Notebook",
        "organization": "Saltmouth Notebook",
        "year": "2002",
        "month": "mar",
        "date": "2002-03-09",
        "url": "https://example.org/notebook/lamps-and-lies?part=1",
    }
    assert (tarn["type"], tarn["journal"], tarn["month"]) == ("article", "Journal of Invented Islands", "may")


def test_every_page_is_read_back(mini: Corpus) -> None:
    items = [record_item(record, INFO) for record in mini.records.values()]
    assert read(*items) == [
        {
            "type": "online",
            "key": item["id"],
            "title": item["title"],
            "journal": "Lamp Dossier",
            "organization": "Lamp Dossier",
            "year": "2026",
            "month": "jan",
            "date": "2026-01-09",
            "version": "2026.1",
            "url": item["URL"],
        }
        for item in items
    ]


def test_what_latex_reads_as_a_command_is_escaped() -> None:
    title = r"50 % of A & B_c, $5 #1 {x} ~y \end Ünal نقابة"
    assert one(title=title)["title"] == title
    assert r"{{A \& B\textasciicircum{} \textbackslash{}x}}" in bibtex(
        [{"id": "x", "type": "book", "title": r"A & B^ \x"}]
    )


def test_letters_stay_what_they_are() -> None:
    assert "title = {{Ünal’s نقابة}}" in bibtex([{"id": "x", "type": "book", "title": "Ünal’s نقابة"}])


def test_an_address_is_not_escaped() -> None:
    assert one(URL="https://example.org/a_b%20c?d&e#p7")["url"] == "https://example.org/a_b%20c?d&e#p7"


def test_a_body_is_no_list_of_persons() -> None:
    authors = [{"family": "Tarn", "given": "Mirela"}, {"literal": "Lamps and Oil, Limited"}, {"family": "Quay"}]
    text = bibtex([{"id": "x", "type": "book", "title": "X", "author": authors}])
    assert "author = {Tarn, Mirela and {Lamps and Oil, Limited} and Quay}" in text


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("1905/1907", {"year": "1905", "date": "1905/1907"}),
        ("1905-02/1905-03", {"year": "1905", "date": "1905-02/1905-03"}),
        ("1905-21", {"year": "1905", "date": "1905-21"}),
        ("1905-03~", {"year": "1905", "month": "mar", "date": "1905-03~"}),
        ("1905?", {"year": "1905", "date": "1905?"}),
        ("190X", {"date": "1900~/1909~"}),
        ("1905-XX", {"year": "1905", "date": "1905"}),
        ("1905/..", {"year": "1905", "date": "1905~"}),
        ("../1905", {"date": "1905~"}),
    ],
)
def test_a_date_is_said_for_bibtex_and_for_biblatex(date: str, expected: Entry) -> None:
    said = {"issued": csl_date(parse(date)), "custom": {"issued": date}}
    entry = one(**said)
    text = bibtex([{"id": "x", "type": "book", "title": "X", **said}])
    assert {key: entry[key] for key in ("month", "date") if key in entry} == {
        key: value for key, value in expected.items() if key != "year"
    }
    assert text.count("year = ") == len(expected.keys() & {"year"})
    assert f"year = {{{expected.get('year')}}}" in text or "year" not in expected


def test_a_month_is_a_macro_that_every_style_knows() -> None:
    text = bibtex([{"id": "x", "type": "book", "title": "X", "issued": {"date-parts": [[1905, 9, 2]]}}])
    assert "\tmonth = sep,\n" in text


@pytest.mark.parametrize(
    ("date", "note"),
    [
        ("1905/..", "published since 1905"),
        ("../1905", "published until 1905"),
        ("1905/1907", "published 1905 to 1907"),
        ("190X", "published between 1900 and 1909"),
    ],
)
def test_a_period_is_told_in_a_note(date: str, note: str) -> None:
    said = {"issued": csl_date(parse(date)), "custom": {"issued": date}}
    assert one(**said)["note"] == note
    assert one(**said, note="paragraph 9")["note"] == f"paragraph 9; {note}"


@pytest.mark.parametrize(
    ("kind", "field"),
    [("webpage", "organization"), ("report", "institution"), ("book", "publisher"), ("article-journal", "publisher")],
)
def test_a_publisher_is_not_divided_at_and(kind: str, field: str) -> None:
    text = bibtex([{"id": "x", "type": kind, "title": "X", "publisher": "Oil and Sons"}])
    assert f"{field} = {{{{Oil and Sons}}}}" in text


def test_the_site_of_a_page_and_who_published_it_are_two_bodies() -> None:
    page = {"id": "x", "type": "webpage", "title": "X", "container-title": "Lamps and Oil", "publisher": "Oil and Sons"}
    assert "organization = {{Lamps and Oil} and {Oil and Sons}}" in bibtex([page])
    assert "organization = {{Oil and Sons}}" in bibtex([{**page, "container-title": "Oil and Sons"}])


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("de-AT", {"langid": "german", "language": "de-AT"}),
        ("fa", {"langid": "fa", "language": "fa"}),
        ("en", {"langid": "english"}),
    ],
)
def test_a_language_is_told_to_biblatex_and_by_its_tag(tag: str, expected: Entry) -> None:
    entry = one(language=tag)
    assert {key: entry[key] for key in ("langid", "language") if key in entry} == expected


def test_what_sort_of_article_it_is_is_told() -> None:
    assert one(type="article-newspaper")["entrysubtype"] == "newspaper"
    assert "entrysubtype" not in one(type="article-journal")


def test_straight_quotation_marks_are_safe_in_latex() -> None:
    assert 'title = {{The {"}Lamp{"}}}' in bibtex([{"id": "x", "type": "book", "title": 'The "Lamp"'}])


def test_a_value_stands_on_one_line() -> None:
    assert "title = {{Lamps and oil}}" in bibtex([{"id": "x", "type": "book", "title": "Lamps\n  and oil"}])


def test_a_chapter_stands_in_its_book_and_a_note_is_kept() -> None:
    entry = one(type="chapter", publisher="House & Co.", note="paragraph 9", **{"container-title": "All Lamps"})
    assert entry["type"] == "incollection"
    assert (entry["booktitle"], entry["publisher"], entry["note"]) == ("All Lamps", "House & Co.", "paragraph 9")


def test_every_type_is_one_of_a_source() -> None:
    assert TYPES.keys() <= set(get_args(Source.model_fields["type"].annotation))
