"""A folder is made beside the one whose place it will take, and takes it at one stroke."""

from __future__ import annotations

import ctypes
import errno
import fcntl
import os
import re
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkdtemp

UNFINISHED, REPLACED = ".unfinished", ".replaced"
AT_FDCWD, RENAME_EXCHANGE = -100, 2
CANNOT_EXCHANGE = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP}


class BusyError(Exception):
    """Raised where another run is making the same folder."""


@contextmanager
def beside(target: Path) -> Iterator[Path]:
    """An empty folder on the same disk as ``target``, removed at the end if it is still there.

    What a run that was killed left beside ``target`` is tidied up first. Raises ``BusyError`` where another run is
    at work on ``target``.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    with locked(target):
        _tidy(target)
        folder = Path(mkdtemp(prefix=f".{target.name}-", suffix=UNFINISHED, dir=target.parent))
        folder.chmod(0o755)
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def put_in_place(target: Path, folder: Path) -> None:
    """Puts ``folder`` in the place of ``target``; what stood there, if anything did, may be left at ``folder``."""
    if not target.exists():
        folder.rename(target)
    elif not _exchange(folder, target):
        _replace(target, folder)


def _exchange(one: Path, other: Path) -> bool:
    """Swaps two folders at one stroke, so that a kill leaves either whole; false where the system cannot."""
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None) if sys.platform == "linux" else None
    if rename is None:
        return False
    if rename(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in CANNOT_EXCHANGE:
        return False
    raise OSError(number, os.strerror(number), str(one), None, str(other))


def _replace(target: Path, folder: Path) -> None:
    """Two renames. A kill between them leaves nothing at ``target`` until the next run brings the old one back."""
    attic = folder.with_suffix(REPLACED)
    target.rename(attic)
    try:
        folder.rename(target)
    except OSError:
        attic.rename(target)
        raise
    shutil.rmtree(attic, ignore_errors=True)


@contextmanager
def locked(target: Path) -> Iterator[None]:
    """Keeps other runs from writing ``target`` meanwhile. Raises ``BusyError`` where one is at it."""
    path = target.with_name(f".{target.name}.lock")
    lock = _lock(path)
    try:
        yield
    finally:
        path.unlink(missing_ok=True)
        os.close(lock)


def _lock(path: Path) -> int:
    """The opened lock. The system lets go of it when its run ends, however it ends."""
    while True:
        lock = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(lock)
            name = path.name.removeprefix(".").removesuffix(".lock")
            raise BusyError(f"another run is writing {path.with_name(name)}; wait until it has ended") from None
        # Whoever held it may have taken its file away meanwhile, which would leave us a lock that no one else sees.
        with suppress(FileNotFoundError):
            if os.path.samestat(path.stat(), os.fstat(lock)):
                return lock
        os.close(lock)


def _tidy(target: Path) -> None:
    """Removes what killed runs left, and brings back what one had taken away. No one else may be at work."""
    for attic in _left(target, REPLACED):
        if not target.exists():
            attic.rename(target)
    for folder in [*_left(target, UNFINISHED), *_left(target, REPLACED)]:
        shutil.rmtree(folder, ignore_errors=True)


def _left(target: Path, suffix: str) -> list[Path]:
    ours = re.compile(rf"\.{re.escape(target.name)}-[a-z0-9_]{{8}}{re.escape(suffix)}")
    return sorted(path for path in target.parent.iterdir() if ours.fullmatch(path.name) and path.is_dir())
