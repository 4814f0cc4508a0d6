from __future__ import annotations

import pytest

from dossier.corpus.corpus import Corpus
from dossier.pages import home
from dossier.pages.context import Context, context_of
from dossier.pages.home import QUESTIONS_AT_HOME, HomeQuestion, home_counts, home_questions
from tests.support.relinking import with_records


def question(context: Context, key: str) -> HomeQuestion:
    (found,) = (one for one in home_questions(context).questions if one.link.id == key)
    return found


def test_each_kind_of_record_is_counted_and_leads_to_its_list(context: Context) -> None:
    assert [(one.number, one.words, str(one.address)) for one in home_counts(context)] == [
        (3, "questions", "questions/"),
        (6, "actors", "actors/"),
        (3, "events", "events/"),
        (3, "places", "places/"),
        (16, "claims", "claims/"),
        (3, "sources", "sources/"),
    ]


def test_the_question_on_which_most_pairs_of_sources_differ_stands_first(context: Context) -> None:
    found = home_questions(context)
    assert [(one.link.id, one.differing) for one in found.questions] == [
        ("when-founded", "1 of 3 pairs of sources differ"),
        ("how-many-keepers", "The two sources that answer differ"),
    ]
    assert found.all == "All 3 questions"
    assert len(found.questions) <= QUESTIONS_AT_HOME


def test_each_answer_says_who_gives_it_and_how_firmly(context: Context) -> None:
    answers = [one for key in ("when-founded", "how-many-keepers") for one in question(context, key).answers]
    told = [
        (
            str(one.address),
            one.standing.key,
            [(each.source.words, [speaker.words for speaker in each.speakers]) for each in one.standing.said_by],
            [each.source.words for each in one.standing.rejected_by],
        )
        for one in answers
    ]
    none: list[str] = []
    tarn, board, quay = ("Tarn 1931", none), ("Harbour Board 1934", none), ("Quay 2002", none)
    assert told == [
        ("questions/when-founded/#position-around-1898", "asserted", [tarn, board], []),
        ("questions/when-founded/#position-in-1901", "asserted", [quay], []),
        ("questions/how-many-keepers/#position-ninety", "suggested", [tarn], []),
        ("questions/how-many-keepers/#position-at-least-forty", "asserted", [quay], []),
    ]


def test_a_source_that_gives_no_answer_is_named(context: Context) -> None:
    assert [one.words for one in question(context, "how-many-keepers").silent] == ["Harbour Board 1934"]
    assert question(context, "when-founded").silent == ()


def test_figures_are_drawn_where_several_stand_on_one_scale(context: Context) -> None:
    numbers = home_questions(context).numbers
    assert numbers
    assert (numbers.link.id, numbers.drawn.title) == (
        "how-many-keepers",
        "40 to 95 keepers, in 2 figures from 2 sources",
    )


def test_all_questions_are_linked_where_there_are_more(context: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(home, "QUESTIONS_AT_HOME", 2)
    assert home_questions(context).all == "All 3 questions"


def test_kinds_without_a_record_are_not_counted(mini: Corpus) -> None:
    records = {key: one for key, one in mini.records.items() if one.kind_of_record == "place"}
    only_places = context_of(with_records(mini, records))
    assert [(one.number, one.words) for one in home_counts(only_places)] == [(3, "places")]
    assert home_questions(only_places).questions == ()
