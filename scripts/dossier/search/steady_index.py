"""Pagefind's index, made the same for the same input.

Pagefind lists filters and their values in the order of a hash table that is seeded anew in each run; the names of its
files follow from what is in them, so other names stand in the file that leads to them and in the entry. Here all
of them are put in order, and the files named by their digest again. Everything else is the same from run to run.

The files are CBOR (RFC 8949) behind a word, compressed by gzip.
"""

from __future__ import annotations

import gzip
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

WORD = b"pagefind_dcd"
TEXT, LIST = 3, 4
# Where the values stand in the file of a filter, and the filters in the file that leads to all others.
VALUES, FILTERS = 1, 3


def steady(folder: Path) -> None:
    """Puts the index in ``folder`` in order. Raises ``ValueError`` where a file is not as Pagefind 1 writes it."""
    names = dict(
        _renamed(path, _in_order(_content(path), VALUES)) for path in sorted((folder / "filter").glob("*.pf_filter"))
    )
    entry = (folder / "pagefind-entry.json").read_text("utf-8")
    for path in sorted(folder.glob("*.pf_meta")):
        content = _content(path)
        for old, new in names.items():
            content = content.replace(old.encode(), new.encode())
        old, new = _renamed(path, _in_order(content, FILTERS))
        entry = entry.replace(f'"{old.partition(".")[2]}"', f'"{new.partition(".")[2]}"')
    (folder / "pagefind-entry.json").write_text(entry, "utf-8", newline="\n")


def _content(path: Path) -> bytes:
    content = gzip.decompress(path.read_bytes())
    if not content.startswith(WORD):
        raise ValueError(f"{path.name} is no file of Pagefind")
    return content.removeprefix(WORD)


def _renamed(path: Path, content: bytes) -> tuple[str, str]:
    """Writes the content under a name of the same length that follows from it; the old name and the new one."""
    begun, _, hashed = path.stem.rpartition("_")
    new = f"{begun}_{sha256(content).hexdigest()[: len(hashed)]}"
    path.unlink()
    path.with_name(new + path.suffix).write_bytes(gzip.compress(WORD + content, mtime=0))
    return path.stem, new


def _in_order(content: bytes, which: int) -> bytes:
    """A list one of whose items, counted from 0, is a list itself: the items of that one put in order."""
    _, _, place = _head(content, 0, LIST)
    for _ in range(which):
        place = _end(content, place)
    _, number, first = _head(content, place, LIST)
    ends = [first]
    for _ in range(number):
        ends.append(_end(content, ends[-1]))
    parts = sorted(content[start:end] for start, end in pairwise(ends))
    return content[:first] + b"".join(parts) + content[ends[-1] :]


def _head(content: bytes, place: int, wanted: int | None = None) -> tuple[int, int, int]:
    """The type of the item at a place, its number or length, and where its content begins."""
    kind, short = divmod(content[place], 32)
    if (wanted is not None and kind != wanted) or kind > LIST or short > 27:
        raise ValueError("Pagefind writes its index in another way than it did")
    more = 0 if short < 24 else 1 << (short - 24)
    number = short if short < 24 else int.from_bytes(content[place + 1 : place + 1 + more], "big")
    return kind, number, place + 1 + more


def _end(content: bytes, place: int) -> int:
    """Where the item at a place ends."""
    kind, number, place = _head(content, place)
    if kind == LIST:
        for _ in range(number):
            place = _end(content, place)
        return place
    return place + number if kind in (TEXT - 1, TEXT) else place
