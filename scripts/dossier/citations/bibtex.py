"""Items as BibTeX that BibTeX's own styles and biblatex can both use, in UTF-8."""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Sequence

from dossier.citations.csl_json import Item, edtf_of

TYPES = {
    "article-magazine": "article",
    "article-newspaper": "article",
    "article-journal": "article",
    "report": "techreport",
    "book": "book",
    "chapter": "incollection",
}
CONTAINERS = {"article": "journal", "incollection": "booktitle", "techreport": "series", "book": "series"}
PUBLISHERS = {"techreport": "institution"}
SPECIAL = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{mark: f"\\{mark}" for mark in "&%$#_"},
    }
)


def bibtex(items: Sequence[Item]) -> str:
    """A file of these items. A title stands in braces of its own, so that no style takes its capitals away."""
    return "\n\n".join(map(_entry, items))


def _entry(item: Item) -> str:
    kind = TYPES.get(item["type"], "misc")
    fields = [f"\t{key} = {{{value}}}" for key, value in _fields(item, kind) if value]
    return f"@{kind}{{{item['id']},\n" + ",\n".join(fields) + "\n}\n"


def _fields(item: Item, kind: str) -> Iterator[tuple[str, str]]:
    yield "author", " and ".join(map(_name, item.get("author", ())))
    yield "title", f"{{{_escaped(item['title'])}}}"
    yield CONTAINERS.get(kind, "howpublished"), _escaped(item.get("container-title", ""))
    yield PUBLISHERS.get(kind, "publisher"), _escaped(item.get("publisher", ""))
    yield from _date(item.get("issued", {}))
    yield "version", _escaped(item.get("version", ""))
    yield "url", item.get("URL", "")
    yield "note", _escaped(item.get("note", ""))


def _date(issued: Item) -> Iterator[tuple[str, str]]:
    """The year and the month for BibTeX, the whole date for biblatex, which reads EDTF."""
    if issued:
        parts = issued["date-parts"]
        years = "--".join(dict.fromkeys(str(part[0]) for part in parts))
        yield "year", f"ca. {years}" if issued.get("circa") else years
        yield "month", calendar.month_name[parts[0][1]] if len(parts) == 1 and len(parts[0]) > 1 else ""
        yield "date", edtf_of(issued)


def _name(author: Item) -> str:
    if "literal" in author:
        return f"{{{_escaped(author['literal'])}}}"
    return ", ".join(_escaped(author[part]) for part in ("family", "given") if part in author)


def _escaped(text: str) -> str:
    return text.translate(SPECIAL)
