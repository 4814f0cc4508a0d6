"""Two builds of the same dossier under other circumstances are the same, byte for byte, save what lists filters.

Pagefind lists filters and their values in the order of a hash table that is seeded anew in each run, and names files
by what is in them. So the files of filters and the two that lead to them are left out, and only counted.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.support.full import unless_full
from tests.support.paths import MINI

REAL = MINI.parent.parent
PARTS = ("data", "docs", "mkdocs.yml")
# Lists folders backwards: what a build makes must not hang on the order in which a disk tells of its files.
BACKWARDS = """
import os, sys
real_list, real_scan = os.listdir, os.scandir
class Scan:
    def __init__(self, entries): self.entries = entries
    def __enter__(self): return self
    def __exit__(self, *_): self.close()
    def __iter__(self): return self
    def __next__(self): return next(self.entries)
    def close(self): pass
def scandir(path="."):
    with real_scan(path) as found: return Scan(iter(sorted(found, key=lambda one: one.name, reverse=True)))
os.listdir = lambda path=".": sorted(real_list(path), reverse=True)
os.scandir = scandir
from dossier.cli import main
main(sys.argv[1:])
"""
# Names of the index that hang by the order of filters, where the page of copies lists them.
NAMED = re.compile(rb'<li><a href="[^"]*pagefind/(?:filter/|pagefind\.)[^\n]*\n')
LISTS_FILTERS = re.compile(r"pagefind/(filter/.*\.pf_filter|pagefind-entry\.json|pagefind\..*\.pf_meta)")
HERE = {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8"}
THERE = {
    "PYTHONHASHSEED": "77",
    "TZ": "Asia/Kathmandu",
    "LC_ALL": "tr_TR.UTF-8",
    "LANG": "de_DE",
    "SOURCE_DATE_EPOCH": "1",
}


def built(start: list[str], root: Path, into: Path, circumstances: dict[str, str]) -> dict[str, bytes]:
    command = [sys.executable, *start, "build", "--root", str(root), "--into", str(into)]
    subprocess.run(command, check=True, env=os.environ | circumstances, cwd=root, capture_output=True)
    return {path.relative_to(into).as_posix(): path.read_bytes() for path in into.rglob("*") if path.is_file()}


# The real dossier is large enough to be written by several processes.
@pytest.fixture(scope="module", params=unless_full([MINI], [MINI, REAL]), ids=lambda root: root.name)
def builds(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[dict[str, bytes], dict[str, bytes]]:
    root, folder = request.param, tmp_path_factory.mktemp("same")
    other = folder / "elsewhere" / "a folder"
    parts = [one for name in PARTS for one in ((root / name).rglob("*") if (root / name).is_dir() else [root / name])]
    for path in sorted(parts, reverse=True):
        if path.is_file():
            target = other / path.relative_to(root)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
            os.utime(target, (1, 1))
    one = built(["-m", "dossier"], root, folder / "one", HERE)
    return one, built(["-c", BACKWARDS], other, folder / "other" / "site", THERE)


def without_filters(files: dict[str, bytes]) -> dict[str, bytes]:
    return {name: NAMED.sub(b"", content) for name, content in files.items() if not LISTS_FILTERS.fullmatch(name)}


def test_the_files_are_the_same(builds: tuple[dict[str, bytes], dict[str, bytes]]) -> None:
    one, other = map(without_filters, builds)
    assert sorted(one) == sorted(other)
    assert [name for name, content in one.items() if other[name] != content] == []


def test_the_lists_of_filters_are_as_many(builds: tuple[dict[str, bytes], dict[str, bytes]]) -> None:
    one, other = (
        Counter(name.rpartition(".")[2] for name in files if LISTS_FILTERS.fullmatch(name)) for files in builds
    )
    assert one == other
    assert one == {"pf_filter": 2, "json": 1, "pf_meta": 1}


def test_the_search_index_and_the_database_are_among_them(builds: tuple[dict[str, bytes], dict[str, bytes]]) -> None:
    names = without_filters(builds[0]).keys()
    assert {"data/dossier.sqlite", "data/dossier-csv.zip", "index.html"} <= names
    assert any(name.endswith(".pf_fragment") for name in names)
    assert any(name.endswith(".pf_index") for name in names)
