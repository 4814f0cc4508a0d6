from __future__ import annotations

import pytest

from dossier.corpus.carrying_sentence import carrying, sentence_of
from dossier.corpus.corpus import Corpus
from dossier.model.records import Claim
from dossier.text.sentences import sentences

TOLD = (
    "On 24 May the [[board|Board]] issued a recording, 56 minutes long, on the lamps of Brisa. "
    "It claimed that the guild shields the harbour from the Board, and that oil is dear. "
    "Nobody answered."
)


def claim(mini: Corpus, text: str, about: tuple[str, ...] = ()) -> Claim:
    fields = {"text": text, "about": about, "said_by": None, "anchor": mini.claim("tarn-1931-c05").anchor}
    return mini.claim("tarn-1931-c05").model_copy(update=fields)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The recording of the Board is 56 minutes long.", 1),
        ("Oil is dear.", 2),
        ("Nobody gave an answer.", 3),
        ("A ferry sank in the spring.", 0),
    ],
)
def test_a_claim_is_carried_by_the_sentence_that_shares_most_with_it(mini: Corpus, text: str, number: int) -> None:
    one = claim(mini, text)
    assert carrying(one, [one], sentences(TOLD)) == number


def test_what_the_claims_of_a_paragraph_share_says_little(mini: Corpus) -> None:
    matter = "The Board claimed in a recording of 24 May on the lamps of Brisa that"
    shields, dear = claim(mini, f"{matter} the guild shields the harbour."), claim(mini, f"{matter} oil is dear.")
    length = claim(mini, "The recording of 24 May on the lamps of Brisa is 56 minutes long.")
    told = sentences(TOLD)
    assert [carrying(one, [length, shields, dear], told) for one in (length, shields)] == [1, 2]
    assert carrying(shields, [shields], told) != 2


def test_where_two_sentences_share_as_much_none_is_named(mini: Corpus) -> None:
    one = claim(mini, "The lamp burned.")
    assert carrying(one, [one], sentences("The lamp burned. The lamp burned.")) == 0


def test_the_only_sentence_carries_every_claim(mini: Corpus) -> None:
    one = claim(mini, "A ferry sank.")
    assert carrying(one, [one], sentences("The lamp burned.")) == 1


def test_records_that_claim_and_sentence_name_count(mini: Corpus) -> None:
    one = claim(mini, "It met.", about=("board",))
    told = sentences("They met at [[guild|one place]]. They met at [[board|another]]. They sang.")
    assert carrying(one, [one], told) == 2


def test_the_sentence_of_a_claim_in_its_article(mini: Corpus) -> None:
    assert sentence_of(mini, mini.claim("tarn-1931-c05"), 3) == 2
    assert sentence_of(mini, mini.claim("tarn-1931-c07"), 4) == 1
    assert sentence_of(mini, mini.claim("tarn-1931-c07"), 99) == 0
