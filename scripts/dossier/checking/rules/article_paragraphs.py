"""Each source has a restated article, whose paragraphs are numbered as its record says."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.corpus.corpus import Corpus
from dossier.model.records import Source
from dossier.problems import Problem, nearest
from dossier.reading.markdown_file import Block, Document


def check(corpus: Corpus) -> Iterator[Problem]:
    sources = {source.id: source for source in corpus.of(Source)}
    for source in sources.values():
        article = corpus.article(source.id)
        if article is None and f"sources/{source.id}" in corpus.unread:
            continue
        if article is None:
            hint = f"write docs/sources/{source.id}.md"
            yield corpus.location(source.id, (), "article-paragraphs", "no restated article", hint)
        else:
            yield from _numbers(article)
            yield from _count(corpus, source, article)
    for document in corpus.documents:
        key = document.name.removeprefix("sources/")
        if document.name.startswith("sources/") and key not in sources and key not in corpus.unread:
            hint = nearest(key, sources) or f"write data/sources/{key}.yaml"
            yield Problem(document.file, 1, 1, "article-paragraphs", f'no source "{key}"', hint=hint)


def _paragraphs(article: Document) -> list[Block]:
    return [block for block in article.blocks if block.level == 0]


def _numbers(article: Document) -> Iterator[Problem]:
    """Whatever cannot take a number, and the first paragraph whose number is not its place."""
    for block in article.blocks:
        if block.level < 0:
            hint = "restate it as a paragraph, which takes a number"
            message = "a list, a table or a block quotation"
            yield Problem(article.file, block.line, 1, "article-paragraphs", message, hint=hint)
    for expected, block in enumerate(_paragraphs(article), 1):
        if block.number != expected:
            found = "has no number" if block.number is None else f"is numbered {block.number}"
            message = f"paragraph {expected} {found}"
            hint = f"end it with a line {{: #p{expected} }}"
            yield Problem(article.file, block.line, 1, "article-paragraphs", message, hint=hint)
            return


def _count(corpus: Corpus, source: Source, article: Document) -> Iterator[Problem]:
    if source.capture is None:
        return
    written, captured = len(_paragraphs(article)), len(source.capture.fingerprints)
    if written != captured:
        message = f"{captured}, but {written} paragraphs in {article.file}"
        hint = "number the article as the capture is numbered"
        yield corpus.location(source.id, ("capture", "fingerprints"), "article-paragraphs", message, hint)
