"""What a source passes on from a speaker is ``reported``: the author does not say it outright.

A source whose author the speaker is says it itself; a denial or an intention is its speaker's own.
"""

from __future__ import annotations

from collections.abc import Iterator

from dossier.checking.plausibility.given import Given, notice
from dossier.corpus.corpus import Corpus
from dossier.model.records import Actor, Claim, Source
from dossier.problems import Problem
from dossier.text.spelling import fold

RULE = "stated-speech"
OF_THE_SPEAKER = frozenset({"denial", "intention"})


def check(corpus: Corpus, _given: Given) -> Iterator[Problem]:
    for claim in corpus.of(Claim):
        passed_on = claim.said_by and claim.certainty == "stated" and claim.kind not in OF_THE_SPEAKER
        if passed_on and not _is_author(corpus, claim):
            message = f"stated, though {claim.said_by} says it"
            hint = "write `reported`, or leave `said_by` out where the author says it"
            yield notice(corpus, claim.id, ("certainty",), RULE, message, hint)


def _is_author(corpus: Corpus, claim: Claim) -> bool:
    """Whether one of the speaker's names is that of an author, as it is or within the name of a body."""
    source, speaker = corpus.records.get(claim.source), corpus.records.get(claim.said_by or "")
    if not isinstance(source, Source) or not isinstance(speaker, Actor):
        return True
    authors = [f" {fold(' '.join(filter(None, (one.literal, one.given, one.family))))} " for one in source.author]
    return any(f" {fold(name.text)} " in author for name in speaker.names for author in authors)
