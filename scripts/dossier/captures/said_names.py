"""Names of authors as a page gives them: persons by family and given name, or bodies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dossier.captures.bylines import PARTICLES
from dossier.text.spelling import OPTIONAL

BODY = re.compile(
    r"\b(?:academy|agency|agence|associates|association|authority|board|bureau|cent(?:er|re)|college|command|commission|"
    r"committee|company|consortium|corporation|council|department|desk|directorate|editors?|editorial|federation|"
    r"forum|foundation|fund|group|house|inc|initiative|institut\w*|journal|laboratory|lab|league|ltd|magazine|"
    r"ministry|monitor|nations|network|news\w*|observatory|office|online|organi[sz]ation|party|press|program(?:me)?|"
    r"project|radio|reporters?|review|school|service|society|staff|task force|team|telegraph|times|tribune|trust|union|"
    r"university|watch|writers?)\b",
    re.IGNORECASE,
)
TITLES = re.compile(r"^(?:(?:by|dr|prof|professor|mr|mrs|ms|sir|amb|gen|col|lt)\b\.?:?\s+)+", re.IGNORECASE)
SUFFIX = re.compile(r",?\s+(?:jr|sr|ii|iii|iv|ph\.?d|m\.?d|m\.?a)\.?$", re.IGNORECASE)
AND = re.compile(r"\s+(?:and|und|et|y|&)\s+|\s*;\s*|\s*\|\s*")
NO_NAME = re.compile(
    r"https?:|www\.|@|(?-i:^(?:[a-z0-9-]+\.)+[a-z]{2,}$)"
    r"|^(?:admin|administrator|unknown|anonymous|guest|n/a|none|null|undefined|default|user|webmaster|author|"
    r"(?:our )?(?:staff|newsroom)(?: (?:writer|reporter|correspondent|author|editor)s?)?)\d*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class SaidAuthor:
    """A person by ``family`` and ``given`` name (which may be empty), or a body by ``literal``."""

    family: str = ""
    given: str = ""
    literal: str = ""

    @property
    def name(self) -> str:
        """The name as an article gives it."""
        return self.literal or f"{self.given} {self.family}".strip()


def authors_of(said: Sequence[tuple[str, str]], container: str = "") -> Iterator[SaidAuthor]:
    """The authors, each once, from names as given and the type of each (``person``, ``organization`` or empty)."""
    seen = set()
    for words, kind in said:
        for part in _each(words, kind):
            name = TITLES.sub("", part).strip(" ,.;")
            if not name or NO_NAME.search(name) or name.casefold() in seen:
                continue
            seen.add(name.casefold())
            is_body = kind.endswith("organization") or (kind != "person" and _is_body(name, container))
            yield SaidAuthor(literal=name) if is_body else person(name)


def _each(words: str, kind: str) -> Iterator[str]:
    """The names in some words: several with “and”, or with commas where each has a given name of its own."""
    if kind.endswith("organization") or (BODY.search(words) and not AND.search(words)):
        yield words
        return
    for part in AND.split(words):
        names = [one.strip() for one in SUFFIX.sub("", part).split(",") if one.strip()]
        if len(names) > 1 and all(len(one.split()) > 1 for one in names):
            yield from names
        else:
            yield part


def _is_body(name: str, container: str) -> bool:
    alone = len(name.split()) == 1
    return (
        bool(BODY.search(name))
        or name.casefold() == container.casefold()
        or (alone and (name.isupper() or name.istitle()))
    )


def person(name: str) -> SaidAuthor:
    """A person's name apart: ``Family, Given``, or the last word with the small ones before it as the family name.

    A title and one name, such as ``Mullah Omar``, stay together.
    """
    name = SUFFIX.sub("", name)
    if "," in name:
        family, _, given = name.partition(",")
        return SaidAuthor(family.strip(), given.strip())
    words = _in_title_case(name).split()
    if len(words) == 2 and words[0].casefold() in OPTIONAL:
        return SaidAuthor(" ".join(words))
    start = len(words) - 1
    while start > 1 and words[start - 1].casefold() in PARTICLES and words[start - 1].islower():
        start -= 1
    return SaidAuthor(" ".join(words[max(start, 0) :]), " ".join(words[: max(start, 0)]))


def _in_title_case(name: str) -> str:
    """A name that is set in capitals, as names are written; any other as it is."""
    return name.title() if name.isupper() and len(name.split()) > 1 else name
