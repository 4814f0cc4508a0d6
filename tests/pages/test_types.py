from __future__ import annotations

from lxml import html

from dossier.corpus.corpus import Corpus
from dossier.load import load
from dossier.model.types import GENERAL, Types
from dossier.pages.templating import templates
from dossier.pages.types import TypeTable, types_view
from tests.conftest import Changed

OWN = """\
places:
  island: {one: Island, many: Islands}
relations:
  leads: {family: belonging, words: heads, other: headed by, past: headed, other_past: was headed by}
"""


def tables(corpus: Corpus) -> dict[str, TypeTable]:
    return {one.id: one for one in types_view(corpus).types}


def test_every_type_has_a_row(mini: Corpus) -> None:
    found = tables(mini)
    assert found.keys() == Types.model_fields.keys()
    for name, table in found.items():
        assert [row.name for row in table.rows] == list(getattr(mini.types, name))
        assert {len(row.cells) for row in table.rows} == {len(table.columns)}


def test_a_relation_reads_both_ways_now_and_in_the_past(mini: Corpus) -> None:
    (leads,) = (row for row in tables(mini)["relations"].rows if row.name == "leads")
    assert leads.cells == ("leads", "led by", "led", "was led by", "Belonging and leadership")


def test_it_tells_what_the_dossier_adds_or_says_otherwise_and_how_often_each_is_used(changed: Changed) -> None:
    corpus = load(changed({"data/vocabulary.yaml": OWN}))
    found = tables(corpus)
    own = {(table.id, row.name) for table in found.values() for row in table.rows if row.is_own}
    assert {("places", "island"), ("relations", "leads")} <= own
    assert all(key not in getattr(GENERAL, field) or (field, key) == ("relations", "leads") for field, key in own)
    uses = {row.name: row.uses for row in found["places"].rows}
    assert (uses["island"], uses["city"]) == (0, 1)


def test_the_page_is_a_table_for_each_and_lists_the_words_that_are_the_same_everywhere(mini: Corpus) -> None:
    page = html.fromstring(templates().render("types.html", "data/types/", view=types_view(mini)))
    assert page.xpath("//h2/@id") == [
        "actors", "events", "places", "roles", "relations", "families",
        "claims", "certainties", "questions", "names", "points",
    ]  # fmt: skip
    assert "disputed-by-author" in page.xpath("//h2[@id='certainties']/following-sibling::table[1]//code/text()")
