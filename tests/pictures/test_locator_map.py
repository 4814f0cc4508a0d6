from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import html

from dossier.corpus.corpus import Corpus
from dossier.model.base_map import Outline
from dossier.model.outlines import Division, Outlines
from dossier.model.records import Place
from dossier.pictures.locator_map import WIDTH, Spot, ground, names_beside, outline_path, spot
from tests.support.maps import BASE, box, place
from tests.support.printing import Pages
from tests.support.relinking import with_records

GROUND = ground(BASE)


@pytest.mark.parametrize(
    ("precision", "shape", "has_radius", "anchor"),
    [
        ("site", "point", True, "start"),
        ("city", "point", True, "start"),
        ("district", "area", True, "start"),
        ("province", "area", True, "start"),
        ("country", "words", False, "middle"),
        ("region", "words", False, "middle"),
    ],
)
def test_a_place_is_marked_as_exactly_as_it_is_known(precision: str, shape: str, has_radius: bool, anchor: str) -> None:
    found = spot(place("reed", (2, 50), precision), GROUND)
    assert found
    assert (found.shape, found.radius > 0, found.anchor) == (shape, has_radius, anchor)


def test_a_place_lies_where_its_degrees_say_and_its_name_within_the_sheet() -> None:
    corner, east = spot(place("corner", (0, 55)), GROUND), spot(place("east", (20, 40)), GROUND)
    assert corner
    assert east
    assert corner.at == (0, 0)
    assert east.at == (WIDTH, round(GROUND.projection.height, 1))
    assert (corner.anchor, east.anchor) == ("start", "end")


@pytest.mark.parametrize("at", [None, (20.1, 50), (5, 39.9)])
def test_a_place_without_a_point_or_beyond_the_map_has_no_spot(at: tuple[float, float] | None) -> None:
    assert spot(place("afar", at), GROUND) is None


def test_the_steps_of_an_outline_lead_around_it() -> None:
    first, *steps = GROUND.rings[0]
    assert first in {(0, 0), (0, round(GROUND.projection.height))}
    assert len(steps) == 3
    ends = [first]
    for across, down in steps:
        ends.append((ends[-1][0] + across, ends[-1][1] + down))
    assert {x for x, _ in ends} == {0, WIDTH / 2}


def test_a_shape_too_small_to_be_seen_is_left_out() -> None:
    speck = Outline("Speck", ((box(5, 50, 5.01, 50.01),),))
    assert len(ground(replace(BASE, outlines=(*BASE.outlines, speck))).rings) == 2


def test_the_page_of_a_place_shows_it_with_its_precision(mini: Corpus) -> None:
    north_head = mini.records["north-head"].model_copy(
        update={"coordinates": place("x", (5, 45), "province").coordinates}
    )
    content = Pages(replace(mini, base_map=BASE)).record(north_head).content
    (figure,) = html.fromstring(content).xpath("//figure[@class='locator-map']")
    assert figure.xpath("count(.//circle)") == 1
    words = " ".join(figure.text_content().split())
    assert "45.00 degrees north, 5.00 degrees east: the middle of a province." in words
    assert "stands around the middle of a province, not its extent" in words
    assert figure.xpath(".//figcaption/a/@href") == ["../../map/"]


@pytest.mark.parametrize("key", ["north-head", "saltmouth"])
def test_without_a_base_map_or_beyond_it_there_is_no_figure(mini: Corpus, key: str) -> None:
    for corpus in (mini, replace(mini, base_map=BASE)):
        assert "locator-map" not in Pages(corpus).record(corpus.records[key]).content


def test_an_outline_is_drawn_to_scale_and_cut_at_the_edge_of_the_ground() -> None:
    bounds = GROUND.projection.bounds
    west, south, east, north = bounds.west, bounds.south, bounds.east, bounds.north
    inside = ((west, north), (east, north), (east, south), (west, north))
    height = round(GROUND.projection.height, 1)
    assert outline_path([(inside,)], GROUND) == f"M0.0 0.0 {WIDTH:.1f} 0.0 {WIDTH:.1f} {height}z"
    beyond = tuple((x + 100, y) for x, y in inside)
    assert outline_path([(beyond,)], GROUND) == ""


def test_a_place_with_an_outline_is_drawn_by_it_and_not_by_a_disc(mini: Corpus) -> None:
    north_head = mini.records["north-head"]
    assert isinstance(north_head, Place)
    coordinates = north_head.coordinates
    assert coordinates
    wide = coordinates.model_copy(update={"lat": 45.0, "lon": 10.0, "precision": "province"})
    divided = north_head.model_copy(update={"iso": "XX-AB", "coordinates": wide})
    corpus = replace(with_records(mini, {**mini.records, "north-head": divided}), base_map=BASE)
    ring = ((9.0, 44.0), (11.0, 44.0), (11.0, 46.0), (9.0, 44.0))
    plain, outlined = corpus, replace(corpus, outlines=Outlines((Division("XX-AB", "", "", ((ring,),)),)))
    pages = [html.fromstring(f"<div>{Pages(one).record(divided).content}</div>") for one in (plain, outlined)]
    assert [len(one.cssselect(".locator-map circle")) for one in pages] == [1, 0]
    assert [len(one.cssselect(".locator-map .map-outline")) for one in pages] == [0, 1]
    assert "The soft shape is its outline." in pages[1].text_content()


def test_countries_are_named_where_neither_the_mark_nor_its_name_stands(mini: Corpus) -> None:
    found = place("reed", (2, 42))
    at = spot(found, GROUND)
    assert at
    assert [name for name, _ in names_beside(found, at, GROUND)] == ["Brisa", "Reedland"]
    middle = next(box.middle for name, box in GROUND.names if name == "Reedland")
    over = Spot(middle, "point", 5.0, "start")
    assert [name for name, _ in names_beside(found, over, GROUND)] == ["Brisa"]
    alone = place("brisa", (2, 42), "country", "country")
    assert [name for name, _ in names_beside(alone, at, GROUND)] == ["Reedland"]
    towns = mini.records["north-head"].model_copy(update={"coordinates": found.coordinates})
    page = html.fromstring(Pages(replace(mini, base_map=BASE)).record(towns).content)
    assert page.xpath("//figure[@class='locator-map']//*[@class='map-names']/text/text()") == ["Brisa", "Reedland"]
