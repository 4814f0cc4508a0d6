"""Pages of prose: their marks filled, and what stands around their content."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

from dossier.citations.cite_box import cited_sources, paragraph_parts, rests_on
from dossier.citations.csl_json import Cited
from dossier.corpus.corpus import Corpus
from dossier.corpus.evidence import evidence_of
from dossier.corpus.related import ParagraphKey, Parallels
from dossier.exports.linked_data import LinkedNode, dataset
from dossier.model.addresses import ABOUT, CORRECTIONS, SECTIONS, document_url
from dossier.model.records import Claim, Source
from dossier.pages.article import margin, source_card, source_end
from dossier.pages.corrections import corrections_view
from dossier.pages.evidence import evidence_view
from dossier.pages.home import home_counts, home_questions
from dossier.pages.notes import Notes
from dossier.pages.page import LONGEST_DESCRIPTION, Page
from dossier.pages.place_timeline import place_timeline_view
from dossier.pages.who_holds_what import held_at_home
from dossier.reading.markdown_file import Document
from dossier.site.frame import Site, changed_in, contents_of, frame_of
from dossier.site.shell import Shell
from dossier.text.marked_text import shortened, unformatted

MARGIN = "margin-p"
CITED = re.compile(r'\s*<span data-cite-claims="([a-z0-9 -]+)"(?: id="(cited-\d+)")?></span>')
# The lead that the template of the home page has, what follows it there, and what the page says above its headings.
LEAD = re.compile(r"<!-- lead -->(.*?)<!-- lead ends -->(.*?)<!-- prose -->(.*?)(?=<h2|<!-- slot:after -->)", re.DOTALL)
NUMBERED = re.compile(r'aria-label="(\d+)"(?= class="paragraph-number")')
LINKED = re.compile(r'<span data-link-record="([a-z0-9-]+)">(.*?)</span>', re.DOTALL)

Related = Mapping[ParagraphKey, Parallels]


@dataclass(frozen=True, slots=True)
class ProsePage:
    """A document with its address, the source that it restates, if it does, and the notes of its page."""

    document: Document
    address: str
    source: Source | None
    notes: Notes


def source_of(corpus: Corpus, document: Document) -> Source | None:
    """The source that a document restates, if it does."""
    folder, _, key = document.name.rpartition("/")
    record = corpus.records.get(key)
    return record if folder == SECTIONS["source"] and isinstance(record, Source) else None


def public_addresses(corpus: Corpus) -> list[str]:
    """Where the pages of prose stand that may be published."""
    private = {one.name for one in corpus.documents if (of := source_of(corpus, one)) and of.id in corpus.full_texts}
    return [document_url(document) for document in corpus.documents if document.name not in private]


def prose_html(site: Site, document: Document, related: Related) -> str:
    """The HTML of a document: its marks filled, and what stands around its content."""
    source = source_of(site.context.corpus, document)
    prose = ProsePage(document, document_url(document), source, site.context.notes())
    shell = Shell.of(_marked(site, prose))
    around = {**_around(site, prose), **_margins(site, prose, shell, related)}
    page = _page(site, prose)
    values = {**frame_of(site, page, _behind(site, prose), _about(site, prose)), "contents": "", **around}
    contents = contents_of(site, page, shell.fill(values)) if prose.address else Markup()
    return shell.fill({**values, "contents": contents})


def _behind(site: Site, prose: ProsePage) -> list[Cited]:
    """The publications that a page of prose rests on."""
    corpus = site.context.corpus
    if prose.source:
        return rests_on(corpus, prose.source)
    return cited_sources(corpus, (corpus.claim(note.claim.id) for note in prose.notes.all()))


def _about(site: Site, prose: ProsePage) -> list[LinkedNode]:
    """What the home page is about besides itself: the whole dossier."""
    info = site.info
    return [] if prose.address else [dataset(site.context.corpus, info.url, info.name, info.edition)]


def _marked(site: Site, prose: ProsePage) -> str:
    """The page with its citations numbered, its records linked, and its lead where the theme wants it."""

    def cited(found: re.Match[str]) -> str:
        notes = prose.notes.cite(found[1].split())
        return site.print("citation.html", prose.address, notes=notes, id=found[2] or "").strip()

    def linked(found: re.Match[str]) -> str:
        words = Markup(found[2])  # noqa: S704  the renderer escaped them
        return site.print("link.html", prose.address, link=site.context.links[found[1]], words=words).strip()

    def numbered(found: re.Match[str]) -> str:
        return f'aria-label="{escape(site.words.say("article.paragraph", number=found[1]))}"'

    html = (site.rendered / prose.address / "index.html").read_text("utf-8")
    return NUMBERED.sub(numbered, LINKED.sub(linked, CITED.sub(cited, LEAD.sub(_lead, html))))


def _lead(found: re.Match[str]) -> str:
    """The page's own lead in the place of the template's, where it has one."""
    general, between, own = found.groups()
    return f"{own if own.strip() else general}{between}"


def _around(site: Site, prose: ProsePage) -> dict[str, Markup]:
    """What stands before and after the content of a page of prose."""
    context, address, source = site.context, prose.address, prose.source
    before, after = Markup(), Markup()
    if source:
        before += changed_in(site, source)
        before += site.print("source-card.html", address, card=source_card(context, source, prose.notes))
        after += site.print("source-end.html", address, end=source_end(context, source))
    if prose.document.is_essay:
        view = evidence_view(context, evidence_of(context.corpus, prose.document))
        after += site.print("evidence-panel.html", address, view=view)
    if address == ABOUT:
        after += site.print("imprint-section.html", address, view=site.imprint)
    if address == CORRECTIONS:
        before += site.print("corrections.html", address, view=corrections_view(context))
    after += site.print("references.html", address, notes=prose.notes.all())
    return {"before": before, "after": after, **(_home(site) if not address else {})}


def _home(site: Site) -> dict[str, Markup]:
    """The slots of the home page."""
    context = site.context
    return {
        "counts": site.print("home-counts.html", "", view=home_counts(context)),
        "where": site.print("home-where.html", "", view=place_timeline_view(context)),
        "questions": site.print("home-questions.html", "", view=home_questions(context)),
        "held": site.print("home-held.html", "", view=held_at_home(context)),
    }


def _margins(site: Site, prose: ProsePage, shell: Shell, related: Related) -> dict[str, Markup]:
    """What stands beside each numbered paragraph; a claim of several stands beside the first."""
    source = prose.source
    numbers = [int(name.removeprefix(MARGIN)) for name in shell.names if name.startswith(MARGIN)]
    if source is None:
        return {f"{MARGIN}{number}": Markup() for number in numbers}
    beside: dict[int, list[Claim]] = {}
    for claim in site.context.corpus.claims_of(source.id):
        beside.setdefault(claim.paragraphs[0], []).append(claim)
    return {f"{MARGIN}{number}": _margin(site, source, number, beside.get(number, []), related) for number in numbers}


def _margin(site: Site, source: Source, number: int, claims: list[Claim], related: Related) -> Markup:
    captured = site.context.corpus.full_texts.get(source.id, ())
    full_text = captured[number - 1] if number <= len(captured) else ""
    view = margin(site.context, number, claims, related.get((source.id, number)), full_text)
    parts = paragraph_parts(site.citer, source, number, site.info)
    return site.print("margin.html", f"{SECTIONS['source']}/{source.id}/", margin=view, parts=parts)


def _page(site: Site, prose: ProsePage) -> Page:
    address, source = prose.address, prose.source
    if not address:
        return Page("", "page", "home", site.info.name, "", site.info.description)
    first = next((block.text for block in prose.document.blocks if block.level == 0), "")
    description = shortened(site.context.plain(unformatted(first)), LONGEST_DESCRIPTION)
    kind, id_ = ("source", source.id) if source else ("page", address.rstrip("/"))
    crumbs = _crumbs(site.context.corpus, prose.document.title, address)
    is_private = source is not None and source.id in site.context.corpus.full_texts
    label = site.words.say("page.source") if source else ""
    return Page(address, kind, id_, prose.document.title, label, description, crumbs, is_private=is_private)


def _crumbs(corpus: Corpus, title: str, address: str) -> tuple[tuple[str, str], ...]:
    """The section above a page of prose, where it has one, and the page."""
    section = f"{address.split('/', maxsplit=1)[0]}/"
    if section == address:
        return ((title, address),)
    listed = {f"{folder}/": corpus.words.say(f"kinds.{kind}") for kind, folder in SECTIONS.items()}
    documents = {document_url(document): document.title for document in corpus.documents}
    return ((listed.get(section) or documents.get(section, section), section), (title, address))
