"""The legend of the map: of what occurs on it, and of nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dossier.model.words import Words
from dossier.pages.map_shapes import GroundView, opacity
from dossier.pictures.map_sheet import WIDE, PlaceMark
from dossier.pictures.region_map import Map, legend


@dataclass(frozen=True, slots=True)
class LegendSize:
    """A number of claims, and the radius of a mark that stands for so many."""

    claims: int
    radius: float


@dataclass(frozen=True, slots=True)
class LegendShade:
    """Which numbers of events a shade stands for."""

    shade: int
    opacity: float
    words: str


@dataclass(frozen=True, slots=True)
class LegendView:
    """What the drawings hold, and so what the legend explains: points by ``sizes``, which are none without a point."""

    shades: tuple[LegendShade, ...]
    has_doubtful_shades: bool
    sizes: tuple[LegendSize, ...]
    has_areas: bool
    has_words: bool
    has_points_with_events: bool
    has_wide_events: bool
    has_doubts: bool
    has_moved: bool
    has_tags: bool


def legend_view(words: Words, made: Map, ground: GroundView | None) -> LegendView:
    """The legend of the drawings of a map."""
    drawings = [one for one in (made.overview, made.wide, made.narrow) if one]
    marks = [mark for one in drawings for mark in one.marks]
    shapes, pointed = {mark.sited.shape for mark in marks if not mark.is_outlined}, _counted(marks, is_point=True)
    wide = _counted(marks, is_point=False)
    return LegendView(
        shades=_shades(words, ground.steps, max(len(one.happenings) for one in made.divisions))
        if ground and made.divisions
        else (),
        has_doubtful_shades=bool(ground) and any(one.is_doubtful for one in made.divisions),
        sizes=tuple(LegendSize(claims, radius) for claims, radius in legend(WIDE)) if "point" in shapes else (),
        has_areas="area" in shapes,
        has_words="words" in shapes,
        has_points_with_events=False in pointed,
        has_wide_events=False in wide,
        has_doubts=True in pointed | wide,
        has_moved=any(mark.home for mark in marks),
        has_tags=any(one.tags for one in drawings),
    )


def _counted(marks: Iterable[PlaceMark], *, is_point: bool) -> set[bool]:
    """Whether counts at points, or at all others, are of doubtful events: ``True``, ``False``, both or none."""
    return {one.doubtful for mark in marks if (mark.sited.shape == "point") == is_point for one in mark.counts}


def _shades(words: Words, steps: Sequence[int], most: int) -> tuple[LegendShade, ...]:
    ends = [*(step - 1 for step in steps[1:]), max(most, *steps[-1:])] if steps else []
    said = (
        words.say("map.one_to", first=first, last=last) if last > first else str(first)
        for first, last in zip(steps, ends, strict=True)
    )
    return tuple(LegendShade(place, opacity(place), one) for place, one in enumerate(said, 1))
