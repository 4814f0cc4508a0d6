"""The table of standing, case by case: how each claim carries a statement, and how several do together."""

from __future__ import annotations

from datetime import date

import pytest

from dossier.corpus.corpus import Corpus
from dossier.corpus.standing import Standing, claim_standing, least_firm, standing_of, standings_by_day
from dossier.model.records import Claim, Relation
from tests.support.relinking import with_records

GUILD, WARDENS = "lamp-guild", "reed-wardens"

# What a source does in a claim: certainty, kind, who says it, and how that carries a statement about the wardens.
ONE_SOURCE = [
    ("stated", "fact", None, Standing.ASSERTED),
    ("stated", "figure", None, Standing.ASSERTED),
    ("stated", "assessment", None, Standing.ASSERTED),
    ("stated", "denial", None, Standing.ASSERTED),
    ("hedged", "fact", None, Standing.SUGGESTED),
    ("stated", "forecast", None, Standing.SUGGESTED),
    ("reported", "fact", None, Standing.REPORTED),
    ("stated", "fact", GUILD, Standing.REPORTED),
    ("reported", "fact", GUILD, Standing.REPORTED),
    ("hedged", "fact", GUILD, Standing.REPORTED),
    ("reported", "denial", GUILD, Standing.REPORTED),
    ("stated", "intention", WARDENS, Standing.REPORTED),
    ("stated", "allegation", None, Standing.ALLEGED),
    ("reported", "allegation", GUILD, Standing.ALLEGED),
    ("reported", "denial", WARDENS, Standing.ALLEGED),
    ("disputed-by-author", "fact", None, Standing.REJECTED),
    ("disputed-by-author", "allegation", GUILD, Standing.REJECTED),
    ("disputed-by-author", "denial", WARDENS, Standing.REJECTED),
]

# Claims of sources that carry a statement, those that deny it, each as source, certainty, kind, speaker; the outcome.
Case = tuple[str, str, str, str | None]
ASSERTS: Case = ("tarn-1931", "stated", "fact", None)
SUGGESTS: Case = ("tarn-1931", "hedged", "fact", None)
REPORTS: Case = ("board-1934", "reported", "fact", GUILD)
ALLEGES: Case = ("board-1934", "reported", "allegation", GUILD)
REJECTS: Case = ("quay-2002", "disputed-by-author", "fact", GUILD)
DENIES: Case = ("quay-2002", "stated", "denial", None)
ALL_TOGETHER: list[tuple[list[Case], list[Case], Standing]] = [
    ([ASSERTS], [], Standing.ASSERTED),
    ([ASSERTS, REPORTS, ALLEGES], [], Standing.ASSERTED),
    ([SUGGESTS, ALLEGES], [], Standing.SUGGESTED),
    ([REPORTS, ALLEGES], [], Standing.REPORTED),
    ([ALLEGES], [], Standing.ALLEGED),
    ([REJECTS], [], Standing.REJECTED),
    ([REJECTS], [DENIES], Standing.REJECTED),
    ([ASSERTS, REJECTS], [], Standing.CONTESTED),
    ([ALLEGES, REJECTS], [], Standing.CONTESTED),
    ([ASSERTS], [DENIES], Standing.CONTESTED),
    ([ALLEGES], [DENIES], Standing.CONTESTED),
    # A source that passes on a claim and its denial passes on a contest.
    ([REPORTS], [("board-1934", "reported", "denial", WARDENS)], Standing.CONTESTED),
    # A denial that its own source disputes is none.
    ([ASSERTS], [("quay-2002", "disputed-by-author", "denial", WARDENS)], Standing.ASSERTED),
    # The firmest of one source's claims counts.
    ([SUGGESTS, ASSERTS], [], Standing.ASSERTED),
]


def claim(corpus: Corpus, number: int, case: Case) -> Claim:
    source, certainty, kind, speaker = case
    changes = {"id": f"{source}-c9{number}", "source": source, "certainty": certainty, "kind": kind, "said_by": speaker}
    return corpus.claim("tarn-1931-c04").model_copy(update=changes)


@pytest.mark.parametrize(("certainty", "kind", "speaker", "expected"), ONE_SOURCE)
def test_how_one_source_carries_a_statement(
    mini: Corpus, certainty: str, kind: str, speaker: str | None, expected: Standing
) -> None:
    assert claim_standing(claim(mini, 1, ("tarn-1931", certainty, kind, speaker)), (WARDENS,)) == expected


@pytest.mark.parametrize(("carrying", "denying", "expected"), ALL_TOGETHER)
def test_how_a_statement_stands(mini: Corpus, carrying: list[Case], denying: list[Case], expected: Standing) -> None:
    said = [claim(mini, number, case) for number, case in enumerate(carrying)]
    against = [claim(mini, number + 5, case) for number, case in enumerate(denying)]
    assert standing_of(mini, said, against, (WARDENS,)).standing == expected


def test_a_witness_asserts_suggests_or_reports_and_who_rejects_or_alleges_is_none(mini: Corpus) -> None:
    cases = [ASSERTS, ALLEGES, REJECTS]
    judged = standing_of(mini, [claim(mini, number, case) for number, case in enumerate(cases)])
    assert [one.id for one in judged.witnesses] == ["tarn-1931"]
    assert [(one.source.id, one.standing) for one in judged.carried_by] == [
        ("tarn-1931", Standing.ASSERTED),
        ("board-1934", Standing.ALLEGED),
    ]
    assert [one.source.id for one in judged.rejected_by] == ["quay-2002"]


def test_that_somebody_said_something_is_asserted_by_who_quotes_it(mini: Corpus) -> None:
    denial = mini.claim("tarn-1931-c06")
    assert denial.is_rejected
    assert claim_standing(denial, (WARDENS,)) == Standing.REJECTED
    assert claim_standing(denial, (WARDENS,), speakers=(WARDENS,)) == Standing.ASSERTED


def test_a_statement_without_a_claim_has_no_standing(mini: Corpus) -> None:
    with pytest.raises(ValueError, match="empty"):
        standing_of(mini, [])


def test_what_is_contested_is_less_firm_than_what_is_alleged_and_firmer_than_what_is_rejected() -> None:
    assert least_firm([Standing.ALLEGED, Standing.CONTESTED, Standing.ASSERTED]) == Standing.CONTESTED
    assert least_firm([Standing.REJECTED, Standing.CONTESTED]) == Standing.REJECTED
    assert least_firm([Standing.ASSERTED]) == Standing.ASSERTED


def test_a_statement_stands_from_each_day_as_the_sources_known_by_then_have_it(mini: Corpus) -> None:
    said, denied = claim(mini, 1, ASSERTS), claim(mini, 2, DENIES)
    corpus = with_records(mini, {**mini.records, said.id: said, denied.id: denied})
    relation = Relation.model_validate(
        {"type": "split_from", "to": GUILD, "claims": [said.id], "denied_by": [denied.id]}
    )
    assert standings_by_day(corpus, relation) == (
        (date(1931, 5, 31), Standing.ASSERTED),
        (date(2002, 3, 9), Standing.CONTESTED),
    )


def test_a_denial_that_its_own_source_disputes_is_told_as_such(mini: Corpus) -> None:
    denial = claim(mini, 2, ("quay-2002", "disputed-by-author", "denial", WARDENS))
    judged = standing_of(mini, [claim(mini, 1, ASSERTS)], [denial])
    assert judged.standing == Standing.ASSERTED
    assert judged.denied_by == ()
    assert [one.source.id for one in judged.denials_rejected] == ["quay-2002"]
