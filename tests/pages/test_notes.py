from __future__ import annotations

from dossier.pages.references import References

from dossier.corpus.corpus import Corpus


def test_claims_are_numbered_as_they_are_first_cited(mini: Corpus) -> None:
    references = References()
    first, second = mini.claim("quay-2002-c02"), mini.claim("board-1934-c01")
    assert references.numbered([first, second, first]) == [(1, first), (2, second), (1, first)]
    assert references.number(second) == 2


def test_the_list_holds_each_claim_once_in_order(mini: Corpus) -> None:
    references = References()
    claims = [mini.claim(key) for key in ("quay-2002-c02", "board-1934-c01")]
    references.numbered([*claims, *claims])
    assert list(references) == [(1, claims[0]), (2, claims[1])]


def test_a_page_that_cites_nothing_has_no_references() -> None:
    assert list(References()) == []
