from __future__ import annotations

from dossier.editions.site_info import SiteInfo
from dossier.editions.state import Edition
from dossier.pages.frame import crumbs_view, handout_view
from dossier.pages.page import Page

PAGE = Page("actors/guild/", "actor", "guild", "Guild", "", "", (("Actors", "actors/"), ("Guild", "actors/guild/")))


def test_crumbs_lead_from_the_root_down() -> None:
    view = crumbs_view(PAGE, is_citable=True)
    assert [(one.title, str(one.address)) for one in view.trail] == [
        ("Actors", "actors/"),
        ("Guild", "actors/guild/"),
    ]
    assert view.is_citable
    assert not crumbs_view(PAGE, is_citable=False).is_citable


def test_paper_tells_the_edition_and_the_address_in_it() -> None:
    info = SiteInfo("Brisa", "https://brisa.example/", "", Edition("2026-01", "2026-01-05"))
    view = handout_view(info, PAGE.address)
    assert (view.site_name, view.edition, view.date) == ("Brisa", "2026-01", "2026-01-05")
    assert view.address == "https://brisa.example/2026-01/actors/guild/"


def test_paper_tells_no_address_where_none_is_known() -> None:
    view = handout_view(SiteInfo("Brisa", "", ""), PAGE.address)
    assert (view.edition, view.address) == ("", "")
