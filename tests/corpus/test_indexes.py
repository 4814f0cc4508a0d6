from __future__ import annotations

from dossier.corpus.corpus import Corpus, Listed, link
from dossier.corpus.indexes import by_publication, gathered
from dossier.model.records import Claim, Event, Named, Record
from tests.support.relinking import with_records


def test_records_are_listed_by_kind_and_by_what_the_kinds_share(mini: Corpus) -> None:
    assert mini.of(Record) == list(mini.records.values())
    assert mini.of(Named) == [one for one in mini.records.values() if isinstance(one, Named)]
    assert link({}, (), Listed(), Listed()).of(Event) == []


def test_asking_a_corpus_leaves_it_as_it_was(mini: Corpus) -> None:
    mini.of(Claim).clear()
    mini.claims_about("lamp-guild").clear()
    mini.claims_in("quay-2002", 1).clear()
    assert mini.of(Claim)
    assert mini.claims_about("lamp-guild")
    assert mini.claims_in("quay-2002", 1)
    assert not hasattr(mini, "__dict__")


def test_claims_of_a_source_that_is_not_there_stand_last(mini: Corpus) -> None:
    claim = mini.claim("tarn-1931-c01")
    lost = claim.model_copy(update={"id": "lost-c01", "source": "lost"})
    corpus = with_records(mini, {"lost-c01": lost, **mini.records})
    assert corpus.claims_about(claim.about[0]) == [*mini.claims_about(claim.about[0]), lost]
    assert by_publication([lost, claim], mini.indexes.publication) == [claim, lost]


def test_values_are_gathered_by_key_in_their_order() -> None:
    assert gathered([("a", 2), ("b", 1), ("a", 1)]) == {"a": (2, 1), "b": (1,)}
