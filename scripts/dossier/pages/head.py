"""What the head of a page tells programs: what to cite, what describes the page, and what it is about."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from dossier.citations.csl_json import page_item, source_item
from dossier.corpus.corpus import Corpus
from dossier.editions.site_info import SiteInfo
from dossier.exports.linked_data import LinkedNode, in_context, linked, web_page
from dossier.model.addresses import root_of
from dossier.model.records import Record, Source
from dossier.pages.meta_tags import Link, Tag, dublin_core, highwire, signposts
from dossier.pages.render import Page, record_of

RECORD_JSON = "index.json"


@dataclass(frozen=True, slots=True)
class Head:
    """What stands in a head. ``canonical`` is empty where the site's address is not known; ``json_ld`` is a script."""

    canonical: str
    tags: tuple[Tag, ...]
    links: tuple[Link, ...]
    json_ld: Markup


def head_of(
    corpus: Corpus,
    page: Page,
    info: SiteInfo,
    *,
    items: Iterable[tuple[str, str]] = (),
    more: Iterable[LinkedNode] = (),
) -> Head:
    """The head of a page. ``items`` are addresses and media types of what the page hands out, ``more`` what else it is
    about.
    """
    record = record_of(corpus, page)
    canonical = info.url + (page.goes_to or page.address) if info.url else ""
    source = record if isinstance(record, Source) else None
    given = [*items, *([(source.URL, "text/html")] if source and source.URL else [])]
    described = RECORD_JSON if record or page.goes_to else ""
    links = signposts(cite_as=info.cited(page.address), record_json=described, items=given)
    return Head(
        canonical, tuple(_tags(page, info, source, canonical)), tuple(links), _json_ld(corpus, page, info, record, more)
    )


def _tags(page: Page, info: SiteInfo, source: Source | None, canonical: str) -> Iterable[Tag]:
    """Only what is read as a text is described for scholars: an article, and a page of our own prose."""
    if source is None and page.kind != "page":
        return []
    item = source_item(source) if source else page_item(page.title, page.address, info)
    return [*highwire(item, canonical), *dublin_core(item, canonical)]


def _json_ld(corpus: Corpus, page: Page, info: SiteInfo, record: Record | None, more: Iterable[LinkedNode]) -> Markup:
    base = info.url or root_of(page.address)
    nodes = [web_page(page.address, page.title, page.description, base, info.name, info.edition, record)]
    if record:
        nodes.append(linked(corpus, record, base))
    # In a script, `<` could end it.
    text = json.dumps(in_context(*nodes, *more), ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c"))  # noqa: S704
