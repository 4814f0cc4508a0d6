"""Drawings to PNG, with a font that comes with the program: none of the machine's own has a part in it."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import resvg_py

FONT = "font_source_serif_pro"
FACES = ("Regular", "Semibold", "It")


def png_of(svg: str) -> bytes:
    """An SVG whose root says how large it is, as PNG. The same drawing gives the same bytes."""
    family = "Source Serif Pro"
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg, skip_system_fonts=True, font_files=font_files(), font_family=family, serif_family=family
        )
    )


def font_files() -> list[str]:
    """The files of the font; the package that holds them is found and not imported, for it lists all its files then."""
    found = find_spec(FONT)
    (folder,) = (found.submodule_search_locations if found else None) or []
    return [str(Path(folder) / "files" / f"SourceSerifPro-{face}.ttf") for face in FACES]
