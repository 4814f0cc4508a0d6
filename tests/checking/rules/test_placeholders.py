from __future__ import annotations

from dossier.corpus.corpus import Corpus
from dossier.model.record_templates import placeholders, start
from tests.conftest import Broken
from tests.support.changes import swapped


def test_words_that_were_not_replaced(broken: Broken) -> None:
    assert broken({"data/places/brisa.yaml": swapped("text: Brisa,", "text: NAME,")})[-1] == (
        "data/places/brisa.yaml:4:12: error[placeholder] “NAME” was not replaced; fill it in"
    )


def test_a_name_in_capitals_is_no_placeholder(broken: Broken) -> None:
    assert broken({"data/places/brisa.yaml": swapped("text: Brisa,", "text: BRISA,")}) == []


def test_every_skeleton_holds_some() -> None:
    assert {"TITLE", "NAME", "CLAIM", "FIRST WORDS", "ONE ANSWER."} <= placeholders()


def test_ids_and_words_in_capitals_are_told_at_once_and_as_what_they_are(broken: Broken, mini: Corpus) -> None:
    begun = start("actor", "net-menders", mini.types)
    assert broken({begun.file: begun.text}) == [
        f"{begun.file}:{line}: error[placeholder] “{words}” was not replaced; fill it in"
        for line, words in (
            ("11:12", "NAME"),
            ("11:43", "SOURCE#p1"),
            ("13:25", "ACTOR"),
            ("13:41", "CLAIM"),
        )
    ]
