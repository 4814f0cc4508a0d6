from __future__ import annotations

import pytest

from dossier.model.records import Event
from dossier.model.words import ENGLISH
from dossier.pages.dates import DateView, date_view, event_dates, is_html_time
from dossier.text.edtf import parse


def test_a_date_is_told_in_words() -> None:
    assert date_view(ENGLISH, parse("1931-05")) == DateView("1931-05", "May 1931", is_time=True)
    assert date_view(ENGLISH, parse("1898~")) == DateView("1898~", parse("1898~").words, is_time=False)


def test_a_loose_date_is_told_in_the_words_of_the_source() -> None:
    assert date_view(ENGLISH, parse("1931"), "late 1931") == DateView("1931", "late 1931", is_time=False)


def test_the_dates_of_an_event_stand_in_the_order_of_its_record_each_once() -> None:
    dated = [{"date": "1931", "as_given": "late 1931"}, {"date": "1930"}, {"date": "1930"}]
    event = Event.model_validate({"id": "x", "title": "X", "type": "war", "dated": dated, "claims": ["a-c01"]})
    assert [one.words for one in event_dates(ENGLISH, event)] == ["late 1931", "1930"]
    assert event_dates(ENGLISH, event.model_copy(update={"dated": ()})) == ()
    assert (event.date_words, event.model_copy(update={"dated": ()}).date_words) == ("late 1931 or 1930", "undated")


@pytest.mark.parametrize(
    ("text", "is_time"),
    [
        ("2014", True),
        ("2014-09", True),
        ("2014-09-01", True),
        ("2014-09~", False),
        ("2014?", False),
        ("2014-21", False),
        ("201X", False),
        ("2014/2016", False),
        ("2014/..", False),
        ("1903-11-XX", False),
    ],
)
def test_only_what_html_holds_for_a_date_is_one(text: str, *, is_time: bool) -> None:
    assert is_html_time(text) is is_time
