from __future__ import annotations

import os
import signal
import stat
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from dossier.editing import changes as writing
from dossier.editing.changes import Changes, ConflictError, recover, wait_until_whole, write
from dossier.swap import BusyError, locked

SAME = {"data/kept.yaml": b"kept\n"}
BEFORE = {"data/a.yaml": b"a: 1\n", "data/old.yaml": b"old\n", "docs/p/page.md": b"page\n", **SAME}
AFTER = {"data/a.yaml": b"a: 2\n", "data/new.yaml": b"old\n", "docs/q/other.md": b"other\n", **SAME}
CHANGES = Changes(
    {
        "data/a.yaml": b"a: 2\n",
        "data/old.yaml": None,
        "data/new.yaml": b"old\n",
        "docs/p/page.md": None,
        "docs/q/other.md": b"other\n",
    },
    {**BEFORE, "data/new.yaml": None, "docs/q/other.md": None},
    {"data/old.yaml": "data/new.yaml"},
)
TOUCHING = {"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.chmod", "shutil.rmtree"}
MOST_STEPS = 300


@pytest.fixture(autouse=True)
def _unsynced(monkeypatch: pytest.MonkeyPatch) -> None:
    """A kill of the program loses nothing that it has written; only a loss of power would: it is not tried here."""
    monkeypatch.setattr(os, "fsync", lambda _: None)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return laid_down(tmp_path / "dossier")


def laid_down(root: Path) -> Path:
    for name, content in BEFORE.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(content)
    return root


def tree(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def killed_at(step: int, act: Callable[[], object]) -> bool:
    """Whether a process that does ``act`` was killed before it touched the disk for the ``step``-th time."""
    child = os.fork()
    if child == 0:
        left = step

        def kill(event: str, _arguments: object) -> None:
            nonlocal left
            if event in TOUCHING:
                left -= 1
                if left < 0:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(kill)
        try:
            act()
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def test_changes_are_written_and_nothing_is_left_beside_them(root: Path) -> None:
    write(root, CHANGES)
    assert tree(root) == AFTER
    assert not (root / "docs/p").exists()


def test_a_kill_at_any_step_leaves_what_was_or_what_is_to_be(tmp_path: Path) -> None:
    seen = set()
    for step in range(MOST_STEPS):
        root = laid_down(tmp_path / str(step))
        killed = killed_at(step, lambda root=root: write(root, CHANGES))  # type: ignore[misc]
        told = recover(root)
        found = {name: content for name, content in tree(root).items() if not name.startswith(".data.lock")}
        assert found in (BEFORE, AFTER), step
        assert bool(told) <= (found == AFTER)
        seen.add((found == AFTER, bool(told)))
        if not killed:
            break
    assert not killed
    assert seen == {(False, False), (True, True), (True, False)}


def test_a_kill_while_it_is_finished_leaves_it_to_be_finished(tmp_path: Path) -> None:
    pending = stopped_in_the_middle(laid_down(tmp_path / "first"))
    for step in range(MOST_STEPS):
        root = laid_down(tmp_path / str(step))
        killed_at(pending, lambda root=root: write(root, CHANGES))  # type: ignore[misc]
        killed = killed_at(step, lambda root=root: recover(root))  # type: ignore[misc]
        recover(root)
        assert {name: content for name, content in tree(root).items() if name != ".data.lock"} == AFTER, step
        if not killed:
            return
    pytest.fail("never ended")


def stopped_in_the_middle(root: Path) -> int:
    """Kills a command where its changes count and are not in place yet; at which step that was."""
    for step in range(MOST_STEPS):
        killed_at(step, lambda: write(root, CHANGES))
        if (root / writing.PENDING).is_dir():
            return step
    return pytest.fail("never pending")


def test_what_was_finished_is_told(root: Path) -> None:
    stopped_in_the_middle(root)
    assert recover(root)[0] == "Finished what a command that was stopped had begun: data/a.yaml."
    assert recover(root) == []


def test_a_disk_that_refuses_leaves_all_as_it_was(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace = Path.replace

    def failing(self: Path, target: Path) -> Path:
        if target.name == "other.md":
            raise OSError(28, "No space left on device")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", failing)
    with pytest.raises(ConflictError, match="No space left on device; nothing is written"):
        write(root, CHANGES)
    assert tree(root) == BEFORE


def test_a_file_that_cannot_be_changed_need_not_be_changed_back(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace = Path.replace
    edits = Changes({"data/a.yaml": b"a: 2\n", "data/old.yaml": b"new\n"}, BEFORE)

    def failing(self: Path, target: Path) -> Path:
        if target.name == "old.yaml":
            raise PermissionError(1, "Operation not permitted", str(self), None, str(target))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", failing)
    with pytest.raises(ConflictError, match=r"/data/old\.yaml: Operation not permitted; nothing is written$"):
        write(root, edits)
    assert tree(root) == BEFORE


def test_what_can_be_neither_written_nor_taken_back_is_told_and_taken_back_later(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace, before = Path.replace, iter([True, False])

    def failing(self: Path, target: Path) -> Path:
        if target.parent.name == "data" and not next(before, False):
            raise PermissionError(1, "Operation not permitted", str(self), None, str(target))
        return replace(self, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", failing)
        with pytest.raises(ConflictError, match=r"/data/a\.yaml: Operation not permitted; what was begun could be"):
            write(root, CHANGES)
    assert recover(root)
    assert tree(root) == BEFORE


def test_a_file_that_is_read_only_stays(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda path, _: Path(path).name != "old.yaml")
    with pytest.raises(ConflictError, match=r"^data/old\.yaml is read-only; nothing is written"):
        write(root, CHANGES)
    assert tree(root) == BEFORE


def test_a_file_that_was_changed_meanwhile_is_not_overwritten(root: Path) -> None:
    (root / "data/a.yaml").write_text("a: mine\n")
    with pytest.raises(ConflictError, match=r"data/a\.yaml was changed meanwhile; nothing is written"):
        write(root, CHANGES)
    assert tree(root) == {**BEFORE, "data/a.yaml": b"a: mine\n"}


def test_a_file_that_was_only_read_may_not_have_changed_either(root: Path) -> None:
    (root / "data/kept.yaml").unlink()
    with pytest.raises(ConflictError, match=r"data/kept\.yaml was changed meanwhile"):
        write(root, CHANGES)


def test_a_file_that_came_meanwhile_is_not_overwritten(root: Path) -> None:
    (root / "data/new.yaml").write_text("mine\n")
    with pytest.raises(ConflictError, match=r"data/new\.yaml was changed meanwhile"):
        write(root, CHANGES)
    with pytest.raises(ConflictError, match=r"data/new\.yaml is there already"):
        write(root, Changes({"data/new.yaml": b""}))


def test_a_file_changed_after_the_kill_is_not_overwritten(root: Path) -> None:
    stopped_in_the_middle(root)
    (root / "data/a.yaml").write_text("a: mine\n")
    with pytest.raises(ConflictError, match=r"data/a\.yaml was changed since; copy your change aside"):
        recover(root)
    assert (root / "data/a.yaml").read_text() == "a: mine\n"


@pytest.mark.parametrize("file", ["../a.yaml", "/etc/passwd", "data/../../a.yaml", ""])
def test_nothing_outside_is_written(root: Path, file: str) -> None:
    with pytest.raises(ConflictError, match="lies outside the dossier"):
        write(root, Changes({file: b""}, {file: None}))


@pytest.mark.parametrize("file", ["data/link.yaml", "data/folder/a.yaml"])
def test_nothing_is_written_through_a_link(root: Path, file: str, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (root / "data/link.yaml").symlink_to(tmp_path / "a.yaml")
    (root / "data/folder").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(ConflictError, match="is a symbolic link"):
        write(root, Changes({file: b""}, {file: None}))


def test_files_keep_their_permissions_also_under_a_new_name(root: Path) -> None:
    (root / "data/a.yaml").chmod(0o640)
    (root / "data/old.yaml").chmod(0o600)
    write(root, CHANGES)
    modes = {name: stat.S_IMODE((root / name).stat().st_mode) for name in AFTER}
    assert (modes["data/a.yaml"], modes["data/new.yaml"], modes["docs/q/other.md"]) == (0o640, 0o600, 0o644)


def test_two_commands_do_not_write_at_once(root: Path) -> None:
    with locked(root / "data"), pytest.raises(BusyError, match="another run is writing"):
        write(root, CHANGES)
    assert tree(root) == BEFORE


def test_whoever_reads_waits_until_all_is_in_place_but_not_for_ever(root: Path) -> None:
    (root / writing.PENDING).mkdir()
    began = time.monotonic()
    wait_until_whole(root, 0.1)
    assert time.monotonic() - began >= 0.1
    threading.Timer(0.1, (root / writing.PENDING).rmdir).start()
    wait_until_whole(root, 60)
    assert not (root / writing.PENDING).exists()
