"""Citations of our own pages: a page of this site has no author, and is cited by one function a style.

Each function writes what the processor prints with the official file of its style; the tests hold the two together.
A function is given plain titles only, so that it knows how each is printed.
"""

from __future__ import annotations

import calendar
import re

from markupsafe import Markup, escape

from dossier.citations.csl_json import Item
from dossier.citations.in_text import with_comma
from dossier.citations.processor import Styled
from dossier.text.title_case import is_plain, title_case

KNOWN = {"id", "type", "title", "container-title", "issued", "version", "URL"}
MONTHS_OF_MLA = (
    "", "Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.",
)  # fmt: skip
PLAIN_SITE = re.compile(r"[A-Z][A-Za-z0-9]*(?: [A-Za-z0-9]+)*")
PLAIN_VERSION = re.compile(r"[0-9]+(?:\.[0-9]+)*")
PLAIN_URL = re.compile(r"https?://[A-Za-z0-9.:/-]*[A-Za-z0-9/](?:#[a-z0-9-]+)?")
NOTHING = Markup()
INNER_QUOTES = str.maketrans("“”", "‘’")


def own_page(item: Item, *, in_text: bool = True) -> dict[str, Styled] | None:
    """The citation of a page in every style; ``None`` where the processor has to make it.

    What stands in the text is left empty where it is not asked for; a note is there always.
    """
    if not can_be_written(item):
        return None
    return {
        "apa": Styled(apa(item), apa_in_text(item) if in_text else NOTHING),
        "chicago": Styled(chicago(item), chicago_in_text(item) if in_text else NOTHING),
        "chicago-notes": Styled(chicago_notes(item), chicago_note(item)),
        "mla": Styled(mla(item), mla_in_text(item) if in_text else NOTHING),
    }


def can_be_written(item: Item) -> bool:
    """Whether an item is a page without author of which everything is printed as it is known here."""
    site, date = item.get("container-title", ""), item.get("issued", {"date-parts": [[1, 1, 1]]})
    return (
        item["type"] == "webpage"
        and item.keys() <= KNOWN
        and is_plain(item["title"])
        and (not site or (bool(PLAIN_SITE.fullmatch(site)) and is_plain(site)))
        and date.keys() == {"date-parts"}
        and [len(point) for point in date["date-parts"]] == [3]
        and bool(PLAIN_VERSION.fullmatch(item.get("version", "1")))
        and bool(PLAIN_URL.fullmatch(item.get("URL", "http://x/")))
    )


def apa(item: Item) -> Markup:
    """``<i>Title</i>. (2026, January 9). Site. https://…``."""
    title, site, url = item["title"], item.get("container-title", ""), item.get("URL", "")
    date = "n.d."
    if "issued" in item:
        year, month, day = item["issued"]["date-parts"][0]
        date = f"{year}, {calendar.month_name[month]} {day}"
    end = "" if _closed(title) else "."
    where = f"{title_case(site)}." if site else ""
    return _html([f"<i>{escape(title)}</i>{end}", f"({date}).", where, url])


def chicago(item: Item) -> Markup:
    """``Site. 2026. “Title.” Version 2026.1. January 9. https://….``."""
    site, version, url = item.get("container-title", ""), item.get("version", ""), item.get("URL", "")
    title, year, day = _quoted(item["title"]), "n.d.", ""
    if "issued" in item:
        number, month, of_month = item["issued"]["date-parts"][0]
        year, day = f"{number}.", f"{calendar.month_name[month]} {of_month}."
    first = [f"{title_case(site)}.", year, title] if site else [title, year]
    return _html([*first, f"Version {version}." if version else "", day, f"{url}." if url else ""])


def chicago_notes(item: Item) -> Markup:
    """``Site. “Title.” Version 2026.1. January 9, 2026. https://….``."""
    pieces = [item.get("container-title", ""), _quoted(item["title"]), *_version_and_day(item, "Version")]
    site, *others = [*pieces, item.get("URL", "")]
    return _html([f"{title_case(site)}." if site else "", *(_stopped(one) for one in others)])


def chicago_note(item: Item) -> Markup:
    """``“Title,” version 2026.1, Site, January 9, 2026, https://….``."""
    version, day = _version_and_day(item, "version")
    details = [version, title_case(item.get("container-title", "")), day, item.get("URL", "")]
    told = ", ".join(filter(None, details))
    if not told:
        return _html([_quoted(item["title"])])
    return _html([f"“{_inner(item['title'])}{'' if _closed(item['title']) else ','}”", f"{told}."])


def _version_and_day(item: Item, label: str) -> tuple[str, str]:
    """``Version 2026.1`` and ``January 9, 2026``, each empty where it is not known."""
    version, day = item.get("version", ""), ""
    if "issued" in item:
        year, month, of_month = item["issued"]["date-parts"][0]
        day = f"{calendar.month_name[month]} {of_month}, {year}"
    return f"{label} {version}" if version else "", day


def _stopped(piece: str) -> str:
    return f"{piece}." if piece and not piece.endswith("”") else piece


def mla(item: Item) -> Markup:
    """``“Title.” <i>Site</i>, Version 2026.1, 9 Jan. 2026, https://….``."""
    site, version = item.get("container-title", ""), item.get("version", "")
    details = [f"Version {version}"] if version else []
    if "issued" in item:
        year, month, day = item["issued"]["date-parts"][0]
        details.append(f"{day} {MONTHS_OF_MLA[month]} {year}")
    if "URL" in item:
        details.append(item["URL"])
    if site:
        container = ", ".join([f"<i>{escape(title_case(site))}</i>", *details])
        return _html([_quoted(item["title"]), f"{container}."])
    title = title_case(item["title"])
    alone = f"<i>{escape(title)}</i>{'' if _closed(title) else '.'}"
    return _html([alone, f"{', '.join(details)}." if details else ""])


def apa_in_text(item: Item) -> Markup:
    """``(<i>Title</i>, 2026)``."""
    return _html([f"(<i>{escape(title_case(item['title']))}</i>, {_year(item)})"])


def chicago_in_text(item: Item) -> Markup:
    """``(Site 2026)``, ``(Site, n.d.)``; the title where there is no site."""
    known = "issued" in item
    if "container-title" in item:
        return _html([f"({title_case(item['container-title'])}{'' if known else ','}", f"{_year(item)})"])
    title = f"“{_inner(item['title'])}”"
    return _html([f"({title if known else with_comma(title)}", f"{_year(item)})"])


def mla_in_text(item: Item) -> Markup:
    """``(“Title”)``; in italics where there is no site."""
    if "container-title" in item:
        return _html([f"(“{_inner(item['title'])}”)"])
    return _html([f"(<i>{escape(title_case(item['title']))}</i>)"])


def _year(item: Item) -> str:
    return str(item["issued"]["date-parts"][0][0]) if "issued" in item else "n.d."


def _quoted(title: str) -> str:
    """A title in quotation marks and title case; a full stop stands within them."""
    return f"“{_inner(title)}{'' if _closed(title) else '.'}”"


def _inner(title: str) -> str:
    """A title in title case, as it stands within quotation marks."""
    return escape(title_case(title).translate(INNER_QUOTES))


def _closed(title: str) -> bool:
    """Whether a title ends a sentence by itself."""
    return title.rstrip("”").endswith((".", "?"))


def _html(pieces: list[str]) -> Markup:
    return Markup(" ".join(filter(None, pieces)))  # noqa: S704  of escaped titles and words that need no escape
