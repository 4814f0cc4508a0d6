"""Reads a built site for the tests: its pages, where their links lead, and what they would fetch."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from lxml import html

HERE = "https://site.invalid/"
FETCHED = {"stylesheet", "icon", "preload", "modulepreload", "prefetch", "manifest", "search"}


@dataclass(frozen=True)
class BuiltPage:
    """A page of a built site; ``address`` is relative to the site's root."""

    address: str
    tree: html.HtmlElement

    def texts(self, path: str) -> list[str]:
        return [" ".join(found.text_content().split()) for found in self.tree.cssselect(path)]

    @property
    def ids(self) -> list[str]:
        return [str(element.get("id")) for element in self.tree.iter() if element.get("id")]

    def without_code(self) -> str:
        """The page's HTML without what it shows as code."""
        tree = deepcopy(self.tree)
        for code in tree.xpath("//pre | //code"):
            code.drop_tree()
        return str(html.tostring(tree, encoding="unicode"))

    def links(self) -> Iterator[str]:
        """Where its links lead, as whole addresses."""
        for element in self.tree.iter("a", "area"):
            if element.get("href") is not None:
                yield urljoin(HERE + self.address, element.get("href"))

    def named(self) -> Iterator[str]:
        """What its head and its content name besides links to read, as whole addresses."""
        for element in self.tree.iter("link", "script", "img", "source", "iframe"):
            target = element.get("src") or element.get("href")
            if target:
                yield urljoin(HERE + self.address, target)

    def fetched(self) -> Iterator[str]:
        """What a browser would fetch to show it, as whole addresses."""
        for element in self.tree.iter("link", "script", "img", "source", "iframe"):
            target = element.get("src") or element.get("href")
            if target and (element.tag != "link" or FETCHED & set(str(element.get("rel")).split())):
                yield urljoin(HERE + self.address, target)


def read_site(folder: Path) -> dict[str, BuiltPage]:
    """Every page of a built site by its address."""
    pages = {}
    for path in sorted(folder.rglob("*.html")):
        address = path.relative_to(folder).as_posix().removesuffix("index.html")
        pages[address] = BuiltPage(address, html.fromstring(path.read_text("utf-8")))
    return pages


def dead_links(folder: Path, pages: Mapping[str, BuiltPage]) -> list[str]:
    """Each link to a page, a file or an anchor of this site that is not there. 404 pages are served from anywhere."""
    ids = {address: set(page.ids) for address, page in pages.items()}
    return [
        f"{page.address} -> {target.removeprefix(HERE)}"
        for page in pages.values()
        if page.address != "404.html"
        for target in (*page.links(), *page.named())
        if target.startswith(HERE) and not _there(folder, ids, target)
    ]


def _there(folder: Path, ids: Mapping[str, set[str]], target: str) -> bool:
    parts = urlsplit(target)
    address = unquote(parts.path).lstrip("/")
    if address in ids:
        return not parts.fragment or unquote(parts.fragment) in ids[address]
    return address != "" and (folder / address).is_file()


def other_hosts(pages: Mapping[str, BuiltPage]) -> list[str]:
    """What a page would fetch from anywhere but this site."""
    return [
        f"{page.address}: {target}"
        for page in pages.values()
        for target in page.fetched()
        if not target.startswith((HERE, "data:"))
    ]
