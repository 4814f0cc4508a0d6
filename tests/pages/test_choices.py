from __future__ import annotations

from lxml import html

from dossier.corpus.corpus import Corpus
from dossier.corpus.relations import all_relations
from dossier.model.records import Event, Place
from dossier.pages.choices import YearRange, event_menus, map_menus, places_of, year_range, years_of
from dossier.pages.context import context_of
from dossier.text.edtf import parse
from tests.support.links import BuiltPage
from tests.support.printing import Pages, network_page, timeline_page
from tests.support.relinking import with_records


def event(corpus: Corpus, key: str) -> Event:
    return next(one for one in corpus.of(Event) if one.id == key)


def test_an_event_happened_in_all_that_holds_its_place(mini: Corpus) -> None:
    assert places_of(mini, event(mini, "great-lamp-fire")) == ("north-head", "brisa")
    assert places_of(mini, event(mini, "keeper-talks")) == ("saltmouth", "brisa")


def test_places_far_apart_are_followed_and_a_circle_ends(mini: Corpus) -> None:
    brisa = mini.records["brisa"]
    assert isinstance(brisa, Place)
    records = {**mini.records, "brisa": brisa.model_copy(update={"within": ("north-head", "world")})}
    records["world"] = brisa.model_copy(update={"id": "world", "within": ()})
    corpus = with_records(mini, records)
    assert places_of(corpus, event(mini, "great-lamp-fire")) == ("north-head", "brisa", "world")


def test_menus_list_what_occurs_by_name_with_the_number_of_events(mini: Corpus) -> None:
    found = {
        one.name: [(option.value, option.number) for option in one.options]
        for one in event_menus(context_of(mini), mini.of(Event))
    }
    assert found == {
        "actor": [("ada-veyl", 2), ("harbour-board", 1), ("lamp-guild", 3), ("reed-wardens", 2)],
        "type": [("attack", 1), ("founding", 1), ("negotiation", 1)],
        "place": [("brisa", 3), ("north-head", 1), ("saltmouth", 2)],
        "standing": [("alleged", 1), ("asserted", 1), ("suggested", 1)],
        "source": [("board-1934", 2), ("quay-2002", 2), ("tarn-1931", 3)],
    }


def test_the_menus_of_the_map_are_by_time_standing_actor_and_type(mini: Corpus) -> None:
    menus = {one.name: one for one in map_menus(context_of(mini), mini.of(Event))}
    assert list(menus) == ["time", "standing", "actor", "type"]
    standings = {option.value: option.number for option in menus["standing"].options}
    assert standings == {"alleged": 1, "asserted": 1, "suggested": 1}
    assert {option.words for option in menus["standing"].options} == {"Alleged", "Asserted", "Suggested"}


def test_an_event_is_of_all_years_that_its_dates_may_mean_of_those_in_which_one_begins_or_ends(mini: Corpus) -> None:
    years = years_of(mini.of(Event))
    assert years["great-lamp-fire"] == ("1903",)
    assert years["guild-founding"] == ("1898", "1901")
    assert years["keeper-talks"] == ("1905", "1907")
    undated = event(mini, "great-lamp-fire").model_copy(update={"dated": ()})
    assert years_of([undated])["great-lamp-fire"] == ("none",)
    menus = {one.name: one for one in map_menus(context_of(mini), [undated])}
    assert [(one.value, one.words) for one in menus["time"].options] == [("none", "Undated")]


def test_what_lasts_is_of_the_years_between_and_an_open_end_goes_on(mini: Corpus) -> None:
    fire, talks = event(mini, "great-lamp-fire"), event(mini, "keeper-talks")
    date = fire.dated[0].model_copy(update={"date": parse("1900/..")})
    years = years_of([talks, fire.model_copy(update={"dated": (date,)})])
    assert years["great-lamp-fire"] == ("1900", "1905", "1907")


def test_every_picture_of_an_event_says_who_where_and_what(mini: Corpus) -> None:
    tree = html.fromstring(timeline_page(Pages(mini)).content)
    parts = tree.xpath("//*[@data-part='event']")
    assert len(parts) == len(mini.of(Event))
    marks = {(one.get("data-actors"), one.get("data-type"), one.get("data-places")) for one in parts}
    assert marks == {
        ("lamp-guild ada-veyl", "founding", "saltmouth brisa"),
        ("reed-wardens lamp-guild harbour-board", "attack", "north-head brisa"),
        ("lamp-guild reed-wardens ada-veyl", "negotiation", "saltmouth brisa"),
    }


def test_every_control_has_a_label_and_every_option_a_number(mini: Corpus) -> None:
    tree = html.fromstring(timeline_page(Pages(mini)).content)
    (form,) = tree.cssselect("form[data-choices='event']")
    assert [one.get("name") for one in form.cssselect("label select")] == [
        "actor",
        "type",
        "place",
        "standing",
        "source",
    ]
    assert [one.text for one in form.cssselect("select[name=place] option")] == [
        "All places",
        "Brisa (3)",
        "North Head (1)",
        "Saltmouth (2)",
    ]
    assert form.xpath(".//label/@for") == form.xpath(".//input/@id") == ["choice-known"]
    assert form.cssselect("[role=status]")[0].text == "All 3 events"


def test_a_relation_says_its_years_and_leaves_an_open_end_out(mini: Corpus) -> None:
    made = network_page(Pages(mini))
    tree = BuiltPage(made.address, html.fromstring(f"<article>{made.content}</article>")).tree
    rows = {
        one.get("data-key"): (one.get("data-from"), one.get("data-to"), one.get("data-untimed"))
        for one in tree.xpath("//tr[@data-part='relation']")
    }
    assert rows == {
        "ada-veyl.0": ("1899", "1911", None),
        "harbour-board.0": (None, None, ""),
        "reed-wardens.0": ("1902", "1905", None),
        "reed-wardens.1": (None, "1911", None),
        "lamp-guild.0": ("1903", None, None),
    }
    assert {key for line in tree.cssselect("a.tie") for key in line.get("data-relations").split()} == set(rows)
    actors = set(tree.xpath("//*[@data-actor]/@data-actor"))
    assert {key for line in tree.cssselect("a.tie") for key in line.get("data-between").split()} == actors


def test_the_years_go_from_the_first_to_the_last_that_a_period_names(mini: Corpus) -> None:
    held = all_relations(mini)
    assert year_range(held) == YearRange(1898, 1911)
    assert year_range(one for one in held if not one.relation.period) is None
    tree = html.fromstring(f"<div>{network_page(Pages(mini)).content}</div>")
    (slider,) = tree.cssselect("input[name=year]")
    assert (slider.get("min"), slider.get("max"), slider.get("value")) == ("1898", "1911", "1898")


def test_of_a_single_event_there_is_nothing_to_choose(mini: Corpus) -> None:
    def forms(corpus: Corpus) -> list[object]:
        found: list[object] = html.fromstring(timeline_page(Pages(corpus)).content).xpath("//form")
        return found

    others = ("guild-founding", "keeper-talks")
    alone = with_records(mini, {key: one for key, one in mini.records.items() if key not in others})
    assert (len(forms(mini)), len(forms(alone))) == (1, 0)
