"""The ids that citations and headings have on a page of prose.

They are given here alone: the reader of a document puts them into its marks and blocks, and the Markdown extension
takes them from there onto the page, so that whoever leads to one need not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import count
from unicodedata import category, normalize
from unicodedata import name as name_of

from markdown.extensions.toc import unique

from dossier.text.marked_text import unformatted
from dossier.text.marks import Mark, without_marks
from dossier.text.sorting import LETTERS

# In bytes, so that a file of that name can be written.
LONGEST = 200
# Signs that are told to be letters or marks, and that no address has: of transliterations, accents on their own.
SILENT = ("MODIFIER LETTER", "COMBINING", "ARABIC TATWEEL")

OWN_ID = re.compile(r"\{:?[^{}\n]*?#([^\s{}#]+)[^{}\n]*\}\s*$")


def numbered_citations(marks: Iterable[Mark]) -> Iterator[Mark]:
    """The marks of a page in their order, its citations with their ids."""
    places = count(1)
    return (replace(mark, id=f"cited-{next(places)}") if mark.is_citation else mark for mark in marks)


def own_id(heading: str) -> str:
    """The id that a heading is given in its file, in an attribute list at its end; or empty."""
    found = OWN_ID.search(heading)
    return found[1] if found else ""


def without_own_id(heading: str) -> str:
    """A heading without the attribute list at its end that gives it an id."""
    return OWN_ID.sub("", heading).rstrip()


def heading_id(heading: str, taken: set[str], within: str = "", paragraph: int | None = None) -> str:
    """The id of a heading by its Markdown, which is then ``taken`` too; a link without words adds nothing to it.

    Where another has it already, it is told apart by the id of the heading that it stands ``within``, then by the
    number of the first ``paragraph`` under it, which is permanent; then by a count, which shifts.
    """
    words = words_id(unformatted(without_marks(heading, lambda _key: ""))) or "section"
    further = [f"{within}-{words}"] if within else []
    further += [f"{words}-p{paragraph}"] if paragraph is not None else []
    return unique(next((id_ for id_ in (words, *further) if id_ not in taken), words), taken)


def words_id(words: str) -> str:
    """Words in lower case, joined by hyphens: Latin letters without their accents, those of other scripts as they are.

    An address spells the latter out in per cent, as browsers do. No longer than a file may be called.
    """
    plain = "".join(map(_sign, normalize("NFC", words).lower()))
    joined = re.sub(r"[-\s]+", "-", plain.strip())
    return joined if joined.isascii() else joined.encode()[:LONGEST].decode(errors="ignore").strip("-")


def _sign(sign: str) -> str:
    """A sign as an id has it; nothing where it is no letter, figure, hyphen or blank."""
    ascii_ = normalize("NFKD", sign.translate(LETTERS)).encode("ascii", "ignore").decode()
    if ascii_:
        return re.sub(r"[^\w\s-]", "", ascii_)
    is_silent = name_of(sign, "").startswith(SILENT)
    return sign if category(sign)[0] in "LMN" and not is_silent else ""
