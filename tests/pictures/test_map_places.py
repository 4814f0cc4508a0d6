from __future__ import annotations

from dossier.corpus.corpus import Corpus, Listed, link
from dossier.load import load
from dossier.model.records import Claim
from dossier.pictures.map_places import happening, sited, weight
from tests.conftest import Changed
from tests.support.changes import swapped
from tests.support.maps import event_of, happened, sited_at


def test_every_place_stands_once_with_its_claims_and_its_events_in_time(mini: Corpus) -> None:
    told = [(one.place.id, one.claims, [each.event.id for each in one.happenings]) for one in sited(mini)]
    assert told == [
        ("brisa", len(mini.claims_about("brisa")), ["keeper-talks"]),
        ("north-head", len(mini.claims_about("north-head")), ["great-lamp-fire"]),
        ("saltmouth", len(mini.claims_about("saltmouth")), ["guild-founding", "keeper-talks"]),
    ]


def test_an_event_is_denied_where_an_actor_or_a_claim_denies_it(mini: Corpus, changed: Changed) -> None:
    fire = happening(mini, event_of(mini, "great-lamp-fire"))
    assert fire.denied
    assert [claim.id for claim in fire.denials] == ["tarn-1931-c06"]
    assert not happening(mini, event_of(mini, "keeper-talks")).denied
    silent = "  - {actor: reed-wardens, role: denied_by}\n"
    corpus = load(changed({"data/events/great-lamp-fire.yaml": swapped(silent, "")}))
    assert happening(corpus, event_of(corpus, "great-lamp-fire")).denied
    unclaimed = load_without_denial(corpus)
    assert not happening(unclaimed, event_of(unclaimed, "great-lamp-fire")).denied


def load_without_denial(corpus: Corpus) -> Corpus:
    """The corpus with no claim that is a denial."""
    facts = {
        key: record.model_copy(update={"kind": "fact"}) if isinstance(record, Claim) else record
        for key, record in corpus.records.items()
    }
    return link(
        {key: (record, corpus.origins[key]) for key, record in facts.items()}, corpus.documents, Listed(), Listed()
    )


def test_a_place_is_drawn_as_its_precision_allows() -> None:
    shapes = {key: sited_at("x", (1, 1), key).shape for key in ("site", "city", "district", "province", "country")}
    assert shapes == {"site": "point", "city": "point", "district": "area", "province": "area", "country": "words"}
    assert sited_at("x", (1, 1), "region").shape == "words"
    nowhere = sited_at("x", None)
    assert (nowhere.shape, nowhere.position) == (None, None)
    assert sited_at("x", (3, 41)).position == (3, 41)


def test_events_are_counted_apart_by_whether_they_are_denied(mini: Corpus) -> None:
    one = sited_at("x", (1, 1), happenings=happened(mini, 3, denied=1))
    assert (one.undenied, one.denied) == (2, 1)


def test_the_places_with_most_events_then_most_claims_come_first(mini: Corpus) -> None:
    places = [
        sited_at("d", (1, 1), claims=1),
        sited_at("c", (1, 1), claims=1),
        sited_at("b", (1, 1), claims=9),
        sited_at("a", (1, 1), claims=0, happenings=happened(mini, 1)),
    ]
    assert [one.place.id for one in sorted(places, key=weight)] == ["a", "b", "c", "d"]
