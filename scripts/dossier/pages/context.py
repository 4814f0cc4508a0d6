"""What the views of all pages are made of: the corpus, and what is made of it once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dossier.corpus.corpus import Corpus
from dossier.corpus.glossary import GlossaryTerm, glossary
from dossier.corpus.themes import themes_of_claims
from dossier.model.addresses import METHOD, document_url
from dossier.model.words import Words
from dossier.pages.claims import ClaimView, claim_views
from dossier.pages.links import RecordLink, record_links, source_links
from dossier.pages.notes import Notes
from dossier.pages.prose import ProsePart, prose
from dossier.pictures.locator_map import LocatorGround, ground, land_path


@dataclass(frozen=True, slots=True)
class Context:
    """A corpus with links to all records by id, to sources under their labels, and all claims as pages show them.

    ``themes`` are the themes of claims, by the id of the claim; ``method`` is the address of the page on how the site
    is made, or empty; ``ground`` and ``land`` are the outlines of the small maps, the latter as a path;
    ``terms`` are those of the glossary.
    """

    corpus: Corpus
    links: Mapping[str, RecordLink]
    sources: Mapping[str, RecordLink]
    claims: Mapping[str, ClaimView]
    themes: Mapping[str, str]
    method: str
    ground: LocatorGround | None
    land: str
    terms: tuple[GlossaryTerm, ...]

    @property
    def words(self) -> Words:
        """The words of the interface."""
        return self.corpus.words

    def notes(self) -> Notes:
        """The notes of a page, of which none is cited yet."""
        return Notes(self.claims)

    def prose(self, text: str, notes: Notes | None = None) -> tuple[ProsePart, ...]:
        """A record's own prose; its citations become ``notes``, or are left out."""
        return prose(text, self.links, notes)

    def plain(self, text: str) -> str:
        """The words of a record's own prose: no citations, links as names."""
        return self.corpus.plain(text)


def context_of(corpus: Corpus) -> Context:
    """The context of all pages of a corpus."""
    links, sources = record_links(corpus), source_links(corpus)
    has_method = any(document_url(one) == METHOD for one in corpus.documents)
    on = ground(corpus.base_map) if corpus.base_map else None
    return Context(
        corpus=corpus,
        links=links,
        sources=sources,
        claims=claim_views(corpus, links, sources),
        themes=themes_of_claims(corpus),
        method=METHOD if has_method else "",
        ground=on,
        land=land_path(on) if on else "",
        terms=glossary(corpus),
    )
