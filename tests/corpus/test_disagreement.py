from __future__ import annotations

from dossier.corpus.corpus import Corpus
from dossier.corpus.disagreement import disagreements
from dossier.model.records import Claim, Question
from tests.support.relinking import with_records


def test_the_most_pairs_that_differ_stand_first_and_of_equals_that_which_most_answer(mini: Corpus) -> None:
    assert [(one.question.id, one.differing, one.pairs) for one in disagreements(mini)] == [
        ("when-founded", 1, 3),
        ("how-many-keepers", 1, 1),
    ]


def test_answers_that_others_are_only_said_to_give_are_no_disagreement_of_sources(mini: Corpus) -> None:
    assert len(mini.positions(next(one for one in mini.of(Question) if one.id == "who-lit-the-fire"))) > 1
    assert "who-lit-the-fire" not in [one.question.id for one in disagreements(mini)]


def test_a_question_that_all_answer_alike_is_left_out(mini: Corpus) -> None:
    left = {key: one for key, one in mini.records.items() if not (isinstance(one, Claim) and one.source == "quay-2002")}
    assert disagreements(with_records(mini, left)) == []
