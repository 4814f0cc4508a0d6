from __future__ import annotations

import gc
from pathlib import Path

import pytest

from dossier.corpus.corpus import Corpus
from dossier.load import load
from dossier.problems import ProblemsFound
from dossier.renderers.mkdocs import prose_of
from dossier.site.build import build, put_site
from dossier.site.renderer import RenderError
from dossier.swap import BusyError, beside
from tests.conftest import Changed
from tests.support.changes import swapped
from tests.support.files import snapshot
from tests.support.paths import MINI


def small(_root: Path, folder: Path, corpus: Corpus) -> None:
    (folder / "index.html").write_text(f"{len(corpus.records)} records")


def failing(_root: Path, folder: Path, _corpus: Corpus) -> None:
    (folder / "index.html").write_text("half of it")
    raise RenderError("no")


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A site that was there before."""
    target = tmp_path / "site"
    (target / "gone").mkdir(parents=True)
    (target / "gone" / "index.html").write_text("old")
    return target


def test_what_is_written_stands_in_its_place(tmp_path: Path) -> None:
    target = tmp_path / "new" / "site"
    corpus = put_site(MINI, target, load, small)
    assert snapshot(target) == {"index.html": f"{len(corpus.records)} records".encode()}
    assert target.stat().st_mode & 0o777 == 0o755


def test_each_step_of_a_build_is_told_and_an_index_made_only_where_it_is_asked_for(tmp_path: Path) -> None:
    told: list[str] = []
    build(MINI, tmp_path / "site", prose_of, search=False, tell=told.append)
    assert len(told) == 2
    assert "search index" not in told[1]
    assert not (tmp_path / "site/pagefind").exists()
    assert not list((tmp_path / "site").glob(".*"))


def test_a_new_site_takes_the_place_of_the_old_and_leaves_nothing_else(old: Path) -> None:
    put_site(MINI, old, load, small)
    assert list(snapshot(old)) == ["index.html"]
    assert list(old.parent.iterdir()) == [old]


def test_where_writing_fails_the_old_site_stays_and_nothing_else(old: Path) -> None:
    before = snapshot(old)
    with pytest.raises(RenderError):
        put_site(MINI, old, load, failing)
    assert snapshot(old) == before
    assert list(old.parent.iterdir()) == [old]


def test_where_there_is_a_problem_nothing_is_written(old: Path, changed: Changed) -> None:
    root = changed({"data/places/brisa.yaml": swapped("type: region", "type: isle")})
    before, told = snapshot(old), list[str]()
    with pytest.raises(ProblemsFound):
        build(root, old, prose_of, tell=told.append)
    assert snapshot(old) == before
    assert len(told) == 1


def test_a_build_says_that_another_is_at_work_and_leaves_its_site_alone(old: Path) -> None:
    before = snapshot(old)
    with beside(old), pytest.raises(BusyError):
        put_site(MINI, old, load, small)
    assert snapshot(old) == before


def test_garbage_is_looked_for_as_usual_after_a_build(tmp_path: Path) -> None:
    looked: list[bool] = []

    def looking(_root: Path, folder: Path, _corpus: Corpus) -> None:
        looked.append(gc.isenabled())
        failing(_root, folder, _corpus)

    with pytest.raises(RenderError):
        put_site(MINI, tmp_path / "site", load, looking)
    assert (looked, gc.isenabled()) == ([False], True)
