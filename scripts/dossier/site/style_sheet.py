"""The one style sheet of a site: what its pages can use of the theme's styles, and ours after it, without blanks."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from lightningcss import process_stylesheet

STYLES = "dossier.css"
# The oldest browsers whose way of writing is kept, so that no rule is put in a way that they cannot read.
BROWSERS = ["chrome >= 100", "firefox >= 100", "safari >= 15.4"]
# What the theme puts beside its pages and no page asks for any more.
UNASKED = ("assets/stylesheets", "assets/javascripts", "assets/images")

_MARKED = re.compile(r"""\s(?:class|id)=["']?([^"'>]*)""")
_WORD = re.compile(r"-*[A-Za-z_][\w-]*")
_SYMBOL = re.compile(r"[.#](-*[A-Za-z_][\w-]*)")
_ADDRESS = re.compile(r"url\([^)]*\)")
_NOTE = re.compile(r"/\*.*?\*/", re.DOTALL)
_SET = re.compile(r"(--[\w-]+)\s*:")
_RULE = re.compile(r"(?<=[{};])([^{};@]+)\{[^{}]*\}")
# The theme has rules for twenty colours of which a site has one; ours are set by `custom`.
_COLOURED = re.compile(r"\[data-md-color-(?:primary|accent)=(?!\"?custom)")
_USED = re.compile(r"var\(\s*(--[\w-]+)")


def write_styles(folder: Path, pages: Iterable[Path]) -> None:
    """Joins the theme's style sheets in ``folder`` and ours into one, and takes away what the theme brought besides.

    ``pages`` are pages of prose as they are rendered: with the package's own templates and scripts, which make all
    other pages, they tell which classes there can be.
    """
    theme = "".join(path.read_text("utf-8") for path in sorted((folder / UNASKED[0]).glob("*.css")))
    known = _written() | {name for page in pages for name in names_in(page.read_text("utf-8"))}
    ours = (files("dossier.site") / "assets" / STYLES).read_text("utf-8")
    target = folder / "assets" / "dossier" / STYLES
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(joined(theme, ours, known), "utf-8", newline="\n")
    for name in UNASKED:
        shutil.rmtree(folder / name, ignore_errors=True)


def joined(theme: str, ours: str, known: set[str]) -> str:
    """The theme's styles without rules for a class or an id that is not ``known``, and all of ours, in this order."""
    theme = _NOTE.sub("", theme)
    symbols = set(_SYMBOL.findall(_ADDRESS.sub("", theme)))
    slim = process_stylesheet(theme, filename="theme", unused_symbols=symbols - known, browsers_list=BROWSERS)
    slim = _RULE.sub(lambda rule: "" if all(map(_COLOURED.search, rule[1].split(","))) else rule[0], slim)
    # A property that only another one used is unused once that one has gone.
    while unused := set(_SET.findall(slim)) - set(_USED.findall(slim + ours)) - known:
        slim = process_stylesheet(slim, filename="theme", unused_symbols=unused, browsers_list=BROWSERS)
        if unused <= set(_SET.findall(slim)):
            break
    return process_stylesheet(slim + ours, filename=STYLES, browsers_list=BROWSERS)


def names_in(html: str) -> set[str]:
    """The classes and ids in a page."""
    return {name for names in _MARKED.findall(html) for name in names.split()}


def _written() -> set[str]:
    """Every word in the templates and scripts of the package: a class or an id that they can give is among them."""
    package = files("dossier")
    folders = (
        package / "pages" / "templates",
        package / "renderers" / "theme",
        package / "site" / "assets",
    )
    texts = (text for folder in folders for text in _texts(folder))
    return {word for text in texts for word in _WORD.findall(text)}


def _texts(folder: Traversable) -> Iterable[str]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _texts(entry)
        elif entry.name.endswith((".html", ".js")):
            yield entry.read_text("utf-8")
