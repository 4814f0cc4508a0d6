"""The font of the cards, which comes with the program, and the letters that it has."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

PACKAGE, FAMILY = "font_source_serif_pro", "Source Serif Pro"
FACES = ("Regular", "Semibold", "It")
# What is left of brackets and quotation marks about words that are left out.
EMPTY = re.compile(r"\(\s*\)|\[\s*\]|“\s*”|‘\s*’")


def font_files() -> list[Path]:
    """The files of the font; the package that holds them is found and not imported, for it lists all its files then."""
    found = find_spec(PACKAGE)
    (folder,) = (found.submodule_search_locations if found else None) or []
    return [Path(folder) / "files" / f"SourceSerifPro-{face}.ttf" for face in FACES]


def card_letters() -> frozenset[str]:
    """The letters that some face has: where another lacks one, it is drawn from that."""
    return frozenset().union(*(_letters(file.read_bytes()) for file in font_files()))


def drawable(words: str, letters: frozenset[str]) -> str:
    """Words without the letters that the font lacks, which would be boxes; empty where none of its words is left."""
    kept = "".join(letter for letter in words if letter in letters)
    if kept == words:
        return words
    kept = " ".join(EMPTY.sub("", kept).split())
    return kept if re.search(r"\w", kept) else ""


def drawable_svg(svg: str, letters: frozenset[str]) -> str:
    """A drawing without the letters that the font lacks; its marks are all ASCII."""
    lacking = {letter for letter in set(svg) if not letter.isascii()} - letters
    return svg.translate({ord(letter): None for letter in lacking})


def _letters(font: bytes) -> Iterator[str]:
    """The letters in the table ``cmap`` of an OpenType font: those of its segments (format 4) that have a shape."""
    (number,) = struct.unpack_from(">H", font, 4)
    tables = (struct.unpack_from(">4sIII", font, 12 + 16 * place) for place in range(number))
    start = next(offset for tag, _, offset, _ in tables if tag == b"cmap")
    (number,) = struct.unpack_from(">H", font, start + 2)
    parts = {struct.unpack_from(">HHI", font, start + 4 + 8 * place)[2] + start for place in range(number)}
    for part in sorted(parts):
        if struct.unpack_from(">H", font, part) == (4,):
            yield from _of_segments(font, part)


def _of_segments(font: bytes, part: int) -> Iterator[str]:
    twice = struct.unpack_from(">H", font, part + 6)[0]
    ends, starts, deltas, offsets = (part + 14 + place * twice + (2 if place else 0) for place in range(4))
    for at in range(0, twice, 2):
        first, last = (struct.unpack_from(">H", font, of + at)[0] for of in (starts, ends))
        delta, offset = (struct.unpack_from(">H", font, of + at)[0] for of in (deltas, offsets))
        for code in range(first, min(last, 0xFFFE) + 1):
            place = offsets + at + offset + 2 * (code - first)
            shape = struct.unpack_from(">H", font, place)[0] if offset else code
            if shape and (shape + delta) % 0x10000:
                yield chr(code)
