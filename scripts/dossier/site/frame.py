"""A site on disk that is being poured: shells filled with records, and what every page has around its content."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from markupsafe import Markup, escape

from dossier.citations.cite_box import Citer, parts_of, rests_on
from dossier.citations.csl_json import Cited, Item, page_item, record_item
from dossier.corpus.corpus import Corpus
from dossier.editions.site_info import SiteInfo
from dossier.exports.linked_data import Node
from dossier.model.addresses import SEARCH, url_for
from dossier.model.records import Kind, Record, Redirect
from dossier.pages.head import head_of
from dossier.pages.render import Page, Pages, record_of
from dossier.site.csp import policy
from dossier.site.shell import Shell, headings


@dataclass(frozen=True, slots=True)
class Site:
    """A site that is being poured into ``folder``. ``hashes`` are those of the scripts in the theme's own pages."""

    folder: Path
    pages: Pages
    info: SiteInfo
    shells: Mapping[Kind, Shell]
    citer: Citer
    hashes: tuple[str, ...]

    def read(self, address: str) -> str:
        return (self.folder / address / "index.html").read_text("utf-8")

    def write(self, address: str, html: str) -> None:
        target = self.folder / address
        target.mkdir(parents=True, exist_ok=True)
        (target / "index.html").write_text(html, "utf-8", newline="\n")

    def shelled(self, page: Page, more: Sequence[Node] = (), items: Sequence[tuple[str, str]] = ()) -> str:
        """The HTML of a page whose shell was rendered at its own address."""
        return self.filled(Shell.of(self.read(page.address)), page, more, items)

    def record(self, record: Record) -> str:
        """The HTML of the page of a record, which says on top what changed in it since it was first published."""
        page = self.pages.record(record)
        page = replace(page, content=self.changed(record) + page.content)
        return self.filled(self.shells[record.kind_of_record], page)

    def redirect(self, redirect: Redirect) -> str:
        return self.filled(self.shells[redirect.kind], self.pages.redirect(redirect))

    def changed(self, record: Record) -> Markup:
        """What changed in a record from edition to edition; empty where nothing did."""
        return self.pages.part("history.html", url_for(record), record=record, history=self.info.history)

    def filled(self, shell: Shell, page: Page, more: Sequence[Node] = (), items: Sequence[tuple[str, str]] = ()) -> str:
        record = record_of(self.pages.corpus, page)
        behind = rests_on(self.pages.corpus, record) if record else []
        contents = self.contents(page, page.content)
        frame = self.frame(page, behind, more, items)
        return shell.fill({**frame, "contents": contents, "content": page.content})

    def frame(
        self, page: Page, behind: Sequence[Cited], more: Sequence[Node] = (), items: Sequence[tuple[str, str]] = ()
    ) -> dict[str, str]:
        """The slots that every page has. ``behind`` are the publications that it rests on; ``more`` and ``items`` as
        ``head_of`` takes them.
        """
        corpus, info, part = self.pages.corpus, self.info, self.pages.part
        names = dict.fromkeys(name for name in (page.title, page.label, info.name) if name)
        head = head_of(corpus, page, info, items=items, more=more)
        citable = not page.goes_to and page.address != SEARCH
        return {
            "title": escape(" · ".join(names)),
            "head": part("head.html", page.address, page=page, head=head, info=info, policy=policy(self.hashes)),
            "handout": part(
                "handout.html", page.address, info=info, cited=info.cited(page.address), base=info.cited("")
            ),
            "crumbs": part("crumbs.html", page.address, crumbs=page.crumbs, citable=citable),
            "cite": self.cite(page, behind) if citable else "",
            "kind": page.kind,
            "id": page.id,
        }

    def cite(self, page: Page, behind: Sequence[Cited]) -> Markup:
        """How to cite a page and what it rests on."""
        parts = parts_of(self.citer, item_of(self.pages.corpus, page, self.info), behind, self.info)
        return self.pages.part("cite.html", page.address, parts=parts, id="cite-this", words="Cite this page")

    def contents(self, page: Page, html: str) -> Markup:
        """The table of contents of a page whose headings are in ``html``."""
        return self.pages.part("contents.html", page.address, entries=headings(html))


def item_of(corpus: Corpus, page: Page, info: SiteInfo) -> Item:
    """A page of the site as what is cited: under the whole heading of its record, where it is one's."""
    record = record_of(corpus, page)
    return record_item(record, info) if record else page_item(page.title, page.address, info)
