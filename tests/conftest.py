"""What the tests share: the invented dossier in ``mini``, whole or broken in one place."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from dossier.corpus.corpus import Corpus
from dossier.load import load
from dossier.problems import ProblemsFound
from dossier.renderers.mkdocs import prose_of
from dossier.site.build import build
from dossier.site.workers import processors
from tests.support.full import FULL
from tests.support.links import BuiltPage, read_site
from tests.support.once import made_once
from tests.support.paths import MINI, TESTS

# Where captured articles lie is said by each test, and not by the machine.
os.environ.pop("CAPTURES", None)

# How long an example takes says how busy the machine is, and nothing of the program. Each run tries others.
settings.register_profile(
    "untimed", deadline=None, max_examples=100 if FULL else 40, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("untimed")


Change = str | bytes | Callable[[str], str] | None
Changed = Callable[[Mapping[str, Change]], Path]
Broken = Callable[[Mapping[str, Change]], list[str]]


# What a test of the quick run does not do, told by the fixtures that it takes; a test that does so without them says so
# with ``pytest.mark``. Those of another file are told here by its name.
BY_FIXTURE = {
    "site": {"mini_site", "built", "zensical_site", "unpoured", "builds", "empty_pages", "planted_site", "small_disk"},
    "browser": {"browser"},
}
BY_FILE = {
    "citations/test_processor.py": "slow",
    "editions/test_publishing.py": "site",
    "editions/test_editions_notice.py": "browser",
    "exports/test_csv_package.py": "slow",
    "real/test_citeproc_js.py": "slow",
    "citations/test_in_text.py": "slow",
    "citations/test_own_pages.py": "slow",
    "commands/test_dependency_licences.py": "slow",
    "site/test_page_redirects.py": "site",
    "real/test_html_validity.py": "slow",
    "site/test_frame.py": "site",
    "site/test_gzip_files.py": "site",
}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks what builds whole sites and what drives a browser."""
    for item in items:
        for mark in marks_of(item):
            item.add_marker(mark)


def pytest_collection_finish() -> None:
    """What was collected stays to the end: to look through it for garbage takes a sixth of the quick run."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 20, 100)


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are processors: who waits for a browser leaves one idle."""
    return processors() + 1


def marks_of(item: pytest.Item) -> list[str]:
    taken = set(getattr(item, "fixturenames", ()))
    here = BY_FILE.get(item.path.relative_to(TESTS).as_posix()) if item.path.is_relative_to(TESTS) else None
    return [*(mark for mark, fixtures in BY_FIXTURE.items() if fixtures & taken), *([here] if here else [])]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite tests/golden from what is rendered now")


@pytest.fixture(scope="session")
def mini() -> Corpus:
    return load(MINI)


@pytest.fixture(scope="session")
def mini_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site of ``mini``; not to be written to."""
    return made_once(tmp_path_factory, "mini", lambda folder: build(MINI, folder, prose_of))


@pytest.fixture(scope="session")
def mini_pages(mini_site: Path) -> dict[str, BuiltPage]:
    return read_site(mini_site)


@pytest.fixture
def changed(tmp_path: Path) -> Changed:
    """Makes a copy of ``mini`` in which files are changed, and gives its folder.

    A change is a new text or new bytes, a function of the old text, or ``None`` where the file goes.
    """

    def root(files: Mapping[str, Change]) -> Path:
        folder = tmp_path / "mini"
        shutil.copytree(MINI, folder)
        for name, change in files.items():
            apply(folder / name, change)
        return folder

    return root


@pytest.fixture
def broken(changed: Changed) -> Broken:
    """Changes files of a copy of ``mini`` and gives the lines that are printed."""

    def lines(files: Mapping[str, Change]) -> list[str]:
        try:
            load(changed(files))
        except ProblemsFound as found:
            return str(found).split("\n")
        return []

    return lines


def apply(path: Path, change: Change) -> None:
    if change is None:
        path.unlink()
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    if callable(change):
        change = change(path.read_text("utf-8"))
    path.write_bytes(change if isinstance(change, bytes) else change.encode())
