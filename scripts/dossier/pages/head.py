"""What the head of a page tells programs: what to cite, what describes the page, and what it is about."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from dossier.citations.csl_json import Item, page_item, record_item
from dossier.corpus.corpus import Corpus
from dossier.editions.site_info import SiteInfo
from dossier.exports.linked_data import LinkedNode, in_context, linked, web_page
from dossier.model.addresses import SECTIONS, root_of
from dossier.model.records import Record, Source
from dossier.pages.markdown import MARKDOWN
from dossier.pages.meta_tags import Link, page_tags, signposts
from dossier.pages.page import Page, record_of
from dossier.pages.social_card import CARD, CardLink
from dossier.pages.templating import safe_address

RECORD_JSON = "index.json"


@dataclass(frozen=True, slots=True)
class SafeLink:
    """A typed link as a template prints it."""

    rel: str
    href: Markup
    type: Markup


@dataclass(frozen=True, slots=True)
class Head:
    """What stands in the head of a page.

    ``canonical`` is empty where the site's address is not known, ``goes_to`` where the page stays, ``edition`` where
    none is published; ``json_ld`` is the text of a script. ``card`` is the address of the picture that is shown where
    the page is shared, empty as the page's own; ``card_words`` say what is on it. ``published`` is the day of the
    edition, empty where there is none.
    """

    policy: Markup
    is_private: bool
    goes_to: Markup
    title: str
    description: str
    site_name: str
    edition: str
    canonical: Markup
    card: Markup
    card_words: str
    has_feed: bool
    links: tuple[SafeLink, ...]
    og_type: str
    published: str
    tags: tuple[tuple[str, Markup], ...]
    json_ld: Markup


def head_view(
    corpus: Corpus,
    page: Page,
    info: SiteInfo,
    policy: str,
    *,
    items: Sequence[tuple[str, str]] = (),
    about: Sequence[LinkedNode] = (),
    card: CardLink | None = None,
) -> Head:
    """The head of a page under a Content Security Policy.

    ``card`` is the page's own, where it has one; ``items`` are addresses and media types of what the page hands out,
    ``about`` what else it is about.
    """
    record = record_of(corpus, page)
    canonical = info.url + _lasting(page) if info.url else ""
    card = card or CardLink(CARD, info.name)
    return Head(
        policy=escape(policy),
        is_private=page.is_private,
        goes_to=safe_address("" if page.has_places else page.goes_to),
        title=page.title,
        description=page.description,
        site_name=info.name,
        edition=info.edition.name,
        canonical=safe_address(canonical),
        card=safe_address(info.url + card.address if info.url else ""),
        card_words=card.words,
        has_feed=bool(info.url and info.history.steps),
        links=tuple(_links(page, info, record, items)),
        og_type="article" if page.address else "website",
        published=info.edition.date if page.address else "",
        tags=tuple(_tags(corpus, page, info)),
        json_ld=_json_ld(corpus, page, info, record, about),
    )


def _lasting(page: Page) -> str:
    """The address under which a page is to be known: that of the page which takes its place, if one does."""
    return page.goes_to.partition("#")[0].removeprefix("./") if page.goes_to else page.address


def _links(page: Page, info: SiteInfo, record: Record | None, items: Sequence[tuple[str, str]]) -> Iterable[SafeLink]:
    own = [(record.URL, "text/html")] if isinstance(record, Source) and record.URL else []
    described = RECORD_JSON if page.kind in SECTIONS else ""
    links = signposts(
        cite_as=info.cited(page.address),
        record_json=described,
        markdown=MARKDOWN if info.markdown else "",
        items=[*items, *own],
    )
    return (_safe(one) for one in links)


def _safe(link: Link) -> SafeLink:
    return SafeLink(link.rel, safe_address(link.href), safe_address(link.type))


def _tags(corpus: Corpus, page: Page, info: SiteInfo) -> Iterable[tuple[str, Markup]]:
    """The page as reference managers save it; one that leads on, or that is not ours to publish, is not saved."""
    if page.goes_to or page.is_private:
        return []
    return ((name, safe_address(words)) for name, words in page_tags(item_of(corpus, page, info)))


def item_of(corpus: Corpus, page: Page, info: SiteInfo) -> Item:
    """A page of the site as what is cited: under the whole heading of its record, where it is one's."""
    record = record_of(corpus, page)
    return record_item(record, info) if record else page_item(page.cited_as or page.title, page.address, info)


def _json_ld(corpus: Corpus, page: Page, info: SiteInfo, record: Record | None, about: Sequence[LinkedNode]) -> Markup:
    base = info.url or root_of(page.address)
    nodes = [web_page(page.address, page.title, page.description, base, info.name, info.edition, record)]
    if record:
        nodes.append(linked(corpus, record, base))
    # In a script, `<` could end it.
    text = json.dumps(in_context(*nodes, *about), ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c"))  # noqa: S704
