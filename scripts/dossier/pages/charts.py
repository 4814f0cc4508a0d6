"""Figures and dates of several claims on one scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dossier.model.records import Claim
from dossier.model.words import Words
from dossier.pages.claims import ClaimView
from dossier.pages.context import Context
from dossier.pages.picture_sources import source_line
from dossier.pictures.value_chart import Bar, Chart, ValueTick, charts

# In per cent from an edge, where a label is anchored at that edge.
EDGE = 3


@dataclass(frozen=True, slots=True)
class BarView:
    """A claim's figure or date on the scale, in per cent; a point has no width."""

    claim: ClaimView
    value: str
    source: str
    is_point: bool
    is_about: bool
    x: float
    end: float
    width: float
    is_open_at_start: bool
    is_open_at_end: bool


@dataclass(frozen=True, slots=True)
class TickView:
    """A mark on the scale in per cent, and where its words are anchored."""

    x: float
    words: str
    anchor: str


@dataclass(frozen=True, slots=True)
class ChartView:
    """Claims on one scale; ``of`` says what of, ``legend`` what its forms mean."""

    of: str
    legend: str
    sources: str
    bars: tuple[BarView, ...]
    ticks: tuple[TickView, ...]


def chart_views(context: Context, claims: Sequence[Claim]) -> tuple[ChartView, ...]:
    """A chart of each unit in which at least two claims count, and a chart of dates where two give one."""
    return tuple(_chart(context, one) for one in charts(claims))


def _chart(context: Context, chart: Chart) -> ChartView:
    bars = tuple(_bar(context, one) for one in chart.bars)
    return ChartView(
        chart.of or context.words.say("charts.dates"),
        _legend(context.words, bars),
        source_line(context, (one.claim for one in chart.bars)),
        bars,
        tuple(map(_tick, chart.ticks)),
    )


def _legend(words: Words, bars: Sequence[BarView]) -> str:
    """What the forms mean that occur."""
    occur = (
        ("bar", any(not one.is_point for one in bars)),
        ("open", any(one.is_open_at_start or one.is_open_at_end for one in bars)),
        ("about", any(one.is_about for one in bars)),
        ("not_joined", True),
    )
    return " ".join(words.say(f"charts.{key}") for key, is_there in occur if is_there)


def _bar(context: Context, bar: Bar) -> BarView:
    claim = context.claims[bar.claim.id]
    value = claim.quantity or (claim.date.words if claim.date else "")
    source = claim.source.words
    if claim.speaker:
        source = context.words.say("charts.speaker_in", speaker=claim.speaker.words, source=source)
    return BarView(
        claim=claim,
        value=value,
        source=source,
        is_point=bar.is_point,
        is_about=bar.is_about,
        x=round(bar.start, 2),
        end=round(bar.end, 2),
        width=round(bar.end - bar.start, 2),
        is_open_at_start=bar.open_start,
        is_open_at_end=bar.open_end,
    )


def _tick(tick: ValueTick) -> TickView:
    anchor = "start" if tick.place < EDGE else "end" if tick.place > 100 - EDGE else "middle"
    return TickView(round(tick.place, 2), tick.words, anchor)
