"""The command that cuts the outlines on which a dossier's map is drawn."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

import click

from dossier.commands.options import FOLDER
from dossier.editing.draft import Draft
from dossier.load import BASE_MAP, OUTLINES, read
from dossier.model.base_map import BaseMap, Bounds, Position, base_map_json
from dossier.model.outlines import outlines_json
from dossier.model.records import Place
from dossier.model.vocabulary import counted
from dossier.pictures.country_outlines import cut
from dossier.pictures.divisions import CODE, Corrections, Divided, divided, joined
from dossier.pictures.geometry import around, proportioned
from dossier.pictures.region_map import HIGHEST, LOWEST

WHERE_FROM = """\
FILE is a TopoJSON with an object "countries", or a GeoJSON with one feature a country. Where to get one, once
(the command itself fetches nothing):

\b
- Natural Earth's countries at 1:50 million as TopoJSON, in the npm package world-atlas (public domain, 756 kB):
  https://cdn.jsdelivr.net/npm/world-atlas@2.0.2/countries-50m.json
  Its --credit is "Natural Earth 4.1".
- The same, and provinces, as GeoJSON from Natural Earth's own repository (public domain), for instance
  ne_50m_admin_0_countries.geojson in https://github.com/nvkelso/natural-earth-vector/tree/master/geojson

\b
With --divisions DIVISIONS, a GeoJSON with one feature a province (members "iso_3166_2", "name" and "admin"), the map
shows provinces too, and the outlines of their countries are made of theirs, so that both have the same borders. Such a
file is ne_10m_admin_1_states_provinces.geojson in the same place. Where several features have one code, none keeps it
unless --at CODE=EAST,NORTH names a point within the one that it belongs to; --name CODE=NAME gives a province another
name, and --name CODE= none. Where a code is dated or wrong, --code OLD=NEW mends it, before all else.
"""
SIDES = ("west", "south", "east", "north")
# How far beyond the outermost places a map goes, as a share of what lies between them, and at least so many degrees.
BEYOND, LEAST = 0.25, 1.0
# How far a line that is drawn may lie from the one that was given, in degrees: less than a kilometre.
TOLERANCE = 0.008
T = TypeVar("T")


@click.command(
    help=f"""Cut country outlines out of FILE, for the map of a dossier.

{WHERE_FROM}
Without --west, --south, --east and --north the map goes a little beyond the places of the dossier. Coordinates are kept
to 2 decimals of a degree. The file that is written says how it was made. A dossier needs no such file: without it, the
map shows degrees and a scale.
"""
)
@click.argument("file", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--west", type=click.FloatRange(-180, 180), help="Degrees east, as --east.")
@click.option("--south", type=click.FloatRange(-90, 90), help="Degrees north, as --north.")
@click.option("--east", type=click.FloatRange(-180, 180))
@click.option("--north", type=click.FloatRange(-90, 90))
@click.option("--credit", help="Who drew the boundaries; the map says so.")
@click.option(
    "--divisions", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Provinces, as GeoJSON."
)
@click.option("--at", "points", multiple=True, metavar="CODE=EAST,NORTH", help="Where the province of a code lies.")
@click.option(
    "--code", "codes", multiple=True, metavar="OLD=NEW", help="The code that should stand for one of the file."
)
@click.option("--name", "names", multiple=True, metavar="CODE=NAME", help="What a province is called.")
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), help=f"Where to. Default: {BASE_MAP} in the root."
)
@FOLDER
def basemap(
    file: Path | None, credit: str | None, divisions: Path | None, out: Path | None, root: Path, **options: Any
) -> None:
    if file is None:
        raise click.UsageError("name the FILE with the outlines.\n\n" + WHERE_FROM.replace("\b\n", ""))
    if not credit:
        raise click.UsageError('say with --credit who drew the boundaries, such as --credit "Natural Earth 4.1"')
    bounds = _bounds({side: options[side] for side in SIDES}, root)
    points, codes, names = options["points"], options["codes"], options["names"]
    target = out or root / BASE_MAP
    given = _Given(
        file=file,
        bounds=bounds,
        credit=credit,
        divisions=divisions,
        points=points,
        codes=codes,
        names=names,
        target=target.name,
    )
    base, made = _cut(given), _divided(given, divisions) if divisions else None
    base = replace(base, outlines=joined(base.outlines, made.countries)) if made else base
    draft, name = _draft(root.resolve(), target.absolute())
    draft.put(name, base_map_json(base, given.command))
    if made:
        beside = Path(name).with_name(Path(OUTLINES).name).as_posix()
        draft.put(beside, outlines_json(made.divisions, credit, given.command))
    draft.write()
    _tell(target, counted(len(base.outlines), "outline"))
    if made:
        _tell(target.with_name(Path(OUTLINES).name), counted(len(made.divisions), "division"))
        for code in made.doubtful:
            click.echo(f"More than one division is {code}, so none keeps the code; say which: --at {code}=EAST,NORTH")


def _tell(target: Path, what: str) -> None:
    click.echo(f"Wrote {what}, {target.stat().st_size:,} bytes, to {target}.")


@dataclass(frozen=True, slots=True)
class _Given:
    """What the command was given, and the name of the file that it writes."""

    file: Path
    bounds: Bounds
    credit: str
    divisions: Path | None
    points: tuple[str, ...]
    codes: tuple[str, ...]
    names: tuple[str, ...]
    target: str

    @property
    def command(self) -> str:
        """The command that makes the same again."""
        box = self.bounds
        parts = [
            f"dossier basemap {self.file.name} --west {box.west:g} --south {box.south:g}",
            f"--east {box.east:g} --north {box.north:g} --credit {_quoted(self.credit)}",
            *([f"--divisions {self.divisions.name}"] if self.divisions else []),
            *(f"--code {one}" for one in self.codes),
            *(f"--at {one}" for one in self.points),
            *(f"--name {_quoted(one)}" for one in self.names),
            f"--out {self.target}",
        ]
        return " ".join(parts)


def _quoted(words: str) -> str:
    return f'"{words}"'


def _draft(root: Path, target: Path) -> tuple[Draft, str]:
    """Where a file is written, and its name there: in the dossier, or else in its own folder, which is made."""
    if target.is_relative_to(root):
        return Draft(root), target.relative_to(root).as_posix()
    target.parent.mkdir(parents=True, exist_ok=True)
    return Draft(target.parent), target.name


def _bounds(sides: Mapping[str, float | None], root: Path) -> Bounds:
    """The sides that are given, all four of them, or those around the places of the dossier."""
    given = {name: side for name, side in sides.items() if side is not None}
    if not given:
        return _around_places(root)
    if len(given) < len(sides):
        raise click.UsageError("give all of --west, --south, --east and --north, or none of them")
    bounds = Bounds(**given)
    if bounds.west >= bounds.east or bounds.south >= bounds.north:
        raise click.BadParameter("west must be less than east, and south less than north")
    return bounds


def _around_places(root: Path) -> Bounds:
    corpus, _ = read(root.resolve())
    points = [(at.lon, at.lat) for place in corpus.of(Place) if (at := place.coordinates)]
    if not points:
        raise click.UsageError("no place has coordinates yet; give --west, --south, --east and --north")
    wide = proportioned(around(points).padded(BEYOND, LEAST), LOWEST, HIGHEST)
    sides = (max(wide.west, -180), max(wide.south, -90), min(wide.east, 180), min(wide.north, 90))
    return Bounds(*(round(one, 1) for one in sides))


def _cut(given: _Given) -> BaseMap:
    return _made_of(given.file, lambda shapes: cut(shapes, given.bounds, given.credit))


def _divided(given: _Given, file: Path) -> Divided:
    corrections = Corrections(
        dict(map(_name, given.names)), dict(map(_point, given.points)), dict(map(_code, given.codes))
    )
    return _made_of(file, lambda shapes: divided(shapes, given.bounds, TOLERANCE, corrections))


def _made_of(file: Path, make: Callable[[Any], T]) -> T:
    """What is made of the shapes in a file; whatever is wrong with it is said with its name."""
    try:
        return make(json.loads(file.read_text("utf-8")))
    except ValueError as error:
        raise click.ClickException(f"{file}: {error}; see: dossier basemap --help") from None


def _name(said: str) -> tuple[str, str]:
    code, _, name = said.partition("=")
    if not CODE.fullmatch(code):
        raise click.BadParameter(f"{said!r} is not CODE=NAME, with a code such as XX-ABC")
    return code, name


def _code(said: str) -> tuple[str, str]:
    old, _, new = said.partition("=")
    if not CODE.fullmatch(new):
        raise click.BadParameter(f"{said!r} is not OLD=NEW, of which the new one is a code such as XX-ABC")
    return old, new


def _point(said: str) -> tuple[str, Position]:
    point = said.partition("=")[2]
    east, _, north = point.partition(",")
    try:
        return _name(said)[0], (float(east), float(north))
    except ValueError:
        raise click.BadParameter(f"{said!r} is not CODE=EAST,NORTH, such as XX-ABC=4.5,-12") from None
