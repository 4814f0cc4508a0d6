from __future__ import annotations

import json

from dossier.corpus.corpus import Corpus
from dossier.model.records import Source
from dossier.site.known_days import known_days
from tests.support.relinking import with_records


def days(corpus: Corpus) -> dict[str, str]:
    known = json.loads(known_days(corpus))["known"]
    return {key: day for day, keys in known.items() for key in keys}


def test_records_are_known_from_the_day_of_their_first_source(mini: Corpus) -> None:
    found = days(mini)
    assert (found["tarn-1931"], found["quay-2002"]) == ("1931-05-31", "2002-03-09")
    assert found["great-lamp-fire"] == found["lamp-guild"] == found["who-lit-the-fire"] == "1931-05-31"
    assert list(json.loads(known_days(mini))["known"]) == sorted(set(found.values()))


def test_claims_are_known_with_their_source_and_stand_nowhere(mini: Corpus) -> None:
    assert "quay-2002-c04" not in days(mini)


def test_what_a_source_without_a_date_tells_of_is_always_known(mini: Corpus) -> None:
    undated = {"tarn-1931": mini.source("tarn-1931").model_copy(update={"issued": None})}
    found = days(with_records(mini, {**mini.records, **undated}))
    assert not {"tarn-1931", "great-lamp-fire", "lamp-guild"} & set(found)
    assert {one.id for one in mini.of(Source)} - set(found) == {"tarn-1931"}


def test_only_relations_that_stood_otherwise_are_listed(mini: Corpus) -> None:
    standings = json.loads(known_days(mini))["standings"]
    assert standings["reed-wardens.0"].split(",")[0].endswith(" asserted")
    assert standings["reed-wardens.0"].split(",")[-1].endswith(" contested")
    assert all("," in steps for steps in standings.values())
