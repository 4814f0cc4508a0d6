"""Shells and pages of prose to a whole site: slots, pour, links, contents, head metadata and site map."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from html import unescape
from importlib.resources import as_file, files
from pathlib import Path

from markupsafe import Markup, escape

from dossier.addresses import SEARCH, SECTIONS, document_url, url_for
from dossier.corpus import Corpus
from dossier.pages import Page, Pages, shortened
from dossier.prose import FRONT_MATTER, Document
from dossier.records import Claim, Kind, Source
from dossier.references import References

SHELL = "_shell"
SLOT = re.compile(r"<!-- slot:([a-z0-9-]+) -->")
CITED = re.compile(r'<span data-cite-claims="([a-z0-9 -]+)"></span>')
LINKED = re.compile(r'<span data-link-record="([a-z0-9-]+)">(.*?)</span>', re.DOTALL)
HEADING = re.compile(r'<h([23]) id="([^"]+)"[^>]*>(.*?)</h\1>', re.DOTALL)
ANCHOR = re.compile(r'<a class="headerlink".*?</a>', re.DOTALL)
TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True, slots=True)
class SiteInfo:
    """What the renderer's configuration says of the site. ``url`` ends in a slash, or is empty."""

    name: str
    url: str
    description: str


@dataclass(frozen=True, slots=True)
class Shell:
    """A rendered page with named slots: the texts between them, and their names."""

    texts: tuple[str, ...]
    names: tuple[str, ...]

    @classmethod
    def of(cls, html: str) -> Shell:
        parts = SLOT.split(html)
        return cls(tuple(parts[::2]), tuple(parts[1::2]))

    def fill(self, values: Mapping[str, str]) -> str:
        """The page with its slots filled. Raises ``KeyError`` for a slot that has no value."""
        filled = [self.texts[0]]
        for name, text in zip(self.names, self.texts[1:], strict=True):
            filled += (values[name], text)
        return "".join(filled)


def pour(
    rendered: Path, corpus: Corpus, info: SiteInfo, tell: Callable[[str, int], None] = lambda _step, _number: None
) -> None:
    """Fills shells and prose in ``rendered`` in place, and writes a page for each record.

    ``tell`` is told of each step and the number of its pages.
    """
    pages = Pages(corpus)
    site = _Site(rendered, pages, info)
    addresses = site.prose()
    tell("pages of prose", len(addresses))
    for kind, section in SECTIONS.items():
        site.write_shelled(section, pages.listing(kind))
        addresses.append(f"{section}/")
    poured = site.records()
    tell("pages of records", len(poured))
    site.write_shelled(SEARCH.rstrip("/"), _search_page(pages))
    site.not_found()
    site.sitemap([*addresses, *poured, SEARCH])
    copy_assets(rendered / "assets" / "dossier")


def copy_assets(target: Path) -> None:
    """Our own styles and scripts, out of the package."""
    with as_file(files("dossier") / "assets") as assets:
        shutil.copytree(assets, target, dirs_exist_ok=True)


def _search_page(pages: Pages) -> Page:
    content = pages.part("search.html", SEARCH)
    return Page(SEARCH, "search", "search", "Search", "Search the whole site.", content, (("Search", SEARCH),))


@dataclass(frozen=True, slots=True)
class _Site:
    folder: Path
    pages: Pages
    info: SiteInfo

    def read(self, address: str) -> str:
        return (self.folder / address / "index.html").read_text("utf-8")

    def write(self, address: str, html: str) -> None:
        target = self.folder / address
        target.mkdir(parents=True, exist_ok=True)
        (target / "index.html").write_text(html, "utf-8", newline="\n")

    def write_shelled(self, section: str, page: Page) -> None:
        self.write(page.address, self.filled(Shell.of(self.read(f"{section}/")), page))

    def records(self) -> list[str]:
        """Pours all records; the addresses of their pages."""
        shells = {kind: Shell.of(self.read(f"{section}/{SHELL}/")) for kind, section in SECTIONS.items()}
        for section in SECTIONS.values():
            shutil.rmtree(self.folder / section / SHELL)
        addresses = []
        for page in self.pages.records():
            self.write(page.address, self.filled(shells[_kind(page.kind)], page))
            addresses.append(page.address)
        return addresses

    def filled(self, shell: Shell, page: Page) -> str:
        values = {
            **self.frame(page.address, page.title, page.description, page.crumbs, page.content),
            "kind": page.kind,
            "id": page.id,
            "content": page.content,
        }
        return shell.fill(values)

    def frame(
        self, address: str, title: str, description: str, crumbs: Iterable[tuple[str, str]], content: str
    ) -> dict[str, str]:
        """The slots that every page has."""
        canonical = self.info.url + address if self.info.url else ""
        head = self.pages.part(
            "head.html", address, title=title, description=description, canonical=canonical
        )
        full = f"{title} · {self.info.name}" if title != self.info.name else title
        trail = self.pages.part("crumbs.html", address, crumbs=crumbs) if crumbs else ""
        contents = self.pages.part("contents.html", address, entries=headings(content))
        return {"title": escape(full), "head": head, "crumbs": trail, "contents": contents}

    def prose(self) -> list[str]:
        """Fills the marks and slots of every page of prose; their addresses."""
        addresses = []
        for document in self.pages.corpus.documents:
            address = document_url(document)
            self.write(address, self.document(document, address))
            addresses.append(address)
        return addresses

    def document(self, document: Document, address: str) -> str:
        references = References()
        html = self.marked(self.read(address), address, references)
        key = document.name.removeprefix("sources/")
        source = self.pages.corpus.records.get(key) if document.name.startswith("sources/") else None
        values = self.around(address, source if isinstance(source, Source) else None, references)
        values |= self.margins(address, document, key) if source else {}
        body = Shell.of(html)
        framed = self.frame(address, self.title(document), self.description(document), self.crumbs(document, address), "")
        draft = body.fill({**values, **framed, "contents": ""})
        contents = self.pages.part("contents.html", address, entries=headings(draft)) if address else ""
        return body.fill({**values, **framed, "contents": contents})

    def marked(self, html: str, address: str, references: References) -> str:
        """The page with its citations numbered and its records linked."""
        records = self.pages.corpus.records

        def cited(found: re.Match[str]) -> str:
            claims = [self.pages.corpus.claim(key) for key in found[1].split()]
            return self.pages.part("citation.html", address, claims=claims, references=references).strip()

        def linked(found: re.Match[str]) -> str:
            return self.pages.part("link.html", address, record=records[found[1]], words=Markup(found[2])).strip()

        return LINKED.sub(linked, CITED.sub(cited, html))

    def around(self, address: str, source: Source | None, references: References) -> dict[str, str]:
        """What stands before and after the content of a page of prose."""
        home = {name: self.pages.part(f"home-{name}.html", address) for name in ("counts", "questions", "timeline")}
        before = self.pages.part("source-card.html", address, record=source, references=references) if source else ""
        after = self.pages.part("source-end.html", address, record=source) if source else ""
        after += self.pages.part("references.html", address, references=references)
        kind = "source" if source else "page"
        identity = {"kind": kind, "id": source.id if source else address.rstrip("/") or "home"}
        return {**identity, "before": before, "after": after, **(home if not address else {})}

    def margins(self, address: str, document: Document, source: str) -> dict[str, str]:
        beside: dict[int, list[Claim]] = {}
        for claim in self.pages.corpus.claims_of(source):
            beside.setdefault(claim.paragraphs[0], []).append(claim)
        return {
            f"margin-p{number}": self.pages.part("margin.html", address, claims=beside.get(number, []))
            for number in document.paragraphs
        }

    def title(self, document: Document) -> str:
        return document.title if document.name != "index" else self.info.name

    def description(self, document: Document) -> str:
        if document.name == "index":
            return self.info.description
        first = next((block.text for block in document.blocks if block.level == 0), "")
        return shortened(self.pages.plain(first), 160)

    def crumbs(self, document: Document, address: str) -> list[tuple[str, str]]:
        if not address:
            return []
        section = address.split("/")[0]
        above = {f"{folder}": self.pages.listing_title(kind) for kind, folder in SECTIONS.items()}
        own = (self.title(document), address)
        if section in above and address != f"{section}/":
            return [(above[section], f"{section}/"), own]
        if address.count("/") > 1:
            return [(section.capitalize(), f"{section}/"), own]
        return [own]

    def not_found(self) -> None:
        path = self.folder / "404.html"
        values = {"kind": "page", "id": "not-found", "before": "", "after": "", "crumbs": "", "contents": ""}
        values |= {"title": f"Page not found · {escape(self.info.name)}", "head": '<meta name="robots" content="noindex">'}
        path.write_text(Shell.of(path.read_text("utf-8")).fill(values), "utf-8", newline="\n")

    def sitemap(self, addresses: list[str]) -> None:
        """The site map and a robots file, where the site's address is known."""
        for name in ("sitemap.xml", "sitemap.xml.gz"):
            (self.folder / name).unlink(missing_ok=True)
        if not self.info.url:
            return
        text = self.pages.part("sitemap.xml", "", base=self.info.url, addresses=sorted(addresses))
        (self.folder / "sitemap.xml").write_text(text, "utf-8", newline="\n")
        robots = f"User-agent: *\nAllow: /\nSitemap: {self.info.url}sitemap.xml\n"
        (self.folder / "robots.txt").write_text(robots, "utf-8", newline="\n")


def headings(html: str) -> list[tuple[int, str, str]]:
    """Level, id and words of the second and third level headings of a page."""
    return [
        (int(level), id_, unescape(TAG.sub("", ANCHOR.sub("", words))).strip())
        for level, id_, words in HEADING.findall(html)
    ]


def _kind(name: str) -> Kind:
    return next(kind for kind in SECTIONS if kind == name)


__all__ = ["Shell", "SiteInfo", "headings", "pour", "url_for"]
