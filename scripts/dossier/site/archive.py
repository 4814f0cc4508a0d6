"""A whole site as one ZIP archive, to be read from a disk: a link to a folder leads to the page in it."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from dossier.editions.state import LISTING
from dossier.site.file_list import OF_THE_HOST, PAGE

# Without a host and relative, up to the end of a folder.
ADDRESS = r'(?:(?:[^"/:?#]+/)+(?:\.\.)?|\.{1,2})'
FOLDER = re.compile(rf'(\s(?:href|action)="|\scontent="0; url=)({ADDRESS})((?:[?#][^"]*)?")')
NOTE = """\
{name}

Open index.html. Every page can be read so. For search, and whatever else scripts do, run in this folder

    python3 -m http.server

and open http://localhost:8000/ in a browser. data/copy/index.html says why.
"""


def write_archive(site: Path, file: Path) -> int:
    """Writes the archive of a built site, and returns how many files it holds; the same site gives the same bytes.

    Of a folder of editions only the latest is taken. Raises ``OSError``, and ``ValueError`` where there is no site.
    """
    if not (site / PAGE).is_file() or not (site / "404.html").is_file():
        raise ValueError(f"{site} holds no built site")
    names = list(_names(site, _editions(site)))
    folder, begun = file.stem, file.with_name(f".{file.name}.begun")
    try:
        with zipfile.ZipFile(begun, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
            _add(archive, f"{folder}/READ ME.txt", NOTE.format(name=folder).encode())
            for name in names:
                _add(archive, f"{folder}/{name}", _content(site / name))
        begun.replace(file)
    finally:
        begun.unlink(missing_ok=True)
    return len(names) + 1


def for_a_disk(html: str) -> str:
    """A page whose links to folders lead to the pages in these."""
    return FOLDER.sub(lambda found: f"{found[1]}{found[2].rstrip('/')}/{PAGE}{found[3]}", html)


def _content(path: Path) -> bytes:
    content = path.read_bytes()
    return for_a_disk(content.decode()).encode() if path.suffix == ".html" else content


def _names(site: Path, editions: frozenset[str]) -> Iterator[str]:
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if not path.is_file() or name in OF_THE_HOST or (editions and name == LISTING):
            continue
        first = name.partition("/")[0]
        is_twin = path.suffix == ".gz" and path.with_suffix("").is_file()
        if first not in editions and not is_twin and not any(part.startswith(".") for part in name.split("/")):
            yield name


def _editions(site: Path) -> frozenset[str]:
    """The folders of the editions that were published into a folder."""
    listing = site / LISTING
    return (
        frozenset(one["name"] for one in json.loads(listing.read_text("utf-8"))) if listing.is_file() else frozenset()
    )


def _add(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    # No time: that of the build would make other bytes of the same site.
    entry = zipfile.ZipInfo(name)
    entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
    archive.writestr(entry, content)
