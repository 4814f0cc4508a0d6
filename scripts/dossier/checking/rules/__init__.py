"""The editorial rules, one a module. Each has ``check(corpus)`` and a test of the same name."""

from __future__ import annotations

from dossier.checking.rules import (
    article_paragraphs,
    claim_paragraphs,
    claim_relations,
    conflicting_figures,
    counts,
    document_markup,
    essay_citations,
    permalinks,
    phases,
    place_circles,
    placeholders,
    question_positions,
    quotations,
    record_markup,
    redirects,
    references,
    repeated_ids,
    statements,
    summary_citations,
    types,
)
from dossier.corpus.corpus import Corpus
from dossier.problems import Problem, first

RULES = (
    references,
    repeated_ids,
    place_circles,
    types,
    redirects,
    permalinks,
    phases,
    placeholders,
    article_paragraphs,
    claim_paragraphs,
    claim_relations,
    statements,
    conflicting_figures,
    question_positions,
    counts,
    summary_citations,
    essay_citations,
    document_markup,
    record_markup,
    quotations,
)


def check(corpus: Corpus) -> list[Problem]:
    """What every rule finds, in the rules' order; of too much that one finds, the first."""
    return [problem for rule in RULES for problem in first(rule.check(corpus))]
