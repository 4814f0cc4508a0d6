"""A second browser loads each kind of page, searches and filters without an error."""

from __future__ import annotations

from pathlib import Path

import pytest

from dossier.corpus.corpus import Corpus
from dossier.model.records import Claim
from tests.support.firefox import Gone, gone_through
from tests.support.full import in_full
from tests.support.hosting import hosting
from tests.support.kinds import kinds_of_page
from tests.support.node import MissingError

CLAIMS = {"field": "form[data-choices] [name=words]", "words": "fighters", "rows": "li[data-part=claim]"}


@in_full
def test_firefox_loads_each_kind_of_page_searches_and_filters(built: tuple[Path, Corpus]) -> None:
    folder, corpus = built
    pages = [address for kind, address in kinds_of_page(corpus).items() if kind != "not found"]
    with hosting(folder) as base:
        try:
            search = {"address": base, "words": "fighters"}
            gone = gone_through((base + one for one in pages), search, {"address": f"{base}claims/", **CLAIMS})
        except MissingError as missing:
            pytest.skip(f"No second browser is driven: {missing}")
    assert gone == Gone((), gone.results, gone.rows)
    assert len(gone.results) > 3
    assert 0 < gone.rows[1] < gone.rows[0] == len(corpus.of(Claim))


@in_full
def test_an_error_in_firefox_is_told(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(
        "<!doctype html><div class=md-header><form data-search><input></form></div><a data-result href=/>One</a>"
        "<p data-search-page><b role=status>One</b> <a data-result href=/>One</a></p><p class=row>One</p>"
        "<script>document.querySelector('input').oninput = () => document.querySelector('.row').remove();"
        "missing();</script><script src=gone.js></script>"
    )
    with hosting(tmp_path) as base:
        try:
            gone = gone_through(
                [base],
                {"address": base, "words": "One"},
                {"address": base, "field": "input", "words": "o", "rows": ".row"},
            )
        except MissingError as missing:
            pytest.skip(f"No second browser is driven: {missing}")
    told = " ".join(what for _, what in gone.faults)
    assert "missing is not defined" in told
    assert "gone.js" in told
