"""A captured article to its clean numbered paragraphs, with what was left out and why.

The rules are general; what only one capture needs stands in its source's record (``Capture``). What no rule is sure
of is kept, and said.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from ftfy import TextFixerConfig, fix_text

from dossier.names import fold
from dossier.records import Capture

Role = Literal["paragraph", "heading", "dropped", "author"]

LONG_LINE = 12
SHORT_LINE = 4
REPAIRS = TextFixerConfig(unescape_html=False, uncurl_quotes=False, fix_line_breaks=False, normalization="NFC")

SENTENCE_END = re.compile(r"[.!?…][\"”’)\]]*$")
NUMBERED = re.compile(r"^\d+[.)]\s")
MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?"
DATE_LINE = re.compile(
    rf"^(?:published|updated|posted|on|last updated)?:?\s*(?:{DAY}\s+)?"
    rf"(?:{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}|\d{{1,2}}\s+{MONTH},?\s+\d{{4}}|\d{{4}}-\d{{2}}-\d{{2}})"
    r"(?:[,\s]+(?:at\s+)?\d{1,2}:\d{2}.*)?$",
    re.IGNORECASE,
)
IMAGE = re.compile(r"^\S+\.(?:png|jpe?g|gif|svg|webp|avif)(?:\.\w+)?$", re.IGNORECASE)
CREDIT = re.compile(
    r"^(?:image |photo(?:graph)? )?(?:credits?|photo(?:graph)?(?: by)?|image|picture|source|file photo)\s*:",
    re.IGNORECASE,
)
COPYRIGHT = re.compile(r"^(?:©|\(c\)\s|copyright\b|all rights reserved)", re.IGNORECASE)
TAGS = re.compile(r"^(?:tags?|filed under|topics|categories|keywords)\s*:", re.IGNORECASE)
SECTION_LABELS = re.compile(r"^[^.!?|»>]{1,40}(?:\s[|»>]\s[^.!?|»>]{1,40})+$")
LINK_ONLY = re.compile(r"^(?:https?://\S+|www\.\S+|@\w+)$", re.IGNORECASE)
BYLINE = re.compile(r"^by\s+(?:[A-Z][\w.’'-]+\s*(?:,|and|&)?\s*){2,8}$")
READING_TIME = re.compile(r"^\d+\s*(?:min(?:ute)?s?\.?\s*read|shares?|views|comments?)$", re.IGNORECASE)
ROLE_NOUN = (
    "analyst|scholars?|professor|lecturer|fellow|researchers?|journalist|editor|correspondent|director|author|writer|"
    "columnist|student|candidate|founder|co-founder|associate|expert|graduate|reporter|contributor"
)
AUTHOR_NOTE = re.compile(
    rf"^(?:the (?:authors?|writers?)\b|about the authors?\b|(?:dr\.?\s+)?(?:[A-Z][\w.’'-]+\s+){{1,4}}(?:\([^)]*\)\s+)?"
    rf"(?:is|are|was|works?)\b.*\b(?:{ROLE_NOUN})\b)",
    re.IGNORECASE,
)
NAVIGATION = re.compile(
    "top of page|bottom of page|back to top|skip to (?:main )?content|menu|home|search|share(?: this)?|print|email"
    "|tweet|facebook|twitter|linkedin|whatsapp|copy link|subscribe|sign in|log in|sign up|advertisement|read (?:more|also)"
    "|see also|more|next|previous|recent features|latest news|loading|click here|contact us|about us|privacy policy"
    "|terms of (?:use|service)|cookie policy|follow us|listen to this article|table of contents"
)
# What comes after the article: from here on, short lines belong to the page and not to it.
AFTERWARDS = {
    "comment form": re.compile(
        r"^(?:please enter your (?:comment|name)|leave a (?:reply|comment)|post a comment|comments?$|save my name|"
        r"your email address will not|get in touch|log in to comment)",
        re.IGNORECASE,
    ),
    "related links": re.compile(
        r"^(?:related (?:articles?|posts?|stories|content)|latest (?:posts?|articles?)|you may also like|more from|"
        r"recommended|most (?:read|popular)|media partners?|trending)\b",
        re.IGNORECASE,
    ),
    "tag list": TAGS,
    "copyright": COPYRIGHT,
}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a capture that is not blank: what it was taken for, and why where it was not plain text."""

    number: int
    text: str
    role: Role = "paragraph"
    reason: str = ""
    unsure: str = ""

    @property
    def is_long(self) -> bool:
        return len(self.text.split()) > LONG_LINE or bool(SENTENCE_END.search(self.text) and len(self.text.split()) > 6)


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A clean article. ``paragraphs`` are numbered from 1 by their place; ``lines`` says what each line became."""

    lines: tuple[Line, ...]
    paragraphs: tuple[str, ...] = field(default=())

    def of(self, role: Role) -> list[Line]:
        return [line for line in self.lines if line.role == role]

    @property
    def unsure(self) -> list[Line]:
        return [line for line in self.lines if line.unsure]


def clean(text: str, title: str = "", capture: Capture | None = None) -> Cleaned:
    """The article in a captured text. ``title`` and ``capture`` are what the source's record says of it, if known."""
    lines = [Line(number, words) for number, raw in enumerate(text.splitlines(), 1) if (words := repaired(raw))]
    for step in (_by_record(capture), _titles(title), _single_lines, _afterwards, _author_notes, _headings, _doubts):
        lines = list(step(lines))
    return Cleaned(tuple(lines), tuple(_paragraphs(lines, capture)))


def repaired(text: str) -> str:
    """A line without mojibake, stray control characters and doubled or odd spaces."""
    return " ".join(fix_text(text, REPAIRS).split())


Step = Callable[[list[Line]], Iterable[Line]]


def _by_record(capture: Capture | None) -> Step:
    """What the source's record says of single lines comes before all rules."""

    def step(lines: list[Line]) -> Iterator[Line]:
        for line in lines:
            if capture and any(line.text.startswith(repaired(start)) for start in capture.drop):
                yield replace(line, role="dropped", reason="the source's record drops it")
            elif capture and line.text in map(repaired, capture.headings):
                yield replace(line, role="heading", reason="the source's record says so")
            elif capture and line.text in map(repaired, capture.join):
                yield replace(line, reason="the source's record joins the lines that follow")
            else:
                yield line

    return step


def _titles(title: str) -> Step:
    """The title, each time it stands alone; without a known title, a short line that stands twice."""

    def step(lines: list[Line]) -> Iterator[Line]:
        folded = [fold(line.text) for line in lines]
        for line, words in zip(lines, folded, strict=True):
            if _open(line) and title and words == fold(title):
                yield replace(line, role="dropped", reason="title")
            elif _open(line) and not line.is_long and len(words.split()) > 2 and folded.count(words) > 1:
                yield replace(line, role="dropped", reason="stands more than once")
            else:
                yield line

    return step


def _open(line: Line) -> bool:
    return line.role == "paragraph" and not line.reason


def _single_lines(lines: list[Line]) -> Iterator[Line]:
    """Lines that give themselves away."""
    for line in lines:
        reason = _clutter(line) if _open(line) else ""
        if reason == "byline":
            yield replace(line, role="author", reason=reason)
        elif reason:
            yield replace(line, role="dropped", reason=reason)
        else:
            yield line


def _clutter(line: Line) -> str:
    text = line.text
    if NAVIGATION.fullmatch(fold(text)):
        return "navigation"
    patterns = {
        "image name": IMAGE,
        "credit": CREDIT,
        "date of the page": DATE_LINE,
        "address": LINK_ONLY,
        "byline": BYLINE,
        "counter": READING_TIME,
        "section labels": SECTION_LABELS,
    }
    found = next((reason for reason, pattern in patterns.items() if pattern.search(text)), "")
    return "" if found in ("credit", "section labels") and line.is_long else found


def _afterwards(lines: list[Line]) -> Iterator[Line]:
    """Comment forms, related links, tags and the foot of the page, and the short lines after the first of them."""
    last_long = max((place for place, line in enumerate(lines) if _open(line) and line.is_long), default=-1)
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


def _author_notes(lines: list[Line]) -> Iterator[Line]:
    """Notes on the authors, at the end of the article."""
    running = [place for place, line in enumerate(lines) if _open(line)]
    notes = set()
    for place in reversed(running[1:]):
        if not AUTHOR_NOTE.search(lines[place].text):
            break
        notes.add(place)
    for place, line in enumerate(lines):
        yield replace(line, role="author", reason="note on the author") if place in notes else line


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
    for line in lines:
        if _open(line) and not line.is_long:
            yield replace(line, unsure="a short line, kept as a paragraph")
        elif line.role == "heading" and line.text.endswith((":", ",")):
            yield replace(line, unsure="taken for a heading; it may begin a list")
        else:
            yield line


def _paragraphs(lines: list[Line], capture: Capture | None) -> list[str]:
    joins = {repaired(start) for start in capture.join} if capture else set()
    found: list[str] = []
    joining = False
    for line in (line for line in lines if line.role == "paragraph"):
        joining = line.text in joins or (joining and len(line.text.split()) <= SHORT_LINE)
        if joining and line.text not in joins:
            found[-1] += f" {line.text}"
        else:
            found.append(line.text)
    return found


def text_of_html(html: str) -> str:
    """The running text of a saved web page, a line a paragraph, headings as lines of their own."""
    from trafilatura import extract  # noqa: PLC0415  it takes a second to import, and most captures are text

    return extract(html, include_comments=False, include_tables=True, favor_recall=True) or ""
