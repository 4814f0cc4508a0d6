"""Everything that names a record: what may have to change, or be read again, when it changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dossier.corpus.corpus import Corpus, Origin
from dossier.corpus.impact import Passage, Passages, at_mark, by_place, in_record
from dossier.corpus.indexes import Referrer, gathered
from dossier.model.records import Claim
from dossier.problems import dotted
from dossier.text.marks import MARK, citation_keys, read_count

MOST_LISTED = 12


def uses_of(corpus: Corpus, key: str) -> list[Passages]:
    """What names the record ``key``, sort by sort: statements, claims, prose of records and pages, and lists."""
    in_prose = {id(one): one for one in corpus.referrers(key) if _is_prose(one)}
    others = [one for one in corpus.referrers(key) if id(one) not in in_prose]
    found = {
        "Statements and other keys of records": (
            _at(corpus, one) for one in others if not isinstance(one.record, Claim)
        ),
        "Claims": _claims(corpus, [one for one in others if isinstance(one.record, Claim)]),
        "Summaries, answers and reasons": _prose(corpus, key, in_prose.values()),
        "Essays and other pages": _pages(corpus, key),
        "Restated articles": _articles(corpus, key),
        "Redirects, corrections, phases and what is accepted": _lists(corpus, key),
    }
    return [Passages(title, items) for title, listed in found.items() if (items := by_place(listed))]


def _is_prose(one: Referrer) -> bool:
    return any(path == one.path for path, _ in one.record.prose())


def _at(corpus: Corpus, one: Referrer) -> Passage:
    origin = corpus.origins[one.record.id]
    return Passage(origin.file, *origin.node.at(one.path), one.record.id, dotted(one.path))


def _claims(corpus: Corpus, referrers: Iterable[Referrer]) -> Iterator[Passage]:
    """One passage for all claims of a source that name the record under the same key, at the first of them."""
    groups = gathered(((corpus.origins[one.record.id].file, one.field), one) for one in referrers)
    for (_, field), own in groups.items():
        first, ids = _at(corpus, own[0]), list(dict.fromkeys(one.record.id for one in own))
        yield Passage(first.file, first.line, first.column, _listed(ids), field)


def _listed(words: list[str]) -> str:
    more = f" and {len(words) - MOST_LISTED} more" if len(words) > MOST_LISTED else ""
    return ", ".join(words[:MOST_LISTED]) + more


def _prose(corpus: Corpus, key: str, referrers: Iterable[Referrer]) -> Iterator[Passage]:
    places = {(one.record.id, one.path): one for one in referrers}
    for one in places.values():
        text = dict(one.record.prose())[one.path]
        start = next(found.start() for found in MARK.finditer(text) if _names(found.groups(), key))
        yield in_record(corpus, one.record.id, one.path, text, dotted(one.path), start)


def _names(groups: tuple[str | None, ...], key: str) -> bool:
    """Whether a mark, by the groups of its pattern, names the record."""
    cited, linked, _, counted, _ = groups
    if cited:
        return key in citation_keys(cited)
    return key == (linked or read_count(counted or "").record)


def _pages(corpus: Corpus, key: str) -> Iterator[Passage]:
    """Each sentence of a page of ours that links or cites the record."""
    for document in corpus.documents:
        for block in document.blocks if not document.name.startswith("sources/") else ():
            for mark in block.marks:
                if key in mark.keys:
                    yield at_mark(corpus, document, block, mark)


def _articles(corpus: Corpus, key: str) -> Iterator[Passage]:
    """One passage for each restated article that links the record, at the first paragraph that does."""
    for document in corpus.documents:
        marks = [
            (block, mark)
            for block in (document.blocks if document.name.startswith("sources/") else ())
            for mark in block.marks
            if key in mark.keys
        ]
        if marks:
            numbers = dict.fromkeys(str(block.number) for block, _ in marks if block.number is not None)
            words = f"paragraph {', '.join(numbers)}" if numbers else "outside of its paragraphs"
            yield Passage(document.file, marks[0][1].line, marks[0][1].column, words)


def _lists(corpus: Corpus, key: str) -> Iterator[Passage]:
    records: list[tuple[Iterable[object], Iterable[Origin], tuple[str, ...]]] = [
        (corpus.redirects.values(), corpus.redirect_origins, ("to",)),
        (corpus.position_redirects.items, corpus.position_redirects.origins, ("from_", "to")),
        (corpus.corrections, corpus.correction_origins, ("record",)),
        (corpus.accepted.items, corpus.accepted.origins, ("record",)),
        (corpus.phases.items, corpus.phases.origins, ("claims", "denied_by")),
        (corpus.outside.items, corpus.outside.origins, ("near",)),
    ]
    for items, origins, fields in records:
        for item, origin in zip(items, origins, strict=True):
            for field in fields:
                if _is_named(getattr(item, field), key):
                    name = field.rstrip("_")
                    yield Passage(origin.file, *origin.node.at((name,)), name)


def _is_named(value: object, key: str) -> bool:
    if isinstance(value, str):
        return value.partition("#")[0] == key
    return isinstance(value, tuple) and key in value
