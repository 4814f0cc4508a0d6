"""Names in the paragraphs of an article: the records that they may be, and those that no record knows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dossier.captures.note_marks import without_note_marks
from dossier.checking.coverage import DATE_WORD, begins_sentence
from dossier.corpus.corpus import Corpus
from dossier.model.records import Event, Named
from dossier.text.spelling import REMEMBERED, sound, words_of

TOKEN = re.compile(r"[^\W_]+(?:[.'’\u02bc\u2018-][^\W_]+)*\.?")
LINKING = frozenset(("of", "the", "al", "bin", "ibn", "ul", "ur", "e", "de", "van", "von"))
# Words that begin a sentence and no name.
OPENING = frozenset(
    words_of(
        "a after although among an and as at before both but by during for from he her his how if in it its "
        "of on one or our she since some that the their then these they this those to under we what when "
        "while with"
    )
)
# A name of so few letters is one only in its own capitals: “IS” and not “is”.
SHORT = 3
SHORTEST_SOUND = 4
FEWEST_TIMES = 2


@dataclass(frozen=True, slots=True)
class FoundName:
    """A name as the article writes it, the paragraphs that do, and the records that it may be.

    ``alike`` says that no record has this spelling, but one that sounds like it; a name without records is unknown.
    """

    text: str
    paragraphs: tuple[int, ...]
    records: tuple[str, ...] = ()
    alike: bool = False


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a paragraph: as it stands, where, its plain words, their sounds, and whether it begins a sentence."""

    text: str
    start: int
    end: int
    plain: tuple[str, ...]
    sounds: tuple[str, ...]
    begins: bool

    @property
    def is_capital(self) -> bool:
        return self.text[:1].isupper() or not self.text[:1].isascii()


@dataclass(frozen=True, slots=True)
class KnownNames:
    """The records by the plain words of their names, and by how these sound; and the names in capitals alone."""

    exact: Mapping[tuple[str, ...], frozenset[str]]
    sounds: Mapping[tuple[str, ...], frozenset[str]]
    capitals: frozenset[str]
    longest: int


def found_names(corpus: Corpus, paragraphs: Sequence[str]) -> list[FoundName]:
    """As ``names_in``, of the names of a corpus."""
    return names_in(known_names(corpus), paragraphs)


def names_in(known: KnownNames, paragraphs: Sequence[str]) -> list[FoundName]:
    """The names of actors, places and events, and capitalised words that stand twice or more and that no record knows.

    Of two names that overlap the longer counts. Known names come first, then those that only sound alike, then unknown
    ones; each kind in the order in which it first stands.
    """
    texts: dict[tuple[str, ...], str] = {}
    places: dict[tuple[str, ...], list[int]] = {}
    records: dict[tuple[str, ...], tuple[frozenset[str], bool]] = {}
    for number, paragraph in enumerate(paragraphs, 1):
        for words, ids, alike in _names(list(_words(without_note_marks(paragraph))), known):
            key = tuple(part for word in words for part in word.plain)
            texts.setdefault(key, _as_written(words))
            places.setdefault(key, []).append(number)
            records.setdefault(key, (ids, alike))
    found = [
        FoundName(texts[key], tuple(dict.fromkeys(places[key])), tuple(sorted(ids)), alike)
        for key, (ids, alike) in records.items()
        if ids or len(places[key]) >= FEWEST_TIMES
    ]
    return sorted(found, key=lambda one: (not one.records, one.alike))


def known_names(corpus: Corpus) -> KnownNames:
    """The names of all actors, places and events, to be found in texts."""
    exact: dict[tuple[str, ...], set[str]] = {}
    sounds: dict[tuple[str, ...], set[str]] = {}
    capitals: set[str] = set()
    for id_, name in _all_names(corpus):
        words = tuple(words_of(name))
        if not words:
            continue
        if len("".join(words)) <= SHORT and name.isupper():
            capitals.add("".join(words))
        exact.setdefault(words, set()).add(id_)
        if len("".join(words)) >= SHORTEST_SOUND:
            sounds.setdefault(tuple(map(sound, words)), set()).add(id_)
    longest = max(map(len, exact), default=0)
    frozen = [{key: frozenset(ids) for key, ids in one.items()} for one in (exact, sounds)]
    return KnownNames(frozen[0], frozen[1], frozenset(capitals), longest)


def _all_names(corpus: Corpus) -> Iterator[tuple[str, str]]:
    for record in corpus.of(Named):
        yield from ((record.id, name.text) for name in record.names)
    yield from ((event.id, event.title) for event in corpus.of(Event))


def _words(paragraph: str) -> Iterator[_Word]:
    for found in TOKEN.finditer(paragraph):
        text = found[0].removesuffix(".") if not re.search(r"\w\.\w", found[0]) else found[0]
        start = found.start()
        begins = begins_sentence(paragraph, start)
        plain = _plain(text)
        yield _Word(text, start, start + len(text), plain, tuple(map(sound, plain)), begins)


@lru_cache(maxsize=REMEMBERED)
def _plain(text: str) -> tuple[str, ...]:
    return tuple(words_of(text))


def _names(words: Sequence[_Word], known: KnownNames) -> Iterator[tuple[Sequence[_Word], frozenset[str], bool]]:
    """The names of a paragraph in order, each with its records (an unknown one has none), and if it is only alike."""
    place = 0
    while place < len(words):
        run, ids, alike = _known_at(words, place, known)
        if not run:
            run = _unknown_at(words, place, known)
        if run:
            yield run, ids, alike
        place += max(len(run), 1)


def _known_at(words: Sequence[_Word], place: int, known: KnownNames) -> tuple[Sequence[_Word], frozenset[str], bool]:
    for table, alike in ((known.exact, False), (known.sounds, True)):
        for length in range(min(known.longest, len(words) - place), 0, -1):
            run = words[place : place + length]
            if not any(word.is_capital for word in run) or (alike and not run[0].is_capital):
                continue
            plain = [part for word in run for part in word.plain]
            key = tuple(part for word in run for part in word.sounds) if alike else tuple(plain)
            if key in table and _is_written_so(run, plain, known) and not (alike and _is_common(run)):
                return run, table[key], alike
    return [], frozenset(), False


def _is_written_so(run: Sequence[_Word], plain: Sequence[str], known: KnownNames) -> bool:
    """Whether a short name stands in the capitals in which the records have it."""
    return "".join(plain) not in known.capitals or all(word.text.isupper() for word in run)


def _is_common(run: Sequence[_Word]) -> bool:
    """Whether it is one word at the beginning of a sentence, which may be any."""
    return len(run) == 1 and (run[0].begins or len(run[0].text) < SHORTEST_SOUND)


def _unknown_at(words: Sequence[_Word], place: int, known: KnownNames) -> Sequence[_Word]:
    """The capitalised words from here to the next known name, with small ones between; none that opens a sentence."""
    end = place
    while end < len(words) and (words[end].text[:1].isupper() or _links(words, place, end)):
        is_date = DATE_WORD.fullmatch(words[end].text.casefold())
        if is_date or (end > place and (words[end].begins or _known_at(words, end, known)[0])):
            break
        end += 1
    run = words[place:end]
    while run and run[-1].text in LINKING:
        run = run[:-1]
    if run and run[0].begins and (len(run) == 1 or run[0].text.casefold() in OPENING):
        return []
    return [] if len(run) == 1 and len(run[0].text) < 2 else run


def _links(words: Sequence[_Word], place: int, end: int) -> bool:
    following = words[end + 1].text[:1].isupper() if end + 1 < len(words) else False
    return end > place and following and words[end].text in LINKING


def _as_written(words: Iterable[_Word]) -> str:
    return re.sub(r"[’']s$", "", " ".join(word.text for word in words))


def told_names(found: Sequence[FoundName]) -> Iterator[str]:
    """The names in lines for a curator, known ones with their records, all with their paragraphs."""
    known = [one for one in found if one.records]
    unknown = [one for one in found if not one.records]
    if known:
        yield "Names, with the records that they may be (a spelling in use goes into `used_by`):"
        yield from (f"  {one.text} ({_places(one)}): {_records(one)}" for one in known)
    if unknown:
        yield "Names that stand twice or more and that no record knows (look for other spellings before you begin one):"
        yield from (f"  {one.text} ({_places(one)})" for one in unknown)


def _places(one: FoundName) -> str:
    return ", ".join(f"p{number}" for number in one.paragraphs)


def _records(one: FoundName) -> str:
    return ("perhaps " if one.alike else "") + " or ".join(one.records)
