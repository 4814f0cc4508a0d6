"""What records state by claims, as statements of RDF: what is said of what, how it stands, and the claims behind it.

A reader of RDF does not take such a statement for made, which is right for what is alleged, contested or rejected.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from dossier.corpus.corpus import Corpus
from dossier.corpus.standing import SourceStanding
from dossier.exports.linked_nodes import LinkedNode, identifier
from dossier.exports.statements import Stated, stated_event, stated_relations
from dossier.model.records import Actor, Event, Record

LOCATION = "https://schema.org/location"


def linked_statements(corpus: Corpus, record: Record, base_url: str) -> list[LinkedNode]:
    """The relations of an actor, and when and where an event happened and who took part; none of other records.

    The predicate of a relation is named as its type, that of a participant as the role.
    """
    if isinstance(record, Actor):
        return list(_relations(corpus, record, base_url))
    return list(_of_event(corpus, record, base_url)) if isinstance(record, Event) else []


def _relations(corpus: Corpus, actor: Actor, base_url: str) -> Iterator[LinkedNode]:
    for one in stated_relations(corpus, actor):
        node = _statement(actor, f"dossier:{one.said.type}", _thing(corpus, one.said.to, base_url), one, base_url)
        yield node | ({"temporalCoverage": _date(str(one.said.period))} if one.said.period else {})


def _of_event(corpus: Corpus, event: Event, base_url: str) -> Iterator[LinkedNode]:
    told = stated_event(corpus, event)
    for date in told.dated:
        node = _statement(event, "dossier:date", _date(str(date.said.date)), date, base_url)
        yield node | ({"dossier:asGiven": date.said.as_given} if date.said.as_given else {})
    for place in told.placed:
        yield _statement(event, LOCATION, _thing(corpus, place.said.place, base_url), place, base_url)
    for one in told.participants:
        yield _statement(event, f"dossier:{one.said.role}", _thing(corpus, one.said.actor, base_url), one, base_url)


def _statement(about: Record, predicate: str, what: LinkedNode, one: Stated[Any], base_url: str) -> LinkedNode:
    voices = {
        "dossier:carriedBy": one.judged.carried_by,
        "dossier:rejectedBy": one.judged.rejected_by,
        "dossier:deniedBy": one.judged.denied_by,
    }
    return {
        "@type": "rdf:Statement",
        "rdf:subject": {"@id": identifier(about, base_url)},
        "rdf:predicate": {"@id": predicate},
        "rdf:object": what,
        "dossier:standing": str(one.standing),
        **{key: _claims(sources, base_url) for key, sources in voices.items() if sources},
    }


def _thing(corpus: Corpus, key: str, base_url: str) -> LinkedNode:
    return {"@id": identifier(corpus.records[key], base_url)}


def _claims(sources: Iterable[SourceStanding], base_url: str) -> list[LinkedNode]:
    return [{"@id": identifier(claim, base_url)} for one in sources for claim in one.claims]


def _date(text: str) -> LinkedNode:
    return {"@value": text, "@type": "edtf"}
