"""A compressed file beside each text file of a site, so that a web server need not compress it at each request."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Any, Protocol

from dossier.corpus.corpus import Corpus

TEXTS = frozenset(
    ".bib .css .csv .geojson .html .js .json .jsonld .map .md .mjs .ris .svg .txt .webmanifest .xml".split()  # noqa: SIM905
)
# A smaller file goes into one packet either way.
SMALLEST_BYTES = 1000


def compress(site: Path) -> int:
    """Writes ``NAME.gz`` beside each text file that gains by it, always the same bytes; their number."""
    made = 0
    for path in sorted(site.rglob("*")):
        if path.suffix in TEXTS and path.is_file() and not path.is_symlink():
            content = path.read_bytes()
            packed = gzip.compress(content, compresslevel=9, mtime=0)
            if len(content) >= SMALLEST_BYTES and len(packed) < len(content):
                path.with_name(f"{path.name}.gz").write_bytes(packed)
                made += 1
    return made


class WriteSite(Protocol):
    """Writes a site into ``folder``."""

    def __call__(self, root: Path, folder: Path, corpus: Corpus, /, **options: Any) -> None: ...


def compressing(write: WriteSite) -> WriteSite:
    """What writes a site, which then compresses it."""

    def written(root: Path, folder: Path, corpus: Corpus, /, **options: Any) -> None:
        write(root, folder, corpus, **options)
        compress(folder)

    return written
