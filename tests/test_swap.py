from __future__ import annotations

import ctypes
import errno
import fcntl
import os
import subprocess
import sys
from pathlib import Path

import pytest

from dossier import swap as placing
from dossier.swap import BusyError, beside, put_in_place
from tests.support.files import snapshot

HOLDING = """
import sys, time
from pathlib import Path
from dossier.swap import beside
with beside(Path(sys.argv[1])) as folder:
    print(folder, flush=True)
    time.sleep(60)
"""


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """What stood there before."""
    target = tmp_path / "site"
    target.mkdir()
    (target / "index.html").write_text("old")
    return target


@pytest.fixture(params=["at one stroke", "by two renames"])
def either_way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "by two renames":
        monkeypatch.setattr(placing, "_exchange", lambda _one, _other: False)


def new(folder: Path) -> Path:
    (folder / "index.html").write_text("new")
    return folder


def holding(target: Path) -> tuple[subprocess.Popen[str], Path]:
    """Another run at work on ``target``, and its folder."""
    run = subprocess.Popen([sys.executable, "-c", HOLDING, str(target)], stdout=subprocess.PIPE, text=True)
    assert run.stdout
    return run, Path(run.stdout.readline().strip())


def kill(run: subprocess.Popen[str]) -> None:
    run.kill()
    run.communicate()


def test_a_folder_beside_is_on_the_same_disk_and_goes(tmp_path: Path) -> None:
    with beside(tmp_path / "site") as folder:
        assert folder.parent == tmp_path
        (folder / "more").mkdir()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("either_way")
def test_the_new_takes_the_place_of_the_old_and_leaves_nothing_else(old: Path, tmp_path: Path) -> None:
    with beside(old) as folder:
        put_in_place(old, new(folder))
        assert (old / "index.html").read_text() == "new"
    assert list(tmp_path.iterdir()) == [old]


@pytest.mark.usefixtures("either_way")
def test_where_nothing_stood_the_new_stands(tmp_path: Path) -> None:
    target = tmp_path / "site"
    with beside(target) as folder:
        put_in_place(target, new(folder))
    assert snapshot(tmp_path) == {"site/index.html": b"new"}


@pytest.mark.usefixtures("either_way")
def test_the_old_stays_where_the_new_cannot_take_its_place(old: Path, tmp_path: Path) -> None:
    before = snapshot(old)
    with pytest.raises(OSError, match="not-there"):
        put_in_place(old, tmp_path / "not-there")
    assert snapshot(old) == before
    assert list(tmp_path.iterdir()) == [old]


def test_a_system_that_cannot_exchange_renames_twice(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Library:
        @staticmethod
        def renameat2(*_: object) -> int:
            ctypes.set_errno(errno.EINVAL)
            return -1

    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: Library)
    with beside(old) as folder:
        put_in_place(old, new(folder))
        assert not folder.exists()
    assert (old / "index.html").read_text() == "new"


def test_what_was_taken_away_and_not_replaced_is_brought_back(old: Path, tmp_path: Path) -> None:
    """As a kill between two renames leaves it."""
    before = snapshot(old)
    with beside(old) as folder:
        name = folder.with_suffix(placing.REPLACED)
    old.rename(name)
    with beside(old):
        assert snapshot(old) == before
    assert list(tmp_path.iterdir()) == [old]


def test_two_at_once_are_told_apart(old: Path) -> None:
    run, folder = holding(old)
    try:
        with pytest.raises(BusyError, match=f"another run is writing {old};"), beside(old):
            pass
        assert folder.is_dir()
        assert snapshot(old) == {"index.html": b"old"}
    finally:
        kill(run)


def test_what_a_killed_run_left_is_tidied_up_and_nothing_else(old: Path, tmp_path: Path) -> None:
    kept = [
        tmp_path / ".site-original",
        tmp_path / ".site-2-abcdefgh.unfinished",
        tmp_path / ".other-abcdefgh.unfinished",
    ]
    for path in kept:
        path.mkdir()
    run, folder = holding(old)
    kill(run)
    assert folder.is_dir()
    with beside(old):
        assert not folder.exists()
    assert sorted(tmp_path.iterdir()) == sorted([old, *kept])


def test_a_lock_whose_file_was_taken_away_meanwhile_is_no_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, opened = tmp_path / ".site.lock", list[int]()
    locking = fcntl.flock

    def flock(lock: int, how: int) -> None:
        opened.append(lock)
        if len(opened) == 1:
            path.unlink()
        locking(lock, how)

    monkeypatch.setattr(fcntl, "flock", flock)
    with beside(tmp_path / "site"):
        assert len(opened) == 2
        assert os.path.samestat(path.stat(), os.fstat(opened[1]))
