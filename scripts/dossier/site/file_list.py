"""The list of every file of a site, for programs that copy it by its links: scripts ask for what no page links."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote

from markupsafe import Markup, escape

from dossier.model.addresses import COPY, root_of
from dossier.model.words import Words
from dossier.pages.copy_page import FILES
from dossier.pages.head import RECORD_JSON
from dossier.pages.markdown import MARKDOWN

PAGE = "index.html"
# What stands beside each page, and is linked in its head.
BESIDE = frozenset({MARKDOWN, RECORD_JSON})
# What a host reads and nobody else; the links of the page for what is not there begin at its root.
OF_THE_HOST = frozenset({"_headers", "_redirects", "404.html"})


def list_files(folder: Path, words: Words, others: tuple[str, ...] = ()) -> None:
    """Puts the list into the page that has room for it. ``others`` are files that are yet to be written."""
    path = folder / COPY / PAGE
    text = path.read_text("utf-8")
    if FILES in text:
        path.write_text(
            text.replace(FILES, _listed(sorted({*files_of(folder), *others}), words)), "utf-8", newline="\n"
        )


def files_of(folder: Path) -> list[str]:
    """The address of each page and the name of each other file, from the root of the site, sorted."""
    parents = ((Path(parent).relative_to(folder), names) for parent, _, names in os.walk(folder))
    found = ((parent / name).as_posix() for parent, names in parents for name in names)
    return sorted(name.removesuffix(PAGE) for name in found if _is_listed(name))


def _is_listed(name: str) -> bool:
    parts = name.split("/")
    if name in OF_THE_HOST or name == PAGE or any(part.startswith(".") for part in parts):
        return False
    return parts[-1] not in BESIDE or name == f"data/{RECORD_JSON}"


def _listed(names: list[str], words: Words) -> str:
    item, root = Markup('<li><a href="{}{}">{}</a></li>\n'), root_of(COPY)
    rows = "".join(item.format(root, quote(name), name) for name in names)
    summary = escape(words.counted("file", len(names)))
    return f'<details class="folded">\n<summary>{summary}</summary>\n<ul>\n{rows}</ul>\n</details>'
