from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dossier.cli import main
from dossier.commands.check import NOTICES
from dossier.swap import beside
from tests.conftest import Changed
from tests.support.changes import added, swapped
from tests.support.files import snapshot
from tests.support.paths import MINI

PLACE = "data/places/brisa.yaml"
LINE = 'data/places/brisa.yaml:2:7: error[unknown-type] type: "isle" is no type of the vocabulary'
BOARD = "data/actors/harbour-board.yaml"
SHARED = {BOARD: swapped("text: Quay Office", "text: Lamp Guild")}
NOTICE = "data/actors/lamp-guild.yaml:4:12: notice[shared-names] names.1.text: “Lamp Guild” is a name of harbour-board"
ACCEPTED = "- {rule: shared-names, record: lamp-guild, words: “Lamp Guild”, why: Both go by it.}\n"
COUNTS = "3 questions, 6 actors, 3 events, 3 places, 16 claims, 3 sources"


def run(*words: object) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words], prog_name="dossier")


def left(result: Result) -> None:
    """That it left with status 1 and no traceback."""
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit)


@pytest.fixture
def wrong(changed: Changed) -> Path:
    return changed({PLACE: swapped("type: region", "type: isle")})


@pytest.fixture
def old(tmp_path: Path, mini_site: Path) -> Path:
    """A site that was built before."""
    return Path(shutil.copytree(mini_site, tmp_path / "site"))


@pytest.mark.parametrize(
    "command", ["check", "clean", "format", "new", "schema", "permalinks", "build", "publish", "serve"]
)
def test_every_command_is_in_the_help_and_has_its_own(command: str) -> None:
    assert f"\n  {command} " in run("--help").output
    own = run(command, "-h")
    assert own.exit_code == 0
    assert "--root" in own.output


def test_its_version() -> None:
    assert "dossier, version " in run("--version").output


def test_no_problems() -> None:
    result = run("check", "--root", MINI)
    assert (result.exit_code, result.output) == (0, f"No problems (not compared with captures). {COUNTS}.\n")


def test_no_problems_against_the_captured_articles() -> None:
    result = run("check", "--root", MINI, "--captures", MINI.parent / "mini-captures")
    assert result.exit_code == 0
    assert "(7 anchors found in 1 captured article)" in result.output


def test_captured_articles_are_looked_for_in_one_place(changed: Changed, monkeypatch: pytest.MonkeyPatch) -> None:
    captured = MINI.parent / "mini-captures"
    root = changed({"captures/tarn-1931.txt": (captured / "tarn-1931.txt").read_bytes()})
    assert "found in 1 captured article" in run("check", "--root", root).output
    assert "not compared with captures" in run("check", "--root", MINI).output
    monkeypatch.setenv("CAPTURES", str(captured))
    assert "found in 1 captured article" in run("check", "--root", MINI).output


@pytest.mark.parametrize("content", [b"\x89PNG\r\n\x1a\n", b"", b"%PDF-1.4", b"PK\x03\x04"])
def test_clean_refuses_what_is_no_text_in_one_line(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.html").write_bytes(content)
    result = run("clean", tmp_path / "a.html", "--root", MINI)
    left(result)
    assert (result.stdout, result.stderr.count("\n")) == ("", 1)
    assert result.stderr.startswith(f"Error: {tmp_path / 'a.html'}: ")


def test_clean_says_how_it_read_a_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(
        "It was the warden’s hand, they said – and no\u00adbody else’s.\n".encode("utf-16")
    )
    result = run("clean", tmp_path / "a.txt", "--root", MINI)
    assert result.stderr.splitlines()[:2] == [
        "read as UTF-16, by its byte-order mark",
        "line 1: taken out: 1 soft hyphen: It was the warden’s hand, they said – and nobody else’s.",
    ]


def test_problems_are_printed_one_a_line_and_counted(wrong: Path) -> None:
    result = run("check", "--root", wrong)
    left(result)
    (line,) = result.stdout.splitlines()
    assert line.startswith(LINE)
    assert result.stderr == "1 problem.\n"


def test_a_notice_is_printed_and_does_no_harm(changed: Changed) -> None:
    result = run("check", "--root", changed(SHARED))
    assert result.exit_code == 0
    heading, first, last = result.stdout.splitlines()
    assert heading == NOTICES
    assert first.startswith(NOTICE)
    assert last == f"No problems, 1 notice (not compared with captures). {COUNTS}."


def test_a_notice_fails_a_strict_check_until_it_is_accepted(changed: Changed) -> None:
    root = changed(SHARED)
    result = run("check", "--strict", "--root", root)
    left(result)
    assert result.stdout.startswith(f"{NOTICES}\n{NOTICE}")
    assert result.stderr == "1 notice.\n"
    (root / "data/accepted.yaml").write_text(ACCEPTED, "utf-8")
    assert run("check", "--strict", "--root", root).output == f"No problems (not compared with captures). {COUNTS}.\n"


def test_notices_stand_after_errors_and_are_counted_apart(changed: Changed) -> None:
    result = run("check", "--root", changed({**SHARED, PLACE: swapped("type: region", "type: isle")}))
    left(result)
    error, nothing, heading, notice = result.stdout.splitlines()
    assert error.startswith(LINE)
    assert (nothing, heading) == ("", NOTICES)
    assert notice.startswith(NOTICE)
    assert result.stderr == "1 problem and 1 notice.\n"


def test_an_acceptance_that_fits_nothing_is_a_problem(changed: Changed) -> None:
    result = run("check", "--root", changed({"data/accepted.yaml": ACCEPTED}))
    left(result)
    assert "error[stale-acceptance]" in result.stdout


def test_dates_are_held_against_today(changed: Changed) -> None:
    year = date.today().year + 1
    result = run("check", "--root", changed({"data/sources/quay-2002.yaml": swapped("2002-03-09", f"{year}-03-09")}))
    assert f"notice[future-dates] issued: {year}-03-09 is yet to come" in result.stdout


def test_what_captures_say_is_no_notice(changed: Changed) -> None:
    value = swapped("low: 85, high: 95, unit: keepers", "low: 1, high: 1, unit: keepers")
    root = changed({"data/claims/tarn-1931.yaml": value})
    assert "notice[unsaid-values]" in run("check", "--root", root).stdout
    captures = MINI.parent / "mini-captures"
    assert "unsaid-values" not in run("check", "--root", root, "--captures", captures).stdout


def test_problems_against_the_captured_articles(changed: Changed) -> None:
    root = changed({"data/claims/tarn-1931.yaml": swapped('{from: "some ninety"', '{from: "some eighty"')})
    result = run("check", "--root", root, "--captures", MINI.parent / "mini-captures")
    left(result)
    assert "error[captured-anchor]" in result.stdout


def test_a_folder_that_holds_none_of_the_captured_articles(tmp_path: Path) -> None:
    result = run("check", "--root", MINI, "--captures", tmp_path)
    left(result)
    assert result.stdout == f"Not compared: tarn-1931.txt is not in {tmp_path}.\n"
    assert result.stderr == f"Error: no captured article in {tmp_path}\n"


def test_an_empty_folder_of_captures_in_the_dossier_is_no_mistake(changed: Changed) -> None:
    root = changed({})
    (root / "captures").mkdir()
    result = run("check", "--root", root)
    assert result.exit_code == 0, result.output
    assert "0 anchors found in 0 captured articles" in result.stdout


@pytest.mark.parametrize("line", ["new actor lamp", "new claim lamp", "impact lamp", "add FILE", "rename a b"])
def test_no_command_begins_a_dossier_where_none_is(tmp_path: Path, line: str) -> None:
    page, empty = tmp_path / "page.txt", tmp_path / "empty"
    page.write_text("The lamps went out.\n")
    empty.mkdir()
    result = run(*line.replace("FILE", str(page)).split(), "--root", empty)
    assert result.exit_code == 1
    assert "no such folder; run it in a dossier's folder" in result.output
    assert list(empty.iterdir()) == []


def test_a_folder_that_cannot_be_read_ends_no_command_with_a_traceback(
    changed: Changed, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_root: Path) -> None:
        raise PermissionError(13, "Permission denied", "docs/about")

    root = changed({})
    monkeypatch.setattr("dossier.commands.options.read", refused)
    result = run("impact", "lamp-guild", "--root", root)
    assert (result.exit_code, result.stderr) == (1, "error: docs/about: Permission denied\n")


@pytest.mark.site
def test_a_public_build_leaves_the_full_texts_out_and_another_says_that_it_holds_them(changed: Changed) -> None:
    root = changed({"captures/tarn-1931.txt": (MINI.parent / "mini-captures" / "tarn-1931.txt").read_text("utf-8")})
    page, words = root / "site/sources/tarn-1931/index.html", "private copy"
    private = run("build", "--root", root, "--no-search")
    assert "the full text of 1 article from captures/: do not publish it" in private.output
    assert words in page.read_text("utf-8")
    assert '<meta name="robots" content="noindex">' in page.read_text("utf-8")
    assert "sources/tarn-1931/" not in (root / "site/sitemap.xml").read_text("utf-8")
    public = run("build", "--root", root, "--no-search", "--public")
    assert "full text" not in public.output
    assert words not in page.read_text("utf-8")
    assert "sources/tarn-1931/" in (root / "site/sitemap.xml").read_text("utf-8")


def test_clean_names_the_mistakes_of_the_sources_record(changed: Changed) -> None:
    root = changed({"data/sources/tarn-1931.yaml": swapped("issued:", "isued:")})
    result = run("clean", MINI.parent / "mini-captures" / "tarn-1931.txt", "--source", "tarn-1931", "--root", root)
    left(result)
    assert 'isued: no such key; did you mean "issued"?' in result.stderr


def test_a_folder_that_holds_no_dossier(tmp_path: Path) -> None:
    result = run("check", "--root", tmp_path)
    left(result)
    assert result.stdout.startswith("data:1:1: error[no-data]")


def test_a_new_record_is_begun(changed: Changed) -> None:
    root = changed({})
    result = run("new", "place", "new-quay", "--root", root)
    assert result.exit_code == 0
    assert "data/places/new-quay.yaml" in result.output
    assert "NAME" in (root / "data/places/new-quay.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("kind", "key", "said"),
    [
        ("place", "lamp-guild", "is taken"),
        ("actor", "wick-brotherhood", "is taken"),
        ("place", "brisa", "is taken"),
        ("claim", "tarn-1931-c07", "is taken"),
        ("place", "New Quay", "is not lower-case letters"),
        ("place", "../new-quay", "is not lower-case letters"),
        ("claim", "nobody-2000", 'no source "nobody-2000"'),
        ("claim", "tarn-1932-c08", "did you mean tarn-1931"),
        ("claim", "tarn-1931-c8", "did you mean tarn-1931"),
        ("source", "tarn-1931-c08", "is written like the id of a claim"),
        ("isle", "new-quay", "is not one of"),
    ],
)
def test_an_id_that_cannot_be_is_refused_and_nothing_written(wrong: Path, kind: str, key: str, said: str) -> None:
    before = snapshot(wrong)
    result = run("new", kind, key, "--root", wrong)
    assert result.exit_code == 2
    assert said in result.output
    assert snapshot(wrong) == before


def test_a_new_claim_gets_the_next_number(changed: Changed) -> None:
    root = changed({})
    assert run("new", "claim", "tarn-1931", "--root", root).output.startswith("Begun tarn-1931-c08 in data/claims/")
    assert "tarn-1931-c09" in run("new", "claim", "tarn-1931", "--root", root).output


def test_records_are_formatted_and_it_is_told_once(changed: Changed) -> None:
    root = changed({PLACE: swapped("type: region\n", "")})
    (root / PLACE).write_text((root / PLACE).read_text() + "type:   region\n")
    stale = run("format", "--check", "--root", root)
    left(stale)
    assert PLACE in stale.output
    assert "run: dossier format" in stale.output
    told = run("format", root / PLACE, "--root", root)
    assert told.output == f"Changed {PLACE}.\n1 file.\n"
    assert (root / PLACE).read_text("utf-8") == (MINI / PLACE).read_text("utf-8")
    assert run("format", root / PLACE, "--root", root).output == ""


def test_what_cannot_be_read_or_is_none_of_the_dossiers_is_not_formatted(changed: Changed, tmp_path: Path) -> None:
    root = changed({PLACE: "type: a: b\n", BOARD: swapped("type: institution", "type:  institution")})
    before = snapshot(root)
    result = run("format", "--root", root)
    left(result)
    assert result.stdout.startswith(f"{PLACE}:1:8: error[yaml]")
    assert snapshot(root) == before
    (tmp_path / "x.yaml").write_text("a: b\n")
    assert "is no file of records" in run("format", tmp_path / "x.yaml", "--root", root).output


def test_what_a_killed_command_had_begun_is_finished(changed: Changed, monkeypatch: pytest.MonkeyPatch) -> None:
    root = changed({PLACE: swapped("type: region", "type:  region")})

    with monkeypatch.context() as patched:
        patched.setattr("dossier.editing.changes._put_in_place", lambda *_: None)
        run("format", "--root", root)
    assert (root / PLACE).read_text("utf-8") != (MINI / PLACE).read_text("utf-8")
    result = run("check", "--root", root)
    assert result.stderr == f"Finished what a command that was stopped had begun: {PLACE}.\n"
    assert (root / PLACE).read_text("utf-8") == (MINI / PLACE).read_text("utf-8")


def test_a_check_mends_first_what_has_one_right_answer_and_tells_the_rest(changed: Changed) -> None:
    root = changed({PLACE: swapped("type: region", "type:\tregion"), BOARD: swapped("institution", "instituton")})
    result = run("check", "--fix", "--root", root)
    left(result)
    told = [f"{PLACE}: made blanks of 1 tab", f"Changed {PLACE}."]
    assert result.stdout.split("\n")[:2] == told
    assert result.stdout.split("\n")[2].startswith(f"{BOARD}:2:7: error[")
    assert run("check", "--fix", "--root", root).stdout.startswith(BOARD)


def test_schemas_are_written_and_found_stale(changed: Changed) -> None:
    root = changed({})
    left(run("schema", "--check", "--root", root))
    assert not (root / "data/schema").exists()
    assert run("schema", "--root", root).exit_code == 0
    assert run("schema", "--check", "--root", root).exit_code == 0
    (root / "data/schema/place.json").write_text("{}\n", "utf-8")
    stale = run("schema", "--check", "--root", root)
    left(stale)
    assert "out of date: place.json;" in stale.output


def test_addresses_are_listed_once_and_found_missing(changed: Changed) -> None:
    root = changed({})
    left(run("permalinks", "--check", "--root", root))
    assert not (root / "data/permalinks.txt").exists()
    assert run("permalinks", "--root", root).exit_code == 0
    listed = (root / "data/permalinks.txt").read_text("utf-8")
    assert "actors/lamp-guild/\n" in listed
    assert "sources/tarn-1931/#p3\n" in listed
    assert run("permalinks", "--check", "--root", root).exit_code == 0
    assert "0 new addresses" in run("permalinks", "--root", root).output
    assert (root / "data/permalinks.txt").read_text("utf-8") == listed


def test_an_article_is_cleaned_as_its_record_says_and_its_fingerprints_are_given() -> None:
    result = run("clean", MINI.parent / "mini-captures/tarn-1931.txt", "--source", "tarn-1931", "--root", MINI)
    assert result.exit_code == 0
    assert "two years of talk on Brisa; 1905 to 1907 perhaps" in result.stdout
    assert "Share this page" not in result.stdout
    known = (MINI / "data/sources/tarn-1931.yaml").read_text("utf-8")
    prints = re.findall(r'- "([0-9a-f]{16})"', result.stderr)
    assert len(prints) == 4
    assert all(one in known for one in prints)


def test_a_source_to_clean_for_that_is_not_there() -> None:
    result = run("clean", MINI.parent / "mini-captures/tarn-1931.txt", "--source", "brisa", "--root", MINI)
    assert result.exit_code == 2
    assert 'no source "brisa"' in result.output


@pytest.mark.site
def test_a_site_is_built_into_a_folder(tmp_path: Path) -> None:
    result = run("build", "--root", MINI, "--into", tmp_path / "site", "--no-search")
    assert result.exit_code == 0
    assert f": {COUNTS}." in result.output
    assert (tmp_path / "site/actors/lamp-guild/index.html").is_file()
    assert not (tmp_path / "site/pagefind").exists()


@pytest.mark.site
def test_a_site_is_built_into_the_dossier_where_no_folder_is_named(changed: Changed) -> None:
    root = changed({})
    assert run("build", "--root", root, "--no-search").exit_code == 0
    assert run("build", "--root", root, "--no-search").exit_code == 0
    assert (root / "site/index.html").is_file()


def test_a_build_with_a_problem_leaves_the_old_site_as_it_was(wrong: Path, old: Path) -> None:
    before = snapshot(old)
    result = run("build", "--root", wrong, "--into", old)
    left(result)
    assert result.stdout.startswith(LINE)
    assert snapshot(old) == before


@pytest.mark.parametrize(
    ("file", "change", "said"),
    [
        ("docs/about/index.md", added("\nSee [nothing](nowhere.md).\n"), "nowhere.md"),
        ("mkdocs.yml", swapped("strict: true", "strict: [true"), "mkdocs.yml"),
        ("mkdocs.yml", swapped("name: material", "name: nothing"), "nothing"),
        ("mkdocs.yml", swapped("plugins: [dossier]", "plugins: []"), "plugin"),
        ("mkdocs.yml", lambda _: None, "mkdocs.yml"),
    ],
    ids=["link", "yaml", "theme", "plugin", "missing"],
)
def test_what_the_renderer_refuses_is_told_and_leaves_the_old_site_as_it_was(
    changed: Changed, old: Path, file: str, change: Callable[[str], str], said: str
) -> None:
    root, before = changed({}), snapshot(old)
    text = change((root / file).read_text("utf-8"))
    (root / file).unlink()
    if text:
        (root / file).write_text(text, "utf-8")
    result = run("build", "--root", root, "--into", old)
    left(result)
    assert said in result.stderr
    assert snapshot(old) == before


@pytest.mark.site
def test_an_edition_is_published_and_the_next_says_what_changed(changed: Changed, tmp_path: Path) -> None:
    root, words = changed({}), ("publish", "--no-search", "--into", tmp_path / "out", "--root")
    first = run(*words, root, "2024.1", "--date", "2024-04-01")
    assert (first.exit_code, first.stdout) == (
        0,
        f"Published edition 2024.1 of 2024-04-01 into {tmp_path / 'out'}.\n",
    )
    (root / PLACE).write_text((root / PLACE).read_text("utf-8").replace("type: region", "type: country"), "utf-8")
    second = run(*words, root, "2024.2")
    assert f"Published edition 2024.2 of {date.today().isoformat()} into" in second.stdout
    assert "; 1 change since edition 2024.1." in second.stdout
    assert (tmp_path / "out/2024.1/index.html").is_file()
    assert (tmp_path / "out/index.html").is_file()


@pytest.fixture
def editions(tmp_path: Path) -> Path:
    """A folder that one edition was published into."""
    assert run("publish", "2024.1", "--no-search", "--root", MINI, "--into", tmp_path / "out").exit_code == 0
    return tmp_path / "out"


@pytest.mark.site
def test_what_cannot_be_published_is_told_and_leaves_the_editions_as_they_were(wrong: Path, editions: Path) -> None:
    before, words = snapshot(editions), ("publish", "--no-search", "--into", editions, "--root")
    again, mistaken = run(*words, MINI, "2024.1"), run(*words, wrong, "2024.2")
    left(again)
    assert again.stderr == "error: edition 2024.1 is published, and an edition never changes; choose another name\n"
    left(mistaken)
    assert mistaken.stdout.startswith(LINE)
    (wrong / PLACE).write_text((MINI / PLACE).read_text("utf-8"), "utf-8")
    claims = wrong / "data/claims/tarn-1931.yaml"
    claims.write_text(claims.read_text("utf-8").replace("over the price of oil", "over oil"), "utf-8")
    unreasoned = run(*words, wrong, "2024.2")
    left(unreasoned)
    assert unreasoned.stdout.startswith("data/claims/tarn-1931.yaml:28:9: error[change-without-reason] text: ")
    with beside(editions):
        busy = run(*words, MINI, "2024.2")
    left(busy)
    assert busy.stderr == f"error: another run is writing {editions}; wait until it has ended\n"
    assert snapshot(editions) == before


@pytest.mark.site
def test_a_folder_of_editions_is_not_built_over(editions: Path) -> None:
    before = snapshot(editions)
    result = run("build", "--root", MINI, "--into", editions, "--no-search")
    assert result.exit_code == 2
    assert "holds published editions" in " ".join(result.output.replace("│", " ").split())
    assert snapshot(editions) == before


@pytest.mark.parametrize("words", [("--date", "2024-02-30"), ("--date", "May"), ()])
def test_a_date_that_is_none_and_a_folder_that_is_missing_are_refused(tmp_path: Path, words: tuple[str, ...]) -> None:
    into = ("--into", tmp_path / "out") if words else ()
    assert run("publish", "2024.1", "--root", MINI, *into, *words).exit_code == 2
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    result = run("publish", "2024.1", "--root", MINI, "--into", tmp_path / "file" / "out")
    left(result)
    assert result.stderr.startswith("error: ")


@pytest.mark.parametrize("target", [".", "..", "data", "docs/more", "kept"])
def test_a_folder_that_holds_other_things_is_not_built_over(changed: Changed, target: str) -> None:
    root = changed({"kept/letter.txt": "Dear A."})
    before = snapshot(root)
    result = run("build", "--root", root, "--into", root / target)
    assert result.exit_code == 2
    assert "name an empty folder" in " ".join(result.output.replace("│", " ").split())
    assert snapshot(root) == before
