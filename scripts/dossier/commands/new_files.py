"""New files of a dossier, written all or none."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

READY = ".unfinished"


def write_new(root: Path, files: Mapping[str, bytes]) -> None:
    """Writes files that are not there yet, by their names in the dossier in ``root``: all, or none where one fails.

    Raises ``FileExistsError`` where one is there by now, or ``OSError``; nothing has changed then.
    """
    made: list[Path] = []
    try:
        ready = []
        for name, content in files.items():
            target = root / name
            target.parent.mkdir(parents=True, exist_ok=True)
            beside = target.with_name(f".{target.name}{READY}")
            made.append(beside)
            beside.write_bytes(content)
            ready.append((beside, target))
        for beside, target in ready:
            # A link, unlike a renaming, is refused where another file came meanwhile.
            os.link(beside, target)
            made.append(target)
            beside.unlink()
    except BaseException:
        for path in made:
            path.unlink(missing_ok=True)
        raise
