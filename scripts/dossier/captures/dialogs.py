"""The boxes of a saved page that are laid over its article or put between its paragraphs: consent, sign-up, paywall."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

Element = Any

NEVER_DIALOGS = ("html", "body", "main", "article", "h1", "h2", "h3", "p")
OF_THE_ARTICLE = ("article", "main", "h1")
CONSENT = re.compile(
    r"(?:^|[\s_-])(?:cookie\w*|consent\w*|gdpr\w*|ccpa|onetrust\w*|didomi\w*|truste\w*|usercentrics\w*|cookiebot\w*|"
    r"cybotcookiebot\w*|sp_message\w*|qc-?cmp\w*|cmp\w*box|cmplz\w*|fc-consent\w*|osano\w*|klaro|iubenda\w*)(?:$|[\s_-])",
    re.IGNORECASE,
)
# Boxes between the paragraphs. Names such as these stand on parts of articles too, but not on ones so short.
BOX = re.compile(
    r"(?:^|[\s_-])(?:newsletter\w*|signup\w*|sign-up|mailchimp\w*|mc_embed\w*|subscribe-\w+|subscription-\w+|popup\w*|pop-up|modal|"
    r"lightbox|overlay|interstitial|paywall-\w+|regwall|ad-?slot|advert\w*)(?:$|[\s_-])",
    re.IGNORECASE,
)
# What those say that ask for consent, whatever their names.
CONSENT_WORDS = re.compile(
    r"\b(?:cookies?|our (?:\d[\d,.]* )?(?:partners|vendors)|personal data|your privacy|privacy (?:policy|choices)|"
    r"legitimate interest|personali[sz]ed (?:ads|advertising|content)|your consent|consenting|GDPR)\b",
    re.IGNORECASE,
)
FEWEST_CONSENT_WORDS = 3
HIDING = ("hidden", "aria-hidden", "inert")
SHARE_OF_TEXT = 0.5
LONGEST_BOX = 60
# Fewer words than these are a menu or a teaser and no article.
FEW = 30
SHOWN_WORDS = 6


@dataclass(frozen=True, slots=True)
class PageBox:
    """An element that is no part of the article; ``reason`` says what shows it, and is empty where its name does."""

    element: Element
    reason: str = ""


def dialogs(tree: Element) -> Iterator[PageBox]:
    """The boxes over and between the text of a page, each as a whole."""
    total = _length(tree)
    beside = set(_beside_what_is_hidden(tree))
    waiting = [tree]
    while waiting:
        one = waiting.pop()
        if not isinstance(one.tag, str):
            continue
        reason = _reason(one, total, is_beside=one in beside)
        if reason is None:
            waiting.extend(reversed(one))
        else:
            yield PageBox(one, reason)


def _reason(element: Element, total: int, *, is_beside: bool) -> str | None:
    """What shows that an element is a box; empty where its name says so, ``None`` where it is none."""
    if element.tag in NEVER_DIALOGS or _holds_the_article(element):
        return None
    if _is_named_so(element, total):
        return ""
    if is_beside:
        return "it lies over an article that is hidden"
    return "it asks for consent" if _asks_for_consent(element) else None


def hides(element: Element) -> Iterator[str]:
    """The attributes by which an element is hidden from everybody or from those who hear the page."""
    return (name for name in HIDING if element.get(name) not in (None, "false"))


def opening_words(element: Element) -> str:
    """How the text of an element begins."""
    words = " ".join(element.itertext()).split()
    return f"{' '.join(words[:SHOWN_WORDS])}{'…' if len(words) > SHOWN_WORDS else ''}"


def _is_named_so(element: Element, total: int) -> bool:
    """Whether its role or its names say that it is a box."""
    if element.get("role") in ("dialog", "alertdialog") or element.get("aria-modal") == "true":
        return True
    names = f"{element.get('id') or ''} {element.get('class') or ''}"
    if CONSENT.search(names):
        return _length(element) < total * SHARE_OF_TEXT
    return bool(BOX.search(names)) and len(element.text_content().split()) <= LONGEST_BOX


def _beside_what_is_hidden(tree: Element) -> Iterator[Element]:
    """What has a button and stands beside an article that is hidden as a whole, as pages do for dialogs alone."""
    for one in tree.iter():
        if isinstance(one.tag, str) and any(hides(one)) and _holds_the_article(one) and words_in_paragraphs(one) > FEW:
            siblings = (*one.itersiblings(), *one.itersiblings(preceding=True))
            yield from (other for other in siblings if isinstance(other.tag, str) and _has_a_button(other))


def _asks_for_consent(element: Element) -> bool:
    """Whether most of its paragraphs, and it as a whole by several words, ask for consent that a button gives."""
    said = {found.casefold() for found in CONSENT_WORDS.findall(element.text_content())}
    if len(said) < FEWEST_CONSENT_WORDS or not _has_a_button(element):
        return False
    paragraphs = [text for one in element.iter("p") if (text := one.text_content().strip())]
    asking = [text for text in paragraphs if CONSENT_WORDS.search(text)]
    return len(asking) > SHARE_OF_TEXT * len(paragraphs) or not paragraphs


def _has_a_button(element: Element) -> bool:
    return any(one.tag == "button" or one.get("role") == "button" for one in element.iter("button", "a", "div", "span"))


def _holds_the_article(element: Element) -> bool:
    return next(element.iter(*OF_THE_ARTICLE), None) is not None


def words_in_paragraphs(tree: Element) -> int:
    """How many words stand in its paragraphs."""
    return sum(len(one.text_content().split()) for one in tree.iter("p"))


def _length(tree: Element) -> int:
    return len("".join(tree.itertext()))
