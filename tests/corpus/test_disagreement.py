from __future__ import annotations

from dossier.corpus.corpus import Corpus
from dossier.corpus.disagreement import answers_by_source, disagreements
from dossier.model.records import Claim, Question
from tests.support.relinking import with_records


def question(corpus: Corpus, key: str) -> Question:
    found = corpus.records[key]
    assert isinstance(found, Question)
    return found


def test_the_most_pairs_that_differ_stand_first(mini: Corpus) -> None:
    assert [(one.question.id, one.differing, one.pairs) for one in disagreements(mini)] == [
        ("who-lit-the-fire", 3, 3),
        ("when-founded", 2, 3),
        ("how-many-keepers", 1, 1),
    ]


def test_a_source_says_what_it_holds_passes_on_and_disputes(mini: Corpus) -> None:
    assert answers_by_source(mini.positions(question(mini, "who-lit-the-fire"))) == {
        "tarn-1931": {("the-wardens", False), ("not-the-wardens", True)},
        "board-1934": {("not-the-wardens", False)},
        "quay-2002": {("nobody", False)},
    }


def test_answers_that_add_up_are_no_disagreement(mini: Corpus) -> None:
    facets = question(mini, "who-lit-the-fire").model_copy(update={"kind": "facets"})
    changed = with_records(mini, {**mini.records, facets.id: facets})
    assert "who-lit-the-fire" not in [one.question.id for one in disagreements(changed)]


def test_a_question_that_all_answer_alike_is_left_out(mini: Corpus) -> None:
    left = {key: one for key, one in mini.records.items() if not (isinstance(one, Claim) and one.source == "quay-2002")}
    found = [one.question.id for one in disagreements(with_records(mini, left))]
    assert found == ["who-lit-the-fire"]
