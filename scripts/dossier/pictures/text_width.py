"""How wide words are where a picture writes them, on the side of safety, and how they break into lines."""

from __future__ import annotations

import unicodedata
from functools import cache

BOLD = 1.16
# Advances in hundredths of an em, as Chromium measures them in DejaVu Sans: of the fonts that the style sheet asks a
# system for, the widest. Other letters are about as wide as capitals, ideographs as an em.
_ADVANCES = {
    29: "'ijlIJ",
    34: "/:;\\|,.",
    36: "-f",
    41: "()[]t!r",
    50: '*_`"‘’“”',
    56: "szc?L",
    60: "Fkvxy–",
    61: "PTYaoe",
    64: "ESbdghnpqu$0123456789{}",
    69: "KAVBRXZC",
    77: "UHNDG&",
    84: "OQw#+<=>^~",
    100: "M%mW@—…",
}
_WIDTHS = {letter: width / 100 for width, letters in _ADVANCES.items() for letter in letters}
_BLANK, _OTHERS, _IDEOGRAPH = 0.32, 0.75, 1.05


def text_width(words: str, size: float, *, is_bold: bool = False) -> float:
    """At least how many units wide words are in the font of the page, ``size`` units high."""
    return sum(_letters(words)) * size * (BOLD if is_bold else 1)


def broken(words: str, size: float, width: float) -> tuple[str, ...]:
    """Words in lines of at most this width, each as full as it can be; a longer word has a line of its own."""
    return _lines(_measured(words), size, width)


def in_even_lines(words: str, size: float, width: float) -> tuple[str, ...]:
    """Words in as few lines as are no wider than that, all about as long; a longer word has its own."""
    measured = _measured(words)
    lines = _lines(measured, size, width)
    fewest, least, most = len(lines), 0.0, width
    while fewest > 1 and most - least > size:
        middle = (least + most) / 2
        tried = _lines(measured, size, middle)
        if len(tried) <= fewest:
            lines, most = tried, middle
        else:
            least = middle
    return lines


# Words, each with the widths of its letters in ems.
_Measured = list[tuple[str, list[float]]]


def _measured(words: str) -> _Measured:
    return [(word, _letters(word)) for word in words.split()]


def _lines(words: _Measured, size: float, width: float) -> tuple[str, ...]:
    lines: list[str] = []
    ems = 0.0
    for word, letters in words:
        longer = sum(letters, ems + _BLANK)
        if lines and longer * size <= width:
            lines[-1] += f" {word}"
            ems = longer
        else:
            lines.append(word)
            ems = sum(letters)
    return tuple(lines)


def _letters(words: str) -> list[float]:
    return [_letter_ems(letter) for letter in unicodedata.normalize("NFD", words)]


@cache
def _letter_ems(letter: str) -> float:
    if unicodedata.combining(letter) or unicodedata.category(letter) == "Cf":
        return 0
    if letter == " ":
        return _BLANK
    return _WIDTHS.get(letter, _IDEOGRAPH if unicodedata.east_asian_width(letter) in "WF" else _OTHERS)
