"""Items as RIS, which every reference manager reads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dossier.citations.csl_json import Item, one_line
from dossier.citations.date_forms import date_of, first_year, ris_date

TYPES = {
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "article-journal": "JOUR",
    "post-weblog": "BLOG",
    "webpage": "ELEC",
    "report": "RPRT",
    "book": "BOOK",
    "chapter": "CHAP",
}


def ris(items: Sequence[Item]) -> str:
    """A file of these items."""
    return "\n".join(map(_reference, items))


def _reference(item: Item) -> str:
    """Each value on one line: a line that begins with no tag ends it in some programs."""
    return "".join(f"{tag}  - {one_line(value)}\n" for tag, value in _lines(item)) + "ER  - \n"


def _lines(item: Item) -> Iterator[tuple[str, str]]:
    """The tags of an item that hold something, and what they hold."""
    yield "TY", TYPES.get(item["type"], "GEN")
    yield "ID", item["id"]
    for author in item.get("author", ()):
        yield "AU", _name(author)
    yield "TI", item["title"]
    date = date_of(item)
    known = {
        "T2": item.get("container-title"),
        "PB": item.get("publisher"),
        "PY": first_year(date) if date else "",
        "DA": ris_date(date) if date else "",
        "ET": item.get("version"),
        "LA": item.get("language"),
        "UR": item.get("URL"),
        "N1": item.get("note"),
    }
    yield from ((tag, value) for tag, value in known.items() if value)


def _name(author: Item) -> str:
    """A person as family and given name, which a comma parts; so a body has semicolons for its own commas."""
    if "literal" in author:
        whole: str = author["literal"]
        return whole.replace(", ", "; ").replace(",", ";")
    return ", ".join(author[part] for part in ("family", "given") if part in author)
