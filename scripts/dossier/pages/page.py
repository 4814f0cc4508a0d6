"""What every page of a site is: its address, its title, and what programs are told of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from markupsafe import Markup

from dossier.citations.csl_json import gone_title
from dossier.corpus.corpus import Corpus
from dossier.corpus.themes import LongList
from dossier.model.addresses import COMPARE, SECTIONS, list_url, pair_url, redirect_url, url_for
from dossier.model.records import Actor, Claim, Kind, PageRedirect, Question, Record, Redirect, Source
from dossier.model.words import Words
from dossier.text.marked_text import shortened

LONGEST_DESCRIPTION = 160
LONGEST_TITLE = 70
"""The title of the page of all answers, above those of two sources."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page to fill into a shell.

    ``label`` tells it from others of the same title, ``content`` is HTML, ``crumbs`` are titles and addresses from
    the root down, ``goes_to`` is the address that takes its place, ``./`` for the home page; one that ``has_places``
    says itself where each of them went. A private page holds what is not ours to publish; ``cited_as`` is what a
    citation calls it, where its title is cut or says too little.
    """

    address: str
    kind: str
    id: str
    title: str
    label: str
    description: str
    crumbs: tuple[tuple[str, str], ...] = ()
    goes_to: str = ""
    is_private: bool = False
    has_places: bool = False
    cited_as: str = ""
    content: Markup = field(default_factory=Markup)

    def with_content(self, content: Markup) -> Page:
        """The same page with this content."""
        return replace(self, content=content)


def record_of(corpus: Corpus, page: Page) -> Record | None:
    """The record whose page it is; a redirect, a list or a page of prose is that of none."""
    record = corpus.records.get(page.id)
    return record if record and record.kind_of_record == page.kind and not page.goes_to else None


def page_of_record(corpus: Corpus, record: Record, plain: Callable[[str], str]) -> Page:
    """The page of a record without its content; ``plain`` gives the words of a record's own prose."""
    kind, address, title = record.kind_of_record, url_for(record), title_of(record)
    crumbs = ((corpus.words.say(f"kinds.{kind}"), f"{SECTIONS[kind]}/"), (title, address))
    description = description_of(corpus, record, plain)
    return Page(address, kind, record.id, title, label_of(corpus, record), description, crumbs)


def page_of_list(words: Words, record: Record, one: LongList) -> Page:
    """The page of a long list of a record without its content."""
    address, heading = list_url(record, one.id), record.heading
    above = (
        (words.say(f"kinds.{record.kind_of_record}"), f"{SECTIONS[record.kind_of_record]}/"),
        (heading, url_for(record)),
    )
    title = words.say("page.list_title", record=heading, list=one.title)
    number = words.counted("claim", len(one.claims)) if one.claims else words.counted("paragraph", len(one.mentions))
    description = words.say("page.list_description", title=title, number=number)
    label = words.say("page.claims" if one.claims else "page.mentions")
    return Page(address, "list", f"{record.id}/{one.id}", title, label, description, (*above, (one.title, address)))


def page_of_former_list(corpus: Corpus, kind: Kind, key: str, address: str) -> Page:
    """The page at the address of a long list that is no more: it leads to the record, or to where that went."""
    redirect = corpus.redirects.get(key)
    record = corpus.records.get(redirect.to or "" if redirect else key)
    heading = record.heading if record else former_heading(corpus, corpus.redirects[key])
    at = url_for(record) if record else f"{SECTIONS[kind]}/{key}/"
    title = corpus.words.say("page.moved_list", record=heading, list=address.rstrip("/").rpartition("/")[2])
    crumbs = ((corpus.words.say(f"kinds.{kind}"), f"{SECTIONS[kind]}/"), (heading, at), (title, address))
    why = corpus.words.say("page.moved_list_why")
    return Page(
        address=address,
        kind="list",
        id=f"{key}/{title}",
        title=title,
        label="",
        description=why,
        crumbs=crumbs,
        goes_to=at,
    )


def page_of_pair(words: Words, one: Source, other: Source) -> Page:
    """The page of two sources beside each other, the first of them the older one, without its content."""
    address, title = pair_url(one.id, other.id), words.say("page.pair", one=one.label, other=other.label)
    description = words.say("page.pair_description", pair=title)
    crumbs = ((words.say("titles.compare"), COMPARE), (title, address))
    return Page(address, "comparison", f"{one.id}/{other.id}", title, words.say("page.compared"), description, crumbs)


def page_of_former_pair(words: Words, address: str, to: str) -> Page:
    """The page at the address of two sources that no longer stand beside each other there; it leads on."""
    why = words.say("page.moved_pair_why")
    crumbs = ((words.say("titles.compare"), COMPARE), (words.say("page.moved"), address))
    return Page(
        address=address,
        kind="comparison",
        id=address.rstrip("/"),
        title=words.say("page.moved_pair"),
        label="",
        description=why,
        crumbs=crumbs,
        goes_to=to,
    )


def page_of_redirect(corpus: Corpus, redirect: Redirect) -> Page:
    """The page at the address of a record that was renamed, merged or withdrawn."""
    kind, address, heading = redirect.kind, redirect_url(redirect), former_heading(corpus, redirect)
    title = gone_title(corpus.words, redirect, shortened(heading, LONGEST_TITLE))
    crumbs = ((corpus.words.say(f"kinds.{kind}"), f"{SECTIONS[kind]}/"), (title, address))
    goes_to = url_for(corpus.records[redirect.to]) if redirect.to else ""
    cited_as = gone_title(corpus.words, redirect, heading)
    return Page(
        address=address,
        kind=kind,
        id=redirect.id,
        title=title,
        label="",
        description=redirect.why,
        crumbs=crumbs,
        goes_to=goes_to,
        cited_as=cited_as,
    )


def former_heading(corpus: Corpus, redirect: Redirect) -> str:
    """What a record was called that is gone; where nobody wrote that down, which claim it was, or its id as words."""
    if redirect.title or redirect.said:
        return redirect.heading
    if redirect.source in corpus.records:
        return _claim_of(corpus, redirect.id, redirect.source)
    return redirect.id.replace("-", " ").capitalize()


def page_of_page_redirect(words: Words, redirect: PageRedirect, titles: Mapping[str, str]) -> Page:
    """The page at the address of a page that was moved, merged or withdrawn; ``titles`` are those of pages."""
    address = redirect.from_
    section, title = f"{address.partition('/')[0]}/", gone_title(words, redirect, redirect.heading)
    above = ((titles[section], section),) if section in titles else ()
    crumbs = (*above, (title, address))
    return Page(
        address=address,
        kind="page",
        id=address.rstrip("/"),
        title=title,
        label="",
        description=redirect.why,
        crumbs=crumbs,
        goes_to=redirect.to or "",
    )


def title_of(record: Record) -> str:
    """The title of the page of a record."""
    return shortened(record.text, LONGEST_TITLE) if isinstance(record, Claim) else record.heading


def label_of(corpus: Corpus, record: Record) -> str:
    """What sort of record it is, in a word or two."""
    if isinstance(record, Actor):
        return corpus.types.actors[record.type].one
    if isinstance(record, Claim):
        return _claim_of(corpus, record.id, record.source)
    return corpus.words.say(f"kind.{record.kind_of_record}")


def _claim_of(corpus: Corpus, key: str, source: str) -> str:
    return corpus.words.say("page.claim_of", number=key.rpartition("-c")[2], source=corpus.source(source).label)


def description_of(corpus: Corpus, record: Record, plain: Callable[[str], str]) -> str:
    """One or two plain sentences for search engines and previews."""
    if isinstance(record, Claim):
        return shortened(f"{corpus.source(record.source).label}: {record.text}", LONGEST_DESCRIPTION)
    if isinstance(record, Question):
        labels = "; ".join(plain(position.label) for position in record.positions)
        return shortened(f"{record.title} {labels}.", LONGEST_DESCRIPTION)
    text = next((words for _, words in record.prose()), "")
    return shortened(plain(text) or record.heading, LONGEST_DESCRIPTION)
