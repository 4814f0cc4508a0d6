from __future__ import annotations

from dossier.commands.found_names import FoundName, found_names
from dossier.corpus.corpus import Corpus
from dossier.load import load
from tests.conftest import Changed
from tests.support.changes import added


def by_text(corpus: Corpus, *paragraphs: str) -> dict[str, FoundName]:
    return {one.text: one for one in found_names(corpus, paragraphs)}


def test_names_are_found_in_any_spelling_with_all_their_paragraphs(mini: Corpus) -> None:
    found = by_text(mini, "Ada Veyl met the Brotherhood of the Wick.", "In Saltmouth, Ada Veyl’s friends met.")
    assert (found["Ada Veyl"].records, found["Ada Veyl"].paragraphs) == (("ada-veyl",), (1, 2))
    assert found["Brotherhood of the Wick"].records == ("lamp-guild",)
    assert found["Saltmouth"].paragraphs == (2,)


def test_a_name_that_two_records_have_names_both(changed: Changed) -> None:
    corpus = load(
        changed(
            {
                "data/places/saltmouth.yaml": lambda text: text.replace(
                    "names:\n", "names:\n  - {text: Ada Veyl, kind: alias}\n"
                )
            }
        )
    )
    assert by_text(corpus, "It was Ada Veyl.")["Ada Veyl"].records == ("ada-veyl", "saltmouth")


def test_a_spelling_that_sounds_alike_is_only_perhaps_the_same(mini: Corpus) -> None:
    found = by_text(mini, "The men of Saltmoutt met the Harbor Board.")["Harbor Board"]
    assert (found.records, found.alike) == (("harbour-board",), True)


def test_an_acronym_counts_in_capitals_alone(mini: Corpus) -> None:
    assert by_text(mini, "It met the LG there.")["LG"].records == ("lamp-guild",)
    assert by_text(mini, "It met lg there.") == {}


def test_unknown_names_that_stand_twice_are_told_and_dates_and_openings_are_none(mini: Corpus) -> None:
    found = by_text(
        mini,
        "The Board of Oil met Olaf Trygg on Friday. Nobody left.",
        "Olaf Trygg left in May. Nobody saw it. Board of Oil.",
    )
    assert found.keys() == {"Olaf Trygg", "Board of Oil"}
    assert found["Olaf Trygg"].records == ()


def test_the_longer_of_two_names_counts(changed: Changed) -> None:
    corpus = load(changed({"data/actors/ada-veyl.yaml": added("")}))
    found = by_text(corpus, "They were the Reed Wardens of Brisa.")
    assert found["Reed Wardens"].records == ("reed-wardens",)
