"""What somebody asks for, found by the same stems, names and concepts as in the search of the site."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dossier.corpus.corpus import Corpus
from dossier.exports.paragraphs import paragraphs
from dossier.mcp.slips import Spelling, spelling
from dossier.model.addresses import paragraph_url, url_for
from dossier.model.records import Claim
from dossier.search.thesaurus import concepts
from dossier.search.topics import Names, Topic, all_topics, intent_of, names_of, stems

CLAIM, PARAGRAPH = "Claim", "Paragraph"
# As in ``assets/topics.js``: what a word is worth by where it stands, a whole way of asking beside its words, that both
# ask for the same, and the least share of a query that must be held.
IN_WAY, IN_ANSWERS, IN_TEXT, WAY, SAME_INTENT, LEAST = 1.0, 0.7, 0.45, 1.2, 0.15, 0.3
BY_KIND = {"Question": 0.12, "Event": 0.05, PARAGRAPH: -0.1}


@dataclass(frozen=True, slots=True)
class Findable:
    """A topic with what each stem and concept is worth in it, and the concepts of each way of asking for it."""

    topic: Topic
    worth: Mapping[str, float]
    ways: tuple[tuple[str, frozenset[str]], ...]


@dataclass(frozen=True)
class Finder:
    """All that can be found, in how many of them each concept is, and how everything is spelled."""

    names: Names
    all: tuple[Findable, ...]
    spread: Mapping[str, int]
    spelling: Spelling

    def find(self, query: str, kind: str = "") -> list[Topic]:
        """What the query asks for as it is spelled, best first; of one kind, where one is named."""
        asked = [_concept(one) for one in stems(query, self.names)]
        words = dict.fromkeys(asked)
        wanted = intent_of(query, self.names)
        scored = ((self._score(one, words, wanted), one) for one in self.all if not kind or one.topic.kind == kind)
        found = sorted(((score, one) for score, one in scored if score), key=lambda pair: -pair[0])
        return [one.topic for _, one in found]

    def _score(self, one: Findable, asked: Mapping[str, None], wanted: str) -> float:
        """How well it answers; 0 where it holds too little of what is asked."""
        whole = sum(map(self._weight, asked))
        held = sum(self._weight(word) * one.worth.get(word, 0.0) for word in asked)
        if not whole or held / whole < LEAST:
            return 0.0
        ways = (self._likeness(way, words, asked, whole, wanted) for way, words in one.ways)
        return held / whole + WAY * max(ways, default=0.0) + BY_KIND.get(one.topic.kind, 0.0)

    def _likeness(self, own: str, words: frozenset[str], asked: Mapping[str, None], whole: float, wanted: str) -> float:
        shared = sum(self._weight(word) for word in asked if word in words)
        same = SAME_INTENT if shared and wanted and own == wanted else 0.0
        return 2 * shared / (whole + sum(map(self._weight, words))) + same

    def _weight(self, concept: str) -> float:
        """The rarer, the more."""
        return math.log(1 + len(self.all) / (self.spread.get(concept, 0) + 0.5))


def finder(corpus: Corpus) -> Finder:
    """What can be found in a corpus."""
    names = names_of(corpus)
    told = (*((one, "") for one in all_topics(corpus)), *_claims(corpus), *_paragraphs(corpus))
    found = tuple(_findable(one, text, names) for one, text in told)
    spelled = spelling((" ".join((*one.ways, one.answers, text)) for one, text in told), names)
    return Finder(names, found, Counter(word for one in found for word in one.worth), spelled)


def _claims(corpus: Corpus) -> Iterator[tuple[Topic, str]]:
    """Each claim, and whom it is about and which source makes it."""
    for claim in corpus.of(Claim):
        named = [*claim.about, *([claim.said_by] if claim.said_by else [])]
        about = " ".join(corpus.name_of(key) for key in named)
        text = f"{about} {corpus.source(claim.source).label}"
        yield Topic(url_for(claim), CLAIM, claim.text, (claim.text,)), text


def _paragraphs(corpus: Corpus) -> Iterator[tuple[Topic, str]]:
    """Each paragraph of an article, and what it says."""
    for one in paragraphs(corpus):
        title = corpus.words.say("search.paragraph_of", source=corpus.source(one.source).label, number=str(one.number))
        yield Topic(paragraph_url(one.source, one.number), PARAGRAPH, title, (title,)), one.text


def _findable(topic: Topic, text: str, names: Names) -> Findable:
    ways = tuple((intent_of(way, names), frozenset(map(_concept, stems(way, names)))) for way in topic.ways)
    worth: dict[str, float] = {}
    for words, value in _stems_by_worth(topic, text, names):
        worth |= {one: value for one in map(_concept, words) if worth.get(one, 0.0) < value}
    return Findable(topic, worth, ways)


def _stems_by_worth(topic: Topic, text: str, names: Names) -> Iterator[tuple[Sequence[str], float]]:
    yield stems(text, names) if text else (), IN_TEXT
    yield stems(topic.answers, names) if topic.answers else (), IN_ANSWERS
    for way in topic.ways:
        yield stems(way, names), IN_WAY


def _concept(word: str) -> str:
    return concepts().get(word, word)
