"""What all drawings of the map stand on, as a template prints it: land, borders, and divisions shaded by events."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dossier.model.words import Words
from dossier.pages.choices import steps_mark
from dossier.pictures.division_counts import DivisionCount, shade, shade_steps
from dossier.pictures.map_ground import Ground
from dossier.pictures.map_places import Happening

# In degrees.
SEAM = 0.08
# How much of its colour a shade has for each step of it, and the hatching; scripts shade in the same way.
DARKER, HATCHED = 0.13, 0.6


@dataclass(frozen=True, slots=True)
class ShapeView:
    """A division, shaded by the number of events there; ``doubtful`` are those of them that are in doubt.

    ``changes`` tells from when, and how, those stand there that did not always.
    """

    path: str
    says: str
    shade: int
    opacity: float
    is_doubtful: bool
    events: str
    doubtful: str
    changes: str


@dataclass(frozen=True, slots=True)
class GroundView:
    """What all drawings are drawn on, in units of its own, of which a degree has so many ``across`` and ``down``.

    ``steps`` are the least numbers of each shade; ``seam`` is how wide land is drawn where another file goes on.
    """

    across: float
    down: float
    seam: float
    beyond: str
    land: str
    inner: str
    outer: str
    shapes: tuple[ShapeView, ...]
    steps: tuple[int, ...]


def ground_view(words: Words, ground: Ground, divisions: Sequence[DivisionCount]) -> GroundView:
    """The ground with its divisions shaded."""
    by_iso = {one.iso: one for one in divisions}
    steps = shade_steps(len(one.happenings) for one in divisions)
    return GroundView(
        across=round(ground.across, 3),
        down=round(ground.down, 3),
        seam=round(ground.across * SEAM, 1),
        beyond=ground.beyond,
        land=ground.land,
        inner=ground.inner,
        outer=ground.outer,
        shapes=tuple(_shape(words, one.path, one.name or one.iso, by_iso[one.iso], steps) for one in ground.shapes),
        steps=steps,
    )


def _shape(words: Words, path: str, name: str, count: DivisionCount, steps: Sequence[int]) -> ShapeView:
    events, claims = words.counted("event", len(count.happenings)), words.counted("claim", len(count.claims))
    dark = shade(len(count.happenings), steps)
    return ShapeView(
        path=path,
        says=words.say("map.shape", name=name, events=events, claims=claims),
        shade=dark,
        opacity=HATCHED if count.is_doubtful else opacity(dark),
        is_doubtful=count.is_doubtful,
        events=ids_of(count.happenings),
        doubtful=ids_of(one for one in count.happenings if one.is_doubtful),
        changes=changes_of(count.happenings),
    )


def opacity(dark: int) -> float:
    """How much of its colour a shade has: from 0, for none, to about a half, for the darkest."""
    return round(dark * DARKER, 2)


def ids_of(happenings: Iterable[Happening]) -> str:
    """The ids of events, parted by blanks."""
    return " ".join(one.event.id for one in happenings)


def changes_of(happenings: Iterable[Happening]) -> str:
    """The ids of those events that did not always stand there as they do, with the days from which they stand how:
    ``fire:2015-06-30 reported,2022-12-31 contested``, parted by semicolons.
    """
    return ";".join(f"{one.event.id}:{steps_mark(one.changes)}" for one in happenings if one.changes)
