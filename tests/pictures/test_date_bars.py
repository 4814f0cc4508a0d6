from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from dossier.corpus.corpus import Corpus
from dossier.model.records import Event, EventDate
from dossier.pictures.date_bars import NARROWEST, Span, event_row, marks, scale_of, small_timeline, spans
from dossier.pictures.time_axis import scale
from dossier.text.edtf import parse

YEARS = scale(2010, 2019, range(2010, 2020))
D = date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2015-03-04", [Span(D(2015, 3, 4), D(2015, 3, 4))]),
        ("2015-03", [Span(D(2015, 3, 1), D(2015, 3, 31))]),
        ("201X", [Span(D(2010, 1, 1), D(2019, 12, 31))]),
        ("2015-03-04?", [Span(D(2015, 3, 4), D(2015, 3, 4), doubtful=True)]),
        ("2015%", [Span(D(2015, 1, 1), D(2015, 12, 31), doubtful=True)]),
        ("2015/2016", [Span(D(2015, 1, 1), D(2016, 12, 31), lasting=True)]),
        (
            "2015~/2017-05",
            [
                Span(D(2015, 1, 1), D(2015, 12, 31), lasting=True, doubtful=True),
                Span(D(2016, 1, 1), D(2017, 5, 31), lasting=True),
            ],
        ),
        (
            "2015/2017-05?",
            [
                Span(D(2015, 1, 1), D(2017, 4, 30), lasting=True),
                Span(D(2017, 5, 1), D(2017, 5, 31), lasting=True, doubtful=True),
            ],
        ),
        (
            "2015-09~/2015-10~",
            [
                Span(D(2015, 9, 1), D(2015, 9, 30), lasting=True, doubtful=True),
                Span(D(2015, 10, 1), D(2015, 10, 31), lasting=True, doubtful=True),
            ],
        ),
        ("2015~/2015-10", [Span(D(2015, 1, 1), D(2015, 10, 31), lasting=True, doubtful=True)]),
        (
            "2015/..",
            [
                Span(D(2015, 1, 1), D(2015, 12, 31), lasting=True),
                Span(D(2016, 1, 1), D(2019, 12, 31), lasting=True, fades="end"),
            ],
        ),
        (
            "2015~/",
            [
                Span(D(2015, 1, 1), D(2015, 12, 31), lasting=True, doubtful=True),
                Span(D(2016, 1, 1), D(2016, 12, 30), lasting=True, fades="end"),
            ],
        ),
        (
            "../2015-05",
            [
                Span(D(2010, 1, 1), D(2015, 4, 30), lasting=True, fades="start"),
                Span(D(2015, 5, 1), D(2015, 5, 31), lasting=True),
            ],
        ),
        (
            "/2015-05-02?",
            [
                Span(D(2014, 5, 2), D(2015, 5, 1), lasting=True, fades="start"),
                Span(D(2015, 5, 2), D(2015, 5, 2), lasting=True, doubtful=True),
            ],
        ),
    ],
)
def test_a_date_falls_into_what_is_certain_doubtful_and_open(text: str, expected: list[Span]) -> None:
    assert list(spans(parse(text), YEARS)) == expected


def test_a_day_is_a_point_and_nothing_else_is_too_narrow_to_be_seen() -> None:
    (day,) = marks(parse("2010-01-01"), YEARS)
    assert day.width == 0
    assert day.x == pytest.approx(0.0137, abs=0.001)
    (month,) = marks(parse("2015-02"), YEARS)
    assert month.width == NARROWEST
    middle = (YEARS.starts(D(2015, 2, 1)) + YEARS.ends(D(2015, 2, 28))) / 2
    assert month.x + month.width / 2 == pytest.approx(middle, abs=0.001)
    for text in ("2010-01/2010-01", "2019-12-30/2019-12-31", "2010", "201X", "2019/.."):
        drawn = marks(parse(text), YEARS)
        assert all(one.x >= 0 and one.width >= NARROWEST and one.x + one.width <= 100.001 for one in drawn), text


@pytest.mark.parametrize(
    ("dates", "years", "narrow"),
    [
        (["2014", "2016-05"], (2014, 2016), []),
        (["198X", "2014"], (1980, 2014), ["1980 to 2013"]),
        (["2001~/2021", "2014", "2024"], (2001, 2024), ["2001 to 2013", "2015 to 2023"]),
        (["198X"], (1980, 1989), []),
        (["2014/"], (2014, 2015), []),
        (["/2014"], (2013, 2014), []),
        (["../2014", "2016/.."], (2013, 2017), []),
    ],
)
def test_the_scale_holds_every_date_and_is_wide_where_short_dates_are(
    dates: list[str], years: tuple[int, int], narrow: list[str]
) -> None:
    drawn = scale_of(map(parse, dates))
    assert (drawn.first.year, drawn.last.year) == years
    assert [one.words for one in drawn.narrow] == narrow


@pytest.mark.parametrize("text", ["9999/", "9999-12-31/..", "/0001", "../0001-01-01", "0001/9999"])
def test_dates_at_the_ends_of_the_calendar_are_drawn(text: str) -> None:
    assert marks(parse(text), scale_of([parse(text)]))


def test_events_of_a_strip_stand_in_the_first_lane_that_has_room(mini: Corpus) -> None:
    event = mini.of(Event)[0]
    dates = ["2014", "2014-03", "2015", "2015-06-01", "2015-06-02", "2016"]
    drawn = small_timeline([on(event, text) for text in dates])
    assert [(lane, row.event.date_words) for lane, row in drawn.placed] == list(
        zip([0, 1, 1, 0, 2, 0], (parse(text).words for text in dates), strict=True)
    )
    assert drawn.lanes == 3


def on(event: Event, *dates: str) -> Event:
    """The event on these dates."""
    return event.model_copy(update={"dated": tuple(EventDate(date=parse(text)) for text in dates)})


def test_all_dates_of_an_event_stand_on_one_line(mini: Corpus) -> None:
    event = mini.of(Event)[0]
    row = event_row(on(event, "2014", "2015-03-04", "2015~/2017-05"), YEARS)
    separate = [mark for text in ("2014", "2015-03-04", "2015~/2017-05") for mark in marks(parse(text), YEARS)]
    assert list(row.marks) == separate
    assert len(separate) == 4
    drawn = small_timeline([on(event, "2014", "2017"), on(event, "2015"), on(event, "2019")])
    assert [lane for lane, _ in drawn.placed] == [0, 1, 0]


def test_a_loose_date_is_drawn_within_the_bounds_of_its_words(mini: Corpus) -> None:
    late = EventDate(date=parse("2014"), as_given="late 2014")
    row = event_row(mini.of(Event)[0].model_copy(update={"dated": (late,)}), YEARS)
    (mark,) = row.marks
    assert mark.x == pytest.approx(YEARS.starts(D(2014, 9, 1)), abs=0.01)
    assert mark.x + mark.width == pytest.approx(YEARS.ends(D(2014, 12, 31)), abs=0.01)


def test_no_marks_of_a_lane_lie_on_each_other(mini: Corpus) -> None:
    drawn = small_timeline(mini.in_time(mini.of(Event)))
    assert [row.event.id for _, row in drawn.placed] == ["guild-founding", "great-lamp-fire", "keeper-talks"]
    for lane in range(drawn.lanes):
        rows = [row for number, row in drawn.placed if number == lane]
        for before, after in pairwise(rows):
            assert before.marks[-1].x + before.marks[-1].width < after.marks[0].x
