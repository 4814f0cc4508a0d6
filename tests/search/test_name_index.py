from __future__ import annotations

import json
from pathlib import Path

import pytest

from dossier.corpus.corpus import Corpus
from dossier.load import load
from dossier.model.addresses import url_for
from dossier.model.records import Claim
from dossier.search.entries import entries
from dossier.search.name_index import ACRONYM, OTHER, PRIMARY, Letter, dictionary, is_acronym, rules
from tests.conftest import Changed
from tests.support.changes import added

TEXTS = ["The lamp, the Lamp’s oil", "OIL 1903"]


def named(letters: dict[str, Letter]) -> set[tuple[str, str, object]]:
    """Every name of every letter: its text, the address of its record, its rank."""
    return {
        (text or entry["records"][place][0], entry["records"][place][2], rank)
        for entry in letters.values()
        for text, place, rank in entry["names"]
    }


def test_every_record_but_claims_can_be_looked_up(mini: Corpus) -> None:
    rows = {tuple(row) for entry in dictionary(mini, []).values() for row in entry["records"]}
    expected = [r for r in mini.records.values() if not isinstance(r, Claim)]
    assert {(row[0], row[2]) for row in rows} == {(r.heading, url_for(r)) for r in expected}
    assert {row[1] for row in rows} == {"Actor", "Event", "Place", "Question", "Source"}


def test_every_name_of_an_actor_leads_to_it(mini: Corpus) -> None:
    own = {text: rank for text, address, rank in named(dictionary(mini, [])) if address == "actors/lamp-guild/"}
    assert own["Lamp Guild"] == PRIMARY
    assert own["LG"] == ACRONYM
    assert own["Brotherhood of the Wick"] == OTHER
    assert "نقابة المصابيح" in own


def test_a_name_stands_under_the_letter_of_each_of_its_words(mini: Corpus) -> None:
    letters = dictionary(mini, [])
    name = "Brotherhood of the Wick"
    holding = [key for key, entry in letters.items() if name in [text for text, *_ in entry["names"]]]
    assert holding == ["b", "v"]
    assert "نقابة المصابيح" in [text for text, *_ in letters["other"]["names"]]


def test_a_name_is_listed_once_for_all_spellings_that_fold_alike(mini: Corpus) -> None:
    for entry in dictionary(mini, []).values():
        keys = [(tuple(text.casefold().split()), place) for text, place, _ in entry["names"]]
        assert len(set(keys)) == len(keys)


def test_a_question_is_named_without_its_mark(mini: Corpus) -> None:
    assert "Who lit the fire at the great lamp" in {text for text, *_ in named(dictionary(mini, []))}


def test_a_source_is_found_by_its_label(mini: Corpus) -> None:
    assert "Tarn 1931" in {text for text, *_ in named(dictionary(mini, []))}


def test_the_rules_tell_the_letters_the_numbers_and_the_dates(mini: Corpus) -> None:
    told = rules(mini, ["a", "b"], 77)
    assert (told["letters"], told["entries"]) == (["a", "b"], 77)
    assert told["number"] == len(named(dictionary(mini, [])))
    assert told["dates"] == {
        "Harbour Board 1934": {"year": "1934", "words": "perhaps 1934", "known": "1934-12-31"},
        "Quay 2002": {"year": "2002", "words": "9 March 2002", "known": "2002-03-09"},
        "Tarn 1931": {"year": "1931", "words": "May 1931", "known": "1931-05-31"},
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [("LG", True), ("L.G.", True), ("LG-B", True), ("Lg", False), ("1903", False), ("نقابة", False)],
)
def test_acronyms(text: str, expected: bool) -> None:
    assert is_acronym(text) is expected


def test_words_stand_under_their_letter_by_how_often_they_occur(mini: Corpus) -> None:
    letters = dictionary(mini, TEXTS)
    assert letters["l"]["words"] == {"0": "lamps lg lies lit", "2": "lamp"}
    assert letters["u"]["words"]["2"] == "oil"
    assert "1903" not in str([entry["words"] for entry in letters.values()])


def test_the_site_holds_the_dictionary(mini: Corpus, mini_site: Path) -> None:
    told = json.loads((mini_site / "search/rules.json").read_text("utf-8"))
    files = {path.stem: json.loads(path.read_text("utf-8")) for path in (mini_site / "search/letters").iterdir()}
    assert sorted(files) == told["letters"]
    assert named(files) == named(dictionary(mini, []))
    assert "lamps" in " ".join(files["l"]["words"].values()).split()


def test_a_former_title_leads_to_what_took_the_place_of_the_record(changed: Changed) -> None:
    item = "- {id: lamp-lodge, kind: actor, to: lamp-guild, title: Lamp Lodge, reason: renamed, why: So.}\n"
    corpus = load(changed({"data/redirects.yaml": added(item)}))
    entry = dictionary(corpus, [])["l"]
    found = [entry["records"][place][0] for text, place, _ in entry["names"] if text == "Lamp Lodge"]
    assert found == [corpus.records["lamp-guild"].heading]
    assert next(one for one in entries(corpus) if one.address == "actors/lamp-guild/").names.endswith("Lamp Lodge")
