"""What somebody may ask for: questions, events, actors, places, sources and pages, in all words in which it is asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dossier.corpus.corpus import Corpus
from dossier.model.addresses import document_url, url_for
from dossier.model.records import Actor, Claim, Event, Named, Place, Question, Record
from dossier.model.vocabulary import KINDS
from dossier.pages.registry import PAGES
from dossier.reading.markdown_file import Document
from dossier.search.name_index import is_acronym
from dossier.search.thesaurus import INTENTS, concepts, intent
from dossier.text.marks import without_marks
from dossier.text.spelling import ASKING, AUXILIARIES, FILLERS, PARTICLES, words_of
from dossier.text.stems import SHORTEST, STEMS, stem

# Words that tell nothing of what is asked for.
IDLE = frozenset((*PARTICLES, *ASKING, *AUXILIARIES, *FILLERS, *"which its these made make makes does done".split()))
LONGEST = 6

Aliases = Mapping[tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Topic:
    """Something that can be asked for: ``ways`` are its title, its names and the questions to which it is the answer,
    ``answers`` the words of positions, ``text`` what is said of it, and ``short`` its answer in short.
    """

    address: str
    kind: str
    title: str
    ways: tuple[str, ...] = ()
    answers: str = ""
    text: str = ""
    short: str = ""


def all_topics(corpus: Corpus) -> Iterator[Topic]:
    """Everything that can be asked for: records first, then pages."""
    yield from record_topics(corpus)
    yield from document_topics(corpus.documents)
    for page in PAGES:
        yield Topic(page.address, "Page", page.title, (page.title, *page.asked_as))


def record_topics(corpus: Corpus) -> Iterator[Topic]:
    """All records but claims."""

    def plain(text: str) -> str:
        return without_marks(text, corpus.name_of)

    for record in corpus.records.values():
        if isinstance(record, Claim):
            continue
        answers, short = "", ""
        if isinstance(record, Question):
            answers = plain(" ".join(one.label for one in record.positions))
            short = plain(record.answer_in_short or "")
        kind, text = KINDS[record.kind_of_record][0], plain(" ".join(words for _, words in record.prose()))
        yield Topic(url_for(record), kind, record.heading, _ways(record), answers, text, short)


def _ways(record: Record) -> tuple[str, ...]:
    names = [one.text for one in record.names] if isinstance(record, Named) else []
    asked = record.asked_as if isinstance(record, Question | Event) else ()
    return tuple(dict.fromkeys((record.heading, *names, *asked)))


def document_topics(documents: Iterable[Document]) -> Iterator[Topic]:
    """Pages of prose, and their sections."""
    for document in documents:
        if document.name.startswith("sources/"):
            continue
        yield Topic(document_url(document), "Page", document.title, (document.title, *document.asked_as))
        for block in document.blocks:
            if block.level == 2:
                yield Topic(f"{document_url(document)}#{block.id}", "Page", block.plain, (block.plain,))


def topics_file(corpus: Corpus, topics: Iterable[Topic]) -> dict[str, Any]:
    """What the browser needs to find topics, as ``assets/topics.js`` reads it.

    ``aliases`` are names as plain words and those by which all of them are called here. A topic is a list: address,
    kind, title, ways (each what it asks for, and its stems), the stems of its answers and of its text that are not
    among those before, and its answer in short.
    """
    known = aliases(corpus)
    return {
        "stems": STEMS,
        "shortest": SHORTEST,
        "idle": sorted(IDLE),
        "concepts": concepts(),
        "intents": INTENTS,
        "aliases": {" ".join(words): " ".join(called) for words, called in known.items()},
        "topics": [_row(topic, known) for topic in topics],
    }


def _row(topic: Topic, known: Aliases) -> list[Any]:
    ways = [[intent(words_of(way)), " ".join(stems(way, known))] for way in topic.ways]
    said = {one for _, words in ways for one in words.split()}
    answers = [one for one in stems(topic.answers, known) if one not in said]
    text = [one for one in stems(topic.text, known) if one not in said and one not in answers]
    return [topic.address, topic.kind, topic.title, ways, " ".join(answers), " ".join(text), topic.short]


def aliases(corpus: Corpus) -> dict[tuple[str, ...], tuple[str, ...]]:
    """For each name of a record, as plain words, the one by which it is called here: its acronym, or its heading."""
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for record in (*corpus.of(Actor), *corpus.of(Place)):
        names = [record.heading, *(one.text for one in record.names)]
        short = (one.text for one in record.names if one.kind == "acronym" or is_acronym(one.text))
        called = tuple(words_of(next(short, record.heading)))
        for words in (tuple(words_of(name)) for name in names):
            if words != called and len(words) <= LONGEST and not IDLE.issuperset(words):
                found.setdefault(words, called)
    return found


def called(words: Sequence[str], known: Aliases) -> list[str]:
    """The words with every name as it is called here; of names that overlap, the first and longest."""
    made: list[str] = []
    place = 0
    while place < len(words):
        runs = (tuple(words[place : place + length]) for length in range(LONGEST, 0, -1))
        run = next((one for one in runs if one in known), None)
        made += known[run] if run else words[place : place + 1]
        place += len(run) if run else 1
    return made


def stems(text: str, known: Aliases) -> list[str]:
    """The stems of the words that tell something, each once, in their order."""
    return list(dict.fromkeys(stem(word) for word in called(words_of(text), known) if word not in IDLE))
