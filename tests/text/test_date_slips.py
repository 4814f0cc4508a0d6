from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.text.date_slips import slip_in
from dossier.text.edtf import parse

EN_DASH, NO_BREAK = "\u2013", "\u00a0"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (f"2014{EN_DASH}2016", "holds an en dash (\u2013)"),
        ("2014\u221209", "holds a minus sign (\u2212)"),
        ("2014\u201109", "holds a non-breaking hyphen (\u2011)"),
        ("2014 / 2016", "holds a blank"),
        (f"2014{NO_BREAK}", "holds a no-break space (U+00A0)"),
        ("2014-09\u200b", "holds a zero width space (U+200B)"),
        ("\u0662\u0660\u0661\u0664", "holds Arabic-Indic digits (\u0662)"),
        ("\u06f1\u06f3\u06f9\u06f3", "holds Persian digits (\u06f1)"),
        ("2014,", "holds a comma (,)"),
        ("May 2014", ""),
        (f"May{EN_DASH}June 2014", "holds an en dash (\u2013)"),
        ("2014-13", ""),
    ],
)
def test_the_sign_that_no_date_has(text: str, why: str) -> None:
    assert slip_in(text).why == why


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (f"2014{EN_DASH}2016", "2014/2016"),
        ("2014-2016", "2014/2016"),
        ("2014-16", "2014/2016"),
        (f"2014{EN_DASH}09", "2014-09"),
        ("2014 / 2016", "2014/2016"),
        ("2014 to 2016", "2014/2016"),
        ("between 2014 and 2016", "2014/2016"),
        ("[2014,2016]", "2014/2016"),
        ("2014..2016", "2014/2016"),
        ("2014-05-14 - 2014-05-16", "2014-05-14/2014-05-16"),
        (f"May{EN_DASH}June 2015", "2015-05/2015-06"),
        (f"2014{NO_BREAK}", "2014"),
        ("05/2014", "2014-05"),
        ("2014/05", "2014-05"),
        ("2014/5/1", "2014-05-01"),
        ("14.05.2021", "2021-05-14"),
        ("14/05/2021", "2021-05-14"),
        ("20140514", "2014-05-14"),
        ("2014-9", "2014-09"),
        ("2014-05-14T10:00", "2014-05-14"),
        ("May 2014", "2014-05"),
        ("Sept. 2014", "2014-09"),
        ("14 May 2014", "2014-05-14"),
        ("May 14th, 2014", "2014-05-14"),
        ("circa 2015", "2015~"),
        ("c. May 2015", "2015-05~"),
        ("c2015", "2015~"),
        ("perhaps 2015", "2015?"),
        ("spring of 2014", "2014-21"),
        (f"winter 2014{EN_DASH}15", "2014-24"),
        ("the 2010s", "201X"),
        ("201x", "201X"),
        ("2014-05-??", "2014-05-XX"),
        ("since 2015", "2015/.."),
        ("2015 or later", "2015/.."),
        ("2015/present", "2015/.."),
        ("2015-", "2015/.."),
        ("after 2015", "2016/.."),
        ("until May 2015", "../2015-05"),
        ("before 2015", "../2014"),
        ("before the end of 2020", "../2020"),
        ("2020 or earlier", "../2020"),
        ("\u0662\u0660\u0661\u0664", "2014"),
        ("\uff12\uff10\uff11\uff15", "2015"),
    ],
)
def test_the_date_that_is_probably_wanted(text: str, wanted: str) -> None:
    assert slip_in(text).hint == f'write "{wanted}"'


def test_day_and_month_are_both_offered_where_either_may_come_first() -> None:
    assert slip_in("05/06/2021").hint == 'write "2021-06-05" or "2021-05-06"'


@pytest.mark.parametrize(
    ("text", "wanted"), [("2014 or 2015", "2014/2015"), ("late 2014", "2014"), ("mid-2014", "2014")]
)
def test_words_that_a_date_cannot_say_are_kept_beside_it(text: str, wanted: str) -> None:
    assert slip_in(text).hint == f'write "{wanted}", and the words of the source under `as_given`'


@pytest.mark.parametrize(
    "text", ["", "never", "15", "2015-02-30", "2014 2015 2016", "x" * 2000, "1-" * 2000, " " * 2000]
)
def test_nothing_is_offered_where_nobody_can_guess(text: str) -> None:
    assert slip_in(text).hint == ""


@given(st.text(alphabet="0123456789X-/~?. ,MayorcT\u2013\u00a0\u0662", max_size=24))
def test_what_is_offered_is_a_date(text: str) -> None:
    for offered in slip_in(text).hint.split('"')[1::2]:
        assert parse(offered)
