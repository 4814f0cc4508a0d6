"""The pictures of the cards of pages, made of what the pages themselves show."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import ceil, hypot

from dossier.corpus.comparison import AGAINST
from dossier.editions.site_info import SiteInfo
from dossier.pages.answers import AnswerBlock
from dossier.pages.charts import BarView, TickView
from dossier.pages.compare import CompareView
from dossier.pages.connections import LineView, MarkView
from dossier.pages.date_drawing import Axis, DrawnDates
from dossier.pages.map_drawing import DrawingView
from dossier.pages.map_shapes import GroundView
from dossier.pages.network import NetworkView
from dossier.pages.numbers import NumbersView
from dossier.pages.region_map import MapView
from dossier.pages.social_card import CardPicture, card_width, fitting, in_lines
from dossier.pages.timeline import TimelineView
from dossier.pictures.label_placement import Box

# In per cent between two events of a lane; in units, the height of a lane and of the years above them.
BETWEEN, LANE, YEARS = 1.5, 14, 28
# How many actors of the network have names, and how many rows a chart has at the most.
NAMED, ROWS = 7, 4
# The size of these names, the room that the line of a family takes beside its words, and the size of those.
NAME_SIZE, SIGN, SIGN_SIZE = 21, 46, 15
NUMBERS = re.compile(r"-?[\d.]+")
# Where the bars of a chart begin, and how wide they are together.
BARS, BARS_WIDTH = 430, 690
# Where the cells of the sources begin, how wide all are together, and how much wider a gap is than a cell.
CELLS, CELLS_WIDTH, GAP = 232, 872, 1.2


@dataclass(frozen=True, slots=True)
class LaneEvent:
    """An event on the card of the timeline, ``y`` units down."""

    y: float
    drawn: DrawnDates


@dataclass(frozen=True, slots=True)
class TimelineCard:
    """All dated events in lanes beneath their years, ``height`` units high."""

    height: float
    axis: Axis
    events: tuple[LaneEvent, ...]


def timeline_card(view: TimelineView | None) -> CardPicture | None:
    """The card of the timeline; ``None`` where nothing is dated."""
    if not view or not view.picture:
        return None
    across = view.picture.across[0]
    lanes = lanes_of([one.drawn for one in across.events])
    placed = [(middle, one.drawn) for middle, one in zip(lanes, across.events, strict=True)]
    events = (LaneEvent(YEARS + LANE * middle, drawn) for middle, drawn in placed)
    height = YEARS + LANE * max(middle + lanes_for(drawn) / 2 for middle, drawn in placed)
    return CardPicture(
        "titles.timeline", view.title, "card-timeline.svg", TimelineCard(height, across.axis, tuple(events))
    )


def lanes_of(drawn: Sequence[DrawnDates]) -> list[float]:
    """For each event the middle of the topmost lanes in which it touches none before it, in lanes from the top."""
    ends: list[float] = []
    found = []
    for one in drawn:
        number = lanes_for(one)
        ends.extend([-BETWEEN] * number)
        free = (place for place in range(len(ends)) if max(ends[place : place + number]) + BETWEEN <= one.start)
        lane = next(free)
        ends[lane : lane + number] = [one.end] * number
        while ends[-1] == -BETWEEN:
            ends.pop()
        found.append(lane + number / 2)
    return found


def lanes_for(drawn: DrawnDates) -> int:
    """How many lanes an event takes whose dates stand beside each other."""
    aside = [one.aside for one in drawn.dates]
    return 1 + ceil((max(aside) - min(aside)) / LANE)


@dataclass(frozen=True, slots=True)
class MapCard:
    """The wide drawing of the map on its ground."""

    ground: GroundView | None
    map: DrawingView


def map_card(view: MapView) -> CardPicture | None:
    """The card of the map; ``None`` where nothing is drawn."""
    if not view.drawings:
        return None
    wide = view.drawings[0]
    return CardPicture("titles.map", view.title, "card-map.svg", MapCard(view.ground, wide), wide.width / wide.height)


@dataclass(frozen=True, slots=True)
class CardName:
    """The name of an actor beside its mark."""

    words: str
    x: float
    y: float
    anchor: str


@dataclass(frozen=True, slots=True)
class CardTie:
    """A connection from the middle of a mark to that of another, for no name stands in its way on a card."""

    family: str
    standing: str
    path: str


@dataclass(frozen=True, slots=True)
class CardSign:
    """How lines of a family are drawn, in the row beneath the network, ``x`` from its right end."""

    family: str
    words: str
    x: float


@dataclass(frozen=True, slots=True)
class NetworkCard:
    """The largest part of the network, its sides changed where it is higher than wide, so that it fills a card.

    Lines and marks are in units of the sheet, names in those of the card, which are ``scale`` to one.
    """

    width: float
    height: float
    is_turned: bool
    scale: float
    ties: tuple[CardTie, ...]
    marks: tuple[MarkView, ...]
    names: tuple[CardName, ...]
    signs: tuple[CardSign, ...]


def network_card(view: NetworkView | None) -> CardPicture | None:
    """The card of the network; ``None`` where there are no relations."""
    if not view:
        return None
    sheet = view.sheet
    until = sheet.apart or sheet.height
    marks = tuple(one for one in sheet.marks if one.y < until)
    at = {one.link.id: one for one in marks}
    ties = tuple(_tie(one, at) for one in sheet.lines if at.keys() >= set(one.between.split()))
    is_turned = until > sheet.width
    width, height = (until, sheet.width) if is_turned else (sheet.width, until)
    scale = min(780 / width, 550 / height)
    names = _card_names(marks, is_turned, scale, width * scale)
    drawing = NetworkCard(
        width=width,
        height=height,
        is_turned=is_turned,
        scale=round(scale, 4),
        ties=ties,
        marks=marks,
        names=names,
        signs=_signs(view, ties),
    )
    return CardPicture("titles.network", view.title, "card-network.svg", drawing, 810 / 630)


def _signs(view: NetworkView, ties: Sequence[CardTie]) -> tuple[CardSign, ...]:
    """The families of these lines, one beside the other."""
    families = {one.family for one in ties}
    shown = [one for one in view.key.lines if one.arrow is None and one.family in families]
    widths = [SIGN + card_width(one.words, SIGN_SIZE) for one in shown]
    return tuple(
        CardSign(one.family, one.words, round(x, 1))
        for one, x in zip(shown, accumulate([-sum(widths), *widths]), strict=False)
    )


def _tie(line: LineView, at: Mapping[str, MarkView]) -> CardTie:
    """A line of the page, which ends before names, led on to the marks."""
    start, end = (at[key] for key in line.between.split())
    x, y, bend_x, bend_y = (float(found) for found in NUMBERS.findall(line.path)[:4])
    if hypot(x - start.x, y - start.y) > hypot(x - end.x, y - end.y):
        start, end = end, start
    path = f"M{start.x} {start.y}Q{bend_x} {bend_y} {end.x} {end.y}"
    return CardTie(line.family, line.standing, path)


def _card_names(marks: Sequence[MarkView], is_turned: bool, scale: float, right: float) -> tuple[CardName, ...]:
    """Names of the largest marks, in the first place beside each that touches no other name or named mark."""
    largest = sorted(marks, key=lambda one: (-one.radius, one.link.id))[:NAMED]
    at = {one.link.id: (one.y, one.x) if is_turned else (one.x, one.y) for one in largest}
    taken = [Box.about(_scaled(at[one.link.id], scale), *(2 * one.radius * scale,) * 2) for one in largest]
    found = []
    for one in largest:
        x, y = _scaled(at[one.link.id], scale)
        words = " ".join(line.words for line in one.names)
        for name, box in _places(words, x, y, one.radius * scale):
            if box.left >= 0 and box.right <= right and not any(box.meets(other) for other in taken):
                taken.append(box)
                found.append(name)
                break
    return tuple(found)


def _scaled(at: tuple[float, float], scale: float) -> tuple[float, float]:
    return at[0] * scale, at[1] * scale


def _places(words: str, x: float, y: float, radius: float) -> Iterable[tuple[CardName, Box]]:
    wide, half = card_width(words, NAME_SIZE), NAME_SIZE / 2
    for left, middle, anchor, at in (
        (x + radius + 5, y, "start", x + radius + 5),
        (x - radius - 5 - wide, y, "end", x - radius - 5),
        (x - wide / 2, y + radius + half + 3, "middle", x),
        (x - wide / 2, y - radius - half - 3, "middle", x),
    ):
        name = CardName(words, round(at, 1), round(middle + NAME_SIZE * 0.33, 1), anchor)
        yield name, Box(left, middle - half, left + wide, middle + half)


@dataclass(frozen=True, slots=True)
class CardBar:
    """A figure on the card of the numbers, and its words in the room there is for them."""

    bar: BarView
    value: str
    source: tuple[str, ...]
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class NumbersCard:
    """The figures of one question on one scale."""

    bars: tuple[CardBar, ...]
    ticks: tuple[TickView, ...]


def numbers_card(view: NumbersView | None) -> CardPicture | None:
    """The card of the numbers: the first question of which figures stand on a scale; ``None`` where there is none."""
    if not view:
        return None
    found = next(((one, drawn) for one in view.questions for drawn in one.figures.drawn), None)
    if not found:
        return None
    question, drawn = found
    chart = drawn.chart
    bars = (
        CardBar(
            one,
            fitting(one.value, BARS - 72, 32),
            in_lines(one.source, BARS - 72, 20, 2),
            BARS + one.x / 100 * BARS_WIDTH,
            one.width / 100 * BARS_WIDTH,
        )
        for one in chart.bars[:ROWS]
    )
    ticks = tuple(TickView(BARS + one.x / 100 * BARS_WIDTH, one.words, one.anchor) for one in chart.ticks)
    drawing = NumbersCard(tuple(bars), ticks)
    return CardPicture("titles.numbers", question.link.words, "card-numbers.svg", drawing, note=drawn.title)


@dataclass(frozen=True, slots=True)
class AnswerMark:
    """An answer that a source gives, or that it only disputes."""

    x: float
    is_disputed: bool


@dataclass(frozen=True, slots=True)
class SourceBand:
    """A source with a mark at each answer that it names."""

    words: tuple[str, ...]
    marks: tuple[AnswerMark, ...]


@dataclass(frozen=True, slots=True)
class AnswersCard:
    """A band for each source: in it the answers to all questions from left to right, ``width`` pixels each.

    ``grounds`` are where a question begins and how wide it is, ``begin`` is where the first does.
    """

    begin: float
    width: float
    grounds: tuple[tuple[float, float], ...]
    bands: tuple[SourceBand, ...]
    has_disputed: bool


def compare_card(view: CompareView) -> CardPicture | None:
    """The card of who holds what; ``None`` where there is no question that a source answers."""
    drawing = bands_of(view)
    if not drawing or not view.picture:
        return None
    return CardPicture("titles.held", view.picture.title, "card-answers.svg", drawing)


def site_card(view: CompareView, info: SiteInfo) -> CardPicture:
    """The card of every page that has none of its own: what the site is, over who says what."""
    drawing = bands_of(view)
    return CardPicture("", info.name, "card-answers.svg" if drawing else "", drawing, note=info.description)


def bands_of(view: CompareView) -> AnswersCard | None:
    """The answers as marks; ``None`` where there is no question that a source answers."""
    blocks = [block for theme in view.themes for block in theme.blocks]
    numbers = [len(one.rows) for one in blocks]
    if not view.sources or not sum(numbers):
        return None
    width = CELLS_WIDTH / (sum(numbers) + GAP * (len(numbers) - 1))
    begins = [0.0, *accumulate((number + GAP) * width for number in numbers)]
    grounds = tuple((round(CELLS + x, 1), round(number * width, 1)) for x, number in zip(begins, numbers, strict=False))
    bands = tuple(
        SourceBand(in_lines(one.words, CELLS - 20, 19, 3), tuple(_marks(blocks, place, begins, width)))
        for place, one in enumerate(view.sources)
    )
    has_disputed = any(mark.is_disputed for one in bands for mark in one.marks)
    return AnswersCard(CELLS, round(width, 2), grounds, bands, has_disputed)


def _marks(blocks: Sequence[AnswerBlock], place: int, begins: Sequence[float], width: float) -> Iterable[AnswerMark]:
    for block, begin in zip(blocks, begins, strict=False):
        for number, row in enumerate(block.rows):
            if cell := row.cells[place]:
                is_disputed = all(one.key in AGAINST for one in cell.answers)
                yield AnswerMark(round(CELLS + begin + number * width, 1), is_disputed)
