from __future__ import annotations

from dossier.pages.context import Context
from dossier.pages.prose import ProsePart


def test_prose_is_words_links_and_notes(context: Context) -> None:
    notes = context.notes()
    text = "The guild of [[brisa|the isle]] [@tarn-1931-c01] left [[nowhere]] for [[north-head]]."
    parts = context.prose(text, notes)
    assert [part.words for part in parts if part.words.strip()] == ["The guild of ", " left ", "nowhere", " for ", "."]
    assert [(part.link.id, part.link.words) for part in parts if part.link] == [
        ("brisa", "the isle"),
        ("north-head", "North Head"),
    ]
    assert [(one.number, one.claim.id) for part in parts for one in part.notes] == [(1, "tarn-1931-c01")]


def test_citations_are_left_out_without_notes(context: Context) -> None:
    assert context.prose("It began [@tarn-1931-c01].") == (ProsePart("It began"), ProsePart("."))


def test_a_claim_keeps_its_number_on_a_page(context: Context) -> None:
    notes = context.notes()
    first = notes.cite(["tarn-1931-c02", "quay-2002-c01"])
    again = notes.cite(["quay-2002-c01", "tarn-1931-c01"])
    assert [one.number for one in (*first, *again)] == [1, 2, 2, 3]
    assert [one.claim.id for one in notes.all()] == ["tarn-1931-c02", "quay-2002-c01", "tarn-1931-c01"]
