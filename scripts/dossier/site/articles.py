"""Pages of prose: their marks filled, and what stands around their content."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import count

from markupsafe import Markup

from dossier.citations.cite_box import cited_sources, paragraph_parts, rests_on
from dossier.citations.csl_json import Cited
from dossier.corpus.evidence import citation_id, evidence_of
from dossier.corpus.related import Key, Parallels, parallels
from dossier.exports.linked_data import LinkedNode, dataset
from dossier.model.addresses import CORRECTIONS, SECTIONS, document_url
from dossier.model.records import Claim, Source
from dossier.model.vocabulary import KINDS
from dossier.pages.notes import References
from dossier.pages.render import LONGEST_DESCRIPTION, Page
from dossier.reading.markdown_file import Document
from dossier.site.frame import Site
from dossier.site.shell import Shell
from dossier.text.marked_text import shortened, unformatted

MARGIN = "margin-p"
CITED = re.compile(r'\s*<span data-cite-claims="([a-z0-9 -]+)"></span>')
LINKED = re.compile(r'<span data-link-record="([a-z0-9-]+)">(.*?)</span>', re.DOTALL)


@dataclass(frozen=True)
class Documents:
    """The pages of prose of a site that is being poured."""

    site: Site

    @cached_property
    def parallels(self) -> Mapping[Key, Parallels]:
        return parallels(self.site.pages.corpus)

    def addresses(self) -> list[str]:
        """Where the pages of prose stand that may be published."""
        corpus, source_of = self.site.pages.corpus, self.site.pages.source_of
        private = {one.name for one in corpus.documents if (of := source_of(one)) and of.id in corpus.full_texts}
        return [document_url(document) for document in corpus.documents if document.name not in private]

    def document(self, document: Document) -> str:
        """The HTML of a document: its marks filled, and what stands around its content."""
        address = document_url(document)
        references = References()
        shell = Shell.of(self.marked(self.site.read(address), address, references))
        source = self.site.pages.source_of(document)
        page = self.document_page(document, address, source)
        around = self.around(document, address, source, references) | self.margins(address, shell, source)
        behind = self.behind(source, references)
        values = {**self.site.frame(page, behind, self.more(address)), "contents": "", **around}
        contents = self.site.contents(page, shell.fill(values) if address else "")
        return shell.fill({**values, "contents": contents})

    def behind(self, source: Source | None, references: References) -> list[Cited]:
        """The publications that a page of prose rests on."""
        corpus = self.site.pages.corpus
        return rests_on(corpus, source) if source else cited_sources(corpus, (claim for _, claim in references))

    def more(self, address: str) -> list[LinkedNode]:
        """What the home page is about besides itself: the whole dossier."""
        info = self.site.info
        return [] if address else [dataset(self.site.pages.corpus, info.url, info.name, info.edition)]

    def marked(self, html: str, address: str, references: References) -> str:
        """The page with its citations numbered and its records linked."""
        corpus, places = self.site.pages.corpus, count(1)

        def cited(found: re.Match[str]) -> str:
            claims, id_ = [corpus.claim(key) for key in found[1].split()], citation_id(next(places))
            given = {"claims": claims, "id": id_, "references": references}
            return self.site.pages.part("citation.html", address, **given).strip()

        def linked(found: re.Match[str]) -> str:
            words = Markup(found[2])  # noqa: S704  the renderer escaped them
            return self.site.pages.part("link.html", address, record=corpus.records[found[1]], words=words).strip()

        return LINKED.sub(linked, CITED.sub(cited, html))

    def around(self, document: Document, address: str, source: Source | None, references: References) -> dict[str, str]:
        """What stands before and after the content of a page of prose."""
        corpus, part = self.site.pages.corpus, self.site.pages.part
        before = self.site.changed(source) if source else ""
        before += part("source-card.html", address, record=source, references=references) if source else ""
        before += part("evidence.html", address, evidence=evidence_of(corpus, document)) if document.is_essay else ""
        after = part("source-end.html", address, record=source) if source else ""
        after += part("corrections.html", address) if address == CORRECTIONS else ""
        after += part("references.html", address, references=references)
        home = () if address else ("counts", "questions", "timeline")
        return {"before": before, "after": after, **{name: part(f"home-{name}.html", address) for name in home}}

    def margins(self, address: str, shell: Shell, source: Source | None) -> dict[str, str]:
        """What stands beside each paragraph of an article; a claim of several stands beside the first."""
        corpus, beside = self.site.pages.corpus, dict[int, list[Claim]]()
        for claim in corpus.claims_of(source.id) if source else ():
            beside.setdefault(claim.paragraphs[0], []).append(claim)
        full_text = dict(enumerate(corpus.full_texts.get(source.id, ()) if source else (), 1))
        numbers = {name: int(name.removeprefix(MARGIN)) for name in shell.names if name.startswith(MARGIN)}
        return {
            name: self.site.pages.part(
                "margin.html",
                address,
                number=number,
                claims=beside.get(number, []),
                near=self.parallels.get((source.id, number)) if source else None,
                full_text=full_text.get(number, ""),
                parts=paragraph_parts(self.site.citer, source, number, self.site.info) if source else (),
            )
            for name, number in numbers.items()
        }

    def document_page(self, document: Document, address: str, source: Source | None) -> Page:
        if not address:
            return Page("", "page", "home", self.site.info.name, "", self.site.info.description, Markup())
        first = next((block.text for block in document.blocks if block.level == 0), "")
        description = shortened(self.site.pages.plain(unformatted(first)), LONGEST_DESCRIPTION)
        kind, id_ = ("source", source.id) if source else ("page", address.rstrip("/"))
        crumbs = self.crumbs(document.title, address)
        label, private = ("Source", source.id in self.site.pages.corpus.full_texts) if source else ("", False)
        return Page(address, kind, id_, document.title, label, description, Markup(), crumbs, is_private=private)

    def crumbs(self, title: str, address: str) -> tuple[tuple[str, str], ...]:
        """The section above a page of prose, where it has one, and the page."""
        section = f"{address.split('/', maxsplit=1)[0]}/"
        if section == address:
            return ((title, address),)
        listed = {f"{folder}/": KINDS[kind][1] for kind, folder in SECTIONS.items()}
        documents = {document_url(document): document.title for document in self.site.pages.corpus.documents}
        return ((listed.get(section) or documents.get(section, section), section), (title, address))
