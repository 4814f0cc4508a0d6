"""Notices that are accepted in ``data/accepted.yaml``, and acceptances that accept nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from dossier.checking import causes
from dossier.corpus.corpus import Corpus, Origin
from dossier.model.records import Accepted
from dossier.problems import Problem, nearest


def sifted(
    corpus: Corpus,
    found: Iterable[Problem],
    ever: Collection[Problem],
    rules: Collection[str],
    faulty: Collection[str] = (),
) -> list[Problem]:
    """Those found that nothing accepts, and an error for each acceptance that fits none of ``ever``.

    ``rules`` are the names of all rules that give notices. Where some records could not be read, no acceptance is
    called stale, nor is that of a ``faulty`` record.
    """
    accepted = corpus.accepted.items
    kept = [problem for problem in found if not any(_fits(one, problem) for one in accepted)]
    return [*kept, *_stale(corpus, ever, rules, faulty)]


def _stale(
    corpus: Corpus, ever: Collection[Problem], rules: Collection[str], faulty: Collection[str]
) -> Iterator[Problem]:
    is_whole = not causes.lacks_claims(corpus)
    for one, origin in zip(corpus.accepted.items, corpus.accepted.origins, strict=True):
        if one.rule not in rules:
            yield _unknown_rule(one, origin, rules)
        elif is_whole and not _is_told(corpus, one, faulty) and not any(_fits(one, problem) for problem in ever):
            message = f"fits no notice {one.rule} at {one.record or one.file}"
            yield origin.problem(("words",), "stale-acceptance", message, "take the entry out, or mend it")


def _is_told(corpus: Corpus, one: Accepted, faulty: Collection[str]) -> bool:
    """Whether what it points at is at fault, or is missed by others, which is told already."""
    key = one.record or ""
    missed = bool(corpus.referrers(key) or corpus.mentions(key) or causes.is_lost(corpus, key))
    return key in faulty or (key not in corpus.records and missed)


def _unknown_rule(one: Accepted, origin: Origin, rules: Collection[str]) -> Problem:
    hint = nearest(one.rule, rules) or f"use {', '.join(rules)}"
    return origin.problem(("rule",), "unknown-rule", f'no rule "{one.rule}" gives notices', hint)


def _fits(one: Accepted, problem: Problem) -> bool:
    place = one.record == problem.record if one.record else one.file == problem.file
    return place and one.rule == problem.rule and one.words in problem.message and one.field in (None, problem.field)
