"""A whole site as an archive that is read from a disk, and the list by which programs copy all of it."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from pathlib import Path
from urllib.parse import unquote, urljoin

import pytest
from click.testing import CliRunner
from lxml import html

from dossier.cli import main
from dossier.site.archive import for_a_disk, write_archive
from dossier.site.file_list import OF_THE_HOST, files_of
from tests.support.files import snapshot
from tests.support.full import in_full
from tests.support.serving import serving

WGET = shutil.which("wget")


@pytest.fixture(scope="module")
def unpacked(mini_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("archive")
    write_archive(mini_site, folder / "lamp.zip")
    with zipfile.ZipFile(folder / "lamp.zip") as archive:
        archive.extractall(folder)
    return folder / "lamp"


@pytest.mark.parametrize(
    ("tag", "changed"),
    [
        ('<a href="../actors/">', '<a href="../actors/index.html">'),
        ('<a href="./">', '<a href="./index.html">'),
        ('<a href="..">', '<a href="../index.html">'),
        ('<a href="../..">', '<a href="../../index.html">'),
        ('<a href="../sources/x/#p1">', '<a href="../sources/x/index.html#p1">'),
        ('<a href="../search/?q=a">', '<a href="../search/index.html?q=a">'),
        ('<form action="../search/">', '<form action="../search/index.html">'),
        ('<meta content="0; url=../../a/b/">', '<meta content="0; url=../../a/b/index.html">'),
        ('<a href="#p1">', '<a href="#p1">'),
        ('<a href="https://example.org/">', '<a href="https://example.org/">'),
        ('<a href="//example.org/">', '<a href="//example.org/">'),
        ('<a href="../data/dossier.json">', '<a href="../data/dossier.json">'),
        ('<a href="mailto:a@example.org">', '<a href="mailto:a@example.org">'),
    ],
)
def test_a_link_to_a_folder_leads_to_its_page(tag: str, changed: str) -> None:
    assert for_a_disk(tag) == changed


def test_every_link_of_the_archive_leads_to_a_file_in_it(unpacked: Path) -> None:
    pages = list(unpacked.rglob("*.html"))
    assert len(pages) > 50
    for path in pages:
        for link in html.fromstring(path.read_bytes()).xpath("//@href|//@src|//@action"):
            whole = urljoin(path.as_uri(), link).partition("#")[0].partition("?")[0]
            if whole.startswith("file:"):
                assert Path(unquote(whole.removeprefix("file://"))).is_file(), (path, link)


def test_the_archive_holds_the_site_and_how_to_read_it(mini_site: Path, unpacked: Path) -> None:
    packed, built = set(snapshot(unpacked)), set(snapshot(mini_site))
    assert packed - built == {"READ ME.txt"}
    assert built - packed == set(OF_THE_HOST)
    assert "python3 -m http.server" in (unpacked / "READ ME.txt").read_text("utf-8")


def test_the_same_site_gives_the_same_bytes(mini_site: Path, tmp_path: Path) -> None:
    other = tmp_path / "copy"
    shutil.copytree(mini_site, other, copy_function=shutil.copyfile)
    for site, folder in ((mini_site, tmp_path / "one"), (other, tmp_path / "two")):
        folder.mkdir()
        write_archive(site, folder / "lamp.zip")
    assert (tmp_path / "one/lamp.zip").read_bytes() == (tmp_path / "two/lamp.zip").read_bytes()


def test_of_editions_the_latest_is_taken_and_no_compressed_twin(tmp_path: Path) -> None:
    site = tmp_path / "site"
    for name in ("index.html", "404.html", "index.html.gz", "2026.1/index.html", "data/a.csv", ".cache/x"):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text("<p>", "utf-8")
    (site / "editions.json").write_text('[{"name": "2026.1", "date": "2026-01-01"}]', "utf-8")
    write_archive(site, tmp_path / "lamp.zip")
    with zipfile.ZipFile(tmp_path / "lamp.zip") as archive:
        assert archive.namelist() == ["lamp/READ ME.txt", "lamp/data/a.csv", "lamp/index.html"]


def test_the_command_says_what_it_wrote_and_refuses_what_is_no_site(mini_site: Path, tmp_path: Path) -> None:
    into = tmp_path / "lamp.zip"
    told = CliRunner().invoke(main, ["zip", str(mini_site), "--into", str(into)])
    assert told.output.startswith("Wrote ")
    assert into.is_file()
    (tmp_path / "empty").mkdir()
    refused = CliRunner().invoke(main, ["zip", str(tmp_path / "empty"), "--into", str(tmp_path / "no.zip")])
    assert refused.exit_code == 1
    assert "holds no built site; build it first" in refused.output
    assert not (tmp_path / "no.zip").exists()


def test_every_file_is_listed_on_the_page_of_copies(mini_site: Path) -> None:
    page = html.fromstring((mini_site / "data/copy/index.html").read_bytes())
    listed = [unquote(link).removeprefix("../../") for link in page.xpath("//article//details//li/a/@href")]
    assert listed == files_of(mini_site)
    assert {"pagefind/pagefind.js", "assets/dossier/search.js", "search/topics.json", "actors/wick-brotherhood/"} <= {
        *listed
    }
    assert not {*OF_THE_HOST, "actors/lamp-guild/index.json"} & {*listed}


@in_full
@pytest.mark.skipif(WGET is None, reason="wget is not here")
def test_a_mirror_that_follows_links_has_every_file(mini_site: Path, tmp_path: Path) -> None:
    options = ["--quiet", "--mirror", "--page-requisites", "--convert-links", "--no-host-directories"]
    with serving(mini_site) as served:
        subprocess.run([WGET, *options, f"--directory-prefix={tmp_path}", served.base], check=False)  # type: ignore[list-item]
    assert set(snapshot(mini_site)) - set(snapshot(tmp_path)) == set(OF_THE_HOST)
