"""What programs read in the head of a page: Dublin Core from CSL-JSON, and typed links (signposting)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dossier.citations.csl_json import Item, edtf_of
from dossier.model.licence import DATA_LICENCE

Tag = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Link:
    """A typed link of a page to what belongs to it; ``type`` is a media type, or empty."""

    rel: str
    href: str
    type: str = ""


def page_tags(item: Item) -> Iterator[Tag]:
    """The tags of a page of the site as an item of it: its own title, date, address and terms.

    Without an edition it has no date. What it restates has tags of its own in no page: they would call ours its
    address, its terms and its abstract. ``citations.coins`` offers it beside the page.
    """
    yield "DC.title", item["title"]
    if "issued" in item:
        yield "DC.date", edtf_of(item["issued"])
    if "URL" in item:
        yield "DC.identifier", item["URL"]
    if "URL" in item and "version" in item:
        # Zotero would save the address that search engines are given, which is that of the latest edition.
        yield "citation_public_url", item["URL"]
    yield "DC.rights", DATA_LICENCE.url


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
    yield Link("license", DATA_LICENCE.url)
