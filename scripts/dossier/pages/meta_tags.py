"""What programs read in the head of a page: Highwire and Dublin Core from CSL-JSON, and typed links (signposting)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
_CONTAINERS = {
    "article-journal": "citation_journal_title",
    "article-magazine": "citation_journal_title",
    "article-newspaper": "citation_journal_title",
    "chapter": "citation_inbook_title",
    "report": "citation_technical_report_institution",
}
_TYPES = {"book": "Text", "chapter": "Text", "report": "Text"}
Item = Mapping[str, Any]
Tag = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Link:
    """A typed link of a page to what belongs to it; ``type`` is a media type, or empty."""

    rel: str
    href: str
    type: str = ""


def highwire(item: Item, page_url: str) -> Iterator[Tag]:
    """The ``citation_*`` tags of what a page presents, as Google Scholar and Zotero read them.

    ``page_url`` is the page itself, or empty where the site's address is not known.
    """
    yield "citation_title", item["title"]
    for author in item.get("author", ()):
        yield "citation_author", _name(author)
    if date := _date(item, "/"):
        yield "citation_publication_date", date
    if container := item.get("container-title"):
        yield _CONTAINERS.get(item["type"], "citation_journal_title"), container
    if publisher := item.get("publisher"):
        yield "citation_publisher", publisher
    if page_url:
        yield "citation_abstract_html_url", page_url
    if (url := item.get("URL")) and url != page_url:
        yield "citation_public_url", url
    yield "citation_language", "en"


def dublin_core(item: Item, page_url: str) -> Iterator[Tag]:
    """The ``DC.*`` tags of the same. A page that restates an article names the article as its source."""
    yield "DC.title", item["title"]
    for author in item.get("author", ()):
        yield "DC.creator", _name(author)
    if publisher := item.get("publisher") or item.get("container-title"):
        yield "DC.publisher", publisher
    if date := _date(item, "-"):
        yield "DC.date", date
    yield "DC.type", _TYPES.get(item["type"], "Text")
    yield "DC.language", "en"
    if page_url:
        yield "DC.identifier", page_url
    if (url := item.get("URL")) and url != page_url:
        yield "DC.source", url
    yield "DC.rights", LICENCE


def _name(author: Mapping[str, str]) -> str:
    if "literal" in author:
        return author["literal"]
    return ", ".join(author[key] for key in ("family", "given") if key in author)


def _date(item: Item, between: str) -> str:
    """The first date that was issued, as exact as it is known; a date in doubt counts as well."""
    parts = (item.get("issued") or {}).get("date-parts") or [[]]
    return between.join(f"{int(part):02}" for part in parts[0])


def signposts(
    *, cite_as: str, record_json: str, markdown: str = "", items: Iterable[tuple[str, str]] = ()
) -> Iterator[Link]:
    """The typed links of a page: what to cite, what describes it, the same as a text, what it hands out (address and
    type), its licence.
    """
    if cite_as:
        yield Link("cite-as", cite_as)
    if record_json:
        # One link, for Material takes a link that is nothing but an alternate for a translation of the page.
        yield Link("describedby alternate", record_json, "application/json")
    if markdown:
        yield Link("alternate", markdown, "text/markdown")
    for href, media_type in items:
        yield Link("item", href, media_type)
    yield Link("license", LICENCE)
