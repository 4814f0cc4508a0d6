"""What a program is told that asks for a record, its claims, the positions on a question, or a passage.

Each answer says where it stands and how to cite it; each claim who says it, how firmly, and in which paragraph.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any, TypeVar

from dossier.corpus.corpus import Corpus
from dossier.corpus.standing import SourceStanding, claim_standing
from dossier.editions.site_info import SiteInfo
from dossier.exports.card import card_of
from dossier.exports.records import fields_of
from dossier.exports.standing_json import standing_json
from dossier.exports.statements import StatedPosition, stated_positions
from dossier.mcp.finding import CLAIM, PARAGRAPH, Finder
from dossier.model.addresses import paragraph_url, position_url, url_for
from dossier.model.licence import ARTICLES, DATA_LICENCE
from dossier.model.records import Claim, Question, Record, Source
from dossier.pages.claims import quantity
from dossier.problems import nearest
from dossier.search.topics import Topic
from dossier.text.marked_text import unformatted

R = TypeVar("R", bound=Record)
Answer = dict[str, Any]
MOST = 100
"""The most that one answer lists."""


class AskedWronglyError(Exception):
    """Raised where an answer is asked for that cannot be given; its words say what to ask instead."""


@dataclass(frozen=True)
class Answers:
    """Answers from the records of a corpus; ``info`` says where their site stands."""

    corpus: Corpus
    info: SiteInfo
    finder: Finder

    def search(self, query: str, kind: str = "", limit: int = 10) -> Answer:
        """What the query asks for, best first; where it held slips, with the words as which it was read."""
        kinds = sorted({one.topic.kind for one in self.finder.all})
        if kind and kind not in kinds:
            raise AskedWronglyError(f'no kind "{kind}"; there are {", ".join(kinds)}')
        if not query.strip():
            raise AskedWronglyError("nothing is asked for: give some words")
        read_as = self.finder.spelling.mended(query)
        found = self.finder.find(read_as, kind)
        told: Answer = {"read_as": read_as} if read_as != query else {}
        return self._answer(
            {**told, "number": len(found), "results": [self._result(one) for one in found[: _within(limit)]]},
            "cite what a result leads to: ask for its record or passage",
        )

    def record(self, key: str) -> Answer:
        """A record: in a few words, and all that its curator wrote."""
        record = self._get(key, Record)
        about = len(self.corpus.claims_about(record.id))
        told = {**self._named(record), **asdict(card_of(self.corpus, record)), "claims_about_it": about}
        told |= {"fields": fields_of(record)}
        if isinstance(record, Claim):
            told |= {"claim": self.claim(record)}
        if (standing := standing_json(self.corpus, record)) is not None:
            told |= {"standing": standing}
        return self._answer(told, self._citation(record))

    def claims_about(self, key: str, limit: int = 50, start: int = 0) -> Answer:
        """The claims about a record, or of a source those that are drawn from it, by publication."""
        record = self._get(key, Record)
        of_source = isinstance(record, Source)
        claims = self.corpus.claims_of(record.id) if of_source else self.corpus.claims_about(record.id)
        ordered = self.corpus.by_publication(claims)
        shown = ordered[max(start, 0) :][: _within(limit)]
        told = {**self._named(record), "number": len(ordered), "start": start, "claims": list(map(self.claim, shown))}
        return self._answer(told, "cite each claim by the paragraph that it names")

    def positions_on(self, key: str) -> Answer:
        """The answers to a question and who holds each. No verdict is given."""
        question = self._get(key, Question)
        told = {
            **self._named(question),
            "question": question.title,
            "answer_in_short": self.corpus.plain(question.answer_in_short or ""),
            "positions": [self._position(question, one) for one in stated_positions(self.corpus, question)],
            "why_they_differ": self.corpus.plain(question.why_they_differ),
            "verdict": "none: the positions stand side by side",
        }
        return self._answer(told, self._citation(question))

    def passage(self, source: str, paragraph: int) -> Answer:
        """A paragraph of an article, restated in the site's words, and the claims that it makes."""
        record = self._get(source, Source)
        article = self.corpus.article(record.id)
        numbers = list(article.paragraphs) if article else []
        if article is None or paragraph not in numbers:
            has = f"it has paragraphs {numbers[0]} to {numbers[-1]}" if numbers else "it has none"
            raise AskedWronglyError(f"{record.label} has no paragraph {paragraph}; {has}")
        told = {
            "source": record.id,
            "paragraph": paragraph,
            "address": self._whole(paragraph_url(record.id, paragraph)),
            "restated": self.corpus.plain(unformatted(article.paragraphs[paragraph].text)),
            "perspective": self.corpus.plain(record.perspective),
            "original": record.URL or "",
            "claims": [self.claim(one) for one in self.corpus.claims_in(record.id, paragraph)],
        }
        return self._answer(told, self._paragraphs(record, [paragraph]))

    def claim(self, claim: Claim) -> Answer:
        """A claim with who says it, how firmly, and where."""
        source, words = self.corpus.source(claim.source), self.corpus.words
        author = "the author" if claim.certainty in {"stated", "hedged"} else "a speaker who is not named"
        said_by = self.corpus.name_of(claim.said_by) if claim.said_by else author
        told = {
            "id": claim.id,
            "text": claim.text,
            "said_by": said_by,
            "source": source.label,
            "published": str(source.issued or "") or "undated",
            "claim_kind": words.say(f"claim_kinds.{claim.kind}"),
            "certainty": words.say(f"certainties.{claim.certainty}"),
            "standing": str(claim_standing(claim)),
            "address": self._whole(url_for(claim)),
            "citation": self._paragraphs(source, claim.paragraphs),
        }
        if claim.value and claim.value.unit:
            told |= {"figure": quantity(words, claim.value), "as_of": str(claim.value.as_of or "") or "no time given"}
        disputed = [one.id for one in self.corpus.both_ways(claim, "disputes")]
        return {**told, "in_dispute_with": disputed} if disputed else told

    def _get(self, key: str, model: type[R]) -> R:
        """The record of an id, or the one that took its place. Raises ``AskedWronglyError``."""
        redirect = self.corpus.redirects.get(key)
        if redirect and not redirect.to:
            raise AskedWronglyError(f'"{key}" was withdrawn: {redirect.why}')
        record = self.corpus.records.get((redirect.to if redirect else None) or key)
        if record is None:
            hint = nearest(key, self.corpus.records) or "search for it by its name"
            raise AskedWronglyError(f'no record "{key}"; {hint}')
        if not isinstance(record, model):
            raise AskedWronglyError(f'"{key}" is of kind {record.kind_of_record}, not {model.kind_of_record}')
        return record

    def _result(self, topic: Topic) -> Answer:
        page, _, place = topic.address.partition("#")
        key = page.rstrip("/").rpartition("/")[2]
        told: Answer = {"kind": topic.kind, "title": topic.title, "address": self._whole(topic.address)}
        record = self.corpus.records.get(key)
        if topic.kind == CLAIM and isinstance(record, Claim):
            return {**told, **self.claim(record)}
        if topic.kind == PARAGRAPH and isinstance(record, Source):
            number = int(place.removeprefix("p"))
            return {**told, "source": key, "paragraph": number, "citation": self._paragraphs(record, [number])}
        if record and url_for(record) == page:
            return {**told, "id": key, "text": topic.short or card_of(self.corpus, record).text}
        return told

    def _named(self, record: Record) -> Answer:
        return {"id": record.id, "kind": record.kind_of_record, "address": self._whole(url_for(record))}

    def _position(self, question: Question, one: StatedPosition) -> Answer:
        return {
            "position": self.corpus.plain(one.position.label),
            "address": self._whole(position_url(question, one.position)),
            "held_by": self._sources(one.carried_by),
            "rejected_by": self._sources(one.rejected_by),
        }

    def _sources(self, sources: Iterable[SourceStanding]) -> list[Answer]:
        return [
            {"source": one.source.label, "standing": str(one.standing), "claims": list(map(self.claim, one.claims))}
            for one in sources
        ]

    def _citation(self, record: Record) -> str:
        if isinstance(record, Claim):
            return self._paragraphs(self.corpus.source(record.source), record.paragraphs)
        return f"“{record.heading}”, {self._site()}, {self._whole(url_for(record))}"

    def _paragraphs(self, source: Source, numbers: Sequence[int]) -> str:
        """Paragraphs of an article, as restated here, and where the article itself is."""
        which = ", ".join(map(str, numbers))
        word = "paragraph" if len(numbers) == 1 else "paragraphs"
        original = f"; the article: {source.URL}" if source.URL else ""
        return (
            f"{source.label}, “{source.title}”, {word} {which}, as restated in {self._site()}, "
            f"{self._whole(paragraph_url(source.id, numbers[0]))}{original}"
        )

    def _site(self) -> str:
        edition = self.info.edition.name
        return f"{self.info.name}, {f'edition {edition}' if edition else 'not a published edition'}"

    def _answer(self, told: Answer, citation: str) -> Answer:
        return {**told, "citation": citation, "licence": f"{DATA_LICENCE.name}. {ARTICLES}"}

    def _whole(self, address: str) -> str:
        return self.info.cited(address) or address


def _within(limit: int) -> int:
    return max(1, min(limit, MOST))
