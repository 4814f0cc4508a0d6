from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from dossier.addresses import url_for
from dossier.corpus import Corpus
from dossier.lookup import ACRONYM, OTHER, PRIMARY, is_acronym, names_index, word_counts
from dossier.records import Claim
from tests.conftest import MINI


def test_every_record_but_claims_can_be_looked_up(mini: Corpus) -> None:
    records = names_index(mini)["records"]
    expected = [r for r in mini.records.values() if not isinstance(r, Claim)]
    assert [(row[0], row[2]) for row in records] == [(r.heading, url_for(r)) for r in expected]
    assert {row[1] for row in records} == {"Actor", "Event", "Place", "Question", "Source"}


def test_every_name_of_an_actor_leads_to_it(mini: Corpus) -> None:
    index = names_index(mini)
    place = [row[2] for row in index["records"]].index("actors/lamp-guild/")
    own = {text: rank for text, number, rank in index["names"] if number == place}
    assert own["Lamp Guild"] == PRIMARY
    assert own["LG"] == ACRONYM
    assert own["Brotherhood of the Wick"] == OTHER
    assert "نقابة المصابيح" in own


def test_a_name_is_listed_once_for_all_spellings_that_fold_alike(mini: Corpus) -> None:
    index = names_index(mini)
    keys = [(tuple(text.casefold().split()), number) for text, number, _ in index["names"]]
    assert len(set(keys)) == len(keys)


def test_a_question_is_named_without_its_mark(mini: Corpus) -> None:
    assert any(text == "Who lit the fire at the great lamp" for text, *_ in names_index(mini)["names"])


def test_a_source_is_found_by_its_label(mini: Corpus) -> None:
    assert "Tarn 1931" in [text for text, *_ in names_index(mini)["names"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("LG", True), ("L.G.", True), ("LG-B", True), ("Lg", False), ("1903", False), ("نقابة", False)],
)
def test_acronyms(text: str, expected: bool) -> None:
    assert is_acronym(text) is expected


def test_words_are_counted_by_how_often_they_occur() -> None:
    assert word_counts(["The lamp, the Lamp’s oil", "OIL 1903"]) == {"2": "lamp oil the"}


def test_the_site_holds_both(mini: Corpus, mini_site: Path) -> None:
    names = json.loads((mini_site / "search/names.json").read_text("utf-8"))
    assert names["names"] == [list(one) for one in names_index(mini)["names"]]
    words = json.loads((mini_site / "search/words.json").read_text("utf-8"))
    assert any("lamps" in line.split() for line in words.values())


def test_the_names_of_a_dossier_weigh_little(mini_site: Path) -> None:
    assert MINI.is_dir()
    assert len(gzip.compress((mini_site / "search/names.json").read_bytes())) < 60_000
