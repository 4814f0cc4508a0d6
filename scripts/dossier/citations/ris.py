"""Items as RIS, which every reference manager reads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dossier.citations.csl_json import Item, edtf_of

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
    return "".join(f"{tag}  - {value}\n" for tag, value in _lines(item)) + "ER  - \n"


def _lines(item: Item) -> Iterator[tuple[str, str]]:
    """The tags of an item that hold something, and what they hold."""
    yield "TY", TYPES.get(item["type"], "GEN")
    yield "ID", item["id"]
    for author in item.get("author", ()):
        yield "AU", _name(author)
    yield "TI", item["title"]
    issued = item.get("issued")
    year, date = (str(issued["date-parts"][0][0]), _date(issued)) if issued else ("", "")
    known = {
        "T2": item.get("container-title"),
        "PB": item.get("publisher"),
        "PY": year,
        "DA": date,
        "ET": item.get("version"),
        "UR": item.get("URL"),
        "N1": item.get("note"),
    }
    yield from ((tag, value) for tag, value in known.items() if value)


def _date(issued: Item) -> str:
    """``YYYY/MM/DD/other``: what the three cannot say stands in the last part, as EDTF."""
    parts = issued["date-parts"]
    numbers = [f"{number:02}" for number in parts[0]] + [""] * (3 - len(parts[0]))
    plain = len(parts) == 1 and not issued.keys() & {"circa", "season"}
    return "/".join([*numbers, "" if plain else edtf_of(issued)])


def _name(author: Item) -> str:
    return author.get("literal") or ", ".join(author[part] for part in ("family", "given") if part in author)
