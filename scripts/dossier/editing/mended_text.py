"""The bytes of a file as the text that they can only be: encoding, ends of lines, signs that nobody sees."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass

from charset_normalizer import from_bytes

from dossier.model.vocabulary import counted

# The longer mark first: that of UTF-32 begins like that of UTF-16.
MARKED = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
WINDOWS = ("cp1252", "cp1250", "cp1254", "cp1257")
UNSEEN = re.compile("[\u00ad\u200b\u200e\u200f\u2060\ufeff]")
INDENTING_TABS = re.compile(r"^[ \t]*\t[ \t]*", re.MULTILINE)
MOST_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Mended:
    """A text and what was done to it, in words; nothing where it was as it should be."""

    text: str
    done: tuple[str, ...] = ()

    def then(self, step: Callable[[str], Mended]) -> Mended:
        """What another step makes of it, with what both did."""
        after = step(self.text)
        return Mended(after.text, (*self.done, *after.done))


def mended_bytes(content: bytes) -> Mended | None:
    """The text of a file, with line feeds at the ends of its lines; ``None`` where it is not certain what it says."""
    for mark, encoding in MARKED:
        if content.startswith(mark):
            try:
                text = content.decode(encoding).removeprefix("\ufeff")
            except UnicodeDecodeError:
                return None
            name = encoding.upper()
            done = f"took out the byte order mark of {name}" if encoding == "utf-8" else f"turned {name} into UTF-8"
            return Mended(text, (done,)).then(_line_ends)
    try:
        return Mended(content.decode("utf-8")).then(_line_ends)
    except UnicodeDecodeError:
        found = _from_windows(content)
        return found.then(_line_ends) if found else None


def _from_windows(content: bytes) -> Mended | None:
    """The text, where all encodings of Windows for Latin letters and a library that tells encodings agree on it."""
    readings = set[str]()
    for encoding in WINDOWS:
        try:
            readings.add(content.decode(encoding))
        except UnicodeDecodeError:
            return None
    best = from_bytes(content).best()
    if best is None or readings != {str(best)}:
        return None
    [text] = readings
    signs = list(dict.fromkeys(sign for sign in text if not sign.isascii()))
    shown = " ".join(signs[:MOST_SHOWN]) + (" …" if len(signs) > MOST_SHOWN else "")
    return Mended(text, (f"turned Windows-1252 into UTF-8, with {shown}",))


def _line_ends(text: str) -> Mended:
    if "\r" not in text:
        return Mended(text)
    return Mended(text.replace("\r\n", "\n").replace("\r", "\n"), ("made line feeds of the ends of lines",))


def without_unseen(text: str) -> Mended:
    """The text without soft hyphens, zero-width blanks and marks of direction, which no record may hold."""
    found = UNSEEN.findall(text)
    if not found:
        return Mended(text)
    codes = ", ".join(sorted({f"U+{ord(sign):04X}" for sign in found}))
    return Mended(UNSEEN.sub("", text), (f"took out {counted(len(found), 'sign')} that nobody sees ({codes})",))


def without_tabs(text: str, said: Callable[[str], object]) -> Mended:
    """The text with blanks for tabs; as it is where their width decides what it says.

    ``said`` gives what a text says, or ``None`` where it cannot be read.
    """
    if "\t" not in text:
        return Mended(text)
    readings = []
    for width in (2, 4, 8):
        wide = INDENTING_TABS.sub(lambda found, width=width: found[0].expandtabs(width), text)  # type: ignore[misc]
        readings.append((wide.replace("\t", " "), said(wide.replace("\t", " "))))
    sound = [(made, what) for made, what in readings if what is not None]
    if not sound or any(what != sound[0][1] for _, what in sound):
        return Mended(text)
    return Mended(sound[0][0], (f"made blanks of {counted(text.count(chr(9)), 'tab')}",))
