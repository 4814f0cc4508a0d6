from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from dossier.corpus.corpus import Corpus
from dossier.model.records import Event, EventDate
from dossier.pictures.date_bars import NARROWEST, event_row, mark, scale_of, small_timeline
from dossier.pictures.time_axis import scale
from dossier.text.edtf import parse

YEARS = scale(2010, 2019, range(2010, 2020))
D = date


def test_a_day_is_a_point_and_nothing_else_is_too_narrow_to_be_seen() -> None:
    day = mark(parse("2010-01-01"), YEARS)
    assert day.is_day
    assert day.start == pytest.approx(0.0137, abs=0.001)
    month = mark(parse("2015-02"), YEARS)
    assert month.width == pytest.approx(NARROWEST)
    middle = (YEARS.starts(D(2015, 2, 1)) + YEARS.ends(D(2015, 2, 28))) / 2
    assert (month.start + month.end) / 2 == pytest.approx(middle, abs=0.001)
    for text in ("2010-01/2010-01", "2019-12-30/2019-12-31", "2010", "201X", "2019/.."):
        drawn = mark(parse(text), YEARS)
        assert drawn.start >= 0, text
        assert drawn.width >= NARROWEST - 0.001, text
        assert drawn.end <= 100.001, text


@pytest.mark.parametrize("text", ["2012/2015", "2012-03-01/2012-03-02", "2012/..", "../2015", "2012~/2015-05-03"])
def test_what_surely_lasted_lies_within_its_bounds(text: str) -> None:
    drawn = mark(parse(text), YEARS)
    assert drawn.sure
    assert drawn.start <= drawn.sure[0] <= drawn.sure[1] <= drawn.end


def test_dates_of_one_event_that_would_lie_on_each_other_stand_on_lines_of_their_own(mini: Corpus) -> None:
    event = mini.of(Event)[0]
    assert event_row(on(event, "2014", "2014-03", "2016"), YEARS).lines(1) == (0, 1, 0)
    assert event_row(on(event, "2015-03-04", "2015-03-05", "2014"), YEARS).lines(1) == (0, 1, 0)


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
    assert [f"{one.first} to {one.last}" for one in drawn.narrow] == narrow


@pytest.mark.parametrize("text", ["9999/", "9999-12-31/..", "/0001", "../0001-01-01", "0001/9999"])
def test_dates_at_the_ends_of_the_calendar_are_drawn(text: str) -> None:
    drawn = mark(parse(text), scale_of([parse(text)]))
    assert 0 <= drawn.start <= drawn.end <= 100


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
    assert list(row.marks) == [mark(parse(text), YEARS) for text in ("2014", "2015-03-04", "2015~/2017-05")]
    assert row.extent == (row.marks[0].start, row.marks[2].end)
    drawn = small_timeline([on(event, "2014", "2017"), on(event, "2015"), on(event, "2019")])
    assert [lane for lane, _ in drawn.placed] == [0, 1, 0]


def test_a_loose_date_is_drawn_within_the_bounds_of_its_words(mini: Corpus) -> None:
    late = EventDate(date=parse("2014"), as_given="late 2014")
    row = event_row(mini.of(Event)[0].model_copy(update={"dated": (late,)}), YEARS)
    (drawn,) = row.marks
    assert drawn.start == pytest.approx(YEARS.starts(D(2014, 9, 1)), abs=0.01)
    assert drawn.end == pytest.approx(YEARS.ends(D(2014, 12, 31)), abs=0.01)


def test_no_marks_of_a_lane_lie_on_each_other(mini: Corpus) -> None:
    drawn = small_timeline(mini.in_time(mini.of(Event)))
    assert [row.event.id for _, row in drawn.placed] == ["guild-founding", "great-lamp-fire", "keeper-talks"]
    for lane in range(drawn.lanes):
        rows = [row for number, row in drawn.placed if number == lane]
        for before, after in pairwise(rows):
            assert before.extent[1] < after.extent[0]
