"""Each source has a restated article, whose paragraphs are numbered as its record says."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from difflib import get_close_matches
from itertools import pairwise

from dossier.checking import causes
from dossier.corpus.corpus import Corpus
from dossier.model.records import Source
from dossier.model.vocabulary import counted
from dossier.problems import Problem, nearest
from dossier.reading.markdown_file import NUMBER, Block, Document

NUMBERED_ITEM = re.compile(r"\s*(\d+)\.\s")
ITEM = re.compile(r"^[ \t]*([-*+])[ \t]", re.MULTILINE)
QUOTED = re.compile(r"^ {0,3}>", re.MULTILINE)
INDENTED = re.compile(r"(?: {4}|\t)")
UNDERLINED = re.compile(r"\n=+[ \t]*$", re.MULTILINE)
RULE = "article-paragraphs"


def check(corpus: Corpus) -> Iterator[Problem]:
    sources = {source.id: source for source in corpus.of(Source)}
    alone = {key: file for key, file in _articles(corpus) if key not in sources and key not in corpus.unread}
    for source in sources.values():
        article = corpus.article(source.id)
        if article is None and f"sources/{source.id}" not in corpus.unread:
            yield _without_article(corpus, source, alone)
        elif article is not None:
            # What makes a list of a paragraph is told alone: that a paragraph is lacking follows from it.
            yield from list(_numbers(article, source.id)) or _count(corpus, source, article)
    without = [source for source in sources if corpus.article(source) is None]
    for key, file in alone.items():
        hint = nearest(key, without) or f"write data/sources/{key}.yaml, or take the page out"
        yield Problem(file, 1, 1, RULE, f'no source "{key}"', hint=hint, cause=causes.record(corpus, key))


def _articles(corpus: Corpus) -> Iterator[tuple[str, str]]:
    """The source that each article is named after, and the file of the article."""
    for document in corpus.documents:
        if document.name.startswith("sources/"):
            yield document.name.removeprefix("sources/"), document.file


def _without_article(corpus: Corpus, source: Source, alone: Collection[str]) -> Problem:
    """That a source has no article; where one that has no source is called almost like it, that one is meant."""
    meant = get_close_matches(source.id, alone, n=1)
    cause = causes.record(corpus, meant[0]) if meant else causes.article(source.id)
    hint = f"call it docs/sources/{source.id}.md, or mend the name of the record" if meant else ""
    message = f"no restated article, but docs/sources/{meant[0]}.md has no source" if meant else "no restated article"
    return corpus.location(source.id, (), RULE, message, hint or f"write docs/sources/{source.id}.md", cause)


def _numbers(article: Document, source: str) -> Iterator[Problem]:
    """Whatever cannot take a number, and the first paragraph whose number is not its place."""
    mistaken = list(_mistaken(article))
    if mistaken:
        yield replace(mistaken[0], cause=causes.article(source))
        yield from mistaken[1:]
        return
    for expected, block in enumerate(causes.paragraphs(article), 1):
        if block.number != expected:
            found = "has no number" if block.number is None else f"is numbered {block.number}"
            message = f"paragraph {expected} {found}"
            hint = f"end it with a line {{: #p{expected} }}"
            yield Problem(article.file, block.line, 1, RULE, message, hint=hint, cause=causes.article(source))
            return


def _mistaken(article: Document) -> Iterator[Problem]:
    """Paragraphs whose first signs make a list, a quotation or a heading of them, and what is none."""
    for before, block in pairwise([None, *article.blocks]):
        if block is None:
            continue
        if block.level < 0 or (block.level == 0 and _reads_otherwise(block)):
            message, hint = _what_it_becomes(block)
            yield Problem(article.file, block.line, 1, RULE, message, hint=hint)
        elif before is not None and (heading := _stuck_heading(before, block)):
            message = "begins with “#”, which makes it a heading"
            hint = "write “\\#”, or put an empty line before and after a heading"
            yield Problem(article.file, heading.line, 1, RULE, message, hint=hint)


def _reads_otherwise(block: Block) -> bool:
    """Whether a paragraph, or a part of it, is printed as something else."""
    return bool(QUOTED.search(block.text) or INDENTED.match(block.text) or UNDERLINED.search(block.text))


def _what_it_becomes(block: Block) -> tuple[str, str]:
    if year := NUMBERED_ITEM.match(block.text):
        return f"begins with “{year[1]}.”, which makes it a list", f"write “{year[1]}\\.”"
    if QUOTED.search(block.text):
        return "a line begins with “>”, which makes it a block quotation", "write “\\>”, or begin it with a word"
    if (item := ITEM.match(block.text)) and len(ITEM.findall(block.text)) == 1:
        return f"begins with “{item[1]}”, which makes it a list", "begin it with a word"
    if INDENTED.match(block.text):
        return "begins with blanks, which make it code", "begin it at the margin"
    if UNDERLINED.search(block.text):
        return "a line of “=”, which makes it a heading", "take the line out"
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
    written, captured = len(causes.paragraphs(article)), len(source.capture.fingerprints)
    if written != captured:
        message = f"{captured}, but {counted(written, 'paragraph')} in {article.file}"
        hint = "number the article as the capture is numbered"
        path, cause = ("capture", "fingerprints"), causes.article(source.id)
        yield corpus.location(source.id, path, RULE, message, hint, cause)
