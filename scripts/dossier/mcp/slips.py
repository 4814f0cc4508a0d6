"""A word that nothing holds is read as one that sounds the same, or as the nearest that is spelled almost so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from dossier.search.english import common_stems
from dossier.search.topics import Names
from dossier.text.spelling import sound, words_of
from dossier.text.stems import stem

# A shorter word is another word where one letter differs. How like two words have to be, 0 to 1: words of names less,
# for they are what people misspell.
SHORTEST, LIKE_A_NAME, LIKE_A_WORD = 4, 0.76, 0.84


@dataclass(frozen=True, slots=True)
class Spelling:
    """The words that are held, those of names among them, and by their sound those that have it, names first.

    A word that has one of the stems of ``common`` words of English is no slip, and one that has one of the ``stems`` of
    held words is none unless it sounds like one of them.
    """

    known: frozenset[str]
    common: frozenset[str]
    stems: frozenset[str]
    idle: frozenset[str]
    named: tuple[str, ...]
    others: tuple[str, ...]
    by_sound: Mapping[str, str]

    def mended(self, query: str) -> str:
        """The query with its slips mended, in plain words; as it was written where it holds none."""
        words = words_of(query)
        read = list(map(self._read, words))
        return query if read == words else " ".join(read)

    def _read(self, word: str) -> str:
        if len(word) < SHORTEST or not word.isalpha() or word in self.known or word in self.idle:
            return word
        if stem(word) in self.common:
            return word
        if (same := self.by_sound.get(sound(word))) is not None:
            return same
        if stem(word) in self.stems:
            return word
        near = get_close_matches(word, self.named, 1, LIKE_A_NAME) or get_close_matches(
            word, self.others, 1, LIKE_A_WORD
        )
        return near[0] if near else word


def spelling(texts: Iterable[str], names: Names) -> Spelling:
    """The spelling of everything in some texts and of all names."""
    named = {word for words in names.called for word in words if len(word) >= SHORTEST}
    held = {word for text in texts for word in words_of(text) if len(word) >= SHORTEST}
    others = held - named
    by_sound: dict[str, str] = {}
    for word in (*sorted(named), *sorted(others)):
        by_sound.setdefault(sound(word), word)
    return Spelling(
        known=frozenset(held | named),
        common=frozenset(common_stems()),
        stems=frozenset(map(stem, held | named)),
        idle=names.idle,
        named=tuple(sorted(named)),
        others=tuple(sorted(others)),
        by_sound=by_sound,
    )
