"""The address of each page, relative to the site's root; it ends in a slash."""

from __future__ import annotations

from urllib.parse import quote

from dossier.model.records import Claim, Kind, Position, PositionRedirect, Question, Record, Redirect
from dossier.reading.markdown_file import Document

SECTIONS: dict[Kind, str] = {
    "question": "questions",
    "actor": "actors",
    "event": "events",
    "place": "places",
    "claim": "claims",
    "source": "sources",
}
# The pages that every site has and that are those of no record, each named where it is listed: what stands here is
# guarded, can be redirected to, and is kept free of prose. What is on each page is in ``pages/registry.py``.
SITE_PAGES = (
    *(f"{section}/" for section in SECTIONS.values()),
    SEARCH := "search/",
    COMPARE := "compare/",
    AGREEMENT := "agreement/",
    TIMELINE := "timeline/",
    NUMBERS := "numbers/",
    MAP := "map/",
    NETWORK := "network/",
    CHANGES := "changes/",
    DATA := "data/",
    DICTIONARY := "data/dictionary/",
    TYPES := "data/types/",
    COPY := "data/copy/",
)
FEED = "changes/feed.xml"
ABOUT = "about/"
CORRECTIONS = "about/corrections/"
GLOSSARY = "about/glossary/"
METHOD = "about/method/"


def url_for(record: Record) -> str:
    """The address of a record's page."""
    return f"{SECTIONS[record.kind_of_record]}/{record.id}/"


def list_url(record: Record, list_: str) -> str:
    """The address of a long list of a record on a page of its own, such as its claims on one theme."""
    return f"{url_for(record)}claims/{list_}/"


def document_url(document: Document) -> str:
    """The address of a page of prose."""
    name = document.name.removesuffix("index").rstrip("/")
    return f"{name}/" if name else ""


def paragraph_url(source: str, number: int) -> str:
    """The address of a numbered paragraph of a restated article."""
    return f"{SECTIONS['source']}/{source}/#p{number}"


def claim_fragment_url(claim: Claim) -> str:
    """The place of a claim on the page of its article, beside the first of its paragraphs."""
    return f"{SECTIONS['source']}/{claim.source}/#{claim.id}"


def position_url(question: Question, position: Position) -> str:
    """The address of one position on a question."""
    return f"{url_for(question)}#position-{position.id}"


def redirect_url(redirect: Redirect) -> str:
    """The address that a record had before it was renamed, merged or withdrawn."""
    return f"{SECTIONS[redirect.kind]}/{redirect.id}/"


def former_position_url(redirect: PositionRedirect) -> str:
    """The address that a position had before it was renamed, merged or withdrawn."""
    return f"{SECTIONS['question']}/{redirect.question}/#position-{redirect.position}"


def passage_url(claim: Claim, address: str) -> str:
    """The publisher's page, at the words that make the claim (a text fragment made of the anchor)."""
    start, end = (quote(words, safe="").replace("-", "%2D") for words in (claim.anchor.from_, claim.anchor.to))
    return f"{address}{'' if '#' in address else '#'}:~:text={start},{end}"


def pair_url(one: str, other: str) -> str:
    """The address of the page on which two sources stand beside each other, whichever is named first."""
    first, second = sorted((one, other))
    return f"{COMPARE}{first}/{second}/"


def root_of(address: str) -> str:
    """The relative address of the site's root from a page: ``../../`` for ``actors/x/``, empty for the home page."""
    return "../" * address.count("/")
