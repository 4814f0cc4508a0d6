"""A captured article to its clean numbered paragraphs, with what was left out and why.

The rules are general; what only one capture needs stands in its source's record (``Capture``). What no rule is sure
of is kept, and said.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ftfy import TextFixerConfig, fix_text

from dossier.captures.boilerplate import AFTERWARDS, AUTHOR_NOTE, SENTENCE_END, STOPS, clutter
from dossier.captures.bylines import is_byline
from dossier.captures.cleaned import Cleaned, Line, Role
from dossier.captures.invisible import LOST, in_words, without_invisible
from dossier.model.records import Capture
from dossier.model.vocabulary import counted
from dossier.text.spelling import fold

SHORT_LINE = 4
JOINED = "the source's record joins it to the line before"
FULL_LINE = 100
# Halves of a sign of UTF-16, which no file can hold.
HALVES = re.compile("[\ud800-\udfff]")
ENDS_SPEECH = re.compile(rf"[{STOPS}:][\"”’)\]」』]*$")
REPAIRS = TextFixerConfig(unescape_html=False, uncurl_quotes=False, fix_line_breaks=False, normalization="NFC")


def clean(text: str, title: str = "", capture: Capture | None = None, authors: Sequence[str] = ()) -> Cleaned:
    """The article in a captured text. All but ``text`` is what the source's record says of it, where there is one.

    ``authors`` are their names as the article may give them.
    """
    lines = [line for number, raw in _unwrapped(text.splitlines()) if (line := _line(number, raw)).text]
    for step in (
        _by_record(capture),
        _titles(title),
        _bylines(authors),
        _single_lines,
        _afterwards,
        _author_notes(authors),
        _headings,
        _doubts,
    ):
        lines = list(step(lines))
    return Cleaned(tuple(lines), tuple(_parts(lines)))


def _unwrapped(lines: list[str]) -> Iterator[tuple[int, str]]:
    """Each line with its number; where a text is broken at a fixed width, the lines of a paragraph as one."""
    is_wrapped = _is_wrapped(lines)
    block: list[str] = []
    for number, line in enumerate([*lines, ""], 1):
        if line.strip() and is_wrapped:
            block.append(line)
        elif block:
            yield number - len(block), " ".join(block)
            block = []
        elif line.strip():
            yield number, line


def _is_wrapped(lines: list[str]) -> bool:
    """Whether no line is long, and most lines that reach far break off and go on in the next."""
    far = [(line, after) for line, after in pairwise([*lines, ""]) if len(line) > FULL_LINE // 2]
    if not far or max(len(line) for line, _ in far) > FULL_LINE:
        return False
    return sum(bool(after.strip()) and not SENTENCE_END.search(line.strip()) for line, after in far) > len(far) / 2


def _line(number: int, raw: str) -> Line:
    seen, invisible = without_invisible(raw)
    taken_out = f"taken out: {in_words(invisible)}" if invisible else ""
    letters = counted(raw.count(LOST), "letter was", "letters were")
    lost = f"{letters} lost (�) when it was saved; save it anew" if LOST in raw else ""
    return Line(number, repaired(seen), told="; ".join(filter(None, (taken_out, lost))))


def repaired(text: str) -> str:
    """A line without invisible signs, mojibake, stray control characters and doubled or odd spaces."""
    seen, _ = without_invisible(HALVES.sub(LOST, text))
    mended = fix_text(seen, REPAIRS)
    # What mends mojibake may give up a letter that the text itself still has.
    return " ".join((seen if LOST in mended and LOST not in seen else mended).split())


CleaningStep = Callable[[list[Line]], Iterable[Line]]


def _by_record(capture: Capture | None) -> CleaningStep:
    """What the source's record says of single lines comes before all rules."""

    def step(lines: list[Line]) -> Iterator[Line]:
        joining = False
        for line in lines:
            joining = bool(capture) and (joining and len(line.text.split()) <= SHORT_LINE)
            if capture and any(line.text.startswith(repaired(start)) for start in capture.drop):
                yield replace(line, role="dropped", reason="the source's record drops it")
            elif capture and line.text in map(repaired, capture.headings):
                yield replace(line, role="heading", reason="the source's record says so")
            elif capture and line.text in map(repaired, capture.join):
                joining = True
                yield replace(line, reason="the source's record joins the lines that follow")
            elif joining:
                yield replace(line, reason=JOINED)
            else:
                yield line

    return step


def _titles(title: str) -> CleaningStep:
    """The title, each time it stands alone; without a known title, a short line that stands twice.

    What ends as a sentence is repeated by who speaks, as a question of an interview, unless both stand at the head.
    """

    def step(lines: list[Line]) -> Iterator[Line]:
        folded = [fold(line.text) for line in lines]
        first = next((place for place, line in enumerate(lines) if line.is_paragraph), len(lines))
        for line, words in zip(lines, folded, strict=True):
            if _open(line) and title and words == fold(title):
                yield replace(line, role="dropped", reason="title")
            elif (
                _open(line)
                and not line.is_long
                and len(words.split()) > 2
                and folded.count(words) > 1
                and (not ENDS_SPEECH.search(line.text) or words not in folded[first:])
            ):
                yield replace(line, role="dropped", reason="stands more than once")
            else:
                yield line

    return step


def _open(line: Line) -> bool:
    return line.role == "paragraph" and not line.reason


def _bylines(authors: Sequence[str]) -> CleaningStep:
    """Lines that name who wrote the article, at its head or its foot; one between paragraphs only by a known author."""

    def step(lines: list[Line]) -> Iterator[Line]:
        long = [place for place, line in enumerate(lines) if line.is_paragraph]
        for place, line in enumerate(lines):
            within = bool(long) and long[0] < place < long[-1]
            if _open(line) and is_byline(line.text, authors, only_known=within):
                yield replace(line, role="author", reason="byline")
            else:
                yield line

    return step


def _single_lines(lines: list[Line]) -> Iterator[Line]:
    """Lines whose own words show that they are no part of the article."""
    for line in lines:
        reason = clutter(line.text, is_long=line.is_long) if _open(line) else ""
        if reason:
            yield replace(line, role="dropped", reason=reason)
        else:
            yield line


def _afterwards(lines: list[Line]) -> Iterator[Line]:
    """Comment forms, related links, tags and the foot of the page, and the short lines after the first of them."""
    last_long = max((place for place, line in enumerate(lines) if _open(line) and line.is_paragraph), default=-1)
    reason = ""
    for place, line in enumerate(lines):
        opened = next((name for name, pattern in AFTERWARDS.items() if pattern.search(line.text)), "")
        if _open(line) and opened and not (line.is_long and place < last_long):
            reason = opened if place > last_long else reason
            yield replace(line, role="dropped", reason=opened)
        elif _open(line) and reason and place > last_long:
            yield replace(line, role="dropped", reason=f"after the {reason}")
        else:
            yield line


def _author_notes(authors: Sequence[str]) -> CleaningStep:
    """Notes on the authors, at the end of the article: lines that say so, or begin with an author's name."""

    def step(lines: list[Line]) -> Iterator[Line]:
        running = [place for place, line in enumerate(lines) if _open(line)]
        notes = set()
        for place in reversed(running[1:]):
            if not (AUTHOR_NOTE.search(lines[place].text) or lines[place].text.startswith(tuple(authors))):
                break
            notes.add(place)
        for place, line in enumerate(lines):
            yield replace(line, role="author", reason="note on the author") if place in notes else line

    return step


def _headings(lines: list[Line]) -> Iterator[Line]:
    """Short lines without a full stop that have a paragraph, or another heading, after them."""
    followed = False
    found: list[Line] = []
    for line in reversed(lines):
        looks = _open(line) and not line.is_long and not SENTENCE_END.search(line.text)
        if looks and followed:
            found.append(replace(line, role="heading", reason="short, without a full stop, before a paragraph"))
        else:
            found.append(line)
            if line.role == "paragraph":
                followed = line.is_long
    return reversed(found)


def _doubts(lines: list[Line]) -> Iterator[Line]:
    """Says of what was kept where no rule was sure of it."""
    first = next((line.number for line in lines if line.role == "paragraph"), 0)
    for line in lines:
        if _open(line) and not line.is_long:
            yield replace(line, unsure="a short line, kept as a paragraph")
        elif line.role == "heading" and line.text.endswith((":", ",")):
            yield replace(line, unsure="taken for a heading; it may begin a list")
        elif line.role == "heading" and line.number < first and not line.reason.startswith("the source's record"):
            yield replace(line, unsure="taken for a heading, but it stands before the first paragraph")
        else:
            yield line


def _parts(lines: list[Line]) -> list[tuple[Role, str]]:
    """Headings and paragraphs in order; lines that the source's record joins are one paragraph."""
    found: list[tuple[Role, str]] = []
    for line in lines:
        if line.reason == JOINED:
            found[-1] = ("paragraph", f"{found[-1][1]} {line.text}")
        elif line.role in ("paragraph", "heading"):
            found.append((line.role, line.text))
    return found
