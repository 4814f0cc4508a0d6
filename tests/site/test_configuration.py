from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from dossier.corpus.corpus import Corpus
from dossier.renderers.mkdocs import prose_of
from dossier.renderers.zensical import read_config
from dossier.site.build import write_site
from dossier.site.configuration import markup_in
from dossier.site.renderer import RenderError
from tests.conftest import apply
from tests.support.changes import swapped
from tests.support.paths import MINI

SCRIPT = "<script>alert(1)</script>"


@pytest.mark.parametrize(
    ("config", "key"),
    [
        ({"site_name": SCRIPT}, "site_name"),
        ({"site_name": "Lamps", "site_description": f"Of lamps.{SCRIPT}"}, "site_description"),
        ({"copyright": SCRIPT}, "copyright"),
        ({"nav": ["index.md", {SCRIPT: "origins.md"}]}, "nav"),
        ({"nav": [{"Lamps": [{"Old": "a.md"}, {"New": [{SCRIPT: "b.md"}]}]}]}, "nav"),
    ],
)
def test_markup_is_found_in_whatever_pages_show(config: dict[str, object], key: str) -> None:
    assert {line.partition(":")[0] for line in markup_in(config)} == {key}


def test_words_and_what_no_page_shows_are_left_alone() -> None:
    assert markup_in({"site_name": "Lamps & wicks, 3 < 5", "extra": {"x": SCRIPT}, "nav": None}) == []


def test_no_renderer_takes_it(mini: Corpus, tmp_path: Path) -> None:
    shutil.copytree(MINI, tmp_path / "mini")
    apply(tmp_path / "mini/mkdocs.yml", swapped("site_name: Lamp Dossier", f'site_name: "{SCRIPT}"'))
    line = 'mkdocs.yml: site_name: "<s" is not allowed in a text'
    with pytest.raises(RenderError, match=line):
        write_site(tmp_path / "mini", tmp_path / "site", mini, prose_of, search=False)
    with pytest.raises(RenderError, match=line):
        read_config(tmp_path / "mini/mkdocs.yml")
