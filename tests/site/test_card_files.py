"""Cards as files: their size, that they are the same each time, and that every page names one that is there."""

from __future__ import annotations

import struct
from pathlib import Path

import lxml.html
import pytest

from dossier.pages.card_font import font_files
from dossier.site.drawn_png import png_of

URL = "https://lamp.example/"
PICTURES = ("map/", "timeline/", "network/", "numbers/", "compare/")
SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><text y="9" font-family="serif">a</text></svg>'


def size(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def said(path: Path) -> dict[str, str]:
    tree = lxml.html.fromstring(path.read_text("utf-8"))
    return {one.get("property") or one.get("name") or "": one.get("content") or "" for one in tree.iter("meta")}


@pytest.mark.parametrize("address", ["", *PICTURES])
def test_a_card_is_as_large_as_pages_say(mini_site: Path, address: str) -> None:
    assert size((mini_site / address / "card.png").read_bytes()) == (1200, 630)


def test_every_page_names_a_card_that_is_there(mini_site: Path) -> None:
    named = {}
    for path in mini_site.rglob("index.html"):
        tags = said(path)
        assert tags["og:image"].startswith(URL), path
        assert (mini_site / tags["og:image"].removeprefix(URL)).is_file(), path
        assert (tags["og:image:width"], tags["og:image:height"]) == ("1200", "630")
        assert tags["og:image:alt"]
        assert tags["twitter:card"] == "summary_large_image"
        named[path.parent.relative_to(mini_site).as_posix() + "/"] = tags["og:image"]
    own = {address for address, card in named.items() if card == f"{URL}{address}card.png"}
    assert own == {*PICTURES}
    assert {card for address, card in named.items() if address not in own} == {f"{URL}card.png"}


def test_the_same_drawing_gives_the_same_bytes_with_letters_of_our_own_font() -> None:
    assert png_of(SQUARE) == png_of(SQUARE)
    assert size(png_of(SQUARE)) == (20, 10)
    assert png_of(SQUARE) != png_of(SQUARE.replace(">a<", "><"))
    assert all(file.is_file() for file in font_files())


def test_letters_that_the_font_lacks_are_left_out_and_are_no_boxes() -> None:
    assert png_of(SQUARE.replace(">a<", ">aولاية東<")) == png_of(SQUARE)
    assert png_of(SQUARE.replace(">a<", ">я<")) != png_of(SQUARE.replace(">a<", "><"))
