"""What linked data are made of: their context, the names of things, and dates."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from dossier.corpus.corpus import Corpus
from dossier.model.addresses import url_for
from dossier.model.records import Record
from dossier.text.edtf import Edtf

LinkedNode = dict[str, Any]

# What no known vocabulary has: how a statement stands, and the dossier's own types of roles and relations.
NAMESPACE = "urn:dossier:"
CONTEXT: LinkedNode = {
    "@vocab": "https://schema.org/",
    "cito": "http://purl.org/spar/cito/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dossier": NAMESPACE,
    "edtf": "http://id.loc.gov/datatypes/edtf/EDTF",
    **{name: {"@type": "@id"} for name in ("url", "mainEntityOfPage", "license", "contentUrl")},
}
ISO = re.compile(r"\d{4}(-(?!2[1-4])\d{2}(-\d{2})?)?")


def in_context(*nodes: LinkedNode) -> LinkedNode:
    """A JSON-LD document of these nodes. Its context is its own, so that nothing has to be fetched to read it."""
    return {"@context": CONTEXT, "@graph": list(nodes)}


def identifier(record: Record, base_url: str) -> str:
    """What names the thing that a record is about; the address alone names the page about it."""
    return f"{base_url}{url_for(record)}#subject"


def subject(record: Record, type_: str, base_url: str) -> LinkedNode:
    return {
        "@type": type_,
        "@id": identifier(record, base_url),
        "identifier": record.id,
        "mainEntityOfPage": base_url + url_for(record),
    }


def things(corpus: Corpus, keys: Iterable[str], base_url: str) -> list[LinkedNode]:
    """Other records by name, so that a node can be read alone."""
    return [{"@id": identifier(corpus.records[key], base_url), "name": corpus.name_of(key)} for key in keys]


def ids(corpus: Corpus, keys: Iterable[str], base_url: str) -> list[LinkedNode]:
    return [{"@id": identifier(corpus.records[key], base_url)} for key in keys]


def ends(date: Edtf) -> tuple[Any, Any]:
    """The two ends of a period; of a single date only the first."""
    start, _, end = date.text.partition("/")
    return point(start), point(end)


def point(text: str) -> Any:
    """An exact date as ISO 8601 has it, any other as a value of type EDTF, so that its doubt is not lost."""
    if text in ("", ".."):
        return None
    return text if ISO.fullmatch(text) else {"@value": text, "@type": "edtf"}
