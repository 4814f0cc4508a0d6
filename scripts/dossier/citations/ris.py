"""Items as RIS, which every reference manager reads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import rispy

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


class Writer(rispy.RisWriter):  # type: ignore[misc]
    """Writes no number above a reference: it is no part of RIS."""

    def set_header(self, count: int) -> str:  # noqa: ARG002  the library's parameter
        return ""


def ris(items: Sequence[Item]) -> str:
    """A file of these items."""
    references = [_reference(item) for item in items]
    text: str = rispy.dumps(references, enforce_list_tags=False, implementation=Writer)
    return text


def _reference(item: Item) -> dict[str, Any]:
    issued = item.get("issued", {})
    known = {
        "authors": [_name(author) for author in item.get("author", ())],
        "title": item["title"],
        "secondary_title": item.get("container-title"),
        "publisher": item.get("publisher"),
        "year": str(issued["date-parts"][0][0]) if issued else None,
        "date": _date(issued) if issued else None,
        "edition": item.get("version"),
        "urls": [item["URL"]] if "URL" in item else [],
        "notes": [item["note"]] if "note" in item else [],
    }
    fixed = {"type_of_reference": TYPES.get(item["type"], "GEN"), "id": item["id"]}
    return fixed | {key: value for key, value in known.items() if value}


def _date(issued: Item) -> str:
    """``YYYY/MM/DD/other``: what the three cannot say stands in the last part, as EDTF."""
    parts = issued["date-parts"]
    numbers = [f"{number:02}" for number in parts[0]] + [""] * (3 - len(parts[0]))
    plain = len(parts) == 1 and not issued.keys() & {"circa", "season"}
    return "/".join([*numbers, "" if plain else edtf_of(issued)])


def _name(author: Item) -> str:
    return author.get("literal") or ", ".join(author[part] for part in ("family", "given") if part in author)
