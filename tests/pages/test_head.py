from __future__ import annotations

import json

from markupsafe import escape

from dossier.corpus.corpus import Corpus
from dossier.editions.history import EditionStep, History
from dossier.editions.site_info import SiteInfo
from dossier.editions.state import Edition
from dossier.exports.linked_data import linked
from dossier.pages.context import Context
from dossier.pages.head import Head, head_view
from dossier.pages.page import Page, page_of_record, page_of_redirect

URL = "https://brisa.example/"
INFO = SiteInfo("Brisa", URL, "An invented island.")
EDITION = Edition("2026-01", "2026-01-05")
HERE = SiteInfo("Brisa", "", "")


def head(context: Context, key: str, info: SiteInfo = INFO) -> Head:
    page = page_of_record(context.corpus, context.corpus.records[key], context.plain)
    return head_view(context.corpus, page, info, "default-src 'self'")


def links(view: Head) -> list[tuple[str, str, str]]:
    return [(one.rel, str(one.href), str(one.type)) for one in view.links]


def test_the_head_of_a_record_names_its_address_and_its_json(context: Context) -> None:
    view = head(context, "lamp-guild")
    assert (view.policy, view.title, view.site_name) == (escape("default-src 'self'"), "Lamp Guild", "Brisa")
    assert (view.canonical, view.og_type) == (f"{URL}actors/lamp-guild/", "article")
    assert ("describedby alternate", "index.json", "application/json") in links(view)
    assert ("alternate", "index.md", "text/markdown") in links(view)
    assert ("cite-as", f"{URL}actors/lamp-guild/", "") in links(view)


def test_a_site_without_an_address_has_no_canonical_pages(context: Context) -> None:
    view = head(context, "lamp-guild", HERE)
    assert (view.canonical, view.has_feed) == ("", False)
    assert "cite-as" not in [one.rel for one in view.links]
    assert json.loads(view.json_ld)["@graph"][0]["url"] == "../../actors/lamp-guild/"


def test_a_published_edition_is_cited_and_has_a_feed(context: Context) -> None:
    info = SiteInfo("Brisa", URL, "", EDITION, History((EditionStep(EDITION, None),)))
    view = head(context, "lamp-guild", info)
    assert (view.edition, view.has_feed) == ("2026-01", True)
    assert ("cite-as", f"{URL}2026-01/actors/lamp-guild/", "") in links(view)


def test_every_page_is_described_as_itself(context: Context) -> None:
    assert dict(head(context, "lamp-guild").tags)["DC.title"] == "Lamp Guild"
    source = dict(head(context, "tarn-1931").tags)
    assert source["DC.title"] == "The Keepers of Brisa (Tarn 1931, restated)"
    assert source["DC.identifier"] == f"{URL}sources/tarn-1931/"
    prose = Page("about/", "page", "about", "About", "", "What this is.")
    assert dict(head_view(context.corpus, prose, INFO, "").tags)["DC.title"] == "About"


def test_a_page_has_the_date_and_the_address_of_its_edition_or_no_date(context: Context) -> None:
    info = SiteInfo("Brisa", URL, "", EDITION, History((EditionStep(EDITION, None),)))
    view = head(context, "lamp-guild", info)
    tags = dict(view.tags)
    assert (tags["DC.date"], view.published) == ("2026-01-05", "2026-01-05")
    assert tags["DC.identifier"] == tags["citation_public_url"] == f"{URL}2026-01/actors/lamp-guild/"
    bare = head(context, "lamp-guild")
    assert ("DC.date" in dict(bare.tags), bare.published) == (False, "")


def test_a_page_that_leads_on_or_is_private_is_not_offered(context: Context) -> None:
    moved = page_of_redirect(context.corpus, context.corpus.redirects["wick-brotherhood"])
    private = Page("x/", "page", "x", "X", "", "", is_private=True)
    assert [head_view(context.corpus, page, INFO, "").tags for page in (moved, private)] == [(), ()]


def test_a_source_hands_out_the_publisher_s_page(context: Context) -> None:
    assert ("item", "https://example.org/keepers-of-brisa", "text/html") in links(head(context, "tarn-1931"))


def test_a_redirect_goes_to_what_took_its_place(context: Context) -> None:
    page = page_of_redirect(context.corpus, context.corpus.redirects["wick-brotherhood"])
    view = head_view(context.corpus, page, INFO, "")
    assert (view.goes_to, view.canonical) == ("actors/lamp-guild/", f"{URL}actors/lamp-guild/")
    assert len(json.loads(view.json_ld)["@graph"]) == 1


def test_the_linked_data_is_the_page_the_record_and_what_else_it_is_about(mini: Corpus, context: Context) -> None:
    record = mini.claim("tarn-1931-c05")
    page = page_of_record(mini, record, context.plain)
    view = head_view(mini, page, INFO, "", about=[{"@id": "x"}], items=[("a.csv", "text/csv")])
    web_page, claim, other = json.loads(view.json_ld)["@graph"]
    assert web_page["mainEntity"] == {"@id": f"{URL}claims/tarn-1931-c05/#subject"}
    assert (claim, other) == (linked(mini, record, URL), {"@id": "x"})
    assert ("item", "a.csv", "text/csv") in links(view)


def test_linked_data_cannot_end_its_script(context: Context) -> None:
    page = Page("x/", "page", "x", "</script><b>", "", "")
    view = head_view(context.corpus, page, INFO, "")
    assert "<" not in view.json_ld
    assert json.loads(view.json_ld)["@graph"][0]["name"] == "</script><b>"


def test_the_home_page_is_that_of_the_website(context: Context) -> None:
    assert head_view(context.corpus, Page("", "page", "", "Brisa", "", ""), INFO, "").og_type == "website"
