from __future__ import annotations

import gzip
import hashlib
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from dossier.cli import main
from dossier.corpus.corpus import Corpus
from dossier.site.gzip_files import compress, compressing
from tests.support.files import snapshot
from tests.support.paths import MINI

LONG = b"the lamps of the harbour " * 100


def test_a_text_that_gains_by_it_gets_a_compressed_file_beside_it(tmp_path: Path) -> None:
    files = {"a.html": LONG, "b/c.json": LONG, "short.html": b"short", "image.png": LONG, "data.sqlite": LONG}
    for name, content in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    assert compress(tmp_path) == 2
    made = {name: content for name, content in snapshot(tmp_path).items() if name not in files}
    assert {name: gzip.decompress(content) for name, content in made.items()} == {
        "a.html.gz": LONG,
        "b/c.json.gz": LONG,
    }


def test_what_would_not_get_smaller_stays_alone(tmp_path: Path) -> None:
    noise = hashlib.shake_256(b"noise").digest(2000)
    (tmp_path / "a.txt").write_bytes(noise)
    assert len(gzip.compress(noise)) > len(noise)
    assert compress(tmp_path) == 0


def test_the_same_text_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.html").write_bytes(LONG)
        compress(tmp_path / name)
    one, two = snapshot(tmp_path / "one"), snapshot(tmp_path / "two")
    assert one == two
    assert len(one) == 2


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "outside.html").write_bytes(LONG)
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "a.html").symlink_to(tmp_path / "outside.html")
    assert compress(tmp_path / "site") == 0


def test_a_renderer_can_be_made_to_compress(mini: Corpus, tmp_path: Path) -> None:
    told: list[Any] = []

    def render(_root: Path, folder: Path, _corpus: Corpus, /, **options: Any) -> None:
        (folder / "a.html").write_bytes(LONG)
        told.append(options)

    compressing(render)(MINI, tmp_path, mini, search=False)
    assert told == [{"search": False}]
    assert sorted(snapshot(tmp_path)) == ["a.html", "a.html.gz"]


def test_the_command_compresses_where_it_is_asked_to(tmp_path: Path) -> None:
    line = ["build", "--root", str(MINI), "--into", str(tmp_path / "site"), "--no-search", "--compress"]
    assert CliRunner().invoke(main, line).exit_code == 0
    page = tmp_path / "site/actors/lamp-guild/index.html"
    assert gzip.decompress(page.with_name("index.html.gz").read_bytes()) == page.read_bytes()
