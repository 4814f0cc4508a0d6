from __future__ import annotations

from dossier.pages.compare import matrix

from dossier.corpus.corpus import Corpus
from tests.support.links import BuiltPage


def held(mini: Corpus, sources: list[str]) -> dict[str, dict[str, list[list[str]]]]:
    blocks = matrix(mini, [mini.source(key) for key in sources])
    return {
        block.question.id: {row.position.id: [[claim.id for claim in cell] for cell in row.cells] for row in block.rows}
        for block in blocks
    }


def test_each_position_shows_the_claims_of_each_source(mini: Corpus) -> None:
    assert held(mini, ["tarn-1931", "board-1934", "quay-2002"])["when-founded"] == {
        "around-1898": [["tarn-1931-c01"], ["board-1934-c02"], []],
        "in-1901": [[], [], ["quay-2002-c02"]],
    }


def test_questions_stand_by_title(mini: Corpus) -> None:
    assert list(held(mini, [])) == ["how-many-keepers", "when-founded", "who-lit-the-fire"]


def test_the_page_leads_to_each_claim_and_position(mini_pages: dict[str, BuiltPage]) -> None:
    page = mini_pages["positions/"]
    assert page.texts("thead th")[:4] == ["Position", "Tarn 1931", "Harbour Board 1934", "Quay 2002"]
    assert "../claims/quay-2002-c02/" in page.tree.xpath("//td/a/@href")
    assert "../questions/when-founded/#position-in-1901" in page.tree.xpath("//tbody//th/a/@href")
    assert page.tree.xpath("//td[@class='matrix__none']")
