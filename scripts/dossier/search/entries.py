"""What a reader can search for, and the index that Pagefind makes of it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from dossier.corpus.corpus import Corpus
from dossier.model.addresses import SEARCH, document_url, paragraph_url, redirect_url, url_for
from dossier.model.records import Claim, Named, Question, Record, Source
from dossier.model.vocabulary import KINDS
from dossier.pages.page import former_heading
from dossier.pages.redirect import pair_pages
from dossier.pages.registry import PAGES
from dossier.pages.templating import templates
from dossier.reading.markdown_file import Document, pieces
from dossier.search.answers import answer_parts
from dossier.search.name_index import dictionary, former_titles, rules
from dossier.search.topics import all_topics, topics_file
from dossier.text.marked_text import unformatted

FOLDER = "pagefind"
# How much words of the title and of the text of each kind weigh. Pages that set all answers side by side come first.
WEIGHTS = {
    "Question": (8, 4),
    "Event": (7, 4),
    "Actor": (7, 2),
    "Place": (7, 2),
    "Source": (7, 2),
    "Page": (6, 2),
    "Claim": (4, 1),
    "Paragraph": (1, 2),
    "Full text": (1, 1),
}
UNUSED = ("pagefind-worker.", "pagefind-ui.", "pagefind-modular-ui.", "pagefind-component-ui.", "pagefind-highlight.")


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """One thing that can be found: a record, a paragraph of an article, or a section of a page of prose.

    ``kind`` is a key of ``WEIGHTS``, ``date`` the EDTF date of the ``source`` (its label), ``names`` are other names,
    ``claims`` the words of claims that its page shows.
    """

    address: str
    kind: str
    title: str
    text: str
    source: str = ""
    date: str = ""
    names: str = ""
    claims: str = ""


def entries(corpus: Corpus) -> Iterator[SearchEntry]:
    """Everything that can be found, records first."""
    for record in corpus.records.values():
        if isinstance(record, Claim):
            yield _claim(corpus, record)
        else:
            kind, text = KINDS[record.kind_of_record][0], corpus.plain(_words(record))
            names, claims = _names(corpus, record), _claims_on(corpus, record)
            yield SearchEntry(url_for(record), kind, record.heading, text, names=names, claims=claims)
    for gone in corpus.redirects.values():
        if gone.to is None:
            title = corpus.words.say("search.withdrawn", heading=former_heading(corpus, gone))
            names = gone.id.replace("-", " ")
            yield SearchEntry(redirect_url(gone), "Page", title, sentences([gone.why]), names=names)
    for document in corpus.documents:
        if document.name.startswith("sources/"):
            yield from _paragraphs(corpus, document)
        else:
            yield from _sections(corpus, document)
    yield from _site_pages(corpus)


def _site_pages(corpus: Corpus) -> Iterator[SearchEntry]:
    """The pages that are those of no record, where they say how people ask for them, and those of two sources."""
    for page in PAGES:
        if page.asked_as:
            yield SearchEntry(page.address, "Page", page.title(corpus.words), sentences(page.asked_as))
    for pair in pair_pages(corpus):
        yield SearchEntry(pair.address, "Page", pair.title, pair.description)


def _claim(corpus: Corpus, claim: Claim) -> SearchEntry:
    source = corpus.source(claim.source)
    speaker = corpus.actor(claim.said_by).heading if claim.said_by else ""
    names = " ".join(corpus.records[key].heading for key in claim.about)
    date = str(source.issued) if source.issued else ""
    return SearchEntry(
        url_for(claim), "Claim", claim.text, f"{speaker}. {names}." if speaker else f"{names}.", source.label, date
    )


def _claims_on(corpus: Corpus, record: Record) -> str:
    """The claims that the page of a question sets side by side."""
    if not isinstance(record, Question):
        return ""
    return " ".join(claim.text for taken in corpus.positions(record) for claim in taken.claims)


def _names(corpus: Corpus, record: Record) -> str:
    """The names of a record besides its heading, and of those that it took the place of."""
    own = [name.text for name in record.names] if isinstance(record, Named) else []
    all_names = dict.fromkeys([*own, *former_titles(corpus, record.id)])
    return ". ".join(name for name in all_names if name != record.heading)


def _words(record: Record) -> str:
    """What a record says besides its heading."""
    own = [text for _, text in record.prose()]
    return sentences([record.label, *own] if isinstance(record, Source) else own)


def sentences(texts: Iterable[str]) -> str:
    """Texts one after the other, each with a stop at its end."""
    return " ".join(text if text.endswith((".", "?", "!", "”", "’")) else f"{text}." for text in texts if text)


def _paragraphs(corpus: Corpus, document: Document) -> Iterator[SearchEntry]:
    source = corpus.source(document.name.removeprefix("sources/"))
    date = str(source.issued) if source.issued else ""
    for number, block in document.paragraphs.items():
        address, title = (
            paragraph_url(source.id, number),
            corpus.words.say("search.paragraph_of", source=source.label, number=str(number)),
        )
        yield SearchEntry(address, "Paragraph", title, corpus.plain(unformatted(block.text)), source.label, date)
    for number, text in enumerate(corpus.full_texts.get(source.id, ()), 1):
        address, title = (
            paragraph_url(source.id, number),
            corpus.words.say("search.full_text_of", source=source.label, number=str(number)),
        )
        yield SearchEntry(address, "Full text", title, text, source.label, date)


def _sections(corpus: Corpus, document: Document) -> Iterator[SearchEntry]:
    address, title, texts = document_url(document), document.title, list[str]()
    for block in document.blocks:
        words = corpus.plain(" ".join(pieces(block)))
        if block.level == 2:
            yield from _section(address, title, texts)
            address, title, texts = f"{document_url(document)}#{block.id}", words, []
        else:
            texts.append(words)
    yield from _section(address, title, texts)


def _section(address: str, title: str, texts: list[str]) -> Iterator[SearchEntry]:
    if texts:
        yield SearchEntry(address, "Page", title, " ".join(texts))


def write_index(site: Path, corpus: Corpus) -> int:
    """Writes the index into the site, and returns how many entries it holds. Raises ``CalledProcessError``."""
    printer = templates()
    found = list(entries(corpus))
    letters = dictionary(corpus, (f"{one.title}\n{one.text}\n{one.claims}" for one in found))
    _write(site / SEARCH / "topics.json", topics_file(corpus, all_topics(corpus)))
    for question in corpus.of(Question):
        if parts := answer_parts(corpus, question):
            _write(site / SEARCH / "answers" / f"{question.id}.json", parts)
    _write(site / SEARCH / "rules.json", rules(corpus, letters, len(found)))
    for letter, known in letters.items():
        _write(site / SEARCH / "letters" / f"{letter}.json", known)
    with TemporaryDirectory(prefix="dossier-search-") as name:
        folder = Path(name)
        for entry in found:
            path = folder / _place(entry)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(printer.render("search-entry.html", "", entry=entry, weights=WEIGHTS[entry.kind]), "utf-8")
        run_pagefind(folder, site / FOLDER)
    for path in (site / FOLDER).iterdir():
        if path.name.startswith(UNUSED):
            path.unlink()
    return len(found)


def _place(entry: SearchEntry) -> str:
    """The file that is indexed for an entry: its address follows from it, which spares the index a field."""
    page, _, fragment = entry.address.partition("#")
    name = f"{fragment}.full" if entry.kind == "Full text" else fragment or "index"
    return f"{page}{name}.html"


def _write(path: Path, value: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")), "utf-8")


def run_pagefind(pages: Path, target: Path) -> None:
    """Has Pagefind index a folder of pages. Raises ``CalledProcessError``."""
    # As a program of its own: its service answers before the last files are written, and may be ended before they are.
    command = [sys.executable, "-m", "pagefind", "--site", str(pages), "--output-path", str(target), "--quiet"]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603  our own folder and a program of the lock
