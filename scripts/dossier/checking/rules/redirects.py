"""A redirect stands for what is gone, and leads straight to what is there: a record, a page, a position."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dossier.checking import causes
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
        hint = "say under `to` where it went, or write `reason: withdrawn`"
        if redirect.to is not None:
            hint = "take `to` out, or write what became of it as the `reason`"
        yield origin.problem(("reason",), "redirect", "`to` is left out if, and only if, it was withdrawn", hint)


def _moved_too(origin: Origin, to: str, ways: Mapping[str, str | None]) -> Problem:
    """``ways`` says of all that has moved where it went."""
    circle, place = [to], ways.get(to)
    while place in ways and place not in circle:
        circle.append(str(place))
        place = ways[str(place)]
    cause = f"circle/{' '.join(sorted(circle))}" if place == to else ""
    return origin.problem(("to",), "redirect", f'"{to}" has moved too', "name where it went in the end", cause)


def _record(corpus: Corpus, redirect: Redirect, origin: Origin) -> Iterator[Problem]:
    if redirect.id in corpus.records:
        yield origin.problem(("id",), "redirect", f'"{redirect.id}" is still a record', "take the record or this out")
    if redirect.to in corpus.redirects:
        ways = {one.id: one.to for one in corpus.redirects.values()}
        yield _moved_too(origin, str(redirect.to), ways)
    elif redirect.to is not None and not corpus.knows(redirect.to):
        hint = nearest(redirect.to, corpus.records) or "name a record that is there"
        cause = causes.record(corpus, redirect.to)
        yield origin.problem(("to",), "unknown-record", f'no record "{redirect.to}"', hint, cause)


def _pages(corpus: Corpus) -> Iterator[Problem]:
    there = set(page_addresses(corpus))
    records = {redirect_url(redirect) for redirect in corpus.redirects.values()}
    moved: dict[str, str | None] = dict.fromkeys(records)
    moved |= {one.from_: one.target and one.target.partition("#")[0] for one in corpus.page_redirects.items}
    for redirect, origin in zip(corpus.page_redirects.items, corpus.page_redirects.origins, strict=True):
        yield from _reason(redirect, origin)
        if redirect.from_ in there:
            message, hint = f'"{redirect.from_}" is still a page', "take the page or this out"
            yield origin.problem(("from",), "redirect", message, hint)
        if redirect.from_ in records:
            message, hint = f'"{redirect.from_}" is redirected as that of a record', "keep one"
            yield origin.problem(("from",), "redirect", message, hint)
        if redirect.target is not None:
            yield from _target_page(corpus, redirect.target.partition("#")[0], origin, there, moved)


def _target_page(
    corpus: Corpus, page: str, origin: Origin, there: set[str], moved: Mapping[str, str | None]
) -> Iterator[Problem]:
    if page in moved:
        yield _moved_too(origin, page, moved)
    elif page not in there and corpus.is_whole:
        hint = nearest(page, there) or "name a page that is there, from the root of the site, such as about/method/"
        yield origin.problem(("to",), "unknown-page", f'no page "{page}"', hint, causes.lost_address(corpus, page))


def _positions(corpus: Corpus) -> Iterator[Problem]:
    questions = {question.id for question in corpus.of(Question)}
    there = {f"{question.id}#{position.id}" for question in corpus.of(Question) for position in question.positions}
    moved = {redirect.from_: redirect.to for redirect in corpus.position_redirects.items}
    for redirect, origin in zip(corpus.position_redirects.items, corpus.position_redirects.origins, strict=True):
        yield from _reason(redirect, origin)
        if redirect.from_ in there:
            message, hint = f'"{redirect.from_}" is still a position', "take the position or this out"
            yield origin.problem(("from",), "redirect", message, hint)
        if redirect.question not in questions and not corpus.is_unread(redirect.question):
            hint = nearest(redirect.question, questions) or "where the question moved, its own redirect is enough"
            cause = causes.record(corpus, redirect.question)
            yield origin.problem(("from",), "unknown-record", f'no question "{redirect.question}"', hint, cause)
        if redirect.to in moved:
            yield _moved_too(origin, str(redirect.to), moved)
        elif redirect.to is not None and redirect.to not in there and corpus.is_whole:
            hint = nearest(redirect.to, there) or "name a question and a position of it, such as when-founded#early"
            cause = causes.position(*redirect.to.split("#"))
            yield origin.problem(("to",), "unknown-position", f'no position "{redirect.to}"', hint, cause)
