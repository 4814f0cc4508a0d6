"""The page of a record at the desk: its texts with their citations, where a place lies, relations."""

from __future__ import annotations

import json
from http import HTTPStatus
from pathlib import Path
from typing import Any

import pytest

from dossier.desk.replies import DeskReplies
from tests.desk.test_replies import got, seen
from tests.support.files import snapshot

QUESTION = "data/questions/when-founded.yaml"


def posted(replies: DeskReplies, path: str, values: dict[str, Any]) -> tuple[HTTPStatus, Any]:
    reply = replies.post(path, json.dumps(values).encode())
    return reply.status, json.loads(reply.content)


def page_of(replies: DeskReplies, key: str) -> Any:
    return got(replies, f"records/{key}.json")


def put(replies: DeskReplies, key: str, **values: Any) -> tuple[HTTPStatus, Any]:
    return posted(replies, "texts", {"record": key, "seen": page_of(replies, key)["files"], **values})


def test_a_question_shows_its_texts_and_the_claims_of_each_position(replies: DeskReplies) -> None:
    page = page_of(replies, "when-founded")
    assert [one["key"] for one in page["texts"]][:2] == ["answer_in_short", "positions.0.label"]
    assert page["texts"][-1]["key"] == "why_they_differ"
    assert [group["label"] for group in page["groups"]] == [one["value"] for one in page["texts"][1:-1]]
    assert all(claim["value"].split("-c")[0] == claim["kind"] for group in page["groups"] for claim in group["claims"])
    assert page["address"] == "/questions/when-founded/"
    assert set(page["files"]) == {QUESTION}


def test_what_has_no_such_page_is_told(replies: DeskReplies) -> None:
    for key in ("tarn-1931", "tarn-1931-c01", "nobody"):
        assert replies.get(f"records/{key}.json").status is HTTPStatus.BAD_REQUEST
    assert b"desk.js" in replies.get("records/when-founded/").content


def test_the_answer_in_short_and_a_position_are_written_and_nothing_else(replies: DeskReplies, root: Path) -> None:
    before = snapshot(root)
    short = "Tarn puts it around 1898 [@tarn-1931-c01]."
    texts = {"answer_in_short": short, "positions.0.label": "Around 1898, at the oath."}
    status, said = put(replies, "when-founded", texts=texts)
    assert status is HTTPStatus.OK, said
    after = snapshot(root)
    assert {name for name in after if after[name] != before.get(name)} == {QUESTION}
    text = (root / QUESTION).read_text("utf-8")
    assert short.split(" [", maxsplit=1)[0] in text
    assert 'label: "Around 1898, at the oath."' in text
    assert [one["value"] for one in said["page"]["texts"]][:2] == [short, "Around 1898, at the oath."]
    assert put(replies, "when-founded", texts=texts)[0] is HTTPStatus.OK
    assert snapshot(root) == after


def test_a_text_that_is_not_changed_keeps_its_lines(replies: DeskReplies, root: Path) -> None:
    file, why = root / QUESTION, "The oath is older than the first ledger [@quay-2002-c02]."
    lines = "why_they_differ: |-\n  The oath is older\n  than the first ledger [@quay-2002-c02].\n"
    file.write_text(file.read_text("utf-8").replace(f"why_they_differ: {why}\n", lines), "utf-8")
    texts = {"why_they_differ": why, "positions.0.label": "Around 1898, at the oath"}
    status, said = put(replies, "when-founded", texts=texts)
    assert status is HTTPStatus.OK, said
    text = file.read_text("utf-8")
    assert "Around 1898, at the oath" in text
    assert lines in text


@pytest.mark.parametrize(
    ("texts", "status"),
    [
        ({"why_they_differ": ""}, HTTPStatus.BAD_REQUEST),
        ({"answer_in_short": "It was so [@tarn-1931-c99]."}, HTTPStatus.UNPROCESSABLE_ENTITY),
        ({"answer_in_short": "Nobody is cited."}, HTTPStatus.BAD_REQUEST),
        ({"answer_in_short": ["no text"]}, HTTPStatus.BAD_REQUEST),
    ],
)
def test_a_text_that_lacks_its_words_or_its_claims_is_not_written(
    replies: DeskReplies, root: Path, texts: dict[str, Any], status: HTTPStatus
) -> None:
    before = snapshot(root)
    assert put(replies, "when-founded", texts=texts)[0] is status
    assert snapshot(root) == before


def test_a_file_that_changed_meanwhile_is_not_overwritten(replies: DeskReplies, root: Path) -> None:
    known = page_of(replies, "when-founded")["files"]
    (root / QUESTION).write_text((root / QUESTION).read_text("utf-8").replace("kind: date", "kind: date "), "utf-8")
    status, _ = posted(replies, "texts", {"record": "when-founded", "texts": {"answer_in_short": ""}, "seen": known})
    assert status is HTTPStatus.CONFLICT


def test_where_a_place_lies_is_written_and_what_is_odd_in_it_is_told(replies: DeskReplies, root: Path) -> None:
    where = {"country": "no", "within": [], "point": "10.20 N, 59.13 E", "precision": "city"}
    status, said = put(replies, "saltmouth", texts={}, where=where)
    assert status is HTTPStatus.OK, said
    assert "coordinates: {lat: 10.20, lon: 59.13, precision: city}" in (root / "data/places/saltmouth.yaml").read_text(
        "utf-8"
    )
    assert said["page"]["where"]["country"] == "NO"
    status, said = put(replies, "saltmouth", texts={}, where={**where, "point": "95, 10"})
    assert status is HTTPStatus.UNPROCESSABLE_ENTITY
    assert said["problems"][0]["field"] == "coordinates.lat"
    assert "90 or less" in said["problems"][0]["words"]


def test_a_relation_follows_from_claims_and_joins_those_that_say_the_same(replies: DeskReplies, root: Path) -> None:
    relation = {"actor": "ada-veyl", "type": "leads", "to": "lamp-guild", "period": "1898", "claims": ["tarn-1931-c02"]}
    files = seen(replies)
    status, said = posted(replies, "relation", {"source": "tarn-1931", **relation, "seen": files})
    assert status is HTTPStatus.UNPROCESSABLE_ENTITY
    assert said["problems"][0]["rule"] == "claim-says-other"
    relation["claims"] = ["tarn-1931-c01"]
    status, said = posted(replies, "relation", {"source": "tarn-1931", **relation, "seen": files})
    assert status is HTTPStatus.OK, said
    file = root / "data/actors/ada-veyl.yaml"
    assert '{type: leads, to: lamp-guild, period: "1898", claims: [tarn-1931-c01]}' in file.read_text("utf-8")
    before = file.read_text("utf-8")
    assert posted(replies, "relation", {"record": "ada-veyl", **relation, "seen": {}})[0] is HTTPStatus.OK
    assert file.read_text("utf-8") == before
    wrongs: list[dict[str, Any]] = [{"claims": []}, {"actor": "nobody"}, {"type": ""}]
    for wrong in wrongs:
        assert posted(replies, "relation", {**relation, **wrong, "seen": {}})[0] is HTTPStatus.BAD_REQUEST


def test_a_place_is_begun_with_where_it_lies_and_an_event_with_a_summary(replies: DeskReplies, root: Path) -> None:
    place = {
        "source": "tarn-1931",
        "paragraph": 1,
        "kind": "place",
        "name": "Saltmouth Quay",
        "type": "site",
        "within": ["saltmouth"],
        "country": "no",
        "point": "59.13, 10.20",
        "precision": "site",
    }
    status, said = posted(replies, "record", {**place, "seen": seen(replies)})
    assert status is HTTPStatus.OK, said
    assert (
        (root / "data/places/saltmouth-quay.yaml")
        .read_text("utf-8")
        .endswith("country: NO\nwithin: [saltmouth]\ncoordinates: {lat: 59.13, lon: 10.20, precision: site}\n")
    )
    event = {**place, "kind": "event", "name": "The oath on wax", "type": "founding", "claim": "tarn-1931-c01"}
    status, said = posted(
        replies, "record", {**event, "summary": "Three friends swore an oath.", "seen": seen(replies)}
    )
    assert status is HTTPStatus.OK, said
    text = (root / "data/events/the-oath-on-wax.yaml").read_text("utf-8")
    assert "Three friends swore an oath [@tarn-1931-c01]." in text
