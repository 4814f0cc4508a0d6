"""Where our citation processor's title case, and its punctuation by quotation marks, part from the reference's.

The specification leaves the list of words that stay in lower case to the processor. citeproc-js, the reference,
knows many that pandoc capitalises, such as ``after`` and ``between``; and pandoc moves a comma or a full stop of a
title into quotation marks, and leaves a small word at the end of a title small. A title is marked here so that pandoc
makes of it what citeproc-js makes. A word that stays small becomes a span that no case is applied to; one that does not
is made a word of no list by a letter that cannot be seen; a word joiner parts punctuation from quotation marks. Both
characters are taken out afterwards.
"""

from __future__ import annotations

import re
from functools import lru_cache

LISTED = """
a about above across afore after against al along alongside amid amidst among amongst an and anenst apropos apud
around as aside astride at athwart atop barring before behind below beneath beside besides between beyond but by c
ca circa de despite down during et except for forenenst from given in inside into lest like modulo near next nor
notwithstanding of off on onto or out over per plus pro qua sans since so than the through throughout thruout till
to toward towards under underneath until unto up upon v van versus via von vs with within without yet
"""
STOP_WORDS = frozenset(LISTED.split())
JOINER = "\u2060"
FILLER = "\u115f"
WORD = re.compile(r"(?<![\w’'])[a-z]+(?![\w’'])")
AFTER_QUOTE = re.compile(r"(?<=[\"'”’])(?=[,.])")
MARK = re.compile(r"[-–—‘’“”\"'/.,;?!:()\[\]]")
LETTER = re.compile(r"\w")
AFTER_STOP = re.compile(r"[:?!]\s*$")
# How many titles are kept: each style asks for that of the page and that of the site.
RECENT = 16


def marked(title: str, *, is_cased: bool = True) -> str:
    """The title for pandoc, in CSL's rich text; ``is_cased`` tells whether a style may give it capitals."""
    marked = WORD.sub(lambda word: _marked_word(title, word), title) if is_cased else title
    return AFTER_QUOTE.sub(JOINER, marked)


def unmarked(text: str) -> str:
    """What pandoc made of a marked title, without our marks."""
    return text.replace(JOINER, "").replace(FILLER, "")


def _marked_word(title: str, word: re.Match[str]) -> str:
    text = word[0]
    if text not in STOP_WORDS:
        return text
    if stays_lower(title[: word.start()], title[word.end() :]):
        return f'<span class="nocase">{text}</span>'
    return text + FILLER if text[1:] else text


def stays_lower(before: str, after: str) -> bool:
    """Whether the reference leaves a stop word between these in lower case.

    It capitalises the first word, the last one (unless an apostrophe is the last mark before it), one after a colon,
    a question or an exclamation mark, and one before a hyphen that is the first mark of the title.
    """
    if not LETTER.search(before) or AFTER_STOP.search(before):
        return False
    marks = MARK.findall(before)
    if not LETTER.search(after):
        return marks[-1:] == ["’"]
    return not after.startswith("-") or bool(marks)


PLAIN = re.compile(
    r"(?:[A-Z0-9]|“(?=[A-Z0-9]))"
    r"(?:[A-Za-z0-9]|’(?=[a-z])|’(?= \w)|[-–](?=[A-Za-z0-9])|(?<=\w)- (?=[a-z])|(?<=\d),(?=\d)"
    r"|(?<=[\w”)]) [-&] (?=[A-Za-z0-9])|(?<=[\w’])[”)]*[,;:]? [(“]?(?=[A-Za-z0-9])|(?<=\w)[”)]+(?=[.?]?$))*"
    r"[.?]?"
)
WORD_OR_NAME = re.compile(r"[A-Za-z0-9’]+")
LONE = re.compile(r"(?<![\w’])[a-z](?![\w’])")


@lru_cache(RECENT)
def is_plain(title: str) -> bool:
    """Whether it is known how a title is printed: it is of plain words and marks, its quotation marks are in pairs, and
    a small letter that stands alone is a word that stays small.
    """
    if not PLAIN.fullmatch(title) or not _paired(title):
        return False
    lone = LONE.finditer(title)
    return all(one[0] in STOP_WORDS and stays_lower(title[: one.start()], title[one.end() :]) for one in lone)


def _paired(title: str) -> bool:
    marks = [mark for mark in title if mark in "“”"]
    return marks == ["“", "”"] * (len(marks) // 2)


@lru_cache(RECENT)
def title_case(title: str) -> str:
    """A plain title in title case, as the processor writes it once the title is marked."""

    def word(found: re.Match[str]) -> str:
        text = found[0]
        if text in STOP_WORDS and stays_lower(title[: found.start()], title[found.end() :]):
            return text
        return text.capitalize() if text.islower() and len(text) > 1 else text

    return WORD_OR_NAME.sub(word, title)
