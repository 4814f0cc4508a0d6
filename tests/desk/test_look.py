"""The desk looks as the site does, from the site's own tokens."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from dossier.desk.look import site_tokens, style_sheet


def test_colours_follow_the_system_and_fonts_are_those_of_the_site() -> None:
    css = (
        ":root {\n  --prose: Palatino, serif;\n  --plain: sans-serif;\n  --size-small: 1rem;\n}\n"
        '[data-md-color-scheme="default"] {\n  --paper: #fff;\n  --md-x: 1;\n  --lone: #eee;\n}\n'
        '[data-md-color-scheme="slate"] {\n  --paper: #000;\n  --md-x: 2;\n}\n'
    )
    assert site_tokens(css) == (
        ":root {\n  --prose: Palatino, serif;\n  --plain: sans-serif;\n  --paper: light-dark(#fff, #000);\n}\n"
    )


def test_every_token_that_the_desk_uses_is_there_once() -> None:
    own = files("dossier.desk").joinpath("browser/desk.css").read_text("utf-8")
    whole = style_sheet(own)
    given = re.findall(r"^  --([a-z-]+):", whole, re.MULTILINE)
    assert len(given) == len(set(given))
    assert set(re.findall(r"var\(--([a-z-]+)\)", own)) <= set(given)


@pytest.mark.parametrize("name", ["paper", "ink", "accent", "rule"])
def test_no_colour_of_the_site_is_written_again(name: str) -> None:
    own = files("dossier.desk").joinpath("browser/desk.css").read_text("utf-8")
    assert f"--{name}:" not in own
