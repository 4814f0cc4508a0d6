"""What is asked in the benchmark of search: a file of queries, and names with one letter wrong."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

from dossier.corpus.corpus import Corpus
from dossier.model.addresses import url_for
from dossier.model.records import Named
from dossier.text.spelling import fold
from tests.support.latin import is_latin

EDITS = ("insertion", "deletion", "substitution", "transposition")
SHORTEST = 5


@dataclass(frozen=True, slots=True)
class Query:
    """A query and what a result must be to answer it; regular expressions are case-sensitive, as they are written.

    ``wanted`` must match the result's title or its address (``/actors/x/#y``); all of ``texts`` must match the text
    that the address leads to.
    """

    id: str
    kind: str
    text: str
    wanted: str = ""
    texts: tuple[str, ...] = ()

    def answered_by(self, title: str, address: str, text: str) -> bool:
        named = re.search(self.wanted, title) or re.search(self.wanted, address)
        return bool(named) and all(re.search(one, text) for one in self.texts)


def read(path: Path) -> list[Query]:
    """The queries of a file: id, kind, query, wanted title or URL, wanted text joined by ``&&``, between tabs.

    Raises ``ValueError`` for a line that is not of this form.
    """
    lines = enumerate(path.read_text("utf-8").splitlines(), 1)
    return [_query(path, number, line) for number, line in lines if line.strip() and not line.startswith("#")]


def _query(path: Path, number: int, line: str) -> Query:
    fields = [field.strip() for field in line.split("\t")]
    if len(fields) != 5:
        raise ValueError(f"{path}:{number}: {len(fields)} fields between tabs, not 5")
    key, kind, text, wanted, texts = fields
    return Query(key, kind, text, _any(wanted), tuple(_any(one) for one in texts.split("&&")))


def _any(pattern: str) -> str:
    return "" if pattern == "-" else pattern


@dataclass(frozen=True, slots=True)
class _Spelling:
    text: str
    folded: str
    address: str


def slips(corpus: Corpus, number: int, seed: int) -> list[Query]:
    """Names of actors and places with one letter wrong, the same for the same seed.

    Wanted is the page of each record that has a name one slip away: a slip may lie between two names.
    """
    rng = random.Random(seed)  # noqa: S311  nothing secret
    spellings = list(_spellings(corpus))
    letters = sorted({one for spelling in spellings for one in spelling.text.lower() if one.isalpha()})
    long = sorted({one.text for one in spellings if sum(map(str.isalpha, one.text)) >= SHORTEST})
    chosen = rng.sample(long, min(number, len(long)))
    return [
        _slip(f"s{place:03}", name, edit, spellings, letters, rng)
        for place, (name, edit) in enumerate(zip(chosen, cycle(EDITS), strict=False), 1)
    ]


def _spellings(corpus: Corpus) -> Iterator[_Spelling]:
    for record in corpus.records.values():
        if isinstance(record, Named):
            for name in record.names:
                yield _Spelling(name.text, fold(name.text), url_for(record))


def _slip(
    key: str, name: str, edit: str, spellings: Iterable[_Spelling], letters: Iterable[str], rng: random.Random
) -> Query:
    wrong = name
    while (folded := fold(wrong)) == fold(name):
        wrong = edited(name, edit, letters, rng)
    addresses = sorted({one.address for one in spellings if one_apart(one.folded, folded)})
    script = edit if is_latin(name) else "another script"
    return Query(key, f"slip, {script}", wrong, rf"^/(?:{'|'.join(map(re.escape, addresses))})(?:#|$)")


def edited(name: str, edit: str, letters: Iterable[str], rng: random.Random) -> str:
    """The name with one letter inserted, deleted, substituted or changed with the next; it may come out the same."""
    place = rng.choice([place for place, letter in enumerate(name) if letter.isalpha()])
    before, here, after = name[:place], name[place], name[place + 1 :]
    other = rng.choice([letter for letter in letters if _script(letter) == _script(here)])
    match edit:
        case "insertion":
            return before + here + other + after
        case "deletion":
            return before + after
        case "substitution":
            return before + other + after
        case _:
            return before + after[:1] + here + after[1:] if after[:1].isalpha() else name


def _script(letter: str) -> str:
    return unicodedata.name(letter, "").split(" ")[0]


def one_apart(one: str, other: str) -> bool:
    """Whether two texts are the same but for one letter too many, missing, wrong, or changed with its neighbour."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = next((place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if start is None:
        return True
    one, other = one[start:], other[start:]
    return one[1:] in (other, other[1:]) or one == other[1:] or one[:2][::-1] + one[2:] == other
