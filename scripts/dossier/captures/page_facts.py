"""What a saved page says of itself: title, authors, where and when it was published, its language and its address.

It is read from JSON-LD, from the head (``citation_*``, Dublin Core, ``article:*``, Open Graph) and from the page's
own attributes. What none of these says stays empty. The day on which a page was saved is no day of publication.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

from dossier.captures.json_ld import Entry, articles_in, name_of, names_in
from dossier.captures.said_dates import edtf_of
from dossier.captures.said_names import SaidAuthor, authors_of

SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)\s*-->", re.IGNORECASE)
# What an address spells out.
UNWRITTEN = re.compile(r"[\s\"'<>\\^`{|}@]")
TAG = re.compile(r"</?[A-Za-z][^<>]*>")
LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
TITLES = ("citation_title", "dc.title", "dcterms.title", "og:title", "twitter:title", "parsely-title", "sailthru.title")
AUTHORS = (
    "citation_author",
    "dc.creator",
    "dcterms.creator",
    "author",
    "parsely-author",
    "sailthru.author",
    "article:author",
    "byl",
)
CONTAINERS = (
    "citation_journal_title",
    "citation_conference_title",
    "citation_inbook_title",
    "og:site_name",
    "application-name",
)
PUBLISHERS = ("citation_publisher", "citation_technical_report_institution", "dc.publisher", "dcterms.publisher")
DATES = (
    *(
        "citation_publication_date",
        "citation_date",
        "citation_online_date",
        "dcterms.issued",
        "dc.date.issued",
        "dcterms.created",
    ),
    *("article:published_time", "og:published_time", "dc.date", "dcterms.date", "datepublished", "parsely-pub-date"),
    *("sailthru.date", "publish-date", "publish_date", "publication_date", "pubdate", "date"),
)
LANGUAGES = ("citation_language", "dc.language", "dcterms.language", "content-language", "og:locale")
TYPES = {
    "newsarticle": "article-newspaper",
    "reportagenewsarticle": "article-newspaper",
    "analysisnewsarticle": "article-newspaper",
    "opinionnewsarticle": "article-newspaper",
    "scholarlyarticle": "article-journal",
    "blogposting": "post-weblog",
    "liveblogposting": "post-weblog",
    "report": "report",
    "book": "book",
    "chapter": "chapter",
}


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a page says of itself; what it does not say is empty. ``issued`` is an EDTF date, as exact as it is said.

    ``told`` is what a curator should decide: where the page says two things, or something that cannot be taken.
    """

    type: str = ""
    title: str = ""
    authors: tuple[SaidAuthor, ...] = ()
    container: str = ""
    publisher: str = ""
    issued: str = ""
    language: str = ""
    address: str = ""
    told: tuple[str, ...] = ()


def page_facts(html: str, saved_address: str = "") -> PageFacts:
    """What the HTML of a page says; ``saved_address`` is that which a saved file keeps beside it."""
    from trafilatura import load_html  # noqa: PLC0415  it takes a second to import

    tree = load_html(html)
    if tree is None:
        return PageFacts()
    page = _Page(tree, _head(tree), next(iter(articles_in(tree)), {}))
    container, publisher = _published_in(page)
    issued, on_date = _issued(page)
    address, on_address = _address(page, html, saved_address)
    return PageFacts(
        type=_type(page),
        title=_title(page, container),
        authors=_authors(page, container),
        container=container,
        publisher=publisher,
        issued=issued,
        language=_language(page),
        address=address,
        told=(*on_date, *on_address),
    )


@dataclass(frozen=True, slots=True)
class _Page:
    """A parsed page, the entries of its head by name in lower case, and what its JSON-LD says of an article."""

    tree: Any
    head: Mapping[str, Sequence[str]]
    entry: Entry

    def first(self, names: Sequence[str]) -> str:
        return next((value for name in names for value in self.head.get(name, ())), "")


def _head(tree: Any) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in tree.iter("meta"):
        name = one.get("name") or one.get("property") or one.get("itemprop") or one.get("http-equiv") or ""
        if value := _plain(one.get("content")):
            found.setdefault(name.lower(), []).append(value)
    return found


def _plain(text: Any) -> str:
    return " ".join(str(text or "").split())


def _first(value: Any) -> str:
    """Words, or the first of several."""
    return _plain(value[0] if isinstance(value, list) and value else value if isinstance(value, str) else "")


def _type(page: _Page) -> str:
    if page.first(("citation_journal_title",)):
        return "article-journal"
    if page.first(("citation_technical_report_institution",)):
        return "report"
    return next((TYPES[kind] for kind in page.entry.get("@type", ()) if kind in TYPES), "webpage")


def _title(page: _Page, container: str) -> str:
    said = (
        TAG.sub("", _first(page.entry.get("headline")))
        or page.first(TITLES)
        or _heading(page.tree)
        or _plain(page.tree.findtext(".//title"))
    )
    return _without_site(said, container) if re.search(r"\w", said) else ""


def _heading(tree: Any) -> str:
    """The heading of the first level in the article, or the only one of the page; empty where there are several."""
    # What pandoc makes of a document has its title in a header of its own.
    titled = [one for one in tree.iter("header") if one.get("id") == "title-block-header"]
    for place in (*titled, *tree.iter("article", "main"), tree):
        found = {words for one in place.iter("h1") if (words := _plain(one.text_content()))}
        if len(found) == 1:
            return found.pop()
    return ""


def _without_site(title: str, container: str) -> str:
    """A title without the name of the site, which pages put behind it."""
    before, bar, after = title.rpartition(" | ")
    if not bar:
        before, bar, after = title.rpartition(" - ")
    if not bar:
        before, bar, after = title.rpartition(" – ")
    return before if bar and container and after.casefold() == container.casefold() else title


def _authors(page: _Page, container: str) -> tuple[SaidAuthor, ...]:
    said = list(names_in(page.entry.get("author")))
    for name in AUTHORS if not said else ():
        if said := [(one, "") for one in page.head.get(name, ()) if not re.match(r"(?:https?:|www\.|@)", one)]:
            break
    found = tuple(authors_of(said, container))
    persons = tuple(one for one in found if one.literal.casefold() != container.casefold())
    return persons or found


def _published_in(page: _Page) -> tuple[str, str]:
    """The journal or the site, and the publisher where it is another."""
    container = name_of(page.entry.get("isPartOf")) or page.first(CONTAINERS)
    publisher = page.first(PUBLISHERS) or name_of(page.entry.get("publisher"))
    if not container:
        return publisher, ""
    return container, "" if publisher.casefold() == container.casefold() else publisher


def _issued(page: _Page) -> tuple[str, Iterator[str]]:
    said = [_plain(page.entry.get("datePublished")), *(value for name in DATES for value in page.head.get(name, ()))]
    said += [
        _plain(one.get("datetime"))
        for one in page.tree.iter("time")
        if one.get("itemprop") == "datePublished" or one.get("pubdate") is not None
    ]
    read = [edtf_of(one) for one in said if one]
    found = list(dict.fromkeys(one.date for one in read if one.date))
    others = [one for one in found[1:] if not found[0].startswith(one)]
    told = (
        [f"The page gives other dates too: {', '.join(others)}. Look which is that of publication."] if others else []
    )
    told += [one.told for one in read[:1] if one.told]
    return (found[0] if found else ""), iter(told)


def _language(page: _Page) -> str:
    root = page.tree if page.tree.tag == "html" else next(page.tree.iter("html"), page.tree)
    said = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("xml:lang")
    said = said or page.entry.get("inLanguage") or page.first(LANGUAGES)
    parts = _plain(said if isinstance(said, str) else name_of(said)).replace("_", "-").split("-")
    tag = "-".join([parts[0].lower(), *parts[1:]])
    return tag if LANGUAGE.fullmatch(tag) else ""


def _address(page: _Page, html: str, saved: str) -> tuple[str, Iterator[str]]:
    canonical = [one.get("href") for one in page.tree.iter("link") if (one.get("rel") or "").lower() == "canonical"]
    mark = SAVED_FROM.search(html)
    said = [
        *canonical,
        page.first(("og:url", "citation_public_url")),
        *(_named_address(page.entry.get(key)) for key in ("url", "mainEntityOfPage")),
        saved,
    ]
    said.append(mark[1] if mark else "")
    found = [one for one in map(_tidy_address, map(_plain, said)) if one]
    secure = next((one for one in found if one.startswith("https://")), "")
    said_so = "The page gives only the address {}, which is not https: look whether https: leads there too."
    return secure, iter([said_so.format(found[0])] if found and not secure else [])


def _named_address(value: Any) -> str:
    """An address that is given as words, as an entry, or as a list of which the first counts."""
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("@id")
    return value if isinstance(value, str) else ""


def _tidy_address(address: str) -> str:
    """A whole address without what only tells who came from where, and without a user; empty where it is none."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    place = parts.netloc.rpartition("@")[2]
    if parts.scheme not in ("https", "http") or not re.search(r"[^.]\.", place):
        return ""
    query = [
        (key, value) for key, value in parse_qsl(parts.query) if not re.match(r"utm_|fbclid|gclid|mc_[ce]id|ref$", key)
    ]
    path = UNWRITTEN.sub(lambda sign: quote(sign[0]), parts.path or "/")
    return urlunsplit((parts.scheme, place, path, urlencode(query), ""))
