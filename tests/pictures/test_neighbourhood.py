from __future__ import annotations

import json
from itertools import pairwise

from lxml import html

from dossier.corpus.corpus import Corpus
from dossier.load import load
from dossier.pictures.neighbourhood import ROW, WIDTH, neighbourhood
from tests.conftest import Changed
from tests.support.changes import swapped
from tests.support.printing import Pages


def crowded(changed: Changed, number: int) -> Corpus:
    """The invented dossier, and so many more rivals of the guild."""
    files = {
        f"data/actors/rival-{place:02}.yaml": json.dumps(
            {
                "type": "person",
                "names": [{"text": f"Rival {place:02} of a Long Name Indeed", "kind": "primary"}],
                "relations": [{"type": "fights", "to": "lamp-guild", "claims": ["tarn-1931-c03"]}],
            }
        )
        for place in range(number)
    }
    rivals = ", ".join(f"rival-{place:02}" for place in range(number))
    named = swapped("about: [lamp-guild, harbour-board]", f"about: [lamp-guild, harbour-board, {rivals}]")
    return load(changed({**files, "data/claims/tarn-1931.yaml": named}))


def test_an_actor_stands_in_the_middle_of_those_it_is_tied_to_from_both_ends(mini: Corpus) -> None:
    drawing = neighbourhood(mini, mini.actor("lamp-guild"))
    middle, *others = drawing.marks
    assert (middle.actor.id, middle.at.x, middle.at.y) == ("lamp-guild", WIDTH / 2, drawing.height / 2)
    assert [(one.actor.id, one.at.x < middle.at.x) for one in others] == [
        ("ada-veyl", True),
        ("reed-wardens", True),
        ("harbour-board", False),
    ]
    assert {(line.connection.start.id, line.connection.end.id) for line in drawing.lines} == {
        ("ada-veyl", "lamp-guild"),
        ("reed-wardens", "lamp-guild"),
        ("lamp-guild", "harbour-board"),
    }


def test_many_neighbours_stand_in_rows_that_do_not_touch(changed: Changed) -> None:
    corpus = crowded(changed, 32)
    drawing = neighbourhood(corpus, corpus.actor("lamp-guild"))
    _, *others = drawing.marks
    assert len(others) == len({one.at for one in others}) == 35
    assert len(drawing.lines) == 35
    for side in (True, False):
        rows = sorted(one.at.y for one in others if (one.at.x < WIDTH / 2) is side)
        assert {lower - upper for upper, lower in pairwise(rows)} == {ROW}
        assert rows[0] >= ROW / 2
        assert rows[-1] <= drawing.height - ROW / 2
    assert all(2 * one.radius < ROW and len(one.lines) <= 2 for one in others)


def test_who_has_no_relations_has_no_picture(mini: Corpus) -> None:
    assert neighbourhood(mini, mini.actor("tide-gazette")).marks == ()
    assert "neighbourhood" not in Pages(mini).record(mini.actor("tide-gazette")).content


def test_the_page_of_an_actor_draws_its_relations_and_links_the_others(mini: Corpus) -> None:
    page = html.fromstring(Pages(mini).record(mini.actor("lamp-guild")).content)
    (picture,) = page.cssselect(".neighbourhood > svg.ties")
    links = [link.get("href") for link in picture.cssselect("a.mark")]
    assert links == ["../../actors/ada-veyl/", "../../actors/reed-wardens/", "../../actors/harbour-board/"]
    assert len(picture.cssselect("g.tie > .tie__room")) == 3


def test_an_actor_whose_relations_name_several_years_has_a_slider_and_the_list_tells_their_years(mini: Corpus) -> None:
    pages = Pages(mini)
    tree = html.fromstring(f"<div>{pages.record(mini.actor('lamp-guild')).content}</div>")
    (slider,) = tree.cssselect("form[data-choices=relation] input")
    assert (slider.get("name"), slider.get("min"), slider.get("max")) == ("year", "1898", "1911")
    listed = {one.get("data-key"): one for one in tree.cssselect("ul.statements > [data-part=relation]")}
    lines = {key for line in tree.cssselect(".neighbourhood > svg g.tie") for key in line.get("data-relations").split()}
    assert set(listed) == lines == {"lamp-guild.0", "ada-veyl.0", "reed-wardens.0"}
    assert (listed["reed-wardens.0"].get("data-from"), listed["reed-wardens.0"].get("data-to")) == ("1902", "1905")
    assert {key: one.get("data-standing") for key, one in listed.items()} == {
        "lamp-guild.0": "asserted",
        "ada-veyl.0": "asserted",
        "reed-wardens.0": "contested",
    }
    assert "data-choices" not in pages.record(mini.actor("brisa-state")).content
