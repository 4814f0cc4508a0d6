"""Which paragraphs of other sources speak of the same subject, as the records tell it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from math import log

from dossier.corpus.corpus import Corpus
from dossier.model.records import Claim, Event, Question, Record, Source

LINKS = ("disputes", "supports", "repeats")
# What a subject that stands in two paragraphs alone would weigh, where both are wholly about it; a link of claims is 1.
SUBJECT = 1.5
# Other records that two claims share tell which of two paragraphs is nearer, but are no subject by themselves.
BESIDES = 0.25
# Below this the paragraphs have little more in common than the dossier has. Set by reading pairs that score near it.
LEAST = 0.5
# What more than this share of all paragraphs is about tells nothing.
TOO_COMMON = 0.25

ParagraphKey = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Parallel:
    """A paragraph of another source, and what it shares.

    ``links`` is the number of links between claims, ``subjects`` are questions and events, rarest first, and
    ``records`` other records that one claim there and one here are both about.
    """

    source: Source
    number: int
    links: int
    subjects: tuple[Record, ...]
    records: tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class Parallels:
    """The nearest paragraph of a source that was surely published earlier, and of one that was surely later."""

    earlier: Parallel | None
    later: Parallel | None


def parallels(corpus: Corpus) -> dict[ParagraphKey, Parallels]:
    """For each paragraph (source, number) that has any, the nearest ones of other sources.

    The same corpus gives the same: of equals the older source goes first, then the lower number.
    """
    claims = dict(_paragraphs(corpus))
    shared = _Shared.of(corpus, claims)
    order = {source.id: place for place, source in enumerate(corpus.oldest_first(corpus.of(Source)))}
    found = {}
    for key in claims:
        here = corpus.source(key[0])
        near = [(key_of, one) for key_of in shared.candidates(key) if (one := shared.score(key, key_of)) >= LEAST]
        near.sort(key=lambda one: (-one[1], order[one[0][0]], one[0]))
        before = next((other for other, _ in near if surely_before(corpus.source(other[0]), here)), None)
        after = next((other for other, _ in near if surely_before(here, corpus.source(other[0]))), None)
        if before or after:
            found[key] = Parallels(*(one and shared.parallel(corpus, key, one) for one in (before, after)))
    return found


def surely_before(one: Source, other: Source) -> bool:
    """Whether a source was published before another, however vague their dates are."""
    last = one.issued.latest if one.issued else None
    first = other.issued.earliest if other.issued else None
    return last is not None and first is not None and last < first


def _paragraphs(corpus: Corpus) -> Iterator[tuple[ParagraphKey, list[Claim]]]:
    """The paragraphs that make claims, with these."""
    for source in corpus.of(Source):
        own: dict[int, list[Claim]] = defaultdict(list)
        for claim in corpus.claims_of(source.id):
            for number in claim.paragraphs:
                own[number].append(claim)
        yield from (((source.id, number), own[number]) for number in sorted(own))


def _named(claims: Iterable[Claim]) -> Iterator[set[str]]:
    """What each claim is about and answers."""
    return ({*claim.about, *(answer.question for answer in claim.answers)} for claim in claims)


@dataclass(frozen=True, slots=True)
class _Shared:
    """What paragraphs have in common.

    For each paragraph ``sizes`` is the number of its claims, ``named`` how many of them name each record, ``beside``
    what each of them is about that is rare and no subject, and ``links`` how many links of claims lead to which other
    one. ``places`` are the paragraphs that name a record; ``rarity`` goes from 0, where all do, towards 1.
    """

    sizes: Mapping[ParagraphKey, int]
    named: Mapping[ParagraphKey, Counter[str]]
    beside: Mapping[ParagraphKey, frozenset[frozenset[str]]]
    links: Mapping[ParagraphKey, Counter[ParagraphKey]]
    places: Mapping[str, list[ParagraphKey]]
    rarity: Mapping[str, float]
    subjects: frozenset[str]

    @classmethod
    def of(cls, corpus: Corpus, claims: Mapping[ParagraphKey, list[Claim]]) -> _Shared:
        named = {key: Counter(name for names in _named(own) for name in names) for key, own in claims.items()}
        places = defaultdict(list)
        for key, names in named.items():
            for name in names:
                places[name].append(key)
        subjects = frozenset(key for key, one in corpus.records.items() if isinstance(one, Question | Event))
        number = len(claims)
        rarity = {name: log(number / len(at)) / log(number) if number > 1 else 0.0 for name, at in places.items()}
        rare = {name for name, at in places.items() if len(at) <= number * TOO_COMMON} - subjects
        besides = {
            key: frozenset(frozenset(rare.intersection(claim.about)) for claim in own) for key, own in claims.items()
        }
        sizes = {key: len(own) for key, own in claims.items()}
        return cls(sizes, named, besides, _links(corpus), places, rarity, subjects)

    def candidates(self, key: ParagraphKey) -> set[ParagraphKey]:
        """The paragraphs of other sources with which a link of claims, a question or an event is shared."""
        found = {other for name in self.named[key] if name in self.subjects for other in self.places[name]}
        return {other for other in (*found, *self.links[key]) if other[0] != key[0]}

    def common(self, one: ParagraphKey, other: ParagraphKey) -> list[str]:
        """The questions and events that both are about, rarest first."""
        return sorted(self.named[one].keys() & self.named[other].keys() & self.subjects, key=self._rarest)

    def besides(self, one: ParagraphKey, other: ParagraphKey) -> list[str]:
        """The other records that a claim here and one there share, where these are rarest; rarest first."""
        shared = {here & there for here, there in product(self.beside[one], self.beside[other])}
        ordered = (sorted(names, key=self._rarest) for names in shared)
        return max(ordered, key=lambda names: (sum(self.rarity[name] for name in names), names), default=[])

    def score(self, one: ParagraphKey, other: ParagraphKey) -> float:
        """How much two paragraphs have in common, in links of claims: a shared subject counts up to ``SUBJECT``."""
        subjects = (SUBJECT * self.rarity[name] * self._depth(one, other, name) for name in self.common(one, other))
        besides = BESIDES * sum(self.rarity[name] for name in self.besides(one, other))
        return self.links[one][other] + sum(subjects) + besides

    def parallel(self, corpus: Corpus, here: ParagraphKey, there: ParagraphKey) -> Parallel:
        subjects, besides = (
            tuple(corpus.records[name] for name in names)
            for names in (self.common(here, there), self.besides(here, there))
        )
        return Parallel(corpus.source(there[0]), there[1], self.links[here][there], subjects, besides)

    def _depth(self, one: ParagraphKey, other: ParagraphKey, name: str) -> float:
        """How much of both paragraphs is about it, by their claims: 1 where all of them are."""
        shares = (self.named[key][name] / self.sizes[key] for key in (one, other))
        return float((next(shares) * next(shares)) ** 0.25)

    def _rarest(self, name: str) -> tuple[float, str]:
        return -self.rarity[name], name


def _links(corpus: Corpus) -> Mapping[ParagraphKey, Counter[ParagraphKey]]:
    links: dict[ParagraphKey, Counter[ParagraphKey]] = defaultdict(Counter)
    for claim in corpus.of(Claim):
        for target in (corpus.claim(key) for field in LINKS for key in getattr(claim, field)):
            ends = product(*([(one.source, number) for number in one.paragraphs] for one in (claim, target)))
            for here, there in ends:
                if here[0] != there[0]:
                    links[here][there] += 1
                    links[there][here] += 1
    return links
