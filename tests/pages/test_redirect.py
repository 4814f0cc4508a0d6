from __future__ import annotations

from dataclasses import replace

import pytest
from markupsafe import Markup

from dossier.corpus.corpus import Corpus
from dossier.editions.history import Change, EditionStep, History
from dossier.editions.site_info import SiteInfo
from dossier.editions.state import Edition
from dossier.load import load
from dossier.model.records import Redirect
from dossier.pages.context import Context, context_of
from dossier.pages.page import page_of_redirect
from dossier.pages.redirect import HeldBy, gone_since, redirect_view
from tests.conftest import Changed
from tests.support.changes import added

FIRST, SECOND = Edition("2024.1", "2024-04-01"), Edition("2024.2", "2024-05-10")
INFO = SiteInfo("Lamp Dossier", "https://lamp.example/", "")
CLAIM = Redirect(
    id="quay-2002-c99", kind="claim", said="The bell was of tin.", reason="withdrawn", why="The article has no bell."
)


def published(key: str) -> SiteInfo:
    """The site of the second edition, in which this record is gone."""
    gone = Change(key, "place", "Fog Bell", "places/fog-bell/", "withdrawn", why="No source names it.")
    return replace(
        INFO, edition=SECOND, history=History((EditionStep(FIRST, None), EditionStep(SECOND, FIRST, (gone,))))
    )


def test_a_merged_record_says_what_it_was_and_leads_to_what_took_its_place(context: Context) -> None:
    view = redirect_view(context, context.corpus.redirects["wick-brotherhood"], INFO)
    assert (view.eyebrow, view.title, view.became) == ("Actor, merged", "Wick Brotherhood", "merged")
    assert view.why == "It is the same guild under its former name."
    assert view.to is context.links["lamp-guild"]
    assert (view.date, view.held_by) == (None, None)


def test_nothing_stands_in_the_place_of_a_withdrawn_record(context: Context) -> None:
    view = redirect_view(context, context.corpus.redirects["fog-bell"], INFO)
    assert (view.eyebrow, view.title, view.to) == ("Place, withdrawn", "Fog Bell", None)
    assert view.date is not None
    assert view.date.words == "March 2024"


def test_a_withdrawn_claim_shows_its_words_and_its_source(context: Context) -> None:
    view = redirect_view(context, CLAIM, INFO)
    assert (view.title, view.said, view.source) == ("The bell was of tin.", "", context.sources["quay-2002"])


def test_a_claim_under_a_title_shows_its_words_besides(context: Context) -> None:
    view = redirect_view(context, CLAIM.model_copy(update={"title": "The bell"}), INFO)
    assert (view.title, view.said) == ("The bell", "The bell was of tin.")


@pytest.mark.parametrize(
    ("redirect", "title"),
    [
        (CLAIM.model_copy(update={"said": None}), "Claim 99 of Quay 2002"),
        (Redirect(id="gone-2000-c01", kind="claim", reason="withdrawn", why="A."), "Gone 2000 c01"),
        (Redirect(id="fog-horn", kind="place", reason="withdrawn", why="A."), "Fog horn"),
    ],
)
def test_what_nobody_wrote_down_is_told_by_its_id(context: Context, redirect: Redirect, title: str) -> None:
    assert redirect_view(context, redirect, INFO).title == title


def test_the_last_edition_that_holds_it_is_linked(context: Context) -> None:
    fog_bell = context.corpus.redirects["fog-bell"]
    view = redirect_view(context, fog_bell, published("fog-bell"))
    assert view.held_by == HeldBy("2024.1", "2024-04-01", Markup("https://lamp.example/2024.1/places/fog-bell/"))
    assert redirect_view(context, fog_bell, published("west-pier")).held_by is None


def test_without_an_address_of_the_site_the_edition_is_only_named(context: Context) -> None:
    view = redirect_view(context, context.corpus.redirects["fog-bell"], replace(published("fog-bell"), url=""))
    assert view.held_by == HeldBy("2024.1", "2024-04-01", Markup())


def test_a_correction_says_since_when_where_the_redirect_does_not(changed: Changed) -> None:
    root = changed(
        {
            "data/redirects.yaml": added(
                "- {id: fog-horn, kind: place, reason: withdrawn, why: No source names it.}\n"
            ),
            "data/corrections.yaml": added('- {date: "2024-04-05", record: fog-horn, changed: A., why: B.}\n'),
        }
    )
    corpus = load(root)
    assert str(gone_since(corpus, corpus.redirects["fog-horn"])) == "2024-04-05"
    assert redirect_view(context_of(corpus), corpus.redirects["fog-horn"], INFO).date is not None


def test_the_title_of_its_page_says_that_it_is_gone(mini: Corpus) -> None:
    page = page_of_redirect(mini, mini.redirects["fog-bell"])
    assert (page.title, page.label, page.cited_as) == ("Fog Bell (place, withdrawn)", "", "Fog Bell (place, withdrawn)")
    assert page.crumbs[-1] == (page.title, "places/fog-bell/")


def test_a_long_claim_is_cut_in_the_title_of_its_page_and_not_in_its_citation(mini: Corpus) -> None:
    said = f"The bell was of tin{', and of tin' * 12}."
    page = page_of_redirect(mini, CLAIM.model_copy(update={"said": said}))
    assert page.cited_as == f"{said[:-1]} (claim, withdrawn)"
    assert page.title.endswith("… (claim, withdrawn)")
    assert len(page.title) < 100
