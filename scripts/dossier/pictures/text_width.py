"""How wide words are where a picture writes them, on the side of safety, and how they break into lines."""

from __future__ import annotations

import unicodedata

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
_OTHERS, _IDEOGRAPH = 0.75, 1.05


def text_width(words: str, size: float, *, is_bold: bool = False) -> float:
    """At least how many units wide words are in the font of the page, ``size`` units high."""
    ems = sum(map(_ems, unicodedata.normalize("NFD", words)))
    return ems * size * (BOLD if is_bold else 1)


def broken(words: str, size: float, width: float) -> tuple[str, ...]:
    """Words in lines of at most this width, each as full as it can be; a longer word has a line of its own."""
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)


def in_even_lines(words: str, size: float, width: float) -> tuple[str, ...]:
    """Words in as few lines as are no wider than that, all about as long; a longer word has its own."""
    fewest = len(broken(words, size, width))
    least, most = 0.0, width
    while most - least > size:
        middle = (least + most) / 2
        least, most = (least, middle) if len(broken(words, size, middle)) <= fewest else (middle, most)
    return broken(words, size, most)


def _ems(letter: str) -> float:
    if unicodedata.combining(letter) or unicodedata.category(letter) == "Cf":
        return 0
    if letter == " ":
        return 0.32
    return _WIDTHS.get(letter, _IDEOGRAPH if unicodedata.east_asian_width(letter) in "WF" else _OTHERS)
