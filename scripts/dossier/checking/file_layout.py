"""Files in a dossier's folders that nothing reads, or nothing may read: odd names, links, other kinds of file."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from dossier.model.addresses import SECTIONS, SITE_PAGES
from dossier.problems import Problem
from dossier.reading.editor_files import left_by_editor
from dossier.text.slugs import FILE_NAME, NAME, is_reserved

PAGE = ".md"
# What a browser shows and never runs: an SVG or a web page could hold a script.
HANDED_OUT = (".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif", ".pdf", ".csv", ".txt")
# The pages and folders at the top that the site makes itself.
OTHERS = ("404", "assets", "pagefind", "robots", "sitemap", "opensearch")
TAKEN = frozenset({*OTHERS, *(address.partition("/")[0] for address in SITE_PAGES)})
ARTICLES = SECTIONS["source"]
# A record by its name, with an ending that is not read.
MEANT = re.compile(r"(.+?)(\.yml|\.yaml|\.json|\.yaml\.txt|\.yml\.txt)", re.IGNORECASE)
NAMING = "lower-case letters, digits and hyphens: the name becomes the address"


def layout_problems(root: Path, folders: Iterable[str], besides: Iterable[str]) -> Iterator[Problem]:
    """A problem for each file that is not as it should be under ``data`` and ``docs``.

    ``folders`` are those of ``data`` that hold a record a file, ``besides`` whatever else may stand in it.
    """
    folders = tuple(folders)
    yield from _in_data(root, root / "data", folders, {*folders, *besides})
    docs = root / "docs"
    if docs.is_symlink():
        yield _linked(root, docs)
    elif docs.is_dir():
        yield from _in_docs(root, docs)
    elif docs.exists():
        yield _problem(root, docs, "no-docs", "needs to be a folder", "it holds the pages of prose")


def _in_data(root: Path, data: Path, folders: tuple[str, ...], known: set[str]) -> Iterator[Problem]:
    if data.is_symlink():
        yield _linked(root, data)
    elif not data.is_dir():
        yield _problem(root, data, "no-data", "no such folder", "run it in a dossier's folder")
    else:
        for path in _listed(data):
            yield from _at_the_top(root, path, folders, known)
        for folder in (data / name for name in folders):
            yield from _among_records(root, folder)


def _at_the_top(root: Path, path: Path, folders: tuple[str, ...], known: set[str]) -> Iterator[Problem]:
    if path.name not in known:
        yield _unread(root, path, _renaming(path) or "take it out, or mend its name")
    elif path.is_symlink() and path.is_dir():
        yield _linked(root, path)
    elif path.name in folders and not path.is_dir():
        yield _problem(root, path, "wrong-type", "needs to be a folder", "it holds a record a file")


def _among_records(root: Path, folder: Path) -> Iterator[Problem]:
    for path in _listed(folder) if folder.is_dir() and not folder.is_symlink() else ():
        if path.suffix != ".yaml" or not path.is_file():
            yield _unread(root, path, _renaming(path) or "records end in .yaml")


def _listed(folder: Path) -> list[Path]:
    """What stands in a folder, but for what editors leave there."""
    return sorted(path for path in folder.iterdir() if not left_by_editor(path.name))


def _renaming(path: Path) -> str:
    """How a file is to be called whose name shows that a record is meant."""
    meant = MEANT.fullmatch(path.name)
    if not meant or not path.is_file():
        return ""
    name = f"{meant[1].lower()}.yaml"
    return f"write it as YAML, in {name}" if meant[2].lower() == ".json" else f"rename it to {name}"


def _in_docs(root: Path, folder: Path) -> Iterator[Problem]:
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        path = Path(entry.path)
        if left_by_editor(entry.name):
            continue
        if entry.is_symlink():
            yield _linked(root, path)
        elif entry.is_dir():
            yield from _misnamed(root, path, NAME, entry.name)
            yield from _in_docs(root, path)
        elif not entry.is_file():
            yield _problem(root, path, "unreadable", "Not a file that can be read", "take it out")
        elif path.suffix == PAGE:
            yield from _misnamed(root, path, NAME, path.stem)
            yield from _colliding(root, path)
        elif path.suffix in HANDED_OUT:
            yield from _misnamed(root, path, FILE_NAME, entry.name)
            yield from _colliding(root, path)
        else:
            yield _unread(root, path, f"pages end in {PAGE}; what they show and hand out, in {', '.join(HANDED_OUT)}")


def _misnamed(root: Path, path: Path, pattern: re.Pattern[str], name: str) -> Iterator[Problem]:
    if not pattern.fullmatch(name):
        yield _problem(root, path, "file-name", "a name that cannot be an address", NAMING)
    elif is_reserved(name):
        yield _problem(root, path, "file-name", "a name that Windows keeps for a device", "choose another")


def _colliding(root: Path, path: Path) -> Iterator[Problem]:
    """A problem where two pages would have one address."""
    docs, page = root / "docs", path.relative_to(root / "docs").with_suffix("").as_posix()
    first = page.partition("/")[0]
    if (first in TAKEN and first != ARTICLES) or page in (ARTICLES, f"{ARTICLES}/index"):
        yield _problem(root, path, "address", f"the site makes {first} itself", "choose another name")
    elif path.suffix == PAGE and (docs / page / "index.md").exists():
        yield _problem(root, path, "address", f"{page}/index.md has the same address", "keep one")


def _linked(root: Path, path: Path) -> Problem:
    return _problem(root, path, "link", "a symbolic link", "put what it leads to here itself")


def _unread(root: Path, path: Path, hint: str) -> Problem:
    return _problem(root, path, "stray-file", "nothing reads this", hint)


def _problem(root: Path, path: Path, rule: str, message: str, hint: str) -> Problem:
    return Problem(path.relative_to(root).as_posix(), 1, 1, rule, message, hint=hint)
