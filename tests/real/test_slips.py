"""Names that are misspelt, transliterated or written in another script, looked up by the browser's own module."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import cast

import pytest
from playwright.sync_api import Browser, Page

from dossier.corpus.corpus import Corpus
from dossier.model.addresses import url_for
from dossier.model.records import Named
from dossier.text.spelling import words_of
from tests.bench.queries import Query, slips
from tests.support.full import unless_full
from tests.support.serving import serving

LOOK_UP = """async (queries) => {
  const { understood } = await import("/assets/dossier/query.js");
  const found = [];
  for (const query of queries) {
    const { hits } = await understood(query, false, async () => true);
    found.push(hits.slice(0, 3).map((hit) => [`/${hit.address}`, hit.full]));
  }
  return found;
}"""
TERMS = """async (query) => {
  const { understood } = await import("/assets/dossier/query.js");
  return (await understood(query, false, async () => true)).terms;
}"""
ALL = 10_000
ASKED = unless_full([150], [ALL])[0]
Hits = list[tuple[str, bool]]


def looked_up(page: Page, queries: Sequence[str]) -> list[Hits]:
    """The first three records that each query names, and whether they are named by all of it."""
    return cast("list[Hits]", page.evaluate(LOOK_UP, list(queries)))


def first_found(page: Page, queries: Sequence[Query]) -> float:
    found = looked_up(page, [query.text for query in queries])
    right = [
        q for q, hits in zip(queries, found, strict=True) if hits and hits[0][1] and re.match(q.wanted, hits[0][0])
    ]
    return len(right) / len(queries)


@pytest.fixture
def mini_page(browser: Browser, mini_site: Path) -> Iterator[Page]:
    with serving(mini_site) as served:
        page = browser.new_page(base_url=served.base)
        page.goto("about/")
        yield page
        page.close()


@pytest.fixture
def real_page(page: Page) -> Page:
    page.goto("about/")
    return page


@pytest.mark.parametrize("seed", unless_full([1], [1, 2]))
def test_a_name_with_one_letter_wrong_is_found_first(real_page: Page, corpus: Corpus, seed: int) -> None:
    assert first_found(real_page, slips(corpus, ASKED, seed)) >= 0.97


def test_so_it_is_in_any_dossier(mini_page: Page, mini: Corpus) -> None:
    assert first_found(mini_page, slips(mini, ALL, 1)) >= 0.97


def test_every_name_as_it_is_written_is_found_first(real_page: Page, corpus: Corpus) -> None:
    named = [(name.text, url_for(record)) for record in corpus.of(Named) for name in record.names]
    asked = [text for text, _ in unless_full(named[::3], named)]
    holders: dict[str, set[str]] = {}
    for text, address in named:
        holders.setdefault("".join(words_of(text)), set()).add(f"/{address}")
    found = looked_up(real_page, asked)
    missed = [
        text for text, hits in zip(asked, found, strict=True) if hits[0][0] not in holders["".join(words_of(text))]
    ]
    assert missed == []


SPELLINGS = [
    "lamp guild",
    "Lamp-Guild",
    "lampguild",
    "the Lamp Guild",
    "guild, lamp",
    "Lemp Gild",
    "LG",
    "l.g.",
    "Niqabat el-Masabih",
    "Niqabatul Masabeeh",
    "نقابة المصابيح",
    "نقابه المصابیح",
    "Brotherhood of Wick",
    "Lamp Guild (LG)",
]


def test_one_group_under_many_spellings(mini_page: Page) -> None:
    firsts = {query: list(hits[0]) for query, hits in zip(SPELLINGS, looked_up(mini_page, SPELLINGS), strict=True)}
    assert firsts == {query: ["/actors/lamp-guild/", True] for query in SPELLINGS}


SHORT = ["LB", "LGG", "lag", "xq", "", "?", "zzxqy"]


def test_short_words_name_nothing_that_they_do_not_spell(mini_page: Page) -> None:
    found = zip(SHORT, looked_up(mini_page, SHORT), strict=True)
    assert [(query, hit) for query, hits in found for hit in hits if hit[1]] == []


def test_a_question_is_not_taken_for_a_name(mini_page: Page) -> None:
    (hits,) = looked_up(mini_page, ["how many were keepers of the Lamp Guild in 1907 by the ledger"])
    assert not any(full for _, full in hits)


def test_of_a_long_name_texts_are_searched_for_what_they_call_it(real_page: Page) -> None:
    assert real_page.evaluate(TERMS, "Islamic State Khorasan Province") == [[["iskp"]]]
    assert real_page.evaluate(TERMS, "islamic emirate of afghanistan") == [[["taliban"]]]
    assert real_page.evaluate(TERMS, "haqqani network")[0][0] == ["haqqani", "network"]
