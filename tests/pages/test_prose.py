from __future__ import annotations

from dossier.pages.context import Context
from dossier.pages.prose import ProsePart


def test_prose_is_words_links_and_notes(context: Context) -> None:
    notes = context.notes()
    text = "The guild of [[brisa|the isle]] [@tarn-1931-c01] left [[nowhere]] for [[north-head]]."
    words, isle, cited, more, nowhere, between, head, end = context.prose(text, notes)
    assert (words.words, more.words, between.words, end.words) == ("The guild of ", " left ", " for ", ".")
    assert isle.link is not None
    assert (isle.link.id, isle.link.words) == ("brisa", "the isle")
    assert [(one.number, one.claim.id) for one in cited.notes] == [(1, "tarn-1931-c01")]
    assert nowhere == ProsePart("nowhere")
    assert head.link == context.links["north-head"]


def test_citations_are_left_out_without_notes(context: Context) -> None:
    assert context.prose("It began [@tarn-1931-c01].") == (ProsePart("It began"), ProsePart("."))


def test_a_claim_keeps_its_number_on_a_page(context: Context) -> None:
    notes = context.notes()
    first = notes.cite(["tarn-1931-c02", "quay-2002-c01"])
    again = notes.cite(["quay-2002-c01", "tarn-1931-c01"])
    assert [one.number for one in (*first, *again)] == [1, 2, 2, 3]
    assert [one.claim.id for one in notes.all()] == ["tarn-1931-c02", "quay-2002-c01", "tarn-1931-c01"]
