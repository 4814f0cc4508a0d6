"""``llms.txt``: what the site is and where its texts are, in the form of llmstxt.org; and what is in its whole text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dossier.corpus.corpus import Corpus
from dossier.editions.site_info import SiteInfo
from dossier.model.addresses import SEARCH, document_url, url_for
from dossier.model.licence import ARTICLES, DATA_LICENCE
from dossier.model.records import Actor, Event, Place, Question, Source
from dossier.model.words import Words
from dossier.pages.context import Context
from dossier.pages.head import RECORD_JSON
from dossier.pages.markdown import MARKDOWN, escaped
from dossier.pages.page import LONGEST_DESCRIPTION
from dossier.pages.registry import PAGES, PageInput
from dossier.reading.markdown_file import Document
from dossier.text.marked_text import shortened, unformatted

INDEX, WHOLE = "llms.txt", "llms-full.txt"
# The form knows it by this word.
OPTIONAL = "Optional"
ARTICLE = "sources/"


@dataclass(frozen=True, slots=True)
class TextLink:
    """A text of the site: its address from the root, its title, and what it is for, or empty."""

    address: str
    title: str
    what_for: str = ""

    @property
    def to_page(self) -> TextLink:
        """The same to the page itself, for a site without Markdown."""
        return replace(self, address=self.address.removesuffix(MARKDOWN))


@dataclass(frozen=True, slots=True)
class TextSection:
    """Texts of one sort under a heading; what a hurried reader may leave out stands under “Optional”."""

    title: str
    links: tuple[TextLink, ...]


def text_index(given: PageInput) -> str:
    """The text of ``llms.txt``."""
    info = given.info
    parts = [f"# {escaped(info.name)}"]
    if info.description:
        parts.append(f"> {escaped(info.description)}")
    parts += _preface(info)
    root = info.cited("")
    for section in text_sections(given):
        lines = (_line(root, link if info.markdown else link.to_page) for link in section.links)
        parts.append("\n".join([f"## {section.title}", "", *lines]))
    return "\n\n".join(parts) + "\n"


def _line(root: str, link: TextLink) -> str:
    what_for = f": {escaped(link.what_for)}" if link.what_for else ""
    return f"- [{escaped(link.title)}]({root}{link.address}){what_for}"


def _preface(info: SiteInfo) -> Iterator[str]:
    """How the texts are to be read and cited."""
    edition, say = info.edition, info.words.say
    if edition.name:
        yield say("text_index.edition", edition=edition.name, date=edition.date)
    else:
        yield say("text_index.not_an_edition")
    yield say("text_index.how_to_read")
    standings = ", ".join(word.lower() for word in info.words.under("standings").values())
    yield say("text_index.standings", standings=standings)
    if info.markdown:
        yield say("text_index.markdown", file=f"`{MARKDOWN}`")
    yield say("text_index.record", file=f"`{RECORD_JSON}`")
    yield say("text_index.licence", licence=f"{DATA_LICENCE.name} ({DATA_LICENCE.url})", articles=ARTICLES)


def text_sections(given: PageInput) -> tuple[TextSection, ...]:
    """All sections that hold something."""
    context, corpus, say = given.context, given.corpus, given.words.say
    sections = (
        TextSection(say("text_index.essays"), tuple(_prose(context, one) for one in corpus.documents if one.is_essay)),
        TextSection(say("text_index.questions"), tuple(_question(corpus.words, one) for one in corpus.of(Question))),
        TextSection(say("text_index.articles"), tuple(_articles(corpus))),
        TextSection(say("text_index.lists"), tuple(_overviews(given))),
        TextSection(say("text_index.one_file"), tuple(_files(given))),
        TextSection(OPTIONAL, tuple(_prose(context, one) for one in corpus.documents if _is_about(one))),
    )
    return tuple(one for one in sections if one.links)


def whole_text_addresses(corpus: Corpus) -> list[str]:
    """The pages that make up the whole text: together they hold every statement and every claim."""
    prose = [document_url(one) for one in corpus.documents if one.is_essay]
    return [*prose, *(url_for(one) for kind in (Question, Source, Event, Actor, Place) for one in corpus.of(kind))]


def _is_about(document: Document) -> bool:
    return not document.is_essay and not document.name.startswith(ARTICLE)


def _prose(context: Context, document: Document) -> TextLink:
    first = next((block.text for block in document.blocks if block.level == 0), "")
    what_for = shortened(context.plain(unformatted(first)), LONGEST_DESCRIPTION)
    return TextLink(f"{document_url(document)}{MARKDOWN}", document.title, what_for)


def _question(words: Words, question: Question) -> TextLink:
    return TextLink(
        f"{url_for(question)}{MARKDOWN}", question.title, words.counted("position", len(question.positions))
    )


def _articles(corpus: Corpus) -> Iterator[TextLink]:
    for source in corpus.of(Source):
        claims = corpus.words.counted("claim", len(corpus.claims_of(source.id)))
        yield TextLink(
            f"{url_for(source)}{MARKDOWN}",
            source.title,
            corpus.words.say("text_index.article", source=source.label, claims=claims),
        )


def _overviews(given: PageInput) -> Iterator[TextLink]:
    for page in PAGES:
        if page.address != SEARCH:
            yield TextLink(f"{page.address}{MARKDOWN}", page.title(given.words), page.describe(given))


def _files(given: PageInput) -> Iterator[TextLink]:
    if given.info.markdown:
        yield TextLink(WHOLE, given.words.say("text_index.whole"), given.words.say("text_index.whole_holds"))
    for download in given.downloads:
        if download.group == "whole":
            yield TextLink(f"data/{download.name}", download.title, download.what_for)
