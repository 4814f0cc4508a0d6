"""The JSON of each record: what stands beside its page, for programs."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from pydantic_core import to_json

from dossier.corpus.corpus import Corpus
from dossier.editions.state import Edition
from dossier.exports.card import card_of
from dossier.exports.standing_json import Fields, standing_json
from dossier.model.addresses import redirect_url, root_of, url_for
from dossier.model.licence import ARTICLES, DATA_LICENCE
from dossier.model.records import Model, Record, Redirect

UNSAID = {"capture"}

__all__ = [
    "Fields",
    "all_fields",
    "fields_of",
    "json_text",
    "record_file",
    "record_json",
    "redirect_json",
    "terms",
]


def fields_of(model: Model) -> Fields:
    """What a record says, under the keys of its YAML and ready for JSON.

    Dates are EDTF text, what the curator may leave out has its default, and what is not known is left out. So is how a
    capture was numbered: only who works on the records has a use for that.
    """
    return model.model_dump(mode="json", exclude_none=True, exclude=UNSAID)


def all_fields(corpus: Corpus) -> dict[str, Fields]:
    """The fields of every record by its id."""
    return {key: fields_of(record) for key, record in corpus.records.items()}


def terms(edition: Edition) -> Fields:
    """What every download says of its licence and its edition; made once for all that is written."""
    return {"licence": {**asdict(DATA_LICENCE), "articles": ARTICLES}, "edition": asdict(edition)}


def record_json(record: Record, base_url: str, said: Fields, standing: Fields | None = None) -> Fields:
    """The record alone: ``id``, ``kind`` of record, ``url``, ``licence``, ``edition``; in ``record`` its own fields.

    ``said`` are the ``terms``; ``standing`` is how its statements stand, and is left out where it has none. Its own
    fields stand apart because claims and questions have a ``kind`` of their own, and because a curator wrote them.
    Where ``base_url`` is empty the address leads from ``index.json`` back to the page beside it.
    """
    address = url_for(record)
    told = {
        "id": record.id,
        "kind": record.kind_of_record,
        "url": (base_url or root_of(address)) + address,
        **said,
        "record": fields_of(record),
    }
    return told if standing is None else {**told, "standing": standing}


def redirect_json(corpus: Corpus, redirect: Redirect, base_url: str, said: Fields) -> Fields:
    """What stands in the place of a record that is gone: as for a record, with ``redirect`` instead of ``record``.

    ``redirect`` has ``title``, ``said`` and ``date`` as far as they are known, ``reason`` and ``why``; where another
    stands in its place, ``to`` and ``url`` of that one.
    """
    address = redirect_url(redirect)
    base = base_url or root_of(address)
    told = redirect.model_dump(mode="json", exclude_none=True, include={"title", "said", "reason", "why", "date"})
    if redirect.to:
        told |= {"to": redirect.to, "url": base + url_for(corpus.records[redirect.to])}
    return {"id": redirect.id, "kind": redirect.kind, "url": base + address, **said, "redirect": told}


def record_file(corpus: Corpus, record: Record, base_url: str, said: Fields) -> str:
    """The text of a record's ``index.json``.

    It has the record in a few words too, as a ``RecordCard`` in ``brief``: the card beside a link shows these.
    """
    told = record_json(record, base_url, said, standing_json(corpus, record))
    return json_text({**told, "brief": card_of(corpus, record)})


def redirect_file(corpus: Corpus, redirect: Redirect, base_url: str, said: Fields) -> str:
    """The text of the ``index.json`` in the place of a record that is gone."""
    return json_text(redirect_json(corpus, redirect, base_url, said))


def json_text(value: Any) -> str:
    """Indented JSON that ends in a line feed, letters of all scripts as they are."""
    return to_json(value, indent=2).decode() + "\n"
