"""How large and how deep a page of prose may be, so that no program that reads Markdown fails or takes long over it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.problems import Problem, first

LARGEST_PAGE, LONGEST_BLOCK = 200_000, 10_000
MOST_HEADINGS = MOST_BRACKETS = 500
DEEPEST = 8
# What stands before the words of a line: quotation signs, and four or more spaces a level of a list.
BEFORE = re.compile(r"(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}\.(?=[ \t])))*[ \t]*")
LEVEL = re.compile(r">|[-*+](?=[ \t])|\d\.(?=[ \t])|\t| {4}")


def page_limits(text: str, file: str) -> Iterator[Problem]:
    """A problem for each limit that the text of the page ``file`` exceeds; such a page is not to be read."""
    if len(text) > LARGEST_PAGE:
        hint = "split the page into several"
        yield Problem(file, 1, 1, "page-size", f"more than {LARGEST_PAGE:,} characters", hint=hint)
        return
    yield from first(_lines(text, file))


def _lines(text: str, file: str) -> Iterator[Problem]:
    length = headings = brackets = 0
    for number, line in enumerate(text.split("\n"), 1):
        before, length = length, length + len(line) + 1 if line.strip() else 0
        headings += line.startswith("#")
        opened, brackets = brackets, brackets + line.count("[") if line.strip() else 0
        if before <= LONGEST_BLOCK < length:
            message = f"more than {LONGEST_BLOCK:,} characters without an empty line"
            yield Problem(file, number, 1, "paragraph-length", message, hint="make several paragraphs of it")
        if opened <= MOST_BRACKETS < brackets:
            message = f"more than {MOST_BRACKETS} opening brackets without an empty line"
            yield Problem(file, number, 1, "brackets", message, hint="make several paragraphs of it")
        if line.startswith("#") and headings == MOST_HEADINGS + 1:
            message = f"more than {MOST_HEADINGS} headings"
            yield Problem(file, number, 1, "headings", message, hint="split the page into several")
        if depth(line) > DEEPEST:
            message = f"nested deeper than {DEEPEST}"
            yield Problem(file, number, 1, "nesting", message, hint="no page needs this; flatten it")


def depth(line: str) -> int:
    """How many quotations and items of lists a line stands in at most."""
    before = BEFORE.match(line)
    return len(LEVEL.findall(before[0])) if before and line.strip() else 0
