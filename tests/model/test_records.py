from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

import pytest
from pydantic import ValidationError

from dossier.corpus.corpus import Corpus
from dossier.model import records, vocabulary
from dossier.model.records import (
    MODELS,
    Actor,
    Anchor,
    Author,
    Claim,
    Coordinates,
    Model,
    Name,
    Question,
    Source,
    Value,
)
from dossier.model.types import ActorType

NAMES = [{"text": "A", "kind": "primary"}]
CLAIM = {
    "id": "a-c01",
    "source": "a",
    "text": "A",
    "kind": "fact",
    "certainty": "stated",
    "paragraphs": ["1"],
    "anchor": {"from": "a", "to": "b"},
    "about": ["a"],
}
# The least that each model takes, and for each of its closed lists the words that a reader meets.
CLOSED: list[tuple[type[Model], dict[str, Any], str, Any]] = [
    (Source, {"id": "a", "title": "A", "label": "A", "perspective": "A"}, "type", None),
    (Name, {"text": "A"}, "kind", vocabulary.NAME_KINDS),
    (Coordinates, {"lat": "1", "lon": "2"}, "precision", vocabulary.PRECISIONS),
    (Claim, CLAIM, "kind", vocabulary.CLAIM_KINDS),
    (Claim, CLAIM, "certainty", vocabulary.CERTAINTIES),
    (
        Question,
        {"id": "a", "title": "A", "positions": [{"id": "a", "label": "A"}] * 2, "why_they_differ": "A"},
        "kind",
        vocabulary.QUESTION_KINDS,
    ),
    (ActorType, {"one": "A", "many": "B"}, "shape", None),
    (records.Redirect, {"id": "a", "kind": "actor", "why": "A"}, "reason", None),
    (records.Redirect, {"id": "a", "reason": "merged", "why": "A"}, "kind", None),
    (records.PageRedirect, {"from": "a/", "why": "A"}, "reason", None),
    (records.PositionRedirect, {"from": "a#b", "why": "A"}, "reason", None),
]


def allowed(model: type[Model], field: str) -> tuple[str, ...]:
    return get_args(model.model_fields[field].annotation)


@pytest.mark.parametrize(("model", "least", "field"), [case[:3] for case in CLOSED])
def test_every_value_of_a_closed_list_is_taken_and_no_other(
    model: type[Model], least: dict[str, Any], field: str
) -> None:
    for value in allowed(model, field):
        assert getattr(model.model_validate({**least, field: value}), field) == value
    with pytest.raises(ValidationError):
        model.model_validate({**least, field: "anything-else"})


@pytest.mark.parametrize(("model", "field", "words"), [(one, field, words) for one, _, field, words in CLOSED if words])
def test_every_value_of_a_closed_list_has_words(model: type[Model], field: str, words: dict[str, object]) -> None:
    assert set(words) == set(allowed(model, field))


def test_no_closed_list_is_left_out_of_these_tests() -> None:
    found = {
        (model, name)
        for model in models(Model)
        for name, field in model.model_fields.items()
        if get_origin(field.annotation) is Literal
    }
    assert found == {(model, field) for model, _, field, _ in CLOSED}


def models(parent: type[Model]) -> Iterator[type[Model]]:
    for child in parent.__subclasses__():
        yield child
        yield from models(child)


def test_the_invented_dossier_uses_every_kind_and_certainty_of_claim(mini: Corpus) -> None:
    claims = mini.of(Claim)
    assert {claim.kind for claim in claims} == set(allowed(Claim, "kind"))
    assert {claim.certainty for claim in claims} == set(allowed(Claim, "certainty"))


@pytest.mark.parametrize("model", [*MODELS.values(), records.Redirect, records.Correction, records.Accepted])
def test_no_model_takes_nothing(model: type[Model]) -> None:
    with pytest.raises(ValidationError):
        model.model_validate({})


def test_records_are_frozen(mini: Corpus) -> None:
    for record in mini.records.values():
        with pytest.raises(ValidationError):
            record.id = "other"  # type: ignore[misc]


def test_records_survive_a_round_trip_through_json(mini: Corpus) -> None:
    for record in mini.records.values():
        assert type(record).model_validate_json(record.model_dump_json()) == record


@pytest.mark.parametrize(
    ("model", "fields", "said"),
    [
        (Author, {}, "needs either `family` (and `given`) or `literal`"),
        (
            records.Redirect,
            {"id": "a", "kind": "actor", "reason": "withdrawn", "why": "A", "said": "B"},
            "`said` is of a claim, and this was of kind actor",
        ),
        (Author, {"family": "A", "literal": "B"}, "needs either `family` (and `given`) or `literal`"),
        (Actor, {"id": "a", "type": "state", "names": []}, "0 primary names"),
        (Actor, {"id": "a", "type": "state", "names": NAMES * 2}, "2 primary names"),
        (Value, {}, "needs either a quantity"),
        (Value, {"unit": "lamps"}, "needs either a quantity"),
        (Value, {"low": "1", "unit": "lamps", "date": "2014"}, "needs either a quantity"),
        (Value, {"low": "1"}, "a quantity without a unit"),
        (Value, {"low": "2000000", "high": "1", "unit": "lamps"}, "high (1) is below low (2000000)"),
        (Value, {"low": "-1", "unit": "lamps"}, "greater than or equal to 0"),
        (Value, {"low": "inf", "unit": "lamps"}, "finite"),
        (Anchor, {"from": "a b c d e f", "to": "g"}, "more than 5 words"),
        (Claim, {**CLAIM, "paragraphs": ["0"]}, "greater than or equal to 1"),
        (Claim, {**CLAIM, "paragraphs": ["1.5"]}, "valid integer"),
        (Claim, {**CLAIM, "id": "A"}, "match pattern"),
        (Claim, {**CLAIM, "id": "a" * 81}, "at most 80"),
        (Claim, {**CLAIM, "text": " \n "}, "empty"),
        (Claim, {**CLAIM, "text": "It is said [@a-c02]"}, "[@a-c02] would be shown as it is written"),
        (Name, {"text": "A", "kind": "alias", "lang": "Persian"}, "match pattern"),
        (Name, {"text": "A", "kind": "alias", "used_by": ["tarn-1931"]}, "match pattern"),
        (Name, {"text": "A", "kind": "alias", "used_by": ["tarn-1931#p0"]}, "match pattern"),
        (Actor, {"id": "a", "type": "A state", "names": NAMES}, "match pattern"),
        (records.Accepted, {"rule": "a", "words": "b", "why": "c"}, "needs either `record` or `file`"),
    ],
)
def test_what_a_model_refuses(model: type[Model], fields: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError) as refused:
        model.model_validate(fields)
    assert said in str(refused.value)


@pytest.mark.parametrize("text", ["<b>", "a <i", "</p>", "<!--", "<?php", "&nbsp;", "&#8238;", "JavaScript:x"])
def test_no_text_holds_html_or_script(text: str) -> None:
    with pytest.raises(ValidationError, match="is not allowed in a text"):
        Claim.model_validate({**CLAIM, "text": text})


@pytest.mark.parametrize("text", ["a < b", "Lamps & Lies", "R&D", "5 <6", "«x»"])
def test_signs_that_are_no_html_are_taken(text: str) -> None:
    assert Claim.model_validate({**CLAIM, "text": text}).text == text


def test_white_space_of_a_text_is_folded() -> None:
    assert Claim.model_validate({**CLAIM, "text": " a\n  b\tc "}).text == "a b c"


@pytest.mark.parametrize("address", ["https://a.b", "https://a.b/c?d=e#f", "https://a.b:8/ü"])
def test_addresses_that_are_taken(address: str) -> None:
    assert address == Source.model_validate({**CLOSED[0][1], "type": "book", "URL": address}).URL


@pytest.mark.parametrize(
    "address",
    [
        *("", "http://a.b", "//a.b", "a.b", "javascript:x", "https:a.b"),
        *("https://a b.c", 'https://a.b/"x', "https://u@a.b", "https://a"),
    ],
)
def test_addresses_that_are_refused(address: str) -> None:
    with pytest.raises(ValidationError, match="https: address"):
        Source.model_validate({**CLOSED[0][1], "type": "book", "URL": address})


def test_values_of_numbers_are_typed() -> None:
    value = Value.model_validate({"low": "85", "high": "95.5", "unit": "lamps", "approximate": "true", "as_of": "1903"})
    assert (value.low, value.high, value.approximate, str(value.as_of)) == (85.0, 95.5, True, "1903")


def test_references_name_every_id_in_a_record_with_its_path(mini: Corpus) -> None:
    fire = [(one.path, one.target, one.kinds) for one in mini.records["great-lamp-fire"].references()]
    assert fire[:2] == [
        (("dated", 0, "claims", 0), "tarn-1931-c05", ("claim",)),
        (("placed", 0, "place"), "north-head", ("place",)),
    ]
    assert fire[3:6] == [
        (("participants", 0, "actor"), "reed-wardens", ("actor",)),
        (("participants", 0, "claims", 0), "tarn-1931-c05", ("claim",)),
        (("participants", 0, "denied_by", 0), "tarn-1931-c06", ("claim",)),
    ]
    assert fire[-1] == (("claims", 3), "quay-2002-c04", ("claim",))
    wardens = [(one.path, one.target) for one in mini.actor("reed-wardens").references()]
    assert wardens[2:5] == [
        (("relations", 0, "to"), "lamp-guild"),
        (("relations", 0, "claims", 0), "tarn-1931-c04"),
        (("relations", 0, "denied_by", 0), "quay-2002-c03"),
    ]


def test_references_leave_no_id_of_a_record_out(mini: Corpus) -> None:
    for record in mini.records.values():
        named = {one.target for one in record.references()} | {record.id}
        for text in texts(record.model_dump(mode="json")):
            assert text in named or text not in mini.records, (record.id, text)


def texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from texts(item)


def test_only_prose_holds_marks(mini: Corpus) -> None:
    for record in mini.records.values():
        prose = {text for _, text in record.prose()}
        marked = {text for text in texts(record.model_dump(mode="json")) if "[@" in text or "[[" in text}
        assert marked <= prose


def test_a_name_knows_which_sources_use_it() -> None:
    name = Name.model_validate({"text": "A", "kind": "alias", "used_by": ["b#p1", "c#p2", "b#p3"]})
    assert name.users == ("b", "c")


def test_every_record_has_a_heading(mini: Corpus) -> None:
    assert mini.records["lamp-guild"].heading == "Lamp Guild"
    assert mini.records["quay-2002-c02"].heading == "The guild was founded in 1901."
    assert all(record.heading for record in mini.records.values())
