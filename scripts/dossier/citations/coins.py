"""Items as COinS: what reference managers offer to save from a page that presents more than itself.

A value is a context object of OpenURL (ANSI/NISO Z39.88-2004) for the ``title`` of an empty ``span``. Its formats know
journals and books; other types are told in Dublin Core by the names that Zotero has for them.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from dossier.citations.csl_json import Item
from dossier.citations.date_forms import date_of, date_text

FORMATS = {
    "article-journal": ("journal", "article"),
    "report": ("book", "report"),
    "book": ("book", "book"),
    "chapter": ("book", "bookitem"),
}
NAMES = {
    "article-magazine": "magazineArticle",
    "article-newspaper": "newspaperArticle",
    "post-weblog": "blogPost",
    "webpage": "webpage",
}
# The title of a part, and of what holds it.
TITLES = {
    "article": ("atitle", "jtitle"),
    "bookitem": ("atitle", "btitle"),
    "report": ("btitle", "series"),
    "book": ("btitle", "series"),
    "": ("title", "source"),
}


def context_object(item: Item, *, rights: str = "", abstract: str = "") -> str:
    """An item for programs; ``rights`` and ``abstract`` are those of the item itself, empty where they are not ours."""
    keys = [*_keys(item), ("rft.rights", rights), ("rft.description", abstract)]
    return "&".join(f"{key}={quote(value, safe=':/')}" for key, value in keys if value)


def _keys(item: Item) -> Iterator[tuple[str, str]]:
    format_, genre = FORMATS.get(item["type"], ("dc", ""))
    title, container = TITLES[genre]
    yield "ctx_ver", "Z39.88-2004"
    yield "rft_val_fmt", f"info:ofi/fmt:kev:mtx:{format_}"
    yield "rft.genre" if genre else "rft.type", genre or NAMES.get(item["type"], "document")
    yield f"rft.{title}", item["title"]
    yield f"rft.{container}", item.get("container-title", "")
    for author in item.get("author", ()):
        yield _author(author)
    yield "rft.publisher" if format_ == "dc" else "rft.pub", item.get("publisher", "")
    date = date_of(item)
    yield "rft.date", date_text(date) if date else ""
    yield "rft.language", item.get("language", "")
    yield "rft.identifier" if format_ == "dc" else "rft_id", item.get("URL", "")


def _author(author: Item) -> tuple[str, str]:
    """A body has a key of its own, so that no comma in its name parts it."""
    if "literal" in author:
        return "rft.aucorp", author["literal"]
    return "rft.au", f"{author['family']}, {author['given']}"
