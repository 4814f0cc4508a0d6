"""Links from page to page by the names of their files, and the navigation, where a file gets another name."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from dossier.corpus.corpus import Corpus
from dossier.editing.draft import Draft
from dossier.editing.replacing import put_text, source_text
from dossier.editing.spans import Replacement, Span, spliced
from dossier.text.marks import outside_code

CONFIGURATION, DOCS = "mkdocs.yml", "docs/"
FILE_LINK = re.compile(r"(?:\]\(\s*<?|^ {0,3}\[[^\]\n]+\]:[ \t]+<?)([^\s()<>#:]+\.md)(?=[\s)>#])", re.MULTILINE)


def relink(draft: Draft, corpus: Corpus, old: str, new: str) -> None:
    """Lets whatever led to the page ``old``, a file below ``docs``, lead to ``new``; other files are let be."""
    if not (old.startswith(DOCS) and old.endswith(".md")):
        return
    here, there = old.removeprefix(DOCS), new.removeprefix(DOCS)
    for document in corpus.documents:
        name = new if document.file == old else document.file
        text = source_text(draft, name)
        changed = spliced(text, _links(text, document.file.removeprefix(DOCS), here, there))
        if changed != text:
            put_text(draft, name, changed)
    if CONFIGURATION in draft:
        text = source_text(draft, CONFIGURATION)
        changed = re.sub(rf"(?<![\w./-]){re.escape(here)}(?![\w./-])", there, text)
        if changed != text:
            put_text(draft, CONFIGURATION, changed)


def _links(text: str, page: str, old: str, new: str) -> Iterator[Replacement]:
    """``page`` is the file of the text below ``docs`` before anything moved."""
    folder = posixpath.dirname(page)
    into = posixpath.dirname(new) if page == old else folder
    for found in FILE_LINK.finditer(outside_code(text)):
        target = posixpath.normpath(posixpath.join(folder, found[1]))
        if target == old or into != folder:
            written = posixpath.relpath(new if target == old else target, into or ".")
            yield Replacement(Span(*found.span(1)), written)
