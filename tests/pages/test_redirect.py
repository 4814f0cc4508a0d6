from __future__ import annotations

from dossier.pages.context import Context
from dossier.pages.redirect import redirect_view


def test_a_merged_record_leads_to_what_took_its_place(context: Context) -> None:
    view = redirect_view(context, context.corpus.redirects["wick-brotherhood"])
    assert (view.eyebrow, view.title) == ("Actor, merged", "wick-brotherhood")
    assert view.why == "It is the same guild under its former name."
    assert view.to is context.links["lamp-guild"]


def test_nothing_stands_in_the_place_of_a_withdrawn_record(context: Context) -> None:
    view = redirect_view(context, context.corpus.redirects["fog-bell"])
    assert (view.eyebrow, view.to) == ("Place, withdrawn", None)
