"""Script and markup planted in every text that a record or a page holds: it is refused, or it is shown as words."""

from __future__ import annotations

import csv
import io
import re
import shutil
import sqlite3
from pathlib import Path

import pytest

from dossier.model import fields
from dossier.renderers.mkdocs import prose_of
from dossier.site.build import build
from tests.conftest import Changed
from tests.support.changes import swapped
from tests.support.chromium import browsing
from tests.support.files import snapshot
from tests.support.hostile import free_texts, harm_in, is_told, plant_in_records, run
from tests.support.paths import MINI
from tests.support.serving import serving

# What the checks refuse. It must do no harm either if it ever gets past them.
REFUSED = (
    '"><img/src=x/onerror=window.pwned=1><script>window.pwned=2</script></script>]]>-->'
    '<!--slot:content--><!-- slot:content --><span/data-cite-claims="a">'
)
# What may stand in a text, for it is words: templates, other markup, spreadsheets, databases, bibliographies.
ALLOWED = (
    """ {{7*7}}{% raw %}${7*7}#{7*7} "onmouseover="window.pwned=3" x=' onload=window.pwned=4 `</`style]]> """
    r"""\u003cscript\u003e %3Cscript%3E \input{/etc/passwd} }, author = {x} '; DROP TABLE claims; -- *a*"""
    " _b_ {onclick=c}"
)
PROSE = """# The `<script>window.pwned=5</script>` and `"><img src=x onerror=window.pwned=6>` title

## A `<!-- slot:content -->` heading with `</h2><script>window.pwned=7</script>` {: .a }

{{7*7}} {% raw %} `<span data-cite-claims="x"></span>` `{{7*7}}` and [a link](index.md "title' onclick='window.pwned=8")

```
<script>window.pwned=9</script><!-- slot:content -->
```

| a `<script>window.pwned=10</script>` | b |
|---|---|
| `<img src=x onerror=window.pwned=11>` | c |

![an "onerror=window.pwned=12 picture](missing.png)
"""
FORMULA = re.compile(r"[=+@\t\r-]")


def test_the_texts_in_which_something_is_planted_are_those_that_hold_words() -> None:
    assert free_texts() >= {"title", "text", "summary", "why", "unit", "family", "from", "label", "why_they_differ"}
    assert not free_texts() & {"id", "type", "kind", "lang", "date", "URL", "said_by"}


@pytest.fixture(scope="module")
def planted_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of records that hold what is refused, made as if nothing refused it."""
    folder = tmp_path_factory.mktemp("planted")
    root = folder / "mini"
    shutil.copytree(MINI, root)
    words = REFUSED + ALLOWED
    # The first words of a passage are five at most.
    plant_in_records(root, lambda text: text + (words if len(text.split()) > 5 else REFUSED.replace(" ", "")))
    (root / "docs/about/planted.md").write_text(PROSE.replace("missing.png", "picture.png"), "utf-8")
    (root / "docs/about/picture.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    before = snapshot(root)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fields, "MARKUP", re.compile("(?!)"))
        patch.setattr(fields, "LONGEST_ANCHOR", 50)
        build(root, folder / "site", prose_of)
    assert snapshot(root) == before
    assert sorted(path.name for path in folder.iterdir()) == ["mini", "site"]
    return folder / "site"


def test_no_page_and_no_file_holds_anything_that_would_run(planted_site: Path) -> None:
    assert harm_in(planted_site) == []


def test_templates_in_texts_are_words(planted_site: Path) -> None:
    assert sum("{{7*7}}" in path.read_text("utf-8") for path in planted_site.rglob("*.html")) > 20


def test_marks_of_ours_in_texts_are_words(planted_site: Path) -> None:
    pages = [path.read_text("utf-8") for path in planted_site.rglob("*.html")]
    assert not [page for page in pages if "<!-- slot:" in page or "<span data-cite-claims" in page]


def test_no_cell_of_a_spreadsheet_is_a_formula(planted_site: Path) -> None:
    tables = list(planted_site.rglob("*.csv"))
    for table in tables:
        for row in csv.reader(io.StringIO(table.read_text("utf-8"))):
            assert [cell for cell in row if FORMULA.match(cell) and not re.fullmatch(r"-?[\d.]+", cell)] == []


def test_the_database_is_whole(planted_site: Path) -> None:
    for path in planted_site.rglob("*.sqlite"):
        database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        assert database.execute("pragma integrity_check").fetchone() == ("ok",)
        assert database.execute("select count(*) from claims").fetchone() == (16,)
        database.close()


@pytest.mark.browser
def test_nothing_runs_in_a_browser_even_without_the_policy(planted_site: Path) -> None:
    some = ["", "claims/tarn-1931-c01/", "actors/lamp-guild/", "events/", "questions/", "map/", "about/planted/"]
    some += ["search/?q=keepers", "search/?q=script%20%3Cimg%20src=x%20onerror=window.pwned=13%3E", "network/", "data/"]
    with serving(planted_site) as served, browsing() as browser:
        page = browser.new_context(base_url=served.base, bypass_csp=True).new_page()
        page.on("dialog", lambda dialog: dialog.dismiss())
        for address in some:
            page.goto(address, wait_until="load")
            if "search/" in address:
                page.wait_for_selector("[data-result], [role=status]", state="attached")
            page.evaluate("document.querySelectorAll('a[onmouseover], a.ref').forEach((one) => one.focus())")
            assert page.evaluate("window.pwned") is None, address


TITLES = ["+1+1", "@SUM(A1)", "-2+3"]


@pytest.mark.parametrize("title", TITLES)
def test_a_text_that_a_spreadsheet_would_run_is_refused(changed: Changed, title: str) -> None:
    root = changed({"data/events/great-lamp-fire.yaml": swapped("Fire at the great lamp", f'"{title}"')})
    status, lines = run(root, "check")
    assert status == 1
    assert is_told(lines)
    assert "error[formula] title" in lines[0]


PLANTS = [
    "<script>window.pwned=1</script>",
    '"><img src=x onerror=alert(1)>',
    "<!-- slot:content -->",
    '<span data-cite-claims="a"></span>',
    "&lt;script&gt;",
    "JavaScript:alert(1)",
    "a\u202eb",
    "a\u200bb",
    "<?php",
    "</script>",
    "[[nobody]]",
    "[@nobody]",
]


@pytest.mark.parametrize("plant", PLANTS)
def test_each_text_of_each_record_refuses(changed: Changed, plant: str) -> None:
    root = changed({})
    plant_in_records(root, lambda text: f"{text} {plant}")
    status, lines = run(root, "check")
    assert status == 1
    assert is_told(lines)
    files = {path.relative_to(root).as_posix() for path in (root / "data").rglob("*.yaml")}
    assert {line.split(":")[0] for line in lines[:-1]} >= files


# More lie in the folder `broken`, as prose-*, with the lines that they print.
IN_PROSE = [
    "*a*{: style=color:red }",
    "*a*{onclick=b} c }",
    "## A {: .b onmouseover=c }",
    "[a](javascript:alert(1))",
    "[a](JAVA\tscript:alert(1))",
    "[a](data:text/html;base64,PHNjcmlwdD4=)",
    "[a](vbscript:a)",
    "[a](//evil.example/)",
    "<javascript:alert(1)>",
    "<https://a.b>",
    "&#106;avascript",
    "![a](data:image/svg+xml,x)",
    "<svg/onload=alert(1)>",
    "a <img src=x onerror=alert(1)> b",
    "[a]( javascript:alert(1))",
    "[a](<javascript:alert(1)>)",
    "[a](java\\script:alert(1))",
    "[a](&#106;avascript:alert(1))",
    "[a](file:///etc/passwd)",
    "[[nobody|<b>]]",
    "=cmd|' /C calc'!A0",
    "```html\n<script>",
    "`<script>",
]


@pytest.mark.parametrize("words", IN_PROSE)
def test_prose_refuses(changed: Changed, words: str) -> None:
    status, lines = run(changed({"docs/about/planted.md": f"# Planted\n\n{words}\n"}), "check")
    assert status == 1
    assert is_told(lines)
    assert lines[0].startswith("docs/about/planted.md:")
