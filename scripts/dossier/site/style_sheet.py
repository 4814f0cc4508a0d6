"""The one style sheet of a site: of Material's styles the components that our pages are made of, and ours after them.

It follows from what is installed alone, so that it is the same for all pages and needs none of them.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path

from lightningcss import process_stylesheet

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
    "timeline",
    "map",
    "network",
    "filters",
    "menu",
    "touch",
    "evidence",
    "locator",
    "reading",
    "access",
    "print",
)

# The parts of a page that Material styles, each with its elements and states: all other classes of Material go.
COMPONENTS = (
    *("js", "no-js", "focus-visible", "headerlink", "admonition", "admonition-title"),
    *("md-typeset", "md-container", "md-grid", "md-icon", "md-ellipsis", "md-overlay", "md-skip", "md-toggle"),
    *("md-content", "md-content__inner", "md-main", "md-main__inner"),
    *("md-header", "md-header__inner", "md-header__button"),
    *("md-tabs", "md-tabs__list", "md-tabs__item", "md-tabs__item--active", "md-tabs__link"),
    *("md-nav", "md-nav--primary", "md-nav--secondary", "md-nav__list", "md-nav__item", "md-nav__title"),
    *("md-nav__link", "md-nav__link--active", "md-nav__link--passed"),
    *("md-path", "md-path__list", "md-path__item", "md-path__link"),
    *("md-sidebar", "md-sidebar--primary", "md-sidebar--secondary", "md-sidebar__scrollwrap", "md-sidebar__inner"),
    *("md-footer", "md-footer-meta", "md-footer-meta__inner"),
)
# So many properties may each be used by the next alone.
DEEPEST = 3
# The name of a property where it is used.
USED = re.compile(r"var\((--[\w-]+)[),]", re.ASCII)
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
    return joined(theme_styles(), our_styles(), COMPONENTS)


def theme_styles() -> str:
    """The main style sheet of the installed Material. Its palette is left out: our colours are in tokens.css."""
    folder = files("material") / "templates" / "assets" / "stylesheets"
    [main] = [path for path in folder.iterdir() if path.name.startswith("main.") and path.name.endswith(".css")]
    return main.read_text("utf-8")


def our_styles() -> str:
    """All parts of our own styles, in their order."""
    folder = files("dossier.site") / "assets" / "styles"
    return "\n".join((folder / f"{name}.css").read_text("utf-8") for name in PARTS)


def joined(theme: str, ours: str, components: Iterable[str]) -> str:
    """The theme's rules of the listed classes and of mere elements, and all of ours after them.

    A rule goes where one of its classes is not listed; a property goes where neither the theme nor we use it.
    """
    slim = _without(theme, {name for name in _names(theme) if f".{name}" in theme} - set(components))
    # A property that only another one used is unused once that one has gone.
    for _ in range(DEEPEST):
        used = set(USED.findall(slim + ours))
        slim = _without(slim, {name for name in _names(slim) if name.startswith("--") and name not in used})
    return process_stylesheet(slim + ours, filename=STYLES, browsers_list=BROWSERS)


def _without(styles: str, names: set[str]) -> str:
    """Styles without the rules for classes and ids, and without the properties, of these names."""
    return process_stylesheet(styles, filename="theme", unused_symbols=names, browsers_list=BROWSERS)


def _names(styles: str) -> set[str]:
    """Every word in a style sheet that could be a name: classes, ids and properties are among them."""
    others = {ord(sign): " " for sign in set(styles) - _IN_A_NAME}
    return set(styles.translate(others).split())
