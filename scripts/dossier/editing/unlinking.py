"""Links in prose to what is withdrawn, which become plain words, and citations of it, which need another sentence."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from dossier.corpus.corpus import Corpus
from dossier.editing.draft import Draft
from dossier.editing.leaving_out import Gone
from dossier.editing.page_links import CONFIGURATION, DOCS, FILE_LINK
from dossier.editing.references import Place, places
from dossier.editing.replacing import put_text, source_text
from dossier.editing.spans import Replacement, Span, spliced
from dossier.model.records import Claim, Record, Source
from dossier.problems import Lines, Problem
from dossier.reading.markdown_file import pieces, sentences
from dossier.text.marked_text import shortened
from dossier.text.marks import MARK, without_marks

SHOWN = 120
CITED, LINKED = "cites-it", "links-it"


def unlink(draft: Draft, corpus: Corpus, gone: Gone, *, allowed: bool) -> tuple[list[Problem], list[str]]:
    """Takes links to what goes out of all prose where that is ``allowed``, their words stay; tells in which lines.

    The problems are citations, links where they are not allowed to go, and pages and menus that name an article's file.
    """
    problems: list[Problem] = []
    changed: dict[str, list[Replacement]] = defaultdict(list)
    said, files = _Sentences(corpus), set(_files(corpus, gone))
    for place in places(corpus, lambda file: source_text(draft, file)):
        if place.file in files or not _goes(gone, place):
            continue
        text = source_text(draft, place.file)
        if text[place.span.start - 1] == "@":
            problems.append(_cited(text, place, said))
        elif mark := _mark(corpus, text, place):
            changed[place.file].append(mark)
            problems += [] if allowed else [_linked(text, place, mark, said)]
    problems += _named_files(draft, corpus, gone)
    told = []
    for file, marks in changed.items() if not problems else ():
        text = source_text(draft, file)
        lines = sorted({Lines(text).at(mark.span.start)[0] for mark in marks})
        put_text(draft, file, spliced(text, marks))
        told.append(f"{file}: links became words in line {', '.join(map(str, lines))}; read the sentences again.")
    return problems, told


def _files(corpus: Corpus, gone: Gone) -> Iterator[str]:
    """The files that go whole, in which nothing need be written anew."""
    for key in gone.records:
        record = corpus.records[key]
        if not isinstance(record, Claim):
            yield corpus.origins[key].file
        if isinstance(record, Source):
            yield f"{DOCS}sources/{key}.md"


def _goes(gone: Gone, place: Place) -> bool:
    return (place.question, place.id) in gone.positions if place.question else place.id in gone.records


def _mark(corpus: Corpus, text: str, place: Place) -> Replacement | None:
    """The link that holds an id, to be replaced by its words; ``None`` where the id stands in no link."""
    opened = text.rfind("[[", 0, place.span.start)
    found = MARK.match(re.sub(r"[\r\n]", " ", text), opened) if opened >= 0 else None
    if found is None or found.end() < place.span.end:
        return None
    words = 5 if found[4] else 3
    written = text[slice(*found.span(words))] if found[words] else corpus.name_of(place.id)
    return Replacement(Span(*found.span()), written)


def _cited(text: str, place: Place, said: _Sentences) -> Problem:
    line, column = Lines(text).at(place.span.start)
    message = f"cites {place.id}: “{said.around(place, line)}”"
    return Problem(place.file, line, column, CITED, message, hint="write the sentence anew without it")


def _linked(text: str, place: Place, mark: Replacement, said: _Sentences) -> Problem:
    line, column = Lines(text).at(mark.span.start)
    message = f"links {place.id}: “{said.around(place, line)}”"
    return Problem(place.file, line, column, LINKED, message, hint="let its words stay without the link: --with-links")


class _Sentences:
    """The sentences in which ids stand, in their order."""

    def __init__(self, corpus: Corpus) -> None:
        self.pages = {document.file: document for document in corpus.documents}
        self.records: dict[str, list[Record]] = defaultdict(list)
        for record in corpus.records.values():
            self.records[corpus.origins[record.id].file].append(record)
        self.seen: Counter[tuple[str, str, str]] = Counter()

    def around(self, place: Place, line: int) -> str:
        """The sentence around a place as a reader sees it, shortened. To be asked once for each place, in order."""
        whole = re.compile(rf"(?<![a-z0-9-]){re.escape(place.id)}(?![a-z0-9-])")
        for text in self._texts(place, line):
            if whole.search(text):
                number = self.seen[place.file, text, place.id]
                self.seen[place.file, text, place.id] += 1
                named = [one for one in sentences(text) for _ in whole.finditer(one)]
                return shortened(without_marks(named[min(number, len(named) - 1)]), SHOWN)
        return ""

    def _texts(self, place: Place, line: int) -> list[str]:
        if place.file in self.pages:
            blocks = [block for block in self.pages[place.file].blocks if block.line <= line]
            return pieces(blocks[-1]) if blocks else []
        return [
            text
            for record in self.records[place.file]
            for path, text in record.prose()
            if place.path[-len(path) :] == path
        ]


def _named_files(draft: Draft, corpus: Corpus, gone: Gone) -> Iterator[Problem]:
    """Where pages link the file of an article that goes, or the menu names it."""
    files = [f"sources/{key}.md" for key in gone.records if isinstance(corpus.records[key], Source)]
    for file in (*(document.file for document in corpus.documents), CONFIGURATION):
        text = source_text(draft, file) if files and file in draft else ""
        for name in files:
            if file == DOCS + name:
                continue
            pattern = FILE_LINK.pattern if file != CONFIGURATION else rf"(?<![\w./-])({re.escape(name)})"
            for found in re.finditer(pattern, text, re.MULTILINE):
                if found[1].endswith(name):
                    line, column = Lines(text).at(found.start(1))
                    yield Problem(file, line, column, LINKED, f"names {name}", hint="take it out there first")
