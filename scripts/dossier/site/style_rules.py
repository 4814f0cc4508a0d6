"""The rules of a style sheet without blanks, and the rules of listed selectors alone."""

from __future__ import annotations

from collections.abc import Collection, Iterator

OPENING, CLOSING, QUOTES = "([{", ")]}", "\"'"
# What holds rules under a condition, and not declarations.
CONDITIONS = ("@media", "@supports")


def rules(styles: str) -> Iterator[tuple[str, str]]:
    """The head and the body of each rule: its selectors or what it is, and what stands between its braces."""
    for piece in pieces(styles, "}"):
        head, _, body = piece.partition("{")
        yield head, body[:-1]


def pieces(text: str, end: str) -> Iterator[str]:
    """The text in pieces of which each but the last ends with a sign, where that stands in no brackets or quotes."""
    begin, depth, quote = 0, 0, ""
    for place, sign in enumerate(text, 1):
        if sign in QUOTES and quote in {"", sign}:
            quote = "" if quote else sign
        elif not quote:
            depth += (sign in OPENING) - (sign in CLOSING)
            if sign == end and depth == 0:
                yield text[begin:place]
                begin = place
    if begin < len(text):
        yield text[begin:]


def selectors(head: str) -> list[str]:
    """The selectors of a rule, one by one."""
    return [piece.removesuffix(",") for piece in pieces(head, ",")]


def rules_of(styles: str, listed: Collection[str]) -> str:
    """The rules without the selectors that are not listed; a rule goes where none of its selectors is."""
    return "".join(_narrowed(head, body, listed) for head, body in rules(styles))


def all_selectors(styles: str) -> Iterator[str]:
    """Every selector of a style sheet, those under conditions too, as often as it stands there."""
    for head, body in rules(styles):
        yield from all_selectors(body) if head.startswith(CONDITIONS) else selectors(head)


def _narrowed(head: str, body: str, listed: Collection[str]) -> str:
    if head.startswith(CONDITIONS):
        inner = rules_of(body, listed)
        return f"{head}{{{inner}}}" if inner else ""
    kept = [selector for selector in selectors(head) if selector in listed]
    return f"{','.join(kept)}{{{body}}}" if kept else ""
