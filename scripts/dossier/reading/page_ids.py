"""The ids that citations and headings have on a page of prose.

They are given here alone: the reader of a document puts them into its marks and blocks, and the Markdown extension
takes them from there onto the page, so that whoever leads to one need not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import count

from markdown.extensions.toc import slugify, unique

from dossier.text.marked_text import unformatted
from dossier.text.marks import Mark, without_marks

OWN_ID = re.compile(r"\{:?[^{}\n]*?#([^\s{}#]+)[^{}\n]*\}\s*$")


def numbered_citations(marks: Iterable[Mark]) -> Iterator[Mark]:
    """The marks of a page in their order, its citations with their ids."""
    places = count(1)
    return (replace(mark, id=f"cited-{next(places)}") if mark.is_citation else mark for mark in marks)


def own_id(heading: str) -> str:
    """The id that a heading is given in its file, in an attribute list at its end; or empty."""
    found = OWN_ID.search(heading)
    return found[1] if found else ""


def heading_id(heading: str, taken: set[str]) -> str:
    """The id of a heading by its Markdown, which is then ``taken`` too; a link without words adds nothing to it."""
    return unique(slugify(unformatted(without_marks(heading, lambda _key: "")), "-"), taken)
