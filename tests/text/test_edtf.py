from __future__ import annotations

import calendar
from datetime import date

import pytest
from edtf import parse_edtf
from hypothesis import assume, given
from hypothesis import strategies as st

from dossier.text.edtf import memoised_parser, parse

YEARS = st.integers(10, 9999).map("{:04}".format)
MONTHS = st.integers(1, 12).map("{:02}".format)
DOUBT = st.sampled_from(["", "~", "?", "%"])
DAYS = st.dates().map(date.isoformat)
POINTS = st.one_of(
    YEARS,
    YEARS.map(lambda year: year[:3] + "X"),
    st.builds("{}-{}".format, YEARS, MONTHS),
    st.builds("{}-{}".format, YEARS, st.sampled_from(["21", "22", "23", "24", "XX"])),
    DAYS,
)


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "words"),
    [
        ("2014", (2014, 1, 1), (2014, 12, 31), "2014"),
        ("2014-09", (2014, 9, 1), (2014, 9, 30), "September 2014"),
        ("2016-02", (2016, 2, 1), (2016, 2, 29), "February 2016"),
        ("2021-08-26", (2021, 8, 26), (2021, 8, 26), "26 August 2021"),
        ("2014-09~", (2014, 9, 1), (2014, 9, 30), "about September 2014"),
        ("2014?", (2014, 1, 1), (2014, 12, 31), "perhaps 2014"),
        ("2014-09-01%", (2014, 9, 1), (2014, 9, 1), "perhaps about 1 September 2014"),
        ("2014-21", (2014, 3, 1), (2014, 5, 31), "spring 2014"),
        ("2014-23", (2014, 9, 1), (2014, 11, 30), "autumn 2014"),
        ("2014-24~", (2014, 12, 1), (2015, 2, 28), "about winter 2014–15"),
        ("2015-24", (2015, 12, 1), (2016, 2, 29), "winter 2015–16"),
        ("1999-24", (1999, 12, 1), (2000, 2, 29), "winter 1999–2000"),
        ("2014-24/2015-21", (2014, 12, 1), (2015, 5, 31), "winter 2014–15 to spring 2015"),
        ("201X", (2010, 1, 1), (2019, 12, 31), "the 2010s"),
        ("20XX", (2000, 1, 1), (2099, 12, 31), "between 2000 and 2099"),
        ("2014-XX", (2014, 1, 1), (2014, 12, 31), "2014, month unknown"),
        ("2014-02-XX", (2014, 2, 1), (2014, 2, 28), "February 2014, day unknown"),
        ("2014-XX-XX", (2014, 1, 1), (2014, 12, 31), "2014, day unknown"),
        ("2016/2018", (2016, 1, 1), (2018, 12, 31), "2016 to 2018"),
        ("2014-09~/2015-XX", (2014, 9, 1), (2015, 12, 31), "about September 2014 to 2015, month unknown"),
        ("2015/..", (2015, 1, 1), None, "since 2015"),
        ("2015/", (2015, 1, 1), None, "from 2015, end unknown"),
        ("../2015", None, (2015, 12, 31), "until 2015"),
        ("/2015", None, (2015, 12, 31), "until 2015, beginning unknown"),
    ],
)
def test_bounds_and_words(
    text: str, earliest: tuple[int, int, int] | None, latest: tuple[int, int, int] | None, words: str
) -> None:
    edtf = parse(text)
    assert (edtf.earliest, edtf.latest) == (earliest and date(*earliest), latest and date(*latest))
    assert edtf.words == words
    assert str(edtf) == text


@pytest.mark.parametrize(
    "text",
    [
        *("", " 2015", "2015 ", "2015\n", "15", "2015-1", "20150101", "2015/2016/2017", "March 2015", "２０１５"),
        *("..", "../..", "/", "/..", "2015..2016", "[2015,2016]", "2015-04?-11", "Y170000002", "-2015"),
        *("2X15", "201X-05", "2015-XX-05", "2015-21-05", "2015-21-XX", "2015T10:00", "2015/open", "2015~~"),
    ],
)
def test_what_is_not_level_1_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"^not an EDTF date of level 1$"):
        parse(text)


@pytest.mark.parametrize(
    "text", ["2015-02-29", "2015-13", "2015-00", "2015-01-32", "0000", "2015-25", "2014/2015-06-31"]
)
def test_days_that_do_not_exist_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"^no such day in the calendar$"):
        parse(text)


@pytest.mark.parametrize("text", ["2016/2015", "2016-02/2016-01", "2020-XX/2019~"])
def test_a_date_may_not_end_before_it_begins(text: str) -> None:
    with pytest.raises(ValueError, match=r"^a date that ends before it begins$"):
        parse(text)


@given(st.builds("{}{}".format, POINTS, DOUBT))
def test_no_date_begins_after_it_ends(text: str) -> None:
    edtf = parse(text)
    assert edtf.earliest is not None
    assert edtf.latest is not None
    assert edtf.earliest <= edtf.latest


@given(st.builds("{}/{}".format, POINTS, POINTS))
def test_a_range_is_bounded_by_its_ends_or_refused(text: str) -> None:
    start, end = map(parse, text.split("/"))
    assert start.earliest is not None
    assert end.latest is not None
    if start.earliest > end.latest:
        with pytest.raises(ValueError, match="ends before it begins"):
            parse(text)
    else:
        assert (parse(text).earliest, parse(text).latest) == (start.earliest, end.latest)


@given(st.text(alphabet="0123456789X-~?%/.", max_size=12))
def test_any_text_is_a_date_or_a_value_error(text: str) -> None:
    try:
        edtf = parse(text)
    except ValueError:
        return
    assert edtf.words
    assert edtf.sort_key[0] <= edtf.sort_key[1]


@given(POINTS)
def test_bounds_are_those_of_the_reference_library(text: str) -> None:
    # Its winter of a year ends with that year.
    assume(not text.endswith("-24"))
    edtf, other = parse(text), parse_edtf(text)
    assert edtf.earliest is not None
    assert edtf.latest is not None
    assert edtf.earliest.timetuple()[:3] == other.lower_strict()[:3]
    year, month, day = other.upper_strict()[:3]
    assert edtf.latest == date(year, month, min(day, calendar.monthrange(year, month)[1]))


def test_dates_sort_by_the_first_day_that_is_known_of_them() -> None:
    texts = ["2016", "../2015", "/2014-06", "2015-06~", "2015/..", "2015", "2014-24", "../2017-05-01"]
    ordered = sorted(map(parse, texts), key=lambda one: one.sort_key)
    expected = ["/2014-06", "2014-24", "../2015", "2015", "2015/..", "2015-06~", "2016", "../2017-05-01"]
    assert list(map(str, ordered)) == expected


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("2014-09~", (2014, 9, 1)),
        ("2014/2016", (2014, 1, 1)),
        ("2015/..", (2015, 1, 1)),
        ("../2013-02", (2013, 2, 1)),
        ("/2013", (2013, 1, 1)),
        ("/201X?", (2010, 1, 1)),
    ],
)
def test_the_first_day_that_is_known_of_a_date(text: str, first: tuple[int, int, int]) -> None:
    assert parse(text).first_known == date(*first)


def test_the_last_winter_ends_with_the_last_day_there_is() -> None:
    assert parse("9999-24").latest == date.max


def test_the_memoised_parser_gives_the_same_date_and_the_same_error() -> None:
    remembered = memoised_parser()
    assert remembered("2015-01") == parse("2015-01")
    assert remembered("2015-01") is remembered("2015-01")
    for _ in range(2):
        with pytest.raises(ValueError, match="level 1"):
            remembered("never")


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        ("2014", "2014-09", True),
        ("2014-09~", "2014-09-30", True),
        ("2014", "2015", False),
        ("2014-09", "2014-10", False),
        ("2014/2016", "2016-12-31", True),
        ("2015/..", "2021", True),
        ("2015/..", "2014", False),
        ("../2015", "2014", True),
        ("../2015", "2016", False),
        ("2015/..", "../2015-06", True),
        ("2015/..", "../2014", False),
        ("2015/..", "2020/..", True),
        ("../2015", "/2010", True),
    ],
)
def test_dates_meet_where_there_is_a_day_that_both_can_mean(one: str, other: str, *, meet: bool) -> None:
    assert parse(one).meets(parse(other)) is meet
    assert parse(other).meets(parse(one)) is meet
