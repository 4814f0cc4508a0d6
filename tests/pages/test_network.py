from __future__ import annotations

from dataclasses import replace
from urllib.parse import urljoin

import pytest
from lxml import html

from dossier.corpus.corpus import Corpus
from dossier.corpus.relations import Connection
from dossier.load import load
from dossier.model.types import GENERAL
from dossier.model.words import ENGLISH
from dossier.pictures.network import network
from dossier.pictures.network_layout import NetworkDrawing
from tests.conftest import Changed
from tests.support.changes import swapped
from tests.support.links import BuiltPage
from tests.support.paths import MINI
from tests.support.printing import Pages, network_page
from tests.support.relinking import with_records

SHEETS = ("sheet", "upright")


@pytest.fixture(scope="module")
def page(mini: Corpus) -> BuiltPage:
    made = network_page(Pages(mini))
    return BuiltPage(made.address, html.fromstring(f"<article>{made.content}</article>"))


def test_the_page_is_a_picture_of_all_actors_that_have_relations(page: BuiltPage) -> None:
    for name in SHEETS:
        (picture,) = page.tree.cssselect(f"svg.network__{name}")
        targets = {urljoin("network/", link.get("href")) for link in picture.cssselect("a.mark")}
        assert len(picture.cssselect("a.mark")) == len(targets) == 5
        assert not any("tide-gazette" in target for target in targets)


def test_a_line_says_what_it_is_and_when_and_leads_to_the_relations_of_who_holds_it(page: BuiltPage) -> None:
    lines = {line.findtext("title"): line for line in page.tree.cssselect("svg.network__sheet a.tie")}
    assert set(lines) == {
        "Ada Veyl led Lamp Guild, 1899 to 1911 (asserted: Tarn 1931)",
        "Harbour Board part of Council of Brisa (asserted: Harbour Board 1934)",
        "Reed Wardens split from Lamp Guild, about 1902 to 1905 (contested: Tarn 1931)",
        "Reed Wardens was allied with Harbour Board, until 1911 (reported: Harbour Board 1934)",
        "Lamp Guild rival of Harbour Board, since 1903 (asserted: Tarn 1931)",
    }
    split = lines["Reed Wardens split from Lamp Guild, about 1902 to 1905 (contested: Tarn 1931)"]
    assert split.get("href") == "../actors/reed-wardens/#relations"
    assert split.get("class").split() == ["tie", "tie--origin", "tie--contested"]
    assert len(split.cssselect(".tie__arrow")) == 1
    rival = lines["Lamp Guild rival of Harbour Board, since 1903 (asserted: Tarn 1931)"]
    assert [one.get("class") for one in rival.cssselect("g path")] == ["tie__cross"]


def test_a_line_has_the_class_and_the_mark_of_its_standing(page: BuiltPage) -> None:
    for name in SHEETS:
        lines = page.tree.cssselect(f"svg.network__{name} .tie")
        found = {
            line.get("data-relations"): (line.get("data-standing"), line.get("class").split()[2]) for line in lines
        }
        assert found == {
            "ada-veyl.0": ("asserted", "tie--asserted"),
            "harbour-board.0": ("asserted", "tie--asserted"),
            "reed-wardens.0": ("contested", "tie--contested"),
            "reed-wardens.1": ("reported", "tie--reported"),
            "lamp-guild.0": ("asserted", "tie--asserted"),
        }


def test_the_key_explains_every_family_and_every_standing_that_is_drawn(page: BuiltPage) -> None:
    keys = page.tree.cssselect(".key__line")
    explained = {one.getparent().text_content().strip(): one.cssselect("g.tie")[0].get("data-standing") for one in keys}
    drawn = page.tree.cssselect("svg.network__sheet a.tie")
    families = {GENERAL.families[one.get("class").split()[1].removeprefix("tie--")].label: "asserted" for one in drawn}
    standings = {ENGLISH.under("standings")[one.get("data-standing")]: one.get("data-standing") for one in drawn}
    assert len(standings) > 1
    assert explained == {**families, **standings, "From the one to the other": "asserted"}


def test_what_every_source_rejects_is_neither_drawn_nor_listed(mini: Corpus) -> None:
    claim = mini.claim("tarn-1931-c03").model_copy(update={"certainty": "disputed-by-author"})
    content = network_page(Pages(with_records(mini, {**mini.records, claim.id: claim}))).content
    assert "4 relations" in content
    assert "lamp-guild.0" not in content


def test_each_relation_says_how_it_stands_wherever_it_stands(page: BuiltPage) -> None:
    rows = page.tree.xpath("//*[@data-part='relation']")
    found: dict[str, set[str]] = {}
    for row in rows:
        found.setdefault(row.get("data-key"), set()).add(row.get("data-standing"))
    assert found == {
        "ada-veyl.0": {"asserted"},
        "harbour-board.0": {"asserted"},
        "reed-wardens.0": {"contested"},
        "reed-wardens.1": {"reported"},
        "lamp-guild.0": {"asserted"},
    }


def test_the_tables_hold_the_same_by_actor_with_who_says_so_and_who_denies_it(page: BuiltPage) -> None:
    groups = page.tree.cssselect("details[data-group=relation]")
    assert [group.cssselect("summary")[0].text_content().strip() for group in groups] == [
        "Harbour Board · 3",
        "Lamp Guild · 2",
    ]
    assert not any(group.get("open") for group in groups)
    rows = [[cell.text_content().strip() for cell in row] for row in page.tree.cssselect("tbody tr")]
    assert sorted(rows) == sorted(
        [
            ["Ada Veyl", "led", "Lamp Guild", "1899 to 1911", "Tarn 19314", ""],
            ["Harbour Board", "part of", "Council of Brisa", "", "Harbour Board 19341", ""],
            [
                "Reed Wardens",
                "split from Contested",
                "Lamp Guild",
                "about 1902 to 1905",
                "Tarn 19315",
                "Quay 2002, citing Tide Gazette6",
            ],
            [
                "Reed Wardens",
                "was allied with Reported",
                "Harbour Board",
                "until 1911",
                "Harbour Board 1934, citing Harbour Board2",
                "",
            ],
            ["Lamp Guild", "rival of", "Harbour Board", "since 1903", "Tarn 19313", ""],
        ]
    )
    for cell in page.tree.cssselect("td"):
        assert cell.get("data-label") in {one.text for one in page.tree.cssselect("th")}


def test_the_title_says_who_has_most_relations(page: BuiltPage) -> None:
    words = "Of 5 actors, 3 have a relation to Harbour Board and 3 to Lamp Guild."
    assert page.tree.cssselect("figcaption")[0].text_content() == words
    for picture in page.tree.cssselect("figure svg.ties"):
        assert picture.findtext("title") == words
        assert "5 actors as marks" in picture.findtext("desc")


def test_the_keyboard_comes_to_one_actor_of_each_picture(page: BuiltPage) -> None:
    for picture in page.tree.cssselect("figure svg.ties"):
        links = picture.cssselect("a")
        assert [link.get("tabindex") for link in links].count(None) == 1
        assert picture.cssselect("a.mark")[0].get("tabindex") is None


def test_names_without_room_are_told_of_and_kept_for_where_their_marks_are_chosen(
    mini: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    def first_unnamed(corpus: Corpus, ties: list[Connection]) -> NetworkDrawing:
        drawing = network(corpus, ties)
        first, *others = drawing.marks
        return replace(drawing, marks=(replace(first, is_named=False), *others))

    assert "no room" not in network_page(Pages(mini)).content
    monkeypatch.setattr("dossier.pages.network.network", first_unnamed)
    tree = html.fromstring(network_page(Pages(mini)).content)
    assert "For 1 name there is no room" in " ".join(tree.text_content().split())
    (mark,) = tree.cssselect(".mark--unnamed")
    assert mark.cssselect("text")[0].text_content() == "Harbour Board"


def test_a_dossier_without_relations_has_an_empty_picture(changed: Changed) -> None:
    files = [path for path in (MINI / "data/actors").iterdir() if "relations:" in path.read_text("utf-8")]
    bare = {f"data/actors/{one.name}": swapped_off(one.read_text("utf-8")) for one in files}
    corpus = load(changed(dict(bare)))
    assert network(corpus, []).marks == ()
    content = network_page(Pages(corpus)).content
    assert "No actor of this dossier has relations." in content
    assert "<svg" not in content


def swapped_off(text: str) -> str:
    """The text of an actor without its relations, which stand last."""
    return swapped(text[text.index("relations:") :], "")(text)
