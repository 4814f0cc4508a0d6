"""Citations in the text with paragraphs, made of the citation of the whole.

The processor writes ``(Tarn, 1931)`` once for a publication; the paragraphs stand before the closing bracket, as each
style writes them. In a note they stand after all but the address. The tests hold the result against
the processor's own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from markupsafe import Markup

from dossier.citations.csl_json import Item, locator
from dossier.citations.processor import Styled

# One paragraph, several.
LABELS = {
    "apa": ("para.", "paras."),
    "chicago": ("para.", "paras."),
    "chicago-notes": ("para.", "paras."),
    "mla": ("par.", "pars."),
}
NOTES = frozenset({"chicago-notes"})
ASKS = re.compile(r",$|[?!]’?”$")
ADDRESS = re.compile(r" https?://\S+$")


def at_paragraphs(item: Item, styled: Mapping[str, Styled], paragraphs: Sequence[int]) -> dict[str, Styled]:
    """A publication in every style, cited at paragraphs; without any, nothing stands in the text, but a note does."""
    if not paragraphs:
        return {style: Styled(one.entry, one.in_text if style in NOTES else Markup()) for style, one in styled.items()}
    return {style: Styled(one.entry, _with(item, one.in_text, style, paragraphs)) for style, one in styled.items()}


def _with(item: Item, whole: Markup, style: str, paragraphs: Sequence[int]) -> Markup:
    """The citation in the text of a whole, such as ``(Tarn, 1931)``, with paragraphs: ``(Tarn, 1931, para. 9)``."""
    label = LABELS[style][len(paragraphs) > 1]
    numbers = f"{label} {locator(paragraphs).replace('-', '–')}"
    if style in NOTES:
        return _note_with(whole, numbers, keeps_stop=item["title"].endswith("."))
    return Markup(f"{_before_paragraphs(whole[:-1])} {numbers})")  # noqa: S704  digits and a label after safe HTML


def _note_with(whole: Markup, numbers: str, *, keeps_stop: bool) -> Markup:
    """A note, such as ``Odo Tarn, “Oil,” May 1931, https://….``, with paragraphs before the address.

    A title at the end of it may keep a stop of its own.
    """
    address = ADDRESS.search(whole)
    words, end = (whole[: address.start()], f",{address[0]}") if address else (_open(whole, keeps_stop), ".")
    return Markup(f"{_before_locator(words)} {numbers}{end}")  # noqa: S704  digits and a label within safe HTML


def _open(note: str, keeps_stop: bool) -> str:
    """A note without the stop at its end, which may stand within quotation marks; that of “n.d.” stays."""
    if note.endswith("n.d."):
        return note
    if note.endswith(".”"):
        return note if keeps_stop else f"{note[:-2]}”"
    return note.removesuffix(".")


def _before_locator(words: str) -> str:
    """The words with the comma after them, which neither a comma nor a question at the end of a title takes."""
    return words if ASKS.search(words) else with_comma(words)


def _before_paragraphs(words: Markup) -> str:
    """The words with one comma; only the quotation marks of a title take it in, not those of a name."""
    if words.startswith("(“"):
        return with_comma(words)
    return words if words.striptags().endswith(",") else f"{words},"


def with_comma(words: str) -> str:
    """The words with the comma after them: it stands within closing quotation marks, and not after ``?”`` or ``.”``."""
    if not words.endswith("”"):
        return f"{words},"
    return words if words.endswith(("?”", "!”", ".”", ",”")) else f"{words[:-1]},”"
