"""Figures and dates of several claims on one scale, so that they can be compared by eye. Places are in per cent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil, floor, log10

from dossier.model.records import Claim, Value
from dossier.text.edtf import OPEN, Edtf

MOST_TICKS = 5
STEPS = (1, 2, 5, 10)
# A bar that ends at the edge would look cut off.
ROOM = 1.06
DOUBT = set("~?%")

Ends = tuple[float | None, float | None]


@dataclass(frozen=True, slots=True)
class Bar:
    """Where a claim's figure or date lies; an open end is drawn to the edge. A point starts where it ends.

    ``is_about`` tells that the claim itself is not sure of it.
    """

    claim: Claim
    start: float
    end: float
    open_start: bool
    open_end: bool
    is_about: bool

    @property
    def is_point(self) -> bool:
        return self.start == self.end


@dataclass(frozen=True, slots=True)
class ValueTick:
    """A mark on the scale."""

    place: float
    words: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Claims on one scale. ``of`` is the unit in which all count, and empty where all are dates."""

    of: str
    bars: tuple[Bar, ...]
    ticks: tuple[ValueTick, ...]


def charts(claims: Sequence[Claim]) -> list[Chart]:
    """A chart of each unit in which at least two claims count, and a chart of dates where two give one."""
    valued = [(claim, claim.value) for claim in claims if claim.value]
    counted: dict[str, list[tuple[Claim, Value]]] = {}
    for claim, value in valued:
        if value.unit:
            counted.setdefault(value.unit, []).append((claim, value))
    dated = [(claim, when) for claim, value in valued if (when := value.when)]
    found = [_quantities(unit, own) for unit, own in counted.items() if len(own) > 1]
    return [*found, _dates(dated)] if len(dated) > 1 else found


def _quantities(unit: str, counted: Sequence[tuple[Claim, Value]]) -> Chart:
    most = max(end for _, value in counted for end in (value.low, value.high) if end is not None) * ROOM or 1
    bars = tuple(_bar(claim, (value.low, value.high), (0, most), value.approximate) for claim, value in counted)
    step = _step(most)
    ticks = (ValueTick(100 * number * step / most, f"{number * step:,}") for number in range(floor(most / step) + 1))
    return Chart(unit[:1].upper() + unit[1:], bars, tuple(ticks))


def _dates(dated: Sequence[tuple[Claim, Edtf]]) -> Chart:
    days = [int(day) for _, edtf in dated for day in _days(edtf) if day is not None]
    first, last = date.fromordinal(min(days)).year, date.fromordinal(max(days)).year + 1
    start, end = date(first, 1, 1).toordinal(), date(last, 1, 1).toordinal()
    bars = tuple(_bar(claim, _days(edtf), (start, end), bool(DOUBT & set(edtf.text))) for claim, edtf in dated)
    years = range(first, last + 1, ceil((last - first) / MOST_TICKS))
    ticks = (ValueTick(100 * (date(year, 1, 1).toordinal() - start) / (end - start), str(year)) for year in years)
    return Chart("", bars, tuple(ticks))


def _days(edtf: Edtf) -> Ends:
    """The first and the last day that a date can be; nothing at an open end."""
    ends = edtf.text.split("/")
    low = None if ends[0] in OPEN or edtf.earliest is None else edtf.earliest.toordinal()
    high = None if ends[-1] in OPEN or edtf.latest is None else edtf.latest.toordinal()
    return low, high


def _bar(claim: Claim, ends: Ends, scale: tuple[float, float], is_about: bool) -> Bar:
    start, end = scale
    low, high = (None if one is None else 100 * (one - start) / (end - start) for one in ends)
    places = (0.0 if low is None else low, 100.0 if high is None else high)
    return Bar(claim, *places, ends[0] is None, ends[1] is None, is_about)


def _step(most: float) -> int:
    """A round distance between ticks, of which there are few."""
    power = 10 ** max(0, floor(log10(most / MOST_TICKS)))
    return int(next(step * power for step in STEPS if most / (step * power) <= MOST_TICKS))
