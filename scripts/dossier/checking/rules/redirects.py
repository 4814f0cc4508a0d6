"""A redirect stands for a record that is gone, and leads straight to one that is there."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.corpus.corpus import Corpus
from dossier.problems import Problem, nearest


def check(corpus: Corpus) -> Iterator[Problem]:
    for redirect, origin in zip(corpus.redirects.values(), corpus.redirect_origins, strict=True):
        if redirect.id in corpus.records:
            yield origin.problem(
                ("id",), "redirect", f'"{redirect.id}" is still a record', "take the record or this out"
            )
        if (redirect.to is None) != (redirect.reason == "withdrawn"):
            yield origin.problem(("reason",), "redirect", "`to` is left out if, and only if, it was withdrawn")
        if redirect.to in corpus.redirects:
            message, hint = f'"{redirect.to}" has moved too', "name where it went in the end"
            yield origin.problem(("to",), "redirect", message, hint)
        elif redirect.to is not None and not corpus.knows(redirect.to):
            hint = nearest(redirect.to, corpus.records)
            yield origin.problem(("to",), "unknown-record", f'no record "{redirect.to}"', hint)
