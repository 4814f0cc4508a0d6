"""The pages of two sources, and what stands where one was."""

from __future__ import annotations

import shutil
from pathlib import Path
from urllib.parse import urljoin

import pytest

from dossier.corpus.comparison import pair_addresses
from dossier.corpus.corpus import Corpus
from dossier.corpus.permalinks import former_pairs, lost, published
from dossier.load import load
from dossier.renderers.mkdocs import prose_of
from dossier.site.build import build
from tests.conftest import Changed
from tests.support.links import HERE, BuiltPage, dead_links, read_site
from tests.support.paths import MINI

PERMALINKS = "data/permalinks.txt"
GONE, MOVED, NONE = "compare/gull-1900/tarn-1931/", "compare/old-1931/quay-2002/", "compare/gull-1900/"
REDIRECT = "- {id: old-1931, kind: source, title: Old, to: tarn-1931, reason: renamed, why: It is shorter.}\n"


def test_each_two_sources_have_a_page_that_is_listed(
    mini: Corpus, mini_pages: dict[str, BuiltPage], mini_site: Path
) -> None:
    addresses = pair_addresses(mini)
    assert len(addresses) == 3
    assert set(addresses) <= set(published(mini))
    for address in addresses:
        assert mini_pages[address].tree.cssselect("article[data-kind=comparison]")
        assert f"lamp.example/{address}" in (mini_site / "sitemap.xml").read_text("utf-8")
    links = {urljoin(HERE + "compare/", one.get("href")) for one in mini_pages["compare/"].tree.cssselect(".pairs a")}
    assert links == {HERE + address for address in addresses}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Corpus]:
    """The invented dossier, of which two pages of sources were published that are no more."""
    folder = tmp_path_factory.mktemp("pairs")
    shutil.copytree(MINI, folder / "mini")
    (folder / "mini" / PERMALINKS).write_text(f"{GONE}\n{MOVED}\n", "utf-8")
    with (folder / "mini/data/redirects.yaml").open("a", encoding="utf-8") as file:
        file.write(REDIRECT)
    return folder / "site", build(folder / "mini", folder / "site", prose_of, search=False)


@pytest.mark.site
def test_a_page_that_is_no_more_leads_on(built: tuple[Path, Corpus]) -> None:
    pages = read_site(built[0])
    for address, target in ((GONE, "compare/"), (MOVED, "compare/quay-2002/tarn-1931/")):
        (content,) = pages[address].tree.xpath("//meta[@http-equiv='refresh']/@content")
        assert urljoin(HERE + address, content.partition("; url=")[2]) == HERE + target
    assert dead_links(built[0], pages) == []


def test_where_former_pages_lead(changed: Changed) -> None:
    corpus = load(changed({PERMALINKS: f"{GONE}\n", "data/redirects.yaml": lambda text: text + REDIRECT}))
    assert former_pairs(corpus) == {GONE: "compare/"}
    assert lost(corpus) == []
