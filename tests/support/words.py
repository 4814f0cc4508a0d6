"""What of pages, templates and scripts is words that a reader sees."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import html

from dossier.model.words import OTHER, Words

OPENS, CLOSES = "⟦", "⟧"
SHOWN = ("aria-label", "title", "placeholder", "alt", "label", "data-label", "data-column", "data-head")
JINJA = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
TAG = re.compile(r"<[!/?A-Za-z](?:[^<>{]|\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\})*>", re.DOTALL)
UNSHOWN = re.compile(r"<(style|script|code|pre)\b.*?</\1>|<!--.*?-->", re.DOTALL)
ATTRIBUTE = re.compile(rf'\s({"|".join(SHOWN)})="((?:[^"{{]|\{{\{{.*?\}}\}}|\{{%.*?%\}})*)"', re.DOTALL)
LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"')
# Attributes that a macro writes, and addresses.
NO_WORDS = re.compile(r'data-[a-z-]+(?:="(?:[a-z]*")?)?|\S*/\S*')
LETTERS = re.compile(r"[^\W\d_]{2}|^[^\W\d_]$")


def marked(words: Words) -> dict[str, dict[str, object]]:
    """The words as a dossier writes its own, each between ``OPENS`` and ``CLOSES``."""
    own: dict[str, dict[str, object]] = {}
    for key, message in words.messages.items():
        page, _, name = key.partition(".")
        forms = {category: f"{OPENS}{text}{CLOSES}" for category, text in message.forms.items()}
        own.setdefault(page, {})[name] = forms if message.is_plural else forms[OTHER]
    for name in ("months", "months_short"):
        own["dates"][name] = " ".join(f"{OPENS}{one}{CLOSES}" for one in words.say(f"dates.{name}").split(" "))
    return own


def unmarked(page: html.HtmlElement, left_out: str) -> Iterator[str]:
    """What a page shows outside of marks, in its order; ``left_out`` is a selector of what is not looked at."""
    without = {part for one in page.cssselect(left_out) for part in one.iter()}
    depth, kept = 0, ""
    for text in _texts(page, without):
        for sign in text:
            if sign == OPENS:
                depth += 1
            elif sign == CLOSES:
                depth -= 1
            elif depth == 0:
                kept += sign
        if depth == 0:
            yield kept
            kept = ""


def _texts(part: html.HtmlElement, without: set[html.HtmlElement]) -> Iterator[str]:
    if isinstance(part.tag, str) and part not in without:
        yield from (text for name in SHOWN if (text := part.get(name)))
        yield part.text or ""
        for child in part:
            yield from _texts(child, without)
            yield child.tail or ""


def literal_words(template: str) -> Iterator[str]:
    """The words that the source of a template says itself."""
    bare = re.sub(r"\{#.*?#\}", "", UNSHOWN.sub("", template), flags=re.DOTALL)
    values = (JINJA.sub("", value) for _, value in ATTRIBUTE.findall(bare))
    texts = NO_WORDS.sub("", JINJA.sub("\n", TAG.sub("\n", bare))).split("\n")
    yield from (text.strip() for text in (*values, *texts) if LETTERS.search(text.strip()))
    for code in JINJA.findall(bare):
        if not re.match(r"\{%-? *(?:import|from|include|extends|say|field)", code):
            yield from (one for one in LITERAL.findall(code) if reads_as_words(one))


def reads_as_words(text: str) -> bool:
    """Whether a text in code is one for readers: it begins as a sentence does, or holds two words."""
    if re.search(r"[_<>=#.\[\]{}]|--", text) or text != text.strip():
        return False
    return bool(re.match(r"[A-Z][a-z]+(?: |$)", text) or re.search(r"[a-z]{2},? [a-z]{2}", text))
