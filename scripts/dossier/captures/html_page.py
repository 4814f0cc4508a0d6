"""A saved web page to the running text of its article: dialogs taken away, its text shown, marks of notes left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dossier.captures.dialogs import Element, dialogs, hides, opening_words, words_in_paragraphs
from dossier.captures.errors import CaptureError
from dossier.captures.invisible import INVISIBLE
from dossier.captures.note_marks import BRACKETED

NEVER = ("script", "style", "template", "noscript", "iframe", "object", "embed", "svg", "dialog")
HIDING_STYLE = re.compile(
    r"(?:display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?![.\d]))[^;]*;?", re.IGNORECASE
)
HIDING_CLASS = re.compile(r"hid(?:e|den)|invisible|d-none|is-hidden|visually-hidden|blur\w*|noprint", re.IGNORECASE)
NOTE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:foot-?notes?|fn|noteref|reference|cite-?ref\w*|endnote\w*|sidenote\w*|mw-editsection|"
    r"inline-template|noteanchor|footnote-?(?:ref|anchor|link)\w*)(?:$|[\s_-])",
    re.IGNORECASE,
)
NOTE_LIST = re.compile(
    r"(?:^|\s)(?:foot-?notes?|endnotes?|reflist|references|footnotes-list|easy-footnotes-wrapper)(?:$|\s)",
    re.IGNORECASE,
)
NOTE_TARGET = re.compile(r"#.*(?:fn|note|cite|ref|edn|ftn)", re.IGNORECASE)
NUMBER = re.compile(r"\s*\[?(?:\d{1,3}(?:\s*[,–-]\s*\d{1,3})*|[*†‡§]+)\]?\s*")
UNITS = ("m", "km", "cm", "mm", "ft", "mi", "yd", "in", "s")
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
PAYWALL = re.compile(
    r"subscribe (?:now )?to (?:continue|read|keep)|(?:to )?continue reading|already a (?:subscriber|member)|"
    r"this (?:article|content|story) is (?:only )?(?:for|available to) (?:subscribers|members)|"
    r"(?:register|log in|sign in) to (?:continue|read)|remaining (?:free )?articles?|subscriber[- ]only",
    re.IGNORECASE,
)
FREE = re.compile(r'"isAccessibleForFree"\s*:\s*"?(false)', re.IGNORECASE)
SHARE_OF_TEXT = 0.5
SHORT_PAGE, LITTLE = 400, 0.4
FEWEST_LETTERS = 60
# Letters of a script that no page is likely to use stand in for signs that the extraction would drop unsaid.
STAND_INS = 0xA500


@dataclass(frozen=True, slots=True)
class PageText:
    """The running text of a page, a paragraph or a heading on each line, and what a curator should know of it."""

    text: str
    told: tuple[str, ...] = ()


def page_text(html: str) -> PageText:
    """The running text of a saved web page, which is empty where none is found, and what was found on the way."""
    from trafilatura import extract, load_html  # noqa: PLC0415  it takes a second to import, and most captures are text

    tree = load_html(html)
    if tree is None:
        return PageText("")
    told = [*_prepared(tree)]
    held = words_in_paragraphs(tree)
    stand_ins = _guarded(tree)
    text = extract(tree, include_comments=False, include_tables=True, favor_recall=True) or ""
    text = text.translate({ord(one): sign for sign, one in stand_ins.items()})
    taken = len(text.split())
    if taken < LITTLE * held:
        told.append(f"the page holds {held} words in paragraphs, and {taken} were taken: look whether any is missing")
    if (PAYWALL.search(html) or FREE.search(html)) and taken < SHORT_PAGE:
        told.append("the page asks readers to subscribe or to log in: look whether the article is whole")
    return PageText(text, tuple(told))


def read_page(html: str) -> PageText:
    """The same of a page that is to be an article. Raises ``CaptureError`` where it holds no running text."""
    found = page_text(html)
    if sum(letter.isalpha() for letter in found.text) < FEWEST_LETTERS:
        hint = "open it in a browser and save what is shown, or copy the article into a UTF-8 text"
        raise CaptureError("a web page without the text of an article, which a script may put there", hint)
    return found


def _prepared(tree: Element) -> Iterator[str]:
    """Brings a page into the form in which its article is found; yields what a curator should know."""
    for one in list(tree.iter(*NEVER)):
        _drop(one)
    for one in list(dialogs(tree)):
        if one.reason:
            yield f"left out, for {one.reason}: {opening_words(one.element)}"
        _drop(one.element)
    if _shown(tree):
        yield "the article was hidden, as behind a dialog, and was taken all the same"
    yield from without_notes(tree)
    _joined_posts(tree)


def without_notes(tree: Element) -> Iterator[str]:
    """Takes marks of notes and the lists of notes out of a page; yields what a curator should know."""
    _without_note_marks(tree)
    half = words_in_paragraphs(tree) * SHARE_OF_TEXT
    found = [one for one in tree.iter("section", "div", "ol", "ul", "aside") if _is_note_list(one)]
    lists = [one for one in found if words_in_paragraphs(one) <= half]
    for one in lists:
        _drop(one)
    if lists:
        yield "the notes or references at the end were left out"


def _guarded(tree: Element) -> dict[str, str]:
    """Puts a letter in the place of each invisible sign, so that none is lost unsaid; gives which stands for which."""
    found = sorted(set(INVISIBLE.findall("".join(tree.itertext()))))
    stand_ins = {sign: chr(STAND_INS + place) for place, sign in enumerate(found)}
    table = {ord(sign): one for sign, one in stand_ins.items()}
    for one in tree.iter() if table else ():
        if isinstance(one.tag, str) and one.text:
            one.text = one.text.translate(table)
        if one.tail:
            one.tail = one.tail.translate(table)
    return stand_ins


def _drop(element: Element) -> None:
    """Takes an element out; the text after it stays."""
    if element.getparent() is not None:
        element.drop_tree()


def _named(element: Element) -> str:
    return f"{element.get('id') or ''} {element.get('class') or ''}"


def _shown(tree: Element) -> bool:
    """Shows the element that holds most of the text, and whatever holds it, where a page hides them."""
    total = words_in_paragraphs(tree)
    if not total:
        return False
    holders = [
        one for one in tree.iter() if isinstance(one.tag, str) and words_in_paragraphs(one) > SHARE_OF_TEXT * total
    ]
    shown = [_unhidden(one) for one in holders]
    return any(shown)


def _unhidden(element: Element) -> bool:
    hidden = False
    for name in list(hides(element)):
        hidden = True
        del element.attrib[name]
    if (style := element.get("style")) and HIDING_STYLE.search(style):
        hidden = True
        element.set("style", HIDING_STYLE.sub("", style))
    classes = (element.get("class") or "").split()
    if any(HIDING_CLASS.fullmatch(one) for one in classes):
        hidden = True
        element.set("class", " ".join(one for one in classes if not HIDING_CLASS.fullmatch(one)))
    return hidden


def _without_note_marks(tree: Element) -> None:
    for one in list(tree.iter("sup", "a", "span")):
        if one.getparent() is None and one is not tree:
            continue
        if _is_note_mark(one):
            _drop(one)
        elif one.tag == "sup" and len(one) == 0 and (one.text or "").strip().isdigit():
            one.text = one.text.translate(RAISED)


def _is_note_mark(element: Element) -> bool:
    words = element.text_content()
    if len(words) > 40:
        return False
    short = bool(NUMBER.fullmatch(words) or BRACKETED.fullmatch(words.strip()))
    by_name = element.get("role") == "doc-noteref" or NOTE_CLASS.search(_named(element))
    if by_name and (short or not words.strip() or "editsection" in _named(element)):
        return True
    if element.tag == "sup":
        link = next(element.iter("a"), None)
        linked = link is not None and (link.get("href") or "").startswith("#")
        return short and (linked or _after_a_word(element) or bool(BRACKETED.fullmatch(words.strip())))
    if element.tag == "a":
        return short and bool(NOTE_TARGET.match(element.get("href") or ""))
    return False


def _after_a_word(element: Element) -> bool:
    """Whether a raised figure stands after a word or a stop, and not after a figure or a unit, whose power it is."""
    before = element.getprevious()
    text = (before.tail if before is not None else element.getparent().text) or ""
    last = text.rstrip().rpartition(" ")[2] if text == text.rstrip() else ""
    return bool(last) and not last[-1].isdigit() and last.lower() not in UNITS and len(last) > 1


def _is_note_list(element: Element) -> bool:
    return element.get("role") == "doc-endnotes" or bool(NOTE_LIST.search(_named(element)))


def _joined_posts(tree: Element) -> None:
    """A live page has an article a post, of which only one would be taken: they become parts of one article."""
    posts = [one for one in tree.iter("article") if next(one.iterdescendants("article"), None) is None]
    total = words_in_paragraphs(tree)
    sizes = [words_in_paragraphs(one) for one in posts]
    if len(posts) < 2 or max(sizes, default=0) > SHARE_OF_TEXT * total or sum(sizes) < SHARE_OF_TEXT * total:
        return
    parent = posts[0].getparent()
    together = [one for one in posts if one.getparent() is parent]
    if len(together) < 2:
        return
    for one in together:
        one.tag = "section"
    if parent.tag in ("div", "section", "main", "ol", "ul"):
        parent.tag = "article"
        parent.attrib.clear()
