"""The imprint: who makes the site, how to reach its keeper, which edition it is, and how far its sources go."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from dossier.corpus.corpus import Corpus
from dossier.corpus.known_by import known_from
from dossier.editions.site_info import SiteInfo
from dossier.model.addresses import ABOUT, document_url, url_for
from dossier.model.licence import DATA_LICENCE, Licence
from dossier.model.records import Source
from dossier.pages.dates import DateView, date_view
from dossier.pages.templating import safe_address


@dataclass(frozen=True, slots=True)
class LastSource:
    """The source that was published last: when, its label, and its address."""

    date: DateView
    words: str
    address: Markup


@dataclass(frozen=True, slots=True)
class Imprint:
    """What every page says of its site, and the page about it at length.

    ``contact`` is an address to link, ``contact_words`` what it reads as; these, ``keeper``, ``edition`` and ``date``
    are empty where nothing is said or published, and ``about`` where the site has no page about itself.
    """

    site_name: str
    keeper: str
    contact: Markup
    contact_words: str
    edition: str
    date: str
    last: LastSource | None
    sources: int
    about: Markup
    licence: Licence
    articles: str


def imprint_view(corpus: Corpus, info: SiteInfo) -> Imprint:
    """The imprint of a site."""
    keeper = info.keeper
    is_mail = "@" in keeper.contact
    return Imprint(
        site_name=info.name,
        keeper=keeper.name,
        contact=safe_address(f"mailto:{keeper.contact}" if is_mail else keeper.contact),
        contact_words=keeper.contact.removeprefix("https://").removesuffix("/"),
        edition=info.edition.name,
        date=info.edition.date,
        last=_last_source(corpus),
        sources=len(corpus.of(Source)),
        about=safe_address(f"{ABOUT}#imprint" if any(document_url(one) == ABOUT for one in corpus.documents) else ""),
        licence=DATA_LICENCE,
        articles=corpus.words.say("licence.articles"),
    )


def _last_source(corpus: Corpus) -> LastSource | None:
    """``None`` where no source has a date that ends."""
    dated = [(day, one) for one in corpus.of(Source) if (day := known_from(one))]
    if not dated:
        return None
    _, last = max(dated, key=lambda one: (one[0], one[1].id))
    assert last.issued
    return LastSource(date_view(corpus.words, last.issued), last.label, safe_address(url_for(last)))
