"""The pages that are those of no record: address, title, view, template, and where the menu shows them.

To add a page, add an entry to ``PAGES``, a view beside this module, and a template; the navigation of ``mkdocs.yml``
may then name it by its address (``timeline.md``). How else people ask for it stands in ``asked_as``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from dossier.corpus.corpus import Corpus
from dossier.editions.site_info import SiteInfo
from dossier.exports.files import Download
from dossier.exports.linked_data import LinkedNode
from dossier.model.addresses import (
    AGREEMENT,
    CHANGES,
    COMPARE,
    COPY,
    DATA,
    DICTIONARY,
    MAP,
    NETWORK,
    NUMBERS,
    SEARCH,
    SECTIONS,
    TIMELINE,
    TYPES,
)
from dossier.model.records import MODELS, Event, Kind, Place
from dossier.model.words import Words
from dossier.pages import (
    agreement,
    changes,
    compare,
    copy_page,
    data,
    dictionary,
    lists,
    network,
    numbers,
    region_map,
    timeline,
    types,
)
from dossier.pages.asked_as import ASKED_AS
from dossier.pages.context import Context
from dossier.pages.page import Page
from dossier.pages.picture_cards import compare_card, map_card, network_card, numbers_card, timeline_card
from dossier.pages.social_card import CardPicture
from dossier.pages.templating import Templates


@dataclass(frozen=True, slots=True)
class PageInput:
    """What the views of these pages are made of. ``downloads`` are empty in a preview."""

    context: Context
    info: SiteInfo
    downloads: tuple[Download, ...]

    @property
    def corpus(self) -> Corpus:
        return self.context.corpus

    @property
    def words(self) -> Words:
        return self.corpus.words


@dataclass(frozen=True, slots=True)
class SitePage:
    """A page of the site. ``view`` makes what ``template`` prints, ``describe`` a sentence for search engines.

    ``kind`` and ``id`` are marks in its HTML. ``title_key`` names its title among the words, as ``above`` does those of
    the pages above it, with their addresses. ``shown_below`` is the section whose list the menu shows as active;
    ``about`` and ``items`` are what the page is about besides itself, as linked data, and the address and media type of
    what it hands out. ``card`` makes the picture of its card of the view, or ``None`` where that of the site stands for
    it.
    """

    address: str
    title_key: str
    kind: str
    id: str
    template: str
    view: Callable[[PageInput], object]
    describe: Callable[[PageInput], str]
    above: tuple[tuple[str, str], ...] = ()
    shown_below: str = ""
    about: Callable[[PageInput], list[LinkedNode]] = lambda _: []
    items: Callable[[PageInput], list[tuple[str, str]]] = lambda _: []
    card: Callable[[Any], CardPicture | None] = lambda _: None

    @property
    def asked_as(self) -> tuple[str, ...]:
        """Other words in which people ask for it."""
        return ASKED_AS.get(self.id, ())

    def title(self, words: Words) -> str:
        """What it is called."""
        return words.say(self.title_key)

    def page(self, given: PageInput, templates: Templates) -> Page:
        """The page with its content."""
        return self.printed(self.view(given), given, templates)

    def printed(self, view: object, given: PageInput, templates: Templates) -> Page:
        """The page with a view of it that is made already."""
        words = given.words
        crumbs = (*((words.say(title), address) for title, address in self.above), (self.title(words), self.address))
        content = templates.render(self.template, self.address, view=view)
        return Page(
            self.address, self.kind, self.id, self.title(words), "", self.describe(given), crumbs, content=content
        )


def _list(kind: Kind, view: Callable[[Context], object]) -> SitePage:
    """The list of all records of a kind."""
    section = SECTIONS[kind]

    def describe(given: PageInput) -> str:
        number = len(given.corpus.of(MODELS[kind]))
        return f"{given.words.say(f'all.{kind}', count=number)}." if number else given.words.say(f"none.{kind}")

    return SitePage(
        f"{section}/",
        f"kinds.{kind}",
        "list",
        kind,
        f"{section}.html",
        lambda given: view(given.context),
        describe,
    )


def _described(page: str) -> Callable[[PageInput], str]:
    """A description that no number is part of."""
    return lambda given: given.words.say(f"descriptions.{page}")


PAGES: tuple[SitePage, ...] = (
    _list("question", lists.questions_list),
    _list("actor", lists.actors_list),
    _list("event", lists.events_list),
    _list("place", lists.places_list),
    _list("claim", lists.claims_list),
    _list("source", lists.sources_list),
    SitePage(SEARCH, "titles.search", "search", "search", "search.html", lambda _: None, _described("search")),
    SitePage(
        COMPARE,
        "titles.compare",
        "picture",
        "compare",
        "compare.html",
        lambda given: compare.compare_view(given.context),
        _described("compare"),
        card=compare_card,
    ),
    SitePage(
        AGREEMENT,
        "titles.agreement",
        "list",
        "agreement",
        "agreement.html",
        lambda given: agreement.agreement_view(given.context),
        _described("agreement"),
    ),
    SitePage(
        TIMELINE,
        "titles.timeline",
        "picture",
        "timeline",
        "timeline.html",
        lambda given: timeline.timeline_view(given.context),
        lambda given: given.words.say(
            "descriptions.timeline", events=given.words.counted("event", len(given.corpus.of(Event)))
        ),
        card=timeline_card,
    ),
    SitePage(
        NUMBERS,
        "titles.numbers",
        "picture",
        "numbers",
        "numbers.html",
        lambda given: numbers.numbers_view(given.context),
        _described("numbers"),
        shown_below=SECTIONS["question"],
        card=numbers_card,
    ),
    SitePage(
        MAP,
        "titles.map",
        "picture",
        "map",
        "map.html",
        lambda given: region_map.map_view(given.context),
        lambda given: given.words.say(
            "descriptions.map", places=given.words.counted("place", len(given.corpus.of(Place)))
        ),
        card=map_card,
    ),
    SitePage(
        NETWORK,
        "titles.network",
        "picture",
        "network",
        "network.html",
        lambda given: network.network_view(given.context),
        _described("network"),
        card=network_card,
    ),
    SitePage(
        CHANGES,
        "titles.changes",
        "page",
        "changes",
        "changes.html",
        lambda given: changes.changes_view(given.words, given.info.history, given.info.url),
        _described("changes"),
    ),
    SitePage(
        DATA,
        "titles.data",
        "data",
        "data",
        "data.html",
        lambda given: data.data_view(given.corpus, given.info, given.downloads),
        _described("data"),
        about=lambda given: data.data_nodes(given.corpus, given.info, given.downloads),
        items=lambda given: data.handed_out(given.downloads),
    ),
    SitePage(
        DICTIONARY,
        "titles.dictionary",
        "data",
        "dictionary",
        "dictionary.html",
        lambda given: dictionary.dictionary_view(given.words),
        _described("dictionary"),
        above=(("titles.data", DATA),),
    ),
    SitePage(
        TYPES,
        "titles.types",
        "data",
        "types",
        "types.html",
        lambda given: types.types_view(given.corpus),
        _described("types"),
        above=(("titles.data", DATA),),
    ),
    SitePage(
        COPY,
        "titles.copy",
        "data",
        "copy",
        "copy.html",
        lambda given: copy_page.copy_view(given.info),
        _described("copy"),
        above=(("titles.data", DATA),),
    ),
)
