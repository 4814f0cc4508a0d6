"""Records, pages and the whole dossier in the vocabulary of schema.org, as JSON-LD.

Only what nobody contests is stated of actors, events and places: names, types, places and dates. Everything else is
a ``Claim`` that appears in a source, and no claim is rated: a ``ClaimReview`` would demand a verdict.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from dossier.corpus.corpus import Corpus
from dossier.editions.state import Edition
from dossier.model.addresses import paragraph_url, position_url, url_for
from dossier.model.licence import DATA_LICENCE
from dossier.model.records import Actor, Author, Claim, Event, Named, Place, Question, Record, Source
from dossier.model.vocabulary import KINDS, counted
from dossier.text.edtf import Edtf
from dossier.text.marks import without_marks

LinkedNode = dict[str, Any]

CONTEXT: LinkedNode = {
    "@vocab": "https://schema.org/",
    "cito": "http://purl.org/spar/cito/",
    "edtf": "http://id.loc.gov/datatypes/edtf/EDTF",
    **{name: {"@type": "@id"} for name in ("url", "mainEntityOfPage", "license", "contentUrl")},
}
SOURCES = {
    "article-journal": "ScholarlyArticle",
    "article-magazine": "Article",
    "article-newspaper": "NewsArticle",
    "post-weblog": "BlogPosting",
    "webpage": "WebPage",
    "report": "Report",
    "book": "Book",
    "chapter": "Chapter",
}
CONTAINERS = {"ScholarlyArticle": "Periodical", "NewsArticle": "Newspaper", "BlogPosting": "Blog", "Chapter": "Book"}
ACTORS = {"person": "Person", "state": "GovernmentOrganization"}
PLACES = {
    "country": "Country",
    "province": "AdministrativeArea",
    "district": "AdministrativeArea",
    "city": "City",
    "river": "RiverBodyOfWater",
}
ISO = re.compile(r"\d{4}(-(?!2[1-4])\d{2}(-\d{2})?)?")


def in_context(*nodes: LinkedNode) -> LinkedNode:
    """A JSON-LD document of these nodes. Its context is its own, so that nothing has to be fetched to read it."""
    return {"@context": CONTEXT, "@graph": list(nodes)}


def linked(corpus: Corpus, record: Record, base_url: str) -> LinkedNode:
    """What a record is about: a source's article, an actor, an event, a place, a claim, a question.

    ``base_url`` stands before every address: the site's own, or the way to its root from where the node is put.
    """
    return _MAKERS[type(record)](corpus, record, base_url)


def identifier(record: Record, base_url: str) -> str:
    """What names the thing that a record is about; the address alone names the page about it."""
    return f"{base_url}{url_for(record)}#subject"


def dataset(
    corpus: Corpus, base_url: str, site_name: str, edition: Edition, distribution: Iterable[LinkedNode] = ()
) -> LinkedNode:
    """The whole dossier. ``distribution`` are its downloads, each made by ``download``."""
    counts = [counted(_number(corpus, kind), *map(str.lower, words)) for kind, words in KINDS.items()]
    node = {
        "@type": "Dataset",
        "@id": f"{base_url}data/#dataset",
        "url": f"{base_url}data/",
        "name": site_name,
        "description": f"What published articles say on one subject, side by side: {', '.join(counts)}.",
        "license": DATA_LICENCE.url,
        "isAccessibleForFree": True,
        "version": edition.name,
        "dateModified": edition.date,
        "isBasedOn": [_named(source, SOURCES[source.type], base_url) for source in corpus.of(Source)],
        "distribution": list(distribution),
    }
    return _known(node)


def download(name: str, title: str, media_type: str, size: int, sha256: str, base_url: str) -> LinkedNode:
    """A file under ``data/`` in which the dossier can be had."""
    return {
        "@type": "DataDownload",
        "name": title,
        "contentUrl": f"{base_url}data/{name}",
        "encodingFormat": media_type,
        "contentSize": f"{size} B",
        "sha256": sha256,
    }


def web_page(
    address: str,
    title: str,
    description: str,
    base_url: str,
    site_name: str,
    edition: Edition,
    about: Record | None = None,
) -> LinkedNode:
    """A page of the site; ``about`` is the record whose page it is."""
    node = {
        "@type": "WebPage",
        "@id": f"{base_url}{address}",
        "url": f"{base_url}{address}",
        "name": title,
        "description": description,
        "license": DATA_LICENCE.url,
        "version": edition.name,
        "dateModified": edition.date,
        "isPartOf": {"@type": "WebSite", "@id": f"{base_url}#site", "name": site_name, "url": base_url},
        "mainEntity": {"@id": identifier(about, base_url)} if about else None,
    }
    return _known(node)


def _number(corpus: Corpus, kind: str) -> int:
    return sum(record.kind_of_record == kind for record in corpus.records.values())


def _known(node: LinkedNode) -> LinkedNode:
    """The node without what is not known."""
    return {key: value for key, value in node.items() if value not in (None, "", [])}


def _source(corpus: Corpus, source: Source, base_url: str) -> LinkedNode:
    type_ = SOURCES[source.type]
    container = {"@type": CONTAINERS.get(type_, "CreativeWork"), "name": source.container_title}
    return _known(
        _subject(source, type_, base_url)
        | {
            "name": source.title,
            "headline": source.title,
            "alternateName": source.label,
            "url": source.URL,
            "author": [_author(one) for one in source.author],
            "datePublished": _point(source.issued.text) if source.issued else None,
            "isPartOf": container if source.container_title else None,
            "publisher": {"@type": "Organization", "name": source.publisher} if source.publisher else None,
            "description": without_marks(source.perspective, corpus.name_of),
            "isBasedOn": _ids(corpus, source.derives_from, base_url),
        }
    )


def _author(author: Author) -> LinkedNode:
    if author.literal:
        return {"@type": "Organization", "name": author.literal}
    name = " ".join(filter(None, (author.given, author.family)))
    return _known({"@type": "Person", "name": name, "givenName": author.given, "familyName": author.family})


def _actor(corpus: Corpus, actor: Actor, base_url: str) -> LinkedNode:
    return _known(_subject(actor, ACTORS.get(actor.type, "Organization"), base_url) | _names(corpus, actor))


def _place(corpus: Corpus, place: Place, base_url: str) -> LinkedNode:
    at = place.coordinates
    node = {
        "containedInPlace": _ids(corpus, place.within, base_url),
        "address": {"@type": "PostalAddress", "addressCountry": place.country} if place.country else None,
        "geo": {"@type": "GeoCoordinates", "latitude": at.lat, "longitude": at.lon} if at else None,
    }
    return _known(_subject(place, PLACES.get(place.type, "Place"), base_url) | _names(corpus, place) | node)


def _names(corpus: Corpus, record: Named) -> LinkedNode:
    others = [
        name.text if name.lang == "en" else {"@value": name.text, "@language": name.lang}
        for name in record.names
        if name.kind != "primary"
    ]
    summary = without_marks(record.summary, corpus.name_of) if record.summary else None
    return {"name": record.heading, "alternateName": others, "description": summary}


def _event(corpus: Corpus, event: Event, base_url: str) -> LinkedNode:
    # The vocabulary has room for one date: where sources differ, none is chosen.
    start, end = _ends(event.dated[0].date) if len(event.dated) == 1 else (None, None)
    return _known(
        _subject(event, "Event", base_url)
        | {
            "name": event.title,
            "description": without_marks(event.summary, corpus.name_of) if event.summary else None,
            "startDate": start,
            "endDate": end,
            "location": _things(corpus, event.places, base_url),
            "about": _things(corpus, event.actors, base_url),
            "subjectOf": _ids(corpus, event.told_by, base_url),
        }
    )


def _claim(corpus: Corpus, claim: Claim, base_url: str) -> LinkedNode:
    source = corpus.source(claim.source)
    said_by = _things(corpus, [claim.said_by], base_url) if claim.said_by else [_author(one) for one in source.author]
    return _known(
        _subject(claim, "Claim", base_url)
        | {
            "text": claim.text,
            "author": said_by,
            "appearance": [
                _work(source, base_url),
                *(_paragraph(claim, number, base_url) for number in claim.paragraphs),
            ],
            "about": _things(corpus, claim.about, base_url),
            "isBasedOn": _ids(corpus, claim.repeats, base_url),
            "cito:disputes": _ids(corpus, claim.disputes, base_url),
            "cito:supports": _ids(corpus, claim.supports, base_url),
        }
    )


def _work(source: Source, base_url: str) -> LinkedNode:
    return _known({**_named(source, SOURCES[source.type], base_url), "url": source.URL})


def _paragraph(claim: Claim, number: int, base_url: str) -> LinkedNode:
    address = base_url + paragraph_url(claim.source, number)
    return {"@type": "WebPageElement", "@id": address, "url": address, "name": f"Paragraph {number}"}


def _question(corpus: Corpus, question: Question, base_url: str) -> LinkedNode:
    answers = []
    for taken in corpus.positions(question):
        address = base_url + position_url(question, taken.position)
        text = without_marks(taken.position.label, corpus.name_of)
        cited = [{"@id": identifier(claim, base_url)} for claim in taken.claims]
        answers.append({"@type": "Answer", "@id": address, "url": address, "text": text, "citation": cited})
    return _known(
        _subject(question, "Question", base_url)
        | {
            "name": question.title,
            "text": question.title,
            "about": _things(corpus, question.about, base_url),
            "answerCount": len(answers),
            "suggestedAnswer": answers,
        }
    )


def _subject(record: Record, type_: str, base_url: str) -> LinkedNode:
    return {
        "@type": type_,
        "@id": identifier(record, base_url),
        "identifier": record.id,
        "mainEntityOfPage": base_url + url_for(record),
    }


def _named(record: Record, type_: str, base_url: str) -> LinkedNode:
    return {"@type": type_, "@id": identifier(record, base_url), "name": record.heading}


def _things(corpus: Corpus, keys: Iterable[str], base_url: str) -> list[LinkedNode]:
    """Other records by name, so that a node can be read alone."""
    return [{"@id": identifier(corpus.records[key], base_url), "name": corpus.name_of(key)} for key in keys]


def _ids(corpus: Corpus, keys: Iterable[str], base_url: str) -> list[LinkedNode]:
    return [{"@id": identifier(corpus.records[key], base_url)} for key in keys]


def _ends(date: Edtf) -> tuple[Any, Any]:
    """The two ends of a period; of a single date only the first."""
    start, _, end = date.text.partition("/")
    return _point(start), _point(end)


def _point(text: str) -> Any:
    """An exact date as ISO 8601 has it, any other as a value of type EDTF, so that its doubt is not lost."""
    if text in ("", ".."):
        return None
    return text if ISO.fullmatch(text) else {"@value": text, "@type": "edtf"}


_MAKERS: dict[type[Record], Callable[[Corpus, Any, str], LinkedNode]] = {
    Source: _source,
    Actor: _actor,
    Event: _event,
    Place: _place,
    Claim: _claim,
    Question: _question,
}
