"""Citations in the text with paragraphs, made of the citation of the whole.

The processor writes ``(Tarn, 1931)`` once for a publication; the paragraphs stand before the closing bracket, as each
style writes them. The tests hold the result against the processor's own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from dossier.citations.csl_json import locator
from dossier.citations.processor import Styled

# One paragraph, several.
LABELS = {"apa": ("para.", "paras."), "chicago": ("para.", "paras."), "mla": ("par.", "pars.")}


def at_paragraphs(styled: Mapping[str, Styled], paragraphs: Sequence[int]) -> dict[str, Styled]:
    """A publication in every style, cited at paragraphs; without any, nothing stands in the text."""
    if not paragraphs:
        return {style: Styled(one.entry, Markup()) for style, one in styled.items()}
    return {style: Styled(one.entry, with_paragraphs(one.in_text, style, paragraphs)) for style, one in styled.items()}


def with_paragraphs(whole: Markup, style: str, paragraphs: Sequence[int]) -> Markup:
    """The citation in the text of a whole, such as ``(Tarn, 1931)``, with paragraphs: ``(Tarn, 1931, para. 9)``."""
    label = LABELS[style][len(paragraphs) > 1]
    numbers = locator(paragraphs).replace("-", "–")
    words = _before_paragraphs(whole[:-1])
    return Markup(f"{words} {label} {numbers})")  # noqa: S704  digits and a label after safe HTML


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
