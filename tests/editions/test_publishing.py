from __future__ import annotations

import json
import os
import random
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from urllib.parse import urljoin

import pytest

from dossier.corpus.corpus import Corpus
from dossier.editions import publishing
from dossier.editions.history import History
from dossier.editions.publishing import publish
from dossier.editions.state import Edition, EditionError
from dossier.problems import ProblemsFound
from dossier.renderers.mkdocs import prose_of
from dossier.site.build import write_site
from dossier.site.renderer import RenderError
from dossier.swap import BusyError, beside
from tests.conftest import Change, Changed, apply
from tests.support.changes import swapped
from tests.support.files import snapshot
from tests.support.full import unless_full
from tests.support.links import HERE, BuiltPage, dead_links, read_site
from tests.support.paths import MINI
from tests.support.second import FIRST, LATER, SECOND

ONE, TWO = Edition(*FIRST), Edition(*LATER)
WRITE = partial(write_site, renderer=prose_of, search=False)


def small(_root: Path, folder: Path, corpus: Corpus, /, *, edition: Edition, history: History) -> None:
    """A site of one page and one private folder."""
    (folder / "about").mkdir(parents=True)
    (folder / "404.html").write_text(f"{edition.name} {len(history.steps)} {len(corpus.full_texts)}")
    (folder / "about/index.html").write_text(edition.date)


def failing(root: Path, folder: Path, corpus: Corpus, /, *, edition: Edition, history: History) -> None:
    small(root, folder, corpus, edition=edition, history=history)
    raise RenderError("no")


def change(root: Path, files: Mapping[str, Change]) -> None:
    for name, one in files.items():
        apply(root / name, one)


@dataclass
class Twice:
    """The same dossier published twice: the first folder as it was, and the second with both editions."""

    before: Path
    after: Path
    pages: dict[str, BuiltPage]


@pytest.fixture(scope="module")
def twice(tmp_path_factory: pytest.TempPathFactory) -> Twice:
    folder = tmp_path_factory.mktemp("published")
    root, target = Path(shutil.copytree(MINI, folder / "mini")), folder / "out"
    publish(root, target, ONE, WRITE)
    shutil.copytree(target, folder / "first")
    change(root, SECOND)
    publish(root, target, TWO, WRITE)
    return Twice(folder / "first", target, read_site(target))


def under(folder: Path, name: str) -> dict[str, bytes]:
    return snapshot(folder / name)


def follow(twice: Twice, address: str) -> BuiltPage:
    """Where a reader ends who opens an address of the latest."""
    page = twice.pages[address.partition("#")[0]]
    for content in page.tree.xpath("//meta[@http-equiv='refresh']/@content"):
        return twice.pages[urljoin(HERE + page.address, content.split("url=")[1]).removeprefix(HERE)]
    return page


def test_an_edition_stands_under_its_name_and_the_latest_is_the_same(twice: Twice) -> None:
    edition = under(twice.after, TWO.name)
    assert {"index.html", "404.html", "data/edition.json", "places/north-cape/index.html"} <= edition.keys()
    latest = {
        name: file for name, file in snapshot(twice.after).items() if name.split("/")[0] not in (ONE.name, TWO.name)
    }
    assert latest.pop("editions.json")
    assert latest == edition


def test_an_earlier_edition_stays_byte_for_byte(twice: Twice) -> None:
    assert under(twice.after, ONE.name) == under(twice.before, ONE.name)


def test_the_editions_are_listed_with_what_changed_in_each(twice: Twice) -> None:
    listed = json.loads((twice.after / "editions.json").read_text("utf-8"))
    assert [(one["name"], one["date"]) for one in listed] == [FIRST, LATER]
    assert listed[0]["changed"] == []
    assert listed[1]["changed"] == ["tarn-1931-c04", "north-head", "tide-gazette", "board-1934-c04", "quay-2002-c05"]


def test_every_link_of_every_edition_leads_somewhere(twice: Twice) -> None:
    assert dead_links(twice.after, {a: page for a, page in twice.pages.items() if not a.endswith("404.html")}) == []


def test_every_address_of_the_first_edition_leads_somewhere_in_the_latest(twice: Twice) -> None:
    """Fragments too: of claims that were merged or withdrawn, and of paragraphs and positions."""
    state = json.loads((twice.before / ONE.name / "data/edition.json").read_text("utf-8"))
    for address in state["addresses"]:
        page, fragment = follow(twice, address), address.partition("#")[2]
        assert not fragment or fragment in page.ids or fragment == "north-head", address


@pytest.mark.parametrize(
    ("old", "words"),
    [
        ("claims/tarn-1931-c04/", "over the price of lamp oil"),
        ("places/north-head/", "North Head"),
        ("actors/tide-gazette/", "Harbour Board"),
        ("claims/board-1934-c04/", "has paid for the lamps"),
        ("claims/quay-2002-c05/", "The article has no such sentence."),
        ("sources/quay-2002/#quay-2002-c05", "Claim quay-2002-c05 was withdrawn. The article has no such sentence."),
    ],
)
def test_an_old_citation_is_followed_to_what_it_is_now(twice: Twice, old: str, words: str) -> None:
    assert f"{ONE.name}/{old.partition('#')[0]}" in twice.pages
    assert words in " ".join(follow(twice, old).texts("article"))


def test_an_old_citation_finds_what_it_cited_in_its_edition(twice: Twice) -> None:
    page = twice.pages[f"{ONE.name}/claims/tarn-1931-c04/"]
    assert "over the price of oil" in " ".join(page.texts("h1"))


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("claims/quay-2002-c05/", "This claim was withdrawn (3 May 2024). The article has no such sentence."),
        ("places/north-head/", "This place was renamed. The cape has that name now."),
        ("actors/tide-gazette/", "This actor was merged. The board printed it."),
    ],
)
def test_a_page_that_is_gone_says_what_it_was_and_which_edition_holds_it(
    twice: Twice, address: str, words: str
) -> None:
    page = twice.pages[address]
    was = twice.pages[f"{ONE.name}/{address}"]
    assert page.texts("h1") == was.texts("h1")
    assert words in page.texts("article p")
    (link,) = page.tree.xpath("//article//p/a[contains(@href, '2024.1')]/@href")
    assert link == f"https://lamp.example/{ONE.name}/{address}"


def test_a_withdrawn_claim_is_cited_under_its_own_words(twice: Twice) -> None:
    page = twice.pages["claims/quay-2002-c05/"]
    (was,) = twice.pages[f"{ONE.name}/claims/quay-2002-c05/"].texts("h1")
    entries = page.texts("[data-cite]")
    assert entries
    for style in ("apa", "chicago", "mla"):
        (cited,) = page.texts(f"[data-cite='{style}']")
        assert "(claim, withdrawn)" in cited.lower()
        assert was.rstrip(".").casefold() in cited.casefold()
    assert not any("quay-2002-c05." in one for one in entries)
    (told,) = page.tree.xpath("//meta[@property='og:title']/@content")
    assert told.endswith("(claim, withdrawn)")


def test_every_link_of_an_edition_stays_in_it(twice: Twice) -> None:
    is_old = re.compile(rf"{re.escape(ONE.name)}/(?!404)")
    old = {address: page for address, page in twice.pages.items() if is_old.match(address)}
    assert len(old) > 50
    for address, page in old.items():
        left = [link for link in page.links() if link.startswith(HERE) and not link.startswith(f"{HERE}{ONE.name}/")]
        assert (address, left) == (address, [])


def test_the_page_of_changes_leads_to_the_list_of_editions(twice: Twice) -> None:
    for page in ("changes/", f"{ONE.name}/changes/"):
        assert "https://lamp.example/editions.json" in twice.pages[page].links()
    assert (twice.after / "editions.json").is_file()


def test_the_texts_of_an_edition_lead_into_it(twice: Twice) -> None:
    text = (twice.after / ONE.name / "questions/when-founded/index.md").read_text("utf-8")
    assert f'\naddress: "https://lamp.example/{ONE.name}/questions/when-founded/"\n' in text
    assert f'\nedition: "{ONE.name}"\ndate: "{ONE.date}"\n' in text
    assert text.count("https://lamp.example/") == text.count(f"https://lamp.example/{ONE.name}/") > 10
    index = (twice.after / ONE.name / "llms.txt").read_text("utf-8")
    assert f"This is edition {ONE.name} of {ONE.date}, which never changes." in index


def test_the_data_of_what_is_gone_say_what_it_was(twice: Twice) -> None:
    told = json.loads((twice.after / "claims/quay-2002-c05/index.json").read_text("utf-8"))["redirect"]
    (was,) = twice.pages[f"{ONE.name}/claims/quay-2002-c05/"].texts("h1")
    assert (told["said"], told["reason"]) == (was, "withdrawn")


def test_what_is_gone_is_in_no_site_map(twice: Twice) -> None:
    text = (twice.after / "sitemap.xml").read_text("utf-8")
    assert "places/north-cape/<" in text
    assert text.count("<url>") == text.count(f"</loc><lastmod>{TWO.date}</lastmod></url>") > 20
    assert not any(f"{one}/<" in text for one in ("north-head", "tide-gazette", "quay-2002-c05"))


def test_the_fragment_of_a_merged_claim_stands_at_the_other(twice: Twice) -> None:
    (mark,) = twice.pages["sources/board-1934/"].tree.xpath("//*[@id='board-1934-c04']")
    assert mark.getparent().get("id") == "board-1934-c01"


def test_what_changed_is_given_back(changed: Changed, tmp_path: Path) -> None:
    root = changed({})
    assert publish(root, tmp_path / "out", ONE, small).before is None
    change(root, {"data/places/brisa.yaml": swapped("type: region", "type: country")})
    step = publish(root, tmp_path / "out", TWO, small)
    assert (step.before, [one.record for one in step.changes]) == (ONE, ["brisa"])


def test_the_renderer_is_told_the_edition_and_its_history_and_not_the_full_texts(
    changed: Changed, tmp_path: Path
) -> None:
    captured = (MINI.parent / "mini-captures/tarn-1931.txt").read_text("utf-8")
    root, told = changed({"captures/tarn-1931.txt": captured}), list[str]()
    publish(root, tmp_path / "out", ONE, small, tell=told.append)
    publish(root, tmp_path / "out", TWO, small)
    assert (tmp_path / "out/2024.1/404.html").read_text() == "2024.1 1 0"
    assert (tmp_path / "out/404.html").read_text() == "2024.2 2 0"
    assert told == ["Reading and checking the records …", "Writing edition 2024.1 …"]


def test_the_latest_is_a_copy_and_an_earlier_edition_the_same_files(tmp_path: Path) -> None:
    publish(MINI, tmp_path / "out", ONE, small)
    page = tmp_path / "out/2024.1/404.html"
    inode = page.stat().st_ino
    publish(MINI, tmp_path / "out", TWO, small)
    assert page.stat().st_ino == inode
    assert (tmp_path / "out/404.html").stat().st_ino != (tmp_path / "out/2024.2/404.html").stat().st_ino


def test_a_disk_without_links_gets_copies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(MINI, tmp_path / "out", ONE, small)
    before = under(tmp_path / "out", ONE.name)

    def refused(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refused)
    publish(MINI, tmp_path / "out", TWO, small)
    assert under(tmp_path / "out", ONE.name) == before


def test_what_a_host_keeps_in_hidden_files_stays(tmp_path: Path) -> None:
    publish(MINI, tmp_path / "out", ONE, small)
    (tmp_path / "out/.git").mkdir()
    (tmp_path / "out/.git/HEAD").write_text("ref")
    (tmp_path / "out/.nojekyll").touch()
    (tmp_path / "out/stale.html").touch()
    publish(MINI, tmp_path / "out", TWO, small)
    assert {".git/HEAD", ".nojekyll"} <= snapshot(tmp_path / "out").keys()
    assert not (tmp_path / "out/stale.html").exists()


LOST = "is in edition 2024.1, and would be lost; bring it back, or say here where it went"


@pytest.mark.parametrize(
    ("files", "said"),
    [
        (
            {"data/claims/tarn-1931.yaml": swapped("over the price of oil", "over oil")},
            'data/claims/tarn-1931.yaml:28:9: error[change-without-reason] text: claim "tarn-1931-c04" changed (text)',
        ),
        (
            {"data/claims/quay-2002.yaml": lambda text: text[: text.rindex("- id:")]},
            f"data/redirects.yaml:1:1: error[permalink] sources/quay-2002/#quay-2002-c05 {LOST}",
        ),
        (
            {"docs/about/more.md": "# More\n", "docs/about/index.md": None},
            f"data/redirects.yaml:1:1: error[permalink] about/ {LOST}",
        ),
    ],
)
def test_what_an_edition_may_not_do_to_the_one_before(
    changed: Changed, tmp_path: Path, files: Mapping[str, Change], said: str
) -> None:
    root, target = changed({}), tmp_path / "out"
    publish(root, target, ONE, small)
    before = snapshot(tmp_path / "out")
    change(root, files)
    with pytest.raises(ProblemsFound) as found:
        publish(root, target, TWO, failing)
    assert said in str(found.value)
    assert snapshot(target) == before


@pytest.mark.parametrize(
    ("edition", "how", "error"),
    [
        (ONE, small, EditionError),
        (Edition("Two", "2024-05-10"), small, EditionError),
        (Edition("about", "2024-05-10"), small, EditionError),
        (Edition("404.html", "2024-05-10"), small, EditionError),
        (Edition("data", "2024-05-10"), small, EditionError),
        (Edition("editions.json", "2024-05-10"), small, EditionError),
        (TWO, failing, RenderError),
    ],
)
def test_whatever_fails_leaves_what_was_there(
    tmp_path: Path, edition: Edition, how: publishing.WriteEdition, error: type[Exception]
) -> None:
    target = tmp_path / "out"
    publish(MINI, target, ONE, small)
    before = snapshot(target)
    with pytest.raises(error):
        publish(MINI, target, edition, how)
    assert snapshot(target) == before
    assert list(tmp_path.iterdir()) == [target]


def test_a_page_cannot_take_the_place_of_an_edition(tmp_path: Path) -> None:
    publish(MINI, tmp_path / "out", Edition("team", FIRST[1]), small)

    def with_team(*words: object, **more: object) -> None:
        small(*words, **more)  # type: ignore[arg-type]
        (words[1] / "team").mkdir()  # type: ignore[operator]

    with pytest.raises(EditionError, match="a page or file of its own at team"):
        publish(MINI, tmp_path / "out", TWO, with_team)


def test_two_at_once(tmp_path: Path) -> None:
    with beside(tmp_path / "out"), pytest.raises(BusyError, match="another run is writing"):
        publish(MINI, tmp_path / "out", ONE, small)


COMMAND = [sys.executable, "-m", "dossier", "publish", TWO.name, "--date", TWO.date, "--no-search"]
DELAYS = 8


@pytest.mark.parametrize("part", unless_full([DELAYS // 2], range(DELAYS)))
def test_killed_at_any_moment_it_leaves_one_whole_state(
    twice: Twice, changed: Changed, tmp_path: Path, part: int
) -> None:
    root, target = changed(SECOND), tmp_path / "out"
    shutil.copytree(twice.before, target)
    run = subprocess.Popen(
        [*COMMAND, "--root", str(root), "--into", str(target)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    # Somewhere in this part of what a run may take; which moment it is does not matter to what must hold.
    time.sleep(random.uniform(part, part + 1) * 0.4)  # noqa: S311
    run.kill()
    run.communicate()
    assert snapshot(target) in (snapshot(twice.before), snapshot(twice.after))
    if snapshot(target) == snapshot(twice.before):
        publish(root, target, TWO, WRITE)
    else:
        with pytest.raises(EditionError):
            publish(root, target, TWO, small)
    assert snapshot(target) == snapshot(twice.after)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["mini", "out"]


@pytest.mark.parametrize("step", ["_lay_down", "_carry_over", "listing", "put_in_place"])
def test_stopped_at_each_step_it_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    publish(MINI, tmp_path / "out", ONE, small)
    before = snapshot(tmp_path / "out")

    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(publishing, step, stopped)
    with pytest.raises(KeyboardInterrupt):
        publish(MINI, tmp_path / "out", TWO, small)
    assert snapshot(tmp_path / "out") == before
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
