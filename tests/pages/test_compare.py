from __future__ import annotations

from dossier.pages.context import Context
from dossier.pages.positions import QuestionRows, positions_view


def held(block: QuestionRows) -> dict[str, list[list[str]]]:
    return {row.label: [[claim.id for claim in cell.claims] for cell in row.cells] for row in block.rows}


def test_sources_stand_oldest_first_and_questions_by_title(context: Context) -> None:
    view = positions_view(context)
    assert [one.words for one in view.sources] == ["Tarn 1931", "Harbour Board 1934", "Quay 2002"]
    assert [one.link.id for one in view.questions] == ["how-many-keepers", "when-founded", "who-lit-the-fire"]


def test_each_position_shows_the_claims_of_each_source(context: Context) -> None:
    blocks = {one.link.id: one for one in positions_view(context).questions}
    assert held(blocks["when-founded"]) == {
        "Around 1898": [["tarn-1931-c01"], ["board-1934-c02"], []],
        "In 1901": [[], [], ["quay-2002-c02"]],
    }


def test_a_position_leads_to_its_place_and_a_cell_names_its_source(context: Context) -> None:
    row = next(one for one in positions_view(context).questions if one.link.id == "when-founded").rows[1]
    assert row.address == "questions/when-founded/#position-in-1901"
    assert [cell.source for cell in row.cells] == ["Tarn 1931", "Harbour Board 1934", "Quay 2002"]
