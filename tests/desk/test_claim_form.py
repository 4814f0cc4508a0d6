from __future__ import annotations

from typing import Any

import pytest

from dossier.desk.claim_form import ClaimForm, claim_form, claim_of
from dossier.desk.sent import FormError

SENT: dict[str, Any] = {
    "source": "tarn-1931",
    "text": " The  guild had 90 keepers.\n",
    "kind": "figure",
    "certainty": "stated",
    "said_by": "",
    "paragraphs": [2],
    "anchor": {"from": "some ninety", "to": "the lamps"},
    "about": ["lamp-guild", " "],
    "value": {"low": "90", "high": "90", "unit": "keepers", "approximate": True, "as_of": ""},
    "answers": ["how-many-keepers#ninety"],
    "disputes": [],
}


def test_a_form_says_what_its_file_would_say_and_nothing_empty() -> None:
    assert claim_form(SENT).said == {
        "text": "The guild had 90 keepers.",
        "kind": "figure",
        "certainty": "stated",
        "paragraphs": ["2"],
        "anchor": {"from": "some ninety", "to": "the lamps"},
        "about": ["lamp-guild"],
        "value": {"low": "90", "high": "90", "unit": "keepers", "approximate": "true"},
        "answers": [{"question": "how-many-keepers", "position": "ninety"}],
    }


def test_what_it_names_and_where_it_stands() -> None:
    form = claim_form({**SENT, "said_by": "harbour-board"})
    assert form.named == ("lamp-guild", "harbour-board")
    assert form.numbers == [2]
    assert form.file == "data/claims/tarn-1931.yaml"
    assert ClaimForm("a", "", {}).part("value") == {}


def test_it_becomes_a_claim() -> None:
    claim, problems = claim_of(claim_form(SENT), "tarn-1931-c08")
    assert problems == []
    assert claim
    assert (claim.id, claim.source, claim.value and claim.value.low) == ("tarn-1931-c08", "tarn-1931", 90)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"text": ""}, "text"),
        ({"about": []}, "about"),
        ({"value": {"low": "90"}}, "value"),
        ({"value": {"date": "1903-13"}}, "value.date"),
        ({"anchor": {"from": "one two three four five six", "to": "x"}}, "anchor.from"),
        ({"text": "A <b>bold</b> claim: with a colon # and a mark."}, "text"),
    ],
)
def test_what_is_wrong_is_told_at_its_field(change: dict[str, Any], field: str) -> None:
    claim, problems = claim_of(claim_form({**SENT, **change}), "tarn-1931-c08")
    assert claim is None
    assert field in [problem.field for problem in problems]


@pytest.mark.parametrize("change", [{"text": []}, {"about": "lamp-guild"}, {"anchor": "words"}, {"about": [{}]}])
def test_another_shape_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(FormError):
        claim_form({**SENT, **change})
