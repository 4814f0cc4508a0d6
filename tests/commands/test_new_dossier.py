"""Another dossier is begun, filled with three invented records, and built."""

from __future__ import annotations

import re
import stat
import tomllib
from datetime import date
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from dossier.cli import main
from dossier.commands.check import checked
from dossier.commands.new_dossier import PAGES, REAL_COMMON, BeginningError, begin
from dossier.corpus.permalinks import published
from dossier.load import load
from dossier.model.json_schema import schemas
from dossier.renderers.mkdocs import prose_of
from dossier.site.build import build
from tests.support.files import snapshot
from tests.support.links import BuiltPage, dead_links, read_site
from tests.support.paths import ROOT

TITLE, SUBJECT = 'Tulips: "Dear" & Cheap', "the price of tulips: a tale"
RECORDS = {
    "data/sources/hoorn-1640.yaml": """\
type: book
title: A Dialogue on Flowers
author:
  - {family: Hoorn, given: Gerrit}
container-title: Printed at Haarlem
issued: "1640"
label: Hoorn 1640
perspective: A schoolmaster who bought no bulb.
""",
    "docs/sources/hoorn-1640.md": """\
# A Dialogue on Flowers

In the first month of 1637 the [[haarlem-growers]] sold a bulb for 1,200 guilders.
{: #p1 }
""",
    "data/vocabulary.yaml": """\
actors:
  nursery: {one: Nursery, many: Nurseries, shape: hexagon}
""",
    "data/actors/haarlem-growers.yaml": """\
type: nursery
names:
  - {text: Growers of Haarlem, kind: primary, used_by: [hoorn-1640#p1]}
""",
    "data/claims/hoorn-1640.yaml": """\
- id: hoorn-1640-c01
  text: A single bulb sold for 1,200 guilders in January 1637.
  kind: figure
  certainty: stated
  paragraphs: [1]
  anchor: {from: one bulb went, to: of that winter}
  about: [haarlem-growers]
  value: {low: 1200, unit: guilders, as_of: "1637-01"}
""",
}


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dossier as it is begun; not to be written to."""
    target = tmp_path_factory.mktemp("begun") / "tulips"
    begin(ROOT, target, TITLE, SUBJECT)
    return target


@pytest.fixture(scope="module")
def empty_pages(begun: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, BuiltPage]:
    target = tmp_path_factory.mktemp("empty") / "site"
    build(begun, target, prose_of, search=False)
    assert dead_links(target, read_site(target)) == []
    return read_site(target)


def test_a_dossier_that_is_begun_has_no_problems_and_no_records(begun: Path) -> None:
    corpus = load(begun)
    assert not corpus.records
    assert {document.name for document in corpus.documents} == {
        "index",
        "about/index",
        *(f"about/{name}" for name in PAGES),
    }
    assert {path.name: path.read_text("utf-8") for path in (begun / "data/schema").iterdir()} == schemas()


def test_it_says_what_it_is_on_and_nothing_of_its_parent(begun: Path) -> None:
    config = yaml.safe_load((begun / "mkdocs.yml").read_text("utf-8").replace("!ENV", ""))
    assert config["site_name"] == TITLE
    assert SUBJECT in config["site_description"]
    assert yaml.safe_load((begun / "CITATION.cff").read_text("utf-8"))["title"] == TITLE
    assert f"A reference website on {SUBJECT}." in (begun / "README.md").read_text("utf-8")
    files = snapshot(begun)
    parent = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))["title"]
    theirs = {name: content for name, content in files.items() if not name.startswith("scripts/dossier/")}
    assert [name for name, content in theirs.items() if parent.encode() in content] == []
    left = re.compile(rb"\$(?:title|subject|description|maintainers)\b|\$\$")
    assert [name for name, content in theirs.items() if left.search(content) and not name.startswith("tests/")] == []


def test_its_pages_on_the_site_are_those_of_every_dossier_and_stand_in_its_menu(begun: Path) -> None:
    menu = (begun / "mkdocs.yml").read_text("utf-8")
    assert {"citing", "method", "rules", "corrections", "contributing", "records"} <= set(PAGES)
    for name in PAGES:
        assert (begun / f"docs/about/{name}.md").read_bytes() == (ROOT / f"docs/about/{name}.md").read_bytes()
        assert f"about/{name}.md" in menu


def test_its_checks_pass(begun: Path) -> None:
    found = checked(begun, date(2026, 1, 1))
    assert (found.errors, found.notices) == ((), ())
    check = yaml.safe_load((begun / ".github/workflows/check.yml").read_text("utf-8"))
    assert check["jobs"]["test"]["steps"][-1]["run"] == "scripts/test --quick"


def test_its_scripts_can_be_run_and_its_program_is_its_own(begun: Path) -> None:
    for name in ("serve", "build", "test", "check", "release"):
        assert (begun / "scripts" / name).stat().st_mode & stat.S_IXUSR, name
    theirs, ours = snapshot(begun / "scripts/dossier"), snapshot(ROOT / "scripts/dossier")
    assert theirs == {name: content for name, content in ours.items() if "__pycache__" not in name}
    assert tomllib.loads((begun / "pyproject.toml").read_text("utf-8"))["project"]["name"] == "dossier"
    assert {path.name for path in (begun / "tests/real").iterdir()} == REAL_COMMON
    assert (begun / "tests/mini/mkdocs.yml").is_file()
    assert not (begun / "tests/bench").exists()


def test_without_records_every_page_says_that_there_is_nothing_yet(empty_pages: dict[str, BuiltPage]) -> None:
    said = {
        "map/": ("place",),
        "timeline/": ("event",),
        "compare/": ("question",),
        **{f"{kind}s/": (kind,) for kind in ("actor", "claim", "event", "place", "question", "source")},
    }
    for address, words in said.items():
        found = [text for text in empty_pages[address].texts("article p") if text.endswith("is recorded yet.")]
        assert found == [f"No {word} is recorded yet." for word in words], address
    home = empty_pages[""]
    assert "Nothing is recorded yet." in home.texts("article p")
    assert SUBJECT in home.texts(".home-lead > p")[0]
    assert home.texts("article h2") == ["What this site cannot tell#"]


@pytest.mark.site
def test_three_records_make_a_site(tmp_path: Path) -> None:
    root, target = tmp_path / "tulips", tmp_path / "site"
    begin(ROOT, root, TITLE, SUBJECT)
    for name, text in RECORDS.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    corpus = build(root, target, prose_of)
    pages = read_site(target)
    assert sorted(corpus.records) == ["haarlem-growers", "hoorn-1640", "hoorn-1640-c01"]
    assert pages["claims/hoorn-1640-c01/"].texts("h1") == [corpus.claim("hoorn-1640-c01").text]
    assert pages[""].texts("h1") == [TITLE]
    assert dead_links(target, pages) == []
    assert "actors/haarlem-growers/" in set(published(corpus))
    assert (target / "pagefind/pagefind.js").is_file()


def test_the_command_begins_one(tmp_path: Path) -> None:
    line = ["new-dossier", str(tmp_path / "other"), "--title", "T", "--subject", "s", "--root", str(ROOT)]
    done = CliRunner().invoke(main, line)
    assert done.exit_code == 0, done.output
    assert "README.md says what next" in done.output
    again = CliRunner().invoke(main, line)
    assert again.exit_code == 1
    assert "is not an empty folder" in again.output


@pytest.mark.parametrize("words", ["", "  ", "a\nb", "<b>", "[x](y)", "a {{ b }}", "$title", "back`tick", "a\u202eb"])
def test_a_title_with_markup_is_refused_before_anything_is_written(tmp_path: Path, words: str) -> None:
    for title, subject in ((words, "s"), ("T", words)):
        with pytest.raises(BeginningError, match="words on one line"):
            begin(ROOT, tmp_path / "other", title, subject)
    assert not (tmp_path / "other").exists()


def test_a_folder_that_holds_something_or_lies_inside_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for target, reason in ((tmp_path, "not an empty"), (tmp_path / "file", "not an empty"), (ROOT / "x", "lies in")):
        with pytest.raises(BeginningError, match=reason):
            begin(ROOT, target, "T", "s")


def test_where_it_fails_on_the_way_nothing_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("dossier.commands.new_dossier.schemas", full)
    line = ["new-dossier", str(tmp_path / "other"), "--title", "T", "--subject", "s", "--root", str(ROOT)]
    done = CliRunner().invoke(main, line)
    assert (done.exit_code, done.stderr) == (1, "error: No space left on device\n")
    assert list(tmp_path.iterdir()) == []


def test_the_folder_in_which_one_stands_is_not_exchanged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(BeginningError, match="is the folder in which you are"):
        begin(ROOT, Path(), "T", "s")


def test_it_needs_a_whole_dossier_to_take_the_program_from(tmp_path: Path) -> None:
    (tmp_path / "half").mkdir()
    with pytest.raises(BeginningError, match="run it from the folder of a whole dossier"):
        begin(tmp_path / "half", tmp_path / "other", "T", "s")
