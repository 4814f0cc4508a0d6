"""What the pages ask when a reader wants to know what was known by a day: from when what is known, and stood how."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date

from dossier.corpus.corpus import Corpus
from dossier.corpus.known_by import first_known, known_from
from dossier.corpus.relations import all_relations
from dossier.model.records import Actor, Claim, Event, Place, Question, Record, Source
from dossier.pages.choices import relation_standings


def known_days(corpus: Corpus) -> str:
    """As JSON: ``known``, the records by the ISO day from which they are, and ``standings`` of relations by key.

    What is always known stands under no day, and neither do claims: they are known with their source. Of relations
    there are those alone that more sources made stand in another way, as ``data-standings`` has it.
    """
    found: dict[str, list[str]] = {}
    for record in corpus.records.values():
        if not isinstance(record, Claim) and (day := _known_from(corpus, record)):
            found.setdefault(day.isoformat(), []).append(record.id)
    standings = {one.key: said for one in all_relations(corpus) if (said := relation_standings(corpus, one))}
    return json.dumps({"known": dict(sorted(found.items())), "standings": standings}, separators=(",", ":"))


def _known_from(corpus: Corpus, record: Record) -> date | None:
    return known_from(record) if isinstance(record, Source) else first_known(corpus, _claims_on(corpus, record))


def _claims_on(corpus: Corpus, record: Record) -> Iterable[Claim]:
    """The claims without which nobody would know of a record."""
    match record:
        case Event():
            return map(corpus.claim, record.told_by)
        case Question():
            return (claim for one in corpus.positions(record) for claim in (*one.claims, *one.rejecting))
        case Actor() | Place():
            return corpus.claims_about(record.id)
    return ()
