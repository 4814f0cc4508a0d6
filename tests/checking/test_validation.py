from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.checking.validation import validate
from dossier.model.records import MODELS, Claim, Correction, Event, Kind, Model, Place, Redirect, Source
from dossier.model.types import Types
from dossier.reading.yaml_file import YamlNode, read_yaml

PLACE = "type: site\nnames:\n  - {text: North Head, kind: primary}\n"

FIELDS = sorted({key for model in MODELS.values() for key in model.model_json_schema()["properties"]} | {"from", "low"})
WORDS = st.sampled_from(["", "a", "primary", "fact", "2014-09~", "no", "1e9", "-1", "https://a.b", "[[A]]", "é\n"])
VALUES = st.recursive(WORDS, lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(FIELDS), inner))


def node(text: str) -> YamlNode:
    found, problems = read_yaml(text, "f")
    assert found is not None, problems
    return found


def printed(model: type[Model], text: str, **given: str) -> list[str]:
    record, problems = validate(model, node(text), "f", given, {})
    assert record is None
    return list(map(str, problems))


def test_a_record_is_what_its_file_and_its_name_say() -> None:
    record, problems = validate(Place, node(PLACE), "f", {"id": "north-head"}, {})
    assert problems == []
    assert isinstance(record, Place)
    assert (record.id, record.heading) == ("north-head", "North Head")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a", ["f:1:1: error[wrong-type] needs keys and values; write `key: value`"]),
        ("[a]", ["f:1:1: error[wrong-type] needs keys and values; write `key: value`"]),
        (
            f"id: cape\n{PLACE}",
            ["f:1:1: error[unknown-key] id: not written here; the file's name says it: north-head"],
        ),
        (
            f"{PLACE}sumary: a\n",
            ['f:4:1: error[unknown-key] sumary: no such key; did you mean "summary"?'],
        ),
        (f"{PLACE}zzz: a\n", ["f:4:1: error[unknown-key] zzz: no such key; take it out"]),
        (
            PLACE.replace("kind: primary", "kind: primary, king: a"),
            ['f:3:39: error[unknown-key] names.1.king: no such key; did you mean "kind"?'],
        ),
        (PLACE.replace(", kind: primary", ""), ["f:3:5: error[missing-key] names.1.kind: missing; add `kind:`"]),
        ("names: []\n", ["f:1:1: error[missing-key] type: missing; add `type:`"]),
        (
            PLACE.replace("site", "[site]"),
            ["f:1:7: error[wrong-type] type: needs a text; found a list"],
        ),
        (
            PLACE + "coordinates: {lat: 1, lon: 1, precision: sight}\n",
            ['f:4:42: error[unknown-value] coordinates.precision: "sight" is not one of them; did you mean "site"?'],
        ),
        (
            PLACE.replace("  - {text: North Head, kind: primary}", "  text: North Head"),
            ["f:3:3: error[wrong-type] names: needs a list; found keys and values"],
        ),
        (
            PLACE.replace("{text: North Head, kind: primary}", "North Head"),
            ['f:3:5: error[wrong-type] names.1: needs keys and values; found "North Head"'],
        ),
        (
            f"{PLACE}coordinates: {{lat: 91, lon: nan, precision: site}}\n",
            [
                'f:4:20: error[value] coordinates.lat: "91" is too large; write 90 or less',
                'f:4:29: error[value] coordinates.lon: "nan" is too large, or no number; '
                "write a number in digits, such as 120",
            ],
        ),
        (
            f"{PLACE}country: Brisa\n",
            [
                'f:4:10: error[pattern] country: "Brisa" does not fit; write the two capitals of a country '
                "by ISO 3166, such as NO"
            ],
        ),
    ],
)
def test_a_fault_is_told_with_its_place_and_how_to_mend_it(text: str, lines: list[str]) -> None:
    assert printed(Place, text, id="north-head") == lines


def test_all_faults_of_a_record_are_told() -> None:
    text = "type: X\nnames: a\ncoordinates: {lat: a}\nb: c\n"
    lines = printed(Place, text, id="A B")
    assert [line.split("] ")[1].split(":")[0] for line in lines] == [
        "id",
        "names",
        "type",
        "coordinates.lat",
        "coordinates.lon",
        "coordinates.precision",
        "b",
    ]


def test_a_key_is_written_in_one_way_only() -> None:
    lines = printed(Source, "container_title: a\ntype: book\ntitle: a\nlabel: a\nperspective: a\n", id="a")
    assert lines == ['f:1:1: error[unknown-key] container_title: no such key; did you mean "container-title"?']


def test_a_key_of_a_part_is_not_proposed_for_itself() -> None:
    lines = printed(Event, "title: a\ndate: '2014'\ntype: war\nclaims: [a]\n", id="a")
    assert lines == ['f:2:1: error[unknown-key] date: no such key; did you mean "dated"?']


def test_a_key_that_the_curator_chooses_is_told_where_it_stands() -> None:
    lines = printed(Types, "events:\n  a-b: {one: A}\n")
    assert lines == [
        'f:2:3: error[pattern] events.a-b: "a-b" does not fit; '
        "write lower-case letters and underscores, such as public_body"
    ]


def test_a_list_is_not_called_too_short_for_items_that_are_refused() -> None:
    assert printed(Event, "title: a\ntype: war\nclaims: [A]\n", id="a") == [
        'f:3:10: error[pattern] claims.1: "A" does not fit; '
        'write lower-case letters, digits and hyphens, such as great-lamp-fire-1903; perhaps "a"'
    ]


def test_a_long_value_is_cut_in_the_line() -> None:
    line = printed(Redirect, f"id: a\nkind: actor\nreason: {'x' * 500}\nwhy: b\n")[0]
    assert line.startswith(f'f:3:9: error[unknown-value] reason: "{"x" * 80}…" is not')


@pytest.mark.parametrize("model", [*MODELS.values(), Redirect, Correction])
@given(value=VALUES)
def test_any_value_becomes_a_record_or_problems(model: type[Model], value: object) -> None:
    record, problems = validate(model, made(value), "f", {}, {})
    assert (record is None) == bool(problems)
    assert all(problem.rule and problem.message for problem in problems)


def made(value: object) -> YamlNode:
    if isinstance(value, list):
        return YamlNode([made(item) for item in value], 1, 1)
    if isinstance(value, dict):
        return YamlNode({key: made(item) for key, item in value.items()}, 1, 1, dict.fromkeys(value, (1, 1)))
    return YamlNode(str(value), 1, 1)


def test_dates_are_read_with_the_parser_that_is_given() -> None:
    read: list[str] = []

    def parse_date(text: str) -> object:
        read.append(text)
        raise ValueError("no")

    text = "date: '2014'\nrecord: a\nchanged: b\nwhy: c\n"
    _, problems = validate(Correction, node(text), "f", {}, {"parse_date": parse_date})
    assert read == ["2014"]
    assert problems[0].message == '"2014": no'


def test_every_kind_has_a_model_of_that_kind() -> None:
    kinds: list[Kind] = ["source", "actor", "event", "place", "claim", "question"]
    assert {kind: MODELS[kind].kind_of_record for kind in kinds} == {kind: kind for kind in MODELS}
    assert MODELS["claim"] is Claim
