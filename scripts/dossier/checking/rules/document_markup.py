"""Prose holds Markdown and our marks: no HTML, no mark that is none, no link but https: and relative ones."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import unescape

from dossier.corpus.corpus import Corpus
from dossier.model.fields import FORMULA
from dossier.problems import Lines, Problem
from dossier.reading.markdown_file import FRONT_MATTER, Document
from dossier.text.marks import is_table, without_code

HTML = re.compile(r"<[A-Za-z/!?][^>\s]*|&#?\w+;")
# An attribute list ends at the last brace of its line.
ATTRIBUTE = re.compile(r"^[^{\n]*(\{)[^=\n]*=[^}\n]*\}", re.MULTILINE)
# The target of a link, or of a definition, which may stand in a list or a quotation and run over the end of a line.
TARGET = re.compile(
    r"\]\([\s>]*<?([^)>\"']{0,2000})|^[ \t>*+.\d-]*\[[^\]\[]*\]:[ ]*\n?[ >*+.\d-]*<?(\S+)", re.MULTILINE
)
SCHEME = re.compile(r"[^/?#]*:|//")
PICTURE = re.compile(r"!\[(?![\[@])(?:[^\]]{0,500}\](?!\((?![\s>]*<?(?:\w+:)?//))|[^\]]{501})")

Fault = tuple[str, str, str]


def check(corpus: Corpus) -> Iterator[Problem]:
    for document in corpus.documents:
        for mark in document.malformed:
            yield Problem(document.file, mark.line, mark.column, "mark", mark.message, hint=mark.hint)
        yield from _barred(document)
        yield from _faults(document)
        yield from _formulas(document)


def _barred(document: Document) -> Iterator[Problem]:
    """Links whose bar would split a cell of a table."""
    for block in document.blocks:
        for mark in block.marks if is_table(block.text) else ():
            if mark.count:
                message = f"the bar in the count “{mark.words}” ends a cell"
                yield Problem(document.file, mark.line, mark.column, "mark", message, hint="count outside the table")
            elif mark.words:
                message = f"the bar in [[{mark.keys[0]}|{mark.words}]] ends a cell"
                yield Problem(document.file, mark.line, mark.column, "mark", message, hint=f"write [[{mark.keys[0]}]]")


def _formulas(document: Document) -> Iterator[Problem]:
    """Paragraphs that a spreadsheet would run, for the downloads hold them as tables."""
    for block in document.blocks:
        if block.level == 0 and block.text.lstrip()[:1] in FORMULA:
            message, hint = f'begins with "{block.text.lstrip()[0]}", as a formula does', "begin it with a word"
            yield Problem(document.file, block.line, 1, "formula", message, hint=hint)


def _faults(document: Document) -> Iterator[Problem]:
    text = _visible(document.text)
    lines = Lines(text)
    for pattern, fault in FAULTS:
        for found in pattern.finditer(text):
            if explained := fault(found):
                rule, message, hint = explained
                where = lines.at(found.start(1) if pattern is ATTRIBUTE else found.start())
                yield Problem(document.file, *where, rule, message, hint=hint)


def _visible(text: str) -> str:
    """The text without code and front matter, line by line where it was."""
    front = FRONT_MATTER.match(text)
    start = front.end() if front else 0
    return "\n" * text.count("\n", 0, start) + without_code(text[start:])


def _html(found: re.Match[str]) -> Fault:
    return "raw-html", f"{found[0]} is HTML", "write Markdown; put code in backticks"


def _attribute(_found: re.Match[str]) -> Fault:
    return "raw-html", "an attribute is set", "attribute lists hold ids and classes only; put code in backticks"


def _address(found: re.Match[str]) -> Fault | None:
    # A browser takes no notice of white space within an address.
    target = "".join(unescape(found[1] or found[2] or "").split())
    if target.startswith("https://") or not SCHEME.match(target):
        return None
    return "address", f'"{target}"', "link to an https: address or to a page of this site"


def _picture(_found: re.Match[str]) -> Fault:
    return "address", "a picture from elsewhere", "the site serves its pictures itself: write ![words](file)"


FAULTS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Fault | None]], ...] = (
    (HTML, _html),
    (ATTRIBUTE, _attribute),
    (TARGET, _address),
    (PICTURE, _picture),
)
