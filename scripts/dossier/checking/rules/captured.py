"""By the captured articles: paragraphs are theirs, anchors and names are found, nothing is left out, no words taken."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from dossier.captures.compare import Index, SharedRun, anchor_fault, fingerprint, read_article
from dossier.captures.errors import CaptureError
from dossier.captures.folder import captured_file
from dossier.captures.matching import ONE_SHAPE
from dossier.checking import causes
from dossier.checking.coverage import gaps
from dossier.checking.rules.placeholders import NOT_RESTATED
from dossier.checking.rules.quotations import LONGEST, quoted_in
from dossier.corpus.corpus import Corpus
from dossier.model.records import Claim, Named, Source
from dossier.problems import Problem
from dossier.text.spelling import fold

Captured = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class CapturedArticles:
    """The paragraphs by source, the names of files that are not there, and a problem for each that cannot be read."""

    paragraphs: dict[str, list[str]]
    missing: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_captures(corpus: Corpus, folder: Path) -> CapturedArticles:
    """The captured articles of a corpus that are in ``folder``."""
    paragraphs: dict[str, list[str]] = {}
    missing: list[str] = []
    problems: list[Problem] = []
    for source in corpus.of(Source):
        if source.capture is None:
            continue
        path = captured_file(folder, source.capture.file)
        if path is None:
            missing.append(source.capture.file)
            continue
        try:
            paragraphs[source.id] = list(read_article(path, source).paragraphs)
        except CaptureError as error:
            message = f"{path.name}: {error.what}"
            problems.append(corpus.location(source.id, ("capture", "file"), "capture", message, error.hint))
        except OSError as error:
            message = f"{path.name}: {error.strerror or 'cannot be read'}"
            problems.append(corpus.location(source.id, ("capture", "file"), "capture", message))
    return CapturedArticles(paragraphs, tuple(missing), tuple(problems))


def check(corpus: Corpus, captured: Captured, texts: Mapping[str, str]) -> Iterator[Problem]:
    """``captured`` are the captured paragraphs by source, ``texts`` the files to search for shared words, by name."""
    complete = {key: found for key, found in captured.items() if causes.is_complete(corpus, key)}
    yield from _fingerprints(corpus, complete)
    # Where paragraphs have other numbers than ours, nothing would be found where it stands.
    numbered = {key: found for key, found in complete.items() if len(_misfits(corpus, key, found)) <= 1}
    yield from _anchors(corpus, numbered)
    yield from _spellings(corpus, numbered)
    yield from _coverage(corpus, {key: found for key, found in numbered.items() if causes.has_all_claims(corpus, key)})
    yield from shared_words(corpus, captured, texts)


def _misfits(corpus: Corpus, key: str, found: Sequence[str]) -> list[int]:
    """The places of captured paragraphs that are not those of the source's record."""
    capture = corpus.source(key).capture
    known = capture.fingerprints if capture else ()
    return [place for place, (one, other) in enumerate(zip_longest(known, map(fingerprint, found))) if one != other]


def _fingerprints(corpus: Corpus, captured: Captured) -> Iterator[Problem]:
    for key, found in captured.items():
        capture = corpus.source(key).capture
        known, path = capture.fingerprints if capture else (), ("capture", "fingerprints")
        if len(known) != len(found):
            message = f"{len(known)} fingerprints, but {len(found)} captured paragraphs"
            yield corpus.location(key, path, "captured-paragraphs", message, "clean it anew")
        elif misfits := _misfits(corpus, key, found):
            place, more = misfits[0], len(misfits) - 1
            message = f"paragraph {place + 1} is not the captured one" + (f", nor are {more} after it" if more else "")
            hint = f'its fingerprint is "{fingerprint(found[place])}"'
            if more:
                hint = f"`dossier clean --source {key}` prints them all; see that its paragraphs are the article's"
            yield corpus.location(key, (*path, place), "captured-paragraphs", message, hint)


def _anchors(corpus: Corpus, captured: Captured) -> Iterator[Problem]:
    for claim in corpus.of(Claim):
        found = captured.get(claim.source, ())
        numbers = [number for number in claim.paragraphs if number <= len(found)]
        passage = " ".join(found[number - 1] for number in numbers)
        if passage and (fault := anchor_fault(passage, claim.anchor)):
            hint = "copy the first and last words of the passage as they stand, capitals too"
            yield corpus.location(claim.id, ("anchor",), "captured-anchor", fault, hint)


def _spellings(corpus: Corpus, captured: Captured) -> Iterator[Problem]:
    for record in corpus.of(Named):
        for place, name in enumerate(record.names):
            for user, used in enumerate(name.used_by):
                source, _, number = used.partition("#p")
                paragraphs = captured.get(source, ())
                passage = paragraphs[int(number) - 1 : int(number)]
                if paragraphs and not spells(passage, name.text):
                    message = f"paragraph {number} does not spell “{name.text}”"
                    path = ("names", place, "used_by", user)
                    yield corpus.location(record.id, path, "captured-spelling", message, _hint(passage, name.text))


def _hint(passage: Sequence[str], name: str) -> str:
    """How to mend a spelling that a paragraph lacks: it may only differ in how its signs are drawn."""
    for text in passage:
        # Each sign of the one is a sign of the other, so that the place is the same.
        found = re.search(rf"(?<!\w){re.escape(name.translate(ONE_SHAPE))}(?!\w)", text.translate(ONE_SHAPE))
        if found:
            written = text[found.start() : found.end()]
            return f"it writes “{written}”: give the spelling exactly, its hyphens and quotes too"
    return "name a paragraph that does, or take it out"


def spells(paragraphs: Sequence[str], name: str) -> bool:
    """Whether a paragraph has the name as a word; how its apostrophes are drawn makes no difference."""
    spelling = re.compile(rf"(?<!\w){re.escape(_straight(name))}(?!\w)")
    return any(spelling.search(_straight(text)) for text in paragraphs)


def _straight(text: str) -> str:
    return " ".join(text.replace("’", "'").split())


def _coverage(corpus: Corpus, captured: Captured) -> Iterator[Problem]:
    for key, paragraphs in captured.items():
        source, article = corpus.source(key), corpus.article(key)
        # A name may be another of a record that could not be read.
        missing = [gap for gap in gaps(corpus, source, paragraphs) if corpus.is_whole or gap.what != "name"]
        left_out = source.capture.left_out if source.capture else ()
        allowed = {(one.paragraph, fold(one.words)) for one in left_out}
        for gap in missing:
            block = article.paragraphs.get(gap.paragraph) if article else None
            # One that was not restated yet lacks everything; `placeholder` tells it.
            restated = not (block and NOT_RESTATED.search(block.text))
            if article and restated and (gap.paragraph, fold(gap.text)) not in allowed:
                message = f"paragraph {gap.paragraph} lacks the {gap.what} “{gap.text}”"
                hint = f"restate it, draw a claim, or give a reason in {key}.yaml under capture.left_out"
                yield Problem(article.file, block.line if block else 1, 1, "captured-coverage", message, hint=hint)
        found = {(gap.paragraph, fold(gap.text)) for gap in missing}
        for place, one in enumerate(left_out):
            if corpus.is_whole and (one.paragraph, fold(one.words)) not in found:
                there = one.paragraph <= len(paragraphs)
                message = f"paragraph {one.paragraph} {'does not lack' if there else 'is not there, nor'} “{one.words}”"
                yield corpus.location(key, ("capture", "left_out", place), "captured-coverage", message, "take it out")


def shared_words(corpus: Corpus, captured: Captured, texts: Mapping[str, str]) -> Iterator[Problem]:
    """A problem for each run of words that the texts of files, by their names, share with a captured article."""
    index = Index(captured)
    for file, text in texts.items():
        for run in shared_runs(corpus, index, text):
            line = text.count("\n", 0, run.start) + 1
            message = f"{run.length} words in common with {run.source}: “{run.words}”"
            yield Problem(file, line, 1, "captured-words", message, hint="restate them")


def shared_runs(corpus: Corpus, index: Index, text: str) -> Iterator[SharedRun]:
    """The runs of words that a text shares with a captured article, titles and quotations aside."""
    allowed = [_plain(words) for source in corpus.of(Source) for words in _titles(source)]
    for run in index.shared(text):
        if not any(_plain(run.words) in words for words in allowed) and not _quoted(text, run):
            yield run


def _quoted(text: str, run: SharedRun) -> bool:
    """Whether the run is a quotation, marked as one and no longer than the rules allow."""
    return any(
        found.start() < run.start and run.end < found.end() and len(found[0].split()) <= LONGEST
        for found in quoted_in(text)
    )


def _titles(source: Source) -> Iterator[str]:
    yield source.title
    if source.publisher:
        yield source.publisher


def _plain(words: str) -> str:
    return _straight(words.casefold())


def texts_of(corpus: Corpus, root: Path) -> dict[str, str]:
    """Every file of the dossier that holds words of ours, by name."""
    moved = (
        *corpus.redirect_origins,
        *corpus.page_redirects.origins,
        *corpus.position_redirects.origins,
        *corpus.accepted.origins,
    )
    origins = (
        *corpus.origins.values(),
        *moved,
        *corpus.correction_origins,
        *corpus.phases.origins,
        *corpus.outside.origins,
    )
    files = {origin.file for origin in origins} | {document.file for document in corpus.documents}
    return {file: (root / file).read_text("utf-8") for file in sorted(files)}
