from __future__ import annotations

import pytest

from dossier.corpus.corpus import Corpus
from dossier.pages import home
from dossier.pages.context import Context, context_of
from dossier.pages.home import QUESTIONS_AT_HOME, home_counts, home_questions, home_timeline
from dossier.pages.lists import events_list, questions_list
from tests.support.relinking import with_records


def test_each_kind_of_record_is_counted_and_leads_to_its_list(context: Context) -> None:
    assert [(one.number, one.words, str(one.address)) for one in home_counts(context)] == [
        (3, "questions", "questions/"),
        (6, "actors", "actors/"),
        (3, "events", "events/"),
        (3, "places", "places/"),
        (16, "claims", "claims/"),
        (3, "sources", "sources/"),
    ]


def test_the_question_that_most_sources_answer_stands_first(context: Context) -> None:
    found = home_questions(context)
    assert [one.link.id for one in found.cards] == ["who-lit-the-fire", "when-founded", "how-many-keepers"]
    assert found.all == ""
    assert len(found.cards) <= QUESTIONS_AT_HOME
    assert found.cards[0] in [card for group in questions_list(context) for card in group.cards]


def test_all_questions_are_linked_where_there_are_more(context: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(home, "QUESTIONS_AT_HOME", 2)
    assert home_questions(context).all == "All 3 questions"


def test_kinds_without_a_record_are_not_counted(mini: Corpus) -> None:
    records = {key: one for key, one in mini.records.items() if one.kind_of_record == "place"}
    only_places = context_of(with_records(mini, records))
    assert [(one.number, one.words) for one in home_counts(only_places)] == [(3, "places")]


def test_the_years_are_those_of_the_list_of_events(context: Context) -> None:
    assert home_timeline(context) == events_list(context)
