"""The desk's style sheet: colours and type as the site has them, from the site's own tokens, and then its own rules."""

from __future__ import annotations

import re
from importlib.resources import files

TOKENS = "assets/styles/tokens.css"
LIGHT, DARK, BOTH = '[data-md-color-scheme="default"]', '[data-md-color-scheme="slate"]', ":root"
TYPE = ("prose", "plain")
"""The fonts of the site that the desk uses; sizes are its own."""


def style_sheet(own: str) -> str:
    """The whole style sheet, of which ``own`` are the desk's rules."""
    tokens = files("dossier.site").joinpath(TOKENS).read_text("utf-8")
    return f"{site_tokens(tokens)}\n{own}"


def site_tokens(css: str) -> str:
    """The site's tokens as the desk takes them: its colours by the scheme that the system wants, not by a choice."""
    light, dark, both = (_declared(css, selector) for selector in (LIGHT, DARK, BOTH))
    colours = {name: f"light-dark({value}, {dark[name]})" for name, value in light.items() if name in dark}
    lines = [f"  --{name}: {value};" for name, value in ({key: both[key] for key in TYPE} | colours).items()]
    return ":root {\n" + "\n".join(lines) + "\n}\n"


def _declared(css: str, selector: str) -> dict[str, str]:
    """The tokens of the first rule of a selector, each with its value; those of the theme under it aside."""
    rule = css.partition(f"{selector} {{")[2].partition("}")[0]
    return {name: value for name, value in re.findall(r"--([a-z-]+): ([^;]+);", rule) if not name.startswith("md-")}
