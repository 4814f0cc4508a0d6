"""Each source has a restated article, whose paragraphs are numbered as its record says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from dossier.corpus.corpus import Corpus
from dossier.model.records import Source
from dossier.problems import Problem, nearest
from dossier.reading.markdown_file import NUMBER, Block, Document

NUMBERED_ITEM = re.compile(r"\s*(\d+)\.\s")
ITEM = re.compile(r"^[ \t]*([-*+])[ \t]", re.MULTILINE)
QUOTED = re.compile(r"^ {0,3}>", re.MULTILINE)


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
    mistaken = list(_mistaken(article))
    yield from mistaken
    if mistaken:
        return
    for expected, block in enumerate(_paragraphs(article), 1):
        if block.number != expected:
            found = "has no number" if block.number is None else f"is numbered {block.number}"
            message = f"paragraph {expected} {found}"
            hint = f"end it with a line {{: #p{expected} }}"
            yield Problem(article.file, block.line, 1, "article-paragraphs", message, hint=hint)
            return


def _mistaken(article: Document) -> Iterator[Problem]:
    """Paragraphs whose first signs make a list, a quotation or a heading of them, and what is none."""
    for before, block in pairwise([None, *article.blocks]):
        if block is None:
            continue
        if block.level < 0 or (block.level == 0 and QUOTED.search(block.text)):
            message, hint = _what_it_becomes(block)
            yield Problem(article.file, block.line, 1, "article-paragraphs", message, hint=hint)
        elif before is not None and (heading := _stuck_heading(before, block)):
            message = "begins with “#”, which makes it a heading"
            hint = "write “\\#”, or put an empty line before and after a heading"
            yield Problem(article.file, heading.line, 1, "article-paragraphs", message, hint=hint)


def _what_it_becomes(block: Block) -> tuple[str, str]:
    if year := NUMBERED_ITEM.match(block.text):
        return f"begins with “{year[1]}.”, which makes it a list", f"write “{year[1]}\\.”"
    if QUOTED.search(block.text):
        return "a line begins with “>”, which makes it a block quotation", "write “\\>”, or begin it with a word"
    if (item := ITEM.match(block.text)) and len(ITEM.findall(block.text)) == 1:
        return f"begins with “{item[1]}”, which makes it a list", "begin it with a word"
    return "a list, a table or a block quotation", "restate it as a paragraph, which takes a number"


def _stuck_heading(before: Block, block: Block) -> Block | None:
    """The one of two blocks that is a heading, where they are lines of one paragraph."""
    apart = block.line - before.line - before.text.count("\n") - 1
    if before.level > 0 and block.level == 0 and apart <= 0 and NUMBER.match(block.text.strip()):
        return before
    return block if before.level == 0 and before.number is None and block.level > 0 and apart <= 0 else None


def _count(corpus: Corpus, source: Source, article: Document) -> Iterator[Problem]:
    if source.capture is None:
        return
    written, captured = len(_paragraphs(article)), len(source.capture.fingerprints)
    if written != captured:
        message = f"{captured}, but {written} paragraphs in {article.file}"
        hint = "number the article as the capture is numbered"
        yield corpus.location(source.id, ("capture", "fingerprints"), "article-paragraphs", message, hint)
