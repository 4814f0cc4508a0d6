"""Dossiers with something planted in them, the commands run on them, and what must not be in a site made of them."""

from __future__ import annotations

import json
import re
import signal
import types
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import html5lib
import yaml
from click.testing import CliRunner
from lxml import etree

from dossier.cli import main
from dossier.model.records import MODELS, Correction, Model, Phase, Redirect
from dossier.site.csp import inline_hashes

SECONDS = 60
LINE = re.compile(r"\S.*:\d+:\d+: error\[[a-z0-9-]+\] .+")
WORDS_AT_THE_END = re.compile(r"\d[\d,]* problems?\.")
RUNS_SCRIPT = re.compile(r"\s*(?:javascript|vbscript|data|file):", re.IGNORECASE)
ADDRESSES = ("href", "src", "action", "formaction", "data", "poster", "xlink:href", "srcset", "background")
HARMFUL = ("iframe", "object", "embed", "base", "applet", "frame", "style", "template", "portal", "marquee")


class Hang(BaseException):
    """Raised where a command takes longer than it may."""


def run(root: Path, *command: str, seconds: int = SECONDS) -> tuple[int, list[str]]:
    """The status and the lines of a command. Fails at a traceback and after so many seconds."""

    def stop(_signal: int, _frame: types.FrameType | None) -> None:
        raise Hang(f"dossier {' '.join(command)} hangs")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        result = CliRunner().invoke(main, [*command, "--root", str(root)])
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.output.strip().split("\n")


def is_told(lines: list[str]) -> bool:
    """Whether each line says where and what is wrong."""
    return bool(lines) and all(LINE.fullmatch(line) or WORDS_AT_THE_END.fullmatch(line) for line in lines)


def free_texts() -> set[str]:
    """The keys of records that hold words, which no closed list and no pattern narrows."""
    models: list[type[Model]] = [*MODELS.values(), Correction, Phase, Redirect]
    schemas = [model.model_json_schema(by_alias=True) for model in models]
    parts = [part for schema in schemas for part in (schema, *schema.get("$defs", {}).values())]
    return {key for part in parts for key, field in part.get("properties", {}).items() if any(map(_free, _each(field)))}


def _each(field: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield field
    for one in field.get("anyOf", []):
        yield from _each(one)
    if isinstance(field.get("items"), dict):
        yield from _each(field["items"])


def _free(field: dict[str, Any]) -> bool:
    return field.get("type") == "string" and not {"enum", "pattern", "format", "const"} & field.keys()


def planted(value: Any, plant: Callable[[str], str], keys: set[str], key: str = "") -> Any:
    """A record with ``plant`` done to each of its free texts."""
    if isinstance(value, dict):
        # `from` and `to` are words in an anchor, and ids and addresses elsewhere.
        ends = set() if key == "anchor" else {"from", "to"}
        return {name: one if name in ends else planted(one, plant, keys, name) for name, one in value.items()}
    if isinstance(value, list):
        return [planted(one, plant, keys, key) for one in value]
    return plant(value) if key in keys else value


def plant_in_records(root: Path, plant: Callable[[str], str]) -> None:
    keys = free_texts()
    for path in (root / "data").rglob("*.yaml"):
        record = yaml.load(path.read_text("utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506  it makes texts alone
        path.write_text(yaml.safe_dump(planted(record, plant, keys), allow_unicode=True, width=10_000), "utf-8")


def harm_in(site: Path) -> list[str]:
    """What in the files of a site would run, or is not what it says it is."""
    return [f"{path.relative_to(site)}: {harm}" for path in sorted(site.rglob("*")) for harm in _harm(path)]


def _harm(path: Path) -> Iterator[str]:
    if "pagefind" in path.parts:
        return
    if path.suffix == ".html":
        yield from _harm_in_page(path.read_text("utf-8"))
    elif path.suffix in (".json", ".geojson", ".jsonld"):
        json.loads(path.read_text("utf-8"))
    elif path.suffix == ".xml":
        for element in etree.fromstring(path.read_bytes()).iter():
            if str(element.tag).rpartition("}")[2] == "script":
                yield "a script in XML"


def _harm_in_page(html: str) -> Iterator[str]:
    allowed = set(re.findall(r"'sha256-[^']*'", html.replace("&#39;", "'")))
    yield from (f"a script that is not named: {one}" for one in inline_hashes(html) if one not in allowed)
    for element in html5lib.parse(html, namespaceHTMLElements=False).iter():
        name = str(element.tag).rpartition("}")[2]
        if name in HARMFUL:
            yield f"<{name}>"
        if name == "script":
            yield from _harm_in_script(element.get("type", ""), element.get("src"), element.text or "")
        for attribute, value in element.items():
            if str(attribute).lower().startswith("on") or attribute in ("style", "srcdoc"):
                yield f"<{name} {attribute}>"
            if str(attribute) in ADDRESSES and RUNS_SCRIPT.match(value):
                yield f"<{name} {attribute}={value[:40]}>"


def _harm_in_script(kind: str, src: str | None, words: str) -> Iterator[str]:
    if src is not None:
        if not re.fullmatch(r"[./]*assets/(?:javascripts|dossier)/[\w.-]+\.js", src):
            yield f"a script from {src}"
    elif kind.startswith("application/"):
        json.loads(words)
    elif "pwned" in words:
        yield "a script of another"
