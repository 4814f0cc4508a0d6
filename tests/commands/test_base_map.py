"""Outlines are cut out of files as others give them, and whoever has none is told where to get one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from dossier.cli import main
from dossier.load import BASE_MAP, load
from dossier.model.base_map import Bounds, read_base_map
from dossier.model.outlines import read_outlines
from dossier.pictures.geometry import Projection
from tests.conftest import Changed

RING = [[0, 0], [4, 0], [4, 4], [0, 0]]
TOPOLOGY = {
    "arcs": [RING],
    "objects": {"countries": {"geometries": [{"type": "Polygon", "arcs": [[0]], "properties": {"name": "Brisa"}}]}},
}
SIDES = ("--west", -1, "--south", -1, "--east", 3, "--north", 5)
CREDIT = ("--credit", "Tarn's chart")


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["basemap", *map(str, arguments)])


def said(result: Result) -> str:
    assert isinstance(result.exception, SystemExit)
    return " ".join(result.output.split())


@pytest.fixture
def world(tmp_path: Path) -> Path:
    path = tmp_path / "world.json"
    path.write_text(json.dumps(TOPOLOGY))
    return path


def test_a_base_map_is_cut_and_says_how(world: Path, tmp_path: Path) -> None:
    out = tmp_path / "geo" / "region.json"
    result = run(world, *SIDES, *CREDIT, "--out", out)
    assert result.exit_code == 0, result.output
    assert "Wrote 1 outline," in result.output
    base = read_base_map(out.read_text())
    assert (base.credit, base.bounds, base.outlines[0].name) == ("Tarn's chart", Bounds(-1, -1, 3, 5), "Brisa")
    told = (
        'dossier basemap world.json --west -1 --south -1 --east 3 --north 5 --credit "Tarn\'s chart" --out region.json'
    )
    assert json.loads(out.read_text())["made_with"] == told


def test_a_base_map_that_cannot_be_written_leaves_that_which_was_there(
    world: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "geo" / "region.json"
    assert run(world, *SIDES, *CREDIT, "--out", out).exit_code == 0
    before = out.read_text()

    def full(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    result = run(world, *SIDES, "--credit", "Another", "--out", out)
    assert (result.exit_code, result.stderr) == (1, "error: No space left on device; nothing is written\n")
    assert out.read_text() == before
    assert [path.name for path in out.parent.iterdir()] == ["region.json"]


def feature(shape: str, coordinates: Any, **properties: str) -> dict[str, Any]:
    return {"type": "Feature", "properties": properties, "geometry": {"type": shape, "coordinates": coordinates}}


def test_geojson_does_as_well(tmp_path: Path) -> None:
    features = [
        feature("Polygon", [RING], NAME="Brisa"),
        feature("MultiPolygon", [[[[one + 1, other, 0.5] for one, other in RING]]], name="Alder"),
        feature("Point", [1, 1], name="A light"),
    ]
    (tmp_path / "world.geojson").write_text(collection(*features))
    out = tmp_path / "region.json"
    assert run(tmp_path / "world.geojson", *SIDES, *CREDIT, "--out", out).exit_code == 0
    assert [one.name for one in read_base_map(out.read_text()).outlines] == ["Alder", "Brisa"]


def test_without_sides_it_goes_a_little_beyond_the_places(world: Path, changed: Changed) -> None:
    topology = TOPOLOGY | {"arcs": [[[-20, -50], [0, -50], [0, -30], [-20, -50]]]}
    world.write_text(json.dumps(topology))
    root = changed({})
    assert run(world, *CREDIT, "--root", root).exit_code == 0
    corpus = load(root)
    assert (root / BASE_MAP).is_file()
    assert corpus.base_map
    assert corpus.base_map.bounds.holds((-12.3, -41.5))
    on = Projection(corpus.base_map.bounds, 100)
    assert 49 <= on.height <= 76
    assert 2 <= corpus.base_map.bounds.north - corpus.base_map.bounds.south <= 4


def test_whoever_has_no_file_is_told_where_one_is(world: Path, tmp_path: Path) -> None:
    for answer in (said(run()), " ".join(run("--help").output.split())):
        assert "https://cdn.jsdelivr.net/npm/world-atlas@2.0.2/countries-50m.json" in answer
        assert "public domain" in answer
    assert 'say with --credit who drew the boundaries, such as --credit "Natural Earth 4.1"' in said(run(world))
    (tmp_path / "empty").mkdir()
    nowhere = said(run(world, *CREDIT, "--root", tmp_path / "empty"))
    assert "no place has coordinates yet; give --west, --south, --east and --north" in nowhere
    assert "give all of --west" in said(run(world, *CREDIT, "--west", 3))


def collection(*features: dict[str, Any]) -> str:
    return json.dumps({"type": "FeatureCollection", "features": features})


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("{}", "no TopoJSON with an object 'countries' and no GeoJSON"),
        ("[]", "no TopoJSON"),
        ("no json", "Expecting value"),
        (
            collection(feature("Polygon", [RING])),
            "a shape in it has no name",
        ),
        (collection(), "no country in it lies within these sides"),
    ],
)
def test_what_holds_no_countries_makes_no_base_map(tmp_path: Path, text: str, why: str) -> None:
    (tmp_path / "world.json").write_text(text)
    out = tmp_path / "region.json"
    answer = said(run(tmp_path / "world.json", *SIDES, *CREDIT, "--out", out))
    assert "world.json: " in answer
    assert why in answer
    assert not out.exists()


def test_a_base_map_needs_its_sides_in_order(world: Path, tmp_path: Path) -> None:
    sides = ("--west", 3, "--south", -1, "--east", -1, "--north", 5)
    result = run(world, *sides, *CREDIT, "--out", tmp_path / "region.json")
    assert result.exit_code == 2
    assert "west must be less than east" in result.output


def divisions(tmp_path: Path, *codes: str) -> Path:
    """A file of divisions side by side, whose country is the one of the world."""
    features = [
        feature(
            "Polygon",
            [[[place, 0], [place + 1, 0], [place + 1, 4], [place, 4], [place, 0]]],
            iso_3166_2=code,
            name=f"Part {code}",
            admin="Brisa",
        )
        for place, code in enumerate(codes)
    ]
    path = tmp_path / "parts.geojson"
    path.write_text(collection(*features))
    return path


def test_provinces_are_written_beside_and_their_country_is_made_of_them(world: Path, tmp_path: Path) -> None:
    parts, out = divisions(tmp_path, "XX-A", "XX-B"), tmp_path / "geo" / "region.json"
    named = ("--divisions", parts, "--name", "XX-A=West Part", "--out", out)
    result = run(world, *SIDES, *CREDIT, *named)
    assert result.exit_code == 0, result.output
    assert "Wrote 2 divisions," in result.output
    outlines = read_outlines((out.parent / "outlines.json").read_text())
    assert [(one.iso, one.name) for one in outlines.divisions] == [("XX-A", "West Part"), ("XX-B", "Part XX-B")]
    (country,) = read_base_map(out.read_text()).outlines
    ((ring,),) = country.polygons
    assert {x for x, _ in ring} == {0, 2} | {x for x, _ in ring if x == 1}
    told = json.loads((out.parent / "outlines.json").read_text())["made_with"]
    assert '--divisions parts.geojson --name "XX-A=West Part" --out region.json' in told
    assert sorted(one.name for one in out.parent.iterdir()) == ["outlines.json", "region.json"]


def test_a_code_of_two_provinces_is_told(world: Path, tmp_path: Path) -> None:
    parts, out = divisions(tmp_path, "XX-A", "XX-A"), tmp_path / "region.json"
    result = run(world, *SIDES, *CREDIT, "--divisions", parts, "--out", out)
    assert "More than one division is XX-A, so none keeps the code; say which: --at XX-A=EAST,NORTH" in result.output
    run(world, *SIDES, *CREDIT, "--divisions", parts, "--at", "XX-A=1.5,1", "--out", out)
    assert [one.iso for one in read_outlines((tmp_path / "outlines.json").read_text()).divisions] == ["", "XX-A"]


@pytest.mark.parametrize(
    ("option", "why"),
    [
        (("--at", "XX-A"), "'XX-A' is not CODE=EAST,NORTH, such as XX-ABC=4.5,-12"),
        (("--at", "XX-A=1,north"), "is not CODE=EAST,NORTH"),
        (("--at", "XX-A=90,90"), "no division XX-A of it holds 90 east, 90 north"),
        (("--code", "XX-A=west"), "'XX-A=west' is not OLD=NEW, of which the new one is a code such as XX-ABC"),
        (("--name", "west=West"), "'west=West' is not CODE=NAME, with a code such as XX-ABC"),
    ],
)
def test_a_correction_that_fits_nothing_writes_nothing(
    world: Path, tmp_path: Path, option: tuple[str, str], why: str
) -> None:
    out = tmp_path / "region.json"
    answer = said(run(world, *SIDES, *CREDIT, "--divisions", divisions(tmp_path, "XX-A"), *option, "--out", out))
    assert why in answer
    assert not out.exists()
