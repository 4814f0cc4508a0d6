from __future__ import annotations

import re
from importlib.resources import files
from itertools import chain
from pathlib import Path

import pytest
from lightningcss import process_stylesheet

from dossier.site.style_rules import all_selectors, rules, rules_of
from dossier.site.style_sheet import PARTS, joined, style_sheet, theme_styles, write_styles
from dossier.site.theme_selectors import SELECTORS
from tests.support.paths import ROOT

THEME = """:root{--red:#f00;--icon:url(a.b);--old:var(--older);--older:1}
.known{color:var(--red)}.unknown{color:red}.known .unknown,.known>p{color:red}.icon{mask:var(--icon)}kbd{padding:1px}
@media (min-width:60em){.md-x{top:0}.known{top:1px}}@media print{.md-x{top:0}}@keyframes turn{to{rotate:1turn}}"""
LISTED = [":root", ".known", ".known>p"]
STYLES = files("dossier.site") / "assets" / "styles"
WIDTHS = {"min": {45, 48, 60, 76.25, 86}, "max": {23.9375, 44.9375, 47.9375, 59.9375, 76.2344, 85.9375}}
PACKAGE = ROOT / "scripts" / "dossier"
TEMPLATES = {*(PACKAGE / "pages" / "templates").glob("*.html"), *(PACKAGE / "renderers" / "theme").rglob("*.html")}
SCRIPTS = set((PACKAGE / "site" / "assets").glob("*.js"))
IN_PAGE = r"""\s(?:class|id)=(?:"([^"]*)"|([^\s">]+))"""
QUOTED = r"""(["'`])(.*?)\1"""
# The theme tells by it that the keyboard is used; no script of ours sets it, so that what is without it always holds.
NEVER_SET = {"focus-visible"}
# What a template puts together for a map of two drawings, for provinces and for a country, which the mini has not.
PUT_TOGETHER = {
    *("does--alleged", "held__mark--alleged", "held__mark--rejected", "matrix--many"),
    *("axis__label--minor", "date--contested", "map-side--two", "map-mark--country", "map-mark--outline"),
    *("map-shape--doubtful", "standing--rejected"),
    *("tie--alleged", "tie--contradiction", "tie--suggested"),
}
NOT_ON_SCREEN = ("8pt", "100%", "11px", "12px", "12.5px", "13px", "inherit", "0.8em", "0.85em", "1.08em")


def test_rules_of_selectors_that_are_not_listed_are_left_out() -> None:
    styles = joined(THEME, "", LISTED)
    assert ".known{color:var(--red)}" in styles
    assert ".known>p{color:red}" in styles
    assert "@media (min-width:60em){.known{top:1px}}" in styles
    for gone in ("unknown", "md-x", ".icon", "kbd", "print", "turn"):
        assert gone not in styles


def test_properties_that_nothing_uses_are_left_out() -> None:
    styles = joined(THEME, "", LISTED)
    assert "--red:" in styles
    for gone in ("--icon", "--old"):
        assert gone not in styles
    assert "--old:" in joined(THEME, "p{margin:var(--old)}", LISTED)


def test_our_styles_are_whole_and_come_last() -> None:
    styles = joined(THEME, "/* Ours */\n.unknown {\n  color: blue;\n}\n.known { color: blue }", LISTED)
    assert styles.endswith(".unknown,.known{color:#00f}")


def test_every_listed_selector_is_one_of_the_theme() -> None:
    """Where a new Material writes one otherwise, what it styled would look as in no style sheet."""
    assert sorted(SELECTORS - set(all_selectors(process_stylesheet(theme_styles())))) == []


def test_each_class_and_id_of_the_style_sheet_is_that_of_a_page_a_template_or_a_script(mini_site: Path) -> None:
    written = set(chain.from_iterable(map(names_written, [*mini_site.rglob("*.html"), *TEMPLATES, *SCRIPTS])))
    named = set(chain.from_iterable(map(names_selected, all_selectors(style_sheet()))))
    assert len(named) > 200
    assert sorted(named - written - NEVER_SET - PUT_TOGETHER) == []


def names_selected(selector: str) -> list[str]:
    """The classes and ids of a selector."""
    return re.findall(r"[.#]([a-zA-Z_][\w-]*)", re.sub(r"\[[^]]*\]", "", selector))


def names_written(path: Path) -> set[str]:
    """The words of the classes and ids of a page, and of all that stands between quotes in a template or a script."""
    text = path.read_text("utf-8")
    found = re.findall(IN_PAGE if path.suffix == ".html" and path not in TEMPLATES else QUOTED, text)
    return set(re.findall(r"[\w-]+", " ".join(chain.from_iterable(found))))


def test_rules_are_told_apart_where_braces_and_commas_stand_in_quotes() -> None:
    styles = """a:is(b,c)[d="},"],e{content:"}"}@media print{f{top:0}g{top:0}}@page{margin:0}"""
    assert [head for head, _ in rules(styles)] == ["""a:is(b,c)[d="},"],e""", "@media print", "@page"]
    assert list(all_selectors(styles)) == ["""a:is(b,c)[d="},"]""", "e", "f", "g", "@page"]
    assert rules_of(styles, ["e", "g"]) == """e{content:"}"}@media print{g{top:0}}"""


def test_properties_that_we_set_on_the_whole_page_are_left_out_of_the_theme() -> None:
    ours = "[data-md-color-scheme]{--md-red:blue}[data-md-color-scheme=slate]{--md-white:black}"
    theme = ":root{--md-red:red;--md-white:white}.known{color:var(--md-red);background:var(--md-white)}"
    assert joined(theme, ours, LISTED).startswith(":root{--md-white:white}.known{")


def test_every_part_is_joined() -> None:
    assert sorted(path.name for path in STYLES.iterdir()) == sorted(f"{name}.css" for name in PARTS)


def test_the_style_sheet_is_written_and_the_themes_files_go(tmp_path: Path) -> None:
    (tmp_path / "assets/stylesheets").mkdir(parents=True)
    (tmp_path / "assets/javascripts").mkdir()
    write_styles(tmp_path)
    assert [path.name for path in (tmp_path / "assets").iterdir()] == ["dossier"]
    assert (tmp_path / "assets/dossier/dossier.css").read_text() == style_sheet()


@pytest.mark.parametrize("name", ["md-header", "claim-card", "md-nav__link--passed", "headerlink"])
def test_components_are_styled(name: str) -> None:
    assert f".{name}" in style_sheet()


@pytest.mark.parametrize("part", PARTS)
def test_widths_and_font_sizes_are_those_of_the_tokens(part: str) -> None:
    text = (STYLES / f"{part}.css").read_text("utf-8")
    for side, width in re.findall(r"\((min|max)-width: ([^)]+)em\)", text):
        assert float(width) in WIDTHS[side]
    sizes = set(re.findall(r"font-size: ([^;]+);", text)) - set(NOT_ON_SCREEN)
    assert [size for size in sizes if not size.startswith("var(--size-")] == []
