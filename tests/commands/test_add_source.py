from __future__ import annotations

import gzip
import subprocess
from pathlib import Path

import pypandoc
import pytest
from click.testing import CliRunner, Result

from dossier.captures.compare import fingerprint
from dossier.cli import main
from tests.captures.saved_pages import FIRST, MHTML, WHOLE, article, page
from tests.conftest import Changed
from tests.support.pdf import Placed, pdf

LD = """{"@context": "https://schema.org", "@graph": [{"@type": "NewsArticle", "headline": "Who Lit: the Great Lamp?",
"datePublished": "1931-05-04T08:00:00Z", "dateModified": "1940-01-01", "author": {"@id": "#hill"}},
{"@id": "#hill", "@type": "Person", "name": "Jane Hill"}]}"""
HEAD = (
    '<title>Who Lit: the Great Lamp? | Lamp Times</title><meta property="og:site_name" content="Lamp Times">'
    '<link rel="canonical" href="https://lamps.example/who?utm_source=mail">'
    f'<script type="application/ld+json">{LD}</script>'
)
PARAGRAPHS = (
    "The Lamp Guild and Ada Veyl had kept the lamps of Saltmouth for longer than anybody could say, said Olaf Trygg.",
    "In 1903 the Harbor Board and Olaf Trygg counted ninety keepers, though some of them were seldom seen near a lamp.",
    "When the great lamp at North Head burned down that winter, each side blamed the other, and proved nothing.",
)
BODY = (
    f"<article><h1>Who Lit: the Great Lamp?</h1><p>{PARAGRAPHS[0]}</p><h2>The fire</h2><p>{PARAGRAPHS[1]}</p>"
    f"<p>{PARAGRAPHS[2]}</p></article>"
)
PAGE = f'<!DOCTYPE html><html lang="en"><head>{HEAD}</head><body>{BODY}</body></html>'
BARE = f"<html><body>{BODY}</body></html>"
RECORD = f"""# yaml-language-server: $schema=../schema/source.json
type: article-newspaper
title: "Who Lit: the Great Lamp?"
author:
  - family: Hill
    given: Jane
container-title: Lamp Times
issued: "1931-05-04"
URL: https://lamps.example/who
language: en
label: Hill 1931
perspective: WHO SPEAKS, FROM WHERE, AND WHAT THEY COULD NOT SEE.
capture:
  file: hill-1931.html
  fingerprints:
    - "{fingerprint(PARAGRAPHS[0])}"
    - "{fingerprint(PARAGRAPHS[1])}"
    - "{fingerprint(PARAGRAPHS[2])}"
"""
SKELETON = """# Who Lit: the Great Lamp?

RESTATE PARAGRAPH 1 IN YOUR OWN WORDS.
{: #p1 }

## The fire

RESTATE PARAGRAPH 2 IN YOUR OWN WORDS.
{: #p2 }

RESTATE PARAGRAPH 3 IN YOUR OWN WORDS.
{: #p3 }
"""


def run(*arguments: object) -> Result:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def state(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


@pytest.fixture
def root(changed: Changed) -> Path:
    return changed({})


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    path = tmp_path / "saved.HTM"
    path.write_text(PAGE, "utf-8")
    return path


def test_a_page_with_its_own_metadata(root: Path, saved: Path) -> None:
    before = state(root)
    result = run("add", saved, "--root", root)
    assert result.exit_code == 0, result.output
    new = {name: content for name, content in state(root).items() if name not in before}
    assert new == {
        "data/sources/hill-1931.yaml": RECORD.encode(),
        "docs/sources/hill-1931.md": SKELETON.encode(),
        "captures/hill-1931.html": PAGE.encode(),
    }
    for told in (
        "Lamp Guild (p1): lamp-guild",
        "Ada Veyl (p1): ada-veyl",
        "Harbor Board (p2): perhaps harbour-board",
        "North Head (p3): north-head",
        "no record knows (look for other spellings before you begin one):\n  Olaf Trygg (p1, p2)\n",
        "Made data/sources/hill-1931.yaml.",
        "dossier clean captures/hill-1931.html --source hill-1931",
    ):
        assert told in result.output


def test_what_is_left_to_do_is_all_that_check_finds(root: Path, saved: Path) -> None:
    run("add", saved, "--root", root)
    lines = run("check", "--root", root).stdout.splitlines()
    assert [line.partition(": error")[0] for line in lines if "error" in line] == [
        "data/sources/hill-1931.yaml:12:14",
        "docs/sources/hill-1931.md:3:1",
        "docs/sources/hill-1931.md:8:1",
        "docs/sources/hill-1931.md:11:1",
    ]
    assert all("error[placeholder]" in line for line in lines if "error" in line)


def test_once_it_is_filled_in_it_fits_its_capture(root: Path, saved: Path) -> None:
    run("add", saved, "--root", root)
    record, article = root / "data/sources/hill-1931.yaml", root / "docs/sources/hill-1931.md"
    record.write_text(
        record.read_text("utf-8").replace("WHO SPEAKS, FROM WHERE, AND WHAT THEY COULD NOT SEE.", "Hill.")
    )
    text = article.read_text("utf-8")
    for number, words in enumerate(
        (
            "The [[lamp-guild]] and [[ada-veyl]] kept lamps in [[saltmouth]], Olaf Trygg said.",
            "There were ninety keepers in 1903, by the count of the [[harbour-board|Harbor Board]] and Olaf Trygg.",
            "The lamp at [[north-head]] burned.",
        ),
        1,
    ):
        text = text.replace(f"RESTATE PARAGRAPH {number} IN YOUR OWN WORDS.", words)
    article.write_text(text)
    result = run("check", "--root", root)
    assert (result.exit_code, "1 captured article" in result.output) == (0, True), result.output


def test_a_page_that_says_nothing_of_itself_leaves_it_open(root: Path, tmp_path: Path) -> None:
    (tmp_path / "bare.html").write_text(BARE, "utf-8")
    result = run("add", tmp_path / "bare.html", "--root", root)
    assert (
        "The file does not say: author, container-title or publisher, issued, language, URL. "
        "What nobody knows is left out; `note` says why." in result.output
    )
    record = (root / "data/sources/who-lit-the.yaml").read_text("utf-8")
    assert record.startswith(
        "# yaml-language-server: $schema=../schema/source.json\ntype: webpage\n"
        'title: "Who Lit: the Great Lamp?"\nlabel: FAMILY 2020\n'
    )
    assert "error[placeholder] “FAMILY 2020” was not replaced" in run("check", "--root", root).stdout


def test_a_text_without_a_title(root: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("By Jane Hill\n\n" + "\n\n".join(PARAGRAPHS), "utf-8")
    result = run("add", tmp_path / "a.txt", "--root", root, "--source", "hill-keepers")
    assert "The file does not say: type, title, container-title or publisher, issued, language, URL." in result.output
    assert "once the title stands there, clean the article again" in result.output
    found = run("check", "--root", root).stdout
    assert 'data/sources/hill-keepers.yaml:2:7: error[unknown-value] type: "TYPE"' in found
    assert "docs/sources/hill-keepers.md:1:1: error[placeholder] “TITLE” was not replaced" in found


def test_a_pdf(root: Path, tmp_path: Path) -> None:
    lines = [
        Placed(text[start : start + 80], 72, 700 - 60 * place - 14 * row)
        for place, text in enumerate(PARAGRAPHS)
        for row, start in enumerate(range(0, len(text), 80))
    ]
    (tmp_path / "a.pdf").write_bytes(
        pdf([[Placed("Who Lit the Great Lamp?", 72, 760, 18), *lines]], title="Who Lit the Great Lamp?")
    )
    result = run("add", tmp_path / "a.pdf", "--root", root)
    assert "Made captures/who-lit-the.pdf." in result.output
    assert (root / "data/sources/who-lit-the.yaml").read_text("utf-8").count('    - "') == 3


def test_a_source_that_is_there_is_not_written_over(root: Path, saved: Path) -> None:
    before = state(root)
    result = run("add", saved, "--root", root, "--source", "tarn-1931")
    assert result.output == 'Error: "tarn-1931" is taken, and nothing was written; name another id with --source\n'
    assert state(root) == before
    run("add", saved, "--root", root)
    before = state(root)
    result = run("add", saved, "--root", root)
    assert (
        result.output == 'Error: this is the article of "hill-1931", which is a source already; nothing was written\n'
    )
    assert state(root) == before


def test_a_document_and_a_page_in_one_file(root: Path, tmp_path: Path) -> None:
    markdown = "# The oil\n\n" + "\n\n".join(PARAGRAPHS) + "\n\n# The fire\n\n" + FIRST
    command = [pypandoc.get_pandoc_path(), "--standalone", "--from=markdown", "--to=docx", "--output=-"]
    told = ["--metadata=title:Lamps", "--metadata=author:Jane Hill"]
    made = subprocess.run([*command, *told], input=markdown.encode(), capture_output=True, check=True).stdout
    (tmp_path / "a.docx").write_bytes(made)
    assert "Made captures/hill.docx." in run("add", tmp_path / "a.docx", "--root", root).output
    record = (root / "data/sources/hill.yaml").read_text("utf-8")
    assert "title: Lamps\nauthor:\n  - family: Hill\n    given: Jane\n" in record
    (tmp_path / "b.mht").write_text(MHTML.format(page=page(article(*WHOLE))), "utf-8")
    run("add", tmp_path / "b.mht", "--root", root, "--source", "b-2021")
    assert "URL: https://lamps.example/keepers" in (root / "data/sources/b-2021.yaml").read_text("utf-8")
    assert (root / "captures/b-2021.mhtml").read_bytes() == (tmp_path / "b.mht").read_bytes()


def test_a_compressed_page_is_kept_unpacked(root: Path, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(gzip.compress(PAGE.encode()))
    run("add", tmp_path / "a.html", "--root", root)
    assert (root / "captures/hill-1931.html").read_text("utf-8") == PAGE


def test_another_of_one_year_gets_a_letter(root: Path, saved: Path, tmp_path: Path) -> None:
    run("add", saved, "--root", root)
    other = (
        PAGE.replace("the lamps", "every lamp")
        .replace("keepers", "men")
        .replace("winter", "year")
        .replace("/who", "/what")
    )
    (tmp_path / "other.html").write_text(other, "utf-8")
    assert "Made data/sources/hill-1931b.yaml." in run("add", tmp_path / "other.html", "--root", root).output


def test_a_file_that_lies_in_captures_already_stays_there(root: Path) -> None:
    (root / "captures").mkdir()
    (root / "captures/hill-1931.html").write_text(PAGE, "utf-8")
    result = run("add", root / "captures/hill-1931.html", "--root", root)
    assert "Made captures" not in result.output
    assert "Made data/sources/hill-1931.yaml." in result.output


@pytest.mark.parametrize("content", [b"\x89PNG\r\n\x1a\n", b"", b"%PDF-1.4"])
def test_what_is_no_article_is_refused_in_one_line(root: Path, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.html").write_bytes(content)
    before = state(root)
    result = run("add", tmp_path / "a.html", "--root", root)
    assert (result.exit_code, result.output.count("\n")) == (1, 1)
    assert result.output.startswith(f"Error: {tmp_path / 'a.html'}: ")
    assert state(root) == before


@pytest.mark.parametrize("at", [0, 1, 2])
@pytest.mark.parametrize("stopped", [KeyboardInterrupt, OSError])
def test_what_is_stopped_half_way_leaves_nothing(
    root: Path, saved: Path, monkeypatch: pytest.MonkeyPatch, at: int, stopped: type[BaseException]
) -> None:
    before, replace = state(root), Path.replace
    calls: list[Path] = []

    def failing(one: Path, other: Path) -> Path:
        calls.append(other)
        if len(calls) == at + 1:
            raise stopped
        return replace(one, other)

    monkeypatch.setattr(Path, "replace", failing)
    result = CliRunner().invoke(main, ["add", str(saved), "--root", str(root)])
    assert result.exit_code == 1
    assert state(root) == before
