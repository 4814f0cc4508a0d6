"""A captured file to a new source: its record, its capture, and a numbered skeleton of its restatement."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

from dossier.captures.bylines import names_in_byline
from dossier.captures.clean import clean
from dossier.captures.cleaned import Cleaned
from dossier.captures.compare import fingerprint
from dossier.captures.folder import CAPTURES
from dossier.captures.forms import Form, unpacked
from dossier.captures.page_facts import PageFacts, page_facts
from dossier.captures.reading import CapturedText, captured_text, content_of
from dossier.captures.said_names import SaidAuthor, authors_of
from dossier.commands.found_names import FoundName, found_names
from dossier.commands.source_ids import free_id, label, proposed_id
from dossier.corpus.corpus import Corpus
from dossier.editing.emitter import file_text
from dossier.editing.house_form import Value
from dossier.model.record_templates import RESTATEMENT
from dossier.model.records import Capture, Source

ENDINGS: dict[Form, str] = {
    "text": "txt",
    "html": "html",
    "mhtml": "mhtml",
    "pdf": "pdf",
    "docx": "docx",
    "epub": "epub",
    "odt": "odt",
    "rtf": "rtf",
}
PERSPECTIVE = "WHO SPEAKS, FROM WHERE, AND WHAT THEY COULD NOT SEE."


class AddingError(Exception):
    """Raised where a source cannot be added; the message says why, and what to do."""


@dataclass(frozen=True, slots=True)
class NewSource:
    """What ``dossier add`` writes: ``files`` by name in the dossier; and what it tells.

    ``capture`` is the name of the captured file, ``facts`` are those of the page, and ``missing`` the keys of the
    record of which it says nothing.
    """

    id: str
    capture: str
    files: dict[str, bytes]
    cleaned: Cleaned
    facts: PageFacts
    missing: tuple[str, ...]
    names: tuple[FoundName, ...]


def new_source(root: Path, corpus: Corpus, file: Path, wanted: str | None = None) -> NewSource:
    """The source that a captured file makes in the dossier in ``root``; nothing is written.

    ``wanted`` is the id that it is to have. Raises ``AddingError`` where that or a file of it is taken, and
    ``CaptureError`` or ``OSError`` where the file cannot be read.
    """
    content = unpacked(content_of(file))
    captured = captured_text(content, file.suffix.lower().removeprefix("."))
    facts = facts_of(captured)
    id_ = _id(root, corpus, file, facts, wanted)
    capture = f"{id_}.{ENDINGS[captured.form]}"
    authors = [author.name for author in facts.authors]
    cleaned = clean(captured.text, facts.title, Capture(file=capture, fingerprints=()), authors)
    if not cleaned.paragraphs:
        raise AddingError(f"{file} holds no paragraph of an article; see: dossier clean {file}")
    cleaned = replace(cleaned, told=captured.told)
    kept, record = root / CAPTURES / capture, f"data/sources/{id_}.yaml"
    is_there = kept.exists() and kept.samefile(file)
    files = {
        **({} if is_there else {f"{CAPTURES}/{capture}": content}),
        f"docs/sources/{id_}.md": _skeleton(facts, cleaned).encode(),
        record: _record(facts, record, capture, cleaned).encode(),
    }
    _refuse_taken(root, files)
    _refuse_twice(corpus, facts, cleaned)
    return NewSource(
        id_, capture, files, cleaned, facts, tuple(_missing(facts)), tuple(found_names(corpus, cleaned.paragraphs))
    )


def facts_of(captured: CapturedText) -> PageFacts:
    """What a captured file says of itself; a byline counts where nothing else names an author."""
    facts = page_facts(captured.page, captured.address) if captured.page else PageFacts()
    if captured.form in ("docx", "epub", "odt", "rtf"):
        # The day that such a file gives is mostly that of its making, and it has no address.
        facts = replace(facts, type="", issued="", address="", told=())
    if captured.title:
        facts = replace(facts, title=captured.title)
    if not facts.authors and captured.author:
        facts = replace(facts, authors=tuple(authors_of([(captured.author, "")])))
    if not facts.authors:
        cleaned = clean(captured.text, facts.title)
        bylines = [line.text for line in cleaned.of("author") if line.reason == "byline"]
        named = [(name, "person") for line in bylines[:1] for name in names_in_byline(line)]
        facts = replace(facts, authors=tuple(authors_of(named)))
    return facts


def _id(root: Path, corpus: Corpus, file: Path, facts: PageFacts, wanted: str | None) -> str:
    def is_taken(id_: str) -> bool:
        known = corpus.knows(id_) or id_ in corpus.redirects or id_ in corpus.unread
        ours = [root / f"data/sources/{id_}.yaml", root / f"docs/sources/{id_}.md"]
        kept = [path for path in (root / CAPTURES).glob(f"{id_}.*") if not path.samefile(file)]
        return known or any(path.exists() for path in ours) or bool(kept)

    if wanted is None:
        return free_id(proposed_id(facts.authors, facts.container, facts.title, facts.issued), is_taken)
    if not re.fullmatch(r"[a-z0-9-]+", wanted):
        raise AddingError(f'"{wanted}" is not lower-case letters, digits and hyphens')
    if is_taken(wanted):
        raise AddingError(f'"{wanted}" is taken, and nothing was written; name another id with --source')
    return wanted


def _refuse_taken(root: Path, files: dict[str, bytes]) -> None:
    for name in files:
        if (root / name).exists():
            raise AddingError(f"{name} is there already, and nothing was written; name another id with --source")


def _refuse_twice(corpus: Corpus, facts: PageFacts, cleaned: Cleaned) -> None:
    """An article that is a source already is no second one."""
    prints = {fingerprint(paragraph) for paragraph in cleaned.paragraphs}
    for source in corpus.of(Source):
        same = prints & set(source.capture.fingerprints) if source.capture else set()
        if len(same) * 2 > len(prints) or (facts.address and facts.address == source.URL):
            raise AddingError(f'this is the article of "{source.id}", which is a source already; nothing was written')


def _missing(facts: PageFacts) -> Iterator[str]:
    """The keys that the page says nothing of."""
    said = {
        "type": facts.type,
        "title": facts.title,
        "author": facts.authors,
        "container-title or publisher": facts.container or facts.publisher,
        "issued": facts.issued,
        "language": facts.language,
        "URL": facts.address,
    }
    return (key for key, value in said.items() if not value)


def _record(facts: PageFacts, file: str, capture: str, cleaned: Cleaned) -> str:
    called = label(facts.authors, facts.container or facts.publisher, facts.issued)
    said: dict[str, Value] = {
        "type": facts.type or "TYPE",
        "title": facts.title or "TITLE",
        "author": [_author(author) for author in facts.authors],
        "container-title": facts.container,
        "publisher": facts.publisher,
        "issued": facts.issued,
        "URL": facts.address,
        "language": facts.language,
        "label": called or "FAMILY 2020",
        "perspective": PERSPECTIVE,
        "capture": {"file": capture, "fingerprints": [fingerprint(paragraph) for paragraph in cleaned.paragraphs]},
    }
    return file_text(file, {key: value for key, value in said.items() if value})


def _author(author: SaidAuthor) -> dict[str, Value]:
    if author.literal:
        return {"literal": author.literal}
    return {"family": author.family, **({"given": author.given} if author.given else {})}


def _skeleton(facts: PageFacts, cleaned: Cleaned) -> str:
    numbers = count(1)
    parts = [f"# {_escaped(facts.title or 'TITLE')}"]
    for role, text in cleaned.parts:
        if role == "heading":
            parts.append(f"## {_escaped(text)}")
        else:
            number = next(numbers)
            parts.append(f"{RESTATEMENT.format(number=number)}\n{{: #p{number} }}")
    return "\n\n".join(parts) + "\n"


def _escaped(words: str) -> str:
    """Words of a heading in Markdown, in which no sign means more than itself."""
    return re.sub(r"([\\`*_\[\]#])", r"\\\1", words)


def told(new: NewSource) -> Iterator[str]:
    """What was found on the page and what to do next, in lines for a curator."""
    yield from new.cleaned.told
    yield from (f"line {line.number}: {line.told}" for line in new.cleaned.lines if line.told)
    yield from new.facts.told
    if dates := [line.text for line in new.cleaned.of("dropped") if line.reason == "date of the page"]:
        yield f"The text has the date line “{dates[0]}”: of its publication, or of the day when it was saved."
    if new.missing:
        yield f"The file does not say: {', '.join(new.missing)}. What nobody knows is left out; `note` says why."


def next_steps(new: NewSource) -> Iterator[str]:
    """What a curator does after this, a step a line."""
    yield "Next:"
    yield f"  compare the paragraphs with the article: dossier clean {CAPTURES}/{new.capture} --source {new.id}"
    yield f"  replace the words in capitals in data/sources/{new.id}.yaml"
    if "title" in new.missing:
        yield "  once the title stands there, clean the article again: its fingerprints may be others"
    yield f"  restate each paragraph in docs/sources/{new.id}.md"
    yield f"  draw claims: dossier new claim {new.id}"
    yield "  dossier check"
