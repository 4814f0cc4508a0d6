from __future__ import annotations

import pytest

from dossier.corpus.comparison import all_answers, source_pairs
from dossier.load import read
from dossier.pages.context import Context, context_of
from dossier.pages.pair import PairView, dependence, pair_view
from tests.conftest import Changed
from tests.support.changes import swapped

TARN, BOARD, QUAY = "tarn-1931", "board-1934", "quay-2002"


def view(context: Context, one: str, other: str) -> PairView:
    return pair_view(context, all_answers(context.corpus), source_pairs(context.corpus), (one, other))


def groups(page: PairView) -> dict[str, list[str]]:
    return {one.id: [each.block.link.id for each in one.blocks] for one in page.groups}


def test_questions_that_both_answer_stand_by_how_they_meet(context: Context) -> None:
    page = view(context, QUAY, TARN)
    assert (page.one.words, page.other.words) == ("Tarn 1931", "Quay 2002")
    assert groups(page) == {"differ": ["how-many-keepers", "when-founded"], "otherwise": ["who-lit-the-fire"]}
    assert page.summed_up == "Both answer 3 questions: they differ on 2 and do neither on 1."
    assert [one.is_folded for one in page.groups] == [False, True]
    assert page.groups[1].blocks[0].how == "differ on what one of them only reports"


def test_what_neither_agrees_nor_clashes_is_said_so(context: Context) -> None:
    page = view(context, BOARD, TARN)
    assert groups(page) == {"second-hand": ["when-founded"], "otherwise": ["who-lit-the-fire"]}
    assert page.summed_up == "Both answer 2 questions: they neither agree nor differ on any of them."


def test_only_positions_of_which_one_speaks_stand_there_the_common_ones_first(context: Context) -> None:
    (block,) = [
        each.block for one in view(context, BOARD, QUAY).groups for each in one.blocks if "fire" in each.block.link.id
    ]
    assert [row.label for row in block.rows] == [
        "The Reed Wardens lit it",
        "The wardens did not light it",
        "Nobody lit it",
    ]
    block = view(context, BOARD, TARN).groups[1].blocks[0].block
    assert [row.label for row in block.rows] == ["The wardens did not light it", "The Reed Wardens lit it"]


def test_what_only_one_of_them_answers(context: Context) -> None:
    page = view(context, BOARD, TARN)
    assert [(one.source.id, one.counted) for one in page.alone] == [(TARN, "1 question")]
    assert [block.link.id for block in page.alone[0].blocks] == ["how-many-keepers"]


def test_each_leads_on_to_its_other_pairs(context: Context) -> None:
    page = view(context, BOARD, TARN)
    assert [(one.source.id, [(each.words, each.address) for each in one.links]) for one in page.others] == [
        (TARN, [("Quay 2002", "compare/quay-2002/tarn-1931/")]),
        (BOARD, [("Quay 2002", "compare/board-1934/quay-2002/")]),
    ]


@pytest.mark.parametrize("turned", [False, True])
def test_a_source_that_derives_from_another_is_said_to_be_no_second_witness(context: Context, turned: bool) -> None:
    one, other = map(context.corpus.source, (BOARD, TARN) if turned else (TARN, BOARD))
    assert dependence(context.corpus, one, other) == (
        "Harbour Board 1934 derives from Tarn 1931: that the two agree is no second witness."
    )
    assert dependence(context.corpus, one, context.corpus.source(QUAY)) == ""


def test_claims_that_only_repeat_the_other_source_are_counted(changed: Changed) -> None:
    free = swapped("derives_from: [tarn-1931]\n", "")
    corpus = read(changed({"data/sources/board-1934.yaml": free}))[0]
    page = view(context_of(corpus), BOARD, TARN)
    assert page.dependent == "1 claim of Harbour Board 1934 only repeats Tarn 1931."
