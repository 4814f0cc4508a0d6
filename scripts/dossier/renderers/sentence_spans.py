"""The sentences of a rendered paragraph, each in an element of its own, so that one can be marked."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

from dossier.text.sentences import Piece, gaps, stand_in


def divide(paragraph: Element) -> None:
    """Puts each sentence into ``<span data-sentence="2">``; the white space between two stays between them."""
    parts = list(_parts(paragraph))
    between = dict(gaps([piece for piece, _ in parts]))
    attributes, tail = dict(paragraph.attrib), paragraph.tail
    paragraph.clear()
    paragraph.attrib.update(attributes)
    paragraph.tail = tail
    span, place = _next(paragraph), 0
    for piece, element in parts:
        if element is not None:
            span.append(element)
        else:
            span = _written(paragraph, span, piece.text, {start - place: end - place for start, end in between.items()})
        place += len(piece.text)


def _parts(paragraph: Element) -> Iterator[tuple[Piece, Element | None]]:
    """The text and the elements within a paragraph, in order."""
    yield Piece(paragraph.text or ""), None
    for child in list(paragraph):
        tail, child.tail = child.tail or "", None
        words = "".join(child.itertext()) or stand_in(child.get("data-link-record", ""))
        yield Piece(words, is_whole=True), child
        yield Piece(tail), None


def _written(paragraph: Element, span: Element, text: str, between: dict[int, int]) -> Element:
    """Writes text into the sentence, and into a new one after each gap; returns the last."""
    written = 0
    for start, end in between.items():
        if 0 <= start < len(text):
            _append(span, text[written:start])
            span.tail, written = text[start:end], end
            span = _next(paragraph)
    _append(span, text[written:])
    return span


def _append(span: Element, text: str) -> None:
    if len(span):
        span[-1].tail = (span[-1].tail or "") + text
    else:
        span.text = (span.text or "") + text


def _next(paragraph: Element) -> Element:
    return SubElement(paragraph, "span", {"data-sentence": str(len(paragraph) + 1)})
