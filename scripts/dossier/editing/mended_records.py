"""What records say, put as it can only be meant: ids that have moved, words that the file's name says, anchors."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from dossier.corpus.corpus import Corpus, Origin
from dossier.editing.mended_yaml import NUMBERS, THOUSANDS
from dossier.editing.yaml_document import Edit, Put, Remove
from dossier.model.records import Anchor, Claim, Path, Reference
from dossier.problems import Lines
from dossier.text.marks import CITATION, COUNT, KEY, LINK, without_code

# Signs that a capture may draw otherwise than a curator types them.
ALIKE = (
    "'\u2019\u2018`\u02bc\u00b4",
    '"\u201c\u201d\u201e\u00ab\u00bb',
    "-\u2010\u2011\u2013\u2014\u2212",
    " \u00a0\u2009\u202f",
)
MARK = re.compile(f"{CITATION}|{LINK}|{COUNT}")
# An id in a mark: after its opening, and before what ends it; words that a link shows hold none.
IN_MARK = re.compile(rf"(?<=@){KEY}|(?<=\[\[){KEY}(?=[\]|])|(?<=count:){KEY}")

Way = Callable[[Origin], Path]
"""The way to a record in its file: none where it has the file to itself, else its place in the list."""


@dataclass(frozen=True, slots=True)
class Mend:
    """An edit of a file, and in words what it does."""

    file: str
    edit: Edit
    said: str


def said_by_file_name(file: str, plain: Any) -> Iterator[Mend]:
    """Ids and sources that the name of the file gives already take no key; where they say something else, they stay."""
    stem, is_claims = PurePosixPath(file).stem, file.startswith("data/claims/")
    if isinstance(plain, dict) and plain.get("id") == stem and len(PurePosixPath(file).parts) == 3:
        yield Mend(file, Remove(("id",)), "took out id, for the file's name says it")
    for number, item in enumerate(plain if is_claims and isinstance(plain, list) else ()):
        if isinstance(item, dict) and item.get("source") == stem:
            yield Mend(file, Remove((number, "source")), f"took source out of item {number + 1}, for the file says it")


def thousands(file: str, plain: Any, path: Path = ()) -> Iterator[Mend]:
    """Numbers of values without signs between their thousands."""
    below = plain.items() if isinstance(plain, dict) else enumerate(plain) if isinstance(plain, list) else ()
    for key, value in below:
        way = (*path, key)
        if key in NUMBERS and path[-1:] == ("value",) and isinstance(value, str) and THOUSANDS.fullmatch(value):
            digits = re.sub(r"\D", "", value)
            yield Mend(file, Put(way, int(digits)), f"made {digits} of {value}")
        yield from thousands(file, value, way)


def led_on(corpus: Corpus) -> dict[str, str]:
    """For each id that was renamed or merged away, the record that stands in its place; withdrawn ones have none."""
    return {old: new for old in corpus.redirects if old not in corpus.records and (new := _end(corpus, old))}


def _end(corpus: Corpus, key: str) -> str:
    seen = set[str]()
    while key in corpus.redirects and key not in corpus.records and key not in seen:
        seen.add(key)
        key = corpus.redirects[key].to or ""
    return key if key in corpus.records else ""


def moved_references(corpus: Corpus, way: Way) -> Iterator[Mend]:
    """References to records that were renamed or merged, led on to what stands in their place."""
    moved = led_on(corpus)
    for record in corpus.records.values():
        origin = corpus.origins[record.id]
        yield from _led_on(origin.file, way(origin), list(record.references()), moved)
    for phase, origin in zip(corpus.phases.items, corpus.phases.origins, strict=True):
        yield from _led_on(origin.file, way(origin), list(phase.witnesses(())), moved)
    for outside, origin in zip(corpus.outside.items, corpus.outside.origins, strict=True):
        yield from _led_on(origin.file, way(origin), list(outside.references()), moved)


def _led_on(file: str, way: Path, references: Sequence[Reference], moved: Mapping[str, str]) -> Iterator[Mend]:
    """An id that its list holds already, or would hold twice, is taken out instead."""
    held: dict[Path, set[str]] = defaultdict(set)
    for one in references:
        if one.target not in moved:
            held[one.path[:-1]].add(one.target)
    for one in references:
        new = moved.get(one.target)
        if new is None:
            continue
        in_list = isinstance(one.path[-1], int)
        twice = in_list and new in held[one.path[:-1]]
        held[one.path[:-1]].add(new)
        path = (*way, *one.path)
        edit: Edit = Remove(path) if twice else Put(path, new)
        yield Mend(file, edit, f"took {one.target} out, beside {new}" if twice else f"wrote {new} for {one.target}")


def relinked(text: str, moved: Mapping[str, str]) -> tuple[str, list[str]]:
    """A text whose citations and links lead to what stands in the place of an id, and in words which these were.

    A claim that a citation would then name twice is named once. Code stays as it is.
    """
    seen, parts, end = list[str](), list[str](), 0
    plain = without_code(text)
    there, here = Lines(plain), Lines(text)
    for found in MARK.finditer(plain):
        line, column = there.at(found.start())
        start = here.starts[line - 1] + column - 1
        parts += [text[end:start], _mark(found[0], moved, seen)]
        end = start + len(found[0])
    return "".join([*parts, text[end:]]), [f"wrote {moved[old]} for {old}" for old in dict.fromkeys(seen)]


def _mark(mark: str, moved: Mapping[str, str], seen: list[str]) -> str:
    before = [key for key in re.findall(IN_MARK, mark) if key in moved]
    if not before:
        return mark
    seen += before
    made = re.sub(IN_MARK, lambda key: moved.get(key[0], key[0]), mark)
    keys = re.findall(IN_MARK, made)
    is_twice = mark.startswith("[@") and len(set(keys)) < len(keys)
    return f"[@{'; @'.join(dict.fromkeys(keys))}]" if is_twice else made


def anchors(corpus: Corpus, captured: Mapping[str, Sequence[str]], way: Way) -> Iterator[Mend]:
    """Anchors whose quotes, hyphens and blanks are drawn as in the capture, where just one place there fits them."""
    for claim in corpus.of(Claim):
        paragraphs = captured.get(claim.source, ())
        passage = " ".join(paragraphs[number - 1] for number in claim.paragraphs if number <= len(paragraphs))
        origin = corpus.origins[claim.id]
        for key, words in _drawn(claim.anchor, passage):
            path = (*way(origin), "anchor", key)
            yield Mend(origin.file, Put(path, words), f"drew the anchor of {claim.id} as the capture does: {words}")


def _drawn(anchor: Anchor, passage: str) -> Iterator[tuple[str, str]]:
    for key, words in (("from", anchor.from_), ("to", anchor.to)):
        if words in passage:
            continue
        found = {one[0] for one in re.finditer("".join(map(_like, words)), passage)}
        if len(found) == 1:
            yield key, " ".join(found.pop().split())


def _like(sign: str) -> str:
    alike = next((signs for signs in ALIKE if sign in signs), sign)
    return f"[{re.escape(alike)}]" + ("+" if sign == " " else "")
