"""Whether the files of a dossier stay as they are while a command makes up its mind."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dossier.editing.changes import ConflictError
from dossier.reading.editor_files import among_left

Stamps = dict[str, tuple[int, int]]


@contextmanager
def undisturbed(root: Path) -> Iterator[None]:
    """Holds what is read and worked out within it together: raises ``ConflictError`` where a file changed meanwhile.

    Records are read first, and the texts that are edited after them: between the two, they could be others.
    """
    before = stamps(root)
    try:
        yield
    finally:
        now = stamps(root)
        changed = sorted(file for file in before.keys() | now.keys() if before.get(file) != now.get(file))
        if changed:
            raise ConflictError(f"{changed[0]} was changed meanwhile; nothing is written: run the command again")


def stamps(root: Path) -> Stamps:
    """When each file of records and of prose was last changed, and how long it is."""
    found: Stamps = {}
    for path in (path for part in ("data", "docs") for path in (root / part).rglob("*")):
        name = path.relative_to(root)
        try:
            stat = path.lstat()
        except FileNotFoundError:
            continue
        if not path.is_dir() and not among_left(name):
            found[name.as_posix()] = stat.st_mtime_ns, stat.st_size
    return found
