from __future__ import annotations

import pytest

from dossier.corpus.corpus import Corpus
from tests.checking.plausibility.conftest import Noticed
from tests.support.changes import added

CLAIMS = "data/claims/tarn-1931.yaml"


def another(text: str, *, about: str = "lamp-guild, harbour-board", paragraph: int = 2, more: str = "") -> str:
    return (
        f"- id: tarn-1931-c08\n  text: {text}\n  kind: assessment\n  certainty: stated\n  paragraphs: [{paragraph}]\n"
        f'  anchor: {{from: "the tax on oil", to: "set them apart"}}\n  about: [{about}]\n{more}'
    )


LIKE = "The guild and the Harbour Board were rivals over the oil tax."


def test_the_same_in_almost_the_same_words(noticed: Noticed) -> None:
    assert noticed({CLAIMS: added(another(LIKE))}) == [
        f"{CLAIMS}:61:9: notice[near-equal-claims] text: almost the words of tarn-1931-c03, of the same paragraph; "
        "make them one, or say what sets them apart"
    ]


@pytest.mark.parametrize(
    "claim",
    [
        another("The guild and the Harbour Board never spoke of the oil tax."),
        another(LIKE, paragraph=3),
        another(LIKE, about="ada-veyl"),
        another(LIKE, more="  said_by: ada-veyl\n").replace("stated", "hedged"),
        another("The guild had about ninety keepers in 1904.", about="lamp-guild"),
    ],
    ids=["other words", "another paragraph", "of others", "by another", "another figure"],
)
def test_what_is_told_apart(noticed: Noticed, claim: str) -> None:
    assert noticed({CLAIMS: added(claim)}) == []


def test_words_that_are_quite_the_same_are_told_whomever_they_are_about(noticed: Noticed) -> None:
    same = "The guild and the Harbour Board were rivals for the oil tax."
    assert len(noticed({CLAIMS: added(another(same, about="ada-veyl"))})) == 1


def test_a_claim_that_is_entered_again_from_another_paragraph(noticed: Noticed) -> None:
    same = "The guild and the Harbour Board were rivals for the oil tax."
    assert noticed({CLAIMS: added(another(same, paragraph=3))}) == [
        f"{CLAIMS}:61:9: notice[near-equal-claims] text: the words of tarn-1931-c03, of paragraph 2 of the same "
        "source; give one of them both paragraphs, or say `repeats`"
    ]


def test_a_claim_that_says_which_it_repeats(noticed: Noticed) -> None:
    same = "The guild and the Harbour Board were rivals for the oil tax."
    assert noticed({CLAIMS: added(another(same, paragraph=3, more="  repeats: [tarn-1931-c03]\n"))}) == []


def test_both_paragraphs_of_a_claim_that_is_entered_again_are_named(noticed: Noticed, mini: Corpus) -> None:
    same = mini.claim("tarn-1931-c04")
    (line,) = noticed({CLAIMS: added(another(same.text, about=", ".join(same.about), paragraph=4))})
    assert f"the words of {same.id}, of paragraphs 2, 3 of the same source" in line
