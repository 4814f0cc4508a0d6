from __future__ import annotations

from dataclasses import replace
from urllib.parse import urljoin

import pytest
from lxml import html

from dossier.corpus.corpus import Corpus
from dossier.load import BASE_MAP, load
from dossier.model.addresses import MAP, url_for
from dossier.model.base_map import BaseMap, Bounds, Outline, base_map_json
from dossier.model.outlines import Division, Outlines
from dossier.model.records import Event, Place
from dossier.pages.context import context_of
from dossier.pages.region_map import countries_of, map_view
from dossier.pictures.map_sheet import WIDE
from dossier.pictures.region_map import CROWD, legend, map_of
from tests.conftest import Broken, Changed
from tests.support.changes import swapped
from tests.support.links import HERE, BuiltPage
from tests.support.maps import NEAR, box, event_of
from tests.support.printing import Pages, map_page
from tests.support.relinking import with_records


@pytest.fixture
def near(changed: Changed) -> Corpus:
    return load(changed({BASE_MAP: base_map_json(NEAR, "")}))


def town(key: str, lon: float) -> str:
    return (
        f"type: city\nnames:\n  - {{text: Town {key}, kind: primary}}\n"
        f"coordinates: {{lat: -41.45, lon: {lon}, precision: city}}\n"
    )


def test_without_a_base_map_all_places_with_a_point_are_drawn(mini: Corpus) -> None:
    made = map_of(mini)
    assert made.wide
    assert made.narrow
    assert {mark.sited.place.id for mark in made.wide.marks} == {"brisa", "north-head", "saltmouth"}
    assert (made.overview, made.beyond, made.pointless, made.credit) == (None, (), (), "")


def test_two_near_places_make_a_map_of_a_good_shape(changed: Changed) -> None:
    quays = {"old-quay": 4.8922, "new-quay": 4.8932}
    files = {f"data/places/{key}.yaml": town(key, lon) for key, lon in quays.items()}
    corpus = load(changed(files))
    made = map_of(with_records(corpus, {key: corpus.records[key] for key in quays}))
    assert made.wide
    assert made.narrow
    assert 0.5 <= made.wide.height / made.wide.width <= 0.75
    assert 0.5 <= made.narrow.height / made.narrow.width <= 0.75
    assert made.wide.graticule


def test_degrees_and_a_scale_stand_where_there_are_no_outlines(mini: Corpus, near: Corpus) -> None:
    without, with_outlines = (html.fromstring(map_page(Pages(corpus)).content) for corpus in (mini, near))
    words = without.xpath("//*[@class='map-grid'][1]/text/text()")
    assert any(word.endswith("° S") for word in words)
    assert words[-1].endswith(" km")
    assert not with_outlines.xpath("//*[@class='map-grid']")


def test_the_legend_tells_only_of_what_is_drawn(mini: Corpus) -> None:
    whole = map_view(context_of(mini)).legend
    assert (bool(whole.sizes), whole.has_points_with_events) == (True, True)
    places = {key: one for key, one in mini.records.items() if key == "saltmouth"}
    alone = map_view(context_of(with_records(mini, places))).legend
    assert not any(
        (alone.has_words, alone.has_points_with_events, alone.has_wide_events, alone.has_doubts, alone.has_moved)
    )
    none = map_view(context_of(with_records(mini, {}))).legend
    assert none.sizes == ()


def test_places_outside_the_base_map_are_listed(near: Corpus) -> None:
    made = map_of(near)
    assert made.wide
    assert {mark.sited.place.id for mark in made.wide.marks} == {"brisa", "north-head"}
    assert [one.place.id for one in made.beyond] == ["saltmouth"]
    page = html.fromstring(map_page(Pages(near)).content)
    (list_,) = page.xpath("//h2[@id='beyond']/following-sibling::ul[1]")
    listed = [link for link in list_.xpath(".//a/@href") if "/sources/" not in link]
    assert listed == ["../places/saltmouth/", "../events/guild-founding/", "../events/keeper-talks/"]


def test_the_credit_and_the_names_of_a_base_map_are_shown_as_words(near: Corpus) -> None:
    page = html.fromstring(map_page(Pages(near)).content)
    assert "drawn as Tarn & Sons draws them" in page.text_content()
    assert page.xpath("//*[@class='map-names']/text/text()")[0] == "<Isle>"


def test_a_place_without_a_point_is_listed(changed: Changed) -> None:
    point = "coordinates: {lat: -41.437, lon: -12.201, precision: site}\n"
    corpus = load(changed({"data/places/north-head.yaml": swapped(point, "")}))
    made = map_of(corpus)
    assert [one.place.id for one in made.pointless] == ["north-head"]
    page = html.fromstring(map_page(Pages(corpus)).content)
    assert page.xpath("//tr[@id='place-north-head']/td[@data-head='Its point is']/text()") == ["none"]
    assert page.xpath("//h2[@id='no-point']")


def test_a_dossier_without_points_has_the_table_alone(changed: Changed) -> None:
    root = changed({})
    for path in (root / "data" / "places").iterdir():
        lines = path.read_text("utf-8").splitlines(keepends=True)
        path.write_text("".join(line for line in lines if not line.startswith("coordinates")), "utf-8")
    corpus = load(root)
    assert map_of(corpus).wide is None
    page = html.fromstring(map_page(Pages(corpus)).content)
    assert page.xpath("//svg[@viewbox]") == page.xpath("//svg[contains(@class, 'map-swatch')]")
    assert len(page.xpath("//tbody/tr")) == 3


def test_many_places_close_together_are_enlarged_and_each_is_drawn_once(changed: Changed) -> None:
    towns = {f"data/places/town-{n}.yaml": town(str(n), -12.3 + n / 100) for n in range(CROWD)}
    far = {"data/places/town-far.yaml": town("far", -10)}
    made = map_of(load(changed(towns | far)))
    assert made.overview
    assert made.wide
    assert made.narrow
    assert made.overview.window
    inside = {mark.sited.place.id for mark in made.wide.marks}
    outside = {mark.sited.place.id for mark in made.overview.marks}
    assert inside >= {f"town-{n}" for n in range(CROWD)}
    assert outside == {"town-far"}
    narrow = {mark.sited.place.id for mark in made.narrow.marks} | {one.place.id for one in made.narrow.unplaced}
    assert narrow == inside


def test_a_line_leads_from_where_a_place_lies_to_where_its_mark_stands(changed: Changed) -> None:
    twins = {f"data/places/town-{n}.yaml": town(str(n), -12.3) for n in range(2)}
    corpus = load(changed(twins))
    wide = map_of(corpus).wide
    assert wide
    (moved,) = (mark for mark in wide.marks if mark.home)
    page = html.fromstring(map_page(Pages(corpus)).content)
    (line,) = page.xpath("//*[@class='map-drawing--wide']//*[@class='map-leader']/@d")
    assert moved.home
    assert line == f"M{moved.home[0]} {moved.home[1]}L{moved.at[0]} {moved.at[1]}"


def test_every_mark_and_count_links_what_it_stands_for_and_has_a_name(mini: Corpus) -> None:
    page = html.fromstring(map_page(Pages(mini)).content)
    (svg,) = page.xpath("//*[@class='map-drawing--wide']/svg")
    links = {link.get("href"): link.get("aria-label") for link in svg.xpath(".//a")}
    claims = len(mini.claims_about("saltmouth"))
    assert links["../places/saltmouth/"] == f"Saltmouth, city or town: {claims} claims, 2 events"
    assert links["../places/north-head/"].endswith("1 event, 1 of them alleged or contested")
    described = svg.get("aria-labelledby").split()
    assert [page.get_element_by_id(key).tag for key in described] == ["title", "desc"]


def test_doubtful_events_are_counted_in_a_class_of_their_own_and_say_how_they_stand(mini: Corpus) -> None:
    page = html.fromstring(map_page(Pages(mini)).content)
    doubtful = page.xpath("//*[@class='map-drawing--wide']//a[*[contains(@class, 'map-count--doubtful')]]/@href")
    assert doubtful == ["../places/north-head/"]
    events = page.xpath("//tr/td[@data-head='Events']//li")
    assert {(one.xpath("a/@href")[0], one.get("data-standing")) for one in events} == {
        ("../events/great-lamp-fire/", "alleged"),
        ("../events/guild-founding/", "asserted"),
        ("../events/keeper-talks/", "suggested"),
    }
    words = {" ".join(one.text_content().split()) for one in events}
    assert words == {
        "Fire at the great lamp November 1903, day unknown Alleged",
        "The guild is founded about 1898 or 1901",
        "Talks between guild and wardens 1905 to perhaps 1907 Suggested",
    }


def test_an_event_that_is_contested_at_a_place_says_who_denies_it(mini: Corpus) -> None:
    (founding,) = (one for one in mini.of(Event) if one.id == "guild-founding")
    denied = founding.model_copy(update={"claims": ("tarn-1931-c01",), "denied_by": ("quay-2002-c02",)})
    page = html.fromstring(map_page(Pages(with_records(mini, {**mini.records, denied.id: denied}))).content)
    labels = page.xpath("//*[@class='map-drawing--wide']//a[contains(@href, 'saltmouth')]/@aria-label")
    assert [one.partition(", 2 events")[2] for one in labels] == [", 1 of them alleged or contested"]
    (row,) = page.xpath("//tr[@id='place-saltmouth']//li[@data-standing='contested']")
    words = " ".join(row.text_content().split())
    assert words == "The guild is founded about 1898 or 1901 Contested Tarn 19311 · denied in Quay 20022"
    doubtful = [" ".join(one.text_content().split()) for one in page.cssselect(".map-doubtful > li")]
    assert [words.partition(" Contested ")[2] for words in doubtful if "founded" in words] == [
        "Tarn 19311 · denied in Quay 20022"
    ]


def test_what_is_beyond_the_map_says_who_tells_of_it(near: Corpus) -> None:
    page = html.fromstring(map_page(Pages(near)).content)
    (told,) = page.xpath("//h2[@id='beyond']/following-sibling::ul[1]//li[@data-key='guild-founding']")
    assert {one.rpartition("/sources/")[2] for one in told.xpath(".//a[contains(@href, '/sources/')]/@href")} == {
        f"{source.id}/" for source in near.sources_of(map(near.claim, event_of(near, "guild-founding").claims))
    }


def test_the_map_cites_nothing_where_nothing_is_in_doubt(mini: Corpus) -> None:
    records = {key: one for key, one in mini.records.items() if key != "great-lamp-fire"}
    page = html.fromstring(map_page(Pages(with_records(mini, records))).content)
    assert not page.cssselect(".references")
    assert not page.cssselect("#doubtful")


def test_the_table_holds_every_place_with_its_numbers(mini: Corpus) -> None:
    page = html.fromstring(map_page(Pages(mini)).content)
    for place in mini.of(Place):
        (row,) = page.xpath(f"//tr[@id='place-{place.id}']")
        cells = [" ".join(cell.text_content().split()) for cell in row.xpath("th | td")]
        assert cells[0] == place.heading
        assert cells[3] == str(len(mini.claims_about(place.id)))
        assert len(row.xpath("td[@data-head='Events']//li")) == len(mini.events_of(place.id))


def test_a_country_is_known_by_its_code(changed: Changed) -> None:
    country = "type: country\nnames:\n  - {text: Reedland, kind: primary}\ncountry: RL\n"
    code = swapped("within: [brisa]\n", "within: [brisa]\ncountry: RL\n")
    corpus = load(changed({"data/places/reedland.yaml": country, "data/places/north-head.yaml": code}))
    assert {key: place.id for key, place in countries_of(corpus).items()} == {"RL": "reedland"}
    page = html.fromstring(map_page(Pages(corpus)).content)
    (table,) = (one for one in page.cssselect(".map-country") if one.cssselect("#place-north-head"))
    assert table.cssselect("summary")[0].text_content().split() == ["Reedland", "2", "places"]
    assert table.cssselect("#place-reedland")


def test_countries_of_one_place_share_a_table_that_names_them(changed: Changed) -> None:
    codes = {
        "data/places/north-head.yaml": swapped("within: [brisa]\n", "within: [brisa]\ncountry: FR\n"),
        "data/places/saltmouth.yaml": swapped("type: city\n", "type: city\ncountry: CU\n"),
    }
    page = html.fromstring(map_page(Pages(load(changed(codes)))).content)
    tables = {one.get("id"): one for one in page.cssselect("details.map-country[id]")}
    assert list(tables) == ["in-other", "in-several"]
    kinds = tables["in-other"].xpath(".//td[@data-head='Kind']/text()")
    assert [kind.rpartition(", ")[2] for kind in kinds] == ["France", "Cuba"]


def test_the_title_says_how_many_events_have_a_place_that_can_be_drawn(mini: Corpus) -> None:
    view = map_view(context_of(mini))
    assert view.title.startswith("3 of 3 events have a place that can be drawn")
    assert view.undrawn == ()


def test_the_title_counts_a_town_as_a_part_of_its_country(mini: Corpus) -> None:
    countries = {"brisa": {"type": "country", "country": "FR"}, "saltmouth": {"country": "FR"}}
    places = {key: mini.records[key].model_copy(update=values) for key, values in countries.items()}
    title = map_view(context_of(with_records(mini, {**mini.records, **places}))).title
    assert title.endswith(": 2 in Brisa, 2 of them in Saltmouth.")


def test_events_without_a_place_are_listed(mini: Corpus) -> None:
    (founding,) = (one for one in mini.of(Event) if one.id == "guild-founding")
    nowhere = founding.model_copy(update={"placed": ()})
    view = map_view(context_of(with_records(mini, {**mini.records, nowhere.id: nowhere})))
    assert [one.link.id for one in view.undrawn] == ["guild-founding"]
    assert view.title.startswith("2 of 3 events")


def divided(corpus: Corpus) -> Corpus:
    """Two divisions, in one of which both towns of the dossier lie."""
    at = {"XX-A": box(-14, -43, -11, -40), "XX-B": box(-11, -43, -9, -40)}
    outlines = Outlines(tuple(Division(iso, iso, "Isle", ((ring,),)) for iso, ring in at.items()))
    base = BaseMap(Bounds(-14, -43, -9, -40), "Tarn", (Outline("Isle", ((box(-14, -43, -9, -40),),)),))
    return replace(corpus, base_map=base, outlines=outlines)


def placed_later(corpus: Corpus, **changes: object) -> Corpus:
    """The founding of the guild, of which only the newest source says where it was."""
    (founding,) = (one for one in corpus.of(Event) if one.id == "guild-founding")
    placed = [{"place": "saltmouth", "claims": ["quay-2002-c02"]}]
    later = Event.model_validate({**founding.model_dump(), "placed": placed, **changes})
    return with_records(corpus, {**corpus.records, later.id: later})


def test_an_event_stands_at_a_place_from_the_day_on_which_somebody_says_so(mini: Corpus) -> None:
    page = html.fromstring(map_page(Pages(divided(placed_later(mini)))).content)
    changed = {one.get("data-changes") for one in page.cssselect("[data-changes]")}
    assert changed == {"guild-founding:2002-03-09 asserted"}
    assert {one.getparent().get("class") for one in page.cssselect(".map-count[data-changes]")}
    (row,) = page.cssselect("#place-saltmouth li[data-key='guild-founding']")
    assert row.get("data-published") == "2002-03-09"
    (unplaced,) = page.cssselect("[data-unplaced] li")
    assert (unplaced.get("data-published"), unplaced.get("data-until")) == ("1931-05-31", "2002-03-09")


def test_what_was_contested_later_tells_how_it_stood_before(mini: Corpus) -> None:
    denied = placed_later(
        mini,
        placed=[{"place": "saltmouth", "claims": ["tarn-1931-c01"]}],
        claims=["tarn-1931-c01"],
        denied_by=["quay-2002-c02"],
    )
    page = html.fromstring(map_page(Pages(divided(denied))).content)
    steps = "1931-05-31 asserted,2002-03-09 contested"
    assert {one.get("data-changes") for one in page.cssselect(".map-count[data-changes]")} == {
        f"guild-founding:{steps}"
    }
    assert page.cssselect(".map-doubtful li[data-key='guild-founding']")[0].get("data-standings") == steps
    assert not page.cssselect("[data-unplaced]")


def test_a_place_tells_how_many_claims_named_it_by_which_day(mini: Corpus) -> None:
    tables = map_view(context_of(mini)).tables
    by_day = {one.link.id: one.claims_by_day for table in tables for one in table.places}
    assert by_day["saltmouth"] == "1931-05-31 2,2002-03-09 3"


def test_divisions_are_shaded_by_the_events_in_them_each_once(mini: Corpus) -> None:
    corpus = divided(mini)
    counts = {one.iso: one for one in map_of(corpus).divisions}
    assert set(counts) == {"XX-A"}
    inside = {event.id for key in ("north-head", "saltmouth") for event in corpus.events_of(key)}
    assert {one.event.id for one in counts["XX-A"].happenings} == inside
    page = html.fromstring(map_page(Pages(corpus)).content)
    (shape,) = page.cssselect("#map-ground .map-shape")
    assert set(shape.get("data-events").split()) == inside
    assert "map-shape--1" in shape.get("class") or "map-shape--2" in shape.get("class")
    assert len(page.cssselect("svg.map use[href='#map-ground']")) == len(page.cssselect("svg.map"))


def test_what_every_source_rejects_shades_nothing(mini: Corpus) -> None:
    corpus = divided(mini)
    (talks,) = (one for one in corpus.of(Event) if one.id == "keeper-talks")
    rejecting = {
        key: mini.claim(key).model_copy(update={"certainty": "disputed-by-author"})
        for key in {*talks.claims, *(key for one in talks.placed for key in one.claims)}
    }
    changed = with_records(corpus, {**corpus.records, **rejecting})
    before, after = (
        {one.event.id for count in map_of(each).divisions for one in count.happenings}
        for each in (corpus, divided(changed))
    )
    assert before - after == {"keeper-talks"}


def test_the_legend_shows_more_claims_larger() -> None:
    sizes = legend(WIDE)
    assert sizes == sorted(sizes)
    assert len({radius for _, radius in sizes}) == len(sizes)


def test_the_map_is_on_the_site_and_its_links_lead_to_records(mini: Corpus, mini_pages: dict[str, BuiltPage]) -> None:
    page = mini_pages[MAP]
    (svg,) = page.tree.xpath("//*[@class='map-drawing--narrow']/svg")
    targets = {urljoin(HERE + MAP, link).partition("#")[0].removeprefix(HERE) for link in svg.xpath(".//a/@href")}
    assert targets == {url_for(place) for place in mini.of(Place)}
    for event in mini.of(Event):
        assert any(link.endswith(url_for(event)) for link in page.links())
    for link in svg.xpath(".//a[contains(@href, '#')]/@href"):
        target, _, fragment = urljoin(HERE + MAP, link).removeprefix(HERE).partition("#")
        assert fragment in mini_pages[target].ids


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[]", "data/geo/region.json:1:1: error[base-map]"),
        ('{"type": "FeatureCollection", "bbox": [0, 0, 1], "credit": "x", "features": []}', "error[base-map]"),
        ("\x00", "data/geo/region.json"),
    ],
)
def test_a_bad_base_map_is_one_problem_with_its_file(broken: Broken, text: str, said: str) -> None:
    (line,) = broken({BASE_MAP: text})
    assert said in line
