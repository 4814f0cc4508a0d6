"""The themes of claims, and the long lists of a record that stand on pages of their own.

The themes of a dossier are its topic pages. A claim has the theme of the first question that it answers; one that
answers none has that of the topic page which cites it most often, and one that no page cites that of a claim which it
supports or repeats, or which supports or repeats it. The rest has no theme.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from dossier.corpus.corpus import Corpus
from dossier.corpus.indexes import Mention
from dossier.model.addresses import list_url
from dossier.model.records import Actor, Claim, Event, Place, Question, Record
from dossier.text.sorting import name_key

# A list of more claims, or of more paragraphs, has pages of its own; what is shorter one reads where it stands. What an
# actor says goes along with the claims about it.
LONGEST = 40
# The lists that are those of no theme.
OTHER, SAID, MENTIONS = "other", "said", "mentions"
THEMELESS = (OTHER, SAID, MENTIONS)


@dataclass(frozen=True, slots=True)
class LongList:
    """Claims of a record on one theme, oldest publication first, or the paragraphs that mention it; never both.

    ``id`` is the last part of its address: the name of a topic page, or one of ``THEMELESS``.
    """

    id: str
    title: str
    claims: tuple[Claim, ...] = ()
    mentions: tuple[Mention, ...] = ()


def is_long(found: Sequence[object]) -> bool:
    """Whether a list has pages of its own."""
    return len(found) > LONGEST


def themes(corpus: Corpus) -> dict[str, str]:
    """The title of each theme by its id, in the order of the titles."""
    titles = {one.name: one.title for one in corpus.documents if one.is_essay and one.name not in THEMELESS}
    return dict(sorted(titles.items(), key=lambda item: name_key(item[1])))


def themes_of_claims(corpus: Corpus) -> Mapping[str, str]:
    """The theme of each claim that has one, by the id of the claim."""
    order = list(themes(corpus))
    found = {**_by_citing(corpus, order), **_by_answering(corpus, order)}
    return MappingProxyType({**_by_links(corpus, found), **found})


def _by_citing(corpus: Corpus, order: Sequence[str]) -> dict[str, str]:
    cited = {name: Counter[str]() for name in order}
    for document in corpus.documents:
        if document.name in cited:
            for block in document.blocks:
                cited[document.name].update(block.cited)
    claims = dict.fromkeys(key for name in order for key in cited[name])
    return {key: max(order, key=lambda name: cited[name][key]) for key in claims}


def _by_answering(corpus: Corpus, order: Sequence[str]) -> dict[str, str]:
    of_questions = {one.id: one.theme for one in corpus.of(Question) if one.theme in order}
    found: dict[str, str] = {}
    for question in of_questions:
        for claim in corpus.referring(question, "answers", Claim):
            answered = (of_questions[one.question] for one in claim.answers if one.question in of_questions)
            found[claim.id] = next(theme for theme in answered if theme)
    return found


def _by_links(corpus: Corpus, found: Mapping[str, str]) -> dict[str, str]:
    """The themes of claims that are linked to one which has a theme; ``found`` are those of the latter."""
    linked: dict[str, str] = {}
    for claim in corpus.of(Claim):
        for key in (*claim.supports, *claim.repeats):
            if key in found:
                linked.setdefault(claim.id, found[key])
            elif claim.id in found:
                linked.setdefault(key, found[claim.id])
    return linked


def long_lists(corpus: Corpus, record: Record, of_claims: Mapping[str, str]) -> tuple[LongList, ...]:
    """The lists of a record that are too long for its page: its claims by theme, those by it, its mentions.

    ``of_claims`` are the ``themes_of_claims``.
    """
    if not isinstance(record, (Actor, Event, Place)):
        return ()
    return tuple(_long_lists(corpus, record, of_claims))


def _long_lists(corpus: Corpus, record: Record, of_claims: Mapping[str, str]) -> Iterator[LongList]:
    about, said = corpus.claims_about(record.id), claims_by(corpus, record.id)
    if is_long(about):
        yield from _by_theme(corpus, about, of_claims)
    if said and (is_long(about) or is_long(said)):
        yield LongList(SAID, corpus.words.say("themes.said"), tuple(said))
    mentions = paragraphs_on(corpus, record.id)
    if is_long(mentions):
        yield LongList(MENTIONS, corpus.words.say("themes.mentions"), mentions=tuple(mentions))


def _by_theme(corpus: Corpus, claims: Sequence[Claim], of_claims: Mapping[str, str]) -> Iterator[LongList]:
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(of_claims.get(claim.id, OTHER), []).append(claim)
    titles = {**themes(corpus), OTHER: corpus.words.say("themes.other" if len(groups) > 1 else "themes.all")}
    for key, title in titles.items():
        if key in groups:
            yield LongList(key, title, tuple(groups[key]))


def claims_by(corpus: Corpus, actor: str) -> list[Claim]:
    """The claims that sources attribute to an actor, oldest publication first."""
    return corpus.by_publication(corpus.referring(actor, "said_by", Claim))


def paragraphs_on(corpus: Corpus, key: str) -> list[Mention]:
    """The paragraphs, rows and items of prose that mention a record; headings are none."""
    return [one for one in corpus.mentions(key) if one.block.level <= 0]


def all_long_lists(corpus: Corpus) -> Iterator[tuple[Record, LongList]]:
    """The long lists of all records."""
    of_claims = themes_of_claims(corpus)
    for record in corpus.records.values():
        for one in long_lists(corpus, record, of_claims):
            yield record, one


def list_addresses(corpus: Corpus) -> Iterator[str]:
    """The address of each page of a long list."""
    return (list_url(record, one.id) for record, one in all_long_lists(corpus))
