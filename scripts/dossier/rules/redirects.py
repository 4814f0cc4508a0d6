"""A redirect stands for a record that is gone, and leads straight to one that is there."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.corpus import Corpus
from dossier.problems import Problem, nearest


def check(corpus: Corpus) -> Iterator[Problem]:
    if corpus.redirect_origin is None:
        return
    for place, redirect in enumerate(corpus.redirects.values()):
        report = corpus.redirect_origin.problem
        if redirect.id in corpus.records:
            yield report((place, "id"), "redirect", f'"{redirect.id}" is still a record', "take the record or this out")
        if (redirect.to is None) != (redirect.reason == "withdrawn"):
            yield report((place, "reason"), "redirect", "`to` is left out if, and only if, it was withdrawn")
        if redirect.to in corpus.redirects:
            yield report((place, "to"), "redirect", f'"{redirect.to}" has moved too', "name where it went in the end")
        elif redirect.to is not None and not corpus.knows(redirect.to):
            hint = nearest(redirect.to, corpus.records)
            yield report((place, "to"), "unknown-record", f'no record "{redirect.to}"', hint)
