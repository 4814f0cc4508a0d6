from __future__ import annotations

import pytest

from dossier.corpus.standing import Standing, standing_of
from dossier.model.records import Claim
from dossier.model.words import ENGLISH
from dossier.pages.context import Context, context_of
from dossier.pages.standing import DOES, SourceVoice, StandingView, standing_view
from tests.support.relinking import with_records

Told = tuple[str, str, tuple[str, ...]]


def view(context: Context, *carrying: Claim, against: tuple[Claim, ...] = (), cited: bool = False) -> StandingView:
    records = {one.id: one for one in (*carrying, *against)}
    own = context_of(with_records(context.corpus, {**context.corpus.records, **records}))
    judged = standing_of(own.corpus, carrying, against, ("reed-wardens",))
    return standing_view(own, judged, own.notes() if cited else None)


def told(voices: tuple[SourceVoice, ...]) -> list[Told]:
    return [(one.source.words, one.does, tuple(speaker.words for speaker in one.speakers)) for one in voices]


def claim(context: Context, key: str, **changes: object) -> Claim:
    return context.corpus.claim(key).model_copy(update=changes)


def test_there_are_words_for_every_standing() -> None:
    assert set(ENGLISH.under("standings")) == {str(one) for one in Standing}
    assert set(DOES) == set(Standing) - {Standing.ASSERTED, Standing.CONTESTED, Standing.REJECTED}
    assert {str(one) for one in DOES} == set(ENGLISH.under("standing"))


def test_what_a_source_asserts_is_firm(context: Context) -> None:
    found = view(context, claim(context, "tarn-1931-c04"))
    assert (found.key, found.words, found.is_firm) == ("asserted", "Asserted", True)
    assert told(found.said_by) == [("Tarn 1931", "", ())]
    assert (found.rejected_by, found.denied_by) == ((), ())


@pytest.mark.parametrize(
    ("changes", "key", "does"),
    [
        ({"certainty": "hedged"}, "suggested", "suggests it"),
        ({"certainty": "reported"}, "reported", "passes it on"),
        ({"kind": "allegation"}, "alleged", "passes on an allegation"),
    ],
)
def test_what_is_less_than_asserted_is_named_so(context: Context, changes: dict[str, str], key: str, does: str) -> None:
    found = view(context, claim(context, "tarn-1931-c04", **changes))
    assert (found.key, found.is_firm, told(found.said_by)) == (key, False, [("Tarn 1931", "", ())])
    beside = view(context, claim(context, "tarn-1931-c04", **changes), claim(context, "quay-2002-c02"))
    assert told(beside.said_by)[0] == ("Tarn 1931", does, ())


def test_sources_stand_in_the_order_of_publication_with_the_speakers_they_pass_on(context: Context) -> None:
    found = view(
        context,
        claim(context, "quay-2002-c03", kind="fact"),
        claim(context, "tarn-1931-c04", said_by="lamp-guild"),
        claim(context, "tarn-1931-c02", said_by="ada-veyl"),
        claim(context, "tarn-1931-c03", said_by="lamp-guild"),
    )
    assert told(found.said_by) == [
        ("Tarn 1931", "", ("Ada Veyl", "Lamp Guild")),
        ("Quay 2002", "", ("Tide Gazette",)),
    ]


def test_who_rejects_and_who_denies_stand_apart_from_who_says_so(context: Context) -> None:
    found = view(
        context,
        claim(context, "tarn-1931-c04"),
        claim(context, "board-1934-c02", certainty="disputed-by-author"),
        against=(claim(context, "quay-2002-c03"), claim(context, "board-1934-c03", said_by=None)),
    )
    assert (found.key, found.words, found.is_firm) == ("contested", "Contested", False)
    assert told(found.said_by) == [("Tarn 1931", "", ())]
    assert told(found.rejected_by) == [("Harbour Board 1934", "", ())]
    assert told(found.denied_by) == [
        ("Harbour Board 1934", "", ()),
        ("Quay 2002", "", ("Tide Gazette",)),
    ]


def test_claims_are_cited_where_the_page_has_notes(context: Context) -> None:
    claims = claim(context, "tarn-1931-c04"), claim(context, "tarn-1931-c01")
    (cited,) = view(context, *claims, cited=True).said_by
    assert [note.claim.id for note in cited.notes] == ["tarn-1931-c01", "tarn-1931-c04"]
    (bare,) = view(context, *claims).said_by
    assert bare.notes == ()
