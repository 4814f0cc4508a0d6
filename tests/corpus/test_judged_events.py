from __future__ import annotations

from dataclasses import replace

from dossier.corpus.corpus import Corpus
from dossier.corpus.judged_events import JudgedEvent, is_rejected, judged_event
from dossier.corpus.standing import Standing
from dossier.model.records import Event


def judged(corpus: Corpus, key: str, **changes: object) -> JudgedEvent:
    event = corpus.records[key]
    assert isinstance(event, Event)
    return judged_event(corpus, Event.model_validate({**event.model_dump(), **changes}))


def test_each_date_place_and_participant_stands_for_itself(mini: Corpus) -> None:
    fire = judged(mini, "great-lamp-fire")
    assert fire.standing == Standing.SUGGESTED
    assert [(one.said.date.text, one.standing) for one in fire.dates] == [("1903-11-XX", Standing.ALLEGED)]
    assert [(one.said.actor, one.said.role, one.standing) for one in fire.participants] == [
        ("reed-wardens", "blamed", Standing.ALLEGED),
        ("reed-wardens", "denied_by", Standing.ASSERTED),
        ("lamp-guild", "victim", Standing.ALLEGED),
        ("harbour-board", "responder", Standing.REPORTED),
    ]
    assert fire.rejected == ()


def test_two_sources_that_date_an_event_differently_stand_side_by_side(mini: Corpus) -> None:
    founding = judged(mini, "guild-founding")
    assert [(one.said.date.text, [told.source.id for told in one.judged.carried_by]) for one in founding.dates] == [
        ("1898~", ["tarn-1931", "board-1934"]),
        ("1901", ["quay-2002"]),
    ]


def test_what_every_source_rejects_is_not_among_what_is_said(mini: Corpus) -> None:
    fire = judged(mini, "great-lamp-fire", placed=[{"place": "north-head", "claims": ["tarn-1931-c06"]}])
    assert fire.places == ()
    assert [one.said.claims for one in fire.rejected] == [("tarn-1931-c06",)]


def test_a_mark_in_time_and_place_is_no_firmer_than_the_event_and_its_date(mini: Corpus) -> None:
    assert judged(mini, "great-lamp-fire").standing_in_time == Standing.ALLEGED
    assert judged(mini, "guild-founding").standing_in_time == Standing.ASSERTED
    denied = judged(mini, "guild-founding", claims=["tarn-1931-c01"], denied_by=["quay-2002-c02"])
    assert denied.standing == denied.standing_in_time == denied.standing_at("saltmouth") == Standing.CONTESTED


def test_that_somebody_spoke_is_asserted_by_who_quotes_it(mini: Corpus) -> None:
    said = {"claims": ["board-1934-c03"], "participants": [speaker("harbour-board", "speaker")]}
    assert judged(mini, "great-lamp-fire", type="statement", **said).standing == Standing.ASSERTED
    assert judged(mini, "great-lamp-fire", type="attack", **said).standing == Standing.REPORTED
    other = {**said, "participants": [speaker("reed-wardens", "speaker")]}
    assert judged(mini, "great-lamp-fire", type="statement", **other).standing == Standing.REPORTED


def test_when_and_where_somebody_spoke_stands_as_that_they_did(mini: Corpus) -> None:
    said = {
        "claims": ["board-1934-c03"],
        "dated": [{"date": "1902", "claims": ["board-1934-c03"]}],
        "placed": [{"place": "north-head", "claims": ["board-1934-c03"]}],
        "participants": [speaker("harbour-board", "speaker")],
    }
    for type_, standing in (("statement", Standing.ASSERTED), ("attack", Standing.REPORTED)):
        one = judged(mini, "great-lamp-fire", type=type_, **said)
        assert [found.standing for found in one.dates] == [found.standing for found in one.places] == [standing]


def speaker(actor: str, role: str) -> dict[str, object]:
    return {"actor": actor, "role": role, "claims": ["board-1934-c03"]}


def test_an_event_is_rejected_where_every_source_that_tells_of_it_rejects_that_it_happened(mini: Corpus) -> None:
    fire = mini.records["great-lamp-fire"]
    assert isinstance(fire, Event)
    assert not is_rejected(mini, fire)
    disputed = Event.model_validate({**fire.model_dump(), "claims": ["tarn-1931-c06"], "denied_by": []})
    corpus = replace(mini, records={**mini.records, fire.id: disputed})
    assert is_rejected(corpus, disputed)
    assert is_rejected(corpus, corpus.as_said(disputed))
