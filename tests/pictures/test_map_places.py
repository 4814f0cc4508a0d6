from __future__ import annotations

from dossier.corpus.corpus import Corpus
from dossier.corpus.standing import Standing
from dossier.model.records import Event, Place
from dossier.pictures.map_places import happenings, sited, weight
from tests.support.maps import happened, sited_at
from tests.support.relinking import with_records


def test_every_place_stands_once_with_its_claims_and_its_events_in_time(mini: Corpus) -> None:
    told = [(one.place.id, one.claims, [each.event.id for each in one.happenings]) for one in sited(mini)]
    assert told == [
        ("brisa", len(mini.claims_about("brisa")), ["keeper-talks"]),
        ("north-head", len(mini.claims_about("north-head")), ["great-lamp-fire"]),
        ("saltmouth", len(mini.claims_about("saltmouth")), ["guild-founding", "keeper-talks"]),
    ]


def there(corpus: Corpus, place: str, event: str, **changes: object) -> list[tuple[Standing, bool, Standing]]:
    """How an event with some changes stands at a place, whether that is doubtful, and how what is cited for it does."""
    made = Event.model_validate({**corpus.records[event].model_dump(), **changes})
    changed = with_records(corpus, {**corpus.records, event: made})
    found = corpus.records[place]
    assert isinstance(found, Place)
    at = (one for one in happenings(changed, found) if one.event.id == event)
    return [(one.standing, one.is_doubtful, one.judged.standing) for one in at]


def test_an_event_stands_at_a_place_no_firmer_than_that_it_happened_or_that_it_was_there(mini: Corpus) -> None:
    alleged, asserted = Standing.ALLEGED, Standing.ASSERTED
    contested, suggested = Standing.CONTESTED, Standing.SUGGESTED
    assert there(mini, "north-head", "great-lamp-fire") == [(alleged, True, alleged)]
    assert there(mini, "saltmouth", "guild-founding") == [(asserted, False, asserted)]
    assert there(mini, "saltmouth", "keeper-talks") == [(suggested, False, suggested)]
    denied = {"claims": ["tarn-1931-c01"], "denied_by": ["quay-2002-c02"]}
    assert there(mini, "saltmouth", "guild-founding", **denied) == [(contested, True, contested)]
    elsewhere = [{"place": "saltmouth", "claims": ["tarn-1931-c01"], "denied_by": ["quay-2002-c02"]}]
    assert there(mini, "saltmouth", "guild-founding", placed=elsewhere) == [(contested, True, contested)]


def test_an_event_is_not_where_every_source_rejects_that_it_was(mini: Corpus) -> None:
    rejected = [{"place": "north-head", "claims": ["tarn-1931-c06"]}]
    assert there(mini, "north-head", "great-lamp-fire", placed=rejected) == []
    assert there(mini, "north-head", "great-lamp-fire", claims=["tarn-1931-c06"]) == []


def test_a_place_is_drawn_as_its_precision_allows() -> None:
    shapes = {key: sited_at("x", (1, 1), key).shape for key in ("site", "city", "district", "province", "country")}
    assert shapes == {"site": "point", "city": "point", "district": "area", "province": "area", "country": "words"}
    assert sited_at("x", (1, 1), "region").shape == "words"
    nowhere = sited_at("x", None)
    assert (nowhere.shape, nowhere.position) == (None, None)
    assert sited_at("x", (3, 41)).position == (3, 41)


def test_events_are_counted_apart_by_whether_they_are_doubtful(mini: Corpus) -> None:
    one = sited_at("x", (1, 1), happenings=happened(mini, 3, contested=1))
    assert (len(one.happenings), one.doubtful) == (3, 1)


def test_the_places_with_most_events_then_most_claims_come_first(mini: Corpus) -> None:
    places = [
        sited_at("d", (1, 1), claims=1),
        sited_at("c", (1, 1), claims=1),
        sited_at("b", (1, 1), claims=9),
        sited_at("a", (1, 1), claims=0, happenings=happened(mini, 1)),
    ]
    assert [one.place.id for one in sorted(places, key=weight)] == ["a", "b", "c", "d"]
