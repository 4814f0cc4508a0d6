"""Each claim stands in a paragraph that its article has, and carries the id of its source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.corpus.corpus import Corpus
from dossier.model.records import Claim
from dossier.problems import Problem


def check(corpus: Corpus) -> Iterator[Problem]:
    for claim in corpus.of(Claim):
        if not re.fullmatch(rf"{re.escape(claim.source)}-c\d{{2,4}}", claim.id):
            hint = f"write {claim.source}-c01, -c02 and so on"
            yield corpus.location(claim.id, ("id",), "claim-id", f'"{claim.id}" does not name its source', hint)
        article = corpus.article(claim.source)
        if article is None:
            continue
        for place, number in enumerate(claim.paragraphs):
            if number not in article.paragraphs:
                message = f"{article.file} has no paragraph {number}"
                hint = f"its last is {max(article.paragraphs, default=0)}"
                yield corpus.location(claim.id, ("paragraphs", place), "claim-paragraphs", message, hint)
