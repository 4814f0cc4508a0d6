from __future__ import annotations

import pytest

from dossier.corpus.corpus import Corpus
from dossier.corpus.permalinks import former_lists, published
from dossier.corpus.themes import all_long_lists, list_addresses, long_lists, themes, themes_of_claims
from dossier.load import load
from dossier.model.records import Claim
from tests.conftest import Changed
from tests.support.changes import added, swapped
from tests.support.relinking import with_records


def test_the_themes_are_the_topic_pages(mini: Corpus) -> None:
    assert themes(mini) == {"origins": "Origins", "quarrel": "The quarrel"}


def test_a_claim_has_the_theme_of_its_question_before_that_of_a_page_that_cites_it(
    mini: Corpus, changed: Changed
) -> None:
    assert [one.question for one in mini.claim("tarn-1931-c01").answers] == ["when-founded"]
    assert themes_of_claims(mini)["tarn-1931-c01"] == "origins"
    theme = swapped("kind: date\n", "kind: date\ntheme: quarrel\n")
    corpus = load(changed({"data/questions/when-founded.yaml": theme}))
    assert themes_of_claims(corpus)["tarn-1931-c01"] == "quarrel"


def test_a_claim_that_answers_nothing_has_the_theme_of_the_page_that_cites_it_most(changed: Changed) -> None:
    key = "board-1934-c01"
    assert themes_of_claims(load(changed({})))[key] == "origins"


def test_more_citations_move_a_claim_that_answers_nothing(changed: Changed) -> None:
    cites = added("\nThe council pays [@board-1934-c01].\n\nIt pays [@board-1934-c01].\n\nIt paid [@board-1934-c01].\n")
    assert themes_of_claims(load(changed({"docs/quarrel.md": cites})))["board-1934-c01"] == "quarrel"


def test_a_claim_that_no_page_cites_has_the_theme_of_a_claim_to_which_it_is_linked(mini: Corpus) -> None:
    def linked(**changes: object) -> Corpus:
        alone = mini.claim("tarn-1931-c07").model_copy(update={"answers": (), **changes})
        return with_records(mini, {**mini.records, alone.id: alone})

    found = themes_of_claims(linked(supports=("tarn-1931-c01",)))
    assert found["tarn-1931-c07"] in {"origins", "quarrel"}
    key = next(one.id for one in mini.of(Claim) if one.id not in themes_of_claims(mini))
    carrier = mini.claim("tarn-1931-c01").model_copy(update={"repeats": (key,)})
    assert themes_of_claims(with_records(mini, {**mini.records, carrier.id: carrier}))[key] == "origins"


def test_short_lists_stay_on_the_page_of_the_record(mini: Corpus) -> None:
    assert list(all_long_lists(mini)) == []


@pytest.fixture
def long(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lists of more than two are long."""
    monkeypatch.setattr("dossier.corpus.themes.LONGEST", 2)


@pytest.mark.usefixtures("long")
def test_every_claim_about_a_record_stands_in_one_of_its_lists(mini: Corpus) -> None:
    found = {one.id: one for one in long_lists(mini, mini.records["lamp-guild"], themes_of_claims(mini))}
    assert list(found) == ["origins", "quarrel", "other", "said", "mentions"]
    claims = [claim for key in ("origins", "quarrel", "other") for claim in found[key].claims]
    assert sorted(one.id for one in claims) == sorted(one.id for one in mini.claims_about("lamp-guild"))
    assert len({one.id for one in claims}) == len(claims)
    assert [one.id for one in found["said"].claims] == [
        one.id for one in mini.by_publication(mini.referring("lamp-guild", "said_by", Claim))
    ]
    assert len(found["mentions"].mentions) > 2


@pytest.mark.usefixtures("long")
def test_claims_without_any_theme_are_all_claims(mini: Corpus) -> None:
    (first, *_) = long_lists(mini, mini.records["lamp-guild"], {})
    assert (first.id, first.title) == ("other", "All claims")


@pytest.mark.usefixtures("long")
def test_pages_of_lists_are_published(mini: Corpus) -> None:
    assert "actors/lamp-guild/claims/origins/" in list_addresses(mini)
    assert set(list_addresses(mini)) <= set(published(mini))


def test_a_list_that_is_no_more_keeps_its_address_while_its_record_is_known(changed: Changed) -> None:
    listed = "actors/lamp-guild/claims/origins/\nactors/wick-brotherhood/claims/old/\nactors/nobody/claims/old/\n"
    corpus = load(changed({"data/permalinks.txt": listed.replace("actors/nobody/claims/old/\n", "")}))
    assert former_lists(corpus) == [
        ("actors/lamp-guild/claims/origins/", "actor", "lamp-guild"),
        ("actors/wick-brotherhood/claims/old/", "actor", "wick-brotherhood"),
    ]
