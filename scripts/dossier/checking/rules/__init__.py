"""The editorial rules, one a module. Each has ``check(corpus)`` and a test of the same name."""

from __future__ import annotations

from dataclasses import replace

from dossier.checking.rules import (
    article_paragraphs,
    asked_twice,
    claim_paragraphs,
    claim_relations,
    conflicting_figures,
    counts,
    document_markup,
    essay_citations,
    missing_claims,
    outside,
    permalinks,
    phases,
    place_circles,
    placeholders,
    question_positions,
    question_themes,
    quotations,
    record_markup,
    redirects,
    references,
    repeated_ids,
    shared_identifiers,
    statements,
    summary_citations,
    types,
)
from dossier.corpus.corpus import Corpus
from dossier.problems import Problem, Stage, first

RULES = (
    article_paragraphs,
    missing_claims,
    permalinks,
    references,
    repeated_ids,
    shared_identifiers,
    place_circles,
    types,
    redirects,
    phases,
    outside,
    asked_twice,
    placeholders,
    claim_paragraphs,
    claim_relations,
    statements,
    conflicting_figures,
    question_positions,
    question_themes,
    counts,
    summary_citations,
    essay_citations,
    document_markup,
    record_markup,
    quotations,
)
STAGES = {
    article_paragraphs: Stage.ARTICLE,
    missing_claims: Stage.ARTICLE,
    permalinks: Stage.ADDRESS,
    placeholders: Stage.RECORD,
    counts: Stage.PROSE,
    summary_citations: Stage.PROSE,
    essay_citations: Stage.PROSE,
    document_markup: Stage.PROSE,
    record_markup: Stage.PROSE,
    quotations: Stage.PROSE,
}
"""What the problems of a rule are; of a rule that is not named, those of links between records."""


def check(corpus: Corpus) -> list[Problem]:
    """What every rule finds, in the rules' order; of too much that one finds, the first."""
    return [
        replace(problem, stage=STAGES.get(rule, Stage.LINK)) for rule in RULES for problem in first(rule.check(corpus))
    ]
