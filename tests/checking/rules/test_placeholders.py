from __future__ import annotations

from dossier.model.record_templates import placeholders
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
