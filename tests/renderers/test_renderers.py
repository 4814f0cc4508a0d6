"""Every renderer makes the same dossier: pages of records to the byte, prose to its words and links."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import html

from dossier import renderers
from dossier.corpus.corpus import Corpus
from dossier.model.addresses import SECTIONS
from dossier.renderers import MODULES, renderer, zensical
from dossier.site.build import write_site
from dossier.site.renderer import RenderError
from tests.conftest import Changed
from tests.support.changes import added, swapped
from tests.support.files import snapshot
from tests.support.links import BuiltPage, read_site
from tests.support.paths import MINI

ARTICLE = re.compile(r'<article class="md-content.*?</article>', re.DOTALL)
STYLES = "assets/dossier/dossier.css"
PROSE = {"", "about/", "origins/", "quarrel/", "sources/board-1934/", "sources/quay-2002/", "sources/tarn-1931/"}


def article(page: BuiltPage) -> str:
    found = ARTICLE.search(html.tostring(page.tree, encoding="unicode"))
    assert found
    return found[0]


def words(page: BuiltPage) -> list[str]:
    (content,) = page.tree.cssselect("article.md-content__inner")
    return str(content.text_content()).split()


def links(page: BuiltPage) -> list[str]:
    """The links of a page's content, resolved, with what they are called."""
    found = page.tree.cssselect("article.md-content__inner a[href]")
    return [f"{link.get('href').removeprefix('./')} {link.text_content()}" for link in found]


@pytest.fixture(scope="module")
def zensical_site(tmp_path_factory: pytest.TempPathFactory, mini: Corpus) -> Path:
    folder = tmp_path_factory.mktemp("zensical")
    write_site(MINI, folder, mini, zensical.prose_of, search=False)
    return folder


@pytest.fixture(scope="module")
def zensical_pages(zensical_site: Path) -> dict[str, BuiltPage]:
    return read_site(zensical_site)


def test_zensical_makes_the_same_pages(mini_pages: dict[str, BuiltPage], zensical_pages: dict[str, BuiltPage]) -> None:
    assert zensical_pages.keys() == mini_pages.keys()


def test_pages_of_records_and_lists_are_the_same_to_the_byte(
    mini_pages: dict[str, BuiltPage], zensical_pages: dict[str, BuiltPage]
) -> None:
    compared = mini_pages.keys() - PROSE - {"404.html"}
    assert len(compared) > 40
    assert {section for section in SECTIONS.values() if f"{section}/" in compared} == set(SECTIONS.values())
    assert [address for address in compared if article(mini_pages[address]) != article(zensical_pages[address])] == []


@pytest.mark.parametrize("address", sorted(PROSE))
def test_prose_is_the_same_in_words_and_links(
    mini_pages: dict[str, BuiltPage], zensical_pages: dict[str, BuiltPage], address: str
) -> None:
    assert words(zensical_pages[address]) == words(mini_pages[address])
    assert links(zensical_pages[address]) == links(mini_pages[address])


def test_a_count_is_a_link_to_its_question_whoever_renders(
    mini_pages: dict[str, BuiltPage], zensical_pages: dict[str, BuiltPage]
) -> None:
    for pages in (mini_pages, zensical_pages):
        assert "../questions/when-founded/ Two papers" in links(pages["quarrel/"])


def test_no_page_of_zensical_has_a_slot_or_a_mark_that_is_not_filled(zensical_site: Path) -> None:
    for path in zensical_site.rglob("*.html"):
        text = path.read_text("utf-8")
        assert not re.search(r"<!-- slot:|data-cite-claims|data-link-record", text), path


def test_whatever_is_not_a_page_nor_the_themes_own_is_the_same(mini_site: Path, zensical_site: Path) -> None:
    def ours(folder: Path) -> dict[str, bytes]:
        theirs = ("assets/images", STYLES, "pagefind")
        return {n: c for n, c in snapshot(folder).items() if not n.startswith(theirs) and not n.endswith(".html")}

    mkdocs, other = ours(mini_site), ours(zensical_site)
    assert other == {name: content for name, content in mkdocs.items() if name in other}
    assert {"sitemap.xml", "opensearch.xml", "_redirects", "_headers", "data/dossier.sqlite"} <= other.keys()
    assert all("search" in name for name in mkdocs.keys() - other.keys())


def test_the_style_sheet_holds_the_themes_styles_and_ours(mini_site: Path, zensical_site: Path) -> None:
    sheets = [(folder / STYLES).read_text("utf-8") for folder in (mini_site, zensical_site)]
    for rule in (".md-grid{", ".md-tabs__list{", ".md-typeset .cite-this{", "[data-md-color-scheme=slate]"):
        assert all(rule in sheet for sheet in sheets), rule
    assert max(map(len, sheets)) < 1.2 * min(map(len, sheets))


def test_properdocs_makes_the_same_site_to_the_byte(mini_site: Path, tmp_path: Path) -> None:
    """In a run of its own, for here MkDocs is loaded already."""
    target = tmp_path / "site"
    line = ["-m", "dossier", "build", "--root", str(MINI), "--into", str(target), "--no-search"]
    done = subprocess.run(
        [sys.executable, *line, "--renderer", "properdocs"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    built, wanted = snapshot(target), snapshot(mini_site)
    assert len([name for name in built if name.endswith(".html")]) > 50
    assert {name for name, content in built.items() if content != wanted.get(name)} == set()


def test_properdocs_says_where_it_comes_too_late() -> None:
    sys.modules.pop("dossier.renderers.properdocs", None)
    with pytest.raises(RenderError, match="MkDocs is loaded already"):
        renderer("properdocs")


def test_a_renderer_that_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(MODULES, "absent", ("dossier.renderers.absent", "no_such_library"))
    with pytest.raises(RenderError, match='pip install "no_such_library"'):
        renderer("absent")
    assert renderers.renderer("zensical") is zensical.prose_of


@pytest.mark.site
def test_what_zensical_complains_of_is_said_with_its_place(changed: Changed, mini: Corpus, tmp_path: Path) -> None:
    root = changed({"docs/about/index.md": added("\n[a](nowhere.md) and [b](gone.md)\n")})
    with pytest.raises(RenderError) as found:
        write_site(root, tmp_path / "site", mini, zensical.prose_of, search=False)
    line = (root / "docs/about/index.md").read_text("utf-8").count("\n")
    assert str(found.value).splitlines() == [
        f"docs/about/index.md:{line}:5: page does not exist",
        f"docs/about/index.md:{line}:25: page does not exist",
    ]


def test_what_zensical_says_last_is_said_where_it_names_no_place() -> None:
    assert zensical.complaints("Build started\nTraceback\n  x\nRuntimeError: no such template\n") == "no such template"
    assert zensical.complaints("It stopped.\n") == "It stopped."


def test_the_dossiers_own_templates_lie_under_ours(changed: Changed, mini: Corpus) -> None:
    own = {"own/partials/source.html": "own", "own/record.html": "own"}
    root = changed({"mkdocs.yml": swapped("  font: false", "  font: false\n  custom_dir: own"), **own})
    project = zensical.lay_out(root, root / "project", zensical.read_config(root / "mkdocs.yml"), mini)
    assert zensical.read_config(project / "mkdocs.yml")["theme"]["custom_dir"] == "overrides"
    assert (project / "overrides/partials/source.html").read_text("utf-8") == "own"
    assert "slot:content" in (project / "overrides/record.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("text", "words"),
    [("plugins: [dossier]\n", "site_name"), ("site_name: x\n", "does not name the plugin"), ("a: [\n", "mkdocs.yml:")],
)
def test_a_configuration_that_does_not_serve_is_refused(changed: Changed, text: str, words: str) -> None:
    root = changed({"mkdocs.yml": text})
    with pytest.raises(RenderError, match=words):
        zensical.prose_of(root)


def test_the_address_of_the_site_may_come_from_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "mkdocs.yml"
    path.write_text('site_name: x\nsite_url: !ENV [SITE_URL, "https://a.example/"]\nplugins: [{dossier: {search: no}}]')
    assert zensical.read_config(path)["site_url"] == "https://a.example/"
    monkeypatch.setenv("SITE_URL", "https://b.example")
    config = zensical.read_config(path)
    assert config["site_url"] == "https://b.example"
    assert zensical.options_of(config) == {"search": False}


@pytest.mark.parametrize("name", ["mkdocs", "zensical"])
def test_every_renderer_tells_of_the_site_alike(name: str) -> None:
    settings = renderer(name)(MINI).settings
    assert (settings.name, settings.url, settings.search) == ("Lamp Dossier", "https://lamp.example/", True)
