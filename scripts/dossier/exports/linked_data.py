"""Records, pages and the whole dossier in the vocabulary of schema.org, as JSON-LD.

Names and types are stated plainly, and of an event the place and the part in it of whom a source says so without an
allegation while nobody contests it; its date where that is so and no source gives another. Everything that a source
says is a ``Claim`` that appears in it, and no claim is rated: a ``ClaimReview`` would demand a verdict. How each
statement of a record stands is said by ``linked_statements``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from dossier.corpus.corpus import Corpus
from dossier.corpus.judged_events import judged_event
from dossier.corpus.standing import Standing
from dossier.editions.state import Edition
from dossier.exports.linked_nodes import LinkedNode, ends, identifier, ids, in_context, point, subject, things
from dossier.exports.statements import SAID, StatedEvent, stated_event
from dossier.model.addresses import paragraph_url, position_url
from dossier.model.licence import DATA_LICENCE
from dossier.model.place import COUNTRY
from dossier.model.records import Actor, Author, Claim, Elsewhere, Event, Named, Place, Question, Record, Source
from dossier.model.vocabulary import KINDS, counted

__all__ = ["LinkedNode", "covered", "dataset", "download", "identifier", "in_context", "linked", "web_page"]

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


def linked(corpus: Corpus, record: Record, base_url: str) -> LinkedNode:
    """What a record is about: a source's article, an actor, an event, a place, a claim, a question.

    ``base_url`` stands before every address: the site's own, or the way to its root from where the node is put.
    """
    return _MAKERS[type(record)](corpus, record, base_url)


def dataset(
    corpus: Corpus,
    base_url: str,
    site_name: str,
    edition: Edition,
    distribution: Iterable[LinkedNode] = (),
    places: Iterable[Place] = (),
) -> LinkedNode:
    """The whole dossier. ``distribution`` are its downloads, each made by ``download``; ``places`` those it covers."""
    counts = [counted(_number(corpus, kind), *map(str.lower, words)) for kind, words in KINDS.items()]
    node = {
        "@type": "Dataset",
        "@id": f"{base_url}data/#dataset",
        "url": f"{base_url}data/",
        "name": site_name,
        "description": f"What published articles say on one subject, side by side: {', '.join(counts)}.",
        "license": DATA_LICENCE.url,
        "isAccessibleForFree": True,
        "creator": {"@type": "Organization", "name": site_name, "url": base_url},
        "version": edition.name,
        "datePublished": edition.date,
        "dateModified": edition.date,
        "temporalCoverage": _years(corpus),
        "spatialCoverage": [_covered(place, base_url) for place in places],
        "isBasedOn": [_named(source, SOURCES[source.type], base_url) for source in corpus.of(Source)],
        "distribution": list(distribution),
    }
    return _known(node)


def _years(corpus: Corpus) -> str | None:
    """The first and the last year of the events that a source dates and not all of them reject."""
    dates = [one.said.when for event in corpus.of(Event) for one in judged_event(corpus, event).dates]
    first = min((one.earliest.year for one in dates if one.earliest), default=None)
    last = max((one.latest.year for one in dates if one.latest), default=None)
    return f"{first}/{last}" if first and last else None


def covered(corpus: Corpus) -> list[Place]:
    """The countries that the dossier covers; where it has none, the places that lie in no other."""
    places = corpus.of(Place)
    return [one for one in places if one.type == COUNTRY] or [one for one in places if not one.within]


def _covered(place: Place, base_url: str) -> LinkedNode:
    return _named(place, PLACES.get(place.type, "Place"), base_url)


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
        subject(source, type_, base_url)
        | {
            "name": source.title,
            "headline": source.title,
            "alternateName": source.label,
            "url": source.URL,
            "author": [_author(one) for one in source.author],
            "datePublished": point(source.issued.text) if source.issued else None,
            "inLanguage": source.language,
            "isPartOf": container if source.container_title else None,
            "publisher": {"@type": "Organization", "name": source.publisher} if source.publisher else None,
            "description": corpus.plain(source.perspective),
            "isBasedOn": ids(corpus, source.derives_from, base_url),
        }
    )


def _author(author: Author) -> LinkedNode:
    if author.literal:
        return {"@type": "Organization", "name": author.literal}
    name = " ".join(filter(None, (author.given, author.family)))
    return _known({"@type": "Person", "name": name, "givenName": author.given, "familyName": author.family})


def _actor(corpus: Corpus, actor: Actor, base_url: str) -> LinkedNode:
    return _known(subject(actor, ACTORS.get(actor.type, "Organization"), base_url) | _names(corpus, actor))


def _place(corpus: Corpus, place: Place, base_url: str) -> LinkedNode:
    at = place.coordinates
    node = {
        "containedInPlace": ids(corpus, place.within, base_url),
        "address": {"@type": "PostalAddress", "addressCountry": place.country} if place.country else None,
        "geo": {"@type": "GeoCoordinates", "latitude": at.lat, "longitude": at.lon} if at else None,
    }
    return _known(subject(place, PLACES.get(place.type, "Place"), base_url) | _names(corpus, place) | node)


def _names(corpus: Corpus, record: Named) -> LinkedNode:
    others = [
        name.text if name.lang == "en" else {"@value": name.text, "@language": name.lang}
        for name in record.names
        if name.kind != "primary"
    ]
    summary = corpus.plain(record.summary) if record.summary else None
    codes = [_coded(one) for one in record.elsewhere if not one.address]
    return {
        "name": record.heading,
        "alternateName": others,
        "description": summary,
        "identifier": [record.id, *codes] if codes else record.id,
        "sameAs": [{"@id": one.address} for one in record.elsewhere if one.address],
    }


def _coded(one: Elsewhere) -> LinkedNode:
    """An identifier that is a code without an address."""
    return {"@type": "PropertyValue", "propertyID": one.label, "value": one.identifier}


def _event(corpus: Corpus, event: Event, base_url: str) -> LinkedNode:
    told = stated_event(corpus, event)
    start, end = _plain_date(told)
    is_said = told.happened.standing in SAID
    places = [one.said.place for one in told.placed if is_said and one.standing in SAID]
    actors = [one.said.actor for one in told.participants if is_said and one.standing in SAID]
    return _known(
        subject(event, "Event", base_url)
        | {
            "name": event.title,
            "description": corpus.plain(event.summary) if event.summary else None,
            "startDate": start,
            "endDate": end,
            "location": things(corpus, dict.fromkeys(places), base_url),
            "about": things(corpus, dict.fromkeys(actors), base_url),
            "subjectOf": ids(corpus, event.told_by, base_url),
            "dossier:standing": str(told.happened.standing),
        }
    )


def _plain_date(told: StatedEvent) -> tuple[Any, Any]:
    """The ends of the date of an event; none where sources differ, for the vocabulary has room for one."""
    dates = [one for one in told.dated if one.standing != Standing.REJECTED]
    firm = len(dates) == 1 and {told.happened.standing, dates[0].standing} <= SAID
    return ends(dates[0].said.date) if firm else (None, None)


def _claim(corpus: Corpus, claim: Claim, base_url: str) -> LinkedNode:
    source = corpus.source(claim.source)
    said_by = things(corpus, [claim.said_by], base_url) if claim.said_by else [_author(one) for one in source.author]
    return _known(
        subject(claim, "Claim", base_url)
        | {
            "text": claim.text,
            "author": said_by,
            "appearance": [
                _work(source, base_url),
                *(_paragraph(claim, number, base_url) for number in claim.paragraphs),
            ],
            "about": things(corpus, claim.about, base_url),
            "isBasedOn": ids(corpus, claim.repeats, base_url),
            "cito:disputes": ids(corpus, claim.disputes, base_url),
            "cito:supports": ids(corpus, claim.supports, base_url),
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
        text = corpus.plain(taken.position.label)
        cited = [{"@id": identifier(claim, base_url)} for claim in taken.claims]
        answers.append({"@type": "Answer", "@id": address, "url": address, "text": text, "citation": cited})
    return _known(
        subject(question, "Question", base_url)
        | {
            "name": question.title,
            "text": question.title,
            "about": things(corpus, question.about, base_url),
            "answerCount": len(answers),
            "suggestedAnswer": answers,
        }
    )


def _named(record: Record, type_: str, base_url: str) -> LinkedNode:
    return {"@type": type_, "@id": identifier(record, base_url), "name": record.heading}


_MAKERS: dict[type[Record], Callable[[Corpus, Any, str], LinkedNode]] = {
    Source: _source,
    Actor: _actor,
    Event: _event,
    Place: _place,
    Claim: _claim,
    Question: _question,
}
