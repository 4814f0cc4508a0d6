"""A relation between actors stands on at least one claim."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.corpus.corpus import Corpus
from dossier.model.records import Actor
from dossier.problems import Problem


def check(corpus: Corpus) -> Iterator[Problem]:
    for actor in corpus.of(Actor):
        for place, relation in enumerate(actor.relations):
            if not relation.claims:
                hint = "name the claims that say so, or take the relation out"
                yield corpus.location(actor.id, ("relations", place), "claimless-relation", "no claim says so", hint)
