"""What somebody may ask for: records and pages, in all the words in which people ask for them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any

from dossier.corpus.corpus import Corpus
from dossier.model.addresses import document_url, redirect_url, url_for
from dossier.model.named import Name
from dossier.model.records import Actor, Claim, Event, Named, Place, Question, Record, Source
from dossier.model.vocabulary import KINDS
from dossier.pages.page import former_heading
from dossier.pages.redirect import pair_pages
from dossier.pages.registry import PAGES
from dossier.reading.markdown_file import Document, pieces
from dossier.search.english import common_stems
from dossier.search.name_index import is_acronym
from dossier.search.phrases import PHRASES, meant
from dossier.search.thesaurus import INTENTS, OF_THE_SITE, SPOKEN_TO, WHETHER, concepts, intent
from dossier.text.marks import without_marks
from dossier.text.spelling import ASKING, AUXILIARIES, FILLERS, PARTICLES, words_of
from dossier.text.stems import stem

# Words that tell nothing of what is asked for, and those that do where a record goes by them, such as `us`.
OTHERS = "its done my your we they today now nowadays current currently so again"
IDLE = frozenset((*PARTICLES, *ASKING, *AUXILIARIES, *OTHERS.split(), *OF_THE_SITE))
IDLE_UNLESS_NAMES = frozenset(FILLERS)
LONGEST = 6
YEAR = re.compile(r"\b\d{4}\b")
NUMBER = re.compile(r"\d+")
WITHDRAWN = "Withdrawn"


@dataclass(frozen=True)
class Names:
    """How records are called: ``called`` has for each name, and for other words that mean a record where somebody asks,
    as plain words, the name that stands for it here.
    """

    called: Mapping[tuple[str, ...], tuple[str, ...]]
    idle: frozenset[str]


@dataclass(frozen=True, slots=True)
class Topic:
    """Something that can be asked for: ``ways`` are its title, its names and the questions to which it is the answer.

    ``answers`` are, of a question, the words of its positions, of an event, who took part, where and when. ``short``
    is, of a question, its answer in short, of what was withdrawn, why. What pages say is found by their texts.
    """

    address: str
    kind: str
    title: str
    ways: tuple[str, ...] = ()
    answers: str = ""
    short: str = ""


def all_topics(corpus: Corpus) -> Iterator[Topic]:
    """Everything that can be asked for: records first, then pages, those of two sources last."""
    yield from record_topics(corpus)
    for gone in corpus.redirects.values():
        if gone.to is None:
            heading = former_heading(corpus, gone)
            yield Topic(redirect_url(gone), WITHDRAWN, heading, (heading, gone.id.replace("-", " ")), short=gone.why)
    yield from document_topics(corpus.documents)
    for page in PAGES:
        yield Topic(page.address, "Page", page.title(corpus.words), (page.title(corpus.words), *page.asked_as))
    for pair in pair_pages(corpus):
        yield Topic(pair.address, "Page", pair.title, (pair.title, f"compare {NUMBER.sub('', pair.title)}"))


def record_topics(corpus: Corpus) -> Iterator[Topic]:
    """All records but claims."""
    for record in corpus.records.values():
        if isinstance(record, Claim):
            continue
        address, kind = url_for(record), KINDS[record.kind_of_record][0]
        if isinstance(record, Question):
            answers = corpus.plain(" ".join(one.label for one in record.positions))
            short = corpus.plain(record.answer_in_short or "")
            yield Topic(address, kind, record.heading, _ways(record), answers, short)
        else:
            yield Topic(address, kind, record.heading, _ways(record), _of_event(corpus, record))


def _of_event(corpus: Corpus, record: Record) -> str:
    """Who took part in an event, where and in what years it was."""
    if not isinstance(record, Event):
        return ""
    who = [corpus.name_of(one.actor) for one in record.participants]
    where = [corpus.name_of(one.place) for one in record.placed]
    years = [found for one in record.dated for found in YEAR.findall(str(one.date))]
    return ". ".join(dict.fromkeys((*who, *where, *years)))


def _ways(record: Record) -> tuple[str, ...]:
    names = [one.text for one in record.names] if isinstance(record, Named) else []
    if isinstance(record, Source):
        names = [record.label, NUMBER.sub("", record.label).strip()]
    asked = record.asked_as if isinstance(record, Question | Event | Named) else ()
    return tuple(dict.fromkeys((record.heading, *names, *asked)))


def document_topics(documents: Iterable[Document]) -> Iterator[Topic]:
    """Pages of prose, and their sections."""
    for document in documents:
        if document.name.startswith("sources/"):
            continue
        yield Topic(document_url(document), "Page", document.title, (document.title, *document.asked_as))
        for block in document.blocks:
            if block.level == 2:
                title = without_marks(" ".join(pieces(block)))
                yield Topic(f"{document_url(document)}#{block.id}", "Page", title, (title,))


def topics_file(corpus: Corpus, topics: Iterable[Topic]) -> dict[str, Any]:
    """What the browser needs to find topics, as ``assets/topics.js`` reads it.

    ``concepts`` are stems with one space between them, ``phrases`` and ``called`` plain words with ``;`` between them:
    the first of each list stands for those that follow. ``common`` are the stems of common words that are in no
    concept, which tell little. A topic is a list: address, kind, title; its ways but for the title, with ``;`` between
    them, each its stems, after what it asks for and a colon where it asks for something; the stems of its answers that
    are not among those and not common; and why it was withdrawn, or, of a question that has an answer in short, for
    which there is a file of its own, true.
    """
    names = names_of(corpus)
    common = frozenset(common_stems()).difference(concepts())
    called = {" ".join(words): " ".join(called) for words, called in names.called.items()}
    phrases = {phrase: word for word, phrases in PHRASES.items() for phrase in phrases}
    return {
        "idle": sorted(names.idle),
        "particles": PARTICLES,
        "concepts": grouped(concepts(), " "),
        "intents": INTENTS,
        "whether": WHETHER,
        "site": sorted(OF_THE_SITE),
        "spoken": sorted(SPOKEN_TO),
        "phrases": grouped(phrases, ";"),
        "called": grouped(called, ";"),
        "common": sorted(common),
        "topics": [_row(topic, names, common) for topic in topics],
    }


def grouped(meanings: Mapping[str, str], between: str) -> list[str]:
    """What means the same, after what it means: in fewer bytes than pairs."""
    found: dict[str, list[str]] = {}
    for words, meaning in meanings.items():
        found.setdefault(meaning, [meaning]).append(words)
    return [between.join(words) for words in found.values()]


def _row(topic: Topic, names: Names, common: Set[str]) -> list[Any]:
    ways = list(dict.fromkeys(_way(way, names) for way in (topic.title, *topic.ways)))
    said = {one for way in ways for one in way.rpartition(":")[2].split()}
    answers = [one for one in stems(f"{topic.answers} {topic.short}", names) if one not in said | common]
    short = topic.short if topic.kind == WITHDRAWN else bool(topic.short)
    return [topic.address, topic.kind, topic.title, ";".join(ways[1:]), " ".join(answers), short]


def _way(text: str, names: Names) -> str:
    asked = intent_of(text, names)
    return f"{asked}{':' if asked else ''}{' '.join(stems(text, names))}"


def names_of(corpus: Corpus) -> Names:
    """The names of actors and places. What stands for all names of a record is its acronym, or else its heading."""
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    words_alone = set[str]()
    named = (*corpus.of(Actor), *corpus.of(Place))
    # What is the heading of one record stands for that one, whoever else goes by it.
    for record in named:
        if len(words := tuple(words_of(record.heading))) <= LONGEST:
            found[words] = _called(record)
    for record in named:
        called = _called(record)
        for name in record.names:
            words = tuple(words_of(name.text))
            if len(words) == 1:
                words_alone.add(words[0])
            if len(words) <= LONGEST and not _is_plain(name, words):
                found.setdefault(words, called)
        for asked in record.asked_as:
            found.setdefault(tuple(words_of(asked)), called)
    return Names(found, IDLE | (IDLE_UNLESS_NAMES - words_alone))


def _called(record: Named) -> tuple[str, ...]:
    acronym = (one.text for one in record.names if one.kind == "acronym" or is_acronym(one.text))
    return tuple(words_of(next(acronym, record.heading)))


def _is_plain(name: Name, words: Sequence[str]) -> bool:
    """Whether what spells a name may as well be plain English, as in `where is …` or where a name is translated."""
    if IDLE.issuperset(words) or words[0] in AUXILIARIES:
        return True
    return len(words) == 1 and name.kind == "alias" and name.lang == "en" and not is_acronym(name.text)


def stems(text: str, names: Names) -> list[str]:
    """The stems of the words that tell something, each once, in their order; of all words where none does.

    Every name is as it is called here; of names that overlap, the first and longest counts. Where names alone tell
    something, the words around them count as well, but for particles: “what can they do” asks for more than “they”.
    """
    words = meant(words_of(text))
    runs = list(_runs(words, names))
    telling = [one for run in runs if run.tells for one in run.words]
    if all(run.is_name for run in runs if run.tells):
        telling = [one for run in runs if run.tells or run.words[0] not in PARTICLES for one in run.words]
    return list(dict.fromkeys(map(stem, telling or words)))


def intent_of(text: str, names: Names) -> str:
    """What the words of a text ask for; names ask for nothing, although there are provinces in some."""
    runs = list(_runs(meant(words_of(text)), names))
    apart = [one for run in runs if not run.is_name for one in run.words]
    named = [run.is_name for run in runs]
    return intent(apart, is_named=any(named), name_begins=named[:1] == [True])


@dataclass(frozen=True, slots=True)
class _Run:
    """A name as it is called here, or a word that is none; ``tells`` is whether it tells what is asked for."""

    words: tuple[str, ...]
    is_name: bool
    tells: bool


def _runs(words: Sequence[str], names: Names) -> Iterator[_Run]:
    place = 0
    while place < len(words):
        runs = (tuple(words[place : place + length]) for length in range(LONGEST, 0, -1))
        run = next((one for one in runs if one in names.called), None)
        own = (words[place],)
        yield _Run(names.called[run], True, True) if run else _Run(own, False, own[0] not in names.idle)
        place += len(run) if run else 1
