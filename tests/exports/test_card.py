from __future__ import annotations

from dossier.corpus.corpus import Corpus
from dossier.exports.card import LONGEST_TEXT, InScript, RecordCard, card_of
from dossier.model.records import Event


def test_an_actor_has_its_type_its_own_script_its_years_and_its_claims(mini: Corpus) -> None:
    card = card_of(mini, mini.actor("lamp-guild"))
    assert (card.label, card.title) == ("Organisation", "Lamp Guild")
    assert card.in_script == InScript("نقابة المصابيح", "ar", "rtl")
    number = len(mini.claims_about("lamp-guild"))
    assert card.facts == ("events from 1898 to 1905", f"{number} claims")
    assert "[@" not in card.text


def test_a_name_in_latin_letters_is_not_repeated(mini: Corpus) -> None:
    assert card_of(mini, mini.actor("tide-gazette")).in_script is None


def test_an_event_has_its_date_its_places_and_every_claim_once(mini: Corpus) -> None:
    event = mini.records["great-lamp-fire"]
    assert isinstance(event, Event)
    card = card_of(mini, event)
    number = len({*event.claims, *(claim.id for claim in mini.claims_about(event.id))})
    places = ", ".join(mini.name_of(key) for key in event.places)
    assert card.facts == (event.date.words, places, f"{number} claims")


def test_a_place_says_what_it_lies_in(mini: Corpus) -> None:
    assert card_of(mini, mini.records["saltmouth"]).facts[0] == "in Brisa"


def test_a_question_has_its_answers_and_no_verdict(mini: Corpus) -> None:
    card = card_of(mini, mini.records["how-many-keepers"])
    assert card.label == "Question"
    assert card.facts[0].endswith("positions")
    assert [fact.split()[1] for fact in card.facts[1:]] == ["claims", "sources"]


def test_a_claim_is_shown_in_its_words_with_who_says_it(mini: Corpus) -> None:
    claim = mini.claim("tarn-1931-c05")
    card = card_of(mini, claim)
    assert card.title == "Claim 05 of Tarn 1931"
    assert card.text == claim.text
    assert claim.said_by
    assert card.facts[0] == f"said by {mini.actor(claim.said_by).heading}"


def test_a_source_has_its_title_its_date_and_where_it_stood(mini: Corpus) -> None:
    card = card_of(mini, mini.source("quay-2002"))
    assert card.title == mini.source("quay-2002").label
    assert card.text == f"“{mini.source('quay-2002').title}”"
    assert "Saltmouth Notebook" in card.facts


def test_every_record_has_one_and_none_is_long(mini: Corpus) -> None:
    for record in mini.records.values():
        card = card_of(mini, record)
        assert isinstance(card, RecordCard)
        assert card.title
        assert len(card.text) <= LONGEST_TEXT
