from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench.visit import visited
from tests.support.chromium import browsing
from tests.support.hosting import hosting

PAGE = """<!doctype html><title>a</title><link rel=icon href=icon.svg>
<script type=module src=assets/dossier/slow.js></script>"""
# Each script runs for longer than the network has to be quiet to count as idle, and then asks for the next.
SLOW = "for (const end = Date.now() + 800; Date.now() < end; ); setTimeout(() => import('./{}.js'));"
FILES = {
    "index.html": PAGE,
    "icon.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
    "assets/dossier/slow.js": SLOW.format("slower"),
    "assets/dossier/slower.js": SLOW.format("last"),
    "assets/dossier/last.js": "import './end.js';",
    "assets/dossier/end.js": "",
}


@pytest.mark.browser
def test_a_first_visit_waits_for_scripts_that_take_long_and_the_next_asks_for_nothing(tmp_path: Path) -> None:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    with hosting(tmp_path) as base, browsing() as browser:
        visit = visited(browser, base)
    assert {file.removeprefix(base) or "index.html" for file in visit.files} == FILES.keys()
    assert visit.again == 0
