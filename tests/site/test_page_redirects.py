"""What stands at the address of a page that moved, and at the place of a position that did."""

from __future__ import annotations

import shutil
from pathlib import Path
from urllib.parse import urljoin

import pytest

from dossier.load import load
from dossier.preview.lazy_site import LazyRenderer
from dossier.renderers.mkdocs import prose_of
from dossier.site.build import build
from dossier.site.hosting import nginx_files
from tests.support.links import HERE, BuiltPage, read_site
from tests.support.paths import MINI

REDIRECTS = """\
- {from: about/old/, to: "quarrel/#part", reason: moved, why: It has a page of its own.}
- {from: start/, to: ./, reason: merged, why: The home page says it.}
- {from: gone/, reason: withdrawn, why: It was of no use.}
- {from: "who-lit-the-fire#no-one", to: "who-lit-the-fire#nobody", reason: renamed, why: It is shorter.}
- {from: "who-lit-the-fire#a-gull", reason: withdrawn, why: No source says so.}
- {from: "who-lit-the-fire#ninety", to: "how-many-keepers#POSITION", reason: renamed, why: It answers another question.}
"""
# A source that was renamed, with a claim; where its places went is told by addresses that were published.
RENAMED = """\
- {id: tarn-1930, kind: source, title: The Keepers, to: tarn-1931, reason: renamed, why: It came out a year later.}
- {id: tarn-1930-c01, kind: claim, said: It was., to: tarn-1931-c02, reason: renamed, why: Its source was renamed.}
- {from: annals/, title: Annals, to: origins/, reason: moved, why: It tells of origins.}
"""
PLACES = ("sources/tarn-1930/#p2", "sources/tarn-1930/#tarn-1930-c01", "sources/tarn-1930/#an-old-heading", "annals/#x")
QUESTION = "questions/who-lit-the-fire/"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the invented dossier of which pages and positions moved."""
    folder = tmp_path_factory.mktemp("moved") / "mini"
    shutil.copytree(MINI, folder)
    question = load(MINI).records["how-many-keepers"]
    with (folder / "data/redirects.yaml").open("a", encoding="utf-8") as file:
        file.write(REDIRECTS.replace("POSITION", question.positions[0].id))  # type: ignore[attr-defined]
        file.write(RENAMED)
    (folder / "data/permalinks.txt").write_text("".join(f"{one}\n" for one in sorted(PLACES)), "utf-8")
    return folder


@pytest.fixture(scope="module")
def site(root: Path) -> Path:
    target = root.parent / "site"
    build(root, target, prose_of, search=False)
    return target


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, BuiltPage]:
    return read_site(site)


def goes_to(page: BuiltPage) -> str:
    """The address to which a page leads on by itself, from the site's root."""
    (content,) = page.tree.xpath("//meta[@http-equiv='refresh']/@content")
    seconds, _, target = content.partition("; url=")
    assert seconds == "0"
    return str(urljoin(HERE + page.address, target)).removeprefix(HERE)


@pytest.mark.parametrize(
    ("address", "to", "canonical", "words"),
    [
        ("about/old/", "quarrel/#part", "https://lamp.example/quarrel/", "It has a page of its own."),
        ("start/", "", "https://lamp.example/", "The home page says it."),
    ],
)
def test_a_page_that_moved_leads_on_and_says_why(
    pages: dict[str, BuiltPage], address: str, to: str, canonical: str, words: str
) -> None:
    page = pages[address]
    assert goes_to(page) == to
    assert page.tree.xpath("//link[@rel='canonical']/@href") == [canonical]
    assert any(said.endswith(words) for said in page.texts("article p"))
    links = page.tree.xpath("//article//p/a/@href")
    assert [urljoin(HERE + address, link) for link in links] == [HERE + to]


def test_a_page_that_had_places_says_where_each_of_them_is(pages: dict[str, BuiltPage]) -> None:
    address = "sources/tarn-1930/"
    links = {
        str(one.get("id")): (str(urljoin(HERE + address, one.get("href"))).removeprefix(HERE), one.text)
        for one in pages[address].tree.xpath("//article//a[@id]")
    }
    assert links == {
        "p2": ("sources/tarn-1931/#p2", "Paragraph 2"),
        "tarn-1930-c01": ("sources/tarn-1931/#tarn-1931-c02", "Claim 01"),
        "an-old-heading": ("sources/tarn-1931/", "An old heading"),
    }
    assert all(to.partition("#")[2] in ("", *pages["sources/tarn-1931/"].ids) for to, _ in links.values())


def test_such_a_page_does_not_lead_on_before_a_place_is_chosen(pages: dict[str, BuiltPage]) -> None:
    for address, to in (("sources/tarn-1930/", "sources/tarn-1931/"), ("annals/", "origins/")):
        page = pages[address]
        assert page.tree.xpath("//meta[@http-equiv='refresh']") == []
        assert page.tree.xpath("//link[@rel='canonical']/@href") == [f"https://lamp.example/{to}"]
        (href,) = page.tree.xpath("//*[@data-goes-to]/a/@href")
        assert urljoin(HERE + address, href) == HERE + to


def test_a_link_on_such_a_page_names_the_page_that_stands_there_now(pages: dict[str, BuiltPage]) -> None:
    assert pages["start/"].texts("article p a") == ["Home"]
    (title,) = pages["quarrel/"].texts("h1")
    assert pages["about/old/"].texts("article p a") == [title.rstrip("#")]


def test_a_withdrawn_page_stays_and_says_so(pages: dict[str, BuiltPage]) -> None:
    page = pages["gone/"]
    assert page.tree.xpath("//meta[@http-equiv='refresh']") == []
    said = page.texts("article p")
    assert "This page was withdrawn. It was of no use." in said
    assert any(one.startswith("Nothing stands in its place.") for one in said)


@pytest.mark.parametrize("address", ["about/old/", "start/", "gone/"])
def test_the_shell_of_such_a_page_leads_to_pages_that_are_there(pages: dict[str, BuiltPage], address: str) -> None:
    ours = [link.removeprefix(HERE).partition("#")[0] for link in pages[address].links() if link.startswith(HERE)]
    assert len(ours) > 5
    assert set(ours) <= set(pages)


def test_no_such_page_claims_to_have_data_beside_it(pages: dict[str, BuiltPage]) -> None:
    described = "//link[contains(@rel, 'describedby')]"
    assert pages["actors/wick-brotherhood/"].tree.xpath(described)
    assert pages["about/old/"].tree.xpath(described) == []


def test_a_moved_page_stands_in_no_site_map(site: Path) -> None:
    text = (site / "sitemap.xml").read_text("utf-8")
    assert "https://lamp.example/quarrel/<" in text
    assert not any(f"https://lamp.example/{one}<" in text for one in ("about/old/", "start/", "gone/"))


def test_hosts_are_told_of_moved_pages_and_not_of_withdrawn_ones(site: Path) -> None:
    lines = (site / "_redirects").read_text("utf-8").splitlines()
    assert lines[-3:-1] == ["/about/old/ /quarrel/#part 301", "/start/ / 301"]
    assert '"/about/old" "/quarrel/#part";' in nginx_files(site)["redirects.conf"].splitlines()


def test_a_renamed_position_keeps_its_former_place_within_the_new_one(pages: dict[str, BuiltPage]) -> None:
    (place,) = pages[QUESTION].tree.xpath("//*[@id='position-no-one']")
    assert place.xpath("ancestor::section[1]/@id") == ["position-nobody"]


def test_a_withdrawn_position_is_told_of_at_its_place(pages: dict[str, BuiltPage]) -> None:
    assert pages[QUESTION].texts("#position-a-gull") == ["The position a-gull was withdrawn: No source says so."]


def test_a_position_that_stands_on_another_question_leads_there(pages: dict[str, BuiltPage]) -> None:
    (line,) = pages[QUESTION].tree.xpath("//*[@id='position-ninety']")
    (link,) = line.xpath(".//a/@href")
    address, _, fragment = urljoin(HERE + QUESTION, link).removeprefix(HERE).partition("#")
    assert address == "questions/how-many-keepers/"
    assert fragment in pages[address].ids


def test_no_id_stands_twice_on_the_page_of_the_question(pages: dict[str, BuiltPage]) -> None:
    ids = pages[QUESTION].ids
    assert len(ids) == len(set(ids))


def test_the_preview_serves_moved_pages_and_renders_anew_where_one_is_added(root: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    kept.mkdir()
    renderer = LazyRenderer(kept, prose_of)
    renderer.write(MINI, tmp_path / "before", load(MINI))
    assert renderer.page("about/old/") is None
    renderer.write(root, tmp_path / "after", load(root))
    page = renderer.page("about/old/")
    assert page is not None
    assert "It has a page of its own." in page
