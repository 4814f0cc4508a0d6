"""Records to HTML: one Jinja template a kind, and the pieces that pages of prose are filled with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from dossier import vocabulary
from dossier.addresses import SECTIONS, document_url, paragraph_url, passage_url, redirect_url, root_of, url_for
from dossier.corpus import Corpus, Mention
from dossier.markup import MARK, citation_keys, without_marks
from dossier.names import direction
from dossier.prose import EMPHASIS, WEB_LINK, Block, Document, sentence_with
from dossier.records import Actor, Claim, Event, Kind, Name, Place, Question, Record, Redirect, Source, Value
from dossier.references import References

LONGEST_DESCRIPTION = 160
QUESTIONS_AT_HOME = 6
ITEM = re.compile(r"^[ \t]*(?:[-*+]|\d+\.|>)[ \t]+", re.MULTILINE)
# Not the sign inside a link such as [[record|words]].
CELL_END = re.compile(r"\s*\|\s*(?![^\[\]]*\]\])")


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


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a record's own prose: plain words, a citation of claims, or a link to a record."""

    text: str
    cited: tuple[str, ...] = ()
    linked: str = ""


class Pages:
    """Renders the pages of one corpus."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self.environment = _with_corpus(environment(), corpus)
        self.environment.globals["claim_body"] = self.claim_body
        self.claim_bodies: dict[tuple[str, str], Markup] = {}

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

    def claim_body(self, claim: Claim, root: str) -> Markup:
        """A claim with who says it and where; made once, for it stands on many pages. ``root`` leads to the root."""
        key = (claim.id, root)
        if key not in self.claim_bodies:
            html = self.environment.get_template("claim-body.html").render(claim=claim, root=root)
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

    def _render(self, template: str, address: str, **values: Any) -> Markup:
        values.setdefault("references", References())
        html = self.environment.get_template(template).render(root=root_of(address), address=address, **values)
        return Markup(html)  # noqa: S704  the templates escape


def shortened(text: str, most: int) -> str:
    """The text, cut at a word where it is longer than ``most`` characters."""
    if len(text) <= most:
        return text
    return text[:most].rsplit(" ", 1)[0][: most - 1].rstrip(",;:.") + "…"


def segments(text: str) -> Iterator[Segment]:
    """A record's own prose, taken apart at its marks."""
    end = 0
    for found in MARK.finditer(text):
        if words := text[end : found.start()]:
            yield Segment(words.rstrip() if found[1] else words)
        yield Segment("", citation_keys(found[1])) if found[1] else Segment(found[3] or "", linked=found[2])
        end = found.end()
    if end < len(text):
        yield Segment(text[end:])


def quantity(value: Value) -> str:
    """A quantity in words: ``about 180 deaths``, ``1,500 to 2,000 fighters``, ``100 or more deaths``."""
    low, high = (None if end is None else f"{end:,.10g}" for end in (value.low, value.high))
    about = "about " if value.approximate else ""
    if low is None:
        return f"up to {about}{high} {value.unit}"
    if high is None:
        return f"{about}{low} or more {value.unit}"
    return f"{about}{low if low == high else f'{low} to {high}'} {value.unit}"


def pieces(block: Block) -> list[str]:
    """A paragraph, or the rows of a table, or the items of a list; without formatting, their marks kept."""
    text = block.text.strip()
    if block.level >= 0:
        found = [text]
    elif text.startswith("|"):
        found = [" · ".join(CELL_END.split(row.strip().strip("|").strip())) for row in text.split("\n")]
    else:
        found = ITEM.split(text)
    return [unformatted(one) for one in found if re.search(r"\w", one)]


def unformatted(text: str) -> str:
    """Markdown without emphasis, code marks and web links, on one line; citations and record links stay."""
    return " ".join(EMPHASIS.sub(r"\2", WEB_LINK.sub(r"\1", text)).split())


def excerpt(mention: Mention, key: str) -> str:
    """The sentence of a block that links the record, its marks kept."""
    found = pieces(mention.block)
    return sentence_with(next((one for one in found if re.search(rf"\[\[{key}[|\]]", one)), found[0]), key)


def by_attribute(
    records: Iterable[Record], attribute: str, labels: Mapping[str, Any]
) -> list[tuple[str, list[Record]]]:
    """Records by type, in the order of the labels; within a type by heading."""
    order = list(labels)
    ordered = sorted(records, key=lambda r: (order.index(getattr(r, attribute)), r.heading.casefold()))
    return [(key, list(group)) for key, group in groupby(ordered, key=lambda r: str(getattr(r, attribute)))]


def by_year(events: Iterable[Event]) -> list[tuple[str, list[Event]]]:
    """Events in time, by the year in which they can have begun."""

    def year(event: Event) -> str:
        if event.date.earliest is None:
            return "Undated"
        decade = "X" in event.date.text.split("-")[0]
        return f"{event.date.earliest.year}{'s' if decade else ''}"

    return [(key, list(group)) for key, group in groupby(sorted(events, key=lambda e: e.date.sort_key), key=year)]


def by_source(claims: Iterable[Claim]) -> list[tuple[str, list[Claim]]]:
    """Claims that stand in order of publication, by source."""
    return [(key, list(group)) for key, group in groupby(claims, key=lambda claim: claim.source)]


def by_document(mentions: Iterable[Mention]) -> list[tuple[Document, list[Mention]]]:
    """Mentions by the page of prose that they stand in."""
    return [(group[0].document, group) for _, found in groupby(mentions, key=_file) if (group := list(found))]


def _file(mention: Mention) -> str:
    return mention.document.file


def unused_names(names: Iterable[Name]) -> list[tuple[str, list[Name]]]:
    """Names that no source uses, by what they are and their language."""

    def label(name: Name) -> str:
        kind = vocabulary.NAME_KINDS[name.kind]
        return kind if name.lang == "en" else f"{kind}, {vocabulary.language(name.lang)}"

    rest = [name for name in names if not name.used_by and name.kind != "primary"]
    labels = dict.fromkeys(label(name) for name in rest)
    return [(one, [name for name in rest if label(name) == one]) for one in labels]


def most_contested(corpus: Corpus) -> list[Question]:
    """The questions with the most positions, then the most claims."""

    def weight(question: Question) -> tuple[int, int, str]:
        return (-len(question.positions), -len(corpus.referring(question.id, "answers", Claim)), question.id)

    return sorted(corpus.of(Question), key=weight)[:QUESTIONS_AT_HOME]


GLANCE: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("Part of", ("part_of", "affiliate_of"), ()),
    ("Has as parts", (), ("part_of", "affiliate_of")),
    ("Leads", ("leads",), ()),
    ("Led by", (), ("leads",)),
    ("Member of", ("member_of",), ()),
    ("Allies and partners", ("allied_with", "cooperates_with"), ("allied_with", "cooperates_with")),
    ("Rivals and enemies", ("rival_of", "fights"), ("rival_of", "fights")),
)


def at_a_glance(corpus: Corpus, actor: Actor) -> list[tuple[str, list[Actor]]]:
    """The relations that a reader asks for first: a label and the actors that stand in it."""
    rows = []
    for label, forward, backward in GLANCE:
        own = [corpus.actor(one.to) for one in actor.relations if one.type in forward]
        others = [other for other, one in corpus.relations_to(actor.id) if one.type in backward]
        if found := list({other.id: other for other in [*own, *others]}.values()):
            rows.append((label, found))
    return rows


def environment() -> Environment:
    """The templates, with escaping on and no undefined name forgiven."""
    return Environment(
        loader=PackageLoader("dossier", "templates"),
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
        segments=segments,
        quantity=quantity,
        excerpt=excerpt,
        unformatted=unformatted,
        direction=direction,
        by_attribute=by_attribute,
        by_year=by_year,
        by_source=by_source,
        by_document=by_document,
        unused_names=unused_names,
        most_contested=most_contested,
        at_a_glance=at_a_glance,
        sections=SECTIONS,
        models={"actor": Actor, "event": Event, "place": Place, "claim": Claim, "question": Question, "source": Source},
    )
    return templates


__all__ = ["Document", "Page", "Pages", "Segment", "segments", "shortened"]
