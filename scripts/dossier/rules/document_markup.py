"""Prose holds Markdown and our marks: no HTML, no mark that is none, no link but https: and relative ones."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import unescape

from dossier.corpus import Corpus
from dossier.markup import without_code
from dossier.problems import Lines, Problem
from dossier.prose import FRONT_MATTER, Document

HTML = re.compile(r"<[A-Za-z/!?][^>\s]*|&#?\w+;")
ATTRIBUTE = re.compile(r"\{:?[^}\n]*(?:on\w+|style|href|src)\s*=", re.IGNORECASE)
# The target of a link, or of a definition, which may stand in a list or a quotation and run over the end of a line.
TARGET = re.compile(r"\]\([\s>]*<?([^)\s>]*)|^[ \t>*+.\d-]*\[[^\]\[]*\]:[ ]*\n?[ >*+.\d-]*<?(\S+)", re.MULTILINE)
SCHEME = re.compile(r"[^/?#]*:|//")
PICTURE = re.compile(r"!\[(?![\[@])[^\]]*\](?!\((?![\s>]*<?(?:\w+:)?//))")
TABLE = re.compile(r"^[ :|-]*-[ :|-]*$", re.MULTILINE)

Fault = tuple[str, str, str]


def check(corpus: Corpus) -> Iterator[Problem]:
    for document in corpus.documents:
        for mark in document.malformed:
            yield Problem(document.file, mark.line, mark.column, "mark", mark.message, hint=mark.hint)
        yield from _barred(document)
        yield from _faults(document)


def _barred(document: Document) -> Iterator[Problem]:
    """Links whose bar would part a cell of a table in two."""
    for block in document.blocks:
        for mark in block.marks if "|" in block.text and TABLE.search(block.text) else ():
            if mark.words:
                message = f"the bar in [[{mark.keys[0]}|{mark.words}]] ends a cell"
                yield Problem(document.file, mark.line, mark.column, "mark", message, hint=f"write [[{mark.keys[0]}]]")


def _faults(document: Document) -> Iterator[Problem]:
    text = _visible(document.text)
    lines = Lines(text)
    for pattern, fault in FAULTS:
        for found in pattern.finditer(text):
            if explained := fault(found):
                rule, message, hint = explained
                yield Problem(document.file, *lines.at(found.start()), rule, message, hint=hint)


def _visible(text: str) -> str:
    """The text without code and front matter, line by line where it was."""
    front = FRONT_MATTER.match(text)
    start = front.end() if front else 0
    return "\n" * text.count("\n", 0, start) + without_code(text[start:])


def _html(found: re.Match[str]) -> Fault:
    return "raw-html", f"{found[0]} is HTML", "write Markdown; put code in backticks"


def _attribute(_found: re.Match[str]) -> Fault:
    return "raw-html", "an attribute is set", "attribute lists hold ids and classes only"


def _address(found: re.Match[str]) -> Fault | None:
    target = unescape(found[1] or found[2] or "")
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
