"""Broken dossiers: each folder of ``broken`` is laid over ``mini``, and prints exactly its expected lines.

``pytest tests/checking/test_broken.py --update-golden`` writes what is printed now.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Changed
from tests.support.changes import added
from tests.support.files import snapshot
from tests.support.hostile import is_told, run
from tests.support.paths import BROKEN, MINI

EXPECTED = "expected.txt"
CASES = sorted(path.name for path in BROKEN.iterdir())
TERMINAL = {chr(code) for code in range(32)}

PLACE = "type: site\nnames: [{text: Gull Rock, kind: primary}]\n"
Make = Callable[[Path], object]


@pytest.mark.parametrize("case", CASES)
def test_prints_exactly_these_lines(case: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    root = tmp_path / "mini"
    shutil.copytree(MINI, root)
    shutil.copytree(BROKEN / case, root, dirs_exist_ok=True, ignore=shutil.ignore_patterns(EXPECTED))
    before = snapshot(tmp_path)
    status, lines = run(root, "check")
    assert status == 1
    assert is_told(lines)
    assert not TERMINAL & set("".join(lines))
    assert snapshot(tmp_path) == before
    expected = BROKEN / case / EXPECTED
    if request.config.getoption("--update-golden"):
        expected.write_text("\n".join(lines[:-1]) + "\n", "utf-8")
    assert lines[:-1] == expected.read_text("utf-8").splitlines()


def link(name: str, target: str) -> Make:
    def make(root: Path) -> None:
        path = root / name
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        path.unlink(missing_ok=True)
        path.symlink_to(target)

    return make


def written(name: str, text: str | bytes) -> Make:
    return lambda root: (root / name).write_bytes(text if isinstance(text, bytes) else text.encode())


def folder(name: str) -> Make:
    def make(root: Path) -> None:
        (root / name).unlink(missing_ok=True)
        (root / name).mkdir(parents=True)

    return make


def pipe(name: str) -> Make:
    def make(root: Path) -> None:
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).unlink(missing_ok=True)
        os.mkfifo(root / name)

    return make


def named_in_bytes(root: Path) -> None:
    Path(os.fsdecode(os.fsencode(root) + b"/data/places/\xff\xfe.yaml")).write_text(PLACE)


GULLS, PAGE, PICTURE = "data/places/gulls.yaml", "docs/about/gulls.md", "docs/about/gulls.png"
CLAIMS = "data/claims/tarn-1931.yaml"
MANY_KEYS = "".join(f"k{number}: v\n" for number in range(80_000))
MADE: dict[str, tuple[Make, str]] = {
    "a record that leads out": (link(GULLS, "/etc/passwd"), f"{GULLS}:1:1: error[link]"),
    "claims that lead out": (link(CLAIMS, "/etc/passwd"), f"{CLAIMS}:1:1: error[link]"),
    "a list that leads to a device": (link("data/phases.yaml", "/dev/zero"), "data/phases.yaml:1:1: error[link]"),
    "a folder that leads out": (link("data/places", "/etc"), "data/places:1:1: error[link]"),
    "a page that leads out": (link(PAGE, "/etc/passwd"), f"{PAGE}:1:1: error[link]"),
    "a page that leads to a device": (link(PAGE, "/dev/zero"), f"{PAGE}:1:1: error[link]"),
    "a picture that leads out": (link(PICTURE, "/etc/passwd"), f"{PICTURE}:1:1: error[link]"),
    "a folder of pages that leads out": (link("docs/etc", "/etc"), "docs/etc:1:1: error[link]"),
    "a folder of pages that leads up": (link("docs/up", ".."), "docs/up:1:1: error[link]"),
    "a link to itself": (link(GULLS, "gulls.yaml"), f"{GULLS}:1:1: error[stray-file]"),
    "a link to nothing": (link(PAGE, "/nothing"), f"{PAGE}:1:1: error[link]"),
    "a folder for a record": (folder(GULLS), f"{GULLS}:1:1: error[stray-file]"),
    "a folder for a list": (folder("data/redirects.yaml"), "data/redirects.yaml:1:1: error[unreadable]"),
    "a folder for addresses": (folder("data/permalinks.txt"), "data/permalinks.txt:1:1: error[unreadable]"),
    "a folder for a map": (folder("data/geo/region.json"), "data/geo/region.json:1:1: error[unreadable]"),
    "a pipe for a record": (pipe(GULLS), f"{GULLS}:1:1: error[stray-file]"),
    "a pipe for a list": (pipe("data/redirects.yaml"), "data/redirects.yaml:1:1: error[unreadable]"),
    "a pipe for addresses": (pipe("data/permalinks.txt"), "data/permalinks.txt:1:1: error[unreadable]"),
    "a pipe for a map": (pipe("data/geo/region.json"), "data/geo/region.json:1:1: error[unreadable]"),
    "a pipe for a page": (pipe(PAGE), f"{PAGE}:1:1: error[unreadable]"),
    "a pipe for a picture": (pipe(PICTURE), f"{PICTURE}:1:1: error[unreadable]"),
    "a name that is no text": (named_in_bytes, r"data/places/\udcff\udcfe.yaml:1:1: error["),
    "deep nesting": (written(GULLS, "[" * 10_000), f"{GULLS}:1:13: error[nesting]"),
    "deep mappings": (written(GULLS, "{a: " * 10_000), f"{GULLS}:1:46: error[nesting]"),
    "a line of 1 MiB": (written(GULLS, "a" * 2**20), f"{GULLS}:1:1: error[wrong-type]"),
    "a page of one line of 1 MiB": (written(PAGE, "a" * 2**20), f"{PAGE}:1:1: error[page-size]"),
    "a million claims": (written(CLAIMS, "- {}\n" * 10**6), f"{CLAIMS}:1:1: error[file-size]"),
    "as many bad claims as fit": (written(CLAIMS, "- {}\n" * 200_000), f"{CLAIMS}:1:3: error[missing-key]"),
    "many unknown keys": (written(GULLS, MANY_KEYS), f"{GULLS}:1:1: error[missing-key]"),
    "many control characters": (written(GULLS, "\x07" * 2**19), f"{GULLS}:1:1: error[character]"),
    "many marks": (written(PAGE, "[@a]\n\n" * 30_000), f"{PAGE}:1:1: error[unknown-record]"),
    "much HTML": (written(PAGE, "<b\n\n" * 40_000), f"{PAGE}:1:1: error[raw-html]"),
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("case", MADE)
def test_is_told_in_lines(changed: Changed, case: str) -> None:
    make, expected = MADE[case]
    root = changed({})
    make(root)
    status, lines = run(root, "check")
    assert status == 1
    assert is_told(lines)
    assert any(line.startswith(expected) for line in lines), lines[:10]
    assert len(lines) < 10_000
    assert "root:" not in "".join(lines)


# What may make a reader of markup slow, a whole page of it.
SLOW = [
    "*", "*a ", "**a *b ", "_a ", "[a](", "![", "[[", "[@", "[@a; @b ", "[[a|",
    "` ", "``` \n", "~~~ a\n", "“", "\"", "\\", "{: ", "{", "&", "> ",
    "- ", "1. a\n", "# a\n", "| a ", "|-", "\t", " ", ":\n", "a:", "=",
    "-", "[a]: b\n", "!", "<", "a\n", "~", "(", ")", "]",
]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("sign", SLOW)
def test_reading_a_page_takes_no_longer_than_it_is_long(changed: Changed, sign: str) -> None:
    text = "# Gulls\n\n" + sign * (190_000 // len(sign))
    parted = "# Gulls\n\n" + (sign * (9_000 // len(sign)) + "\n\n") * 20
    root = changed({})
    for words in (text, parted):
        written("docs/about/gulls.md", words)(root)
        status, lines = run(root, "check", seconds=30)
        assert status == 0 or is_told(lines)


@pytest.mark.site
@pytest.mark.parametrize("change", ["Windows line ends", "a byte order mark", "both"])
def test_what_other_systems_write_is_read(changed: Changed, change: str) -> None:
    root = changed({})
    for path in [*root.rglob("*.yaml"), *root.rglob("*.md")]:
        text = path.read_bytes()
        text = text if change == "a byte order mark" else text.replace(b"\n", b"\r\n")
        path.write_bytes(text if change == "Windows line ends" else b"\xef\xbb\xbf" + text)
    assert run(root, "check")[0] == 0
    if change == "both":
        assert run(root, "build", "--no-search")[0] == 0
        assert "The Lamps of Brisa" in (root / "site/index.html").read_text("utf-8")
        assert "\r" not in (root / "site/quarrel/index.html").read_text("utf-8")


def test_a_file_that_may_not_be_read_is_told(changed: Changed, monkeypatch: pytest.MonkeyPatch) -> None:
    root, opening = changed({}), os.open

    def refusing(path: str | Path, *how: int) -> int:
        if str(path).endswith("north-head.yaml"):
            raise PermissionError(13, "Permission denied")
        return opening(path, *how)

    monkeypatch.setattr(os, "open", refusing)
    assert run(root, "check") == (
        1,
        [
            "data/places/north-head.yaml:1:1: error[unreadable] Permission denied; put a file here that can be read",
            "1 problem.",
        ],
    )


EXTREME = {
    "data/places/gulls.yaml": PLACE + "coordinates: {lat: 90, lon: 180, precision: site}\n",
    "data/places/reef.yaml": PLACE + "coordinates: {lat: -90, lon: -180, precision: site}\n",
    "data/places/cafe.yaml": PLACE.replace("Gull Rock", "Cafe\u0301"),
    "data/geo/region.json": '{"type":"FeatureCollection","bbox":[-180,-90,180,90],"credit":"& <b>","features":[]}',
    "docs/about/gulls.md": "---\ntitle: A & B \" ' {{ 7*7 }}\n---\n\n# Gulls & `<b>` {% raw %}\n\n{{ 7*7 }}\n",
}  # fmt: skip


def dated_claim(key: str, date: str) -> str:
    return (
        f"- id: {key}\n  text: The great lamp burned.\n  kind: fact\n  certainty: stated\n  paragraphs: [3]\n"
        f'  anchor: {{from: "a", to: "b"}}\n  about: [great-lamp-fire]\n  value: {{date: "{date}"}}\n'
    )


@pytest.mark.site
def test_what_is_strange_and_allowed_is_built(changed: Changed) -> None:
    event = (MINI / "data/events/great-lamp-fire.yaml").read_text("utf-8")
    dates = ["0001-01-01", "9999-12-31", "0001/9999", "9999/..", "../9999", "999X", "9999-24"]
    undated = event.replace('date: "1903-11-XX", claims: [tarn-1931-c05]', 'date: "DATE", claims: [tarn-1931-cNUMBER]')
    made = {
        f"data/events/fire-{n}.yaml": undated.replace("DATE", date).replace("NUMBER", str(50 + n))
        for n, date in enumerate(dates)
    }
    claims = added("".join(dated_claim(f"tarn-1931-c{50 + n}", date) for n, date in enumerate(dates)))
    phases = '- {title: All, period: "0001/9999", claims: [tarn-1931-c01]}\n'
    root = changed({**EXTREME, **made, "data/claims/tarn-1931.yaml": claims, "data/phases.yaml": phases})
    status, lines = run(root, "build", "--no-search", seconds=120)
    assert (status, len(lines)) == (0, 1), lines
    assert "Caf\u00e9" in (root / "site/places/cafe/index.html").read_text("utf-8")


CONFIGURATIONS = {
    "missing": (None, "mkdocs.yml:1:1: error[unreadable]"),
    "empty": ("", "mkdocs.yml: Config value 'site_name'"),
    "a list": ("- a\n", "mkdocs.yml: "),
    "no YAML": ("site_name: [", "mkdocs.yml: "),
    "deep": ("a: " + "[" * 10_000, "mkdocs.yml: nested deeper than 30"),
    "not UTF-8": (b"site_name: \xff", "mkdocs.yml:1:12: error[encoding]"),
    "another folder": ("site_name: a\nplugins: [dossier]\ndocs_dir: data\n", "mkdocs.yml: docs_dir must be docs"),
    "no plugin": ("site_name: a\ntheme: material\n", "mkdocs.yml does not name the plugin"),
    "an unknown plugin": ("site_name: a\nplugins: [gulls]\n", "mkdocs.yml: "),
    "an unknown hook": ("site_name: a\nhooks: [gulls.py]\n", "mkdocs.yml: "),
    "an unknown theme": ("site_name: a\ntheme: gulls\n", "mkdocs.yml: "),
    "an unknown extension": ("site_name: a\nmarkdown_extensions: [gulls]\n", "mkdocs.yml: "),
    "a script for an address": ("site_name: a\nsite_url: javascript:alert(1)\n", "mkdocs.yml: "),
}  # fmt: skip


@pytest.mark.site
@pytest.mark.parametrize("case", CONFIGURATIONS)
def test_a_configuration_that_cannot_be_read_is_told(changed: Changed, case: str) -> None:
    text, expected = CONFIGURATIONS[case]
    root = changed({"mkdocs.yml": text})
    status, lines = run(root, "build", "--no-search")
    assert status == 1
    assert lines[0].startswith(f"error: {expected}")
    assert not (root / "site").exists()
