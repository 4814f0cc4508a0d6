"""What changed as a feed, and the redirects that a host may read."""

from __future__ import annotations

from urllib.parse import urlsplit

from markupsafe import Markup

from dossier.corpus.corpus import Corpus
from dossier.editions.history import History
from dossier.model.addresses import FEED, redirect_url, url_for
from dossier.model.licence import DATA_LICENCE
from dossier.model.words import Words
from dossier.pages.changes import ChangeView, changes_view
from dossier.pages.templating import Templates, safe_address


def feed(templates: Templates, words: Words, history: History, name: str, url: str) -> str:
    """The Atom feed (RFC 4287) of the page of changes, newest first. ``url`` is the site's, and ends in a slash."""
    view = changes_view(words, history, url)
    details = {one.anchor: _details(templates, one, url) for edition in view.editions for one in edition.all}
    return templates.render(
        "feed.xml", "", view=view, details=details, name=name, url=safe_address(url), licence=DATA_LICENCE
    )


def _details(templates: Templates, change: ChangeView, url: str) -> str:
    """The HTML of a change as a text, which the feed holds escaped."""
    html = templates.render("change-details.html", "", change=change, base=safe_address(url)).strip()
    return str(html or Markup("<p>{}.</p>").format(change.type_words))


def redirects(corpus: Corpus, url: str) -> str:
    """The text of ``_redirects``, as Netlify, Cloudflare Pages and GitLab Pages read it.

    What was withdrawn keeps its page, for not every host can say that something is gone. Nor does every host take a
    rule that overrides a page; where it does not, the page leads on by itself.
    """
    base = urlsplit(url).path or "/"
    lines = (
        f"{base}{redirect_url(one)} {base}{url_for(corpus.records[one.to])} 301\n"
        for one in corpus.redirects.values()
        if one.to
    )
    pages = (
        f"{base}{one.from_} {base}{one.target} 301\n" for one in corpus.page_redirects.items if one.target is not None
    )
    return "".join([*lines, *pages])


def feed_files(templates: Templates, corpus: Corpus, history: History, name: str, url: str) -> dict[str, str]:
    """The files beside the pages, by their names: redirects, and the feed where the address is known."""
    written = {"_redirects": redirects(corpus, url)}
    if url and history.steps:
        written[FEED] = feed(templates, corpus.words, history, name, url)
    return written
