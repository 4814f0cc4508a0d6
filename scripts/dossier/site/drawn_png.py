"""Drawings to PNG, with a font that comes with the program: none of the machine's own has a part in it."""

from __future__ import annotations

import resvg_py

from dossier.pages.card_font import FAMILY, card_letters, drawable_svg, font_files


def png_of(svg: str) -> bytes:
    """An SVG whose root says how large it is, as PNG. The same drawing gives the same bytes.

    Letters that the font lacks are left out.
    """
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=drawable_svg(svg, card_letters()),
            skip_system_fonts=True,
            font_files=[str(file) for file in font_files()],
            font_family=FAMILY,
            serif_family=FAMILY,
        )
    )
