from __future__ import annotations

import errno
import json
from http import HTTPStatus
from pathlib import Path
from typing import Any

import pytest

from dossier.desk.replies import DeskReplies
from dossier.editing import changes
from tests.desk.test_edits import ARTICLE, CLAIMS, SENT
from tests.support.files import snapshot
from tests.support.paths import MINI

SOURCE = {"source": "tarn-1931"}
FILES = {CLAIMS, ARTICLE, "data/sources/tarn-1931.yaml"}


def got(replies: DeskReplies, path: str) -> Any:
    reply = replies.get(path)
    assert reply.status is HTTPStatus.OK, reply.content
    return json.loads(reply.content)


def posted(replies: DeskReplies, path: str, values: dict[str, Any]) -> tuple[HTTPStatus, Any]:
    reply = replies.post(path, json.dumps({**SOURCE, **values}).encode())
    return reply.status, json.loads(reply.content)


def seen(replies: DeskReplies) -> dict[str, str]:
    files: dict[str, str] = got(replies, "sources/tarn-1931.json")["files"]
    return files


def test_the_pages_and_their_files_are_served_and_nothing_else(replies: DeskReplies) -> None:
    for path, root in (("", b'href="./desk.css"'), ("sources/tarn-1931/", b'href="../../desk.css"')):
        assert root in replies.get(path).content
    assert replies.get("desk.js").kind == "text/javascript"
    assert replies.get("desk.css").kind == "text/css"
    for path in ("desk.html", "../guard.py", "sources/../desk.js", "nothing.js", "nothing", "__init__.py"):
        assert replies.get(path).status is HTTPStatus.NOT_FOUND


def test_the_list_says_how_far_each_source_is(replies: DeskReplies) -> None:
    lines = {one["id"]: one for one in got(replies, "sources.json")["sources"]}
    assert [lines["tarn-1931"][key] for key in ("paragraphs", "restated", "claims")] == [4, 4, 7]
    assert lines["quay-2002"]["paragraphs"] == 0


def test_a_page_has_each_paragraph_with_its_restatement_and_its_claims(replies: DeskReplies) -> None:
    page = got(replies, "sources/tarn-1931.json")
    assert set(page["files"]) == FILES
    first = page["paragraphs"][0]
    assert first["text"].startswith("It was around that winter that Ada Veyl")
    assert first["restatement"].startswith("Around 1898 [[ada-veyl]]")
    claim = first["claims"][0]
    assert claim["id"] == "tarn-1931-c01"
    assert first["text"][claim["start"] : claim["end"]].startswith("around that winter")
    assert first["text"][claim["start"] : claim["end"]].endswith("swore an oath")
    assert first["lacks"] == []
    assert page["problems"] == []


def test_a_source_without_a_capture_has_no_page(replies: DeskReplies) -> None:
    assert replies.get("sources/quay-2002.json").status is HTTPStatus.BAD_REQUEST


def test_a_passage_begins_a_claim(replies: DeskReplies) -> None:
    text = got(replies, "sources/tarn-1931.json")["paragraphs"][1]["text"]
    part = {"start": text.index("the guild"), "end": text.index("the lamps") + 9}
    status, said = posted(replies, "begin", {"paragraph": 2, **part})
    assert status is HTTPStatus.OK
    assert said["passage"]["from_"] == "the guild could"
    assert said["guess"]["about"] == ["lamp-guild"]
    assert posted(replies, "begin", {"paragraph": 9, **part})[0] is HTTPStatus.BAD_REQUEST
    assert posted(replies, "begin", {"paragraph": 2, "start": 0, "end": 0})[0] is HTTPStatus.BAD_REQUEST
    assert posted(replies, "begin", {"paragraph": "2"})[0] is HTTPStatus.BAD_REQUEST


def test_while_one_types_it_says_what_is_wrong_what_is_shared_and_what_is_missing(replies: DeskReplies) -> None:
    words = "It was around that winter that Ada Veyl and her friends came down to Saltmouth with 40 lamps."
    claim = {**SENT, "text": words, "about": ["lamp-gild"], "anchor": {"from": "Before they", "to": "nowhere"}}
    status, said = posted(replies, "look", {"paragraph": 1, "claim": claim, "restatement": ""})
    assert status is HTTPStatus.OK
    assert [(one["field"], one["is_notice"]) for one in said["remarks"]] == [
        ("about", False),
        ("anchor", False),
        ("text", True),
    ]
    assert 'did you mean "lamp-guild"' in said["remarks"][0]["words"]
    assert said["shared"][0]["source"] == "tarn-1931"
    status, said = posted(replies, "look", {"paragraph": 1, "restatement": "Nobody [[was-here]]."})
    assert [one["text"] for one in said["lacks"]] == []
    assert said["remarks"][0]["words"].startswith('no record "was-here"')


@pytest.fixture
def longer(captures: Path, root: Path) -> None:
    """The second paragraph has a figure and a year more, and so has its restatement."""
    article = captures / "tarn-1931.txt"
    text = article.read_text("utf-8").replace("those who left.", "those who left. In 1899 there were 12 boats.")
    article.write_text(text, "utf-8")
    ours = (root / ARTICLE).read_text("utf-8").replace("some keepers left.", "some left. It had 12 boats in 1899.")
    (root / ARTICLE).write_text(ours, "utf-8")


@pytest.mark.usefixtures("longer")
def test_what_the_claim_that_is_typed_carries_is_not_missing(replies: DeskReplies) -> None:
    typed = {"paragraph": 2, "restatement": "The board."}
    assert [one["text"] for one in posted(replies, "look", typed)[1]["lacks"]] == ["1899", "12"]
    claim = {**SENT, "text": "In 1899 it had 12 boats.", "paragraphs": [2]}
    assert posted(replies, "look", {**typed, "claim": claim})[1]["lacks"] == []


@pytest.mark.usefixtures("longer")
def test_a_paragraph_may_be_saved_before_all_of_it_is_carried(replies: DeskReplies) -> None:
    status, said = posted(replies, "restatement", {"paragraph": 2, "text": "It was poor.", "seen": seen(replies)})
    assert status is HTTPStatus.OK
    assert [one["text"] for one in said["page"]["paragraphs"][1]["lacks"]] == ["1899", "12"]
    left = {"paragraph": 2, "words": "12", "why": "It is told elsewhere.", "seen": said["page"]["files"]}
    status, said = posted(replies, "left-out", left)
    lacks = said["page"]["paragraphs"][1]["lacks"]
    assert [(one["text"], one["is_left_out"]) for one in lacks] == [("1899", False), ("12", True)]


def test_a_saved_claim_is_in_its_file_and_on_the_page(replies: DeskReplies, root: Path) -> None:
    status, said = posted(replies, "claim", {"claim": SENT, "seen": seen(replies)})
    assert status is HTTPStatus.OK
    assert said["key"] == "tarn-1931-c08"
    assert said["lines"] == [f"Changed {CLAIMS} (1 record).", "1 file, 1 record."]
    assert [one["id"] for one in said["page"]["paragraphs"][0]["claims"]] == ["tarn-1931-c01", "tarn-1931-c08"]
    assert "- id: tarn-1931-c08\n" in (root / CLAIMS).read_text("utf-8")
    assert said["page"]["files"] == seen(replies)
    changed = {key for key, content in snapshot(root).items() if content != snapshot(MINI).get(key)}
    assert changed == {CLAIMS}


def test_what_the_check_would_refuse_is_refused_and_nothing_written(replies: DeskReplies, root: Path) -> None:
    before = snapshot(root)
    text = "Before they were the Lamp Guild they were the Brotherhood of the Wick."
    for change, field, words in (
        ({"about": ["nobody"]}, "about.1", 'no record "nobody"'),
        ({"text": text}, "", "words in common with tarn-1931"),
        ({"disputes": ["tarn-1931-c01"], "said_by": "saltmouth"}, "said_by", "saltmouth"),
        ({"kind": "rumour"}, "kind", "rumour"),
    ):
        status, said = posted(replies, "claim", {"claim": {**SENT, **change}, "seen": seen(replies)})
        assert status is HTTPStatus.UNPROCESSABLE_ENTITY
        assert any(field == one["field"] and words in one["words"] for one in said["problems"]), said
    assert snapshot(root) == before


def test_problems_that_were_there_before_refuse_nothing(replies: DeskReplies, root: Path) -> None:
    (root / "docs/origins.md").write_text("# Origins\n\nNobody says so.\n", "utf-8")
    assert posted(replies, "claim", {"claim": SENT, "seen": seen(replies)})[0] is HTTPStatus.OK


def test_a_file_that_changed_meanwhile_is_told_and_not_overwritten(replies: DeskReplies, root: Path) -> None:
    known = seen(replies)
    text = (root / CLAIMS).read_text("utf-8").replace("The Reed Wardens left", "The wardens left")
    (root / CLAIMS).write_text(text, "utf-8")
    status, said = posted(replies, "claim", {"claim": SENT, "seen": known})
    assert status is HTTPStatus.CONFLICT
    assert (root / CLAIMS).read_text("utf-8") == text
    told = said["changes"][CLAIMS]
    assert "-  text: The Reed Wardens left the guild over the price of oil." in told
    assert "+  text: The wardens left the guild over the price of oil." in told
    status, said = posted(replies, "claim", {"claim": SENT, "seen": {**known, **said["seen"]}})
    assert status is HTTPStatus.OK
    assert "The wardens left" in (root / CLAIMS).read_text("utf-8")


def test_two_windows_do_not_take_each_others_claims(replies: DeskReplies, root: Path) -> None:
    known = seen(replies)
    assert posted(replies, "claim", {"claim": SENT, "seen": known})[0] is HTTPStatus.OK
    other = {**SENT, "text": "Another window says this.", "paragraphs": [1]}
    status, said = posted(replies, "claim", {"claim": other, "seen": known})
    assert status is HTTPStatus.CONFLICT
    assert "+- id: tarn-1931-c08" in said["changes"][CLAIMS]
    status, said = posted(replies, "claim", {"claim": other, "seen": {**known, **said["seen"]}})
    assert (status, said["key"]) == (HTTPStatus.OK, "tarn-1931-c09")
    text = (root / CLAIMS).read_text("utf-8")
    assert "tarn-1931-c08" in text
    assert "tarn-1931-c09" in text


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_disk_is_told_and_changes_nothing(
    replies: DeskReplies, root: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    known, before = seen(replies), snapshot(root)

    def full(path: Path, _content: bytes) -> None:
        raise OSError(number, "No space left on device", str(path))

    monkeypatch.setattr(changes, "_write_synced", full)
    status, said = posted(replies, "claim", {"claim": SENT, "seen": known})
    assert status is HTTPStatus.INSUFFICIENT_STORAGE
    assert "No space left on device. Nothing is written." in said["error"]
    assert snapshot(root) == before
    monkeypatch.undo()
    assert posted(replies, "claim", {"claim": SENT, "seen": known})[0] is HTTPStatus.OK


def test_where_there_is_no_room_to_try_a_change_nothing_is_written(
    replies: DeskReplies, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known, before = seen(replies), snapshot(root)

    def full(*_given: Any, **_named: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("dossier.desk.trial.shutil.copytree", full)
    assert posted(replies, "claim", {"claim": SENT, "seen": known})[0] is HTTPStatus.INSUFFICIENT_STORAGE
    assert snapshot(root) == before


def test_a_question_is_begun_where_two_claims_differ(replies: DeskReplies, root: Path) -> None:
    question = {
        "title": "What was the guild called?",
        "kind": "exclusive",
        "label": "Brotherhood of the Wick.",
        "other": "quay-2002-c02",
        "other_label": "Lamp Guild.",
        "why": "Tarn tells of the time before [@this], Quay of the first ledger [@quay-2002-c02].",
    }
    status, said = posted(replies, "claim", {"claim": SENT, "question": question, "seen": seen(replies)})
    assert status is HTTPStatus.OK, said
    text = (root / "data/questions/what-was-the-guild-called.yaml").read_text("utf-8")
    assert "[@tarn-1931-c08]" in text
    assert "position: brotherhood-of-the-wick" in (root / CLAIMS).read_text("utf-8")
    assert "position: lamp-guild" in (root / "data/claims/quay-2002.yaml").read_text("utf-8")
    status, said = posted(replies, "claim", {"claim": SENT, "question": {**question, "why": ""}, "seen": {}})
    assert status is HTTPStatus.BAD_REQUEST


def test_a_record_is_begun_from_a_name_and_an_event_from_a_claim(replies: DeskReplies, root: Path) -> None:
    name = {"kind": "place", "name": "Saltmouth Quay", "type": "city", "paragraph": 1}
    status, said = posted(replies, "record", {**name, "seen": seen(replies)})
    assert (status, said["key"]) == (HTTPStatus.OK, "saltmouth-quay")
    text = (root / "data/places/saltmouth-quay.yaml").read_text("utf-8")
    assert text.endswith("type: city\nnames:\n  - {text: Saltmouth Quay, kind: primary}\n")
    event = {
        "kind": "event",
        "name": "The oath on wax",
        "type": "founding",
        "claim": "tarn-1931-c01",
        "dated": True,
        "placed": ["saltmouth"],
        "participants": ["ada-veyl:participant"],
    }
    status, said = posted(replies, "record", {**event, "seen": seen(replies)})
    assert status is HTTPStatus.OK, said
    text = (root / "data/events/the-oath-on-wax.yaml").read_text("utf-8")
    assert '{date: "1898~", claims: [tarn-1931-c01]}' in text
    assert "{place: saltmouth, claims: [tarn-1931-c01]}" in text
    assert "{actor: ada-veyl, role: participant, claims: [tarn-1931-c01]}" in text
    assert "the-oath-on-wax]" in (root / CLAIMS).read_text("utf-8")


def test_a_claim_goes_again_where_nothing_rests_on_it(replies: DeskReplies, root: Path) -> None:
    before = snapshot(root)
    posted(replies, "claim", {"claim": SENT, "seen": seen(replies)})
    assert posted(replies, "remove", {"id": "tarn-1931-c08", "seen": seen(replies)})[0] is HTTPStatus.OK
    assert snapshot(root) == before
    status, _ = posted(replies, "remove", {"id": "tarn-1931-c01", "seen": seen(replies)})
    assert status is HTTPStatus.UNPROCESSABLE_ENTITY
    assert snapshot(root) == before


def test_who_speaks_is_written_too(replies: DeskReplies, root: Path) -> None:
    status, _ = posted(replies, "perspective", {"text": "A teacher\nwrites.", "seen": seen(replies)})
    assert status is HTTPStatus.OK
    assert "A teacher writes." in (root / "data/sources/tarn-1931.yaml").read_text("utf-8")


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b"\xff", b'{"source": "nothing"}', b'{"seen": 1}'])
def test_what_no_form_sends_is_refused(replies: DeskReplies, root: Path, body: bytes) -> None:
    before = snapshot(root)
    for path in ("begin", "look", "claim", "remove", "restatement", "left-out", "record", "perspective", "nothing"):
        assert replies.post(path, body).status in (HTTPStatus.BAD_REQUEST, HTTPStatus.NOT_FOUND)
    assert snapshot(root) == before
