from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from dossier.corpus.corpus import Corpus
from dossier.editions.site_info import Keeper
from dossier.renderers.mkdocs import prose_of
from dossier.renderers.zensical import read_config, settings_of
from dossier.site.build import write_site
from dossier.site.configuration import faults_in, keeper_of, markup_in
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


KEPT = "extra: keeper"


@pytest.mark.parametrize(
    ("keeper", "line"),
    [
        ("The lamp room", f"{KEPT}: must have name: and contact:, not 'The lamp room'"),
        ({"mail": "a@lamp.example"}, f"{KEPT}: mail: unknown key; there are name and contact"),
        ({"name": ["A", "B"]}, f"{KEPT}: name: must be a text on one line, not ['A', 'B']"),
        ({"name": "A\nB"}, f"{KEPT}: name: must be a text on one line, not 'A\\nB'"),
        ({"name": SCRIPT}, f'{KEPT}: name: "<s" is not allowed in a text'),
        ({"contact": "the lamp room"}, '"the lamp room" is neither an https: address nor an e-mail address'),
        ({"contact": "http://lamp.example/"}, '"http://lamp.example/" is neither'),
        ({"contact": "mailto:a@lamp.example"}, "is neither"),
    ],
)
def test_a_keeper_that_nobody_can_reach_is_refused(keeper: object, line: str) -> None:
    (fault,) = faults_in({"extra": {"keeper": keeper}})
    assert line in fault


@pytest.mark.parametrize(
    ("extra", "keeper"),
    [
        (None, Keeper()),
        ({"keeper": None}, Keeper()),
        ({"keeper": {"name": "", "contact": None}}, Keeper()),
        ({"keeper": {"name": "The lamp room", "contact": "a@lamp.example"}}, Keeper("The lamp room", "a@lamp.example")),
        ({"keeper": {"contact": "https://lamp.example/keeper"}}, Keeper("", "https://lamp.example/keeper")),
    ],
)
def test_a_keeper_may_be_named_or_not(extra: object, keeper: Keeper) -> None:
    assert faults_in({"extra": extra}) == []
    assert keeper_of({"extra": extra}) == keeper


def test_both_renderers_read_the_keeper(tmp_path: Path) -> None:
    shutil.copytree(MINI, tmp_path / "mini")
    extra = "extra: {generator: false, keeper: {name: The lamp room, contact: a@lamp.example}}"
    apply(tmp_path / "mini/mkdocs.yml", swapped("extra: {generator: false}", extra))
    expected = Keeper("The lamp room", "a@lamp.example")
    assert prose_of(tmp_path / "mini").settings.keeper == expected
    assert settings_of(read_config(tmp_path / "mini/mkdocs.yml")).keeper == expected


def test_no_renderer_takes_it(mini: Corpus, tmp_path: Path) -> None:
    shutil.copytree(MINI, tmp_path / "mini")
    apply(tmp_path / "mini/mkdocs.yml", swapped("site_name: Lamp Dossier", f'site_name: "{SCRIPT}"'))
    line = 'mkdocs.yml: site_name: "<s" is not allowed in a text'
    with pytest.raises(RenderError, match=line):
        write_site(tmp_path / "mini", tmp_path / "site", mini, prose_of, search=False)
    with pytest.raises(RenderError, match=line):
        read_config(tmp_path / "mini/mkdocs.yml")
