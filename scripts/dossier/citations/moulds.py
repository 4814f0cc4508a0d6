"""Citations of which one stands for many: they differ only in words that a style prints as they are.

All pages of a site are cited alike but for title and address, and all paragraphs of an article but for their numbers.
So one of each kind goes through the processor, with words in place of its own that can be told again, and the others
are made after it. This is done only where it is known what the processor makes of the words: for a title of plain
words and marks. The tests hold the result against the processor's own, over every page and many titles besides.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from dossier.citations.csl_json import Cited, locator
from dossier.text.title_case import STOP_WORDS, stays_lower

# Stand-ins that no text holds; the title is one that can be told in title case too.
KEY, TITLE, CAPITAL_TITLE, PLACE, NUMBER = "zqkey", "Zq zqtitle", "Zq Zqtitle", "zqplace", 70707
STAND_INS = re.compile(f"{KEY}|{TITLE}|{CAPITAL_TITLE}|{PLACE}|{NUMBER}(?:–{NUMBER + 1})?")
PLAIN_TITLE = re.compile(
    r"[A-Z0-9](?:[A-Za-z0-9]|’(?=[a-z])|-(?=[A-Za-z0-9])|[,;:)]? \(?(?=[A-Za-z0-9])|(?<=\w)\)(?=[ .?,]|$))*[.?]?"
)
PLAIN_PLACE = re.compile(r"(?:[a-z0-9.-]+/)*(?:[a-z0-9-]+/)(?:#[a-z0-9-]+)?")
WORD = re.compile(r"[A-Za-z0-9’]+")
LONE = re.compile(r"(?<![\w’])[a-z](?![\w’])")


@dataclass(frozen=True, slots=True)
class Mould:
    """What goes through the processor in place of a citation (``own``), and its own words by their stand-ins."""

    own: Cited
    cited: Cited
    words: Mapping[str, str]

    def filled(self, text: str) -> str:
        """What was made of the mould, be it HTML or a file, with the words of the citation itself."""
        return STAND_INS.sub(lambda found: self.words.get(found[0], found[0]), text) if self.words else text


def mould_of(cited: Cited) -> Mould:
    """The mould of a citation; its own mould is one that has to go through the processor itself."""
    if cited.paragraphs:
        return _paragraphs(cited)
    return _page(cited) if cited.item["type"] == "webpage" else _itself(cited)


def _itself(cited: Cited) -> Mould:
    return Mould(cited, cited, {})


def _page(cited: Cited) -> Mould:
    item = cited.item
    address = urlsplit(item.get("URL", ""))
    place = item.get("URL", "").removeprefix(f"{address.scheme}://{address.netloc}/")
    if not is_plain(item["title"]) or (place and not PLAIN_PLACE.fullmatch(place)):
        return _itself(cited)
    title = item["title"].rstrip(".?")
    words = {KEY: item["id"], TITLE: title, CAPITAL_TITLE: title_case(title)} | (
        {PLACE: place.rstrip("/")} if place else {}
    )
    stand_in = item | {"id": KEY, "title": TITLE + item["title"][len(title) :]}
    if place:
        stand_in["URL"] = item["URL"].removesuffix(place) + place.replace(place.rstrip("/"), PLACE)
    return Mould(cited, Cited(stand_in), words)


def is_plain(title: str) -> bool:
    """Whether it is known what the processor makes of a title: not of a small word of one letter at the edge of it."""
    if not PLAIN_TITLE.fullmatch(title):
        return False
    lone = (found for found in LONE.finditer(title) if found[0] in STOP_WORDS)
    return all(stays_lower(title[: found.start()], title[found.end() :]) for found in lone)


def title_case(title: str) -> str:
    """A plain title as the processor writes it in title case, once it is marked."""

    def word(found: re.Match[str]) -> str:
        text = found[0]
        if text in STOP_WORDS and stays_lower(title[: found.start()], title[found.end() :]):
            return text
        return text.capitalize() if text.islower() and len(text) > 1 else text

    return WORD.sub(word, title)


def _paragraphs(cited: Cited) -> Mould:
    numbers = (NUMBER,) if len(cited.paragraphs) == 1 else (NUMBER, NUMBER + 1)
    words = {locator(numbers).replace("-", "–"): locator(cited.paragraphs).replace("-", "–")}
    return Mould(cited, Cited(cited.item, numbers), words)
