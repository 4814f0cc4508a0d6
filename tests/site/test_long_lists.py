"""Long lists on pages of their own, and what stands where one was."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from dossier.corpus.corpus import Corpus
from dossier.load import load
from dossier.preview.lazy_site import LazyRenderer
from dossier.renderers.mkdocs import prose_of
from dossier.site.build import build
from tests.support.links import BuiltPage, dead_links, other_hosts, read_site
from tests.support.paths import MINI

GUILD = "actors/lamp-guild/"
FORMER = ("actors/ada-veyl/claims/old/", "actors/wick-brotherhood/claims/old/")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Corpus]:
    """The invented dossier, in which lists of more than two are long and two were so once."""
    folder = tmp_path_factory.mktemp("lists")
    shutil.copytree(MINI, folder / "mini")
    question = folder / "mini/data/questions/when-founded.yaml"
    question.write_text(question.read_text("utf-8").replace("kind: date\n", "kind: date\ntheme: origins\n"), "utf-8")
    (folder / "mini/data/permalinks.txt").write_text("".join(f"{one}\n" for one in FORMER), "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("dossier.corpus.themes.LONGEST", 2)
        corpus = build(folder / "mini", folder / "site", prose_of, search=False)
    return folder / "site", corpus


@pytest.fixture(scope="module")
def pages(built: tuple[Path, Corpus]) -> dict[str, BuiltPage]:
    return read_site(built[0])


def test_every_claim_about_the_record_stands_on_one_of_its_pages(
    built: tuple[Path, Corpus], pages: dict[str, BuiltPage]
) -> None:
    shown = [
        str(one.get("id"))
        for key in ("origins", "quarrel", "other")
        for one in pages[f"{GUILD}claims/{key}/"].tree.cssselect("li.claim")
    ]
    assert sorted(shown) == sorted(claim.id for claim in built[1].claims_about("lamp-guild"))
    assert pages[GUILD].tree.cssselect("ul.claims") == []
    assert len(pages[GUILD].tree.cssselect("[data-claims-elsewhere]")) == 1


def test_the_record_and_its_lists_lead_to_each_other(pages: dict[str, BuiltPage]) -> None:
    lists = sorted(address for address in pages if address.startswith(f"{GUILD}claims/"))
    assert [one.removeprefix(f"{GUILD}claims/") for one in lists] == [
        "mentions/",
        "origins/",
        "other/",
        "quarrel/",
        "said/",
    ]
    for address in (GUILD, *lists):
        links = {one.partition("site.invalid/")[2] for one in pages[address].links()}
        assert {GUILD, *lists} - {address} <= links


def test_questions_of_a_theme_stand_with_it_and_once(pages: dict[str, BuiltPage]) -> None:
    content = pages[GUILD].tree.get_element_by_id("content")
    assert [one.text_content() for one in content.cssselect(".themes h3")] == [
        "Origins",
        "The quarrel",
        "Other questions",
        "Other claims",
        "What it says",
        "Where it is mentioned",
    ]
    assert len(content.cssselect(".themes a.record--question")) == 2


def test_claims_that_agree_with_another_source_are_marked(pages: dict[str, BuiltPage]) -> None:
    marked = {
        str(one.get("id")): "agrees with another source" in one.text_content()
        for key in ("origins", "quarrel", "other")
        for one in pages[f"{GUILD}claims/{key}/"].tree.cssselect("li.claim")
    }
    assert marked["tarn-1931-c01"] is False
    assert set(pages[GUILD].texts(".evidence__list")) == set()


def test_such_a_site_has_no_dead_link(built: tuple[Path, Corpus], pages: dict[str, BuiltPage]) -> None:
    assert dead_links(built[0], pages) == []
    assert other_hosts(pages) == []


def test_the_site_map_has_the_lists_and_not_those_that_are_no_more(built: tuple[Path, Corpus]) -> None:
    text = (built[0] / "sitemap.xml").read_text("utf-8")
    assert f"<loc>https://lamp.example/{GUILD}claims/origins/</loc>" in text
    assert "claims/old/" not in text


def test_a_list_can_be_cited(pages: dict[str, BuiltPage]) -> None:
    page = pages[f"{GUILD}claims/origins/"]
    (apa,) = page.tree.cssselect("[data-cite=apa]")
    assert "Lamp Guild: Origins" in apa.text_content()
    assert f"{GUILD}claims/origins/" in apa.text_content()


@pytest.mark.parametrize(("address", "to"), [(FORMER[0], "actors/ada-veyl/"), (FORMER[1], GUILD)])
def test_a_list_that_is_no_more_leads_to_where_its_record_is(
    pages: dict[str, BuiltPage], address: str, to: str
) -> None:
    (content,) = pages[address].tree.xpath("//meta[@http-equiv='refresh']/@content")
    assert content == f"0; url=../../../../{to}"
    assert pages[address].tree.xpath("//link[@rel='canonical']/@href") == [f"https://lamp.example/{to}"]


def test_the_preview_has_them_too(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("dossier.corpus.themes.LONGEST", 2)
    lazy = LazyRenderer(tmp_path / "kept", prose_of)
    lazy.folder.mkdir()
    lazy.write(MINI, tmp_path / "preview", load(MINI))
    page = lazy.page(f"{GUILD}claims/origins/")
    assert page
    assert "Lamp Guild: Origins" in page
