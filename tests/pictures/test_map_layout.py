from __future__ import annotations

from dataclasses import replace
from itertools import combinations, product

import pytest

from dossier.corpus.corpus import Corpus
from dossier.model.base_map import Bounds
from dossier.model.outlines import Division, Outlines
from dossier.pictures.geometry import Projection
from dossier.pictures.label_placement import Box
from dossier.pictures.map_land import Land, SeenLand
from dossier.pictures.map_layout import draw
from dossier.pictures.map_places import Sited
from dossier.pictures.map_sheet import NARROW, WIDE, MapDrawing, PlaceMark, Sizes, counts, radius
from tests.support.maps import BASE, BOUNDS, box, happened, many, sited_at

SEEN, SEEN_BASE = SeenLand(Land(), BOUNDS), SeenLand(Land(BASE), BOUNDS)


def written(drawing: MapDrawing) -> list[Box]:
    """Where words and counts stand."""
    labels = [mark.label for mark in drawing.marks if mark.label]
    labels += [label for _, _, label in drawing.names]
    labels += [tag.label for tag in drawing.tags]
    counted = [*(mark.counts for mark in drawing.marks), *(tag.counts for tag in drawing.tags)]
    return [*(label.box for label in labels), *(count.box for some in counted for count in some)]


def overlaps(boxes: list[Box]) -> list[tuple[Box, Box]]:
    """Pairs that share more than an edge, to a hundredth of a unit."""
    less = [Box(one.left + 0.06, one.top + 0.06, one.right - 0.06, one.bottom - 0.06) for one in boxes]
    return [(one, other) for one, other in combinations(less, 2) if one.meets(other)]


def mark_of(drawing: MapDrawing, key: str) -> PlaceMark:
    return next(mark for mark in drawing.marks if mark.sited.place.id == key)


def crowd(corpus: Corpus) -> list[Sited]:
    """Towns that lie too close to each other for their names, among provinces and regions."""
    towns = [
        sited_at(
            f"town-number-{x}-{y}",
            (9 + x / 4, 47 + y / 4),
            claims=x * y,
            happenings=happened(corpus, x % 3, y % 2 and x % 3),
        )
        for x, y in product(range(6), repeat=2)
    ]
    kinds = ("province", "district", "region", "country")
    return [*towns, *(sited_at(f"some-{kind}-{n}", (10 + n / 3, 48), kind) for n, kind in product(range(4), kinds))]


def test_a_point_stands_where_its_place_lies() -> None:
    mark = mark_of(draw([sited_at("brisa", (5, 45))], SEEN, WIDE), "brisa")
    assert mark.at == pytest.approx(Projection(BOUNDS, WIDE.width).at((5, 45)), abs=0.05)
    assert mark.home is None
    assert mark.label
    assert mark.label.at == (mark.at[0] + mark.radius + 3, round(mark.at[1] + WIDE.text * 0.35, 1))
    assert mark.label.anchor == "start"


def test_the_area_of_a_mark_grows_evenly_with_its_claims() -> None:
    areas = [radius(claims, WIDE) ** 2 for claims in (0, 10, 20)]
    assert areas[1] - areas[0] == pytest.approx(areas[2] - areas[1], rel=0.08)
    assert radius(0, WIDE) == WIDE.least_radius


def test_each_precision_has_its_shape() -> None:
    keys = ("site", "city", "district", "province", "country", "region")
    drawing = draw([sited_at(key, (2 + 3 * n, 44 + n), key) for n, key in enumerate(keys)], SEEN, WIDE)
    shapes = {shape: {mark.sited.place.id for mark in drawing.of(shape)} for shape in ("point", "area", "words")}
    assert shapes == {"point": {"site", "city"}, "area": {"district", "province"}, "words": {"country", "region"}}
    assert all(mark.radius == 0 for mark in drawing.of("words"))
    largest_point = max(mark.radius for mark in drawing.of("point"))
    assert all(mark.radius > 2 * largest_point for mark in drawing.of("area"))


def test_two_places_on_one_spot_are_told_apart_and_the_one_of_less_is_moved() -> None:
    places = [sited_at("less", (5, 45), claims=1), sited_at("more", (5, 45), claims=9)]
    drawing = draw(places, SEEN, WIDE)
    more, less = mark_of(drawing, "more"), mark_of(drawing, "less")
    assert more.home is None
    assert less.home == more.at
    assert less.at != more.at


@pytest.mark.parametrize("sizes", [WIDE, NARROW])
def test_no_words_and_no_counts_overlap_however_dense_the_places(mini: Corpus, sizes: Sizes) -> None:
    beyond = [sited_at(f"far-{n}", (x, y), happenings=happened(mini, 2)) for n, (x, y) in enumerate(AROUND)]
    drawing = draw(crowd(mini), SEEN_BASE, sizes, beyond=beyond)
    boxes = written(drawing)
    assert len(boxes) > 20
    assert overlaps(boxes) == []
    page = Box(0, 0, drawing.width, drawing.height)
    assert all(box.within(page) for box in boxes)


@pytest.mark.parametrize("number", [10, 100, 1000])
@pytest.mark.parametrize("sizes", [WIDE, NARROW])
def test_nothing_overlaps_or_leaves_the_sheet_with_few_or_many_places(mini: Corpus, sizes: Sizes, number: int) -> None:
    places = many(mini, number)
    drawing = draw(places, SEEN_BASE, sizes)
    boxes = written(drawing)
    assert len(boxes) >= min(number, 30)
    assert overlaps(boxes) == []
    assert all(box.within(Box(0, 0, drawing.width, drawing.height)) for box in boxes)
    drawn = {one.place.id for mark in drawing.marks for one in (mark.sited, *mark.folded)}
    assert drawn | {one.place.id for one in drawing.unplaced} == {one.place.id for one in places}


def test_what_has_no_room_is_listed(mini: Corpus) -> None:
    places = crowd(mini)
    drawing = draw(places, SEEN_BASE, NARROW)
    drawn = {mark.sited.place.id for mark in drawing.marks}
    listed = {one.place.id for one in drawing.unplaced}
    assert drawn | listed == {one.place.id for one in places}
    assert drawn & listed == set()
    assert any(mark.label is None for mark in drawing.marks)


def test_a_site_too_close_to_its_city_is_folded_into_it_and_stands_alone_on_a_larger_sheet(mini: Corpus) -> None:
    town = sited_at("town", (5, 45), happenings=happened(mini, 1))
    lamp = sited_at("lamp", (5.02, 45), "site", happenings=happened(mini, 1))
    inside = replace(lamp, place=lamp.place.model_copy(update={"within": ("town",)}))
    (mark,) = draw([town, inside], SEEN, WIDE).marks
    assert [one.place.id for one in mark.folded] == ["lamp"]
    assert [count.number for count in mark.counts] == [1]
    near = draw([town, inside], SeenLand(Land(), Bounds(4.9, 44.9, 5.1, 45.1)), WIDE)
    assert {one.sited.place.id for one in near.marks} == {"town", "lamp"}
    strange = draw([town, lamp], SEEN, WIDE)
    assert {one.sited.place.id for one in strange.marks} == {"town", "lamp"}


def test_a_moved_point_stays_on_its_side_of_its_neighbour() -> None:
    places = [sited_at("more", (5, 45), claims=9), sited_at("north", (5, 45.1), claims=1)]
    drawing = draw(places, SEEN, WIDE)
    assert mark_of(drawing, "north").at[1] < mark_of(drawing, "more").at[1]


def test_a_division_with_an_outline_is_named_in_it_and_has_no_disc(mini: Corpus) -> None:
    wide = sited_at("north-march", (5, 45), "province", happenings=happened(mini, 2))
    coded = replace(wide, place=wide.place.model_copy(update={"iso": "XX-NM"}))
    inside, other = (box(2, 44, 6, 48),), (box(10, 44, 16, 48),)
    land = Land(
        BASE, Outlines((Division("XX-NM", "Nord", "Brisa", (inside,)), Division("XX-O", "Ost", "Brisa", (other,))))
    )
    drawing = draw([coded], SeenLand(land, BOUNDS), WIDE)
    (mark,) = drawing.marks
    assert (mark.is_outlined, mark.radius) == (True, 0)
    west, north = Projection(BOUNDS, WIDE.width).at((2, 48))
    east, south = Projection(BOUNDS, WIDE.width).at((6, 44))
    assert mark.label
    assert west < mark.label.box.left < mark.counts[0].box.right < east
    assert north < mark.label.box.top < mark.label.box.bottom < south
    assert [(name, code) for name, code, _ in drawing.names if code] == [("Ost", "XX-O")]


AROUND = ((-30, 50), (-40, 45), (-20, 90), (60, 48), (5, -20))


def test_arrows_at_the_edges_point_to_what_lies_beyond(mini: Corpus) -> None:
    beyond = [sited_at(f"far-{n}", at, happenings=happened(mini, 2)) for n, at in enumerate(AROUND)]
    quiet = sited_at("quiet", (-60, 50))
    drawing = draw([], SEEN_BASE, WIDE, beyond=[*beyond, quiet])
    assert {tag.sited.place.id for tag in drawing.tags} == {one.place.id for one in beyond}
    by_key = {tag.sited.place.id: tag for tag in drawing.tags}
    assert by_key["far-0"].arrow[0][0] < by_key["far-0"].arrow[1][0] < WIDE.width / 4
    assert by_key["far-3"].arrow[0][0] > by_key["far-3"].arrow[1][0] > WIDE.width * 3 / 4
    assert by_key["far-4"].arrow[0][1] > drawing.height * 0.9


def test_places_beyond_are_told_under_what_they_lie_within(mini: Corpus) -> None:
    far = sited_at("far-land", None, "region")
    towns = [sited_at(f"town-{n}", (-30, 50 + n), happenings=happened(mini, 1)) for n in range(2)]
    within = [replace(one, place=one.place.model_copy(update={"within": ("far-land",)})) for one in towns]
    (tag,) = draw([], SEEN_BASE, WIDE, beyond=[far, *within]).tags
    assert tag.sited.place.id == "far-land"
    assert {one.place.id for one in tag.members} == {"town-0", "town-1"}
    assert [count.number for count in tag.counts] == [1]


def test_drawing_again_gives_the_same(mini: Corpus) -> None:
    places = crowd(mini)
    assert draw(places, SEEN_BASE, WIDE) == draw(places[::-1], SEEN_BASE, WIDE)


def test_doubtful_events_are_counted_apart(mini: Corpus) -> None:
    first, second = counts(happened(mini, 12, contested=1), 10, 20, WIDE)
    assert [(first.number, first.doubtful), (second.number, second.doubtful)] == [(11, False), (1, True)]
    assert first.box.left == 10
    assert first.box.right < second.box.left
    assert first.box.width > second.box.width
    assert counts((), 10, 20, WIDE) == ()


def test_the_counts_of_a_name_alone_follow_it(mini: Corpus) -> None:
    one = sited_at("brisa", (5, 45), "country", happenings=happened(mini, 2))
    mark = mark_of(draw([one], SEEN, WIDE), "brisa")
    assert mark.label
    assert mark.label.anchor == "end"
    assert mark.label.at[0] < mark.counts[0].box.left < mark.label.at[0] + 5


def test_a_name_at_the_edge_is_moved_into_the_sheet() -> None:
    drawing = draw([sited_at("a-very-long-name-of-a-region", (0.1, 45), "region")], SEEN, WIDE)
    mark = mark_of(drawing, "a-very-long-name-of-a-region")
    assert mark.label
    assert mark.label.box.left >= 0


def test_countries_that_are_no_places_have_faint_names_and_places_none_twice() -> None:
    drawing = draw([sited_at("brisa", (5, 45), "country")], SEEN_BASE, WIDE)
    assert [(name, code) for name, code, _ in drawing.names] == [("Reedland", "")]


def test_nothing_is_written_into_the_frame_of_an_enlarged_part(mini: Corpus) -> None:
    window = Bounds(8, 46, 12, 50)
    places = [sited_at(f"town-{n}", (n, 45), happenings=happened(mini, 2)) for n in range(1, 20, 2)]
    drawing = draw(places, SEEN_BASE, NARROW, window)
    left, top = Projection(BOUNDS, NARROW.width).at((8, 50))
    assert drawing.window
    assert (drawing.window.left, drawing.window.top) == pytest.approx((left, top), abs=0.05)
    assert not any(box.meets(drawing.window) for box in written(drawing))
