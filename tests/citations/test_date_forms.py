from __future__ import annotations

import pytest

from dossier.citations.csl_json import csl_date
from dossier.citations.date_forms import biblatex_date, date_of, date_text, first_year, is_period, ris_date
from dossier.text.edtf import parse


@pytest.mark.parametrize(
    ("text", "biblatex", "ris", "year"),
    [
        ("1905", "1905", "1905///", "1905"),
        ("1905-03", "1905-03", "1905/03//", "1905"),
        ("1905-03-02", "1905-03-02", "1905/03/02/", "1905"),
        ("1905?", "1905?", "1905?", "1905"),
        ("1905-03~", "1905-03~", "1905-03~", "1905"),
        ("1905%", "1905%", "1905%", "1905"),
        ("1905-XX", "1905", "1905///", "1905"),
        ("1905-03-XX", "1905-03", "1905/03//", "1905"),
        ("190X", "1900~/1909~", "between 1900 and 1909", ""),
        ("19XX", "1900~/1999~", "between 1900 and 1999", ""),
        ("1905-21", "1905-21", "spring 1905", "1905"),
        ("1905/1907", "1905/1907", "1905 to 1907", "1905"),
        ("1905~/1907?", "1905~/1907?", "about 1905 to perhaps 1907", "1905"),
        ("1905/..", "1905~", "since 1905", "1905"),
        ("1905/", "1905~", "from 1905, end unknown", "1905"),
        ("../1907", "1907~", "until 1907", ""),
        ("190X/1912", "1900~/1912~", "1900 to 1912", ""),
        ("../190X", "1909~", "until 1909", ""),
    ],
)
def test_each_format_says_of_a_date_what_it_can(text: str, biblatex: str, ris: str, year: str) -> None:
    date = parse(text)
    item = {"issued": csl_date(date), "custom": {"issued": text}}
    assert (biblatex_date(item, date), ris_date(date), first_year(date)) == (biblatex, ris, year)


def test_the_date_of_an_item_is_all_that_is_said_of_it() -> None:
    assert date_of({}) is None
    assert str(date_of({"issued": {"date-parts": [[1905, 3]], "circa": True}})) == "1905-03~"
    assert (
        str(date_of({"issued": {"date-parts": [[1905]], "circa": True}, "custom": {"issued": "1905/.."}})) == "1905/.."
    )


def test_an_exact_date_is_text_as_iso_has_it() -> None:
    assert date_text(parse("1905-03-02")) == "1905-03-02"
    assert [is_period(parse(text)) for text in ("1905", "1905-XX", "190X", "/1905")] == [False, False, True, True]
