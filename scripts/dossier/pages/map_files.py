"""What a map loads when somebody comes closer: its ground in finer details, and its places on larger sheets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dossier.pages.context import Context
from dossier.pages.map_drawing import DrawingView, drawing_view
from dossier.pages.map_shapes import GroundView, ground_view
from dossier.pages.templating import Templates
from dossier.pictures.geometry import Projection
from dossier.pictures.map_ground import DETAILS, ground
from dossier.pictures.map_sheet import WIDE
from dossier.pictures.region_map import FIRST, LARGER, LEVELS, levels, map_of

# From how many pixels a degree on the finer details are worth loading.
FINER = (75, 220)


@dataclass(frozen=True, slots=True)
class ZoomView:
    """What tells a script how to show a map larger: where its base map lies, in degrees, and what it can load.

    The files of ``levels`` have the places on sheets of ``first`` units a degree, then each time ``larger`` times as
    many, with names ``text`` units high; a degree north is ``steep`` times as long as a degree east.
    """

    west: float
    north: float
    across: float
    down: float
    steep: float
    levels: int
    first: float
    larger: float
    text: float
    details: str


def zoom_view(context: Context) -> ZoomView | None:
    """What the page says of the files; ``None`` where there is no base map."""
    base = context.corpus.base_map
    if base is None:
        return None
    bounds, on = base.bounds, Projection(base.bounds, 1)
    return ZoomView(
        west=bounds.west,
        north=bounds.north,
        across=round(bounds.east - bounds.west, 4),
        down=round(bounds.north - bounds.south, 4),
        steep=round(on.per_degree_north / on.per_degree_east, 5),
        levels=LEVELS,
        first=FIRST,
        larger=LARGER,
        text=WIDE.text,
        details=" ".join(map(str, FINER)),
    )


def map_files(context: Context, templates: Templates, address: str) -> Iterator[tuple[str, str]]:
    """The names and the texts of the files beside the page of the map, which stands at ``address``."""
    for name, view in ground_views(context):
        yield name, templates.render("map-ground.svg", address, view=view)
    for name, drawing in level_views(context):
        yield name, templates.render("map-level.svg", address, view=drawing)


def ground_views(context: Context) -> Iterator[tuple[str, GroundView]]:
    """The grounds that are finer than that of the page."""
    corpus = context.corpus
    if corpus.base_map is None:
        return
    divisions = map_of(corpus).divisions
    codes = {one.iso for one in divisions}
    for detail in range(1, len(DETAILS)):
        made = ground(corpus.base_map, corpus.outlines, detail, codes)
        yield f"ground-{detail}.svg", ground_view(context.words, made, divisions)


def level_views(context: Context) -> Iterator[tuple[str, DrawingView]]:
    """The places on each larger sheet."""
    for place, drawing in enumerate(levels(context.corpus)):
        yield f"level-{place}.svg", drawing_view(context, drawing, f"level-{place}", "", None)
