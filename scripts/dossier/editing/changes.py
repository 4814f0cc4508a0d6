"""Changes to the files of a dossier, written all or none, also where the program is killed on the way.

The new and the old contents are laid into a folder in the dossier, with a list of them. One rename makes the folder
count: before it nothing has changed, and after it whoever comes next can finish what was begun (``recover``).
"""

from __future__ import annotations

import json
import os
import shutil
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from time import monotonic, sleep

from dossier.problems import refused
from dossier.swap import locked

PENDING = ".dossier-changes"
"""The folder of changes that count and are not all in place yet."""
PREPARED, UNDONE = PENDING + ".unfinished", PENDING + ".undone"
LISTED = "changes.json"
NEW, OLD = "new", "old"
LONGEST_WAIT = 2.0


class ConflictError(Exception):
    """Raised where a file is not as it was read, or cannot be changed; the message says which, and what to do."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What the files of a dossier become. Names are relative to its folder, with ``/``.

    ``files`` has the new content of each file that changes, or ``None`` where it goes; ``before`` what was read of
    these and of other files, or ``None`` where there was none. ``moved`` tells which files have a new name, from the
    former to the new; both stand in ``files`` too, and the permissions go along.
    """

    files: Mapping[str, bytes | None] = field(default_factory=dict)
    before: Mapping[str, bytes | None] = field(default_factory=dict)
    moved: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Step:
    """One file that changes: its name, the numbers of its contents in the folder, and its permissions."""

    file: str
    new: str | None
    old: str | None
    mode: int


def write(root: Path, changes: Changes) -> None:
    """Makes the changes in the dossier in ``root``: all of them, or none.

    Raises ``ConflictError`` where a file is not what ``changes`` was made from, is a symbolic link, read-only or lies
    outside, and where the disk refuses; ``BusyError`` where another command is writing. Nothing has changed then.
    """
    if not changes.files:
        return
    try:
        with locked(root / "data"):
            _recover(root)
            _refuse_conflicts(root, changes)
            _prepare(root, changes)
            (root / PREPARED).rename(root / PENDING)
            _sync_folder(root)
            _finish(root)
    except OSError as error:
        raise ConflictError(f"{refused(error)}; nothing is written") from error


def _finish(root: Path) -> None:
    try:
        _put_in_place(root, root / PENDING, NEW)
    except BaseException as error:
        (root / PENDING).rename(root / UNDONE)
        _take_back(root, error)
        raise


def _take_back(root: Path, error: BaseException) -> None:
    """Puts the old contents back. Raises ``ConflictError`` where a file that was changed cannot be changed again."""
    try:
        _put_in_place(root, root / UNDONE, OLD)
    except OSError as again:
        raise ConflictError(
            f"{refused(again)}; what was begun could be neither finished nor taken back: see to that file, then run "
            "any command here, which first takes the rest back"
        ) from error


def wait_until_whole(root: Path, seconds: float = LONGEST_WAIT) -> None:
    """Waits while a command puts its changes in place; no longer than some seconds, for it may have been killed."""
    end = monotonic() + seconds
    while (root / PENDING).is_dir() and monotonic() < end:
        sleep(0.02)


def recover(root: Path) -> list[str]:
    """Finishes, or takes back, what a command that was killed had begun in ``root``, and tells it one file a line.

    Raises ``BusyError`` where that command is still at work, ``ConflictError`` where such a file was changed since.
    """
    if not any((root / name).is_dir() for name in (PENDING, PREPARED, UNDONE)):
        return []
    with locked(root / "data"):
        return _recover(root)


def _recover(root: Path) -> list[str]:
    shutil.rmtree(root / PREPARED, ignore_errors=True)
    for folder, side, said in ((root / UNDONE, OLD, "Took back"), (root / PENDING, NEW, "Finished")):
        if folder.is_dir():
            steps = _steps(folder)
            _refuse_edited(root, folder, steps)
            _put_in_place(root, folder, side)
            return [f"{said} what a command that was stopped had begun: {step.file}." for step in steps]
    return []


def _refuse_conflicts(root: Path, changes: Changes) -> None:
    for file in {**changes.before, **changes.files}:
        _refuse_outside(root, file)
        if file in changes.before and _content(root / file) != changes.before[file]:
            raise ConflictError(f"{file} was changed meanwhile; nothing is written: run the command again")
        if file not in changes.before and (root / file).exists():
            raise ConflictError(f"{file} is there already; nothing is written")
        if file in changes.files and (root / file).exists() and not os.access(root / file, os.W_OK):
            raise ConflictError(f"{file} is read-only; nothing is written: let it be written, or leave it as it is")


def _refuse_outside(root: Path, file: str) -> None:
    parts = PurePosixPath(file).parts
    if not parts or PurePosixPath(file).is_absolute() or ".." in parts:
        raise ConflictError(f"{file} lies outside the dossier; nothing is written")
    for number in range(1, len(parts) + 1):
        path = root.joinpath(*parts[:number])
        if path.is_symlink():
            raise ConflictError(f"{file}: {path.relative_to(root)} is a symbolic link; put what it leads to there")
        if number < len(parts) and path.exists() and not path.is_dir():
            raise ConflictError(f"{file}: {path.relative_to(root)} is no folder; nothing is written")


def _refuse_edited(root: Path, folder: Path, steps: list[_Step]) -> None:
    for step in steps:
        known = [(folder / name).read_bytes() if name else None for name in (step.new, step.old)]
        if _content(root / step.file) not in known:
            raise ConflictError(
                f"a command was stopped while it wrote, and {step.file} was changed since; copy your change aside and "
                f"put {folder.name}/{step.old or step.new} in the file's place, then run this again"
            )


def _content(path: Path) -> bytes | None:
    """The bytes of a file, or ``None`` where there is none."""
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            raise ConflictError(f"{path.name} is no file; nothing is written")
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None


def _prepare(root: Path, changes: Changes) -> None:
    """Lays contents and their list into the folder that does not count yet."""
    folder = root / PREPARED
    folder.mkdir()
    try:
        _lay_down(root, folder, changes)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _lay_down(root: Path, folder: Path, changes: Changes) -> None:
    former = {to: file for file, to in changes.moved.items()}
    steps = []
    for number, (file, content) in enumerate(changes.files.items()):
        old = changes.before.get(file)
        new_name, old_name = f"{NEW}-{number}", f"{OLD}-{number}"
        if content is not None:
            _write_synced(folder / new_name, content)
        if old is not None:
            _write_synced(folder / old_name, old)
        mode = _mode(root, (file, former.get(file, file)))
        steps.append((file, new_name if content is not None else None, old_name if old is not None else None, mode))
    _write_synced(folder / LISTED, json.dumps(steps).encode())
    _sync_folder(folder)


def _mode(root: Path, files: tuple[str, str]) -> int:
    """The permissions of the first of these files that is there; of a new file, what is usual."""
    for file in files:
        if (root / file).exists():
            return stat.S_IMODE((root / file).stat().st_mode)
    return 0o644


def _steps(folder: Path) -> list[_Step]:
    return [_Step(*one) for one in json.loads((folder / LISTED).read_bytes())]


def _put_in_place(root: Path, folder: Path, side: str) -> None:
    """Makes each file what the folder has for it, and takes the folder away. Done twice it does the same as once."""
    for step in _steps(folder):
        name, target = (step.new if side == NEW else step.old), root / step.file
        if name is None:
            target.unlink(missing_ok=True)
            _remove_empty(root, target.parent)
        elif _content(target) != (wanted := (folder / name).read_bytes()):
            # Only then: a file that could not be changed need not be changed back.
            target.parent.mkdir(parents=True, exist_ok=True)
            ready = folder / "ready"
            _write_synced(ready, wanted)
            ready.chmod(step.mode)
            ready.replace(target)
        if target.parent.exists():
            _sync_folder(target.parent)
    # A folder that no longer counts may be removed in steps; one that counts has to go at one stroke.
    gone = root / PREPARED
    folder.rename(gone)
    shutil.rmtree(gone, ignore_errors=True)


def _remove_empty(root: Path, folder: Path) -> None:
    """Removes a folder of pages that holds nothing any more; those of ``data`` and ``docs`` themselves stay."""
    if len(folder.relative_to(root).parts) > 1 and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()


def _write_synced(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    with _opened(folder) as number:
        os.fsync(number)


@contextmanager
def _opened(folder: Path) -> Iterator[int]:
    number = os.open(folder, os.O_RDONLY)
    try:
        yield number
    finally:
        os.close(number)
