from __future__ import annotations

from dossier.load import BASE_MAP, load
from dossier.model.base_map import base_map_json
from dossier.model.records import Place
from dossier.pages.context import Context, context_of
from dossier.pages.place import PlacePage, place_page
from tests.conftest import Changed
from tests.support.maps import NEAR


def page_of(context: Context, key: str) -> PlacePage:
    found = context.corpus.records[key]
    assert isinstance(found, Place)
    return place_page(context, found)


def test_the_page_of_a_place(context: Context) -> None:
    page = page_of(context, "saltmouth")
    assert (page.eyebrow, page.title) == ("City or town", "Saltmouth")
    assert [one.id for one in page.within] == ["brisa"]
    assert page.point
    assert (page.point.degrees, page.point.precision) == ("-41.52, -12.30", "the middle of a city or town")
    assert [event.link.id for event in page.events] == ["guild-founding", "keeper-talks"]
    assert page.claims
    assert page.claims.counted == "3 claims in 2 sources, oldest publication first."


def test_a_region_leads_to_its_parts(context: Context) -> None:
    page = page_of(context, "brisa")
    assert [one.id for one in page.parts] == ["north-head", "saltmouth"]
    assert page.within == ()


def test_a_place_is_drawn_where_it_lies_on_the_base_map(context: Context, changed: Changed) -> None:
    near = context_of(load(changed({BASE_MAP: base_map_json(NEAR, "")})))
    drawn = page_of(near, "north-head").locator
    assert drawn
    assert (drawn.name, drawn.credit) == ("North Head", "Tarn & Sons")
    assert 0 < drawn.x < drawn.width
    assert 0 < drawn.y < drawn.height
    assert page_of(near, "saltmouth").locator is None
    assert page_of(context, "north-head").locator is None
