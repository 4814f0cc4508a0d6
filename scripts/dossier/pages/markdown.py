"""The Markdown of a page, made of its HTML, so that both say the same: for programs that read text.

Left out is what only a browser can use (forms, buttons, drawings without words) and how to cite the page. Addresses are
whole, and in the page's edition, where the site knows its own; a statement that is asserted, which a page does not say
of each, is marked so.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

from dossier.editions.site_info import SiteInfo
from dossier.model.addresses import root_of
from dossier.model.licence import DATA_LICENCE

MARKDOWN = "index.md"

START, CITE, END = "<article", '<details class="cite-this supplemental" id="cite-this">', "</article>"
# A claim in a list, the same wherever it is listed.
ROW = re.compile(r'<li class="claim"[^>]*>.*?</li>', re.DOTALL)
LEFT_OUT = frozenset({"script", "style", "template", "form", "button", "input", "select", "label", "noscript"})
# By their classes: what leads about in the same page, how to cite a paragraph, what a fold says again, and the words of
# an article that are not ours to hand out.
CLASSES_LEFT_OUT = ("headerlink", "past", "skip-picture", "skip-on", "cite-this", "full-text", "perspective__short")
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
PARTS = ("div", "section", "article", "aside", "nav", "header", "footer", "figure", "figcaption", "details", "summary")
BLOCKS = frozenset((*HEADINGS, *PARTS, "p", "ul", "ol", "dl", "blockquote", "pre", "table"))
BOLD, ITALIC = ("**", "**"), ("*", "*")
AROUND = {"b": BOLD, "strong": BOLD, "mark": BOLD, "i": ITALIC, "em": ITALIC, "cite": ITALIC, "dfn": ITALIC}
AROUND["q"] = ("“", "”")
# What Markdown would take for its own signs, anywhere and at the beginning of a line.
SIGNS = re.compile(r"[\\`*_\[\]<|]|&(?=#?\w+;)")
FIRST_SIGN = re.compile(r"(?:[#+-]+|\d+[.)])(?=\s|$)|>")
NOTE = "ref-"
UNSAFE_IN_ADDRESS = re.compile(r"[\s()<>]")

Element = Any
"""An element of lxml, which has no types."""


Printed = dict[tuple[str, str], str]
"""Rows of claims that are printed already, by their HTML and how deep they lie: a claim is listed on many pages."""


def markdown_page(html: str, address: str, info: SiteInfo, printed: Printed | None = None) -> str:
    """The Markdown of the whole page at an address of the site. ``printed`` is added to, and used for the next."""
    text, rows = _rows_apart(_article(html))
    article = _parsed(text, "body/article")
    asserted = info.words.say("standings.asserted").lower()
    printer = _Printer(info.cited(""), address, root_of(address), rows, {} if printed is None else printed, asserted)
    title = next((" ".join(_text_of(one).rstrip("#").split()) for one in article.iter("h1")), info.name)
    return "\n\n".join([_front(title, address, info), *printer.blocks(article)]) + "\n"


def _article(html: str) -> str:
    """What the page says, without its frame and how to cite it; empty where it says nothing."""
    start = html.find(START)
    if start < 0:
        return ""
    end = html.rfind(END, start)
    cite = html.find(CITE, start, end)
    return html[start : cite if cite > 0 else end]


def _parsed(html: str, path: str) -> Element:
    found = etree.fromstring(html, etree.HTMLParser())
    return etree.Element("article") if found is None else found.find(path)


def _rows_apart(article: str) -> tuple[str, list[str]]:
    """The page with a place for each row of a claim, and these rows."""
    rows = list[str]()

    def apart(found: re.Match[str]) -> str:
        rows.append(found[0])
        return f'<li data-row="{len(rows) - 1}"></li>'

    return ROW.sub(apart, article), rows


def _front(title: str, address: str, info: SiteInfo) -> str:
    """What the page is and where it stands, as front matter."""
    edition = info.edition
    said = {"title": title, "address": info.cited(address), "site": info.name}
    said |= {"edition": edition.name, "date": edition.date} if edition.name else {"edition": "not published"}
    said |= {"licence": f"{DATA_LICENCE.name}, {DATA_LICENCE.url}"}
    lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in said.items() if value)
    return "\n".join(["---", *lines, "---"])


def _text_of(element: Element) -> str:
    return "".join(element.itertext())


def escaped(text: str | None) -> str:
    """Plain words as they stand in Markdown."""
    if text is None:
        return ""
    return text if text.isspace() else SIGNS.sub(r"\\\g<0>", text)


def _paragraph(text: str) -> str:
    """Words on one line, of which the first is no sign of a heading, an item or a quotation."""
    line = " ".join(text.split())
    if found := FIRST_SIGN.match(line):
        return f"{line[: found.end() - 1]}\\{line[found.end() - 1 :]}"
    return line


@dataclass(frozen=True, slots=True)
class _Printer:
    """Prints the page at an address of the site.

    ``root`` is the whole address of the site, or empty, and ``up`` leads there from the page; ``rows`` are those whose
    places the page has; ``asserted`` is the word for a statement that is.
    """

    root: str
    address: str
    up: str
    rows: list[str]
    printed: Printed
    asserted: str

    def blocks(self, element: Element) -> list[str]:
        """The paragraphs, headings, lists and so on within an element; loose words are a paragraph."""
        found, loose = list[str](), [escaped(element.text)]
        for child in element:
            if _is_shown(child):
                if child.tag in BLOCKS:
                    found += (*_of_words(loose), *self._block(child))
                    loose = []
                else:
                    loose.append(self._inline(child))
            if child.tail:
                loose.append(escaped(child.tail))
        found += _of_words(loose)
        return self._with_standing(found, element)

    def _with_standing(self, found: list[str], element: Element) -> list[str]:
        """The same; a page says how a statement stands where it is not asserted, and a text says that it is."""
        if found and element.get("data-standing") == "asserted":
            return [*found[:-1], f"{found[-1]} ({self.asserted})"]
        return found

    def _block(self, element: Element) -> list[str]:
        if form := FORMS.get(element.tag):
            return form(self, element)
        inside = self.blocks(element)
        is_title = element.tag in {"summary", "figcaption"} and inside and not inside[0].startswith("#")
        return [_bold(" ".join(inside))] if is_title else inside

    def _heading(self, element: Element) -> list[str]:
        words = " ".join(self._words(element).split())
        return [f"{'#' * int(element.tag[1])} {words}"] if words else []

    def _code(self, element: Element) -> list[str]:
        return [f"```\n{_text_of(element).strip()}\n```"]

    def _quotation(self, element: Element) -> list[str]:
        lines = "\n\n".join(self.blocks(element)).split("\n")
        return ["\n".join(f"> {line}".rstrip() for line in lines)]

    def _list(self, element: Element) -> list[str]:
        rows = [self._item(child, place) for place, child in enumerate(_shown(element, "li"), 1)]
        return ["\n".join(row for row in rows if row)] if rows else []

    def _row(self, html: str) -> str:
        """A row of a claim, printed once for all pages that lie as deep."""
        found = self.printed.get((self.up, html))
        if found is None:
            found = self._item(_parsed(html, "body/li"), 1)
            self.printed[self.up, html] = found
        return found

    def _item(self, item: Element, place: int) -> str:
        if row := item.get("data-row"):
            return self._row(self.rows[int(row)])
        key = item.get("id") or ""
        if key.startswith(NOTE):
            return _hanging(f"[^{key.removeprefix(NOTE)}]: ", self.blocks(item), "    ")
        mark = f"{place}. " if item.getparent().tag == "ol" else "- "
        return _hanging(mark, self.blocks(item), " " * len(mark))

    def _terms(self, element: Element) -> list[str]:
        rows, term = list[str](), ""
        for one in element.iter("dt", "dd"):
            words = self.blocks(one)
            if one.tag == "dt":
                term = _bold(f"{' '.join(words)}:") + " "
            elif words:
                below = ["", *words] if words[0].startswith(("- ", "1. ")) else words
                rows.append(_hanging(f"- {term}" if term else "- ", below, "  "))
        return ["\n".join(rows)] if rows else []

    def _table(self, table: Element) -> list[str]:
        caption = [_bold(" ".join(self.blocks(one))) for one in _shown(table, "caption")]
        rows = [list(self._cells(row)) for row in table.iter("tr") if _is_shown(row)]
        if not rows:
            return caption
        width = max(map(len, rows))
        lines = [f"| {' | '.join(row + [''] * (width - len(row)))} |" for row in rows]
        return [*caption, "\n".join([lines[0], f"|{' --- |' * width}", *lines[1:]])]

    def _cells(self, row: Element) -> Iterator[str]:
        for cell in row:
            if cell.tag in {"th", "td"}:
                yield " ".join(self.blocks(cell)).replace("\n", " ")
                yield from [""] * (int(cell.get("colspan") or 1) - 1)

    def _inline(self, element: Element) -> str:
        """Words within a line, with links and emphasis."""
        tag = element.tag
        if plain := UNLINKED.get(tag):
            return plain(element)
        words = self._words(element)
        if not words or words.isspace():
            return words
        if tag == "a" and element.get("href"):
            return self._link(element, words)
        if (signs := AROUND.get(tag)) and signs[0] not in words:
            return _around(words, *signs)
        return self._with_standing([words], element)[0] + _between_values(element)

    def _words(self, element: Element) -> str:
        found = [escaped(element.text)]
        for child in element:
            if _is_shown(child):
                found.append(self._inline(child))
            if child.tail:
                found.append(escaped(child.tail))
        return "".join(found)

    def _link(self, link: Element, words: str) -> str:
        href, of = link.get("href"), link.get("class") or ""
        if of == "ref":
            return f"[^{href.removeprefix(f'#{NOTE}')}]"
        if of == "paragraph-number":
            return f"[{link.get('aria-label')}]({self._whole(href)}): "
        return _around(words, "[", f"]({self._whole(href)})")

    def _whole(self, href: str) -> str:
        """An address as it stands in the text: whole, where the site knows its own."""
        whole = href if not self.root or ":" in href.partition("/")[0] else self._from_root(href)
        return f"<{whole}>" if UNSAFE_IN_ADDRESS.search(whole) else whole

    def _from_root(self, href: str) -> str:
        if self.up and href.startswith(self.up):
            return f"{self.root}{href[len(self.up) :]}"
        if href.startswith(("#", "?")):
            return f"{self.root}{self.address}{href}"
        folders = self.address.split("/")[:-1]
        rest = href.removeprefix("./")
        while rest == ".." or rest.startswith("../"):
            folders, rest = folders[:-1], rest[3:]
        return f"{self.root}{''.join(f'{one}/' for one in folders)}{rest.removeprefix('.')}"


def _between_values(value: Element) -> str:
    """What parts a value from the next, which a page sets on lines of their own."""
    following = value.getnext()
    is_value = following is not None and value.get("class") == following.get("class") == "glance__value"
    return "; " if is_value and not (value.tail or "").strip() else ""


def _bold(words: str) -> str:
    """Words in bold; as they are where some of them are so already."""
    return words if "**" in words else f"**{words}**"


# How elements are printed that have a form of their own.
FORMS: dict[str, Callable[[_Printer, Element], list[str]]] = {
    **dict.fromkeys(HEADINGS, _Printer._heading),
    "ul": _Printer._list,
    "ol": _Printer._list,
    "dl": _Printer._terms,
    "table": _Printer._table,
    "pre": _Printer._code,
    "blockquote": _Printer._quotation,
}
# And those within a line of which no part is a link.
UNLINKED: dict[str, Callable[[Element], str]] = {
    "br": lambda _: " ",
    "code": lambda element: f"`{_text_of(element)}`",
    "img": lambda element: escaped(element.get("alt")),
    "svg": lambda element: escaped(element.get("aria-label")) if element.get("role") == "img" else "",
}


def _is_shown(element: Element) -> bool:
    if not isinstance(element.tag, str) or element.tag in LEFT_OUT or "hidden" in element.attrib:
        return False
    of = element.get("class")
    return of is None or not of.startswith(CLASSES_LEFT_OUT)


def _shown(element: Element, tag: str) -> Iterator[Element]:
    return (one for one in element if one.tag == tag and _is_shown(one))


def _of_words(loose: list[str]) -> list[str]:
    """The paragraph of words that stand loose; none where they are blanks."""
    line = _paragraph("".join(loose)) if loose else ""
    return [line] if line else []


def _hanging(mark: str, blocks: list[str], indent: str) -> str:
    """An item: its blocks under each other, all but the first line indented."""
    if not blocks:
        return ""
    between = "\n\n" if any(one.startswith(("|", ">", "```", "#")) for one in blocks) else "\n"
    lines = (mark + between.join(blocks)).split("\n")
    return "\n".join([lines[0].rstrip(), *(f"{indent}{line}".rstrip() for line in lines[1:])])


def _around(words: str, sign: str, end: str) -> str:
    """Words within signs, which stand next to them: blanks go before and behind."""
    inner = words.strip()
    if len(inner) == len(words):
        return f"{sign}{words}{end}"
    before, behind = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
    return f"{before}{sign}{inner}{end}{behind}"
