from __future__ import annotations

import pytest

from dossier.corpus.corpus import Corpus
from dossier.model.records import Claim, Value
from dossier.pictures.value_chart import Bar, Chart, ValueTick, charts
from dossier.text.edtf import parse


@pytest.fixture
def claim(mini: Corpus) -> Claim:
    return mini.claim("tarn-1931-c02")


def of(claim: Claim, *values: Value) -> list[Claim]:
    return [claim.model_copy(update={"value": value}) for value in values]


def drawn(chart: Chart) -> list[tuple[float, float]]:
    return [(round(bar.start, 1), round(bar.end, 1)) for bar in chart.bars]


def test_figures_lie_on_one_scale_that_begins_at_nothing(claim: Claim) -> None:
    claims = of(claim, Value(low=50, high=100, unit="keepers"), Value(low=25, high=25, unit="keepers"))
    (chart,) = charts(claims)
    assert (chart.of, chart.ticks[0]) == ("Keepers", ValueTick(0, "0"))
    assert drawn(chart) == [(47.2, 94.3), (23.6, 23.6)]
    assert [bar.is_point for bar in chart.bars] == [False, True]
    assert [tick.words for tick in chart.ticks] == ["0", "50", "100"]


def test_an_open_end_reaches_the_edge(claim: Claim) -> None:
    claims = of(claim, Value(low=40, unit="keepers"), Value(high=80, unit="keepers"))
    (chart,) = charts(claims)
    assert [(bar.open_start, bar.open_end) for bar in chart.bars] == [(False, True), (True, False)]
    assert (chart.bars[0].end, chart.bars[1].start) == (100, 0)


def test_each_unit_in_which_two_claims_count_has_a_chart_of_its_own(claim: Claim) -> None:
    claims = of(
        claim,
        Value(low=1, high=1, unit="deaths"),
        Value(low=200, high=200, unit="Brisan lamps"),
        Value(low=2, high=2, unit="deaths"),
        Value(low=400, high=400, unit="Brisan lamps"),
        Value(low=9000, high=9000, unit="keepers"),
        Value(date=parse("1898")),
        Value(date=parse("1901")),
    )
    found = charts(claims)
    assert [(chart.of, len(chart.bars)) for chart in found] == [("Deaths", 2), ("Brisan lamps", 2), ("", 2)]
    assert [round(bar.end, 1) for chart in found[:2] for bar in chart.bars] == [47.2, 94.3, 47.2, 94.3]


def test_a_loose_date_lies_within_the_bounds_of_its_words(claim: Claim) -> None:
    claims = of(claim, Value(date=parse("2014"), as_given="late 2014"), Value(date=parse("2014")))
    (chart,) = charts(claims)
    assert drawn(chart) == [(66.6, 99.7), (0.0, 99.7)]


def test_dates_lie_between_the_first_year_and_the_last(claim: Claim) -> None:
    claims = of(claim, Value(date=parse("1898~")), Value(date=parse("1901-07")), Value(date=parse("1900/..")))
    (chart,) = charts(claims)
    assert chart.of == ""
    assert [tick.words for tick in chart.ticks] == ["1898", "1899", "1900", "1901", "1902"]
    assert drawn(chart) == [(0.0, 24.9), (87.4, 89.5), (50.0, 100.0)]
    assert [bar.is_about for bar in chart.bars] == [True, False, False]
    assert chart.bars[2].open_end


@pytest.mark.parametrize("number", [0, 1])
def test_one_figure_alone_is_no_picture(claim: Claim, number: int) -> None:
    assert charts(of(claim, *[Value(low=1, high=1, unit="keepers")] * number)) == []


@pytest.mark.parametrize("most", [1, 7, 13, 180, 9_000, 1_000_000])
def test_there_are_few_ticks_and_they_are_round(claim: Claim, most: int) -> None:
    (chart,) = charts(of(claim, *[Value(low=most, high=most, unit="keepers")] * 2))
    assert 2 <= len(chart.ticks) <= 6
    assert all(0 <= tick.place <= 100 for tick in chart.ticks)


def test_nothing_counted_is_drawn_at_nothing(claim: Claim) -> None:
    (chart,) = charts(of(claim, *[Value(low=0, high=0, unit="keepers")] * 2))
    assert chart.bars[0] == Bar(chart.bars[0].claim, 0, 0, open_start=False, open_end=False, is_about=False)
