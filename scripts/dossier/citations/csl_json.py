"""Records and pages as CSL-JSON: the one mapping that every citation and bibliography file is made from.

https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from pydantic_core import to_json

from dossier.editions.site_info import SiteInfo
from dossier.model.addresses import paragraph_url, url_for
from dossier.model.records import Author, PageRedirect, Record, Redirect, Source
from dossier.model.words import Words
from dossier.text.edtf import OPEN, POINT, SEASONS, Edtf, parse

Item = dict[str, Any]

NOT_OF_A_KEY = re.compile(r"[^a-z0-9.]+")


@dataclass(frozen=True)
class Cited:
    """An item and the paragraphs of it that are cited; none where it is cited as a whole."""

    item: Item
    paragraphs: tuple[int, ...] = ()


def source_item(source: Source) -> Item:
    """The original publication. What is not known of it is left out, so that each style says so in its own way.

    Where no author is named, the body that published it stands as author too, as styles write it. A value is one line.
    ``custom`` holds the date as EDTF where CSL says less of it.
    """
    date = source.issued
    known = {
        "title": one_line(source.title),
        "author": _authors(source),
        "container-title": one_line(source.container_title or ""),
        "publisher": one_line(source.publisher or ""),
        "issued": csl_date(date) if date else None,
        "language": source.language,
        "URL": source.URL,
        "custom": {"issued": date.text} if date and edtf_of(csl_date(date)) != date.text else None,
    }
    return {"id": source.id, "type": source.type} | {key: value for key, value in known.items() if value}


def _authors(source: Source) -> list[Item]:
    if not source.author and source.publisher:
        return [{"literal": one_line(source.publisher)}]
    return [_author(author) for author in source.author]


def _author(author: Author) -> Item:
    """A body, and a person of one name, are one name that nothing may divide."""
    if author.literal or not author.given:
        return {"literal": one_line(author.literal or author.family or "")}
    return {"family": one_line(author.family or ""), "given": one_line(author.given)}


def one_line(text: str) -> str:
    """The text without line breaks, which end a value in RIS, and without blanks that repeat."""
    return " ".join(text.split())


def page_item(title: str, address: str, info: SiteInfo) -> Item:
    """A page of the site, or a fragment of one, as it stands in the edition that is made.

    No author is made up: the site stands as ``container-title`` alone, which APA and MLA print after the title and
    Chicago in the author's place. Of an edition that is not published the address leads to the latest, and where the
    site's address or the date is not known it is left out.
    """
    edition = info.edition
    known = {
        "container-title": info.name if title != info.name else "",
        "issued": csl_date(parse(edition.date)) if edition.date else None,
        "version": edition.name,
        "URL": info.cited(address),
    }
    item = {"id": page_key(address, info.name, edition.name), "type": "webpage", "title": title}
    return item | {key: value for key, value in known.items() if value}


def page_key(address: str, site: str, edition: str) -> str:
    """The citation key of a page: the site, the edition, the address, such as ``lamp-dossier-2026.1-places-brisa``."""
    words = f"{site} {edition} {address or 'home'}".lower()
    return NOT_OF_A_KEY.sub("-", words).strip("-")


def record_item(record: Record, info: SiteInfo) -> Item:
    """The page of a record. That of a source is not the source, and its title says so."""
    title = restatement_title(info.words, record) if isinstance(record, Source) else record.heading
    return page_item(title, url_for(record), info)


def paragraph_item(source: Source, number: int, info: SiteInfo) -> Item:
    """A numbered paragraph of a restated article."""
    title = info.words.say("cite.paragraph_of", title=restatement_title(info.words, source), number=str(number))
    return page_item(title, paragraph_url(source.id, number), info)


def restatement_title(words: Words, source: Source) -> str:
    """What the restated article is called, so that it is not mistaken for the article."""
    return words.say("cite.restated", title=source.title, source=source.label)


def gone_title(words: Words, redirect: Redirect | PageRedirect, heading: str) -> str:
    """What the page at the address of what is gone is called, so that nobody takes it for what was there.

    ``heading`` is what that was called; of a claim it may be its words.
    """
    kind = redirect.kind if isinstance(redirect, Redirect) else "page"
    what, reason = words.say(f"redirect.what_{kind}"), words.say(f"redirect.reason_{redirect.reason}")
    return words.say("redirect.gone_title", heading=heading.removesuffix("."), what=what, reason=reason)


def with_locator(item: Item, paragraphs: Iterable[int]) -> Cited:
    """The item, cited at paragraphs."""
    return Cited(item, tuple(sorted(set(paragraphs))))


def locator(paragraphs: Iterable[int]) -> str:
    """Paragraph numbers as a CSL locator: ``9``, ``9-10``, ``3, 9-10``."""
    runs = [
        [number for _, number in run]
        for _, run in groupby(enumerate(paragraphs), lambda numbered: numbered[1] - numbered[0])
    ]
    return ", ".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)


def noted(cited: Cited) -> Item:
    """The item for a file, in which CSL has no place for a locator: the paragraphs stand in its note."""
    if not cited.paragraphs:
        return cited.item
    label = "paragraph" if len(cited.paragraphs) == 1 else "paragraphs"
    return cited.item | {"note": f"{label} {locator(cited.paragraphs)}"}


def csl_date(date: Edtf) -> Item:
    """An EDTF date as CSL-JSON, which has no word for half of an uncertain date, an open end or an unknown digit.

    ``circa`` stands for every doubt. A year with unknown digits is the range of years that it can be; of a range with
    an open end the known end stays.
    """
    ends = [end for end in date.text.split("/") if end not in OPEN]
    uncertain = any(end[-1] in "~?%" or "X" in end[:4] for end in ends) or len(ends) < date.text.count("/") + 1
    found: Item = {"date-parts": _date_parts(ends, date)}
    if len(ends) == 1 and (season := ends[0][5:7]) in SEASONS:
        found["season"] = int(season) - 20
    return found | ({"circa": True} if uncertain else {})


def _date_parts(ends: list[str], date: Edtf) -> list[list[int]]:
    if any("X" in end[:4] for end in ends):
        return [[day.year] for day in (date.earliest, date.latest) if day]
    return [_known_parts(end) for end in ends]


def _known_parts(point: str) -> list[int]:
    """Year, month and day as far as they are known; a season is no month."""
    found = POINT.fullmatch(point)
    year, month, day = found.groups() if found else (None, None, None)
    parts = (year, None if month in SEASONS else month, day)
    return [int(part) for part in parts if part and "X" not in part]


def edtf_of(issued: Item) -> str:
    """A date of CSL-JSON as EDTF: ``2023~``, ``2016/2018``, ``2015-21``."""
    doubt = "~" if issued.get("circa") else ""
    season = [issued["season"] + 20] if "season" in issued else []
    points = [[f"{parts[0]:04}", *(f"{part:02}" for part in [*parts[1:], *season])] for parts in issued["date-parts"]]
    return "/".join("-".join(point) + doubt for point in points)


def csl_json(items: Sequence[Item]) -> str:
    """A file of these items, in the order given, as Zotero and citation processors read it."""
    return to_json(items, indent=2).decode() + "\n"
