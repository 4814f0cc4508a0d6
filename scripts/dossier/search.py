"""What a reader can search for, and the index that Pagefind makes of it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from markdown.extensions.toc import slugify, unique
from pagefind.index import PagefindIndex

from dossier.addresses import SEARCH, document_url, paragraph_url, url_for
from dossier.corpus import Corpus
from dossier.lookup import names_index, word_counts
from dossier.markup import without_marks
from dossier.pages import environment
from dossier.prose import Block, Document
from dossier.records import Claim, Named, Record, Source
from dossier.views import pieces, unformatted
from dossier.vocabulary import KINDS

FOLDER = "pagefind"
UNUSED = ("pagefind-ui.", "pagefind-modular-ui.", "pagefind-component-ui.", "pagefind-highlight.")
_Plain = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be found: a record, a paragraph of an article, or a section of a page of prose."""

    address: str
    kind: str
    title: str
    text: str
    source: str = ""
    date: str = ""

    @property
    def year(self) -> str:
        """The year of the date, with none of the marks of doubt."""
        return self.date[:4]


def entries(corpus: Corpus) -> Iterator[Entry]:
    """Everything that can be found, records first."""

    def plain(text: str) -> str:
        return without_marks(text, corpus.name_of)

    for record in corpus.records.values():
        if isinstance(record, Claim):
            yield _claim(corpus, record)
        else:
            yield Entry(url_for(record), KINDS[record.kind_of_record][0], record.heading, plain(_words(record)))
    for document in corpus.documents:
        if document.name.startswith("sources/"):
            yield from _paragraphs(corpus, document, plain)
        else:
            yield from _sections(document, plain)


def _claim(corpus: Corpus, claim: Claim) -> Entry:
    source = corpus.source(claim.source)
    speaker = corpus.actor(claim.said_by).heading if claim.said_by else ""
    names = " ".join(corpus.records[key].heading for key in claim.about)
    date = str(source.issued) if source.issued else ""
    return Entry(
        url_for(claim), "Claim", claim.text, f"{speaker}. {names}." if speaker else f"{names}.", source.label, date
    )


def _words(record: Record) -> str:
    own = [text for _, text in record.prose()]
    if isinstance(record, Named):
        return ". ".join([*(name.text for name in record.names), *own])
    if isinstance(record, Source):
        return ". ".join([record.title, record.label, *own])
    return ". ".join([record.heading, *own])


def _paragraphs(corpus: Corpus, document: Document, plain: _Plain) -> Iterator[Entry]:
    source = corpus.source(document.name.removeprefix("sources/"))
    date = str(source.issued) if source.issued else ""
    for number, block in document.paragraphs.items():
        address, title = paragraph_url(source.id, number), f"{source.label}, paragraph {number}"
        yield Entry(address, "Paragraph", title, plain(unformatted(block.text)), source.label, date)
    for number, text in enumerate(corpus.full_texts.get(source.id, ()), 1):
        address, title = paragraph_url(source.id, number), f"{source.label}, paragraph {number}, full text"
        yield Entry(address, "Full text", title, text, source.label, date)


def _sections(document: Document, plain: _Plain) -> Iterator[Entry]:
    address, title, texts, taken = document_url(document), document.title, list[str](), set[str]()
    for block in document.blocks:
        words = plain(" ".join(pieces(block)))
        fragment = _fragment(block, taken) if block.level > 0 else ""
        if block.level == 2:
            yield from _section(address, title, texts)
            address, title, texts = f"{document_url(document)}#{fragment}", words, []
        else:
            texts.append(words)
    yield from _section(address, title, texts)


def _fragment(heading: Block, taken: set[str]) -> str:
    """The id that Python-Markdown's ``toc`` gives a heading, in which a link without words has none yet."""
    return unique(slugify(unformatted(without_marks(heading.text, lambda _key: "")), "-"), taken)


def _section(address: str, title: str, texts: list[str]) -> Iterator[Entry]:
    if texts:
        yield Entry(address, "Page", title, " ".join(texts))


def write_index(site: Path, corpus: Corpus) -> int:
    """Writes the index into the site; how many entries it holds."""
    template = environment().get_template("search-entry.html")
    found = list(entries(corpus))
    _write(site / SEARCH / "names.json", names_index(corpus))
    _write(site / SEARCH / "words.json", word_counts(f"{one.title}\n{one.text}" for one in found))
    with TemporaryDirectory(prefix="dossier-search-") as name:
        folder = Path(name)
        for number, entry in enumerate(found, 1):
            (folder / f"{number:06}.html").write_text(template.render(entry=entry), "utf-8")
        asyncio.run(_index(folder, site / FOLDER))
    return len(found)


def _write(path: Path, value: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")), "utf-8")


async def _index(entries_folder: Path, target: Path) -> None:
    # One call for all: the service answers at most ten times a second, so a call for each entry would take minutes.
    async with PagefindIndex(config={"output_path": str(target)}) as index:
        await index.add_directory(str(entries_folder))
    for path in target.iterdir():
        if path.name.startswith(UNUSED):
            path.unlink()
