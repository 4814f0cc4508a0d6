"""The command that cuts the outlines on which a dossier's map is drawn."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import click

from dossier.commands.options import FOLDER
from dossier.editing.draft import Draft
from dossier.load import BASE_MAP, read
from dossier.model.base_map import Bounds, base_map_json
from dossier.model.records import Place
from dossier.model.vocabulary import counted
from dossier.pictures.country_outlines import cut
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
"""
# How far beyond the outermost places a map goes, as a share of what lies between them, and at least so many degrees.
BEYOND, LEAST = 0.25, 1.0


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
    "--out", type=click.Path(dir_okay=False, path_type=Path), help=f"Where to. Default: {BASE_MAP} in the root."
)
@FOLDER
def basemap(file: Path | None, credit: str | None, out: Path | None, root: Path, **sides: float | None) -> None:
    if file is None:
        raise click.UsageError("name the FILE with the outlines.\n\n" + WHERE_FROM.replace("\b\n", ""))
    if not credit:
        raise click.UsageError('say with --credit who drew the boundaries, such as --credit "Natural Earth 4.1"')
    bounds = _bounds(sides, root)
    target = out or root / BASE_MAP
    text, outlines = _made(file, bounds, credit, target.name)
    draft, name = _draft(root.resolve(), target.absolute())
    draft.put(name, text)
    draft.write()
    click.echo(f"Wrote {counted(outlines, 'outline')}, {target.stat().st_size:,} bytes, to {target}.")


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


def _made(file: Path, bounds: Bounds, credit: str, name: str) -> tuple[str, int]:
    """The text of the base map, and how many outlines it holds."""
    sides = f"--west {bounds.west:g} --south {bounds.south:g} --east {bounds.east:g} --north {bounds.north:g}"
    made_with = f'dossier basemap {file.name} {sides} --credit "{credit}" --out {name}'
    try:
        base = cut(json.loads(file.read_text("utf-8")), bounds, credit)
    except ValueError as error:
        raise click.ClickException(f"{file}: {error}; see: dossier basemap --help") from None
    return base_map_json(base, made_with), len(base.outlines)
