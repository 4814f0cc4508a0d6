"""What is read elsewhere keeps what it is about: reader views of browsers and programs lose no claim of a page."""

from __future__ import annotations

from pathlib import Path

import pytest

from dossier.corpus.corpus import Corpus
from dossier.model.addresses import url_for
from dossier.model.records import Actor, Event, Place, Question
from tests.support.full import FULL, in_full
from tests.support.kinds import kinds_of_page
from tests.support.node import MissingError
from tests.support.reader_views import by_readability, by_trafilatura, claims_of, lost

KINDS = ("question", "claim", "actor", "event", "place", "article", "topic", "two sources", "long list")


@pytest.fixture(scope="module")
def pages(built: tuple[Path, Corpus]) -> dict[str, str]:
    """A page of each kind that holds claims, in the full mode every page of most kinds, by address."""
    folder, corpus = built
    kinds = kinds_of_page(corpus)
    every = [url_for(one) for kind in (Question, Actor, Event, Place) for one in corpus.of(kind)] if FULL else []
    found = dict.fromkeys((*(kinds[one] for one in KINDS), *every))
    return {url: (folder / url / "index.html").read_text("utf-8") for url in found}


def test_each_page_holds_claims(pages: dict[str, str], built: tuple[Path, Corpus]) -> None:
    kinds = kinds_of_page(built[1])
    assert [one for one in KINDS if not claims_of(pages[kinds[one]])] == []


def test_trafilatura_loses_no_claim(pages: dict[str, str]) -> None:
    kept = {url: by_trafilatura(page) for url, page in pages.items()}
    assert {url: some for url, page in pages.items() if (some := lost(page, kept[url]))} == {}


@in_full
def test_readability_loses_no_claim_and_begins_with_the_page(pages: dict[str, str]) -> None:
    try:
        kept = by_readability([(f"https://dossier.example/{url}", page) for url, page in pages.items()])
    except MissingError as missing:
        pytest.skip(f"Readability is not run: {missing}")
    assert {
        url: some for (url, page), text in zip(pages.items(), kept, strict=True) if (some := lost(page, text))
    } == {}
    assert [url for url, text in zip(pages, kept, strict=True) if "Not a published edition" in (text or "")[:300]] == []
