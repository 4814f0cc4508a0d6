"""The whole dossier as one JSON document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict

from dossier.corpus.corpus import Corpus
from dossier.editions.state import Edition
from dossier.exports.paragraphs import paragraphs
from dossier.exports.records import Fields, fields_of, terms
from dossier.exports.standing_json import standings_of_all
from dossier.model.addresses import SECTIONS


def dossier_json(
    corpus: Corpus, fields: Mapping[str, Fields], *, base_url: str, site_name: str, edition: Edition
) -> Fields:
    """Every record under the section in which its page lives, so that its page is at ``url`` + section + id.

    Besides them ``standings`` (how the statements of each record stand, by its id), ``paragraphs`` (source, number,
    text), ``redirects``, ``page_redirects``, ``position_redirects``, ``corrections`` and ``phases``.
    """
    sections: dict[str, list[Fields]] = {section: [] for section in SECTIONS.values()}
    for record in corpus.records.values():
        sections[SECTIONS[record.kind_of_record]].append(fields[record.id])
    return {
        "title": site_name,
        "url": base_url or "../",
        **terms(edition),
        **sections,
        "standings": standings_of_all(corpus),
        "paragraphs": [asdict(paragraph) for paragraph in paragraphs(corpus)],
        "redirects": [fields_of(redirect) for redirect in corpus.redirects.values()],
        "page_redirects": [fields_of(redirect) for redirect in corpus.page_redirects.items],
        "position_redirects": [fields_of(redirect) for redirect in corpus.position_redirects.items],
        "corrections": [fields_of(correction) for correction in corpus.corrections],
        "phases": [fields_of(phase) for phase in corpus.phases.items],
    }
