from __future__ import annotations

import gc
from pathlib import Path

import pytest

from dossier.corpus.corpus import Corpus
from dossier.problems import ProblemsFound
from dossier.site.renderer import RenderError, build
from dossier.swap import BusyError, beside
from tests.conftest import Changed
from tests.support.changes import swapped
from tests.support.files import snapshot
from tests.support.paths import MINI


def small(_root: Path, folder: Path, corpus: Corpus, *, search: bool) -> None:
    (folder / "index.html").write_text(f"{len(corpus.records)} records, {search}")


def failing(_root: Path, folder: Path, _corpus: Corpus, *, search: bool) -> None:
    (folder / "index.html").write_text(f"half of it, {search}")
    raise RenderError("no")


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A site that was there before."""
    target = tmp_path / "site"
    (target / "gone").mkdir(parents=True)
    (target / "gone" / "index.html").write_text("old")
    return target


def test_a_build_writes_what_is_rendered(tmp_path: Path) -> None:
    target = tmp_path / "new" / "site"
    corpus = build(MINI, target, small)
    assert snapshot(target) == {"index.html": f"{len(corpus.records)} records, True".encode()}
    assert target.stat().st_mode & 0o777 == 0o755


def test_the_renderer_is_told_whether_to_index(tmp_path: Path) -> None:
    build(MINI, tmp_path / "site", small, search=False)
    assert (tmp_path / "site" / "index.html").read_text().endswith("False")


def test_each_step_is_told(tmp_path: Path) -> None:
    told: list[str] = []
    build(MINI, tmp_path / "site", small, tell=told.append)
    assert len(told) == 2
    assert "search index" in told[1]


def test_a_new_site_takes_the_place_of_the_old_and_leaves_nothing_else(old: Path) -> None:
    build(MINI, old, small)
    assert list(snapshot(old)) == ["index.html"]
    assert list(old.parent.iterdir()) == [old]


def test_where_the_renderer_fails_the_old_site_stays_and_nothing_else(old: Path) -> None:
    before = snapshot(old)
    with pytest.raises(RenderError):
        build(MINI, old, failing)
    assert snapshot(old) == before
    assert list(old.parent.iterdir()) == [old]


def test_where_there_is_a_problem_nothing_is_rendered(old: Path, changed: Changed) -> None:
    root = changed({"data/places/brisa.yaml": swapped("type: region", "type: isle")})
    before, told = snapshot(old), list[str]()
    with pytest.raises(ProblemsFound):
        build(root, old, failing, tell=told.append)
    assert snapshot(old) == before
    assert len(told) == 1


def test_a_build_says_that_another_is_at_work_and_leaves_its_site_alone(old: Path) -> None:
    before = snapshot(old)
    with beside(old), pytest.raises(BusyError):
        build(MINI, old, small)
    assert snapshot(old) == before


def test_garbage_is_collected_as_usual_after_a_build(tmp_path: Path) -> None:
    usual = gc.get_threshold()
    with pytest.raises(RenderError):
        build(MINI, tmp_path / "site", failing)
    with pytest.raises(ProblemsFound):
        build(tmp_path, tmp_path / "site", small)
    assert gc.isenabled()
    assert gc.get_threshold() == usual
    assert gc.get_freeze_count() == 0
