"""A redirect stands for what is gone, and leads straight to what is there: a record, a page, a position."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.corpus.corpus import Corpus, Origin
from dossier.corpus.permalinks import page_addresses
from dossier.model.addresses import redirect_url
from dossier.model.records import PageRedirect, PositionRedirect, Question, Redirect
from dossier.problems import Problem, nearest


def check(corpus: Corpus) -> Iterator[Problem]:
    for redirect, origin in zip(corpus.redirects.values(), corpus.redirect_origins, strict=True):
        yield from _reason(redirect, origin)
        yield from _record(corpus, redirect, origin)
    yield from _pages(corpus)
    yield from _positions(corpus)


def _reason(redirect: Redirect | PageRedirect | PositionRedirect, origin: Origin) -> Iterator[Problem]:
    if (redirect.to is None) != (redirect.reason == "withdrawn"):
        yield origin.problem(("reason",), "redirect", "`to` is left out if, and only if, it was withdrawn")


def _moved_too(origin: Origin, to: str) -> Problem:
    return origin.problem(("to",), "redirect", f'"{to}" has moved too', "name where it went in the end")


def _record(corpus: Corpus, redirect: Redirect, origin: Origin) -> Iterator[Problem]:
    if redirect.id in corpus.records:
        yield origin.problem(("id",), "redirect", f'"{redirect.id}" is still a record', "take the record or this out")
    if redirect.to in corpus.redirects:
        yield _moved_too(origin, str(redirect.to))
    elif redirect.to is not None and not corpus.knows(redirect.to):
        hint = nearest(redirect.to, corpus.records)
        yield origin.problem(("to",), "unknown-record", f'no record "{redirect.to}"', hint)


def _pages(corpus: Corpus) -> Iterator[Problem]:
    there = set(page_addresses(corpus))
    records = {redirect_url(redirect) for redirect in corpus.redirects.values()}
    moved = {redirect.from_ for redirect in corpus.page_redirects.items}
    for redirect, origin in zip(corpus.page_redirects.items, corpus.page_redirects.origins, strict=True):
        yield from _reason(redirect, origin)
        if redirect.from_ in there:
            message, hint = f'"{redirect.from_}" is still a page', "take the page or this out"
            yield origin.problem(("from",), "redirect", message, hint)
        if redirect.from_ in records:
            message, hint = f'"{redirect.from_}" is redirected as that of a record', "keep one"
            yield origin.problem(("from",), "redirect", message, hint)
        if redirect.target is not None:
            yield from _target_page(corpus, redirect.target.partition("#")[0], origin, there, moved | records)


def _target_page(corpus: Corpus, page: str, origin: Origin, there: set[str], moved: set[str]) -> Iterator[Problem]:
    if page in moved:
        yield _moved_too(origin, page)
    elif page not in there and not corpus.unread:
        yield origin.problem(("to",), "unknown-page", f'no page "{page}"', nearest(page, there))


def _positions(corpus: Corpus) -> Iterator[Problem]:
    questions = {question.id for question in corpus.of(Question)}
    there = {f"{question.id}#{position.id}" for question in corpus.of(Question) for position in question.positions}
    moved = {redirect.from_ for redirect in corpus.position_redirects.items}
    for redirect, origin in zip(corpus.position_redirects.items, corpus.position_redirects.origins, strict=True):
        yield from _reason(redirect, origin)
        if redirect.from_ in there:
            message, hint = f'"{redirect.from_}" is still a position', "take the position or this out"
            yield origin.problem(("from",), "redirect", message, hint)
        if redirect.question not in questions and redirect.question not in corpus.unread:
            hint = nearest(redirect.question, questions) or "where the question moved, its own redirect is enough"
            yield origin.problem(("from",), "unknown-record", f'no question "{redirect.question}"', hint)
        if redirect.to in moved:
            yield _moved_too(origin, str(redirect.to))
        elif redirect.to is not None and redirect.to not in there and not corpus.unread:
            yield origin.problem(
                ("to",), "unknown-position", f'no position "{redirect.to}"', nearest(redirect.to, there)
            )
