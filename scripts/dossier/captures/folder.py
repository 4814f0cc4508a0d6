"""Where captured articles lie: in ``captures/`` of the dossier, or in the folder that is named in its place.

It is named by ``--captures`` or by the environment variable ``CAPTURES``. A build shows the full texts of ``captures/``
alone, so that no variable can bring them into a site.
"""

from __future__ import annotations

from pathlib import Path

CAPTURES = "captures"
VARIABLE = "CAPTURES"


def captures_folder(root: Path, named: Path | None = None) -> Path | None:
    """The folder of captured articles: the one that is ``named``, or that of the dossier in ``root`` if it is there."""
    own = root / CAPTURES
    return named or (own if own.is_dir() else None)


def captured_file(folder: Path, name: str) -> Path | None:
    """The file of this name in a folder, its letters as they are or in capitals; ``None`` where there is none."""
    exact = folder / name
    if exact.is_file():
        return exact
    alike = (path for path in sorted(folder.glob("*")) if path.name.casefold() == name.casefold() and path.is_file())
    return next(alike, None)
