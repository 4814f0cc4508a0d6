from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from dossier.load import load
from tests.bench.generators import markdown_of, write_sources
from tests.bench.invented import SHARES, WHOLE, write_dossier
from tests.bench.preview import changes
from tests.bench.scale import Run, median_of, run_whole
from tests.support.paths import MINI

PAGE = """<html><head><title>Lamps · Lamp Dossier</title><meta name="description" content="Of lamps."></head><body>
<nav>Elsewhere</nav><article><h1 id="a">Lamps<a class="headerlink" href="#a">#</a></h1><svg><title>x</title></svg>
<ul><li>One <a href="../b/">two</a></li></ul><pre>code</pre><p>Three * four</p></article></body></html>"""


def test_a_page_as_its_author_would_write_it() -> None:
    title, description, content = markdown_of(PAGE, "x/a/")
    assert (title, description) == ("Lamps · Lamp Dossier", "Of lamps.")
    assert content == "# Lamps\n\n- One [two](/x/b/)\n\n```\ncode\n```\n\nThree \\* four\n"


def test_both_others_get_every_page(tmp_path: Path) -> None:
    for address in ("", "claims", "claims/one", "about"):
        (tmp_path / "site" / address).mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / address / "index.html").write_text(PAGE, "utf-8")
    configuration = MINI / "mkdocs.yml"
    assert write_sources(tmp_path / "site", configuration, tmp_path / "mkdocs", tmp_path / "hugo") == 4
    assert len(list((tmp_path / "mkdocs" / "docs").rglob("index.md"))) == 4
    hugo = {path.relative_to(tmp_path / "hugo/content").as_posix() for path in (tmp_path / "hugo").rglob("*.md")}
    assert hugo == {"_index.md", "claims/_index.md", "claims/one/index.md", "about/index.md"}


def test_an_invented_dossier_has_the_proportions_of_the_real_one(tmp_path: Path) -> None:
    write_dossier(tmp_path, 1000)
    corpus = load(tmp_path)
    counted = Counter(record.kind_of_record for record in corpus.records.values())
    assert len(corpus.records) == 1000
    assert all(counted[kind[:-1]] == pytest.approx(share * 1000 / WHOLE, abs=1) for kind, share in SHARES.items())  # type: ignore[index]


def test_a_whole_command_is_measured(tmp_path: Path) -> None:
    run = run_whole([sys.executable, "-c", "import time; x = bytearray(50_000_000); time.sleep(0.3)"], tmp_path)
    assert run.seconds > 0.3
    assert run.megabytes > 45
    with pytest.raises(subprocess.CalledProcessError):
        run_whole([sys.executable, "-c", "raise SystemExit(3)"], tmp_path)


def test_the_median_run_counts() -> None:
    runs = [Run(seconds, 0, 0) for seconds in (9, 1, 4, 2)]
    assert median_of(runs).seconds == 2
    assert median_of(runs[:3]).seconds == 4


def test_each_change_is_on_the_page_that_the_preview_shows(tmp_path: Path) -> None:
    write_dossier(tmp_path / "dossier", 200)
    assert all(site > 0 and page > 0 for site, page in changes(tmp_path, 2))
    changed = min((tmp_path / "dossier" / "data" / "places").glob("*.yaml"))
    assert changed.read_text("utf-8").count("Change 3, ") == 1
