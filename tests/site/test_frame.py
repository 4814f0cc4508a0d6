from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest

from dossier.corpus.corpus import Corpus
from dossier.model.addresses import SECTIONS, url_for
from dossier.model.vocabulary import KINDS
from dossier.renderers.mkdocs import prose_of
from dossier.site.build import build, finish
from dossier.site.renderer import Settings
from dossier.site.shell import Heading, Shell, headings
from dossier.site.stub_pages import stub_pages
from tests.conftest import Changed
from tests.support.changes import added, swapped
from tests.support.links import HERE, BuiltPage, dead_links, other_hosts, read_site
from tests.support.paths import MINI

Site = dict[str, BuiltPage]

BASE = "https://lamp.example/"
MERGED, WITHDRAWN, MOVED = "actors/wick-brotherhood/", "places/fog-bell/", "history/"
SAMPLES = ["questions/who-lit-the-fire/", "actors/lamp-guild/", "events/keeper-talks/", "places/brisa/"]
SAMPLES += ["claims/tarn-1931-c05/", "sources/tarn-1931/"]


def one(page: BuiltPage, path: str) -> Any:
    """The one element that an XPath finds."""
    (found,) = page.tree.xpath(path)
    return found


def leads(page: BuiltPage, path: str) -> list[str]:
    """Where the links lead that an XPath finds, as addresses of the site."""
    return [urljoin(HERE + page.address, link).removeprefix(HERE) for link in page.tree.xpath(path)]


def test_a_shell_is_filled_slot_by_slot() -> None:
    shell = Shell.of("<a><!-- slot:one --></a><b x='<!-- slot:two -->'><!-- slot:one --><!-- other --></b>")
    assert shell.names == ("one", "two", "one")
    assert shell.fill({"one": "1", "two": "2", "three": "3"}) == "<a>1</a><b x='2'>1<!-- other --></b>"


def test_a_value_that_looks_like_a_slot_is_left_alone() -> None:
    assert Shell.of("<!-- slot:one -->").fill({"one": "<!-- slot:two -->"}) == "<!-- slot:two -->"


def test_a_page_without_slots_is_what_it_was() -> None:
    assert Shell.of("<p>").fill({}) == "<p>"


def test_a_slot_without_a_value_is_an_error() -> None:
    with pytest.raises(KeyError, match="two"):
        Shell.of("<!-- slot:one --><!-- slot:two -->").fill({"one": "1"})


def test_headings_of_a_page_are_those_that_can_be_linked() -> None:
    html = (
        '<h1 id="a">A</h1><h2 id="b">B &amp; <code>b</code><a class="headerlink" href="#b">#</a></h2>'
        '<h3 class="x">no id</h3><h3 id="c" class="y"> C\n</h3><h4 id="d">D</h4>'
    )
    assert headings(html) == [Heading(2, "b", "B & b"), Heading(3, "c", "C")]


@pytest.mark.parametrize("left", ["<!-- slot:", "data-cite-claims", "data-link-record", "_shell"])
def test_no_slot_no_mark_and_no_shell_is_left(mini_site: Path, left: str) -> None:
    assert [path for path in mini_site.rglob("*.html") if left in path.read_text("utf-8")] == []
    assert list(mini_site.rglob("_shell")) == []


def test_every_record_has_its_page(mini: Corpus, mini_pages: Site) -> None:
    for record in mini.records.values():
        article = one(mini_pages[url_for(record)], "//article[@data-kind]")
        assert (article.get("data-kind"), article.get("data-id")) == (record.kind_of_record, record.id)


def test_every_page_has_one_heading_a_title_of_its_own_and_a_description(mini_pages: Site) -> None:
    titles = [page.tree.findtext(".//title") for page in mini_pages.values()]
    assert len(set(titles)) == len(titles)
    assert [address for address, page in mini_pages.items() if len(page.tree.findall(".//h1")) != 1] == []
    empty = "//meta[@name='description'][@content='']"
    assert [address for address, page in mini_pages.items() if page.tree.xpath(empty)] == []
    described = [address for address, page in mini_pages.items() if page.tree.xpath("//meta[@name='description']")]
    assert set(described) == set(mini_pages) - {"404.html"}


def test_every_page_names_its_whole_address(mini_pages: Site) -> None:
    for address in mini_pages.keys() - {"404.html", MERGED, MOVED}:
        assert one(mini_pages[address], "//link[@rel='canonical']/@href") == BASE + address


def test_the_address_of_a_record_that_moved_leads_on(mini_pages: Site) -> None:
    page = mini_pages[MERGED]
    assert one(page, "//link[@rel='canonical']/@href") == f"{BASE}actors/lamp-guild/"
    assert one(page, "//meta[@http-equiv='refresh']/@content") == "0; url=../../actors/lamp-guild/"
    assert "actors/lamp-guild/" in leads(page, "//article//a/@href")


def test_the_address_of_a_record_that_was_withdrawn_says_why(mini_pages: Site) -> None:
    page = mini_pages[WITHDRAWN]
    assert page.tree.xpath("//meta[@http-equiv='refresh']") == []
    assert "No source names it." in one(page, "//article").text_content()


def test_what_stands_in_the_head_is_escaped(mini_pages: Site) -> None:
    page = mini_pages["sources/quay-2002/"]
    assert page.tree.findtext(".//title").startswith("Lamps & Lies · ")
    assert one(page, "//meta[@property='og:title']/@content") == "Lamps & Lies"


@pytest.mark.parametrize("address", SAMPLES)
def test_breadcrumbs_lead_from_home_over_the_list_to_the_record(mini_pages: Site, address: str) -> None:
    page = mini_pages[address]
    section = address.partition("/")[0]
    words = page.texts("nav[aria-label='You are here'] li")
    title = one(page, "//meta[@property='og:title']/@content")
    assert words == ["Home", next(KINDS[kind][1] for kind in SECTIONS if SECTIONS[kind] == section), title]
    assert leads(page, "//nav[@aria-label='You are here']//a/@href") == ["", f"{section}/"]
    assert one(page, "//nav[@aria-label='You are here']//*[@aria-current='page']").text_content() == title


def test_home_has_no_breadcrumbs_and_a_list_has_itself(mini_pages: Site) -> None:
    assert mini_pages[""].texts("nav[aria-label='You are here'] li") == []
    assert mini_pages["actors/"].texts("nav[aria-label='You are here'] li") == ["Home", "Actors"]
    assert mini_pages["origins/"].texts("nav[aria-label='You are here'] li") == ["Home", "Origins"]


def test_a_page_below_a_page_of_prose_has_it_above(changed: Changed, tmp_path: Path) -> None:
    build(changed({"docs/about/method.md": "# Method\n\nInvented.\n"}), tmp_path / "site", prose_of, search=False)
    page = read_site(tmp_path / "site")["about/method/"]
    assert page.texts("nav[aria-label='You are here'] li") == ["Home", "About", "Method"]


@pytest.mark.parametrize("address", [*SAMPLES, "origins/", "actors/", "about/"])
def test_the_table_of_contents_holds_the_headings_of_the_page(mini_pages: Site, address: str) -> None:
    page = mini_pages[address]
    ids = [element.get("id") for element in page.tree.cssselect("article h2[id], article h3[id]")]
    assert ids
    assert page.tree.xpath("//nav[@aria-label='On this page']//a/@href") == [f"#{id_}" for id_ in ids]


@pytest.mark.parametrize("address", [*SAMPLES, "actors/", "origins/"])
def test_the_tab_of_a_pages_section_is_active(mini_pages: Site, address: str) -> None:
    page = mini_pages[address]
    (tab,) = page.tree.cssselect("li.md-tabs__item--active a")
    assert urljoin(HERE + address, tab.get("href")) == HERE + address.partition("/")[0] + "/"


def test_navigation_holds_no_record(mini: Corpus, mini_pages: Site) -> None:
    records = {url_for(record) for record in mini.records.values()}
    for page in mini_pages.values():
        links = leads(page, "//*[contains(@class, 'md-sidebar--primary')]//a/@href")
        assert len(links) > len(SECTIONS)
        assert records.isdisjoint(links), page.address


def test_the_site_map_lists_every_page_but_those_of_what_has_gone(mini_site: Path, mini_pages: Site) -> None:
    listed = re.findall(r"<loc>(.*?)</loc>", (mini_site / "sitemap.xml").read_text("utf-8"))
    assert listed == sorted(BASE + address for address in mini_pages.keys() - {"404.html", MERGED, WITHDRAWN, MOVED})
    assert not (mini_site / "sitemap.xml.gz").exists()


def test_robots_are_led_to_the_site_map(mini_site: Path) -> None:
    assert f"Sitemap: {BASE}sitemap.xml\n" in (mini_site / "robots.txt").read_text("utf-8")


def test_a_site_that_does_not_know_its_address_has_no_site_map(changed: Changed, tmp_path: Path) -> None:
    root = changed({"mkdocs.yml": swapped(f"site_url: {BASE}\n", "")})
    build(root, tmp_path / "site", prose_of, search=False)
    assert not (tmp_path / "site/sitemap.xml").exists()
    pages = read_site(tmp_path / "site")
    assert not [page for page in pages.values() if page.tree.xpath("//link[@rel='canonical']")]
    assert dead_links(tmp_path / "site", pages) == []


def test_the_page_for_what_is_not_found_leads_on_from_anywhere(mini_pages: Site) -> None:
    page = mini_pages["404.html"]
    assert page.texts("h1") == ["Page not found"]
    assert one(page, "//meta[@name='robots']/@content") == "noindex"
    assert {"/search/", "/"} <= set(page.tree.xpath("//article//a/@href"))
    elsewhere = [link for link in page.tree.xpath("//@href | //@src") if not link.startswith(("/", "#"))]
    assert elsewhere == page.tree.xpath("//a[@rel='license']/@href")


@pytest.mark.parametrize("address", ["origins/", "quarrel/", "actors/lamp-guild/", "questions/when-founded/"])
def test_references_are_numbered_as_they_first_appear_and_lead_to_the_foot(mini_pages: Site, address: str) -> None:
    page = mini_pages[address]
    cited = [(int(link.text), link.get("data-claim"), link.get("href")) for link in page.tree.cssselect("a.ref")]
    listed = [(item.get("id"), item.get("data-claim")) for item in page.tree.cssselect(".references li")]
    assert [number for number, _, _ in dict.fromkeys(cited)] == list(range(1, len(listed) + 1))
    assert {f"#{id_}": claim for id_, claim in listed} == {href: claim for _, claim, href in cited}
    assert all(href == f"#ref-{number}" for number, _, href in cited)


def test_a_claim_cited_twice_keeps_its_number(mini_pages: Site) -> None:
    links = mini_pages["quarrel/"].tree.cssselect("a.ref[data-claim=tarn-1931-c05]")
    assert [link.text for link in links] == ["3", "3"]


def test_a_page_that_cites_nothing_has_no_references(mini_pages: Site) -> None:
    assert mini_pages["about/"].tree.cssselect(".references") == []


def test_code_that_looks_like_a_mark_stays_code(mini_pages: Site) -> None:
    assert "[@claim]" in mini_pages["about/"].texts("code")
    assert "[[nothing]]" in mini_pages["about/"].texts("code")


def test_each_claim_stands_beside_the_first_of_its_paragraphs(mini: Corpus, mini_pages: Site) -> None:
    for claim in mini.records.values():
        if claim.kind_of_record == "claim":
            found = mini.claim(claim.id)
            page = mini_pages[f"sources/{found.source}/"]
            path = f"//*[@id='{found.id}']/ancestor::div[@class='numbered']/p/@id"
            assert page.tree.xpath(path) == [f"p{found.paragraphs[0]}"]


def test_the_number_of_a_paragraph_links_to_itself(mini: Corpus, mini_pages: Site) -> None:
    article, page = mini.article("tarn-1931"), mini_pages["sources/tarn-1931/"]
    assert article
    links = page.tree.cssselect("p[data-paragraph] > [role=heading] > a.paragraph-number")
    assert [link.get("href") for link in links] == [f"#p{number}" for number in article.paragraphs]
    assert [link.getparent().getparent().get("id") for link in links] == [f"p{number}" for number in article.paragraphs]


def test_a_numbered_paragraph_of_an_essay_has_an_empty_margin(changed: Changed, tmp_path: Path) -> None:
    more = "\nThe guild is old [@tarn-1931-c01].\n{: #p1 }\n"
    build(changed({"docs/quarrel.md": added(more)}), tmp_path / "site", prose_of, search=False)
    page = read_site(tmp_path / "site")["quarrel/"]
    assert one(page, "//*[@id='p1']/following-sibling::div[@class='margin']").text_content().strip() == ""


def test_who_holds_an_article_sees_its_own_words_beside_ours_on_a_page_that_is_not_indexed(
    changed: Changed, tmp_path: Path
) -> None:
    captured = (MINI.parent / "mini-captures/tarn-1931.txt").read_text("utf-8")
    build(changed({"captures/tarn-1931.txt": captured}), tmp_path / "site", prose_of, search=False)
    pages = read_site(tmp_path / "site")
    page = pages["sources/tarn-1931/"]
    beside = one(page, "//*[@id='p2']/following-sibling::div[@class='margin']").text_content()
    assert next(line for line in captured.splitlines() if line.startswith("In its third year")) in beside
    assert one(page, "//meta[@name='robots']/@content") == "noindex"
    assert pages["sources/quay-2002/"].tree.xpath("//meta[@name='robots']") == []


def test_the_words_of_an_article_are_nowhere_without_it(mini_site: Path) -> None:
    assert [path for path in mini_site.rglob("*.html") if "In its third year" in path.read_text("utf-8")] == []


def test_a_link_says_its_own_words_or_the_records_name(mini_pages: Site) -> None:
    links = mini_pages["quarrel/"].tree.cssselect("article > p a.record, td a.record")
    assert [link.text for link in links] == [
        "Reed Wardens",
        "the fire",
        "Two papers",
        "Fire at the great lamp",
        "Talks between guild and wardens",
    ]
    assert links[2].get("href") == "../questions/when-founded/"


def test_ids_are_unique_on_each_page(mini_pages: Site) -> None:
    assert [address for address, page in mini_pages.items() if len(set(page.ids)) < len(page.ids)] == []


def test_every_link_and_fragment_leads_somewhere(mini_site: Path, mini_pages: Site) -> None:
    assert dead_links(mini_site, mini_pages) == []


def test_a_site_may_stand_anywhere_on_its_host(mini_pages: Site) -> None:
    fixed = "//@href[starts-with(., '/')] | //@src[starts-with(., '/')] | //@action[starts-with(., '/')]"
    assert [address for address, page in mini_pages.items() if page.tree.xpath(fixed)] == ["404.html"]


def test_nothing_is_fetched_from_another_host(mini_site: Path, mini_pages: Site) -> None:
    assert other_hosts(mini_pages) == []
    fetched = re.compile(r"url\(\s*['\"]?(?:https?:)?//|@import\s+['\"]?(?:https?:)?//")
    sheets = list(mini_site.rglob("*.css"))
    assert sheets
    assert [sheet.name for sheet in sheets if fetched.search(sheet.read_text("utf-8"))] == []


def test_our_styles_and_scripts_are_in_the_site(mini_site: Path) -> None:
    assert (mini_site / "assets/dossier/dossier.css").is_file()
    assert (mini_site / "assets/dossier/dossier.js").is_file()


def test_home_says_what_it_is_about_and_holds_search_doors_pictures_and_questions(mini_pages: Site) -> None:
    page = mini_pages[""]
    order = ("home-lead", "doors", "where__rows", "disputes", "held")
    classes = [one.get("class") for one in page.tree.iter() if one.get("class") in order]
    assert classes == list(order)
    (lead,) = page.tree.cssselect(".home-lead")
    assert [one.tag for one in lead][:3] == ["h1", "p", "form"]
    assert [one.get("data-claim") for one in lead.cssselect("a.ref")] == [
        "quay-2002-c02",
        "board-1934-c03",
        "quay-2002-c04",
    ]
    assert page.texts("article h2") == [
        "Where and when#",
        "Where sources disagree most#",
        "Numbers#",
        "Who holds what#",
        "What this site cannot tell#",
        "References#",
    ]
    assert leads(page, "//ul[@class='doors']//a/@href") == ["origins/", "quarrel/"]
    assert {"questions/when-founded/", "events/guild-founding/"} <= set(leads(page, "//article//a/@href"))
    assert one(page, "//article").get("data-id") == "home"


def test_a_shell_that_asks_for_what_nobody_gives_is_an_error(mini: Corpus, tmp_path: Path) -> None:
    for document in mini.documents:
        folder = tmp_path / document.name.removesuffix("index")
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "index.html").write_text("<!-- slot:unheard-of -->", "utf-8")
    for name in stub_pages(mini):
        page = tmp_path / name.removesuffix(".md").removesuffix("index") / "index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text("", "utf-8")
    with pytest.raises(KeyError, match="unheard-of"):
        finish(tmp_path, mini, Settings("Lamps", "", "", search=False))
