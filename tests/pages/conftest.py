"""What the tests of views share: the context of the invented dossier."""

from __future__ import annotations

import pytest

from dossier.corpus.corpus import Corpus
from dossier.pages.context import Context, context_of


@pytest.fixture(scope="session")
def context(mini: Corpus) -> Context:
    return context_of(mini)
