from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import html

from dossier.corpus.corpus import Corpus
from dossier.model.base_map import Outline
from dossier.pictures.locator_map import WIDTH, ground, spot
from tests.support.maps import BASE, box, place
from tests.support.printing import Pages

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
