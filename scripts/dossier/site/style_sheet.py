"""The one style sheet of a site: of Material's styles the rules that our pages need, and ours after them.

It follows from what is installed alone, so that it is the same for all pages and needs none of them.
"""

from __future__ import annotations

import shutil
from collections.abc import Collection
from importlib.resources import files
from pathlib import Path

from lightningcss import process_stylesheet

from dossier.site.style_rules import pieces, rules, rules_of
from dossier.site.theme_selectors import SELECTORS

STYLES = "dossier.css"
# The oldest browsers whose way of writing is kept, so that no rule is put in a way that they cannot read.
BROWSERS = ["chrome >= 100", "firefox >= 100", "safari >= 15.4"]
# What the theme puts beside its pages and no page asks for any more.
UNASKED = ("assets/stylesheets", "assets/javascripts", "assets/images")

# Our styles, in the order in which they are joined: of two rules alike, the later one holds.
PARTS = (
    "tokens",
    "base",
    "frame",
    "prose",
    "glance",
    "claims",
    "rows",
    "cards",
    "home",
    "positions",
    "articles",
    "references",
    "search",
    "footer",
    "small",
    "cite",
    "changes",
    "figures",
    "matrix",
    "held",
    "timeline",
    "map",
    "network",
    "picture-tools",
    "filters",
    "known",
    "menu",
    "touch",
    "evidence",
    "locator",
    "reading",
    "access",
    "print",
)

# So many properties may each be used by the next alone.
DEEPEST = 3
_IN_A_NAME = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_")


def write_styles(folder: Path) -> None:
    """Writes the style sheet into the site in ``folder``, and takes away what the theme brought besides."""
    target = folder / "assets" / "dossier" / STYLES
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(style_sheet(), "utf-8", newline="\n")
    for name in UNASKED:
        shutil.rmtree(folder / name, ignore_errors=True)


def style_sheet() -> str:
    """The style sheet of every site, without blanks."""
    return joined(theme_styles(), our_styles(), SELECTORS)


def theme_styles() -> str:
    """The main style sheet of the installed Material. Its palette is left out: our colours are in tokens.css."""
    folder = files("material") / "templates" / "assets" / "stylesheets"
    [main] = [path for path in folder.iterdir() if path.name.startswith("main.") and path.name.endswith(".css")]
    return main.read_text("utf-8")


def our_styles() -> str:
    """All parts of our own styles, in their order."""
    folder = files("dossier.site") / "assets" / "styles"
    return "\n".join((folder / f"{name}.css").read_text("utf-8") for name in PARTS)


def joined(theme: str, ours: str, selectors: Collection[str]) -> str:
    """The theme's rules of the listed selectors, and all of ours after them.

    A property of the theme goes where we set it on the whole page, or where neither the theme nor we use it.
    """
    slim = process_stylesheet(rules_of(process_stylesheet(theme), selectors), unused_symbols=_set_by_us(ours))
    # A property that only another one used is unused once that one has gone.
    for _ in range(DEEPEST):
        unused = {name for name in _names(slim) if _is_set_in_vain(name, slim + ours)}
        slim = process_stylesheet(slim, unused_symbols=unused)
    return process_stylesheet(slim + ours, filename=STYLES, browsers_list=BROWSERS)


def _set_by_us(ours: str) -> set[str]:
    """The properties that our styles set in every colour scheme."""
    bodies = [body for head, body in rules(process_stylesheet(ours)) if head == "[data-md-color-scheme]"]
    return {line.partition(":")[0] for body in bodies for line in pieces(body, ";") if line.startswith("--md-")}


def _is_set_in_vain(name: str, styles: str) -> bool:
    return name.startswith("--") and f"var({name})" not in styles and f"var({name}," not in styles


def _names(styles: str) -> set[str]:
    """Every word in a style sheet that could be a name: properties are among them."""
    others = {ord(sign): " " for sign in set(styles) - _IN_A_NAME}
    return set(styles.translate(others).split())
