"""Each claim stands in a paragraph that its article has, and carries the id of its source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.checking import causes
from dossier.corpus.corpus import Corpus
from dossier.model.addresses import paragraph_url
from dossier.model.records import Claim, Source
from dossier.problems import Problem


def check(corpus: Corpus) -> Iterator[Problem]:
    complete = {source.id: causes.is_complete(corpus, source.id) for source in corpus.of(Source)}
    published = frozenset(corpus.permalinks)
    for claim in corpus.of(Claim):
        if not re.fullmatch(rf"{re.escape(claim.source)}-c\d{{2,4}}", claim.id):
            hint = f"write {claim.source}-c01, -c02 and so on"
            # Where the file is named after no source, its name is at fault.
            cause = "" if corpus.knows(claim.source) else causes.record(corpus, claim.source)
            yield corpus.location(claim.id, ("id",), "claim-id", f'"{claim.id}" does not name its source', hint, cause)
        article = corpus.article(claim.source)
        if article is None or claim.source not in complete:
            continue
        for place, number in enumerate(claim.paragraphs):
            if number not in article.paragraphs:
                message = f"{article.file} has no paragraph {number}"
                gone = not complete[claim.source] or paragraph_url(claim.source, number) in published
                cause = causes.article(claim.source) if gone else ""
                hint = f"its last is {max(article.paragraphs, default=0)}"
                yield corpus.location(claim.id, ("paragraphs", place), "claim-paragraphs", message, hint, cause)
