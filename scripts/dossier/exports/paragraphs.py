"""The numbered paragraphs of the restated articles as plain words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dossier.corpus.corpus import Corpus
from dossier.model.addresses import SECTIONS
from dossier.model.records import Source
from dossier.text.marked_text import unformatted


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a source's article, restated: no citations, and links as their words."""

    source: str
    number: int
    text: str


def paragraphs(corpus: Corpus) -> Iterator[Paragraph]:
    """All of them, source by source."""
    articles = {document.name: document for document in corpus.documents}
    for source in corpus.of(Source):
        article = articles.get(f"{SECTIONS['source']}/{source.id}")
        for number, block in article.paragraphs.items() if article else ():
            yield Paragraph(source.id, number, corpus.plain(unformatted(block.text)))
