from __future__ import annotations

from dossier.pages.claim import claim_page
from dossier.pages.context import Context


def test_the_page_of_a_claim(context: Context) -> None:
    page = claim_page(context, context.corpus.claim("tarn-1931-c05"))
    assert page.claim is context.claims["tarn-1931-c05"]
    assert page.source.words == "The Keepers of Brisa"
    assert [one.id for one in page.about] == ["great-lamp-fire", "reed-wardens", "lamp-guild", "north-head"]
    assert [one.locator.number for one in page.passages] == [3]
    (passage,) = page.passages
    assert page.has_sentence
    assert [one.words for one in passage.before] == ["Those who left were the ", "", "."]
    assert passage.sentence[0].words == "When the great lamp at "
    assert passage.after == ()
    assert (page.anchor_from, page.anchor_to) == ("the guild has always", "a warden's hand")
    assert (
        page.passage_url
        == "https://example.org/keepers-of-brisa#:~:text=the%20guild%20has%20always,a%20warden%27s%20hand"
    )
    assert [(one.id, [claim.id for claim in one.claims]) for one in page.related] == [
        ("disputes", ["tarn-1931-c06", "quay-2002-c04"])
    ]
    assert [one.question.id for one in page.answers] == ["who-lit-the-fire"]
    assert "".join(part.words or (part.link.words if part.link else "") for part in page.answers[0].position) == (
        "The Reed Wardens lit it"
    )
    assert [one.link.id for one in page.events] == ["great-lamp-fire"]
    assert [one.id for one in page.neighbours] == ["tarn-1931-c04", "tarn-1931-c06"]


def test_a_claim_of_a_source_without_an_address_leads_nowhere(context: Context) -> None:
    without = next(one for one in context.corpus.records.values() if one.id == "board-1934-c01")
    source = context.corpus.source("board-1934")
    page = claim_page(context, context.corpus.claim(without.id))
    assert bool(page.passage_url) == bool(source.URL)


def test_where_no_sentence_is_sure_enough_the_paragraph_stands_unmarked(context: Context) -> None:
    claim = context.corpus.claim("tarn-1931-c05")
    anchor = claim.anchor.model_copy(update={"from_": "a ferry", "to": "sank"})
    unsure = claim.model_copy(update={"text": "A ferry sank.", "about": (), "anchor": anchor})
    page = claim_page(context, unsure)
    assert not page.has_sentence
    assert page.passages[0].sentence == page.passages[0].after == ()
    assert page.passages[0].before
