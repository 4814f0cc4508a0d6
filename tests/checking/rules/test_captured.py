from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dossier.captures.compare import fingerprint
from dossier.checking.rules import captured
from dossier.corpus.corpus import Corpus
from dossier.load import load, read
from tests.conftest import Changed
from tests.support.changes import added, swapped
from tests.support.paths import MINI

CAPTURES = MINI.parent / "mini-captures"
TEXT = (CAPTURES / "tarn-1931.txt").read_text("utf-8")
FILE = "tarn-1931.txt"
GUILD = "data/actors/lamp-guild.yaml"
LENT = "on some ninety of them, one to each of the lamps"


def lines(corpus: Corpus, folder: Path, root: Path = MINI) -> list[str]:
    found = captured.read_captures(corpus, folder)
    misfits = captured.check(corpus, found.paragraphs, captured.texts_of(corpus, root))
    return [str(problem) for problem in (*found.problems, *misfits)]


@pytest.fixture
def against(mini: Corpus, tmp_path: Path) -> Callable[[str], list[str]]:
    """What is wrong with ``mini`` against another captured text."""

    def found(text: str) -> list[str]:
        (tmp_path / FILE).write_text(text, "utf-8")
        return lines(mini, tmp_path)

    return found


def test_what_fits_its_captures_passes(mini: Corpus) -> None:
    assert lines(mini, CAPTURES) == []


def test_a_captured_article_that_is_not_there_is_named(mini: Corpus, tmp_path: Path) -> None:
    assert captured.read_captures(mini, tmp_path) == captured.CapturedArticles({}, (FILE,))


def test_a_paragraph_that_is_not_the_captured_one(against: Callable[[str], list[str]]) -> None:
    text = TEXT.replace("In its third year", "In its fourth year")
    second = next(line for line in text.splitlines() if line.startswith("In its"))
    assert against(text) == [
        "data/sources/tarn-1931.yaml:18:7: error[captured-paragraphs] capture.fingerprints.2: "
        f'paragraph 2 is not the captured one; its fingerprint is "{fingerprint(second)}"'
    ]


def test_another_number_of_paragraphs(against: Callable[[str], list[str]]) -> None:
    assert against(TEXT.replace("Share this page", "Nothing came of it, and in the end they sat down.")) == [
        "data/sources/tarn-1931.yaml:17:5: error[captured-paragraphs] capture.fingerprints: "
        "4 fingerprints, but 5 captured paragraphs; clean it anew",
    ]


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16", "utf-8-sig"])
def test_a_capture_is_read_in_any_encoding(mini: Corpus, tmp_path: Path, encoding: str) -> None:
    (tmp_path / FILE).write_bytes(
        TEXT.replace("Before they", "“Before” they").replace("“", "").replace("”", "").encode(encoding)
    )
    assert lines(mini, tmp_path) == []


def test_a_capture_that_is_no_text_is_a_problem_and_no_traceback(mini: Corpus, tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"\x89PNG\r\n\x1a\n")
    assert lines(mini, tmp_path) == [
        "data/sources/tarn-1931.yaml:15:9: error[capture] capture.file: tarn-1931.txt: a picture (PNG); "
        "save it as UTF-8 text or as HTML"
    ]


@pytest.mark.parametrize(
    ("anchor", "fault"),
    [
        ('{from: "some eighty", to: "lamps"}', '"some eighty" stands 0 times in the paragraph'),
        ('{from: "some ninety", to: "lamp oil"}', '"lamp oil" does not follow "some ninety" in the paragraph'),
    ],
)
def test_an_anchor_that_its_paragraphs_do_not_hold(changed: Changed, anchor: str, fault: str) -> None:
    root = changed({"data/claims/tarn-1931.yaml": swapped('{from: "some ninety", to: "lamps"}', anchor)})
    (found,) = lines(load(root), CAPTURES, root)
    assert found.startswith("data/claims/tarn-1931.yaml:16:11: error[captured-anchor] anchor: ")
    assert fault in found


def test_an_anchor_may_run_over_two_paragraphs(mini: Corpus) -> None:
    claim = mini.claim("tarn-1931-c04")
    assert claim.paragraphs == (2, 3)
    paragraphs = captured.read_captures(mini, CAPTURES).paragraphs
    second, third = paragraphs["tarn-1931"][1:3]
    assert claim.anchor.from_ in second
    assert claim.anchor.to in third


@pytest.mark.parametrize(
    ("there", "lacking"),
    [
        ("1905 to 1907", []),
        ("1905 to 1908", ["figure “1908”"]),
        ("Osk, 1905 to 1907", ["name “Osk”"]),
        ("May 1905 to 1907", ["date “May”"]),
        ("MCXII 1905 to 1907", ["name “MCXII”"]),
    ],
)
def test_what_a_paragraph_holds_and_its_restatement_lacks(
    against: Callable[[str], list[str]], there: str, lacking: list[str]
) -> None:
    found = [line for line in against(TEXT.replace("1905 to 1907", there)) if "captured-coverage" in line]
    assert [line.partition(" lacks the ")[2].partition(";")[0] for line in found] == lacking
    assert all(line.startswith("docs/sources/tarn-1931.md:18:1:") for line in found)


def test_what_is_left_out_for_a_reason_passes_and_a_reason_for_nothing_does_not(
    changed: Changed, tmp_path: Path
) -> None:
    (tmp_path / FILE).write_text(TEXT.replace("1905 to 1907", "1905 to 1908"), "utf-8")
    reasons = [f'    - {{paragraph: 4, words: "{words}", why: A slip of the pen.}}\n' for words in ("1908", "Reed")]
    root = changed({"data/sources/tarn-1931.yaml": added("".join(["  left_out:\n", *reasons]))})
    found = [line for line in lines(load(root), tmp_path, root) if "captured-coverage" in line]
    assert found == [
        "data/sources/tarn-1931.yaml:26:7: error[captured-coverage] capture.left_out.2: "
        "paragraph 4 does not lack “Reed”; take it out"
    ]


@pytest.mark.parametrize(
    ("text", "place", "told"),
    [
        ("Guild of Lamps", "tarn-1931#p1", True),
        ("wick", "tarn-1931#p1", True),  # capitals count
        ("Lamp Gui", "tarn-1931#p1", True),  # whole words
        ("the  Wick", "tarn-1931#p1", False),
        ("warden’s hand", "tarn-1931#p3", False),
        ("Lamp Guild", "tarn-1931#p2", True),
        ("Lamp Guild", "tarn-1931#p9", True),
        ("Lamp Guild", "quay-2002#p9", False),  # not captured
    ],
)
def test_a_name_that_its_paragraph_does_not_spell_so(changed: Changed, text: str, place: str, told: bool) -> None:
    name = "  - {text: Brotherhood of the Wick, kind: former, used_by: [tarn-1931#p1]}"
    root = changed({GUILD: swapped(name, f"  - {{text: {text}, kind: former, used_by: [{place}]}}")})
    corpus, _ = read(root)
    found = [line for line in lines(corpus, CAPTURES, root) if "captured-spelling" in line]
    start = f"{GUILD}:8:{len(text) + 38}: error[captured-spelling] names.5.used_by.1: "
    said = (
        f"paragraph {place[-1]} does not spell “{' '.join(text.split())}”; name a paragraph that does, or take it out"
    )
    assert found == ([start + said] if told else [])


def test_a_spelling_with_another_hyphen_is_told_as_it_is_written(changed: Changed, tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(TEXT.replace("reed cloaks", "reed‑cloaks"), "utf-8")
    name = "  - {text: Brotherhood of the Wick, kind: former, used_by: [tarn-1931#p1]}"
    root = changed({GUILD: swapped(name, "  - {text: reed-cloaks, kind: former, used_by: [tarn-1931#p3]}")})
    corpus, _ = read(root)
    (found,) = (line for line in lines(corpus, tmp_path, root) if "captured-spelling" in line)
    assert found.endswith(
        "paragraph 3 does not spell “reed-cloaks”; it writes “reed‑cloaks”: give the spelling exactly, "
        "its hyphens and quotes too"
    )


def test_a_quotation_of_an_article_may_have_nine_words(changed: Changed) -> None:
    quoted = "The guild had “some ninety of them, one to each of the lamps” [@tarn-1931-c02]. One paper"
    root = changed({"docs/quarrel.md": swapped("One paper", quoted)})
    assert lines(load(root), CAPTURES, root) == []


@pytest.mark.parametrize(
    ("file", "old", "line"),
    [
        (GUILD, "Its number of keepers", 10),
        ("docs/quarrel.md", "One paper", 7),
        ("data/claims/quay-2002.yaml", "Nobody lit the fire;", 32),
    ],
)
def test_nine_words_of_an_article_in_a_text_of_ours(changed: Changed, file: str, old: str, line: int) -> None:
    root = changed({file: swapped(old, f"{LENT}. {old}" if file != GUILD else f"{LENT} {old}")})
    (found,) = lines(load(root), CAPTURES, root)
    assert found.startswith(f"{file}:{line}:1: error[captured-words] ")
    assert f"words in common with tarn-1931: “{LENT.replace(',', '')}" in found


def test_titles_are_the_sources_own(changed: Changed) -> None:
    title = "In its third year the guild could call on some ninety"
    root = changed({"data/sources/tarn-1931.yaml": swapped("title: The Keepers of Brisa", f"title: {title}")})
    assert lines(load(root), CAPTURES, root) == []


def test_a_source_without_capture_is_left_alone(mini: Corpus) -> None:
    found = captured.read_captures(mini, CAPTURES)
    assert (list(found.paragraphs), found.missing) == (["tarn-1931"], ())


def test_the_texts_are_every_file_of_records_and_prose(mini: Corpus) -> None:
    texts = captured.texts_of(mini, MINI)
    files = {path.relative_to(MINI).as_posix() for path in MINI.rglob("*") if path.suffix in (".md", ".yaml")}
    assert texts.keys() == files
