"""Spellings are folded alike where a site is built and in the browser that asks it, whatever the name."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page

from dossier.corpus.corpus import Corpus
from dossier.model.records import Named
from dossier.search.entries import entries
from dossier.search.topics import all_topics, intent_of, names_of, stems
from dossier.text.sentences import Piece, gaps
from dossier.text.spelling import letter, sound, words_of

FOLD = """async (texts) => {
  const { ready, wordsOf, soundOf, letterOf } = await import("/assets/dossier/folding.js");
  const folding = ready(await (await fetch("/search/rules.json")).json());
  return texts.map((text) => wordsOf(folding, text).map((word) =>
    [word, soundOf(folding, word), letterOf(folding, word)]));
}"""
Folded = list[list[list[str]]]

# Alphabets of names: Latin with its marks, Cyrillic, Arabic with the letters that other languages add, Greek, Hebrew.
RANGES = [("a", "z"), ("A", "Z"), ("À", "ž"), ("А", "ӿ"), ("ء", "ۓ"), ("Ḁ", "ỹ"), ("Α", "ω"), ("א", "ת"), ("0", "9")]
SIGNS = "'’‘ʼʹʿʾʻ`´ʔʕ-‐–_./،؛ \u200c\u200dـ\u0301\u0304\u0323\u0327\u064b\u0651ßæøłđıİſŠ"
LETTERS = [chr(code) for first, last in RANGES for code in range(ord(first), ord(last) + 1)]
KNOWN = [one for one in LETTERS if unicodedata.category(one) != "Cn"]
WORDS = st.text(st.one_of(st.sampled_from(KNOWN), st.sampled_from(SIGNS)), max_size=12)
# Parts to which rules apply, put together in every way.
PARTS = [
    "abdul",
    "al-",
    "ud-din",
    "ullah",
    "kh",
    "x",
    "q",
    "sch",
    "tch",
    "dzh",
    "w",
    "mohammad",
    "muhammed",
    "oo",
    "ou",
]
PARTS += ["ou", "eh", "'s", "U.N.", "ال", "ة", "ى", "ئ", "ш", "дж", "'ya", "zh"]
NAMES = st.lists(st.one_of(WORDS, st.sampled_from(PARTS)), max_size=6).flatmap(
    lambda parts: st.sampled_from(["", " ", "-", "’"]).map(lambda between: between.join(parts))
)


def here(texts: Sequence[str]) -> Folded:
    return [[[word, sound(word), letter(word)] for word in words_of(text)] for text in texts]


def apart(page: Page, texts: Sequence[str]) -> Iterator[tuple[str, object, object]]:
    for text, ours, theirs in zip(texts, here(texts), page.evaluate(FOLD, list(texts)), strict=True):
        if ours != theirs:
            yield text, ours, theirs


@pytest.fixture
def folding_page(page: Page) -> Page:
    page.goto("about/")
    return page


def test_every_name_of_the_dossier(folding_page: Page, corpus: Corpus) -> None:
    names = [name.text for record in corpus.of(Named) for name in record.names]
    assert list(apart(folding_page, names)) == []


def test_any_name(folding_page: Page) -> None:
    @settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
    @given(st.lists(NAMES, min_size=20, max_size=60))
    def compare(texts: list[str]) -> None:
        assert list(apart(folding_page, texts)) == []

    compare()


def test_every_letter_and_sign_alone_and_within_a_word(folding_page: Page) -> None:
    letters = [*KNOWN, *SIGNS]
    assert list(apart(folding_page, [*letters, *(f"a{one}b" for one in letters)])) == []


ASKED = """async (texts) => {
  const { ready, wordsOf } = await import("/assets/dossier/folding.js");
  const { askedWords, intentOf, loadTopics, meantBy } = await import("/assets/dossier/topics.js");
  const folding = ready(await (await fetch("/search/rules.json")).json());
  const { rules } = await loadTopics();
  const meant = texts.map((text) => meantBy(rules, wordsOf(folding, text)));
  return meant.map((words) => [askedWords(folding, rules, words), intentOf(rules, words)]);
}"""


def test_what_is_asked_has_the_same_stems_and_asks_for_the_same(folding_page: Page, corpus: Corpus) -> None:
    names = names_of(corpus)
    texts = [way for one in all_topics(corpus) for way in (*one.ways, one.answers, one.short) if way]
    theirs = folding_page.evaluate(ASKED, texts)
    ours = [[stems(text, names), intent_of(text, names)] for text in texts]
    assert [text for text, one, other in zip(texts, ours, theirs, strict=True) if one != other] == []


DIVIDED = """async (texts) => {
  const { sentencesOf } = await import("/assets/dossier/fulltext.js");
  const { sentences } = await (await fetch("/search/rules.json")).json();
  return texts.map((text) => sentencesOf(text, sentences));
}"""


def test_sentences_end_at_the_same_places(folding_page: Page, corpus: Corpus) -> None:
    texts = [one.text for one in entries(corpus) if one.text]
    theirs = folding_page.evaluate(DIVIDED, texts)
    assert [text for text, found in zip(texts, theirs, strict=True) if found != divided(text)] == []


def divided(text: str) -> list[str]:
    borders = [place for gap in gaps([Piece(text)]) for place in gap]
    ends = [0, *borders, len(text)]
    return [text[start:end] for start, end in zip(ends[::2], ends[1::2], strict=True)]
