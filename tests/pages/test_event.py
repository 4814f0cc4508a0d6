from __future__ import annotations

from dossier.model.records import Event
from dossier.pages.context import Context
from dossier.pages.event import event_page


def event(context: Context, key: str) -> Event:
    found = context.corpus.records[key]
    assert isinstance(found, Event)
    return found


def test_the_page_of_an_event(context: Context) -> None:
    page = event_page(context, event(context, "great-lamp-fire"))
    assert (page.eyebrow, page.title) == ("Attack", "Fire at the great lamp")
    assert (page.date.edtf, page.date.is_time) == ("1903-11-XX", False)
    assert [one.id for one in page.places] == ["north-head"]
    assert [(one.actor.id, one.role) for one in page.participants] == [
        ("reed-wardens", "is blamed for it"),
        ("reed-wardens", "denied it"),
        ("lamp-guild", "suffered it"),
        ("harbour-board", "responded to it"),
    ]
    assert page.claims_counted == "4 claims in 3 sources, oldest publication first."
    assert [one.id for one in page.claims] == ["tarn-1931-c05", "tarn-1931-c06", "board-1934-c03", "quay-2002-c04"]


def test_claims_about_an_event_that_do_not_tell_of_it_stand_apart(context: Context) -> None:
    one = event(context, "great-lamp-fire")
    page = event_page(context, one.model_copy(update={"claims": ("tarn-1931-c06",)}))
    assert [claim.id for claim in page.claims] == ["tarn-1931-c06"]
    others = {claim.id for claim in page.other_claims}
    assert others == {claim.id for claim in context.corpus.claims_about(one.id)} - {"tarn-1931-c06"}
    assert "tarn-1931-c05" in others
