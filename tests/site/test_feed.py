from __future__ import annotations

from pathlib import Path
from typing import Any

import feedparser
import pytest
from lxml import etree, html

from dossier.corpus.corpus import Corpus
from dossier.editions.history import History, history
from dossier.editions.state import Edition, state_of
from dossier.load import load
from dossier.model.words import ENGLISH
from dossier.pages.changes import history_view
from dossier.site.feed import feed, feed_files, redirects
from tests.conftest import Changed
from tests.support.links import BuiltPage
from tests.support.printing import PRINTER, Pages, changes_page
from tests.support.second import FIRST, LATER, SECOND

URL = "https://lamp.example/isle/"
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def past(mini: Corpus, changed: Changed) -> tuple[Pages, History]:
    """The pages and the history of the second edition."""
    corpus = load(changed(SECOND))
    states = [state_of(mini, Edition(*FIRST)), state_of(corpus, Edition(*LATER))]
    return Pages(corpus), history(states)


def page_of(pages: Pages, past: History, url: str = URL) -> BuiltPage:
    page = changes_page(pages, past, url)
    return BuiltPage(page.address, html.fromstring(f"<article>{page.content}</article>"))


def test_where_nothing_is_published_the_page_says_so(mini: Corpus) -> None:
    page = page_of(Pages(mini), History())
    assert page.texts("p")[0].startswith("Nothing is published yet.")
    assert page.tree.cssselect("h2, a") == []


def test_the_first_edition_is_said_to_be_the_first(mini: Corpus) -> None:
    page = page_of(Pages(mini), history([state_of(mini, Edition(*FIRST))]))
    assert page.texts("h2") == ["Edition 2024.1#"]
    assert "This is the first edition." in page.texts("p")


def test_an_edition_without_changes_says_so(mini: Corpus) -> None:
    states = [state_of(mini, Edition(*edition)) for edition in (FIRST, LATER)]
    assert "No record and no page changed." in page_of(Pages(mini), history(states)).texts("p")


def test_the_newest_edition_stands_first(past: tuple[Pages, History]) -> None:
    page = page_of(*past)
    assert page.texts("h2") == ["Edition 2024.2#", "Edition 2024.1#"]
    assert page.tree.xpath("//time/@datetime") == [LATER[1], FIRST[1]]


def test_each_change_has_its_place_and_leads_to_the_record(past: tuple[Pages, History]) -> None:
    page = page_of(*past)
    found = {one.get("id"): one.get("data-change") for one in page.tree.cssselect("[data-change]")}
    assert found == {past[1].steps[1].anchor(change): change.type for change in past[1].steps[1].changes}
    claim = page.tree.get_element_by_id("2024.2-tarn-1931-c04")
    assert claim.xpath(".//h3/a/@href") == ["../claims/tarn-1931-c04/"]
    assert page.tree.get_element_by_id("2024.2-west-pier").xpath("a/@href") == ["../places/west-pier/"]


def test_old_and_new_words_stand_side_by_side_with_the_reason(past: tuple[Pages, History]) -> None:
    claim = page_of(*past).tree.get_element_by_id("2024.2-tarn-1931-c04")
    rows = [[cell.text_content() for cell in row] for row in claim.cssselect("tbody tr")]
    old = "The Reed Wardens left the guild over the price of oil."
    assert rows == [["text", old, old.replace("oil", "lamp oil")], ["certainty", "stated outright", "hedged"]]
    assert [mark.text.strip() for mark in claim.cssselect("ins")] == ["lamp", "hedged"]
    assert "Why. The oil is lamp oil. The third paragraph says so." in claim.text_content()


def test_what_moved_says_where_to_and_why(past: tuple[Pages, History]) -> None:
    place = page_of(*past).tree.get_element_by_id("2024.2-north-head")
    assert "north-head is now north-cape." in place.text_content()
    assert "The cape has that name now." in place.text_content()


def parsed(past: tuple[Pages, History]) -> Any:
    found = feedparser.parse(feed(PRINTER, ENGLISH, past[1], "Lamps & Lies", URL).encode())
    assert not found.bozo
    assert found.version == "atom10"
    return found


def test_a_feed_reader_reads_the_feed(past: tuple[Pages, History]) -> None:
    found = parsed(past)
    assert (found.feed.title, found.feed.id) == ("Lamps & Lies: changes", f"{URL}changes/")
    assert found.feed.updated == f"{LATER[1]}T00:00:00Z"
    assert found.feed.rights.endswith("(https://creativecommons.org/licenses/by/4.0/)")
    assert {link.rel: link.href for link in found.feed.links} == {
        "self": f"{URL}changes/feed.xml",
        "alternate": f"{URL}changes/",
    }


def test_the_feed_has_an_entry_for_each_edition_and_each_change(past: tuple[Pages, History]) -> None:
    entries = parsed(past).entries
    own = [f"{URL}changes/#{past[1].steps[1].anchor(change)}" for change in past[1].steps[1].changes]
    assert [entry.id for entry in entries] == [f"{URL}2024.2/", *own, f"{URL}2024.1/"]
    assert [entry.link for entry in entries] == [entry.id for entry in entries]
    assert [entry.updated[:10] for entry in entries] == [LATER[1]] * (len(own) + 1) + [FIRST[1]]


def test_the_feed_says_what_the_page_says(past: tuple[Pages, History]) -> None:
    page = page_of(*past)
    for entry in parsed(past).entries:
        if "#" in entry.id and "added" not in [tag.term for tag in entry.tags]:
            section = page.tree.get_element_by_id(entry.id.partition("#")[2])
            section.remove(section.find("h3"))
            content = html.fromstring(f"<div>{entry.content[0].value}</div>").text_content()
            assert content.split() == section.text_content().split()
            assert section.text_content().split()


def test_links_in_the_feed_are_whole(past: tuple[Pages, History]) -> None:
    text = "".join(entry.content[0].value for entry in parsed(past).entries if "content" in entry)
    links = html.fromstring(text).xpath("//a/@href")
    assert f"{URL}places/north-cape/" in links
    assert all(link.startswith(URL) for link in links)


def test_the_feed_has_what_atom_asks_of_it(past: tuple[Pages, History]) -> None:
    tree = etree.fromstring(feed(PRINTER, ENGLISH, past[1], "Lamps", URL).encode())
    for part in (tree, *tree.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(part.findall(f"{ATOM}{name}")) == 1
        (alternate,) = (link for link in part.findall(f"{ATOM}link") if link.get("rel") == "alternate")
        assert alternate.get("href")
    assert tree.findtext(f"{ATOM}author/{ATOM}name") == "Lamps"
    ids = [entry.findtext(f"{ATOM}id") for entry in tree.findall(f"{ATOM}entry")]
    assert len(set(ids)) == len(ids)


def test_the_feed_is_the_same_each_time(past: tuple[Pages, History]) -> None:
    assert feed(PRINTER, ENGLISH, past[1], "Lamps", URL) == feed(PRINTER, ENGLISH, past[1], "Lamps", URL)


def test_there_is_a_feed_where_there_are_editions_and_an_address(past: tuple[Pages, History]) -> None:
    assert feed_files(PRINTER, past[0].corpus, past[1], "Lamps", URL).keys() == {"_redirects", "changes/feed.xml"}
    assert feed_files(PRINTER, past[0].corpus, past[1], "Lamps", "").keys() == {"_redirects"}
    assert feed_files(PRINTER, past[0].corpus, History(), "Lamps", URL).keys() == {"_redirects"}
    assert page_of(*past).tree.xpath("//a[@rel='alternate']/@href") == ["../changes/feed.xml"]
    assert page_of(*past, url="").tree.xpath("//a[@rel='alternate']") == []


@pytest.mark.parametrize(("url", "base"), [("", "/"), ("https://lamp.example/", "/"), (URL, "/isle/")])
def test_hosts_are_told_of_what_moved_and_not_of_what_was_withdrawn(mini: Corpus, url: str, base: str) -> None:
    assert redirects(mini, url) == (
        f"{base}actors/wick-brotherhood/ {base}actors/lamp-guild/ 301\n{base}history/ {base}origins/ 301\n"
    )


def test_a_site_that_is_not_published_has_the_page_and_the_redirects(
    mini_site: Path, mini_pages: dict[str, BuiltPage]
) -> None:
    assert mini_pages["changes/"].texts("h1") == ["Changes"]
    assert (mini_site / "_redirects").is_file()
    assert not (mini_site / "changes/feed.xml").exists()


def history_of(past: tuple[Pages, History], record: str) -> BuiltPage:
    pages, found = past
    view = history_view(ENGLISH, found, record)
    part = pages.part("history.html", "places/x/", view=view) if view else ""
    return BuiltPage("places/x/", html.fromstring(f"<div>{part}</div>"))


def test_a_record_that_changed_says_so_and_where(past: tuple[Pages, History]) -> None:
    page = history_of(past, "tarn-1931-c04")
    assert page.texts("li") == [
        "Since edition 2024.1: text, certainty. See what changed in edition 2024.2 of 2024-05-10"
    ]
    assert page.tree.xpath("//a/@href") == ["../../changes/#2024.2-tarn-1931-c04"]


def test_a_record_that_others_became_says_so(past: tuple[Pages, History]) -> None:
    assert (
        "Since edition 2024.1: tide-gazette was merged into this one."
        in history_of(past, "harbour-board").texts("li")[0]
    )
    assert "north-head was renamed to this." in history_of(past, "north-cape").texts("li")[0]


def test_a_record_that_did_not_change_says_nothing(past: tuple[Pages, History]) -> None:
    assert history_of(past, "saltmouth").texts("aside") == []
    assert history_of(past, "west-pier").texts("aside") == []
