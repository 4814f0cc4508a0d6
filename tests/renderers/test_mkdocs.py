from __future__ import annotations

import logging
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from dossier.corpus.corpus import Corpus
from dossier.load import load
from dossier.model.addresses import COPY, SECTIONS
from dossier.renderers.mkdocs import prose_of
from dossier.site.build import write_site
from dossier.site.renderer import RenderError
from tests.conftest import Changed
from tests.support.changes import added, swapped
from tests.support.files import snapshot
from tests.support.links import read_site
from tests.support.paths import MINI

INDEX = "pagefind/"
LOG = logging.getLogger("mkdocs")


def mkdocs(root: Path, target: Path) -> subprocess.CompletedProcess[str]:
    """``mkdocs build --strict``, as a person types it."""
    words = ["-m", "mkdocs", "build", "--strict", "-f", str(root / "mkdocs.yml"), "-d", str(target)]
    return subprocess.run([sys.executable, *words], capture_output=True, text=True, check=False)


def without_index(files: dict[str, bytes]) -> dict[str, bytes]:
    return {name: content for name, content in files.items() if not name.startswith((INDEX, COPY))}


def test_mkdocs_builds_the_same_site(mini_site: Path, tmp_path: Path) -> None:
    done = mkdocs(MINI, tmp_path / "site")
    assert done.returncode == 0, done.stderr
    built = snapshot(tmp_path / "site")
    assert without_index(built) == without_index(snapshot(mini_site))
    assert f"{INDEX}pagefind.js" in built


def test_a_dossier_with_problems_stops_mkdocs_before_it_touches_the_site(
    changed: Changed, mini_site: Path, tmp_path: Path
) -> None:
    root = changed(
        {
            "data/places/brisa.yaml": swapped("type: region", "type: isle"),
            "docs/quarrel.md": swapped("[@tarn-1931-c04]", "[@tarn-1931-c44]"),
        }
    )
    target = Path(shutil.copytree(mini_site, tmp_path / "site"))
    before = snapshot(target)
    done = mkdocs(root, target)
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    assert "\ndata/places/brisa.yaml:2:7: error[" in done.stderr
    assert "\ndocs/quarrel.md:7:" in done.stderr
    assert snapshot(target) == before


@pytest.mark.site
def test_search_can_be_switched_off_in_the_configuration(changed: Changed, mini: Corpus, tmp_path: Path) -> None:
    root = changed({"mkdocs.yml": swapped("plugins: [dossier]", "plugins: [{dossier: {search: false}}]")})
    write_site(root, tmp_path / "site", mini, prose_of, search=True)
    assert (tmp_path / "site/index.html").is_file()
    assert not (tmp_path / "site/pagefind").exists()


@pytest.fixture(scope="module")
def unfilled(tmp_path_factory: pytest.TempPathFactory, mini: Corpus) -> Path:
    """What MkDocs renders, before anything is filled."""
    folder = tmp_path_factory.mktemp("unfilled")
    prose_of(MINI).render(folder, mini)
    return folder


@pytest.mark.parametrize("section", SECTIONS.values())
def test_there_is_a_shell_for_every_kind_inside_its_section(unfilled: Path, section: str) -> None:
    shell = read_site(unfilled)[f"{section}/_shell/"]
    text = (unfilled / section / "_shell" / "index.html").read_text("utf-8")
    for slot in ("title", "head", "crumbs", "kind", "id", "content", "contents"):
        assert f"<!-- slot:{slot} -->" in text
    assert [" ".join(tab.text_content().split()).lower() for tab in shell.tree.cssselect(".md-tabs__item--active")] == [
        section
    ]


@pytest.mark.site
def test_a_page_that_the_renderer_complains_of_is_named(changed: Changed, tmp_path: Path) -> None:
    root = changed({"docs/about/index.md": added("\n[a](nowhere.md) and [b](gone.md)\n")})
    with pytest.raises(RenderError) as found:
        write_site(root, tmp_path / "site", load(root), prose_of, search=False)
    said = str(found.value).splitlines()
    assert any("about/index.md" in line and "nowhere.md" in line for line in said)
    assert any("about/index.md" in line and "gone.md" in line for line in said)


@pytest.mark.site
def test_a_build_that_failed_leaves_nothing_to_the_next(changed: Changed, tmp_path: Path) -> None:
    root, listening = changed({"docs/about/index.md": added("\n[a](nowhere.md)\n")}), list(LOG.handlers)
    for name in ("one", "again"):
        with pytest.raises(RenderError) as found:
            write_site(root, tmp_path / name, load(root), prose_of, search=False)
        assert len(str(found.value).splitlines()) == 1
    write_site(MINI, tmp_path / "two", load(MINI), prose_of, search=False)
    assert (tmp_path / "two" / "index.html").is_file()
    assert LOG.handlers == listening
