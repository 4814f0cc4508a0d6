from __future__ import annotations

from dossier.load import load, read
from dossier.pages.answers import AnswerBlock, letter_of
from dossier.pages.compare import MOST_COLUMNS, compare_view
from dossier.pages.context import Context, context_of
from tests.conftest import Changed
from tests.support.changes import added

Cell = list[tuple[str, list[str]]] | None


def blocks(context: Context) -> dict[str, AnswerBlock]:
    return {block.link.id: block for group in compare_view(context).themes for block in group.blocks}


def told(block: AnswerBlock) -> dict[str, list[Cell]]:
    return {
        row.label: [
            None if cell is None else [(one.words, one.ids.split()) for one in cell.answers] for cell in row.cells
        ]
        for row in block.rows
    }


def test_sources_stand_oldest_first_and_questions_by_title(context: Context) -> None:
    view = compare_view(context)
    assert [one.words for one in view.sources] == ["Tarn 1931", "Harbour Board 1934", "Quay 2002"]
    assert [one.title for one in view.themes] == [""]
    assert list(blocks(context)) == ["how-many-keepers", "when-founded", "who-lit-the-fire"]
    assert not view.is_wide


def test_each_cell_says_in_a_word_what_the_source_does(context: Context) -> None:
    assert told(blocks(context)["who-lit-the-fire"]) == {
        "The Reed Wardens lit it": [
            [("reports an allegation", ["tarn-1931-c05"])],
            [],
            [("contradicts", ["quay-2002-c04"])],
        ],
        "The wardens did not light it": [
            [("rejects", ["tarn-1931-c06"])],
            [("reports", ["board-1934-c03"])],
            [],
        ],
        "Nobody lit it": [[], [], [("suggests", ["quay-2002-c04"])]],
    }


def test_a_source_that_answers_nothing_is_silent_on_all_of_it(context: Context) -> None:
    block = blocks(context)["how-many-keepers"]
    assert [one.words for one in block.silent] == ["Harbour Board 1934"]
    assert all(row.cells[1] is None for row in block.rows)


def test_a_word_leads_to_its_claim_or_to_the_position_where_there_are_several(changed: Changed) -> None:
    more = added(
        "- id: quay-2002-c06\n  text: The guild was founded in 1901.\n  kind: fact\n  certainty: stated\n"
        '  paragraphs: [1]\n  anchor: {from: "the first ledger", to: "1901"}\n  about: [lamp-guild]\n'
        '  value: {date: "1901"}\n  answers: [{question: when-founded, position: in-1901}]\n'
    )
    context = context_of(read(changed({"data/claims/quay-2002.yaml": more}))[0])
    first, second = blocks(context)["when-founded"].rows
    assert second.address == "questions/when-founded/#position-in-1901"
    cell = second.cells[2]
    assert cell is not None
    assert cell.answers[0].address == second.address
    cell = first.cells[0]
    assert cell is not None
    assert cell.answers[0].address == "claims/tarn-1931-c01/"


def test_questions_stand_by_theme(changed: Changed) -> None:
    themed = added("theme: origins\n")
    view = compare_view(context_of(load(changed({"data/questions/when-founded.yaml": themed}))))
    assert [(one.id, one.title, len(one.blocks)) for one in view.themes] == [
        ("origins", "Origins", 1),
        ("other", "Other questions", 2),
    ]


def test_each_two_sources_stand_once_the_older_one_first(context: Context) -> None:
    pairs = compare_view(context).pairs
    assert [(one.one.words, one.other.words, one.common, one.met) for one in pairs] == [
        ("Tarn 1931", "Harbour Board 1934", "2 questions in common", ""),
        ("Tarn 1931", "Quay 2002", "3 questions in common", "differ on 2"),
        ("Harbour Board 1934", "Quay 2002", "2 questions in common", ""),
    ]
    assert pairs[0].address == "compare/board-1934/tarn-1931/"


def test_positions_are_lettered() -> None:
    assert [letter_of(place) for place in (0, 1, 25, 26, 27, 52)] == ["A", "B", "Z", "AA", "AB", "BA"]
    assert len("ABCDE") < MOST_COLUMNS
