from __future__ import annotations

from itertools import combinations, product

import pytest

from dossier.corpus.corpus import Corpus
from dossier.model.base_map import Bounds
from dossier.pictures.geometry import Projection
from dossier.pictures.label_placement import Box
from dossier.pictures.map_layout import (
    NARROW,
    WIDE,
    Label,
    MapDrawing,
    PlaceMark,
    Sizes,
    counts,
    draw,
    radius,
    width_of,
)
from dossier.pictures.map_places import Sited
from tests.support.maps import BASE, BOUNDS, happened, sited_at


def words_box(label: Label, words: str, sizes: Sizes) -> Box:
    width = len(words) * sizes.text * 0.55
    left = label.at[0] - {"start": 0, "middle": width / 2, "end": width}[label.anchor]
    return Box(left, label.at[1] - sizes.text * 0.8, left + width, label.at[1] + sizes.text * 0.1)


def written(drawing: MapDrawing, sizes: Sizes) -> list[Box]:
    """Where words and counts stand."""
    named = [(mark.label, mark.sited.place.heading) for mark in drawing.marks if mark.label]
    names = [(label, name) for name, label in drawing.names]
    counted = [count.box for mark in drawing.marks for count in mark.counts]
    return [*(words_box(label, words, sizes) for label, words in [*named, *names]), *counted]


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
    mark = mark_of(draw([sited_at("brisa", (5, 45))], None, BOUNDS, WIDE), "brisa")
    assert mark.at == pytest.approx(Projection(BOUNDS, WIDE.width).at((5, 45)), abs=0.05)
    assert mark.home is None
    assert mark.label == Label((mark.at[0] + mark.radius + 3, round(mark.at[1] + WIDE.text * 0.35, 1)), "start")


def test_the_area_of_a_mark_grows_evenly_with_its_claims() -> None:
    areas = [radius(claims, WIDE) ** 2 for claims in (0, 10, 20)]
    assert areas[1] - areas[0] == pytest.approx(areas[2] - areas[1], rel=0.08)
    assert radius(0, WIDE) == WIDE.least_radius


def test_each_precision_has_its_shape() -> None:
    keys = ("site", "city", "district", "province", "country", "region")
    drawing = draw([sited_at(key, (2 + 3 * n, 44 + n), key) for n, key in enumerate(keys)], None, BOUNDS, WIDE)
    shapes = {shape: {mark.sited.place.id for mark in drawing.of(shape)} for shape in ("point", "area", "words")}
    assert shapes == {"point": {"site", "city"}, "area": {"district", "province"}, "words": {"country", "region"}}
    assert all(mark.radius == 0 for mark in drawing.of("words"))
    largest_point = max(mark.radius for mark in drawing.of("point"))
    assert all(mark.radius > 2 * largest_point for mark in drawing.of("area"))


def test_two_places_on_one_spot_are_told_apart_and_the_one_of_less_is_moved() -> None:
    places = [sited_at("less", (5, 45), claims=1), sited_at("more", (5, 45), claims=9)]
    drawing = draw(places, None, BOUNDS, WIDE)
    more, less = mark_of(drawing, "more"), mark_of(drawing, "less")
    assert more.home is None
    assert less.home == more.at
    assert less.at != more.at


@pytest.mark.parametrize("sizes", [WIDE, NARROW])
def test_no_words_and_no_counts_overlap_however_dense_the_places(mini: Corpus, sizes: Sizes) -> None:
    drawing = draw(crowd(mini), BASE, BOUNDS, sizes)
    boxes = written(drawing, sizes)
    assert len(boxes) > 20
    assert [(one, other) for one, other in combinations(boxes, 2) if one.meets(other)] == []
    page = Box(0, 0, drawing.width, drawing.height)
    assert all(box.within(page) for box in boxes)


def test_a_mark_is_never_dropped_and_a_name_alone_is_listed_where_it_has_no_room(mini: Corpus) -> None:
    places = crowd(mini)
    drawing = draw(places, BASE, BOUNDS, NARROW)
    drawn = {mark.sited.place.id for mark in drawing.marks}
    listed = {one.place.id for one in drawing.unplaced}
    assert drawn | listed == {one.place.id for one in places}
    assert drawn & listed == set()
    assert {one.shape for one in drawing.unplaced} == {"words"}
    assert any(mark.label is None for mark in drawing.marks)


def test_drawing_again_gives_the_same(mini: Corpus) -> None:
    places = crowd(mini)
    assert draw(places, BASE, BOUNDS, WIDE) == draw(places[::-1], BASE, BOUNDS, WIDE)


def test_doubtful_events_are_counted_apart(mini: Corpus) -> None:
    one = sited_at("brisa", (5, 45), happenings=happened(mini, 12, contested=1))
    first, second = counts(one, 10, 20, WIDE)
    assert [(first.number, first.doubtful), (second.number, second.doubtful)] == [(11, False), (1, True)]
    assert first.box.left == 10
    assert first.box.right < second.box.left
    assert first.box.width > second.box.width
    assert counts(sited_at("brisa", (5, 45)), 10, 20, WIDE) == ()


def test_the_counts_of_a_name_alone_follow_it(mini: Corpus) -> None:
    one = sited_at("brisa", (5, 45), "country", happenings=happened(mini, 2))
    mark = mark_of(draw([one], None, BOUNDS, WIDE), "brisa")
    assert mark.label
    assert mark.label.anchor == "end"
    assert mark.label.at[0] < mark.counts[0].box.left < mark.label.at[0] + 5


def test_a_name_at_the_edge_is_moved_into_the_sheet() -> None:
    drawing = draw([sited_at("a-very-long-name-of-a-region", (0.1, 45), "region")], None, BOUNDS, WIDE)
    mark = mark_of(drawing, "a-very-long-name-of-a-region")
    assert mark.label
    assert mark.label.at[0] - width_of(mark.sited.place.heading, WIDE) / 2 >= 0


def test_countries_that_are_no_places_have_faint_names_and_places_none_twice() -> None:
    drawing = draw([sited_at("brisa", (5, 45), "country")], BASE, BOUNDS, WIDE)
    assert [name for name, _ in drawing.names] == ["Reedland"]
    assert [name for name, _ in drawing.outlines] == ["Brisa", "Reedland"]


def test_outlines_are_cut_to_a_part_of_the_base_map() -> None:
    drawing = draw([], BASE, Bounds(5, 44, 9, 48), NARROW)
    ((name, (ring,)),) = drawing.outlines
    assert name == "Brisa"
    assert {x for x, _ in ring} == {0, NARROW.width}
    assert {y for _, y in ring} == {0, drawing.height}


def test_nothing_is_written_into_the_frame_of_an_enlarged_part(mini: Corpus) -> None:
    window = Bounds(8, 46, 12, 50)
    places = [sited_at(f"town-{n}", (n, 45), happenings=happened(mini, 2)) for n in range(1, 20, 2)]
    drawing = draw(places, BASE, BOUNDS, NARROW, window)
    left, top = Projection(BOUNDS, NARROW.width).at((8, 50))
    assert drawing.window
    assert (drawing.window.left, drawing.window.top) == pytest.approx((left, top), abs=0.05)
    assert not any(box.meets(drawing.window) for box in written(drawing, NARROW))
