"""Every page of the real dossier and of the invented one is valid HTML, where npm and Java are."""

from __future__ import annotations

from pathlib import Path

import pytest

from dossier.corpus.corpus import Corpus
from tests.support.full import unless_full
from tests.support.html_validity import checked
from tests.support.node import MissingError


@pytest.fixture(scope="module")
def everything(built: tuple[Path, Corpus], mini_site: Path) -> list[Path]:
    return [*_looked_at(built[0]), *mini_site.rglob("*.html")]


def _looked_at(site: Path) -> list[Path]:
    """One page of each folder of records, whose others are of the same template, and in the full mode all of them."""
    pages = sorted(site.rglob("*.html"))
    return list(unless_full(list({page.parent.parent: page for page in pages}.values()), pages))


def test_every_page_is_valid_html(everything: list[Path]) -> None:
    try:
        remarks = checked(everything)
    except MissingError as missing:
        pytest.skip(f"HTML is not checked: {missing}")
    assert [str(remark) for remark in remarks] == []


def test_the_checker_sees_a_mistake(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<!doctype html><html lang=en><title>A</title><p><div></p>", "utf-8")
    try:
        remarks = checked([page])
    except MissingError as missing:
        pytest.skip(f"HTML is not checked: {missing}")
    assert {remark.kind for remark in remarks} == {"error"}
