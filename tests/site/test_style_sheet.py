from __future__ import annotations

from pathlib import Path

import pytest

from dossier.site.style_sheet import joined, names_in, write_styles

THEME = """:root{--red:#f00;--icon:url(a.b);--old:var(--older);--older:1}
.known{color:var(--red)}.unknown{color:red}.known .unknown{color:red}#gone{color:red}
.known:not(.unknown2),.unknown{margin:0}kbd{padding:1px}@media (min-width:60em){.md-x{top:0}.known{top:1px}}
.icon{mask:var(--icon)}/*# sourceMappingURL=theme.css.map */"""


def test_rules_for_what_no_page_can_have_are_left_out() -> None:
    styles = joined(THEME, "", {"known"})
    assert ".known{color:var(--red)}" in styles
    for gone in (".unknown{color", "gone", "md-x", ".icon", "sourceMappingURL"):
        assert gone not in styles
    assert "kbd{padding:1px}" in styles
    assert "@media (min-width:60em){.known{top:1px}}" in styles


def test_properties_that_nothing_uses_are_left_out() -> None:
    styles = joined(THEME, "", {"known"})
    assert "--red:" in styles
    for gone in ("--icon", "--old"):
        assert gone not in styles
    assert "--old:" in joined(THEME, "p{margin:var(--old)}", {"known"})
    assert "--icon:" in joined(THEME, "", {"known", "--icon"})


def test_our_styles_are_whole_and_come_last() -> None:
    styles = joined(THEME, "/* Ours */\n.unknown {\n  color: blue;\n}\n.known { color: blue }", {"known"})
    assert styles.endswith(".unknown,.known{color:#00f}")


def test_names_are_read_from_classes_and_ids() -> None:
    html = """<p class="one two" id='three' data-class="no"><a title="four"><svg class=five>six</svg>"""
    assert names_in(html) == {"one", "two", "three", "five"}


@pytest.fixture
def styled(tmp_path: Path) -> str:
    (tmp_path / "assets/stylesheets").mkdir(parents=True)
    (tmp_path / "assets/javascripts").mkdir()
    names = ["md-header", "claim-card", "md-nav__link--passed", "admonition", "footnote"]
    (tmp_path / "assets/stylesheets/a.css").write_text("".join(f".{name}{{top:0}}" for name in names))
    (tmp_path / "page.html").write_text('<div class="admonition">')
    write_styles(tmp_path, [tmp_path / "page.html"])
    assert sorted(path.name for path in (tmp_path / "assets").iterdir()) == ["dossier"]
    return (tmp_path / "assets/dossier/dossier.css").read_text()


@pytest.mark.parametrize(
    ("name", "by"),
    [
        ("md-header", "the theme's templates"),
        ("claim-card", "a script"),
        ("md-nav__link--passed", "a script"),
        ("admonition", "prose"),
    ],
)
def test_what_templates_scripts_and_prose_can_give_is_styled(styled: str, name: str, by: str) -> None:
    assert f".{name}" in styled, by


def test_what_nothing_can_give_is_not(styled: str) -> None:
    assert "footnote" not in styled
