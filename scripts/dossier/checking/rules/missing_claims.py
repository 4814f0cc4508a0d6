"""A source whose claims are named, or were published, has its file of claims."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.checking import causes
from dossier.corpus.corpus import Corpus
from dossier.model.vocabulary import counted
from dossier.problems import Problem


def check(corpus: Corpus) -> Iterator[Problem]:
    named: dict[str, set[str]] = {}
    for key in causes.missing_claims(corpus):
        if causes.is_claimless(corpus, source := causes.source_of_claim(key)):
            named.setdefault(source, set()).add(key)
    for source, keys in named.items():
        file = f"data/claims/{source}.yaml"
        message = f'no claims of "{source}", of which {counted(len(keys), "is", "are")} named or published'
        hint = f"bring {file} back, or mend its name"
        yield Problem(file, 1, 1, "missing-claims", message, hint=hint, cause=causes.claims(source))
