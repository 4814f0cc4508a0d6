"""Shells and pages of prose to a whole site: slots, pour, links, contents, head metadata and site map."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import unescape
from importlib.resources import as_file, files
from pathlib import Path

from markupsafe import Markup, escape

from dossier.addresses import CHANGES, CORRECTIONS, SEARCH, SECTIONS, document_url, url_for
from dossier.changes import UNWRITTEN, History
from dossier.corpus import Corpus
from dossier.editions import UNPUBLISHED, Edition
from dossier.feeds import changes_page
from dossier.feeds import files as feed_files
from dossier.pages import LONGEST_DESCRIPTION, Page, Pages
from dossier.prose import Document
from dossier.records import Claim, Kind, Source
from dossier.references import References
from dossier.views import shortened, unformatted
from dossier.vocabulary import KINDS

SHELL = "_shell"
MARGIN = "margin-p"
SLOT = re.compile(r"<!-- slot:([a-z0-9-]+) -->")
CITED = re.compile(r'\s*<span data-cite-claims="([a-z0-9 -]+)"></span>')
LINKED = re.compile(r'<span data-link-record="([a-z0-9-]+)">(.*?)</span>', re.DOTALL)
HEADING = re.compile(r'<h([23]) id="([^"]+)"[^>]*>(.*?)</h\1>', re.DOTALL)
ANCHOR = re.compile(r'<a class="headerlink".*?</a>', re.DOTALL)
TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True, slots=True)
class SiteInfo:
    """What the renderer's configuration says of the site, and which edition it is.

    ``url`` ends in a slash, or is empty.
    """

    name: str
    url: str
    description: str
    edition: Edition = UNPUBLISHED
    history: History = UNWRITTEN


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
    rendered: Path,
    corpus: Corpus,
    info: SiteInfo,
    tell: Callable[[str, int], None] = lambda _step, _number: None,
    *,
    records: bool = True,
) -> Site:
    """Fills shells and prose in ``rendered`` in place, and writes a page for each record.

    ``tell`` is told of each step and the number of its pages. Without ``records`` their pages are not written; the
    site that is returned makes each when it is asked for.
    """
    pages = Pages(corpus)
    site = Site(rendered, pages, info, _shells(rendered))
    addresses = site.prose()
    tell("pages of prose", len(addresses))
    for kind, section in SECTIONS.items():
        site.write_shelled(section, pages.listing(kind))
        addresses.append(f"{section}/")
    if records:
        tell("pages of records", site.records())
    poured = [url_for(record) for record in corpus.records.values() if not isinstance(record, Source)]
    site.write_shelled(SEARCH.rstrip("/"), _search_page(pages))
    site.write_shelled(CHANGES.rstrip("/"), changes_page(pages, info.history, info.url))
    site.not_found()
    site.sitemap([*addresses, *poured, SEARCH, CHANGES])
    site.opensearch()
    for name, text in feed_files(pages, info.history, info.name, info.url).items():
        (rendered / name).write_text(text, "utf-8", newline="\n")
    copy_assets(rendered / "assets" / "dossier")
    return site


def _shells(rendered: Path) -> dict[Kind, Shell]:
    """The shell of each kind, taken out of the rendered site."""
    shells = {}
    for kind, section in SECTIONS.items():
        folder = rendered / section / SHELL
        shells[kind] = Shell.of((folder / "index.html").read_text("utf-8"))
        shutil.rmtree(folder)
    return shells


def copy_assets(target: Path) -> None:
    """Our own styles and scripts, out of the package."""
    with as_file(files("dossier") / "assets") as assets:
        shutil.copytree(assets, target, dirs_exist_ok=True)


def _search_page(pages: Pages) -> Page:
    content = pages.part("search.html", SEARCH)
    return Page(SEARCH, "search", "search", "Search", "", "Search the whole site.", content, (("Search", SEARCH),))


@dataclass(frozen=True, slots=True)
class Site:
    """A site that is being poured into ``folder``."""

    folder: Path
    pages: Pages
    info: SiteInfo
    shells: Mapping[Kind, Shell]

    def read(self, address: str) -> str:
        return (self.folder / address / "index.html").read_text("utf-8")

    def write(self, address: str, html: str) -> None:
        target = self.folder / address
        target.mkdir(parents=True, exist_ok=True)
        (target / "index.html").write_text(html, "utf-8", newline="\n")

    def write_shelled(self, section: str, page: Page) -> None:
        self.write(page.address, self.filled(Shell.of(self.read(f"{section}/")), page))

    def records(self) -> int:
        """Pours all records; the number of their pages."""
        pages = 0
        for page in self.pages.records():
            self.write(page.address, self.filled(self.shells[_kind(page.kind)], page))
            pages += 1
        for redirect in self.pages.corpus.redirects.values():
            page = self.pages.redirect(redirect)
            self.write(page.address, self.filled(self.shells[redirect.kind], page))
        return pages

    def record_at(self, address: str) -> str | None:
        """The page of the record that lives at an address, if one does and its page is poured."""
        record = self.pages.corpus.records.get(address.rstrip("/").rpartition("/")[2])
        if record is None or isinstance(record, Source) or url_for(record) != address:
            return None
        return self.filled(self.shells[record.kind_of_record], self.pages.record(record))

    def filled(self, shell: Shell, page: Page) -> str:
        return shell.fill({**self.frame(page, page.content), "content": page.content})

    def frame(self, page: Page, content: str) -> dict[str, str]:
        """The slots that every page has; ``content`` is where the headings of its table of contents are."""
        canonical = self.info.url + (page.goes_to or page.address) if self.info.url else ""
        names = dict.fromkeys(name for name in (page.title, page.label, self.info.name) if name)
        part = self.pages.part
        return {
            "title": escape(" · ".join(names)),
            "head": part("head.html", page.address, page=page, canonical=canonical, site_name=self.info.name),
            "crumbs": part("crumbs.html", page.address, crumbs=page.crumbs),
            "contents": part("contents.html", page.address, entries=headings(content)),
            "kind": page.kind,
            "id": page.id,
        }

    def prose(self) -> list[str]:
        """Fills the marks and slots of every page of prose; the addresses of those that may be published."""
        addresses = []
        for document in self.pages.corpus.documents:
            address, source = document_url(document), self.pages.source_of(document)
            self.write(address, self.document(document, address))
            if source is None or source.id not in self.pages.corpus.full_texts:
                addresses.append(address)
        return addresses

    def document(self, document: Document, address: str) -> str:
        """The page of a document: its marks filled, and what stands around its content."""
        references = References()
        shell = Shell.of(self.marked(self.read(address), address, references))
        source = self.pages.source_of(document)
        around = self.around(address, source, references)
        around |= self.margins(address, shell, source)
        page = self.document_page(document, address, source)
        draft = shell.fill({**self.frame(page, ""), **around})
        return shell.fill({**self.frame(page, draft if address else ""), **around})

    def marked(self, html: str, address: str, references: References) -> str:
        """The page with its citations numbered and its records linked."""
        records = self.pages.corpus.records

        def cited(found: re.Match[str]) -> str:
            claims = [self.pages.corpus.claim(key) for key in found[1].split()]
            return self.pages.part("citation.html", address, claims=claims, references=references).strip()

        def linked(found: re.Match[str]) -> str:
            words = Markup(found[2])  # noqa: S704  the renderer escaped them
            return self.pages.part("link.html", address, record=records[found[1]], words=words).strip()

        return LINKED.sub(linked, CITED.sub(cited, html))

    def around(self, address: str, source: Source | None, references: References) -> dict[str, str]:
        """What stands before and after the content of a page of prose."""
        part = self.pages.part
        before = part("source-card.html", address, record=source, references=references) if source else ""
        after = part("source-end.html", address, record=source) if source else ""
        after += part("corrections.html", address) if address == CORRECTIONS else ""
        after += part("references.html", address, references=references)
        home = () if address else ("counts", "questions", "timeline")
        return {"before": before, "after": after, **{name: part(f"home-{name}.html", address) for name in home}}

    def margins(self, address: str, shell: Shell, source: Source | None) -> dict[str, str]:
        """What stands beside each paragraph of an article; a claim of several stands beside the first."""
        corpus, beside = self.pages.corpus, dict[int, list[Claim]]()
        for claim in corpus.claims_of(source.id) if source else ():
            beside.setdefault(claim.paragraphs[0], []).append(claim)
        full_text = dict(enumerate(corpus.full_texts.get(source.id, ()) if source else (), 1))
        numbers = {name: int(name.removeprefix(MARGIN)) for name in shell.names if name.startswith(MARGIN)}
        return {
            name: self.pages.part(
                "margin.html", address, claims=beside.get(number, []), full_text=full_text.get(number, "")
            )
            for name, number in numbers.items()
        }

    def document_page(self, document: Document, address: str, source: Source | None) -> Page:
        if not address:
            return Page("", "page", "home", self.info.name, "", self.info.description, Markup())
        first = next((block.text for block in document.blocks if block.level == 0), "")
        description = shortened(self.pages.plain(unformatted(first)), LONGEST_DESCRIPTION)
        kind, id_ = ("source", source.id) if source else ("page", address.rstrip("/"))
        crumbs = self.crumbs(document.title, address)
        label, private = ("Source", source.id in self.pages.corpus.full_texts) if source else ("", False)
        return Page(address, kind, id_, document.title, label, description, Markup(), crumbs, is_private=private)

    def crumbs(self, title: str, address: str) -> tuple[tuple[str, str], ...]:
        """The section above a page of prose, where it has one, and the page."""
        section = f"{address.split('/', maxsplit=1)[0]}/"
        if section == address:
            return ((title, address),)
        listed = {f"{folder}/": KINDS[kind][1] for kind, folder in SECTIONS.items()}
        documents = {document_url(document): document.title for document in self.pages.corpus.documents}
        return ((listed.get(section) or documents.get(section, section), section), (title, address))

    def not_found(self) -> None:
        path = self.folder / "404.html"
        values = {"kind": "page", "id": "not-found", "before": "", "after": "", "crumbs": "", "contents": ""}
        values["title"] = f"Page not found · {escape(self.info.name)}"
        values["head"] = '<meta name="robots" content="noindex">'
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

    def opensearch(self) -> None:
        """What lets a browser search the site, where the site's address is known."""
        if self.info.url:
            text = self.pages.part("opensearch.xml", "", info=self.info, search=SEARCH)
            (self.folder / "opensearch.xml").write_text(text, "utf-8", newline="\n")


def headings(html: str) -> list[tuple[int, str, str]]:
    """Level, id and words of the second and third level headings of a page."""
    return [
        (int(level), id_, unescape(TAG.sub("", ANCHOR.sub("", words))).strip())
        for level, id_, words in HEADING.findall(html)
    ]


def _kind(name: str) -> Kind:
    return next(kind for kind in SECTIONS if kind == name)


__all__ = ["Shell", "SiteInfo", "headings", "pour", "url_for"]
