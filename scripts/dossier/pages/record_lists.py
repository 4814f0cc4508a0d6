"""The long lists of a record: where its page leads to them, and the pages of their own on which they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from dossier.corpus.evidence import stands_alone
from dossier.corpus.themes import THEMELESS, LongList, is_long, long_lists, themes
from dossier.model.addresses import document_url, list_url
from dossier.model.records import Claim, Question, Record
from dossier.model.words import Words
from dossier.pages.claims import ClaimView
from dossier.pages.context import Context
from dossier.pages.links import PageLink, RecordLink
from dossier.pages.sections import Mentions, QuestionRow, counted_in_sources, mentions_in, question_rows
from dossier.pages.templating import safe_address


@dataclass(frozen=True, slots=True)
class ListLink:
    """A link to a long list, with how many claims or paragraphs it holds, in words."""

    id: str
    address: Markup
    title: str
    counted: str


@dataclass(frozen=True, slots=True)
class Theme:
    """What there is on a theme: the topic page, the claims about the record, and the questions about it.

    ``id`` and ``essay`` are empty for questions of no theme.
    """

    id: str
    title: str
    essay: PageLink | None
    claims: ListLink | None
    questions: tuple[QuestionRow, ...]


@dataclass(frozen=True, slots=True)
class Lists:
    """The long lists of a record: its claims and the questions about it by theme, and the lists of no theme.

    ``counted`` says how many claims there are in all; it is empty, and there are no ``themes``, where these are few.
    """

    counted: str
    themes: tuple[Theme, ...]
    others: tuple[ListLink, ...]


def lists_of(context: Context, record: Record) -> Lists | None:
    """The long lists of a record; ``None`` where it has none."""
    found = long_lists(context.corpus, record, context.themes)
    if not found:
        return None
    links = {one.id: _link(context.words, record, one) for one in found}
    claims = context.corpus.claims_about(record.id)
    by_theme = is_long(claims)
    words = context.words
    sources = words.counted("source", len(context.corpus.sources_of(claims)))
    said = words.say("record_lists.counted", claims=words.counted("claim", len(claims)), sources=sources)
    return Lists(
        said if by_theme else "",
        tuple(_themes(context, record, links)) if by_theme else (),
        tuple(links[key] for key in THEMELESS if key in links),
    )


def has_list(lists: Lists | None, key: str) -> bool:
    """Whether the list of no theme is one of the long ones."""
    return lists is not None and any(one.id == key for one in lists.others)


def _link(words: Words, record: Record, one: LongList) -> ListLink:
    number = words.counted("claim", len(one.claims)) if one.claims else words.counted("paragraph", len(one.mentions))
    return ListLink(one.id, safe_address(list_url(record, one.id)), one.title, number)


def _themes(context: Context, record: Record, links: dict[str, ListLink]) -> Iterator[Theme]:
    known = themes(context.corpus)
    questions = context.corpus.referring(record.id, "about", Question)
    for key, title in known.items():
        own = question_rows(context, (one for one in questions if one.theme == key))
        if own or key in links:
            yield Theme(key, title, _essay(context, key), links.get(key), own)
    rest = question_rows(context, (one for one in questions if one.theme not in known))
    if rest:
        yield Theme("", context.words.say("lists.other_questions"), None, None, rest)


def _essay(context: Context, theme: str) -> PageLink:
    document = context.corpus.indexes.documents[theme]
    return PageLink(safe_address(document_url(document)), document.title)


@dataclass(frozen=True, slots=True)
class ListedClaim:
    """A claim, and whether one of an independent source supports it or takes the same position."""

    claim: ClaimView
    is_shared: bool


@dataclass(frozen=True, slots=True)
class ListedSource:
    """The claims of one source in reading order."""

    source: RecordLink
    claims: tuple[ListedClaim, ...]


@dataclass(frozen=True, slots=True)
class ListPage:
    """A long list on a page of its own, with the other lists of the record; it holds claims by source, or mentions.

    ``essay`` and ``questions`` are those of its theme.
    """

    eyebrow: str
    record: RecordLink
    title: str
    id: str
    counted: str
    lists: tuple[ListLink, ...]
    essay: PageLink | None
    questions: tuple[QuestionRow, ...]
    groups: tuple[ListedSource, ...]
    mentions: Mentions | None


def list_page(context: Context, record: Record, one: LongList) -> ListPage:
    """The view of the page of a long list."""
    corpus = context.corpus
    is_theme = one.id not in THEMELESS
    questions = (each for each in corpus.referring(record.id, "about", Question) if each.theme == one.id)
    mentions = mentions_in(context, record.id, one.mentions) if one.mentions else None
    return ListPage(
        eyebrow=context.words.say(f"record_list.{'claims_by_theme' if one.claims else 'mentions'}"),
        record=context.links[record.id],
        title=one.title,
        id=one.id,
        counted=counted_in_sources(corpus, list(one.claims)) if one.claims else (mentions.counted if mentions else ""),
        lists=tuple(_link(context.words, record, each) for each in long_lists(corpus, record, context.themes)),
        essay=_essay(context, one.id) if is_theme else None,
        questions=question_rows(context, questions) if is_theme else (),
        groups=tuple(_by_source(context, one.claims)),
        mentions=mentions,
    )


def _by_source(context: Context, claims: Iterable[Claim]) -> Iterator[ListedSource]:
    listed: Callable[[Claim], ListedClaim] = lambda claim: ListedClaim(  # noqa: E731
        context.claims[claim.id], not stands_alone(context.corpus, claim)
    )
    for source, own in groupby(claims, key=lambda claim: claim.source):
        yield ListedSource(context.sources[source], tuple(map(listed, own)))
