"""What a reader copies to cite a page or a paragraph: the page itself, and the publications that it rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from markupsafe import Markup

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
from dossier.citations.moulds import Mould, mould_of
from dossier.citations.processor import Styled, processed, styled
from dossier.citations.ris import ris
from dossier.corpus.corpus import Corpus
from dossier.editions.site_info import SiteInfo
from dossier.editions.state import Edition
from dossier.model.records import Claim, Event, Question, Record, Source

STYLE_NAMES = {"apa": "APA", "chicago": "Chicago", "mla": "MLA"}
Write = Callable[[Sequence[Item]], str]
FILES: dict[str, tuple[str, str, str, Write]] = {
    "bibtex": ("BibTeX", ".bib", "application/x-bibtex", bibtex),
    "ris": ("RIS", ".ris", "application/x-research-info-systems", ris),
    "csl-json": ("CSL-JSON", ".json", "application/vnd.citationstyles.csl+json", csl_json),
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
    """One way to write a citation. ``is_code`` tells whether line breaks count; ``in_text`` is what stands in the text
    where paragraphs are cited.
    """

    key: str
    label: str
    text: Markup | str
    suffix: str
    type: str
    is_code: bool = False
    in_text: Markup = field(default_factory=Markup)


@dataclass(frozen=True, slots=True)
class Part:
    """What is cited, in every form. ``name`` is that of a file which holds it."""

    title: str
    note: str
    name: str
    forms: tuple[Form, ...]


@dataclass
class Citer:
    """Makes citations, each mould once: it keeps them from one build to the next where the same citer builds again."""

    made: dict[str, dict[str, Styled]] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)

    def prepare(self, cited: Iterable[Cited]) -> None:
        """Has the processor make all of these at once. Raises ``CalledProcessError``."""
        self._make(map(mould_of, cited))

    def _make(self, moulds: Iterable[Mould]) -> None:
        missing = {mould.cited.key: mould.cited for mould in moulds if mould.cited.key not in self.made}
        self.made.update(zip(missing, processed(list(missing.values())), strict=True))

    def styled(self, mould: Mould) -> dict[str, Styled]:
        """A citation that was prepared, in every style."""
        return styled(self.made[mould.cited.key], mould)

    def part(self, title: str, name: str, cited: Sequence[Cited], *, note: str = "", link: str = "") -> Part:
        """These in every form, one below the other."""
        moulds = [mould_of(one) for one in cited]
        self._make(moulds)
        found = [self.styled(mould) for mould in moulds]
        styles = tuple(_styled(style, label, [one[style] for one in found]) for style, label in STYLE_NAMES.items())
        files = tuple(
            Form(key, label, self.file(key, moulds), suffix, media_type, is_code=True)
            for key, (label, suffix, media_type, _) in FILES.items()
        )
        links = (Form("link", "Link", link, ".txt", "text/plain"),) if link else ()
        return Part(title, note, name, (*styles, *files, *links))

    def file(self, key: str, moulds: Sequence[Mould]) -> str:
        """The text of a file of these items, made of the files of the single ones, each of which is written once."""
        return JOINED[key]([self._own(key, mould) for mould in moulds])

    def _own(self, key: str, mould: Mould) -> str:
        if mould.own.paragraphs:
            return self._single(key, mould.own)
        return mould.filled(self._single(key, mould.cited))

    def _single(self, key: str, cited: Cited) -> str:
        known = key + cited.key
        if known not in self.files:
            self.files[known] = FILES[key][3]([noted(cited)]).strip()
        return self.files[known]


def _styled(style: str, label: str, found: Sequence[Styled]) -> Form:
    entries = Markup("<br>\n").join(one.entry for one in found)
    in_text = Markup("; ").join(one.in_text for one in found if one.in_text)
    return Form(style, label, entries, ".txt", "text/plain", in_text=in_text)


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


@cache
def publication(source: Source) -> Cited:
    """The original publication as what is cited; made once, for it stands behind many pages."""
    return Cited(source_item(source))


def parts_of(citer: Citer, item: Item, behind: Sequence[Cited], info: SiteInfo) -> tuple[Part, ...]:
    """A page, and the publications that it rests on."""
    page = citer.part("This page", item["id"], [Cited(item)], note=_note(info.edition), link=item.get("URL", ""))
    return (page, _articles(citer, f"{item['id']}-articles", behind)) if behind else (page,)


def paragraph_parts(citer: Citer, source: Source, number: int, info: SiteInfo) -> tuple[Part, ...]:
    """A paragraph of a restated article, and the same paragraph of the article itself."""
    item = paragraph_item(source, number, info)
    behind = with_locator(publication(source).item, [number])
    page = citer.part("This paragraph", item["id"], [Cited(item)], note=_note(info.edition), link=item.get("URL", ""))
    return page, _articles(citer, f"{source.id}-p{number}", [behind])


def _articles(citer: Citer, name: str, behind: Sequence[Cited]) -> Part:
    if len(behind) > 1:
        return citer.part("The articles that it rests on", name, behind)
    (one,) = behind
    title = "The article, with the paragraph" if one.paragraphs else "The article"
    return citer.part(title, name, behind, link=one.item.get("URL", ""))


def _note(edition: Edition) -> str:
    if edition.name:
        return f"Edition {edition.name}, {edition.date}. What stands at this address will not change."
    return "This is not a published edition: what stands here can still change."
