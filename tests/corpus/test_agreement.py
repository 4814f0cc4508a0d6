from __future__ import annotations

from dossier.corpus.agreement import agreed_events, agreed_positions, agreed_relations, theme_of
from dossier.corpus.corpus import Corpus
from dossier.corpus.themes import themes_of_claims
from dossier.load import load, read
from tests.conftest import Changed
from tests.support.changes import added, swapped

BOARD, QUAY, TARN = "data/claims/board-1934.yaml", "data/claims/quay-2002.yaml", "data/claims/tarn-1931.yaml"
SOURCE = "data/sources/board-1934.yaml"
FREE = swapped("derives_from: [tarn-1931]\n", "")
ALONE = swapped("  repeats: [tarn-1931-c01]\n", "")
OWN = swapped(
    "  kind: fact\n  certainty: reported\n  paragraphs: [1]", "  kind: fact\n  certainty: stated\n  paragraphs: [1]"
)
NINETY = added(
    "- id: board-1934-c05\n  text: The guild had some ninety keepers.\n  kind: figure\n  certainty: stated\n"
    '  paragraphs: [2]\n  anchor: {from: "every lamp", to: "by wire"}\n  about: [lamp-guild]\n'
    '  value: {low: 90, high: 90, unit: keepers, as_of: "1903"}\n'
    "  answers: [{question: how-many-keepers, position: ninety}]\n"
)


def held(corpus: Corpus) -> dict[str, list[str]]:
    return {one.taken.position.id: [each.id for each in one.independent] for one in agreed_positions(corpus)}


def test_what_one_source_reports_or_repeats_is_no_agreement(mini: Corpus) -> None:
    assert held(mini) == {}


def test_a_source_that_only_repeats_another_is_not_counted(changed: Changed) -> None:
    assert held(read(changed({BOARD: OWN, SOURCE: FREE}))[0]) == {}


def test_two_sources_agree_that_say_so_on_their_own(changed: Changed) -> None:
    corpus = read(changed({BOARD: lambda text: OWN(ALONE(text)), SOURCE: FREE}))[0]
    (one,) = agreed_positions(corpus)
    assert held(corpus) == {"around-1898": ["tarn-1931", "board-1934"]}
    assert [each.id for each in one.asserting] == ["tarn-1931", "board-1934"]
    assert [(each.source.id, str(each.does)) for each in one.against] == [("quay-2002", "contradicted")]
    assert [(each.source.id, each.position.id) for each in one.others] == [("quay-2002", "in-1901")]
    assert one.disputing == ()
    assert one.strength == (-2, -2, 1)


def test_what_is_hedged_is_agreed_on_but_not_outright(changed: Changed) -> None:
    corpus = read(changed({BOARD: NINETY, SOURCE: FREE}))[0]
    (one,) = agreed_positions(corpus)
    assert [each.id for each in one.independent] == ["tarn-1931", "board-1934"]
    assert [each.id for each in one.asserting] == ["board-1934"]


def test_a_claim_that_disputes_one_behind_it_is_named(changed: Changed) -> None:
    silent = swapped("  answers: [{question: when-founded, position: in-1901}]\n", "")
    other = added(
        "- id: quay-2002-c06\n  text: The guild was founded late.\n  kind: fact\n  certainty: stated\n"
        '  paragraphs: [1]\n  anchor: {from: "the first ledger", to: "1901"}\n  about: [lamp-guild]\n'
        "  answers: [{question: when-founded, position: in-1901}]\n"
    )
    root = changed({SOURCE: FREE, BOARD: lambda text: OWN(ALONE(text)), QUAY: lambda text: other(silent(text))})
    (one,) = agreed_positions(read(root)[0])
    assert one.against == ()
    assert [claim.id for claim in one.disputing] == ["quay-2002-c02"]


def test_a_source_that_derives_from_another_is_no_second_witness(changed: Changed) -> None:
    assert held(read(changed({BOARD: lambda text: OWN(ALONE(text))}))[0]) == {}


def test_relations_on_which_sources_agree(mini: Corpus, changed: Changed) -> None:
    assert agreed_relations(mini) == []
    second = added(
        "- id: quay-2002-c06\n  text: The guild and the board were rivals.\n  kind: assessment\n  certainty: hedged\n"
        '  paragraphs: [1]\n  anchor: {from: "the first ledger", to: "1901"}\n  about: [lamp-guild, harbour-board]\n'
    )
    both = swapped("claims: [tarn-1931-c03]", "claims: [tarn-1931-c03, quay-2002-c06]")
    corpus = load(changed({QUAY: second, "data/actors/lamp-guild.yaml": both}))
    (one,) = agreed_relations(corpus)
    assert (one.relation.holder.id, one.relation.to.id) == ("lamp-guild", "harbour-board")
    assert [each.id for each in one.independent] == ["tarn-1931", "quay-2002"]
    assert [each.id for each in one.asserting] == ["tarn-1931"]
    assert theme_of(one, themes_of_claims(corpus)) in {"", *themes_of_claims(corpus).values()}
    assert theme_of(one, {"tarn-1931-c03": "quarrel"}) == "quarrel"
    assert theme_of(one, {}) == ""


def test_events_of_which_sources_agree_that_they_happened(mini: Corpus) -> None:
    (one,) = agreed_events(mini)
    assert one.judged.event.id == "guild-founding"
    assert [each.id for each in one.independent] == ["tarn-1931", "quay-2002"]
    assert [each.id for each in one.asserting] == ["tarn-1931", "quay-2002"]
    assert [(each.statement.said.actor, each.statement.said.role) for each in one.details] == [
        ("lamp-guild", "subject")
    ]
    assert one.details[0].others == ()


def test_a_date_on_which_sources_agree_stands_beside_others(changed: Changed) -> None:
    corpus = read(changed({BOARD: lambda text: OWN(ALONE(text)), SOURCE: FREE}))[0]
    date = next(one for one in agreed_events(corpus)[0].details if one.others)
    assert str(date.statement.said.date) == "1898~"
    assert [each.id for each in date.independent] == ["tarn-1931", "board-1934"]
    assert [str(each.said.date) for each in date.others] == ["1901"]
