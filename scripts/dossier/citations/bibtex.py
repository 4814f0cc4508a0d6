"""Items as BibTeX that BibTeX's own styles and biblatex can both use, in UTF-8."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Sequence

from dossier.citations.csl_json import Item, one_line
from dossier.citations.date_forms import biblatex_date, date_of, date_text, first_year, is_period

TYPES = {
    "article-magazine": "article",
    "article-newspaper": "article",
    "article-journal": "article",
    "post-weblog": "online",
    "webpage": "online",
    "report": "techreport",
    "book": "book",
    "chapter": "incollection",
}
# What sort of article it is: biblatex and pandoc read it.
SUBTYPES = {"article-magazine": "magazine", "article-newspaper": "newspaper"}
CONTAINERS = {"article": "journal", "incollection": "booktitle", "techreport": "series", "book": "series"}
PUBLISHERS = {"techreport": "institution", "online": "organization", "misc": "organization"}
# The languages that biblatex knows, by their names; others are told by their tags.
LANGUAGES = {
    "cs": "czech", "da": "danish", "de": "german", "el": "greek", "en": "english", "es": "spanish", "fi": "finnish",
    "fr": "french", "hu": "hungarian", "it": "italian", "nl": "dutch", "no": "norsk", "pl": "polish",
    "pt": "portuguese", "ru": "russian", "sv": "swedish", "tr": "turkish", "uk": "ukrainian",
}  # fmt: skip
SPECIAL = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        # Bare, it would print as a closing mark, and make an umlaut of the letter after it in a German text.
        '"': '{"}',
        **{mark: f"\\{mark}" for mark in "&%$#_"},
    }
)
# Between these LaTeX would make one character of two: a dash, a quotation mark, an inverted mark.
LIGATURE = re.compile(r"(?<=-)(?=-)|(?<=')(?=')|(?<=[`?!])(?=`)")


def bibtex(items: Sequence[Item]) -> str:
    """A file of these items. A title stands in braces of its own, so that no style takes its capitals away."""
    return "\n\n".join(map(_entry, items))


def _entry(item: Item) -> str:
    kind = TYPES.get(item["type"], "misc")
    fields = [f"\t{key} = {value if key == 'month' else f'{{{value}}}'}" for key, value in _fields(item, kind) if value]
    return f"@{kind}{{{item['id']},\n" + ",\n".join(fields) + "\n}\n"


def _fields(item: Item, kind: str) -> Iterator[tuple[str, str]]:
    yield "author", " and ".join(map(_name, item.get("author", ())))
    yield "title", _whole(item["title"])
    yield "entrysubtype", SUBTYPES.get(item["type"], "")
    yield from _places(item, kind)
    yield from _date(item)
    yield "version", _escaped(item.get("version", ""))
    yield from _language(item.get("language", ""))
    yield "url", item.get("URL", "")
    yield "note", _escaped("; ".join(filter(None, (item.get("note", ""), _period(item)))))


def _places(item: Item, kind: str) -> Iterator[tuple[str, str]]:
    """Where it stands and who published it.

    Of a page biblatex prints ``organization`` alone, a list of bodies that "and" parts; Zotero, pandoc and citation-js
    know its site by ``journal``, which biblatex passes over.
    """
    container, publisher = item.get("container-title", ""), item.get("publisher", "")
    if kind in CONTAINERS:
        # A book or a series is a title, which pandoc would write in small letters.
        yield CONTAINERS[kind], _escaped(container) if kind == "article" else _whole(container)
        yield PUBLISHERS.get(kind, "publisher"), _whole(publisher)
    else:
        yield "journal", _escaped(container)
        bodies = dict.fromkeys(filter(None, (container, publisher)))
        yield PUBLISHERS[kind], " and ".join(map(_whole, bodies))


def _date(item: Item) -> Iterator[tuple[str, str]]:
    """The year and the month for BibTeX, the whole date for biblatex, which reads EDTF."""
    date = date_of(item)
    if date:
        parts = item["issued"]["date-parts"]
        yield "year", first_year(date)
        yield "month", _month(parts[0]) if len(parts) == 1 else ""
        yield "date", biblatex_date(item, date)


def _month(parts: Sequence[int]) -> str:
    """The name by which every style knows the month, and writes it in its own way."""
    return calendar.month_abbr[parts[1]].lower() if len(parts) > 1 else ""


def _period(item: Item) -> str:
    """In words what a year cannot say, and some programs read no further than its beginning."""
    date = date_of(item)
    return f"published {date_text(date)}" if date and is_period(date) else ""


def _language(tag: str) -> Iterator[tuple[str, str]]:
    """What biblatex hyphenates and capitalises by, and the tag; that of English it would print in every entry."""
    language = tag.partition("-")[0]
    yield "langid", LANGUAGES.get(language, tag)
    yield "language", tag if language != "en" else ""


def _name(author: Item) -> str:
    if "literal" in author:
        return _whole(author["literal"])
    return ", ".join(_escaped(author[part]) for part in ("family", "given") if part in author)


def _whole(text: str) -> str:
    """Text of which nothing is taken apart: neither at a comma nor at "and"."""
    return f"{{{_escaped(text)}}}" if text else ""


def _escaped(text: str) -> str:
    return LIGATURE.sub("{}", one_line(text).translate(SPECIAL))
