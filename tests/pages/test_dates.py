from __future__ import annotations

import pytest

from dossier.pages.dates import DateView, date_view, is_html_time
from dossier.text.edtf import parse


def test_a_date_is_told_in_words() -> None:
    assert date_view(parse("1931-05")) == DateView("1931-05", "May 1931", is_time=True)
    assert date_view(parse("1898~")) == DateView("1898~", parse("1898~").words, is_time=False)


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
