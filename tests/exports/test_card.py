from __future__ import annotations

from dossier.corpus.corpus import Corpus
from dossier.exports.card import LONGEST_TEXT, InScript, RecordCard, card_of
from dossier.load import load
from dossier.model.records import Event
from tests.conftest import Changed
from tests.support.changes import swapped


def test_an_actor_has_its_type_its_own_script_its_years_and_its_claims(mini: Corpus) -> None:
    card = card_of(mini, mini.actor("lamp-guild"))
    assert (card.label, card.title) == ("Organisation", "Lamp Guild")
    assert card.in_script == InScript("نقابة المصابيح", "ar", "rtl")
    number = len(mini.claims_about("lamp-guild"))
    assert card.facts == ("events from 1898 to 1905", f"{number} claims")
    assert "[@" not in card.text


def test_a_name_in_latin_letters_is_not_repeated(mini: Corpus) -> None:
    assert card_of(mini, mini.actor("tide-gazette")).in_script is None


def test_an_event_has_its_dates_its_places_and_every_claim_once(mini: Corpus) -> None:
    event = mini.records["guild-founding"]
    assert isinstance(event, Event)
    number = len({*event.told_by, *(claim.id for claim in mini.claims_about(event.id))})
    assert card_of(mini, event).facts == ("about 1898 or 1901", "Saltmouth", f"{number} claims")


def test_what_is_alleged_of_an_event_is_called_so(mini: Corpus) -> None:
    facts = card_of(mini, mini.records["great-lamp-fire"]).facts
    assert facts[:2] == ("November 1903, day unknown (alleged)", "North Head (alleged)")


def test_an_event_that_is_denied_says_so_first(changed: Changed) -> None:
    denial = swapped("claims: [tarn-1931-c07]\nsummary", "claims: [tarn-1931-c07]\ndenied_by: [quay-2002-c03]\nsummary")
    corpus = load(changed({"data/events/keeper-talks.yaml": denial}))
    facts = card_of(corpus, corpus.records["keeper-talks"]).facts
    assert facts[:2] == ("contested whether it happened", "1905 to perhaps 1907")


def test_what_every_source_disputes_is_not_said(disputed: Corpus) -> None:
    card = card_of(disputed, disputed.records["keeper-talks"])
    assert card.facts == ("disputed by every source that tells of it", "1 claim")
    assert card_of(disputed, disputed.actor("ada-veyl")).facts[0] == "events from 1898 to 1901"


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
