"""The pages at the addresses of records and pages that were renamed or moved, merged or withdrawn."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from dossier.corpus.comparison import source_pairs
from dossier.corpus.corpus import Corpus
from dossier.corpus.themes import all_long_lists
from dossier.editions.site_info import SiteInfo
from dossier.editions.state import page_key
from dossier.model.addresses import document_url, list_url, redirect_url, url_for
from dossier.model.records import PageRedirect, Redirect
from dossier.model.words import Words
from dossier.pages.context import Context
from dossier.pages.dates import DateView, date_view
from dossier.pages.links import PageLink, RecordLink
from dossier.pages.page import Page, former_heading, page_of_pair
from dossier.pages.registry import PAGES
from dossier.pages.templating import safe_address
from dossier.text.edtf import Edtf

PARAGRAPH, CLAIM = re.compile(r"p(\d+)"), re.compile(r"[a-z0-9-]+-c(\d+)")


@dataclass(frozen=True, slots=True)
class HeldBy:
    """The last edition that holds what is gone. ``address`` is the whole address of it there, or empty where the site
    does not know its own.
    """

    edition: str
    date: str
    address: Markup


@dataclass(frozen=True, slots=True)
class MovedPlace:
    """A place that a page had under ``id``, and the link to where it is now."""

    id: str
    link: PageLink


@dataclass(frozen=True, slots=True)
class RedirectView:
    """What a record or a page was, what became of it, when and why, and what stands in its place, if something does.

    ``said`` are the words of a claim that has a title besides, ``source`` is where it stood; ``held_by`` is empty where
    no edition has it. ``places`` are those that it had; a page that has some does not lead on by itself without
    scripts, for a browser would then forget which of them was asked for.
    """

    eyebrow: str
    title: str
    said: str
    source: RecordLink | None
    what: str
    became: str
    date: DateView | None
    why: str
    to: RecordLink | None
    to_page: PageLink | None
    held_by: HeldBy | None
    places: tuple[MovedPlace, ...] = ()


Places = Sequence[tuple[str, str]]
"""The fragments that a page had, and the address of each now."""


def redirect_view(context: Context, redirect: Redirect, info: SiteInfo, places: Places = ()) -> RedirectView:
    """The view of the page of a redirect."""
    day, words = gone_since(context.corpus, redirect), context.words
    reason = words.say(f"redirect.reason_{redirect.reason}")
    return RedirectView(
        eyebrow=words.say("redirect.eyebrow", what=words.say(f"kind.{redirect.kind}"), reason=reason),
        title=former_heading(context.corpus, redirect),
        said=(redirect.said or "") if redirect.title else "",
        source=context.sources.get(redirect.source),
        what=words.say(f"redirect.what_{redirect.kind}"),
        became=reason,
        date=date_view(context.words, day) if day else None,
        why=redirect.why,
        to=context.links[redirect.to] if redirect.to else None,
        to_page=None,
        held_by=_held_by(info, redirect.id, redirect_url(redirect)),
        places=_moved_places(words, places),
    )


def former_list_view(words: Words, page: Page, address: str) -> RedirectView:
    """The view of the page at the address of a long list that is no more; ``address`` is where it leads."""
    to = PageLink(safe_address(address), page.crumbs[-2][0])
    return _moved(words, "list", page, to)


def former_pair_view(words: Words, page: Page) -> RedirectView:
    """The view of the page at the address of two sources that no longer stand beside each other there."""
    to = PageLink(safe_address(page.goes_to), words.say("titles.compare"))
    return _moved(words, "page", page, to)


def _moved(words: Words, what: str, page: Page, to: PageLink) -> RedirectView:
    return RedirectView(
        eyebrow=words.say(f"redirect.{what}_moved"),
        title=page.title,
        said="",
        source=None,
        what=words.say(f"redirect.what_{what}"),
        became=words.say("redirect.reason_moved"),
        date=None,
        why=page.description,
        to=None,
        to_page=to,
        held_by=None,
    )


def gone_since(corpus: Corpus, redirect: Redirect) -> Edtf | None:
    """When a record was renamed, merged or withdrawn: as its redirect says, or else the last correction of it."""
    dates = (one.date for one in corpus.corrections if one.record == redirect.id)
    return redirect.date or max(dates, key=lambda date: date.sort_key, default=None)


def _held_by(info: SiteInfo, key: str, address: str) -> HeldBy | None:
    edition = info.history.last_with(key)
    if edition is None:
        return None
    return HeldBy(edition.name, edition.date, safe_address(replace(info, edition=edition).cited(address)))


def _moved_places(words: Words, places: Places) -> tuple[MovedPlace, ...]:
    return tuple(MovedPlace(id_, PageLink(safe_address(address), said_of(words, id_))) for id_, address in places)


def said_of(words: Words, fragment: str) -> str:
    """What a fragment names, in words."""
    if found := PARAGRAPH.fullmatch(fragment):
        return words.say("article.paragraph", number=found[1])
    if found := CLAIM.fullmatch(fragment):
        return words.say("redirect.claim", number=found[1])
    return fragment.replace("-", " ").capitalize()


def page_redirect_view(
    words: Words, redirect: PageRedirect, titles: Mapping[str, str], info: SiteInfo, places: Places = ()
) -> RedirectView:
    """The view of the page at the address of a page that is gone; ``titles`` are those of ``page_titles``."""
    to, reason = None, words.say(f"redirect.reason_{redirect.reason}")
    if redirect.to and redirect.target is not None:
        to = PageLink(safe_address(redirect.to), titles[redirect.target.partition("#")[0]])
    held_by = _held_by(info, page_key(redirect.from_), redirect.from_)
    return RedirectView(
        eyebrow=words.say("redirect.eyebrow", what=words.say("kind.page"), reason=reason),
        title=redirect.heading,
        said="",
        source=None,
        what=words.say("redirect.what_page"),
        became=reason,
        date=None,
        why=redirect.why,
        to=None,
        to_page=to,
        held_by=held_by,
        places=_moved_places(words, places),
    )


def pair_pages(corpus: Corpus) -> list[Page]:
    """The page of each two sources without its content."""
    sources = (corpus.oldest_first(map(corpus.source, pair)) for pair in source_pairs(corpus))
    return [page_of_pair(corpus.words, *pair) for pair in sources]


def page_titles(corpus: Corpus) -> dict[str, str]:
    """The title of each page that is there, by its address."""
    return {
        **{one.address: one.title(corpus.words) for one in PAGES},
        **{document_url(one): one.title for one in corpus.documents},
        **{url_for(one): one.heading for one in corpus.records.values()},
        **{list_url(record, one.id): f"{record.heading}: {one.title}" for record, one in all_long_lists(corpus)},
        **{page.address: page.title for page in pair_pages(corpus)},
        "": corpus.words.say("titles.home"),
    }
