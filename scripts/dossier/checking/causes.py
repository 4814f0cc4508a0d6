"""What many problems have in common: the one thing that is to be mended for all of them.

A cause is a short text that is equal where the mend is. Rules give it to their problems, which are then told as one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.corpus.corpus import Corpus
from dossier.model.addresses import SECTIONS
from dossier.model.records import Source
from dossier.reading.markdown_file import Block, Document

CLAIM_ID = re.compile(r"(.+)-c\d+")
ARTICLE, POSITION, PAGE = "article/", "position/", "page/"


def record(corpus: Corpus, key: str) -> str:
    """That there is no record of this id; or, where its source has no claim at all, that these are not there."""
    source = source_of_claim(key)
    if is_claimless(corpus, source):
        return claims(source)
    return f"record/{key}"


def claims(source: str) -> str:
    """That there are no claims of a source."""
    return f"claims/{source}"


def article(source: str) -> str:
    """That the restated article of a source is missing, or not numbered as its record says."""
    return f"{ARTICLE}{source}"


def position(question: str, key: str) -> str:
    """That a question has no position of this id."""
    return f"{POSITION}{question}#{key}"


def moved(key: str) -> str:
    """That a record has moved."""
    return f"moved/{key}"


def lost_address(corpus: Corpus, address: str) -> str:
    """That an address leads nowhere any more: what it led to is not there."""
    page, _, fragment = address.partition("#")
    if CLAIM_ID.fullmatch(fragment):
        return record(corpus, fragment)
    section, _, key = page.rstrip("/").partition("/")
    # The lists of claims of a record stand below its own page, and go with it.
    if section in SECTIONS.values() and (owner := key.partition("/")[0]) not in corpus.records:
        key = owner
    if section == SECTIONS["source"] and key:
        return article(key) if key in corpus.records else record(corpus, key)
    if section == SECTIONS["question"] and key in corpus.records:
        return position(key, fragment.removeprefix("position-"))
    return record(corpus, key) if section in SECTIONS.values() and key else f"{PAGE}{page}"


def is_lost(corpus: Corpus, key: str) -> bool:
    """Whether the page of a record was published, and neither the record is there nor a redirect."""
    pages = {f"{section}/{key}/" for section in SECTIONS.values()}
    return key not in corpus.records and key not in corpus.redirects and not pages.isdisjoint(corpus.permalinks)


def source_of_claim(key: str) -> str:
    """The id of the source that the id of a claim holds; empty where it is none of a claim."""
    found = CLAIM_ID.fullmatch(key)
    return found[1] if found else ""


def is_claimless(corpus: Corpus, source: str) -> bool:
    """Whether a source is there and none of its claims is, be it one that could not be read."""
    has_claims = any(referrer.field == "source" for referrer in corpus.referrers(source))
    return isinstance(corpus.records.get(source), Source) and not has_claims and not corpus.is_unread(f"{source}-c01")


def missing_claims(corpus: Corpus) -> Iterator[str]:
    """The ids of claims that were published, or whose source has none, and that are not there."""
    cited = (key for document in corpus.documents for block in document.blocks for key in block.cited)
    for key in sorted({*corpus.indexes.referrers, *cited} - corpus.records.keys()):
        if is_claimless(corpus, source_of_claim(key)):
            yield key
    for address in corpus.permalinks:
        section, _, key = address.rstrip("/").partition("/")
        if section == SECTIONS["claim"] and key and key not in corpus.records and key not in corpus.redirects:
            yield key


def lacks_claims(corpus: Corpus) -> bool:
    """Whether claims are missing, so that nothing that counts on all of them can be judged."""
    return not corpus.is_whole or any(True for _ in missing_claims(corpus))


def has_all_claims(corpus: Corpus, source: str) -> bool:
    """Whether each claim of a source is there that was named or published."""
    unread = {*map(source_of_claim, corpus.unread), *corpus.unread}
    return not unread & {source, claims(source)} and source not in map(source_of_claim, missing_claims(corpus))


def paragraphs(document: Document) -> list[Block]:
    """What takes a number in an article."""
    return [block for block in document.blocks if block.level == 0]


def is_complete(corpus: Corpus, source: str) -> bool:
    """Whether a source has its article, and the article the paragraphs that the source's record says."""
    found, owner = corpus.article(source), corpus.records.get(source)
    if found is None or not isinstance(owner, Source):
        return False
    numbers = [block.number for block in paragraphs(found)]
    expected = len(owner.capture.fingerprints) if owner.capture else len(numbers)
    return numbers == list(range(1, expected + 1))
