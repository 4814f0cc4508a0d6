"""Whatever is wrong is told in a curator's words: no pattern, no type of Python, no library's sentence, and a mend."""

from __future__ import annotations

import copy
import random
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from dossier.checking.rules import check
from dossier.checking.validation import validate
from dossier.load import read
from dossier.model.fields import FORMS
from dossier.model.records import (
    MODELS,
    Accepted,
    Claim,
    Correction,
    Model,
    PageRedirect,
    Phase,
    PositionRedirect,
    Redirect,
)
from dossier.model.types import Types
from dossier.problems import Problem
from dossier.reading.yaml_file import read_yaml
from tests.conftest import Changed
from tests.support.full import unless_full
from tests.support.paths import MINI

FOREIGN = re.compile(
    r"\^|\[a-z|\\d|\binput\b|\bstr\b|\bdict\b|\btuple\b|\bNone\b|\bvalidat|\bregex|\bparse|\btoken|\bscalar|\bnode\b"
    r"|\bmapping\b|\bexpected\b|\bstring\b|\binteger\b|<block|\bschema\b(?!/)",
    re.IGNORECASE,
)
BAD: list[Any] = [
    "",
    "null",
    "12",
    "-7",
    "1.5",
    "nan",
    "1" * 5000,
    "RECORD",
    "Reed-Wardens",
    "reed-wardens ",
    "/about/old",
    "^[a-z0-9-]+$",
    "<b>a</b>",
    "=1+1",
    "[[nobody]]",
    "http://example.org/a",
    "example.org",
    "gе",
    "a " * 5000,
    [],
    ["a"],
    [["a"]],
    {},
    {"a": "b"},
]
MODELS_OF: dict[str, type[Model]] = {f"{kind}s": model for kind, model in MODELS.items()}
LISTS: dict[str, type[Model]] = {"corrections": Correction, "phases": Phase, "accepted": Accepted}
VOCABULARY = "roles:\n  helper: {words: helped}\nactors:\n  choir: {one: Choir, many: Choirs, shape: circle}\n"
ACCEPTED = "rule: shared-names\nrecord: lamp-guild\nfield: names.1.text\nwords: a name\nwhy: So it is.\n"
MOVED: list[tuple[type[Model], str]] = [
    (Redirect, "id: old\nkind: actor\nto: new\nreason: renamed\nwhy: A\n"),
    (PageRedirect, "from: old/\nto: new/\nreason: moved\nwhy: A\n"),
    (PositionRedirect, "from: a#b\nto: a#c\nreason: renamed\nwhy: A\n"),
    (Types, VOCABULARY),
    (Accepted, ACCEPTED),
]


def unquoted(problem: Problem) -> str:
    """What the program says itself: without what it quotes of the file, and without the names of fields."""
    return re.sub(r'"[^"]*"|“[^”]*”|`[^`]*`', "…", f"{problem.message}; {problem.hint}")


def assert_told(problems: Iterable[Problem]) -> None:
    for problem in problems:
        assert problem.file, problem
        assert problem.line > 0, problem
        assert re.fullmatch(r"[a-z][a-z0-9-]*", problem.rule), problem
        assert not FOREIGN.search(unquoted(problem)), str(problem)
        assert problem.hint, str(problem)
        assert len(str(problem)) < 1000


def plain(text: str) -> Any:
    """What a text holds, every value as it is written."""
    node, problems = read_yaml(text, "f")
    assert node is not None, problems
    return node.plain()


def records() -> Iterator[tuple[type[Model], Any]]:
    """Every record of the invented dossier, as a reader of YAML gives it, with its model."""
    for folder, model in MODELS_OF.items():
        for path in sorted((MINI / "data" / folder).glob("*.yaml")):
            read_ = plain(path.read_text("utf-8"))
            yield from ((model, one) for one in (read_ if model is Claim else [read_]))
    for name, model in LISTS.items():
        path = MINI / "data" / f"{name}.yaml"
        if path.exists():
            yield from ((model, one) for one in plain(path.read_text("utf-8")))
    yield from ((model, plain(text)) for model, text in MOVED)


def places(value: Any, way: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The way to each value of a record."""
    if way:
        yield way
    for key, child in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from places(child, (*way, key))


def put(record: Any, way: tuple[str | int, ...], value: Any) -> Any:
    """A copy of a record with another value at a place."""
    changed = copy.deepcopy(record)
    holder = changed
    for step in way[:-1]:
        holder = holder[step]
    holder[way[-1]] = value
    return changed


def fields() -> Iterator[tuple[type[Model], Any, tuple[str | int, ...]]]:
    """A record and the way in it to a value, for each field of each model that the invented dossier fills."""
    seen = set()
    for model, record in records():
        for way in places(record):
            generic = model, tuple("·" if isinstance(step, int) else step for step in way)
            if generic not in seen:
                seen.add(generic)
                yield model, record, way


FIELDS = list(fields())


@pytest.mark.parametrize("bad", BAD, ids=lambda value: repr(value)[:20])
def test_no_value_of_any_field_is_refused_in_foreign_words(bad: Any) -> None:
    refused = 0
    for model, record, way in FIELDS:
        node, problems = read_yaml(yaml.safe_dump(put(record, way, bad), allow_unicode=True, width=10**6), "f")
        assert node is not None
        assert not problems
        _, problems = validate(model, node, "f", {}, {})
        refused += bool(problems)
        assert_told(problems)
    assert refused > 20


def test_keys_that_are_missing_or_too_many_are_told() -> None:
    for model, record in records():
        for key in record:
            less = {name: value for name, value in record.items() if name != key}
            for changed in (less, {**record, "zz": "a"}, {**less, f"{key[:-1]}x": record[key]}):
                node, _ = read_yaml(yaml.safe_dump(changed, allow_unicode=True), "f")
                assert node is not None
                assert_told(validate(model, node, "f", {}, {})[1])


@pytest.mark.parametrize("seed", range(20))
def test_no_text_that_is_no_yaml_is_refused_in_foreign_words(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    signs = [
        ": ",
        "- ",
        "[",
        "]",
        "{",
        "}",
        "\t",
        '"',
        "'",
        "#",
        "&",
        "*",
        "!",
        "|",
        ">",
        "%",
        "@",
        "`",
        "\\",
        ",",
        "?",
        "\n",
        "  ",
    ]
    for path in sorted(MINI.rglob("*.yaml")):
        text = path.read_text("utf-8")
        for _ in range(20):
            place = chance.randrange(len(text))
            mutated = text[:place] + chance.choice(signs) + text[place + chance.randrange(3) :]
            assert_told(read_yaml(mutated, "f")[1])


def test_every_pattern_of_a_field_has_its_words() -> None:
    models: list[type[Model]] = [*MODELS.values(), *LISTS.values(), *dict(MOVED)]
    patterns = {
        found
        for model in models
        for found in re.findall(r"'pattern': '((?:[^'\\]|\\.)*)'", str(model.model_json_schema()))
    }
    assert len(patterns) >= 10
    assert {pattern.replace("\\\\", "\\") for pattern in patterns} <= set(FORMS)


@pytest.mark.slow
@pytest.mark.parametrize("bad", unless_full(["zz-top"], ["zz-top", "Reed", "12"]))
def test_no_link_that_leads_nowhere_is_told_in_foreign_words(changed: Changed, bad: str) -> None:
    root = changed({})
    seen = set()
    for path in sorted((root / "data").rglob("*.yaml")):
        text = path.read_text("utf-8")
        record = plain(text)
        for way in places(record):
            generic = path.parent.name, tuple("·" if isinstance(step, int) else step for step in way)
            if generic in seen:
                continue
            seen.add(generic)
            path.write_text(yaml.safe_dump(put(record, way, bad), allow_unicode=True), "utf-8")
            corpus, problems = read(root)
            assert_told([*problems, *check(corpus)])
        path.write_text(text, "utf-8")


def test_files_that_cannot_be_read_are_told_with_how_to_mend_them(changed: Changed) -> None:
    contents: dict[str, bytes] = {
        "data/places/a.yaml": b"\xff\xfea\x00",
        "data/places/b.yaml": b"",
        "data/places/c.yaml": b"- a\n",
        "data/places/d.yaml": b"a\n",
        "data/places/E F.yaml": b"type: site\nnames: [{text: A, kind: primary}]\n",
        "data/places/g.yaml": b"a: \x07\n",
        "data/geo/region.json": b"{}",
        "data/geo/outlines.json": b"[",
        "docs/about/a.md": b"---\na\n---\n# A\n",
        "docs/about/b.md": b"---\ntemplate: a\n---\n# A\n",
        "docs/about/c.md": b"# A <b>\n\n[[zz]] [@zz] {: a=b }\n",
        "docs/sources/zz.md": b"# A\n",
        "data/permalinks.txt": b"lost/\n",
    }
    root: Path = changed(dict(contents))
    corpus, problems = read(root)
    assert len({problem.file for problem in problems}) == 10
    assert_told([*problems, *check(corpus)])
