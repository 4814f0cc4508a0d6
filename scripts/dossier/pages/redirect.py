"""The pages at the addresses of records and pages that were renamed or moved, merged or withdrawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from dossier.corpus.corpus import Corpus
from dossier.model.addresses import document_url, url_for
from dossier.model.records import PageRedirect, Redirect
from dossier.model.vocabulary import KINDS
from dossier.pages.context import Context
from dossier.pages.links import RecordLink
from dossier.pages.registry import PAGES
from dossier.pages.templating import safe_address


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link to a page that is none of a record. ``address`` begins at the site's root."""

    address: Markup
    words: str


@dataclass(frozen=True, slots=True)
class RedirectView:
    """What became of a record or a page and why; what stands in its place, if something does, is a record or a page."""

    eyebrow: str
    title: str
    why: str
    what: str
    to: RecordLink | None
    to_page: PageLink | None


def redirect_view(context: Context, redirect: Redirect) -> RedirectView:
    """The view of the page of a redirect."""
    to = context.links[redirect.to] if redirect.to else None
    eyebrow = f"{KINDS[redirect.kind][0]}, {redirect.reason}"
    return RedirectView(eyebrow, redirect.id, redirect.why, "record", to, None)


def page_redirect_view(redirect: PageRedirect, titles: Mapping[str, str]) -> RedirectView:
    """The view of the page at the address of a page that is gone; ``titles`` are those of ``page_titles``."""
    title, to = redirect.from_.rstrip("/"), None
    if redirect.to and redirect.target is not None:
        to = PageLink(safe_address(redirect.to), titles[redirect.target.partition("#")[0]])
    return RedirectView(f"Page, {redirect.reason}", title, redirect.why, "page", None, to)


def page_titles(corpus: Corpus) -> dict[str, str]:
    """The title of each page that is there, by its address."""
    return {
        **{one.address: one.title for one in PAGES},
        **{document_url(one): one.title for one in corpus.documents},
        **{url_for(one): one.heading for one in corpus.records.values()},
        "": "Home",
    }
