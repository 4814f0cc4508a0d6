"""What a reader copies to cite a page or a paragraph: the page itself, and the publications that it rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from dossier.citations.bibtex import bibtex
from dossier.citations.csl_json import (
    Cited,
    Item,
    csl_json,
    noted,
    paragraph_item,
    source_item,
    with_locator,
)
from dossier.citations.in_text import NOTES, at_paragraphs
from dossier.citations.own_pages import can_be_written, own_page
from dossier.citations.processor import Styled, processed
from dossier.citations.ris import ris
from dossier.corpus.corpus import Corpus
from dossier.editions.site_info import SiteInfo
from dossier.editions.state import Edition
from dossier.model.records import Claim, Event, Question, Record, Source
from dossier.model.words import Words

STYLE_NAMES = {"apa": "APA", "chicago": "cite.chicago", "chicago-notes": "cite.chicago-notes", "mla": "MLA"}
Write = Callable[[Sequence[Item]], str]
FILES: dict[str, tuple[str, str, Write]] = {
    "bibtex": ("BibTeX", "application/x-bibtex", bibtex),
    "ris": ("RIS", "application/x-research-info-systems", ris),
    "csl-json": ("CSL-JSON", "application/vnd.citationstyles.csl+json", csl_json),
}


def _joined_json(texts: Sequence[str]) -> str:
    return "[" + ",".join(text[1:-2] for text in texts) + "\n]"


# How files of single items make one of several, as the writers would.
JOINED: dict[str, Callable[[Sequence[str]], str]] = {
    "bibtex": "\n\n\n".join,
    "ris": " \n\n".join,
    "csl-json": _joined_json,
}


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a citation. ``is_code`` tells whether line breaks count.

    ``in_text`` is what stands in the text where paragraphs are cited, or the note in a style with notes, which
    ``in_text_label`` says.
    """

    key: str
    label: str
    text: Markup | str
    is_code: bool = False
    in_text: Markup = field(default_factory=Markup)
    in_text_label: str = ""

    @property
    def html(self) -> Markup:
        """The text as a page prints it."""
        return escape(self.text)


@dataclass(frozen=True, slots=True)
class Part:
    """What is cited, in every form. ``name`` is that of a file which holds it."""

    title: str
    note: str
    name: str
    forms: tuple[Form, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """A citation in every style, and in the files, of an item as it was."""

    item: Item
    styled: Mapping[str, Styled]
    files: Mapping[str, str]


@dataclass
class Citer:
    """Makes citations, and keeps those of publications: they stand behind many pages, and in the next build too.

    ``processed`` holds what the processor made, by the key of the item, with the item: one that changed is made again.
    ``written`` holds the publications that a page named, by their key and paragraphs.
    """

    processed: dict[str, tuple[Item, Mapping[str, Styled]]] = field(default_factory=dict)
    written: dict[tuple[str, tuple[int, ...]], Written] = field(default_factory=dict)

    def prepare(self, cited: Iterable[Cited]) -> None:
        """Has the processor make all that it has to make of these at once. Raises ``CalledProcessError``."""
        items = {one.item["id"]: one.item for one in cited if not can_be_written(one.item)}
        missing = [item for item in items.values() if self._known(item) is None]
        for item, styled in zip(missing, processed([Cited(item) for item in missing]), strict=True):
            self.processed[item["id"]] = item, styled

    def _known(self, item: Item) -> Mapping[str, Styled] | None:
        made_of, styled = self.processed.get(item["id"], (None, None))
        return styled if made_of == item else None

    def styled(self, item: Item, *, in_text: bool) -> Mapping[str, Styled]:
        """An item in every style, cited as a whole; what stands in the text may be left out."""
        styled = own_page(item, in_text=in_text) or self._known(item)
        if styled is None:
            self.prepare([Cited(item)])
            return self.processed[item["id"]][1]
        return styled

    def publication(self, cited: Cited) -> Written:
        """A publication in every form, written once."""
        key = cited.item["id"], cited.paragraphs
        known = self.written.get(key)
        if known is None or known.item != cited.item:
            known = self.written[key] = self.page(cited)
        return known

    def page(self, cited: Cited) -> Written:
        """A page in every form; it is not kept, for nothing else cites it."""
        styled = at_paragraphs(cited.item, self.styled(cited.item, in_text=bool(cited.paragraphs)), cited.paragraphs)
        item = noted(cited)
        return Written(cited.item, styled, {key: write([item]).strip() for key, (_, _, write) in FILES.items()})

    def part(self, words: Words, title: str, name: str, cited: Sequence[Cited], *, link: str = "") -> Part:
        """Publications in every form, one below the other."""
        return _part(words, title, name, [self.publication(one) for one in cited], link=link)


def _part(words: Words, title: str, name: str, found: Sequence[Written], *, note: str = "", link: str = "") -> Part:
    styles = (
        _styled(words, style, words.say(label) if "." in label else label, [one.styled[style] for one in found])
        for style, label in STYLE_NAMES.items()
    )
    files = (
        Form(key, label, JOINED[key]([one.files[key] for one in found]), is_code=True)
        for key, (label, _, _) in FILES.items()
    )
    links = (Form("link", words.say("cite.link"), link),) if link else ()
    return Part(title, note, name, (*styles, *files, *links))


def _page(citer: Citer, title: str, item: Item, info: SiteInfo) -> Part:
    found = [citer.page(Cited(item))]
    return _part(info.words, title, item["id"], found, note=_note(info.words, info.edition), link=item.get("URL", ""))


def _styled(words: Words, style: str, label: str, found: Sequence[Styled]) -> Form:
    """Publications in a style. Where the style has notes, several have none here: each has its own."""
    entries = Markup("<br>\n").join(one.entry for one in found)
    if style not in NOTES:
        return Form(
            style,
            label,
            entries,
            in_text=Markup("; ").join(one.in_text for one in found if one.in_text),
            in_text_label=words.say("cite.in_the_text"),
        )
    note = found[0].in_text if len(found) == 1 else Markup()
    return Form(style, label, entries, in_text=note, in_text_label=words.say("cite.as_note"))


def rests_on(corpus: Corpus, record: Record) -> list[Cited]:
    """The publications behind the page of a record; a claim's with its paragraphs."""
    match record:
        case Source():
            return [publication(record)]
        case Claim():
            return [with_locator(publication(corpus.source(record.source)).item, record.paragraphs)]
        case Question():
            return cited_sources(corpus, (claim for taken in corpus.positions(record) for claim in taken.claims))
        case Event():
            return cited_sources(corpus, map(corpus.claim, record.claims))
        case _:
            return cited_sources(corpus, corpus.claims_about(record.id))


def cited_sources(corpus: Corpus, claims: Iterable[Claim]) -> list[Cited]:
    """The publications in which the claims stand, each once, oldest first."""
    return [publication(source) for source in corpus.sources_of(claims)]


def publication(source: Source) -> Cited:
    """The original publication, cited as a whole."""
    return Cited(source_item(source))


def parts_of(citer: Citer, item: Item, behind: Sequence[Cited], info: SiteInfo) -> tuple[Part, ...]:
    """The publications that a page rests on, and the page: what is cited of the sources is theirs first."""
    page = _page(citer, info.words.say("cite.this_page"), item, info)
    return (_articles(info.words, citer, f"{item['id']}-articles", behind), page) if behind else (page,)


def paragraph_parts(citer: Citer, source: Source, number: int, info: SiteInfo) -> tuple[Part, ...]:
    """A paragraph of an article, and the same paragraph restated here."""
    item = paragraph_item(source, number, info)
    behind = with_locator(publication(source).item, [number])
    page = _page(citer, info.words.say("cite.this_paragraph"), item, info)
    return _articles(info.words, citer, f"{source.id}-p{number}", [behind]), page


def _articles(words: Words, citer: Citer, name: str, behind: Sequence[Cited]) -> Part:
    if len(behind) > 1:
        return citer.part(words, words.say("cite.articles"), name, behind)
    (one,) = behind
    title = words.say("cite.article_with_paragraph" if one.paragraphs else "cite.article")
    return citer.part(words, title, name, behind, link=one.item.get("URL", ""))


def _note(words: Words, edition: Edition) -> str:
    if edition.name:
        return words.say("cite.edition_note", edition=edition.name, date=edition.date)
    return words.say("cite.no_edition_note")
