"""Words of the glossary in rendered prose, made links to their entries."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from markupsafe import escape

from dossier.corpus.glossary import GlossaryTerm

# Within these no word is marked: what is a link or a name already, a heading, or quoted from others.
UNMARKED = frozenset(
    ("a", "blockquote", "code", "dfn", "h1", "h2", "h3", "h4", "h5", "h6", "kbd", "pre", "q", "summary", "svg")
)
# At these a quotation that was never closed ends.
BLOCKS = frozenset(("dd", "div", "dt", "li", "p", "td", "tr"))
QUOTES = {"“": "”", "„": "“", "«": "»"}
TAG_OR_QUOTE = r"<!--.*?-->|<(?P<end>/?)(?P<tag>\w+)[^>]*>|(?P<quote>[“”„«»])"
EXPLAINED = re.compile(r"<p([^>]*) data-explained>(.*?)</p>", re.DOTALL)
HREF = re.compile(r'\bhref="([^"#]*)#([^"]+)"')
# A word with a capital that is not the first of its sentence, right before.
IN_A_NAME = re.compile(r"[\w,;:’] (\w)[\w’-]*\s$")


def marked_terms(html: str, terms: Iterable[GlossaryTerm], address: str) -> str:
    """Rendered prose in which each term is a link of the class ``term`` where it first stands in a section.

    ``address`` leads from the page to the glossary. A section begins at a heading of the second level. Links to the
    glossary that are there already get the class too, and are the first of their term.
    """
    known = {_either_case(form): term.id for term in terms for form in term.forms}
    if not known:
        return html
    words = "|".join(_pattern(form) for form in sorted(known, key=len, reverse=True))
    pattern = re.compile(rf"{TAG_OR_QUOTE}|(?<![\w-])(?P<term>{words})(?:e?s)?(?![\w-])", re.DOTALL)
    return pattern.sub(_Marking(known, address), html)


def explained_parts(html: str, terms: Iterable[GlossaryTerm], address: str) -> str:
    """A page whose paragraphs that ask for it, by ``data-explained``, have their terms marked, each as a section."""

    def explained(found: re.Match[str]) -> str:
        return marked_terms(f"<p{found[1]}>{found[2]}</p>", terms, address)

    return EXPLAINED.sub(explained, html)


def _either_case(form: str) -> str:
    """A form as it is looked up: whether its first letter is a capital depends on the place in the sentence."""
    return str(escape(form[:1].lower() + form[1:]))


def _pattern(form: str) -> str:
    first, rest = form[:1], re.escape(form[1:])
    return rf"[{re.escape(first)}{re.escape(first.upper())}]{rest}"


@dataclass(slots=True)
class _Marking:
    """Called with each tag, quotation mark and term of a page in order, it gives what is to stand there."""

    known: dict[str, str]
    address: str
    depth: int = 0
    quoted_until: str = ""
    marked: set[str] = field(default_factory=set)

    def __call__(self, found: re.Match[str]) -> str:
        if found["term"]:
            return self._term(found)
        if found["quote"]:
            self._quote(found["quote"])
        return self._tag(found) if found["tag"] else found[0]

    def _term(self, found: re.Match[str]) -> str:
        id_, words = self.known[found["term"][:1].lower() + found["term"][1:]], found[0]
        if self.depth or self.quoted_until or id_ in self.marked or _is_in_a_name(found):
            return words
        self.marked.add(id_)
        return f'<a class="term" href="{self.address}#{id_}">{words}</a>'

    def _quote(self, sign: str) -> None:
        if self.quoted_until:
            self.quoted_until = "" if sign == self.quoted_until else self.quoted_until
        else:
            self.quoted_until = QUOTES.get(sign, "")

    def _tag(self, found: re.Match[str]) -> str:
        tag = found["tag"].lower()
        if tag in UNMARKED:
            self.depth += -1 if found["end"] else 1
        if tag == "h2" and not found["end"]:
            self.marked.clear()
        if tag in BLOCKS:
            self.quoted_until = ""
        return self._link(found[0]) if tag == "a" and not found["end"] else found[0]

    def _link(self, tag: str) -> str:
        """The tag of a link, with the class where it leads to an entry of the glossary."""
        to = HREF.search(tag)
        if not to or " class=" in tag or to[2] not in self.known.values() or _folder(to[1]) != _folder(self.address):
            return tag
        self.marked.add(to[2])
        return f'<a class="term"{tag[2:]}'


def _folder(address: str) -> str:
    return address.rstrip("/").rpartition("/")[2]


def _is_in_a_name(found: re.Match[str]) -> bool:
    """Whether a term is a part of a longer name, such as one of a state: both it and the word before have capitals."""
    before = IN_A_NAME.search(found.string, max(0, found.start() - 60), found.start())
    return bool(before and before[1].isupper() and found[0][0].isupper())
