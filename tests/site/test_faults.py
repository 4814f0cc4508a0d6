"""Builds that are killed, that run out of disk, that run two at once: the old site or the new one stands, whole.

``python -m tests.bench.faults --times 100`` does the same to whole builds, as often as one likes.
"""

from __future__ import annotations

import ctypes
import errno
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dossier import swap as placing
from dossier.corpus.corpus import Corpus
from dossier.load import load
from dossier.site.build import put_site, write_site
from dossier.site.renderer import RenderError
from dossier.swap import BusyError
from tests.conftest import Changed
from tests.support.files import snapshot

TIMES = int(os.environ.get("FAULTS", "24"))
PAGES = 60
Write = Callable[[Path, str], None]


def plain(path: Path, text: str) -> None:
    path.write_text(text)


def rendering(words: str, write: Write = plain) -> Callable[..., None]:
    """A renderer of pages that all hold the same words, so that a mixture of two sites can be told."""

    def render(_root: Path, folder: Path, _corpus: Corpus) -> None:
        for number in range(PAGES):
            page = folder / str(number) / "index.html"
            page.parent.mkdir()
            write(page, words)
        write(folder / "404.html", words)

    return render


def words_of(site: Path) -> str:
    """What all pages of a site say. Fails where it is not whole."""
    found = snapshot(site)
    assert len(found) == PAGES + 1
    (words,) = set(found.values())
    return words.decode()


def at_work(root: Path, site: Path, words: str) -> int:
    """A process that builds; its number."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            put_site(root, site, load, rendering(words))
            status = 0
        except BusyError:
            status = 2
        finally:
            os._exit(status)
    return child


def ended(child: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return tmp_path / "site"


@pytest.mark.slow
@pytest.mark.parametrize("way", ["at one stroke", "by two renames"])
def test_killed_at_any_moment(changed: Changed, site: Path, way: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if way == "by two renames":
        monkeypatch.setattr(placing, "_exchange", lambda _one, _other: False)
    root = changed({})
    began = time.monotonic()
    put_site(root, site, load, rendering("0"))
    seconds, chance, stood = time.monotonic() - began, random.Random(1), set()  # noqa: S311
    for number in range(1, TIMES + 1):
        child = at_work(root, site, str(number))
        time.sleep(chance.uniform(0, seconds * 1.5))
        os.kill(child, signal.SIGKILL)
        ended(child)
        if way == "by two renames" and not site.exists():
            with placing.beside(site):
                pass
        stood.add(int(words_of(site)))
    put_site(root, site, load, rendering("new"))
    assert words_of(site) == "new"
    assert sorted(path.name for path in site.parent.iterdir()) == ["mini", "site"]
    assert max(stood) <= TIMES


@pytest.mark.slow
def test_two_at_once(changed: Changed, site: Path) -> None:
    root = changed({})
    for number in range(TIMES // 2):
        children = {at_work(root, site, f"{number} {name}"): f"{number} {name}" for name in ("one", "other")}
        statuses = {words: ended(child) for child, words in children.items()}
        assert set(statuses.values()) <= {0, 2}
        assert statuses[words_of(site)] == 0
    assert sorted(path.name for path in site.parent.iterdir()) == ["mini", "site"]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk that holds less than two sites."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", str(disk)], check=False, capture_output=True
    )
    if mounted.returncode:
        pytest.skip("no disk can be mounted here")
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)


def test_out_of_disk(changed: Changed, small_disk: Path) -> None:
    root, site = changed({}), small_disk / "site"
    put_site(root, site, load, rendering("old"))
    with pytest.raises(OSError, match="No space left"):
        put_site(root, site, load, rendering("new" * 10_000))
    assert words_of(site) == "old"
    assert [path.name for path in small_disk.iterdir()] == ["site"]


def test_out_of_disk_in_a_whole_build(changed: Changed, small_disk: Path) -> None:
    root, site = changed({}), small_disk / "site"
    put_site(root, site, load, rendering("old"))
    command = [sys.executable, "-m", "dossier", "build", "--no-search", "--root", str(root), "--into", str(site)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=120)
    assert done.returncode == 1
    assert "No space left on device" in done.stderr
    assert "Traceback" not in done.stderr
    assert words_of(site) == "old"
    assert [path.name for path in small_disk.iterdir()] == ["site"]


@pytest.mark.slow
def test_a_write_that_fails_at_any_place(changed: Changed, site: Path) -> None:
    root = changed({})
    put_site(root, site, load, rendering("old"))
    for place in random.Random(2).sample(range(PAGES + 1), 10):  # noqa: S311
        left = iter(range(place))

        def write(path: Path, text: str, left: Iterator[int] = left) -> None:
            if next(left, None) is None:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
            path.write_text(text)

        with pytest.raises(OSError, match="No space left"):
            put_site(root, site, load, rendering("new", write))
        assert words_of(site) == "old"
    assert sorted(path.name for path in site.parent.iterdir()) == ["mini", "site"]


def test_a_place_that_cannot_be_taken(changed: Changed, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = changed({})
    put_site(root, site, load, rendering("old"))

    class Library:
        @staticmethod
        def renameat2(*_: object) -> int:
            ctypes.set_errno(errno.EIO)
            return -1

    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: Library)
    with pytest.raises(OSError, match="Input/output error"):
        put_site(root, site, load, rendering("new"))
    assert words_of(site) == "old"


@pytest.mark.site
def test_pages_that_change_while_the_site_is_built_are_those_that_were_checked(changed: Changed, site: Path) -> None:
    from dossier.renderers.mkdocs import prose_of  # noqa: PLC0415  it takes half a second

    root = changed({})

    def changing(root: Path, folder: Path, corpus: Corpus) -> None:
        for path in (root / "docs").rglob("*.md"):
            path.write_text("# Changed\n\n<script>alert(1)</script> [@nobody] [[nobody]]\n")
        for path in (root / "data").rglob("*.yaml"):
            path.write_text("changed")
        write_site(root, folder, corpus, prose_of, search=False)

    put_site(root, site, load, changing)
    assert not [
        path for path in site.rglob("*.html") if "alert(1)" in path.read_text() or "Changed<" in path.read_text()
    ]
    assert "The guild says" in (site / "quarrel/index.html").read_text()


@pytest.mark.site
def test_a_page_that_comes_while_the_site_is_built_stops_it(changed: Changed, site: Path) -> None:
    from dossier.renderers.mkdocs import prose_of  # noqa: PLC0415  it takes half a second

    root = changed({})
    put_site(root, site, load, rendering("old"))

    def changing(root: Path, folder: Path, corpus: Corpus) -> None:
        (root / "docs/about/new.md").write_text("<script>alert(1)</script>")
        write_site(root, folder, corpus, prose_of, search=False)

    with pytest.raises(RenderError, match="came while the site was built; build it again"):
        put_site(root, site, load, changing)
    assert words_of(site) == "old"
