"""A file to download, and what a reader is told of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from hashlib import sha256

from dossier.editions.state import Edition
from dossier.exports.records import Fields, terms


@dataclass(frozen=True, slots=True)
class File:
    """What is to be written under ``data/``: its name there, what it is, what it is for, and its bytes."""

    name: str
    title: str
    what_for: str
    media_type: str
    content: bytes
    group: str = "whole"


@dataclass(frozen=True, slots=True)
class Download:
    """A file that was written: ``name`` is its path under ``data/``, ``bytes`` its size, ``group`` a key of groups."""

    name: str
    title: str
    what_for: str
    media_type: str
    group: str
    bytes: int
    sha256: str

    @classmethod
    def of(cls, file: File) -> Download:
        """What is said of a file once it is written."""
        size, digest = len(file.content), sha256(file.content).hexdigest()
        return cls(file.name, file.title, file.what_for, file.media_type, file.group, size, digest)


GROUPS = ("whole", "sources", "maps", "meaning", "tables")
"""The groups in which the downloads are shown, in order."""


def catalogue(downloads: Iterable[Download], *, base_url: str, site_name: str, edition: Edition) -> Fields:
    """All downloads as JSON; a download's address is ``url`` and its name."""
    listed = [asdict(download) for download in downloads]
    return {"title": site_name, "url": f"{base_url}data/" if base_url else "", **terms(edition), "downloads": listed}


def checksums(downloads: Iterable[Download]) -> str:
    """The digests as ``sha256sum --check`` reads them, in the folder of the downloads."""
    return "".join(f"{download.sha256}  {download.name}\n" for download in downloads)
