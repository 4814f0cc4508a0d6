"""The sentence of a claim on the real dossier. See decision 0102 for what was measured."""

from __future__ import annotations

import pytest

from dossier.corpus.carrying_sentence import sentence_of
from dossier.corpus.corpus import Corpus
from dossier.load import load
from dossier.model.records import Claim
from tests.support.paths import ROOT

# Read by hand, among them those that are said of one matter, which another sentence names.
READ = {
    "ahmadzai-2022-c131": 5,
    "ahmadzai-2022-c39": 5,
    "ahmadzai-2022-c70": 2,
    "ahmadzai-2022-c124": 5,
    "anp-iskp-profile-c06": 3,
    "anp-iskp-profile-c32": 12,
    "anp-iskp-profile-c43": 5,
    "azamy-weir-2015-c107": 3,
    "azamy-weir-2015-c133": 2,
    "azamy-weir-2015-c72": 4,
    "hussain-ahmad-2021-c08": 7,
    "hussain-ahmad-2021-c31": 8,
    "sayeh-2024-c39": 2,
    "sayeh-2024-c76": 2,
}


@pytest.fixture(scope="module")
def records() -> Corpus:
    return load(ROOT)


def test_the_sentences_that_were_read_are_found(records: Corpus) -> None:
    claims = map(records.claim, READ)
    assert {one.id: sentence_of(records, one, one.paragraphs[0]) for one in claims} == READ


def test_nearly_every_claim_has_a_sentence(records: Corpus) -> None:
    claims = records.of(Claim)
    found = [one for one in claims if sentence_of(records, one, one.paragraphs[0])]
    assert len(found) > len(claims) * 0.94
