"""What tables and JSON say of statements is what pages say of them, in the order of the record."""

from __future__ import annotations

from typing import Any

from dossier.corpus.corpus import Corpus
from dossier.corpus.judged_events import judged_event
from dossier.corpus.relations import relations_of
from dossier.exports.standing_json import standing_json
from dossier.exports.statements import all_statements, stated_event, stated_positions, stated_relations
from dossier.model.records import Actor, Event, Question


def test_relations_stand_as_on_pages_and_in_the_order_of_the_record(mini: Corpus) -> None:
    for actor in mini.of(Actor):
        told = stated_relations(mini, actor)
        assert [one.said for one in told] == list(actor.relations)
        own = [one for one in relations_of(mini, actor) if one.holder.id == actor.id]
        assert {one.said: one.judged for one in told} == {one.relation: one.judged for one in own}


def test_events_stand_as_on_pages_and_in_the_order_of_the_record(mini: Corpus, disputed: Corpus) -> None:
    for corpus in (mini, disputed):
        for event in corpus.of(Event):
            told, judged = stated_event(corpus, event), judged_event(corpus, event)
            assert [one.said for one in told.dated] == list(event.dated)
            assert [one.said for one in told.placed] == list(event.placed)
            assert [one.said for one in told.participants] == list(event.participants)
            assert told.happened == judged.judged
            parts: list[Any] = [*judged.dates, *judged.places, *judged.participants, *judged.rejected]
            every: list[Any] = [*told.dated, *told.placed, *told.participants]
            assert {one.said: one.judged for one in every} == {one.said: one.judged for one in parts}


def test_a_position_has_those_who_take_it_and_no_standing_of_its_own(mini: Corpus) -> None:
    question = mini.records["who-lit-the-fire"]
    assert isinstance(question, Question)
    told = stated_positions(mini, question)
    assert [one.position for one in told] == list(question.positions)
    assert [(one.source.id, one.standing) for one in told[0].carried_by] == [("tarn-1931", "alleged")]
    assert [(one.source.id, one.standing) for one in told[1].rejected_by] == [("tarn-1931", "rejected")]
    assert told[1].claims == {"board-1934-c03": "reported", "tarn-1931-c06": "rejected"}


def test_a_position_that_no_claim_takes_has_nobody(mini: Corpus) -> None:
    question = mini.records["when-founded"]
    assert isinstance(question, Question)
    unheard = question.positions[0].model_copy(update={"id": "in-1905"})
    (told,) = stated_positions(mini, question.model_copy(update={"positions": (unheard,)}))
    assert (told.carried_by, told.rejected_by, told.claims) == ((), (), {})


def test_the_statements_of_all_records(mini: Corpus) -> None:
    told = all_statements(mini)
    assert list(told.actors) == [actor.id for actor in mini.of(Actor)]
    assert told.events["keeper-talks"] == stated_event(mini, next(e for e in mini.of(Event) if e.id == "keeper-talks"))
    assert list(told.questions) == [question.id for question in mini.of(Question)]
    assert [one.said.title for one in told.phases] == ["Founding years", "The quarrel"]


def said(source: str, standing: str, *claims: str) -> dict[str, object]:
    return {"source": source, "standing": standing, "claims": list(claims)}


def test_how_the_relations_of_an_actor_stand_as_json(mini: Corpus) -> None:
    assert standing_json(mini, mini.actor("reed-wardens")) == {
        "relations": [
            {
                "type": "split_from",
                "to": "lamp-guild",
                "standing": "contested",
                "carried_by": [said("tarn-1931", "asserted", "tarn-1931-c04")],
                "rejected_by": [],
                "denied_by": [said("quay-2002", "reported", "quay-2002-c03")],
            },
            {
                "type": "allied_with",
                "to": "harbour-board",
                "standing": "reported",
                "carried_by": [said("board-1934", "reported", "board-1934-c03")],
                "rejected_by": [],
                "denied_by": [],
            },
        ]
    }


def test_how_an_event_stands_as_json(mini: Corpus) -> None:
    told = standing_json(mini, mini.records["guild-founding"])
    assert told
    assert list(told) == ["happened", "dated", "placed", "participants"]
    carried = [said("tarn-1931", "asserted", "tarn-1931-c01"), said("board-1934", "reported", "board-1934-c02")]
    assert told["dated"][0] == {
        "date": "1898~",
        "standing": "asserted",
        "carried_by": carried,
        "rejected_by": [],
        "denied_by": [],
    }
    assert told["happened"]["carried_by"] == [*carried, said("quay-2002", "asserted", "quay-2002-c02")]
    assert [(one["place"], one["standing"]) for one in told["placed"]] == [("saltmouth", "asserted")]
    assert [(one["actor"], one["role"]) for one in told["participants"]] == [
        ("lamp-guild", "subject"),
        ("ada-veyl", "participant"),
    ]


def test_what_every_source_disputes_is_carried_by_nobody(disputed: Corpus) -> None:
    told = standing_json(disputed, disputed.records["keeper-talks"])
    assert told
    for one in (told["happened"], *told["dated"], *told["placed"], *told["participants"]):
        assert (one["standing"], one["carried_by"]) == ("rejected", [])
        assert one["rejected_by"] == [said("tarn-1931", "rejected", "tarn-1931-c07")]


def test_how_sources_stand_to_the_positions_on_a_question_as_json(mini: Corpus) -> None:
    told = standing_json(mini, mini.records["who-lit-the-fire"])
    assert told
    assert told["positions"][1] == {
        "position": "not-the-wardens",
        "carried_by": [said("board-1934", "reported", "board-1934-c03")],
        "rejected_by": [said("tarn-1931", "rejected", "tarn-1931-c06")],
    }


def test_records_without_statements_have_no_standing(mini: Corpus) -> None:
    for key in ("brisa", "tarn-1931", "tarn-1931-c01"):
        assert standing_json(mini, mini.records[key]) is None
