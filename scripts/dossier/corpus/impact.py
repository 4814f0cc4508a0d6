"""What to read again when a source comes in: prose that may no longer say all that the sources do.

Nothing here is wrong for certain: each passage is one that was written without the source, and speaks of what it speaks
of. What names the source, or cites one of its claims, has been read with it and is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from dossier.corpus.corpus import Corpus
from dossier.corpus.source_counts import (
    BORDER,
    SourceNames,
    SpokenCount,
    counts_in,
    short_label,
    source_names,
)
from dossier.model.records import Claim, Event, Named, Path, Question, Source
from dossier.problems import Lines
from dossier.reading.markdown_file import Block, Document
from dossier.text.marked_text import shortened
from dossier.text.marks import MARK, Mark, read_count, without_marks
from dossier.text.numbers import numbers_in

LONGEST, LONGEST_RAW = 110, 60


@dataclass(frozen=True, slots=True)
class Passage:
    """A place to look at: what stands there, and why it is named. ``line`` and ``column`` count from 1.

    ``raw`` is how the words are written in the file, where ``line`` is only that of the value in which they stand.
    """

    file: str
    line: int
    column: int
    words: str
    why: str = ""
    raw: str = ""


@dataclass(frozen=True, slots=True)
class Passages:
    """Passages of one sort, by file and line."""

    title: str
    items: tuple[Passage, ...]


def to_read_again(corpus: Corpus, source: Source) -> list[Passages]:
    """What to read again for a source, sort by sort; sorts of which there is nothing are left out."""
    names, claims = source_names(corpus), corpus.claims_of(source.id)
    found = {
        "Answers and reasons of questions that it answers and that do not name it": _questions(corpus, source, claims),
        "Sentences that count or leave out sources": _counts(corpus, claims, names),
        "Paragraphs that cite claims beside its own, and none of its own": _essays(corpus, source, claims),
        "Summaries of what its claims are about, which do not name it": _summaries(corpus, source, claims),
        "Pages that name every other source": _pages(corpus, source),
    }
    return [Passages(title, items) for title, listed in found.items() if (items := by_place(listed))]


def by_place(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    """Passages by file and place, each once."""
    return tuple(sorted(dict.fromkeys(passages), key=lambda one: (one.file, one.line, one.column)))


def _names_it(corpus: Corpus, text: str, source: Source) -> bool:
    """Whether a text cites a claim of the source, links it, or names it."""
    for found in MARK.finditer(text):
        if found[1]:
            keys = (key.strip(" \t\n@") for key in found[1].split(";"))
            if any(isinstance(one := corpus.records.get(key), Claim) and one.source == source.id for key in keys):
                return True
        if found[2] == source.id:
            return True
    return short_label(source) in without_marks(text)


def in_record(corpus: Corpus, key: str, path: Path, text: str, why: str, start: int = 0) -> Passage:
    """A passage in a record's own prose; its words are those of the sentence at ``start``."""
    origin = corpus.origins[key]
    first, last = _sentence(text, start)
    words = shortened(corpus.plain(text[first:last]).strip(), LONGEST)
    return Passage(origin.file, *origin.node.at(path), words, why, text[first : first + LONGEST_RAW])


def _questions(corpus: Corpus, source: Source, claims: Iterable[Claim]) -> list[Passage]:
    """Of each question that its claims answer, the answer in short and the reasons, where they do not name it."""
    taken: dict[str, list[str]] = {}
    for claim in claims:
        for answer in claim.answers:
            taken.setdefault(answer.question, []).append(answer.position)
    found = []
    for key, positions in taken.items():
        question = corpus.records.get(key)
        for path, text in question.prose() if isinstance(question, Question) else ():
            if path[0] != "positions" and not _names_it(corpus, text, source):
                why = f"{path[0]}: it takes {', '.join(dict.fromkeys(positions))}"
                found.append(in_record(corpus, key, path, text, why))
    return found


def _subjects(claims: Iterable[Claim]) -> set[str]:
    """What the claims are about, and the questions that they answer."""
    claims = list(claims)
    return {key for one in claims for key in one.about} | {answer.question for one in claims for answer in one.answers}


def _counts(corpus: Corpus, claims: Iterable[Claim], names: SourceNames) -> list[Passage]:
    """Counts of sources that no rule holds against the records, in prose on what the claims are about."""
    subjects = _subjects(claims)
    found = [
        in_record(corpus, key, path, text, f"{path[0]}: “{one.words}”", one.start)
        for key in corpus.records
        if key in subjects
        for path, text in corpus.records[key].prose()
        for one in counts_in(text, names, corpus)
        if _is_unchecked(text, one)
    ]
    total = len(names.ids)
    for document in corpus.documents:
        if not document.name.startswith("sources/"):
            found += _counts_of_page(corpus, document, names, subjects, total)
    return _one_a_sentence(found)


def _one_a_sentence(found: Iterable[Passage]) -> list[Passage]:
    """One passage for all counts of a sentence, at the first of them."""
    kept: dict[tuple[str, str], Passage] = {}
    for one in found:
        key = one.file, one.words
        known = kept.get(key)
        kept[key] = replace(known, why=f"{known.why}, {one.why.rpartition(': ')[2]}") if known else one
    return list(kept.values())


def _counts_of_page(
    corpus: Corpus, document: Document, names: SourceNames, subjects: Set[str], total: int
) -> Iterator[Passage]:
    for block in document.blocks:
        lines = Lines(block.text, block.line)
        for one in counts_in(block.text, names, corpus):
            # Written before the source came in, or after.
            of_all = any(number > 1 and number in (total - 1, total) for number in numbers_in(one.words))
            on_it = document.is_essay and _speaks_of(corpus, block, subjects)
            if _is_unchecked(block.text, one) and (of_all or on_it):
                words = shortened(one.sentence, LONGEST)
                yield Passage(document.file, *lines.at(one.start), words, f"“{one.words}”")


def _is_unchecked(text: str, count: SpokenCount) -> bool:
    """Whether the words bear no mark, or one that only says of how many sources they hold."""
    marks = [
        found[4] for found in MARK.finditer(text, count.start, len(text)) if found.start() < count.end and found[4]
    ]
    return not any(read_count(one).record for one in marks)


def _speaks_of(corpus: Corpus, block: Block, subjects: Set[str]) -> bool:
    """Whether a block links one of these records or cites a claim about one."""
    if not subjects.isdisjoint(block.linked):
        return True
    cited = (corpus.records.get(key) for key in block.cited)
    return any(isinstance(one, Claim) and not subjects.isdisjoint(_subjects([one])) for one in cited)


def neighbours(corpus: Corpus, claims: Iterable[Claim]) -> dict[str, list[str]]:
    """The claims that other sources have beside these: on the same question, disputed, supported or repeated."""
    found: dict[str, list[str]] = {}
    for claim in claims:
        beside = [other for answer in claim.answers for other in corpus.referring(answer.question, "answers", Claim)]
        for field in ("disputes", "supports", "repeats"):
            named = (corpus.records.get(key) for key in getattr(claim, field))
            beside += [one for one in named if isinstance(one, Claim)]
            beside += corpus.referring(claim.id, field, Claim)
        for other in beside:
            if other.source != claim.source and claim.id not in found.setdefault(other.id, []):
                found[other.id].append(claim.id)
    return found


def _essays(corpus: Corpus, source: Source, claims: Iterable[Claim]) -> list[Passage]:
    beside = neighbours(corpus, claims)
    found = []
    for document in corpus.documents:
        for block in document.blocks if document.is_essay else ():
            marks = [one for one in block.marks if one.is_citation and any(key in beside for key in one.keys)]
            if marks and not _names_it(corpus, block.text, source):
                found.append(_paragraph(corpus, document, block, marks, beside))
    return found


def _paragraph(
    corpus: Corpus, document: Document, block: Block, marks: Sequence[Mark], beside: Mapping[str, Sequence[str]]
) -> Passage:
    """A paragraph by its first sentence that cites a claim beside those of the source."""
    cited = dict.fromkeys(key for mark in marks for key in mark.keys if key in beside)
    own = dict.fromkeys(key for one in cited for key in beside[one])
    why = f"cites {_few(cited)} beside {_few(own)}"
    return replace(at_mark(corpus, document, block, marks[0]), why=why)


def at_mark(corpus: Corpus, document: Document, block: Block, mark: Mark) -> Passage:
    """The sentence of a page in which a mark stands."""
    lines = Lines(block.text, block.line)
    offset = lines.starts[mark.line - block.line] + mark.column - 1
    first, last = _sentence(block.text, min(offset, len(block.text) - 1))
    words = shortened(corpus.plain(block.text[first:last]).strip(), LONGEST)
    return Passage(document.file, *lines.at(first), words)


def _sentence(text: str, offset: int) -> tuple[int, int]:
    """From where to where the sentence of a text stands that has this offset."""
    ends = [0, *(found.end() for found in BORDER.finditer(text)), len(text)]
    return max(end for end in ends if end <= offset), min(end for end in ends if end > offset)


def _few(keys: Iterable[str]) -> str:
    first, *rest = keys
    return f"{first} and {len(rest)} more" if rest else first


def _summaries(corpus: Corpus, source: Source, claims: Iterable[Claim]) -> list[Passage]:
    about: dict[str, list[str]] = {}
    for claim in claims:
        for key in claim.about:
            about.setdefault(key, []).append(claim.id)
    found = []
    for key, own in about.items():
        record = corpus.records.get(key)
        text = record.summary if isinstance(record, Named | Event) else None
        if text and not _names_it(corpus, text, source):
            found.append(in_record(corpus, key, ("summary",), text, f"summary: {_few(own)} about it"))
    return found


def _pages(corpus: Corpus, source: Source) -> list[Passage]:
    """Pages that link all other sources, of which there are at least two, and not this one; an essay need not."""
    others = {one.id for one in corpus.of(Source)} - {source.id}
    found = []
    for document in corpus.documents:
        linked = {key for block in document.blocks for key in block.linked}
        if len(others) > 1 and not document.is_essay and others <= linked and source.id not in linked:
            found.append(Passage(document.file, 1, 1, document.title, "links every other source"))
    return found
