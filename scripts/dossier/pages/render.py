"""Records to HTML: one Jinja template a kind, and the pieces that pages of prose are filled with."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from dossier.corpus.corpus import Corpus
from dossier.corpus.evidence import evidence_of
from dossier.corpus.known_by import first_known, in_order_known, known_from, steps
from dossier.corpus.relations import FAMILIES, relations_of
from dossier.model import vocabulary
from dossier.model.addresses import (
    METHOD,
    SECTIONS,
    document_url,
    paragraph_url,
    passage_url,
    position_url,
    redirect_url,
    root_of,
    url_for,
)
from dossier.model.records import Actor, Claim, Event, Kind, Place, Question, Record, Redirect, Source
from dossier.pages.filters import actors_of, places_of, years
from dossier.pages.references import References
from dossier.pages.wording import (
    at_a_glance,
    by_attribute,
    by_document,
    by_source,
    by_year,
    events_of_question,
    excerpt,
    most_contested,
    quantity,
    unused_names,
)
from dossier.pictures.date_bars import small_timeline
from dossier.pictures.locator_map import ground, spot
from dossier.pictures.neighbourhood import neighbourhood
from dossier.pictures.value_chart import charts
from dossier.reading.markdown_file import Document
from dossier.text.direction import direction
from dossier.text.marked_text import segments, shortened, unformatted
from dossier.text.marks import without_marks

LONGEST_DESCRIPTION = 160


@dataclass(frozen=True, slots=True)
class Page:
    """A page to pour into a shell.

    ``label`` tells it from others of the same title, ``content`` is HTML, ``crumbs`` are titles and addresses from
    the root down, ``goes_to`` is the address that takes its place; a private page holds what is not
    ours to publish.
    """

    address: str
    kind: str
    id: str
    title: str
    label: str
    description: str
    content: Markup
    crumbs: tuple[tuple[str, str], ...] = ()
    goes_to: str = ""
    is_private: bool = False


def record_of(corpus: Corpus, page: Page) -> Record | None:
    """The record whose page it is; a redirect, a list or a page of prose is that of none."""
    record = corpus.records.get(page.id)
    return record if record and record.kind_of_record == page.kind and not page.goes_to else None


class Pages:
    """Renders the pages of one corpus."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self._templates: dict[str, Environment] = {}
        self.claim_bodies: dict[tuple[str, str, bool], Markup] = {}

    def record(self, record: Record) -> Page:
        """The page of a record of any kind but a source, whose page is its article."""
        kind = record.kind_of_record
        address = url_for(record)
        content = self._render(f"{kind}.html", address, record=record)
        section = (vocabulary.KINDS[kind][1], f"{SECTIONS[kind]}/")
        title = self.title(record)
        crumbs = (section, (title, address))
        return Page(address, kind, record.id, title, self.label(record), self.description(record), content, crumbs)

    def records(self) -> Iterator[Page]:
        return (self.record(record) for record in self.corpus.records.values() if not isinstance(record, Source))

    def redirect(self, redirect: Redirect) -> Page:
        """The page at the address of a record that was renamed, merged or withdrawn."""
        kind, address = redirect.kind, redirect_url(redirect)
        content = self._render("redirect.html", address, redirect=redirect)
        crumbs = ((vocabulary.KINDS[kind][1], f"{SECTIONS[kind]}/"), (redirect.id, address))
        goes_to = url_for(self.corpus.records[redirect.to]) if redirect.to else ""
        label = f"{vocabulary.KINDS[kind][0]}, {redirect.reason}"
        return Page(address, kind, redirect.id, redirect.id, label, redirect.why, content, crumbs, goes_to)

    def listing(self, kind: Kind) -> Page:
        """The list of all records of a kind."""
        address = f"{SECTIONS[kind]}/"
        title = vocabulary.KINDS[kind][1]
        records = [record for record in self.corpus.records.values() if record.kind_of_record == kind]
        content = self._render(f"{SECTIONS[kind]}.html", address, records=records)
        description = f"All {vocabulary.counted(len(records), *map(str.lower, vocabulary.KINDS[kind]))}."
        return Page(address, "list", kind, title, "", description, content, ((title, address),))

    def part(self, template: str, address: str, **values: Any) -> Markup:
        """A piece of a page of prose, such as the margin of a paragraph."""
        return self._render(template, address, **values)

    def source_of(self, document: Document) -> Source | None:
        """The source that a document restates, if it does."""
        folder, _, key = document.name.rpartition("/")
        record = self.corpus.records.get(key)
        return record if folder == SECTIONS["source"] and isinstance(record, Source) else None

    def claim_body(self, claim: Claim, grouped: bool = False, *, root: str) -> Markup:
        """A claim with who says it and where; made once, for it stands on many pages. ``root`` leads to the root.

        Where claims are ``grouped`` by source, the source is not named again.
        """
        key = (claim.id, root, grouped)
        if key not in self.claim_bodies:
            html = self.templates(root).get_template("claim-body.html").render(claim=claim, grouped=grouped)
            self.claim_bodies[key] = Markup(html.strip())  # noqa: S704  the templates escape
        return self.claim_bodies[key]

    def title(self, record: Record) -> str:
        if isinstance(record, Claim):
            return shortened(record.text, 70)
        return record.heading

    def label(self, record: Record) -> str:
        """What sort of record it is, in a word or two."""
        if isinstance(record, Actor):
            return vocabulary.ACTOR_TYPES[record.type][0]
        if isinstance(record, Claim):
            return f"Claim {record.id.rpartition('-c')[2]} of {self.corpus.source(record.source).label}"
        return vocabulary.KINDS[record.kind_of_record][0]

    def description(self, record: Record) -> str:
        """One or two plain sentences for search engines and previews."""
        if isinstance(record, Claim):
            return shortened(f"{self.corpus.source(record.source).label}: {record.text}", LONGEST_DESCRIPTION)
        if isinstance(record, Question):
            labels = "; ".join(self.plain(position.label) for position in record.positions)
            return shortened(f"{record.title} {labels}.", LONGEST_DESCRIPTION)
        text = next((words for _, words in record.prose()), "")
        return shortened(self.plain(text) or record.heading, LONGEST_DESCRIPTION)

    def plain(self, text: str) -> str:
        """Words of a record's own prose without citations, links as names."""
        return without_marks(text, self.corpus.name_of)

    def templates(self, root: str) -> Environment:
        """The templates for pages from which ``root`` leads to the root, so that macros too know where they stand."""
        if root not in self._templates:
            made = self._templates[root] = _with_corpus(environment(), self.corpus)
            made.globals.update(root=root, claim_body=partial(self.claim_body, root=root))
        return self._templates[root]

    def _render(self, template: str, address: str, **values: Any) -> Markup:
        values.setdefault("references", References())
        html = self.templates(root_of(address)).get_template(template).render(address=address, **values)
        return Markup(html)  # noqa: S704  the templates escape


class _Templates(Environment):
    """Templates that share their globals as one dictionary: a chain of two is slow to copy, once for each rendering."""

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        return {**self.globals, **d} if d else self.globals


def environment() -> Environment:
    """The templates, with escaping on and no undefined name forgiven. Each is read once."""
    return _Templates(
        auto_reload=False,
        cache_size=-1,
        loader=PackageLoader("dossier.pages", "templates_old"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _with_corpus(templates: Environment, corpus: Corpus) -> Environment:
    templates.filters["records"] = lambda keys: [corpus.records[key] for key in keys]
    templates.globals.update(
        corpus=corpus,
        vocabulary=vocabulary,
        counted=vocabulary.counted,
        url_for=url_for,
        document_url=document_url,
        paragraph_url=paragraph_url,
        passage_url=passage_url,
        position_url=position_url,
        segments=segments,
        quantity=quantity,
        charts=charts,
        excerpt=excerpt,
        unformatted=unformatted,
        direction=direction,
        by_attribute=by_attribute,
        by_year=by_year,
        by_source=by_source,
        by_document=by_document,
        unused_names=unused_names,
        ground=ground(corpus.base_map) if corpus.base_map else None,
        spot=spot,
        evidence_of=evidence_of,
        events_of_question=events_of_question,
        method=METHOD if any(document_url(one) == METHOD for one in corpus.documents) else "",
        most_contested=most_contested,
        at_a_glance=at_a_glance,
        strip_of=small_timeline,
        first_known=first_known,
        known_from=known_from,
        in_order_known=in_order_known,
        steps_of=steps,
        actors_of=actors_of,
        places_of=places_of,
        years_of=years,
        relations_of=relations_of,
        neighbourhood=neighbourhood,
        FAMILIES=FAMILIES,
        sections=SECTIONS,
        models={"actor": Actor, "event": Event, "place": Place, "claim": Claim, "question": Question, "source": Source},
    )
    return templates
