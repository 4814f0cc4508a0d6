"""What changed, as a page and as a feed, and the redirects that a host may read."""

from __future__ import annotations

from urllib.parse import urlsplit

from dossier.corpus.corpus import Corpus
from dossier.editions.difference import compared
from dossier.editions.history import TYPES, History
from dossier.model.addresses import CHANGES, FEED, redirect_url, url_for
from dossier.model.licence import DATA_LICENCE
from dossier.pages.render import Page, Pages

TITLE = "Changes"


def changes_page(pages: Pages, history: History, url: str) -> Page:
    """The page of changes, edition by edition. It leads to the feed where ``url``, the site's, is known."""
    feed = FEED if url and history.steps else ""
    content = pages.part("changes.html", CHANGES, history=history, feed=feed, types=TYPES, compared=compared)
    description = "What changed in this site from one edition to the next, and why."
    return Page(CHANGES, "page", "changes", TITLE, "", description, content, ((TITLE, CHANGES),))


def feed(pages: Pages, history: History, name: str, url: str) -> str:
    """The Atom feed (RFC 4287) of the page of changes, newest first. ``url`` is the site's, and ends in a slash."""
    values = {"history": history, "name": name, "url": url, "types": TYPES, "compared": compared}
    return pages.part("feed.xml", "", licence=DATA_LICENCE, **values)


def redirects(corpus: Corpus, url: str) -> str:
    """The text of ``_redirects``, as Netlify, Cloudflare Pages and GitLab Pages read it.

    A withdrawn record keeps its page, for not every host can say that something is gone. Nor does every host take a
    rule that overrides a page; where it does not, the page leads on by itself.
    """
    base = urlsplit(url).path or "/"
    lines = (
        f"{base}{redirect_url(one)} {base}{url_for(corpus.records[one.to])} 301\n"
        for one in corpus.redirects.values()
        if one.to
    )
    return "".join(lines)


def files(pages: Pages, history: History, name: str, url: str) -> dict[str, str]:
    """The files beside the pages, by their names: redirects, and the feed where the address is known."""
    written = {"_redirects": redirects(pages.corpus, url)}
    if url and history.steps:
        written[FEED] = feed(pages, history, name, url)
    return written
