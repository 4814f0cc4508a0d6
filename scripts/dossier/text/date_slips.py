"""What is no EDTF date: which sign of it gives it away, and the date that is probably wanted."""

from __future__ import annotations

import calendar
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from dossier.text.edtf import SEASONS, parse

# Hyphens and dashes of all sorts, among them the minus sign.
DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
NAMES = {
    "-": "hyphen-minus",
    "\u2010": "hyphen",
    "\u2011": "non-breaking hyphen",
    "\u2212": "minus sign",
    "\u00a0": "no-break space",
    "\u202f": "narrow no-break space",
    "\t": "tab",
    "\n": "line break",
}
KNOWN = frozenset("0123456789X-/.~?%")
MONTHS = {
    name.casefold(): number
    for names in (calendar.month_name, calendar.month_abbr)
    for number, name in enumerate(names)
    if name
}
MONTHS |= {"sept": 9}
MONTH = rf"(?P<month>{'|'.join(sorted(MONTHS, key=len, reverse=True))})\.?"
SEASON = {name: number for number, name in SEASONS.items()} | {"fall": "23"}
YEAR = r"(?P<year>\d{4})"
ABOUT = re.compile(r"^(?:circa|ca?(?:\.|\b|(?=\d))|about|approximately|approx\.?|around|roughly|~)\s*(?=\S)")
PERHAPS = re.compile(r"^(?:perhaps|possibly|probably|maybe|presumably)\s+")
UNTIL = re.compile(r"^(?:until|till|up to|by|by the end of|before the end of)\s+(?:the end of\s+)?")
SINCE, ONWARDS = re.compile(r"^(?:since|from)\s+"), re.compile(r"\s*(?:or later|onwards?|on|\+|-)$")
BEFORE, AFTER = re.compile(r"^before\s+(\d{4})$"), re.compile(r"^after\s+(\d{4})$")
BETWEEN = re.compile(r"^(?:from|between)\s+")
PARTS = re.compile(
    r"^(?:in\s+)?(?:(?:the\s+)?(?:early|mid|middle of|late|beginning of|end of)[ -]+)(?=(?:the\s+)?\d{4}$)"
)
NOW = frozenset({"now", "today", "present", "the present", "ongoing", "open", "…", "..."})


@dataclass(frozen=True, slots=True)
class Slip:
    """Why a text is no date, which may be empty, and how to mend it, which may be empty where nobody can guess."""

    why: str
    hint: str


def slip_in(text: str) -> Slip:
    """What is to be said of a text that is no EDTF date of level 1."""
    meant = list(dict.fromkeys(one for one in _meant(_plain(text)) if _is_date(one)))
    words = _plain(text)
    hint = "write " + " or ".join(f'"{one}"' for one in meant) if meant else ""
    if meant and (re.search(r"\d or .*\d", words) or PARTS.match(words)):
        hint += ", and the words of the source under `as_given`"
    return Slip(_odd_sign(text), hint)


def _odd_sign(text: str) -> str:
    """The first sign that no date has, by name and as it is: ``holds an en dash (–)``."""
    if any(letter.isascii() and letter.isalpha() and letter != "X" for letter in text):
        # Words tell enough of themselves.
        text = "".join(sign for sign in text if not sign.isascii())
    sign = next((one for one in text if one not in KNOWN), "")
    if not sign:
        return ""
    if unicodedata.category(sign) == "Nd":
        return f"holds {_kind_of_digits(sign)} digits ({sign})"
    name = NAMES.get(sign) or ("blank" if sign == " " else unicodedata.name(sign, "a sign").lower())
    shown = "" if sign.isspace() or not sign.isprintable() else f" ({sign})"
    code = "" if shown or sign == " " else f" (U+{ord(sign):04X})"
    return f"holds {'an' if name[0] in 'aeiou' else 'a'} {name}{shown}{code}"


def _kind_of_digits(sign: str) -> str:
    words = unicodedata.name(sign).rpartition(" DIGIT ")[0] or unicodedata.name(sign)
    return {"ARABIC-INDIC": "Arabic-Indic", "EXTENDED ARABIC-INDIC": "Persian"}.get(words, words.lower())


def _plain(text: str) -> str:
    """In lower case, with our digits, one sort of dash, and single blanks; without signs that nobody sees."""
    signs = (str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in text)
    dashed = ("-" if sign in DASHES else sign for sign in signs)
    seen = (" " if sign.isspace() else sign for sign in dashed if unicodedata.category(sign) != "Cf")
    return " ".join("".join(seen).replace("??", "XX").split()).rstrip(",;").casefold()


def _is_date(text: str) -> bool:
    try:
        parse(text)
    except ValueError:
        return False
    return True


def _meant(words: str) -> Iterator[str]:
    """What may be meant by plain words, the likeliest first."""
    if found := BEFORE.match(words) or AFTER.match(words):
        year = int(found[1])
        yield f"../{year - 1:04}" if words[0] == "b" else f"{year + 1:04}/.."
        return
    words = re.sub(r"^(?:before|after)\s+(?!the end)", lambda one: {"b": "until ", "a": "since "}[one[0][0]], words)
    if words.endswith(" or earlier"):
        words = f"until {words.removesuffix(' or earlier')}"
    if found := UNTIL.match(words):
        yield from (f"../{one}" for one in _points(words[found.end() :]))
        return
    if ONWARDS.search(words) or (SINCE.match(words) and " to " not in words):
        bare = SINCE.sub("", ONWARDS.sub("", words))
        yield from (f"{one}/.." for one in _points(bare))
        return
    if known := [one for one in _points(words) if _is_date(one)]:
        yield from known
        return
    bare = BETWEEN.sub("", words).strip("[]{}")
    for parted in (r"\s*/\s*", r"\s+(?:to|until|till|and|or|-)\s+", r"\.\.", r"\s*[-,]\s*"):
        ends = re.split(parted, bare)
        if len(ends) == 2:
            yield from _from_to(*ends)


def _from_to(start: str, end: str) -> Iterator[str]:
    """From one end to another; ``2014-16`` and ``May to June 2015`` name a year once."""
    first, last = _end(start), _end(end)
    if not first and re.search(r"[a-z]", start) and re.search(r"\d{4}$", end):
        first = _end(f"{start} {end[-4:]}")
    if not last and re.fullmatch(r"\d\d", end) and re.fullmatch(r"\d{4}", start):
        last = [start[:2] + end]
    yield from (f"{one}/{other}" for one in first for other in last if one != other)


def _end(words: str) -> list[str]:
    return [".."] if words in NOW else list(_points(words))


def _points(words: str) -> Iterator[str]:
    """One date: a year, a month, a day, a season or a decade, with its doubt."""
    doubt = ""
    for pattern, sign in ((ABOUT, "~"), (PERHAPS, "?")):
        if found := pattern.match(words):
            words, doubt = words[found.end() :], sign
    if found := re.search(r"\s*([~?%])$", words):
        words, doubt = words[: found.start()], found[1]
    yield from (one + doubt for one in _bare(PARTS.sub("", words).removeprefix("in ")))


def _bare(words: str) -> Iterator[str]:
    words = words[:10] if re.fullmatch(r"\d{4}-\d\d-\d\d[t ]\d\d:.*", words) else words
    if re.fullmatch(r"\d{4}", words):
        yield words
    if found := re.fullmatch(r"(?:the )?(\d{3})(?:0s|0['’]s|x)", words):
        yield f"{found[1]}X"
    if found := re.fullmatch(rf"(?:the )?({'|'.join(SEASON)})(?: of)?,? {YEAR}(?:[-/](?:\d\d|\d{{4}}))?", words):
        yield f"{found['year']}-{SEASON[found[1]]}"
    yield from _in_words(words)
    yield from _in_figures(words)


def _in_words(words: str) -> Iterator[str]:
    """``May 2014``, ``14 May 2014``, ``May 14th, 2014``, ``14-May-2014``."""
    day = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
    between = r"[ ,.-]+(?:of )?"
    for pattern in (
        rf"{MONTH}{between}{YEAR}",
        rf"{day}{between}{MONTH}{between}{YEAR}",
        rf"{MONTH}{between}{day}{between}{YEAR}",
        rf"{YEAR}{between}{MONTH}(?:{between}{day})?",
    ):
        if found := re.fullmatch(pattern, words):
            number = found.groupdict().get("day")
            yield f"{found['year']}-{MONTHS[found['month']]:02}" + (f"-{int(number):02}" if number else "")


def _in_figures(words: str) -> Iterator[str]:
    """Year, month and day parted by whatever parts them; of day and month the day may come first, or the month."""
    if re.fullmatch(r"\d{8}", words):
        yield f"{words[:4]}-{words[4:6]}-{words[6:]}"
    parts = [part.upper().replace("?", "X") for part in re.split(r" ?[-/. ] ?", words.rstrip("."))]
    if not all(re.fullmatch(r"\d{1,2}|\d{4}|XX", part) for part in parts) or not 2 <= len(parts) <= 3:
        return
    parts = [part.zfill(2) for part in parts]
    if len(parts[0]) == 4:
        yield "-".join(parts)
    elif len(parts[-1]) == 4:
        yield "-".join(reversed(parts))
        if len(parts) == 3:
            yield f"{parts[2]}-{parts[0]}-{parts[1]}"
