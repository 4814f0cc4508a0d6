"""What the desk answers to each request, apart from the sockets."""

from __future__ import annotations

import errno
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from functools import partial
from http import HTTPStatus
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from threading import Lock
from typing import Any

from dossier.desk import edits
from dossier.desk.beginning import beginning, guessed
from dossier.desk.claim_form import ClaimForm, claim_form
from dossier.desk.look import style_sheet
from dossier.desk.looking import lacks, remarks, shared, unknown_links
from dossier.desk.new_positions import NewPosition, NewQuestion
from dossier.desk.new_records import record_said
from dossier.desk.passages import passage
from dossier.desk.record_edits import put_relation, put_texts
from dossier.desk.record_page import file_of, record_desk, records_offered
from dossier.desk.saving import Change, ChangedMeanwhileError, save
from dossier.desk.sent import FormError, text_in
from dossier.desk.source_page import files_of, source_desk, source_lines
from dossier.desk.whereabouts import oddities
from dossier.desk.workplace import Workplace
from dossier.editing.changes import ConflictError
from dossier.problems import Problem, ProblemsFound, refused
from dossier.swap import BusyError

KINDS = {".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}
JSON = "application/json"
PAGE = "desk.html"
PAGES = r"(?:sources|records)/[a-z0-9-]+/"
NO_ROOM = (errno.ENOSPC, errno.EDQUOT)

Sent = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Reply:
    """A status, and what is sent with it."""

    status: HTTPStatus
    content: bytes
    kind: str


class DeskReplies:
    """The desk of the dossier in ``root``. Requests are answered one after the other."""

    def __init__(self, root: Path, captures: Path) -> None:
        self.place = Workplace(root, captures)
        self._lock = Lock()

    def get(self, path: str) -> Reply:
        """The page, a file of it, or the data of a page, by what follows the token in the address."""
        if path.endswith(".json"):
            return self._told(partial(self._data, path.removesuffix(".json")))
        if path == "" or re.fullmatch(PAGES, path):
            root = "../.." if path else "."
            return Reply(HTTPStatus.OK, _file(PAGE).read_bytes().replace(b"ROOT", root.encode()), KINDS[".html"])
        if not re.fullmatch(r"[a-z-]+\.(?:js|css|svg)", path) or not _file(path).is_file():
            return _json(HTTPStatus.NOT_FOUND, {"error": "There is no such page."})
        content = _file(path).read_text("utf-8")
        told = style_sheet(content) if path.endswith(".css") else content
        return Reply(HTTPStatus.OK, told.encode(), KINDS[Path(path).suffix])

    def post(self, path: str, body: bytes) -> Reply:
        """What a form asks for, or has to say; nothing is written unless the status is that of success."""
        doing = {
            "begin": self._begin,
            "look": self._look,
            "claim": self._claim,
            "remove": self._remove,
            "restatement": self._restatement,
            "perspective": self._perspective,
            "left-out": self._left_out,
            "record": self._record,
            "texts": self._texts,
            "relation": self._relation,
        }.get(path)
        if doing is None:
            return _json(HTTPStatus.NOT_FOUND, {"error": "There is nothing of this name to do."})
        try:
            sent = json.loads(body)
        except ValueError:
            sent = None
        if not isinstance(sent, dict):
            return _json(HTTPStatus.BAD_REQUEST, {"error": "What was sent cannot be read."})
        return self._told(partial(doing, sent))

    def _told(self, doing: Callable[[], object]) -> Reply:
        """What a function gives, or what speaks against it."""
        try:
            with self._lock:
                return _json(HTTPStatus.OK, doing())
        except ChangedMeanwhileError as error:
            seen = {file: self.place.seen(file) for file in error.changes}
            return _json(HTTPStatus.CONFLICT, {"error": f"{error}.", "changes": error.changes, "seen": seen})
        except ProblemsFound as found:
            told = [_problem(one) for one in found.problems]
            return _json(HTTPStatus.UNPROCESSABLE_ENTITY, {"error": "Nothing is written.", "problems": told})
        except (ConflictError, BusyError, OSError) as error:
            return _refused(error)
        except (FormError, LookupError) as error:
            return _json(HTTPStatus.BAD_REQUEST, {"error": str(error.args[0])})

    # Pages

    def _data(self, path: str) -> object:
        if path == "sources":
            loaded = self.place.now()
            return {"sources": [asdict(one) for one in source_lines(loaded)], "records": records_offered(loaded)}
        kind, _, key = path.partition("/")
        return self._record_page(key) if kind == "records" else self._source(key)

    def _source(self, key: str) -> object:
        loaded = self.place.now()
        return asdict(source_desk(loaded, key, {file: self.place.seen(file) for file in files_of(key)}))

    def _record_page(self, key: str) -> object:
        loaded = self.place.now()
        file = file_of(loaded.corpus, key)
        return asdict(record_desk(loaded, key, {file: self.place.seen(file)}))

    # While one types

    def _begin(self, sent: Sent) -> object:
        loaded = self.place.now()
        source, number = _source_of(sent, self.place), _number(sent, "paragraph")
        paragraphs = loaded.captured[source]
        if not 0 < number <= len(paragraphs):
            raise FormError(f"the article has no paragraph {number}")
        found = passage(paragraphs[number - 1], _number(sent, "start"), _number(sent, "end"))
        if found is None:
            raise FormError("select at least a word")
        return asdict(beginning(loaded, source, found))

    def _look(self, sent: Sent) -> object:
        loaded = self.place.now()
        source, number = _source_of(sent, self.place), _number(sent, "paragraph")
        drafted = {"restatement": str(sent["restatement"])} if "restatement" in sent else {}
        form = _form(sent) if "claim" in sent else None
        words = "\n".join([str(form.said.get("text", "")) if form else "", *drafted.values()])
        return {
            "remarks": [asdict(one) for one in (remarks(loaded, form) if form else unknown_links(loaded, words))],
            "guess": asdict(guessed(loaded, source, str(sent.get("passage", "")), words))
            if "passage" in sent
            else None,
            "lacks": [asdict(one) for one in lacks(loaded, source, number, drafted, form)],
            "shared": [asdict(one) for one in shared(loaded, words)],
        }

    # Saving

    def _save(self, sent: Sent, change: Change) -> dict[str, object]:
        seen = sent.get("seen", {})
        if not isinstance(seen, dict):
            raise FormError("seen has no keys")
        saved = save(self.place, {str(file): str(key) for file, key in seen.items()}, change)
        page = self._source(_source_of(sent, self.place)) if "source" in sent else self._record_page(saved.key)
        return {"key": saved.key, "lines": saved.lines, "page": page}

    def _claim(self, sent: Sent) -> object:
        form, new = _form(sent), _answer_in(sent)
        return self._save(sent, lambda draft, loaded: edits.put_claim(draft, loaded, form, new))

    def _remove(self, sent: Sent) -> object:
        return self._save(sent, lambda draft, loaded: edits.remove_claim(draft, loaded, str(sent.get("id"))))

    def _restatement(self, sent: Sent) -> object:
        source, number, text = _source_of(sent, self.place), _number(sent, "paragraph"), str(sent.get("text", ""))
        return self._save(sent, lambda draft, loaded: edits.put_restatement(draft, loaded, source, number, text))

    def _perspective(self, sent: Sent) -> object:
        source, text = _source_of(sent, self.place), str(sent.get("text", ""))
        return self._save(sent, lambda draft, loaded: edits.put_perspective(draft, loaded, source, text))

    def _left_out(self, sent: Sent) -> object:
        source, number = _source_of(sent, self.place), _number(sent, "paragraph")
        words, why = str(sent.get("words", "")), str(sent.get("why", ""))
        return self._save(sent, lambda draft, loaded: edits.leave_out(draft, loaded, source, number, words, why))

    def _record(self, sent: Sent) -> object:
        loaded = self.place.now()
        kind, key, said = record_said(loaded, sent)
        return self._placed(sent, lambda draft, now: edits.begin_record(draft, now, kind, key, said))

    def _texts(self, sent: Sent) -> object:
        key = text_in(sent, "record")
        return self._placed(sent, lambda draft, now: put_texts(draft, now, key, sent))

    def _relation(self, sent: Sent) -> object:
        return self._save(sent, lambda draft, now: put_relation(draft, now, sent))

    def _placed(self, sent: Sent, change: Change) -> object:
        """Saves, and says what is odd in where the place lies that was saved."""
        saved = self._save(sent, change)
        return {**saved, "odd": oddities(self.place.now().corpus, str(saved["key"]))}


def _file(name: str) -> Traversable:
    return files("dossier.desk") / "browser" / name


def _form(sent: Sent) -> ClaimForm:
    claim = sent.get("claim")
    if not isinstance(claim, dict):
        raise FormError("a claim has keys")
    return replace(claim_form(claim), source=str(sent.get("source", "")))


def _answer_in(sent: Sent) -> NewPosition | NewQuestion | None:
    """The new position or question that comes along with a claim; none where not all of it is there."""
    for key, model in (("question", NewQuestion), ("position", NewPosition)):
        found = sent.get(key)
        said = (
            {one.name: str(found.get(one.name, "")).strip() for one in fields(model)} if isinstance(found, dict) else {}
        )
        if said and all(said.values()):
            return model(**said)
        if key == "question" and said.get("title"):
            raise FormError("a new question needs both answers, the other claim, and why they differ")
    return None


def _source_of(sent: Sent, place: Workplace) -> str:
    source = str(sent.get("source", ""))
    if source not in place.now().captured:
        raise FormError(f'there is no captured article of "{source}"')
    return source


def _number(sent: Sent, key: str) -> int:
    found = sent.get(key)
    if not isinstance(found, int):
        raise FormError(f"{key} is no number")
    return found


def _problem(problem: Problem) -> dict[str, str]:
    said = "; ".join(filter(None, (problem.message, problem.hint)))
    return {"field": problem.field, "words": said, "where": f"{problem.file}:{problem.line}", "rule": problem.rule}


def _refused(error: Exception) -> Reply:
    cause = error if isinstance(error, OSError) else error.__cause__
    if isinstance(cause, OSError):
        no_room = cause.errno in NO_ROOM
        status = HTTPStatus.INSUFFICIENT_STORAGE if no_room else HTTPStatus.INTERNAL_SERVER_ERROR
        hint = "Make room on the disk, then save again; what you typed stays here." if no_room else ""
        return _json(status, {"error": f"{refused(cause)}. Nothing is written. {hint}".strip()})
    return _json(HTTPStatus.CONFLICT, {"error": f"{error}."})


def _json(status: HTTPStatus, said: object) -> Reply:
    return Reply(status, json.dumps(said, ensure_ascii=False).encode(), JSON)
